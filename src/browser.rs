//! The edge: what a browser can do, in bytes and strings.
//!
//! Every wrapper owns its closures and closes what it opened when it is
//! dropped. Refusals are typed errors; no `JsValue` leaves this room. It knows
//! neither the screen nor any other room of this program.

pub mod certificate;
pub mod clipboard;
pub mod clock;
pub mod console;
pub mod entropy;
pub mod fetch;
pub mod files;
mod listener;
pub mod locks;
pub mod model;
pub mod page;
pub mod peer;
pub mod share;
pub mod socket;
pub mod speech;
pub mod storage;
pub mod tabs;
pub mod ticker;

use core::fmt;
use std::future::Future;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

pub use listener::Listener;

/// Why the browser did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BrowserError {
    /// This browser, or this kind of page, does not have the named feature.
    Missing(&'static str),
    /// The browser has the feature and refused the step.
    Refused {
        /// What was tried, as the web platform names it.
        step: &'static str,
        /// The browser's own words: error name and message.
        reason: String,
    },
}

impl BrowserError {
    /// Turns a thrown value into text and names the step that threw it.
    fn refused(step: &'static str, thrown: &JsValue) -> Self {
        Self::Refused {
            step,
            reason: describe(thrown),
        }
    }
}

impl fmt::Display for BrowserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(feature) => {
                f.write_str("this browser has no ")?;
                f.write_str(feature)
            }
            Self::Refused { step, reason } => {
                f.write_str(step)?;
                f.write_str(" was refused: ")?;
                f.write_str(reason)
            }
        }
    }
}

impl core::error::Error for BrowserError {}

/// The page's window; absent in a worker.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reaches the page"
)]
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The page's document.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// Runs a future in a later microtask, never inside this call.
#[expect(clippy::disallowed_methods, reason = "the one place where tasks start")]
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}

/// Drops `kept` in a later microtask, so that a closure may ask for its own end.
fn drop_later<T: 'static>(kept: T) {
    spawn(async move { drop(kept) });
}

/// A property of `owner`, if it is there and neither null nor undefined.
fn property(owner: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(owner, &JsValue::from_str(name)).ok()?;
    (!value.is_null() && !value.is_undefined()).then_some(value)
}

/// Whether the page's global scope has `name`.
fn has_global(name: &str) -> bool {
    property(&js_sys::global(), name).is_some()
}

/// A property that is text, or an empty string.
fn text_property(owner: &JsValue, name: &str) -> String {
    property(owner, name)
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// Name and message of a thrown value, as text.
fn describe(thrown: &JsValue) -> String {
    if let Some(text) = thrown.as_string() {
        return text;
    }
    let mut text = text_property(thrown, "name");
    let message = text_property(thrown, "message");
    if !text.is_empty() && !message.is_empty() {
        text.push_str(": ");
    }
    text.push_str(&message);
    if text.is_empty() {
        text.push_str("no reason given");
    }
    text
}

/// A promise that is kept after `delay_ms` milliseconds.
fn timeout(delay_ms: i32) -> Promise {
    Promise::new(&mut |resolve: Function, _reject: Function| {
        let set = window().map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, delay_ms)
        });
        if !matches!(set, Some(Ok(_))) {
            // Without timers nobody could wait: answer at once.
            drop(resolve.call0(&JsValue::NULL));
        }
    })
}

/// Waits `delay_ms` milliseconds; with 0 the browser may draw first.
pub async fn wait(delay_ms: u32) {
    let delay_ms = i32::try_from(delay_ms).unwrap_or(i32::MAX);
    drop(JsFuture::from(timeout(delay_ms)).await);
}

/// Waits for a promise and names the step when it is refused.
async fn step(promise: Promise, name: &'static str) -> Result<JsValue, BrowserError> {
    JsFuture::from(promise)
        .await
        .map_err(|thrown| BrowserError::refused(name, &thrown))
}

/// Waits for a promise whose refusal means nothing to us.
fn ignore_outcome(promise: Promise) {
    spawn(async move {
        drop(JsFuture::from(promise).await);
    });
}

/// `value` seen as `T`, when it is one.
fn cast<T: JsCast>(value: impl Into<JsValue>) -> Option<T> {
    value.into().dyn_into().ok()
}
