//! A question posted to an address, and the bytes of its answer as they come.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Response};

use super::{ModelError, ModelEvent, Teller};
use crate::browser::fetch::{Led, Question, ask, read};
use crate::browser::{BrowserError, cast, spawn};

/// Posts; what comes of it is told.
pub(super) fn post(
    url: &str,
    key: Option<&str>,
    body: &str,
    controller: &AbortController,
    teller: &Rc<Teller>,
) -> Result<(), BrowserError> {
    let key = key.map(|key| format!("Bearer {key}"));
    let mut headers = vec![
        ("Content-Type", "application/json"),
        ("Accept", "text/event-stream, application/json"),
    ];
    headers.extend(key.iter().map(|key| ("Authorization", key.as_str())));
    let question = Question {
        method: "POST",
        url,
        headers: &headers,
        body,
    };
    let asked = ask(question, Led::Fails, controller)?;
    let teller = Rc::clone(teller);
    spawn(async move {
        let end = match JsFuture::from(asked).await {
            Ok(response) => match cast::<Response>(response) {
                Some(response) => answer(&response, &teller).await,
                None => ModelEvent::Failed(ModelError::Unreachable),
            },
            Err(_) => ModelEvent::Failed(ModelError::Unreachable),
        };
        teller.end(end);
    });
    Ok(())
}

async fn answer(response: &Response, teller: &Teller) -> ModelEvent {
    teller.tell(ModelEvent::Began(response.status()));
    let Some(body) = response.body() else {
        return ModelEvent::Ended;
    };
    let take = |piece: JsValue| {
        if let Some(bytes) = cast::<Uint8Array>(piece) {
            teller.tell(ModelEvent::Bytes(bytes.to_vec()));
        }
    };
    match read(&body, || teller.is_over.get(), take).await {
        Ok(()) => ModelEvent::Ended,
        Err(_) => ModelEvent::Failed(ModelError::Lost),
    }
}
