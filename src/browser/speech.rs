//! Speech becomes text, where the browser offers it. The microphone opens only when a
//! [`Dictation`] is started, and closes with it.
//!
//! Source: W3C Community Group draft “Web Speech API” (`SpeechRecognition`), reached by
//! name: Chromium and Safari prefix it, and `web-sys` does not know all of it.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::EventTarget;

use super::{BrowserError, Listener, cast, has_global, property, text_property};

/// Names under which browsers have it.
const GLOBALS: [&str; 2] = ["SpeechRecognition", "webkitSpeechRecognition"];

/// Property that keeps speech on the device.
const LOCALLY: &str = "processLocally";

/// Where speech is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Understood {
    /// Nowhere: this browser has no dictation.
    Nowhere,
    /// On this device.
    Here,
    /// Perhaps at the browser's maker.
    Elsewhere,
}

/// What a dictation reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpeechEvent {
    /// The microphone is open.
    Listening,
    /// Heard so far, and may still change.
    Interim(String),
    /// Heard for good.
    Final(String),
    /// It is over; reported once, and nothing after it.
    Ended,
    /// It failed; reported once, and nothing after it.
    Failed(SpeechError),
}

/// Why a dictation failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeechError {
    /// The microphone was refused.
    Forbidden,
    /// There is no microphone.
    NoMicrophone,
    /// The browser's maker could not be reached.
    Unreachable,
    /// The language is not known.
    NoLanguage,
    /// Nobody spoke.
    Silence,
    /// Something else.
    Other,
}

/// Whether this browser offers dictation.
pub fn is_supported() -> bool {
    GLOBALS.into_iter().any(has_global)
}

/// Where speech in this language (a BCP 47 tag) is understood. Opens no microphone.
pub async fn understood(language: &str) -> Understood {
    let Some(class) = class() else {
        return Understood::Nowhere;
    };
    match asked_locally(&class, language) {
        Some(promise) => match JsFuture::from(promise).await {
            Ok(answer) if answer.as_string().as_deref() == Some("available") => Understood::Here,
            Ok(_) | Err(_) => Understood::Elsewhere,
        },
        None => Understood::Elsewhere,
    }
}

/// Asks whether speech can stay here; `None` where browsers do not say.
fn asked_locally(class: &Function, language: &str) -> Option<Promise> {
    let available: Function = property(class, "available")?.dyn_into().ok()?;
    let options = Object::new();
    let languages = Array::of1(&JsValue::from_str(language));
    set(&options, "langs", &languages).ok()?;
    set(&options, LOCALLY, &JsValue::TRUE).ok()?;
    let asked = available.call1(class, &options).ok()?;
    Some(Promise::resolve(&asked))
}

fn class() -> Option<Function> {
    let global = js_sys::global();
    let mut found = GLOBALS.iter().filter_map(|name| property(&global, name));
    found.find_map(|class| class.dyn_into().ok())
}

fn set(object: &Object, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &JsValue::from_str(name), value).map(|_| ())
}

/// A dictation. Dropping it closes the microphone at once, which may be done from within
/// its own callback; nothing is reported then.
#[must_use = "the microphone closes when this is dropped"]
pub struct Dictation {
    speech: EventTarget,
    teller: Rc<Teller>,
    _listeners: [Listener; 4],
}

impl Dictation {
    /// Opens the microphone; call it within the click. With `on_device` speech does not
    /// leave this device, and where that is not possible it fails. `on` is never called
    /// before this has returned.
    ///
    /// # Errors
    /// When this browser has no dictation or refuses to begin.
    pub fn start(
        language: &str,
        on_device: bool,
        on: impl Fn(SpeechEvent) + 'static,
    ) -> Result<Self, BrowserError> {
        let refused = |thrown: JsValue| BrowserError::refused("SpeechRecognition", &thrown);
        let class = class().ok_or(BrowserError::Missing("SpeechRecognition"))?;
        let speech: Object = Reflect::construct(&class, &Array::new())
            .map_err(refused)?
            .unchecked_into();
        let prepare = || {
            set(&speech, "lang", &JsValue::from_str(language))?;
            set(&speech, "continuous", &JsValue::TRUE)?;
            set(&speech, "interimResults", &JsValue::TRUE)?;
            if on_device {
                set(&speech, LOCALLY, &JsValue::TRUE)?;
            }
            Ok(())
        };
        prepare().map_err(refused)?;
        let speech: EventTarget = speech.unchecked_into();
        let teller = Rc::new(Teller {
            is_over: Cell::new(false),
            on: Box::new(on),
        });
        let listeners = listeners(&speech, &teller);
        let dictation = Self {
            speech,
            teller,
            _listeners: listeners,
        };
        dictation.call("start").map_err(refused)?;
        Ok(dictation)
    }

