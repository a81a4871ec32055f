//! One request to an address (Fetch), and its answer in bytes: without cookies, referrer or
//! cache. What is asked and what an answer means is not known here.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReadableStream, ReadableStreamDefaultReader, ReferrerPolicy,
    RequestCache, RequestCredentials, RequestInit, RequestRedirect, Response,
};

use super::{BrowserError, cast, property, spawn, window};

/// What is asked.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// `POST`, `PUT`.
    pub method: &'static str,
    /// Where.
    pub url: &'a str,
    /// Names and values.
    pub headers: &'a [(&'a str, &'a str)],
    /// The text that is sent.
    pub body: &'a str,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reply {
    /// The HTTP status; 0: it leads elsewhere, and nobody followed.
    pub status: u16,
    /// The headers that were asked for, in that order, as far as the browser shows them.
    pub headers: Vec<Option<String>>,
    /// As many bytes as were wanted.
    pub body: Vec<u8>,
}

/// Whether a request that is led elsewhere fails, or answers with status 0. Nobody is
/// followed: what is sent is for this address, not for one it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Led {
    Fails,
    Answers,
}

/// A request that was sent. Dropping it ends it, which may be done from within its own
/// callback; nothing is reported then.
pub struct Sent {
    controller: AbortController,
    is_over: Rc<Cell<bool>>,
}

impl Sent {
    /// Sends a request. `on` is called once, never before this has returned: with the
    /// answer, its headers `wanted`, and at most `max_bytes` of it; or with `None`, when
    /// nobody answered, or does not let this page ask.
    ///
    /// # Errors
    /// When the browser cannot ask, or a header has letters that none may have.
    pub fn start(
        question: Question<'_>,
        wanted: &'static [&'static str],
        max_bytes: usize,
        on: impl FnOnce(Option<Reply>) + 'static,
    ) -> Result<Self, BrowserError> {
        let controller = controller()?;
        let asked = ask(question, Led::Answers, &controller)?;
        let is_over = Rc::new(Cell::new(false));
        let over = Rc::clone(&is_over);
        spawn(async move {
            let reply = match JsFuture::from(asked).await {
                Ok(response) => hear(response, wanted, max_bytes, &over).await,
                Err(_) => None,
            };
            if !over.replace(true) {
                on(reply);
            }
        });
        Ok(Self {
            controller,
            is_over,
        })
    }
}

impl Drop for Sent {
    fn drop(&mut self) {
        self.is_over.set(true);
        self.controller.abort();
    }
}

pub(super) fn controller() -> Result<AbortController, BrowserError> {
    AbortController::new().map_err(|thrown| BrowserError::refused("AbortController", &thrown))
}

/// Sends; the promise is of a [`Response`].
pub(super) fn ask(
    question: Question<'_>,
    led: Led,
    controller: &AbortController,
) -> Result<Promise, BrowserError> {
    let window = window().ok_or(BrowserError::Missing("window"))?;
    let headers =
        headers(question.headers).map_err(|thrown| BrowserError::refused("Headers", &thrown))?;
    let init = RequestInit::new();
    init.set_method(question.method);
    init.set_headers(&headers);
    init.set_body(&JsValue::from_str(question.body));
    init.set_credentials(RequestCredentials::Omit);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_redirect(match led {
        Led::Fails => RequestRedirect::Error,
        Led::Answers => RequestRedirect::Manual,
    });
    init.set_cache(RequestCache::NoStore);
    init.set_signal(Some(&controller.signal()));
    Ok(window.fetch_with_str_and_init(question.url, &init))
}

fn headers(pairs: &[(&str, &str)]) -> Result<Headers, JsValue> {
    let headers = Headers::new()?;
    for (name, value) in pairs {
        headers.set(name, value)?;
    }
    Ok(headers)
}

/// The whole answer; `None`, if it broke off.
async fn hear(
    response: JsValue,
    wanted: &[&str],
    max_bytes: usize,
    is_over: &Cell<bool>,
) -> Option<Reply> {
    let response = cast::<Response>(response)?;
    let headers = response.headers();
    let named = wanted.iter().map(|name| headers.get(name).ok().flatten());
    let headers = named.collect();
    let body = RefCell::new(Vec::new());
    if let Some(stream) = response.body() {
        let is_enough = || is_over.get() || body.borrow().len() >= max_bytes;
        let take = |piece: JsValue| {
            if let Some(bytes) = cast::<Uint8Array>(piece) {
                body.borrow_mut().extend(bytes.to_vec());
            }
        };
        read(&stream, is_enough, take).await.ok()?;
    }
    let mut body = body.into_inner();
    body.truncate(max_bytes);
    Some(Reply {
        status: response.status(),
        headers,
        body,
    })
}

/// Reads a stream to its end, or until it is enough.
pub(super) async fn read(
    stream: &ReadableStream,
    is_enough: impl Fn() -> bool,
    take: impl Fn(JsValue),
) -> Result<(), JsValue> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    while !is_enough() {
        let read = JsFuture::from(reader.read()).await?;
        if Reflect::get(&read, &JsValue::from_str("done"))?.is_truthy() {
            break;
        }
        if let Some(value) = property(&read, "value") {
            take(value);
        }
    }
    Ok(())
}
