//! `cargo xtask build`: the release files in `dist/`, by Trunk.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::deflated::{self, Effort};
use crate::{house, run, sizes, tools};

/// Builds, prints the sizes, and writes `.br` and `.gz` when asked to.
///
/// # Errors
/// When a tool is missing or the build fails.
pub(crate) fn release(precompress: bool) -> Result<()> {
    let dirs = tools::for_build()?;
    trunk(&dirs)?;
    let files = deflated::read(&house::dist(), Effort::Best)?;
    sizes::print(&files);
    if precompress {
        deflated::write_beside(&house::dist(), &files)?;
    }
    Ok(())
}

fn trunk(dirs: &[PathBuf]) -> Result<()> {
    println!("Building the release in dist/ (1 to 5 minutes the first time)");
    let dist = house::dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).with_context(|| format!("cannot clear {}", dist.display()))?;
    }
    let mut trunk = run::command("trunk", dirs);
    trunk
        .args(["build", "--release", "--offline", "--skip-version-check"])
        .current_dir(house::root());
    // Trunk takes NO_COLOR only as `true` or `false`; others set it to `1`.
    trunk.env_remove("NO_COLOR");
    run::to_the_end(&mut trunk)
}