    /// Closes the microphone; the last words still come, then [`SpeechEvent::Ended`].
    pub fn finish(&self) {
        // One that has not begun or is over needs no end.
        drop(self.call("stop"));
    }

    fn call(&self, name: &str) -> Result<JsValue, JsValue> {
        let method: Function = Reflect::get(&self.speech, &JsValue::from_str(name))?.dyn_into()?;
        method.call0(&self.speech)
    }
}

impl Drop for Dictation {
    fn drop(&mut self) {
        self.teller.is_over.set(true);
        // One that has not begun or is over needs no end.
        drop(self.call("abort"));
    }
}

/// Tells the owner, until it is over.
struct Teller {
    is_over: Cell<bool>,
    on: Box<dyn Fn(SpeechEvent)>,
}

impl Teller {
    fn tell(&self, event: SpeechEvent) {
        if !self.is_over.get() {
            (self.on)(event);
        }
    }

    fn end(&self, event: SpeechEvent) {
        if !self.is_over.replace(true) {
            (self.on)(event);
        }
    }

    /// Takes a `result` event: what is final now, then what may still change.
    fn heard(&self, event: &JsValue) {
        let Some(results) = property(event, "results") else {
            return;
        };
        let mut interim = String::new();
        for at in number(event, "resultIndex")..number(&results, "length") {
            let Some(result) = item(&results, at) else {
                continue;
            };
            let best = item(&result, 0);
            let words = best.map(|best| text_property(&best, "transcript"));
            let words = words.unwrap_or_default();
            if property(&result, "isFinal").is_some_and(|is_final| is_final.is_truthy()) {
                self.tell(SpeechEvent::Final(words));
            } else {
                interim.push_str(&words);
            }
        }
        self.tell(SpeechEvent::Interim(interim));
    }
}

fn listeners(speech: &EventTarget, teller: &Rc<Teller>) -> [Listener; 4] {
    let on = |kind, act: fn(&Teller, &JsValue)| {
        let teller = Rc::clone(teller);
        Listener::on(Some(speech.clone()), kind, move |event| {
            act(&teller, &event);
        })
    };
    [
        on("start", |teller, _| teller.tell(SpeechEvent::Listening)),
        on("result", Teller::heard),
        on("error", |teller, event| {
            let error = text_property(event, "error");
            // Our own end is no failure.
            if error != "aborted" {
                teller.end(SpeechEvent::Failed(speech_error(&error)));
            }
        }),
        on("end", |teller, _| teller.end(SpeechEvent::Ended)),
    ]
}

fn speech_error(name: &str) -> SpeechError {
    match name {
        "not-allowed" => SpeechError::Forbidden,
        "audio-capture" => SpeechError::NoMicrophone,
        "network" => SpeechError::Unreachable,
        "language-not-supported" => SpeechError::NoLanguage,
        "no-speech" => SpeechError::Silence,
        _other => SpeechError::Other,
    }
}

/// A small whole number that is a property; 0 where there is none.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count; what is none becomes 0 or the largest"
)]
fn number(owner: &JsValue, name: &str) -> u32 {
    let value = property(owner, name).and_then(|value| value.as_f64());
    value.unwrap_or_default() as u32
}

fn item(list: &JsValue, at: u32) -> Option<JsValue> {
    let value = Reflect::get_u32(list, at).ok()?;
    cast::<Object>(value).map(Into::into)
}
