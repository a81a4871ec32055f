//! A language model that is asked once: the browser's own (Prompt API), or one behind an
//! address (Fetch). Texts and bytes; what they mean is not known here.

mod built_in;
mod post;

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::AbortController;

use super::fetch::controller;
use super::{BrowserError, describe, drop_later, text_property};

pub use built_in::{Offered, is_supported, offered};

/// What a model that was asked reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelEvent {
    /// The browser fetches its model first; so much of it is there, in per cent.
    Downloading(u8),
    /// The address answers with this HTTP status.
    Began(u16),
    /// Bytes of the address's answer.
    Bytes(Vec<u8>),
    /// A piece of the built-in model's answer.
    Text(String),
    /// It is over; reported once, and nothing after it.
    Ended,
    /// It failed; reported once, and nothing after it.
    Failed(ModelError),
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelError {
    /// No answer from there, or it does not let this page ask.
    Unreachable,
    /// The connection broke in the middle.
    Lost,
    /// The browser has no model for this.
    Absent,
    /// The question is too long for it.
    TooMuch,
    /// The browser's own words.
    Refused(String),
}

/// A model that was asked. Dropping it stops it, which may be done from within its own
/// callback; nothing is reported then.
pub struct Asking {
    teller: Rc<Teller>,
    controller: AbortController,
    /// Closures that the browser calls meanwhile.
    kept: Option<Box<dyn core::any::Any>>,
}

impl Asking {
    /// Asks the browser's own model, in one session that knows nothing else. Call it
    /// within the click: a model that must be fetched first wants one. `language` is a
    /// BCP 47 tag. `on` is never called before this has returned.
    ///
    /// # Errors
    /// When the browser has no such model.
    pub fn built_in(
        language: &str,
        system: &str,
        user: &str,
        on: impl Fn(ModelEvent) + 'static,
    ) -> Result<Self, BrowserError> {
        let (controller, teller) = (controller()?, Teller::new(on));
        let kept = built_in::ask(language, system, user, &controller, &teller)?;
        Ok(Self {
            teller,
            controller,
            kept: Some(kept),
        })
    }

    /// Posts JSON to an address, without cookies, referrer or redirects; a key goes into
    /// the `Authorization` header. `on` is never called before this has returned.
    ///
    /// # Errors
    /// When the browser cannot ask, or the key cannot stand in a header.
    pub fn post(
        url: &str,
        key: Option<&str>,
        body: &str,
        on: impl Fn(ModelEvent) + 'static,
    ) -> Result<Self, BrowserError> {
        let (controller, teller) = (controller()?, Teller::new(on));
        post::post(url, key, body, &controller, &teller)?;
        Ok(Self {
            teller,
            controller,
            kept: None,
        })
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        self.teller.is_over.set(true);
        self.controller.abort();
        drop_later(self.kept.take());
    }
}

/// Tells the owner, until it is over.
struct Teller {
    is_over: Cell<bool>,
    on: Box<dyn Fn(ModelEvent)>,
}

impl Teller {
    fn new(on: impl Fn(ModelEvent) + 'static) -> Rc<Self> {
        Rc::new(Self {
            is_over: Cell::new(false),
            on: Box::new(on),
        })
    }

    fn tell(&self, event: ModelEvent) {
        if !self.is_over.get() {
            (self.on)(event);
        }
    }

    fn end(&self, event: ModelEvent) {
        if !self.is_over.replace(true) {
            (self.on)(event);
        }
    }
}

/// What the browser said when its own model failed.
fn model_error(thrown: &JsValue) -> ModelError {
    match text_property(thrown, "name").as_str() {
        "NotSupportedError" => ModelError::Absent,
        "QuotaExceededError" => ModelError::TooMuch,
        _other => ModelError::Refused(describe(thrown)),
    }
}
