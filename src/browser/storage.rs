//! Text kept in this browser under a key, over `localStorage`.
//!
//! Knows nothing of what the text means.

#![expect(
    clippy::disallowed_types,
    reason = "the one place that reaches localStorage, and only its raw form"
)]

use core::fmt;

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsValue;
use web_sys::{Storage, StorageEvent};

use super::{Listener, cast, describe, text_property, window};

/// Why something could not be kept or found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageError {
    /// The person or the browser does not allow this page to keep anything.
    Blocked,
    /// There is no room left.
    Full,
    /// Anything else, in the browser's own words.
    Other(String),
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blocked => "this browser does not let the page keep data",
            Self::Full => "this browser has no room left for the page's data",
            Self::Other(reason) => reason,
        })
    }
}

impl core::error::Error for StorageError {}

/// The text kept under `key`, if there is one.
///
/// # Errors
/// [`StorageError`] when the browser refuses.
pub fn load(key: &str) -> Result<Option<String>, StorageError> {
    local()?.get_item(key).map_err(|thrown| refusal(&thrown))
}

/// Keeps `text` under `key`, in place of what was there.
///
/// # Errors
/// [`StorageError::Full`] when there is no room; the old text then stays.
pub fn save(key: &str, text: &str) -> Result<(), StorageError> {
    local()?
        .set_item(key, text)
        .map_err(|thrown| refusal(&thrown))
}

/// Forgets `key`; it need not exist.
///
/// # Errors
/// [`StorageError`] when the browser refuses.
pub fn remove(key: &str) -> Result<(), StorageError> {
    local()?.remove_item(key).map_err(|thrown| refusal(&thrown))
}

/// All keys that begin with `prefix`, sorted.
///
/// # Errors
/// [`StorageError`] when the browser refuses.
pub fn keys_with_prefix(prefix: &str) -> Result<Vec<String>, StorageError> {
    let local = local()?;
    let n_keys = local.length().map_err(|thrown| refusal(&thrown))?;
    let mut keys = Vec::new();
    for key in (0..n_keys).filter_map(|index| local.key(index).ok().flatten()) {
        if key.starts_with(prefix) {
            keys.insert(keys.partition_point(|other| *other < key), key);
        }
    }
    Ok(keys)
}

/// Reports what **another** tab changes: the key and its new text, `None` when
/// it was removed. When everything is cleared at once nothing is reported.
pub fn watch(on: impl Fn(String, Option<String>) + 'static) -> Listener {
    Listener::on(window().map(Into::into), "storage", move |event| {
        let Some(event) = cast::<StorageEvent>(event) else {
            return;
        };
        if let Some(key) = event.key() {
            on(key, event.new_value());
        }
    })
}

/// The store itself. Asked for before `LocalStorage::raw`, which would throw
/// where the store is blocked.
fn local() -> Result<Storage, StorageError> {
    let window = window().ok_or(StorageError::Blocked)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) => Err(StorageError::Blocked),
        Err(thrown) => Err(refusal(&thrown)),
    }
}

/// Sorts a thrown value by the error names of the HTML standard and of Gecko.
fn refusal(thrown: &JsValue) -> StorageError {
    match text_property(thrown, "name").as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageError::Full,
        "SecurityError" => StorageError::Blocked,
        _ => StorageError::Other(describe(thrown)),
    }
}
