//! Language models: a pretended one of the browser, and a pretended address.

use floret::browser::BrowserError;
use floret::browser::model::{self, Asking, ModelError, ModelEvent, Offered};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Broken, Inbox, set, window};

/// A model that says what it was told, in pieces; notes what it was made with.
const ECHO: &str = "return class LanguageModel {
  static async availability(options) {
    const language = options.expectedOutputs[0].languages[0];
    return { en: 'available', de: 'downloadable', fr: 'downloading' }[language] ?? 'unavailable';
  }
  static async create(options) {
    const seen = globalThis.edgeModel = { destroyed: 0, aborted: 0, options };
    options.signal.addEventListener('abort', () => { seen.aborted += 1; });
    const monitor = new EventTarget();
    options.monitor(monitor);
    await null;
    monitor.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded: 0.42, total: 1 }));
    if (options.expectedInputs[0].languages[0] === 'xx') throw new DOMException('no', 'NotSupportedError');
    return {
      promptStreaming(user) {
        if (user === 'long') throw new DOMException('much', 'QuotaExceededError');
        if (user === 'odd') throw new DOMException('odd', 'OperationError');
        const pieces = user === 'silent' ? [] : [options.initialPrompts[0].content, ': ', user];
        return new ReadableStream({ pull(at) {
          const piece = pieces.shift();
          if (piece !== undefined) at.enqueue(piece); else if (user !== 'silent') at.close();
        } });
      },
      destroy() { seen.destroyed += 1; },
    };
  }
}";

/// An address that answers as its path says; notes what it was asked with.
const FETCH: &str = "return async (url, init) => {
  globalThis.edgeAsked = { url, init, key: init.headers.get('Authorization'), aborted: 0 };
  init.signal.addEventListener('abort', () => { globalThis.edgeAsked.aborted += 1; });
  if (url.endsWith('/away')) throw new TypeError('Failed to fetch');
  if (url.endsWith('/empty')) return new Response(null, { status: 204 });
  if (url.endsWith('/silent')) return new Response(new ReadableStream({}), { status: 200 });
  if (url.endsWith('/torn')) {
    let n = 0;
    return new Response(new ReadableStream({ pull(at) {
      if (n++) at.error(new TypeError('network')); else at.enqueue(new Uint8Array([104, 105]));
    } }), { status: 200 });
  }
  return new Response('no', { status: 429 });
}";

fn pretend(name: &str, program: &str) -> Broken {
    let value = run(program);
    let descriptor = Object::new();
    set(&descriptor, "value", &value);
    Broken::window_property(name, &descriptor)
}

fn run(program: &str) -> JsValue {
    Function::new_no_args(program)
        .call0(&JsValue::NULL)
        .unwrap_or_else(|thrown| panic!("{thrown:?}"))
}

fn text(program: &str) -> String {
    run(program).as_string().unwrap_or_default()
}

fn pretended(user: &str, language: &str) -> (Asking, Inbox<ModelEvent>) {
    let inbox = Inbox::new();
    let asking = Asking::built_in(language, "Be short", user, inbox.filler());
    let asking = asking.unwrap_or_else(|error| panic!("{error}"));
    assert!(inbox.is_empty());
    (asking, inbox)
}

async fn until_the_end(inbox: &Inbox<ModelEvent>) -> Vec<ModelEvent> {
    let mut heard = Vec::new();
    loop {
        let event = inbox.next().await;
        let is_over = matches!(event, ModelEvent::Ended | ModelEvent::Failed(_));
        heard.push(event);
        if is_over {
            return heard;
        }
    }
}

/// Lets everything that was begun go on.
async fn settle() {
    floret::browser::wait(30).await;
}

#[wasm_bindgen_test]
async fn a_browser_without_a_model_offers_none() {
    let gone = pretend("LanguageModel", "return undefined");
    assert!(!model::is_supported());
    assert_eq!(model::offered("en").await, Offered::Nothing);
    match Asking::built_in("en", "", "", |_| {}) {
        Err(BrowserError::Missing(what)) => assert_eq!(what, "LanguageModel"),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("there is none"),
    }
    drop(gone);
}

#[wasm_bindgen_test]
async fn what_a_model_offers_depends_on_the_language() {
    let echo = pretend("LanguageModel", ECHO);
    assert!(model::is_supported());
    assert_eq!(model::offered("en").await, Offered::Ready);
    assert_eq!(model::offered("de").await, Offered::ToFetch);
    assert_eq!(model::offered("fr").await, Offered::ToFetch);
    assert_eq!(model::offered("ja").await, Offered::Nothing);
    drop(echo);
}

#[wasm_bindgen_test]
async fn the_built_in_model_answers_in_pieces() {
    let echo = pretend("LanguageModel", ECHO);
    let (asking, inbox) = pretended("grüße 🌷", "en");
    let piece = |text: &str| ModelEvent::Text(text.to_owned());
    assert_eq!(
        until_the_end(&inbox).await,
        [
            ModelEvent::Downloading(42),
            piece("Be short"),
            piece(": "),
            piece("grüße 🌷"),
            ModelEvent::Ended,
        ]
    );
    assert_eq!(text("return String(edgeModel.destroyed)"), "1");
    assert_eq!(
        text("return edgeModel.options.initialPrompts[0].role"),
        "system"
    );
    drop(asking);
    settle().await;
    assert!(inbox.is_empty());
    drop(echo);
}

