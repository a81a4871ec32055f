//! The system's own share sheet, where there is one.

use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

use super::{property, spawn, text_property, window};

/// How sharing ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// Handed to the program the person chose.
    Sent,
    /// The person closed the sheet; nothing to report.
    Cancelled,
    /// The browser has no share sheet or refused to open it.
    Refused,
}

/// Whether this browser has a share sheet.
pub fn is_supported() -> bool {
    window().is_some_and(|window| property(&window.navigator(), "share").is_some())
}

/// Opens the share sheet; call it within the click. `done` always hears the end
/// after this call has returned.
pub fn share(title: &str, text: &str, url: &str, done: impl FnOnce(Shared) + 'static) {
    let window = window().filter(|_| is_supported());
    let asked = window.map(|window| {
        let data = ShareData::new();
        data.set_title(title);
        data.set_text(text);
        data.set_url(url);
        window.navigator().share_with_data(&data)
    });
    spawn(async move {
        let Some(asked) = asked else {
            return done(Shared::Refused);
        };
        done(match JsFuture::from(asked).await {
            Ok(_) => Shared::Sent,
            Err(thrown) if text_property(&thrown, "name") == "AbortError" => Shared::Cancelled,
            Err(_) => Shared::Refused,
        });
    });
}
