//! `cargo xtask bench`: `benches/desk.rs`, then `tests/e2e/bench.mjs` against the release
//! build.

use anyhow::Result;

use crate::deflated::Effort;
use crate::{browsers, build, e2e, house, npm, run};

/// Measures the desk natively, builds the page unless told otherwise, serves it compressed,
/// measures it. `--only PART` leaves out everything else.
///
/// # Errors
/// When the build or the set-up fails.
pub(crate) fn run(build: bool, rest: &[String]) -> Result<bool> {
    let only = rest.iter().skip_while(|word| *word != "--only").nth(1);
    if only.is_none_or(|part| part == "desk") {
        let mut bench = run::command("cargo", &[]);
        bench.args(["bench", "--package", "floret", "--bench", "desk"]);
        run::to_the_end(bench.current_dir(house::root()))?;
    }
    if build {
        build::release(false)?;
    }
    npm::e2e_packages()?;
    let found = browsers::all()?;
    let url = e2e::serve_dist(Effort::Best)?;
    let mut command = run::command("node", &[]);
    command
        .arg("bench.mjs")
        .args(rest)
        .current_dir(house::e2e())
        .env("BASE_URL", url)
        .env("FLORET_CHROMIUM", &found.chromium)
        .env("FLORET_FIREFOX", &found.firefox);
    run::succeeds(&mut command)
}
