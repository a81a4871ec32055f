//! A question posted to an address, and the bytes of its answer as they come.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit,
    RequestRedirect, Response,
};

use super::{ModelError, ModelEvent, Teller, read};
use crate::browser::{BrowserError, cast, spawn, window};

/// Posts; what comes of it is told.
pub(super) fn post(
    url: &str,
    key: Option<&str>,
    body: &str,
    controller: &AbortController,
    teller: &Rc<Teller>,
) -> Result<(), BrowserError> {
    let window = window().ok_or(BrowserError::Missing("window"))?;
    let headers = headers(key).map_err(|thrown| BrowserError::refused("Headers", &thrown))?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&JsValue::from_str(body));
    init.set_credentials(RequestCredentials::Omit);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    // The key and the text are for this address, not for one it names.
    init.set_redirect(RequestRedirect::Error);
    init.set_cache(RequestCache::NoStore);
    init.set_signal(Some(&controller.signal()));
    let asked = window.fetch_with_str_and_init(url, &init);
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

fn headers(key: Option<&str>) -> Result<Headers, JsValue> {
    let headers = Headers::new()?;
    headers.set("Content-Type", "application/json")?;
    headers.set("Accept", "text/event-stream, application/json")?;
    if let Some(key) = key {
        headers.set("Authorization", &format!("Bearer {key}"))?;
    }
    Ok(headers)
}

async fn answer(response: &Response, teller: &Teller) -> ModelEvent {
    teller.tell(ModelEvent::Began(response.status()));
    let Some(body) = response.body() else {
        return ModelEvent::Ended;
    };
    let heard = read(&body, teller, |piece| {
        if let Some(bytes) = cast::<Uint8Array>(piece) {
            teller.tell(ModelEvent::Bytes(bytes.to_vec()));
        }
    });
    match heard.await {
        Ok(()) => ModelEvent::Ended,
        Err(_) => ModelEvent::Failed(ModelError::Lost),
    }
}
