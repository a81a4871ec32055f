//! `cargo xtask endurance`: `tests/e2e/endurance.mjs` against the release build.

use anyhow::Result;

use crate::deflated::Effort;
use crate::{browsers, build, e2e, house, npm, run};

/// Builds unless told otherwise, serves, plays.
///
/// # Errors
/// When the build or the set-up fails.
pub(crate) fn run(build: bool, rest: &[String]) -> Result<bool> {
    if build {
        build::release(false)?;
    }
    npm::e2e_packages()?;
    let found = browsers::all()?;
    let url = e2e::serve_dist(Effort::None)?;
    let mut command = run::command("node", &[]);
    command
        .arg("endurance.mjs")
        .args(rest)
        .current_dir(house::e2e())
        .env("BASE_URL", url)
        .env("FLORET_CHROMIUM", &found.chromium)
        .env("FLORET_FIREFOX", &found.firefox);
    run::succeeds(&mut command)
}
