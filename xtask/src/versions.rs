//! The pinned versions of the tools that are not in `Cargo.lock`.
//!
//! `tests/it/architecture.rs` fails when one of them disagrees with
//! `Cargo.lock` or `Trunk.toml`.

/// Bundler: <https://trunkrs.dev>.
pub(crate) const TRUNK: &str = "0.21.14";

/// Must be the version of the `wasm-bindgen` crate in `Cargo.lock`: the two
/// speak a private format.
pub(crate) const WASM_BINDGEN: &str = "0.2.130";

/// Takes the program apart; must understand what the `wasm_split_helpers` crate writes.
pub(crate) const WASM_SPLIT: &str = "0.2.4";

/// The npm package that brings `wasm-opt`.
pub(crate) const BINARYEN: &str = "132.0.0";

/// Oldest Node.js that Playwright runs on.
pub(crate) const OLDEST_NODE: u32 = 20;
