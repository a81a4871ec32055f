//! The per-user cache of built tools: `<cache>/floret/tools/<tool>-<version>/bin`.
//!
//! Keyed by version, so that two working copies share a tool and an upgrade
//! never meets an old one.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The directory of one tool in one version; it may not exist yet.
///
/// # Errors
/// When the system tells no home directory.
pub(crate) fn of(tool: &str, version: &str) -> Result<PathBuf> {
    Ok(tools()?.join(format!("{tool}-{version}")))
}

/// The directory that holds all tools.
///
/// # Errors
/// When the system tells no home directory.
pub(crate) fn tools() -> Result<PathBuf> {
    Ok(user_cache()?.join("floret").join("tools"))
}

fn user_cache() -> Result<PathBuf> {
    let told = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let cache = if let Some(dir) = told("XDG_CACHE_HOME").filter(|dir| dir.is_absolute()) {
        Some(dir)
    } else if cfg!(windows) {
        told("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        told("HOME").map(|home| home.join("Library").join("Caches"))
    } else {
        told("HOME").map(|home| home.join(".cache"))
    };
    cache.context("no cache directory: set HOME or XDG_CACHE_HOME")
}

/// Finds a program on `PATH`, with the system's ending for programs.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).find_map(|dir| in_dir(&dir, program))
}

/// Finds a program in one directory.
pub(crate) fn in_dir(dir: &Path, program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd", ".bat"]
    } else {
        &[""]
    };
    endings
        .iter()
        .map(|ending| dir.join(format!("{program}{ending}")))
        .find(|path| path.is_file())
}
