//! What comes from npm: wasm-opt, and the packages of the e2e tests.
//!
//! Install scripts never run; browsers are found or fetched by [`crate::browsers`].

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::{cache, house, run, versions};

/// Makes sure that Node.js is there and young enough.
///
/// # Errors
/// Tells what to install.
pub(crate) fn node() -> Result<()> {
    let wanted = versions::OLDEST_NODE;
    let version = run::answer(run::command("node", &[]).arg("--version")).with_context(|| {
        format!("Node.js is missing: install version {wanted} or newer from https://nodejs.org")
    })?;
    let major: u32 = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse().ok())
        .with_context(|| format!("node says its version is `{version}`"))?;
    ensure!(
        major >= wanted,
        "Node.js {version} is too old: install version {wanted} or newer"
    );
    Ok(())
}

/// wasm-opt in its pinned version; returns where it lies unless it is on `PATH`.
///
/// # Errors
/// When npm cannot install it.
pub(crate) fn wasm_opt() -> Result<Option<PathBuf>> {
    let major = versions::BINARYEN.split('.').next().unwrap_or_default();
    if cache::on_path("wasm-opt").is_some_and(|path| crate::tools::says_version(&path, major)) {
        return Ok(None);
    }
    node()?;
    let home = cache::of("binaryen", versions::BINARYEN)?;
    // npm puts global programs into `bin` everywhere but on Windows.
    let bin = if cfg!(windows) {
        home.clone()
    } else {
        home.join("bin")
    };
    if cache::in_dir(&bin, "wasm-opt").is_none() {
        println!(
            "Set-up: fetching wasm-opt {} from npm (under a minute, once)",
            versions::BINARYEN
        );
        std::fs::create_dir_all(&home)?;
        let mut install = npm();
        install.args(["install", "--global", "--prefix"]).arg(&home);
        run::to_the_end(install.arg(format!("binaryen@{}", versions::BINARYEN)))?;
    }
    Ok(Some(bin))
}

/// The packages of the e2e tests, exactly as locked.
///
/// # Errors
/// When npm cannot install them.
pub(crate) fn e2e_packages() -> Result<()> {
    node()?;
    let dir = house::e2e();
    let lock = std::fs::read_to_string(dir.join("package-lock.json"))?;
    let stamp = dir.join("node_modules").join(".installed-lock.json");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("Set-up: fetching the packages of the e2e tests from npm (under a minute)");
    run::to_the_end(npm().arg("ci").current_dir(&dir))?;
    std::fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

/// Runs a program of the e2e packages with Node.js.
pub(crate) fn e2e_program(script: &str) -> Command {
    let mut command = run::command("node", &[]);
    let script: PathBuf = script.split('/').collect();
    command
        .arg(Path::new("node_modules").join(script))
        .current_dir(house::e2e());
    command
}

fn npm() -> Command {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut npm = run::command(program, &[]);
    npm.args([
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ])
    .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
    .env("PUPPETEER_SKIP_DOWNLOAD", "1");
    npm
}
