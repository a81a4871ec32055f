//! The program in parts: what the first screen needs; the desk, and what a meeting adds to
//! the table, on demand.
//!
//! Trunk writes the page around a program of one piece, as the linker left it. Here that
//! is taken apart (`wasm-split-cli`), bound (`wasm-bindgen`), made small (`wasm-opt`) and
//! put in its place.

mod page;
mod weave;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::{house, run};

/// The program, as cargo names it.
const NAME: &str = "floret";

/// Name of the `<meta>` with a file that the page keeps for later, once it is idle.
pub(crate) const LATER: &str = "floret-later";

/// Flags for the linker without which nothing can be taken apart afterwards.
pub(crate) const LINKER_FLAGS: &str = "-Clink-args=--emit-relocs";

/// What our target may use (`target_features` of what rustc writes); parts that were
/// split off do not say so themselves. Never all features: browsers lag behind.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-reference-types",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// Whether a file in `dist/` is a part of the program that is loaded on demand.
pub(crate) fn is_later(name: &str) -> bool {
    name.starts_with(NAME) && house::has_ending(name, "wasm") && !name.ends_with("_bg.wasm")
}

/// A file of the program under its name in `dist/`.
struct Part {
    /// As the tools named it.
    old: String,
    /// With the hash of its content.
    new: String,
    bytes: Vec<u8>,
}

/// Puts the split program in place of the one that Trunk wrote.
///
/// # Errors
/// When a tool fails or wrote something else than it did when this was made.
pub(crate) fn program(dirs: &[PathBuf]) -> Result<()> {
    println!("Splitting the program (under a minute)");
    let (split, bound) = take_apart(dirs)?;
    let main = bound.join(format!("{NAME}_bg.wasm"));
    shrink(&main, dirs)?;
    let mut parts = Vec::new();
    for file in wasm_files(&split)? {
        shrink(&split.join(&file), dirs)?;
        parts.push(part(&split, &file)?);
    }
    ensure!(!parts.is_empty(), "the program has no part of its own");
    let glue = fs::read_to_string(bound.join(format!("{NAME}.js")))?;
    let loader = fs::read_to_string(split.join(weave::LOADER))?;
    let names = parts.iter().map(|part| (&*part.old, &*part.new));
    let glue = weave::one_script(&glue, &loader, names)?;
    let program = page::Program {
        wasm: named(&format!("{NAME}_bg.wasm"), fs::read(&main)?),
        glue: named(&format!("{NAME}.js"), glue.into_bytes()),
        parts,
    };
    page::put(&house::dist(), program)
}

/// Runs the splitter and wasm-bindgen; answers where each left its files.
fn take_apart(dirs: &[PathBuf]) -> Result<(PathBuf, PathBuf)> {
    let scratch = house::scratch().join("split");
    if scratch.exists() {
        fs::remove_dir_all(&scratch)
            .with_context(|| format!("cannot clear {}", scratch.display()))?;
    }
    let (split, bound) = (scratch.join("parts"), scratch.join("bound"));
    fs::create_dir_all(&bound)?;
    let raw = house::target()
        .join("wasm32-unknown-unknown")
        .join("release")
        .join(format!("{NAME}.wasm"));
    let mut splitter = run::command("wasm-split-cli", dirs);
    run::to_the_end(
        splitter
            .arg(&raw)
            .arg(&split)
            .args(["--target", "web", "--out-name", NAME]),
    )?;
    let mut bind = run::command("wasm-bindgen", dirs);
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .arg("--out-dir")
        .arg(&bound)
        .args(["--out-name", NAME])
        .arg(split.join(format!("{NAME}.wasm")));
    run::to_the_end(&mut bind)?;
    // What is left there belongs beside the main file.
    fs::remove_file(split.join(format!("{NAME}.wasm")))?;
    Ok((split, bound))
}

fn shrink(file: &Path, dirs: &[PathBuf]) -> Result<()> {
    let mut optimiser = run::command("wasm-opt", dirs);
    optimiser.arg("-Oz").args(FEATURES);
    run::to_the_end(optimiser.arg(file).arg("-o").arg(file))
}

fn wasm_files(dir: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if house::has_ending(&name, "wasm") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// `split_desk.wasm` becomes `floret-desk-0123456789abcdef.wasm`.
fn part(dir: &Path, file: &str) -> Result<Part> {
    let stem = file.trim_end_matches(".wasm");
    let name = stem.trim_start_matches("split_");
    let bytes = fs::read(dir.join(file))?;
    Ok(Part {
        old: file.to_owned(),
        new: format!("{NAME}-{name}-{}.wasm", hash(&bytes)),
        bytes,
    })
}

/// `floret.js` becomes `floret-0123456789abcdef.js`, as Trunk would name it.
fn named(old: &str, bytes: Vec<u8>) -> Part {
    let rest = old.trim_start_matches(NAME);
    Part {
        old: old.to_owned(),
        new: format!("{NAME}-{}{rest}", hash(&bytes)),
        bytes,
    }
}

/// Enough of a hash to name a file by its content.
fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    HEXLOWER.encode(digest.get(..8).unwrap_or(&digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_its_content() {
        let part = named("floret_bg.wasm", b"abc".to_vec());
        assert_eq!(part.new, "floret-ba7816bf8f01cfea_bg.wasm");
    }
}
