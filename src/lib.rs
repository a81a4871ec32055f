//! Floret: backlog refinement, browser to browser, with nobody in between.
//!
//! Rooms from the purest to the edge; each imports only rooms above it
//! (`ARCHITECTURE.md`, kept by `tests/it/architecture.rs`).

pub mod app;
pub mod ballot;
pub mod checklist;
pub mod desk;
pub mod exchange;
pub mod meeting;
pub mod order;
pub mod poker;
pub mod prompt;
pub mod room;
pub mod saved;
pub mod story;
pub mod web;
pub mod wire;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod shell;
#[cfg(target_arch = "wasm32")]
pub mod ui;
