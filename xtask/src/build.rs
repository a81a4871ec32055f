//! `cargo xtask build`: the release files in `dist/`, by Trunk and [`crate::split`].

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::deflated::{self, Effort};
use crate::{house, run, sizes, split, tools};

/// Builds, prints the sizes, and writes `.br` and `.gz` when asked to.
///
/// # Errors
/// When a tool is missing or the build fails.
pub(crate) fn release(precompress: bool) -> Result<()> {
    let dirs = tools::for_build()?;
    trunk(&dirs)?;
    split::program(&dirs)?;
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
    // The release profile, but not Trunk's release: what it would make small here is
    // taken apart afterwards.
    trunk
        .args(["build", "--offline", "--skip-version-check"])
        .args(["--cargo-profile", "release", "--features", "split"])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            split::LINKER_FLAGS,
        )
        .current_dir(house::root());
    // Trunk takes NO_COLOR only as `true` or `false`; others set it to `1`.
    trunk.env_remove("NO_COLOR");
    run::to_the_end(&mut trunk)
}