#[wasm_bindgen_test]
async fn refusals_of_the_built_in_model_are_told_apart() {
    let echo = pretend("LanguageModel", ECHO);
    for (user, language, error) in [
        ("hi", "xx", ModelError::Absent),
        ("long", "en", ModelError::TooMuch),
        (
            "odd",
            "en",
            ModelError::Refused("OperationError: odd".to_owned()),
        ),
    ] {
        let (_asking, inbox) = pretended(user, language);
        let heard = until_the_end(&inbox).await;
        assert_eq!(heard.last(), Some(&ModelEvent::Failed(error)));
    }
    drop(echo);
}

#[wasm_bindgen_test]
async fn a_model_that_is_dropped_is_stopped_and_says_nothing_more() {
    let echo = pretend("LanguageModel", ECHO);
    let (asking, inbox) = pretended("silent", "en");
    assert_eq!(inbox.next().await, ModelEvent::Downloading(42));
    settle().await;
    drop(asking);
    settle().await;
    assert_eq!(text("return String(edgeModel.aborted)"), "1");
    assert!(inbox.is_empty());
    drop(echo);
}

fn posted(url: &str, key: Option<&str>) -> (Asking, Inbox<ModelEvent>) {
    let inbox = Inbox::new();
    let asking = Asking::post(url, key, "{\"a\":\"ü\"}", inbox.filler());
    let asking = asking.unwrap_or_else(|error| panic!("{error}"));
    assert!(inbox.is_empty());
    (asking, inbox)
}

#[wasm_bindgen_test]
async fn an_address_is_asked_without_cookies_referrer_or_redirects() {
    let fetch = pretend("fetch", FETCH);
    let (_asking, inbox) = posted("https://model.example/no", Some("sk-secret"));
    let heard = until_the_end(&inbox).await;
    assert_eq!(
        heard,
        [
            ModelEvent::Began(429),
            ModelEvent::Bytes(b"no".to_vec()),
            ModelEvent::Ended,
        ]
    );
    for (program, value) in [
        ("return edgeAsked.url", "https://model.example/no"),
        ("return edgeAsked.key", "Bearer sk-secret"),
        ("return edgeAsked.init.method", "POST"),
        ("return edgeAsked.init.body", "{\"a\":\"ü\"}"),
        ("return edgeAsked.init.credentials", "omit"),
        ("return edgeAsked.init.referrerPolicy", "no-referrer"),
        ("return edgeAsked.init.redirect", "error"),
        ("return edgeAsked.init.cache", "no-store"),
        (
            "return edgeAsked.init.headers.get('Content-Type')",
            "application/json",
        ),
    ] {
        assert_eq!(text(program), value, "{program}");
    }
    drop(fetch);
}

#[wasm_bindgen_test]
async fn without_a_key_there_is_no_such_header() {
    let fetch = pretend("fetch", FETCH);
    let (_asking, inbox) = posted("https://model.example/empty", None);
    let heard = until_the_end(&inbox).await;
    assert_eq!(heard, [ModelEvent::Began(204), ModelEvent::Ended]);
    assert!(run("return edgeAsked.key").is_null());
    drop(fetch);
}

#[wasm_bindgen_test]
async fn an_address_that_is_away_and_one_that_breaks_off_are_told_apart() {
    let fetch = pretend("fetch", FETCH);
    let (_asking, inbox) = posted("https://model.example/away", None);
    let away = ModelEvent::Failed(ModelError::Unreachable);
    assert_eq!(until_the_end(&inbox).await, [away]);
    let (_asking, inbox) = posted("https://model.example/torn", None);
    let heard = until_the_end(&inbox).await;
    assert_eq!(heard.first(), Some(&ModelEvent::Began(200)));
    assert_eq!(heard.last(), Some(&ModelEvent::Failed(ModelError::Lost)));
    drop(fetch);
}

#[wasm_bindgen_test]
async fn a_question_that_is_dropped_is_taken_back() {
    let fetch = pretend("fetch", FETCH);
    let (asking, inbox) = posted("https://model.example/silent", None);
    assert_eq!(inbox.next().await, ModelEvent::Began(200));
    drop(asking);
    settle().await;
    assert_eq!(text("return String(edgeAsked.aborted)"), "1");
    assert!(inbox.is_empty());
    let name = JsValue::from_str("edgeAsked");
    Reflect::delete_property(&window(), &name).expect("it is ours");
    drop(fetch);
}

#[wasm_bindgen_test]
fn a_key_that_no_header_can_carry_is_refused() {
    match Asking::post("https://model.example", Some("a\nb"), "{}", |_| {}) {
        Err(BrowserError::Refused { step, .. }) => assert_eq!(step, "Headers"),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("that is no header"),
    }
}
