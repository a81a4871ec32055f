//! Where things lie in the working copy.

use std::env;
use std::path::{Path, PathBuf};

/// The top directory of the project.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// Where a release build lands.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target directory, with `CARGO_TARGET_DIR` heard.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Whether a file name ends in `.ending`.
pub(crate) fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|own| own == ending)
}

/// A directory for xtask's own intermediate files.
pub(crate) fn scratch() -> PathBuf {
    target().join("xtask")
}

/// The Playwright project.
pub(crate) fn e2e() -> PathBuf {
    root().join("tests").join("e2e")
}
