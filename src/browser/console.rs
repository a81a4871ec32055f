//! The browser's console, for people who look for a cause.

use wasm_bindgen::JsValue;

/// Writes one line at debug level.
pub fn debug(line: &str) {
    web_sys::console::debug_1(&JsValue::from_str(line));
}
