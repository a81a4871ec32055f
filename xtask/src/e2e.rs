//! `cargo xtask e2e`: people in browsers, against the release build.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::deflated::Effort;
use crate::tally::{self, Tally};
use crate::{browsers, build, house, npm, run, server, single};

/// Not the root of the host, so that an absolute URL in the page is found out.
const SUB_PATH: &str = "/some/path/";

/// Builds unless told otherwise, then runs Playwright; prints the counts.
///
/// # Errors
/// When the build or the set-up fails.
pub(crate) fn run(build: bool, rest: &[String]) -> Result<bool> {
    if build {
        build::release(false)?;
    }
    let mut tally = Tally::default();
    let passed = playwright(rest, &mut tally)?;
    println!("\n{tally}");
    Ok(passed)
}

/// Serves `dist/` below a sub-path and runs the tests against it.
///
/// # Errors
/// When there is nothing built, or the set-up fails.
pub(crate) fn playwright(rest: &[String], tally: &mut Tally) -> Result<bool> {
    npm::e2e_packages()?;
    let found = browsers::all()?;
    single::write(false)?;
    let url = serve_dist(Effort::None)?;
    let report = report();
    if report.exists() {
        std::fs::remove_file(&report)?;
    }
    let mut command = npm::e2e_program("@playwright/test/cli.js");
    command
        .arg("test")
        .args(rest)
        .env("BASE_URL", url)
        .env("FLORET_CHROMIUM", &found.chromium)
        .env("FLORET_FIREFOX", &found.firefox)
        .env("FLORET_E2E_REPORT", &report)
        .env("FLORET_SINGLE", house::dist().join(single::FILE));
    let mut passed = run::succeeds(&mut command)?;
    if let Ok(text) = std::fs::read_to_string(&report) {
        let counted = tally::of_playwright(&text)?;
        passed &= counted.failed == 0;
        tally.add(counted);
    }
    Ok(passed)
}

/// Serves the release build in the background; returns its address.
///
/// # Errors
/// When there is nothing built.
pub(crate) fn serve_dist(effort: Effort) -> Result<String> {
    let dist = house::dist();
    ensure!(
        dist.join("index.html").is_file(),
        "nothing is built in {}: run `cargo xtask build`",
        dist.display()
    );
    server::in_background(&dist, SUB_PATH, effort).context("cannot serve dist/")
}

fn report() -> PathBuf {
    house::e2e().join("test-results").join("report.json")
}
