//! Trunk, wasm-bindgen, wasm-split and wasm-opt, each in its pinned version.
//!
//! In this order: already on `PATH`, in the cache, `cargo binstall`, built from
//! the registry. The directories found are put in front of `PATH`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::{cache, npm, run, versions};

/// A program that cargo can install.
struct Tool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
    /// Whether the package's own lock file is sound; wasm-bindgen-cli has none.
    locked: bool,
    /// Features it is built with; then it cannot be fetched ready-made.
    features: &'static [&'static str],
    /// Whether `--version` is understood; else only the one in the cache is trusted.
    tells_version: bool,
    patience: &'static str,
}

const TRUNK: Tool = Tool {
    package: "trunk",
    program: "trunk",
    version: versions::TRUNK,
    locked: true,
    features: &[],
    tells_version: true,
    patience: "5 to 10 minutes, once",
};

const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: versions::WASM_BINDGEN,
    locked: false,
    features: &[],
    tells_version: true,
    patience: "2 to 5 minutes, once",
};

const WASM_SPLIT: Tool = Tool {
    package: "wasm_split_cli_support",
    program: "wasm-split-cli",
    version: versions::WASM_SPLIT,
    locked: true,
    features: &["build-binary"],
    tells_version: false,
    patience: "1 to 2 minutes, once",
};

/// What a release build needs; returns directories for the front of `PATH`.
///
/// # Errors
/// When a tool is missing and cannot be installed.
pub(crate) fn for_build() -> Result<Vec<PathBuf>> {
    let mut dirs = Vec::new();
    dirs.extend(from_cargo(&TRUNK)?);
    dirs.extend(from_cargo(&WASM_BINDGEN)?);
    dirs.extend(from_cargo(&WASM_SPLIT)?);
    dirs.extend(npm::wasm_opt()?);
    Ok(dirs)
}

/// What tests in wasm need: the runner that comes with wasm-bindgen.
///
/// # Errors
/// When it is missing and cannot be installed, or Node.js is too old.
pub(crate) fn for_wasm_tests() -> Result<Vec<PathBuf>> {
    npm::node()?;
    Ok(from_cargo(&WASM_BINDGEN)?.into_iter().collect())
}

/// `None` when the right version is on `PATH` already.
fn from_cargo(tool: &Tool) -> Result<Option<PathBuf>> {
    let is_right = |path: &Path| tool.tells_version && says_version(path, tool.version);
    if cache::on_path(tool.program).is_some_and(|path| is_right(&path)) {
        return Ok(None);
    }
    let home = cache::of(tool.package, tool.version)?;
    let bin = home.join("bin");
    if cache::in_dir(&bin, tool.program).is_none() {
        install(tool, &home)?;
    }
    let program = cache::in_dir(&bin, tool.program).with_context(|| {
        format!(
            "{} is not in {} after its installation",
            tool.program,
            bin.display()
        )
    })?;
    ensure!(
        !tool.tells_version || is_right(&program),
        "{} is not version {}: delete {} and try again",
        program.display(),
        tool.version,
        home.display()
    );
    Ok(Some(bin))
}

fn install(tool: &Tool, home: &Path) -> Result<()> {
    std::fs::create_dir_all(home).with_context(|| format!("cannot make {}", home.display()))?;
    let wanted = format!("{}@{}", tool.package, tool.version);
    if tool.features.is_empty() && cache::on_path("cargo-binstall").is_some() {
        println!("Set-up: fetching {wanted} with cargo binstall (about a minute, once)");
        let mut fetch = run::command("cargo", &[]);
        fetch
            .args(["binstall", "--no-confirm", "--disable-telemetry", "--root"])
            .arg(home)
            .arg(&wanted);
        if run::succeeds(&mut fetch)? {
            return Ok(());
        }
        println!("cargo binstall could not; building it instead");
    }
    println!(
        "Set-up: building {wanted} from crates.io ({})",
        tool.patience
    );
    let mut build = run::command("cargo", &[]);
    build.arg("install").arg(&wanted).arg("--root").arg(home);
    if tool.locked {
        build.arg("--locked");
    }
    for feature in tool.features {
        build.args(["--features", feature]);
    }
    // The caller's target directory would be filled with the tool's own objects
    // and its flags are meant for the page.
    build
        .env_remove("RUSTFLAGS")
        .env("CARGO_TARGET_DIR", crate::house::scratch().join("tools"));
    run::to_the_end(&mut build)
}

/// Whether `program --version` names exactly this version.
pub(crate) fn says_version(program: &Path, version: &str) -> bool {
    run::answer(run::command(program, &[]).arg("--version")).is_some_and(|answer| {
        answer
            .split_whitespace()
            .any(|word| word.trim_start_matches('v') == version)
    })
}
