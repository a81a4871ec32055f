//! The browser edge, in a real browser: what is promised there is kept there.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]
#![expect(clippy::panic, reason = "a test that fails says what it found")]

#[path = "browser_edge/support.rs"]
mod support;

#[path = "browser_edge/model.rs"]
mod model;
#[path = "browser_edge/page.rs"]
mod page;
#[path = "browser_edge/peers.rs"]
mod peers;
#[path = "browser_edge/sockets.rs"]
mod sockets;
#[path = "browser_edge/speech.rs"]
mod speech;
#[path = "browser_edge/stores.rs"]
mod stores;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
