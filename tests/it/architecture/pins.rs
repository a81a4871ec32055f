//! Versions that are written down twice and must agree.

use std::fs;
use std::path::Path;

use super::{Fault, root};

/// Each pair of places that disagrees.
pub(super) fn faults() -> Vec<Fault> {
    let lock = read("Cargo.lock");
    let bindgen = locked(&lock, "wasm-bindgen");
    let wanted = [
        ("Cargo.toml", format!("wasm-bindgen = \"={bindgen}\"")),
        ("Trunk.toml", format!("wasm_bindgen = \"{bindgen}\"")),
        (
            "Trunk.toml",
            format!("wasm_opt = \"version_{}\"", major(&pinned("BINARYEN"))),
        ),
        (
            "Trunk.toml",
            format!("trunk-version = \"^{}\"", pinned("TRUNK")),
        ),
        (
            "xtask/src/versions.rs",
            format!("WASM_BINDGEN: &str = \"{bindgen}\""),
        ),
        (
            "Cargo.toml",
            format!(
                "wasm_split_helpers = {{ version = \"{}\"",
                locked(&lock, "wasm_split_helpers")
            ),
        ),
        (
            "rust-toolchain.toml",
            format!("channel = \"{}", rust_version()),
        ),
    ];
    let missing = wanted
        .into_iter()
        .filter(|(file, text)| !read(file).contains(text.as_str()));
    missing
        .map(|(file, text)| disagreement(file, &text))
        .collect()
}

fn disagreement(file: &str, text: &str) -> Fault {
    let name = text.split([' ', ':']).next().unwrap_or(text);
    let line = read(file)
        .lines()
        .position(|line| line.contains(name))
        .map_or(1, |at| at + 1);
    Fault::new(
        Path::new(file),
        line,
        format!("should read `{text}`, to agree with the other places"),
    )
}

/// The version of a package in `Cargo.lock`.
fn locked(lock: &str, package: &str) -> String {
    let named = format!("name = \"{package}\"\nversion = \"");
    let (_, rest) = lock.split_once(&named).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// A constant of `xtask/src/versions.rs`.
fn pinned(name: &str) -> String {
    quoted_after(
        &read("xtask/src/versions.rs"),
        &format!("const {name}: &str = "),
    )
}

/// The oldest Rust that `Cargo.toml` promises.
fn rust_version() -> String {
    quoted_after(&read("Cargo.toml"), "rust-version = ")
}

fn quoted_after(text: &str, start: &str) -> String {
    let (_, rest) = text.split_once(start).unwrap();
    rest.split('"').nth(1).unwrap().to_owned()
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap()
}
