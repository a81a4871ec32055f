//! The browser's own language model.
//!
//! Source: W3C Community Group draft “Prompt API” (`LanguageModel`), reached by name:
//! `web-sys` does not know it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStream};

use super::{ModelEvent, Teller, model_error};
use crate::browser::fetch::read;
use crate::browser::{BrowserError, Listener, cast, has_global, property, spawn};

/// The name of it all on the page.
const GLOBAL: &str = "LanguageModel";

/// What the browser offers for one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offered {
    /// No model, or none for this language.
    Nothing,
    /// It would be fetched first.
    ToFetch,
    /// It is there.
    Ready,
}

/// Whether this browser knows of language models at all; it may still have none.
pub fn is_supported() -> bool {
    has_global(GLOBAL)
}

/// What the browser offers for texts in this language (a BCP 47 tag).
pub async fn offered(language: &str) -> Offered {
    let answer = match options(language).and_then(|options| call("availability", &options)) {
        Ok(promise) => JsFuture::from(promise).await.ok(),
        Err(_) => None,
    };
    match answer.and_then(|answer| answer.as_string()).as_deref() {
        Some("available") => Offered::Ready,
        Some("downloadable" | "downloading") => Offered::ToFetch,
        Some(_) | None => Offered::Nothing,
    }
}

/// Asks; gives back what has to live as long as the question.
pub(super) fn ask(
    language: &str,
    system: &str,
    user: &str,
    controller: &AbortController,
    teller: &Rc<Teller>,
) -> Result<Box<dyn core::any::Any>, BrowserError> {
    let refused = |thrown: JsValue| BrowserError::refused("LanguageModel.create", &thrown);
    if !is_supported() {
        return Err(BrowserError::Missing(GLOBAL));
    }
    let monitor = Monitor::new(teller);
    let create = || {
        let options = options(language)?;
        set(&options, "signal", &controller.signal())?;
        set(&options, "monitor", monitor.function.as_ref())?;
        let system = message("system", system)?;
        set(&options, "initialPrompts", &Array::of1(&system))?;
        call("create", &options)
    };
    let made = create().map_err(refused)?;
    let (teller, user, signal) = (Rc::clone(teller), user.to_owned(), controller.signal());
    spawn(async move {
        let answered = match JsFuture::from(made).await {
            Ok(session) => answer(&session, &user, &signal, &teller).await,
            Err(thrown) => Err(thrown),
        };
        teller.end(match answered {
            Ok(()) => ModelEvent::Ended,
            Err(thrown) => ModelEvent::Failed(model_error(&thrown)),
        });
    });
    Ok(Box::new(monitor))
}

/// One answer of a session, which is given back then.
async fn answer(
    session: &JsValue,
    user: &str,
    signal: &JsValue,
    teller: &Teller,
) -> Result<(), JsValue> {
    if teller.is_over.get() {
        return Ok(());
    }
    let options = Object::new();
    set(&options, "signal", signal)?;
    let prompt = method(session, "promptStreaming")?;
    let stream = prompt.call2(session, &JsValue::from_str(user), &options)?;
    let stream: ReadableStream = stream.unchecked_into();
    let heard = read(
        &stream,
        || teller.is_over.get(),
        |piece| {
            if let Some(piece) = piece.as_string() {
                teller.tell(ModelEvent::Text(piece));
            }
        },
    )
    .await;
    if let Ok(destroy) = method(session, "destroy") {
        // A session that is gone already needs no end.
        drop(destroy.call0(session));
    }
    heard
}

/// Calls one of the static methods.
fn call(name: &str, options: &Object) -> Result<Promise, JsValue> {
    let model = Reflect::get(&js_sys::global(), &JsValue::from_str(GLOBAL))?;
    let asked = method(&model, name)?.call1(&model, options)?;
    Ok(Promise::resolve(&asked))
}

fn method(owner: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(owner, &JsValue::from_str(name))?.dyn_into()
}

/// Text in this language in, text in this language out.
fn options(language: &str) -> Result<Object, JsValue> {
    let options = Object::new();
    for side in ["expectedInputs", "expectedOutputs"] {
        let text = Object::new();
        set(&text, "type", &JsValue::from_str("text"))?;
        let languages = Array::of1(&JsValue::from_str(language));
        set(&text, "languages", &languages)?;
        set(&options, side, &Array::of1(&text))?;
    }
    Ok(options)
}

fn message(role: &str, content: &str) -> Result<Object, JsValue> {
    let message = Object::new();
    set(&message, "role", &JsValue::from_str(role))?;
    set(&message, "content", &JsValue::from_str(content))?;
    Ok(message)
}

fn set(object: &Object, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &JsValue::from_str(name), value).map(|_| ())
}

/// Hears how far the browser is with fetching its model.
struct Monitor {
    function: Closure<dyn Fn(JsValue)>,
    /// Filled when the browser hands out whom to listen to.
    _listener: Rc<RefCell<Option<Listener>>>,
}

impl Monitor {
    fn new(teller: &Rc<Teller>) -> Self {
        let listener = Rc::new(RefCell::new(None));
        let (place, teller) = (Rc::clone(&listener), Rc::clone(teller));
        let function = Closure::new(move |monitor: JsValue| {
            let teller = Rc::clone(&teller);
            let heard = Listener::on(cast(monitor), "downloadprogress", move |event| {
                let loaded = property(&event, "loaded").and_then(|loaded| loaded.as_f64());
                teller.tell(ModelEvent::Downloading(per_cent(
                    loaded.unwrap_or_default(),
                )));
            });
            place.replace(Some(heard));
        });
        Self {
            function,
            _listener: listener,
        }
    }
}

/// A share from 0 to 1 in per cent.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to 0 to 100"
)]
fn per_cent(share: f64) -> u8 {
    (share.clamp(0.0, 1.0) * 100.0) as u8
}
