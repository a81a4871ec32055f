//! Dictation: a pretended one, that hears what the test says.

use floret::browser::BrowserError;
use floret::browser::speech::{self, Dictation, SpeechError, SpeechEvent, Understood};
use js_sys::{Function, Object};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Broken, Inbox, set};

/// Keeps the newest one in `edgeSpeech`, counts what it is told to do.
const HEARS: &str = "return class extends EventTarget {
  constructor() { super(); this.told = []; globalThis.edgeSpeech = this; globalThis.edgeMade += 1; }
  static async available({ langs, processLocally }) {
    return processLocally && langs[0] === 'en-GB' ? 'available' : 'unavailable';
  }
  start() { if (this.lang === 'xx') throw new DOMException('no', 'InvalidStateError');
    this.told.push('start'); setTimeout(() => this.say('start')); }
  stop() { this.told.push('stop'); setTimeout(() => { this.hear(0, [['last', true]]); this.say('end'); }); }
  abort() { this.told.push('abort'); setTimeout(() => this.say('end')); }
  say(kind, more) { this.dispatchEvent(Object.assign(new Event(kind), more)); }
  hear(resultIndex, all) {
    const results = all.map(([transcript, isFinal]) => Object.assign([{ transcript }], { isFinal }));
    this.say('result', { resultIndex, results });
  }
}";

fn pretend(program: &str) -> [Broken; 2] {
    run("globalThis.edgeMade = 0");
    let replaced = |name: &str, value: &JsValue| {
        let descriptor = Object::new();
        set(&descriptor, "value", value);
        Broken::window_property(name, &descriptor)
    };
    // The prefixed name is what browsers have; the other one must not be in its way.
    [
        replaced("SpeechRecognition", &JsValue::UNDEFINED),
        replaced("webkitSpeechRecognition", &run(program)),
    ]
}

fn run(program: &str) -> JsValue {
    Function::new_no_args(program)
        .call0(&JsValue::NULL)
        .unwrap_or_else(|thrown| panic!("{thrown:?}"))
}

fn text(program: &str) -> String {
    run(program).as_string().unwrap_or_default()
}

async fn listening(on_device: bool) -> (Dictation, Inbox<SpeechEvent>) {
    let inbox = Inbox::new();
    let dictation = Dictation::start("en-GB", on_device, inbox.filler());
    let dictation = dictation.unwrap_or_else(|error| panic!("{error}"));
    assert!(inbox.is_empty());
    assert_eq!(inbox.next().await, SpeechEvent::Listening);
    (dictation, inbox)
}

#[wasm_bindgen_test]
async fn a_browser_without_dictation_offers_none() {
    let gone = pretend("return undefined");
    assert!(!speech::is_supported());
    assert_eq!(speech::understood("en-GB").await, Understood::Nowhere);
    match Dictation::start("en-GB", false, |_| {}) {
        Err(BrowserError::Missing(what)) => assert_eq!(what, "SpeechRecognition"),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("there is none"),
    }
    drop(gone);
}

#[wasm_bindgen_test]
async fn asking_where_speech_is_understood_opens_no_microphone() {
    let hears = pretend(HEARS);
    assert!(speech::is_supported());
    assert_eq!(speech::understood("en-GB").await, Understood::Here);
    assert_eq!(speech::understood("de-DE").await, Understood::Elsewhere);
    assert_eq!(text("return String(edgeMade)"), "0");
    drop(hears);
    let silent = pretend("return class extends EventTarget {}");
    assert_eq!(speech::understood("en-GB").await, Understood::Elsewhere);
    drop(silent);
}

#[wasm_bindgen_test]
async fn words_come_first_for_now_then_for_good() {
    let hears = pretend(HEARS);
    let (dictation, inbox) = listening(true).await;
    assert_eq!(text("return String(edgeSpeech.processLocally)"), "true");
    assert_eq!(
        text("return String(edgeSpeech.continuous && edgeSpeech.interimResults)"),
        "true"
    );
    let interim = |words: &str| SpeechEvent::Interim(words.to_owned());
    let last = |words: &str| SpeechEvent::Final(words.to_owned());
    run("edgeSpeech.hear(0, [['copy ', false], ['by', false]])");
    assert_eq!(inbox.next().await, interim("copy by"));
    run("edgeSpeech.hear(0, [['copy by hand', true], [' every', false]])");
    assert_eq!(inbox.next().await, last("copy by hand"));
    assert_eq!(inbox.next().await, interim(" every"));
    run("edgeSpeech.hear(1, [['copy by hand', true], [' every day', true]])");
    assert_eq!(inbox.next().await, last(" every day"));
    assert_eq!(inbox.next().await, interim(""));

    dictation.finish();
    assert_eq!(inbox.next().await, last("last"));
    assert_eq!(inbox.next().await, interim(""));
    assert_eq!(inbox.next().await, SpeechEvent::Ended);
    drop(hears);
}

#[wasm_bindgen_test]
async fn speech_may_leave_where_it_was_not_forbidden() {
    let hears = pretend(HEARS);
    let (_dictation, _inbox) = listening(false).await;
    assert_eq!(
        text("return String(edgeSpeech.processLocally)"),
        "undefined"
    );
    assert_eq!(text("return edgeSpeech.lang"), "en-GB");
    drop(hears);
}

#[wasm_bindgen_test]
async fn a_dictation_that_is_dropped_closes_the_microphone_and_says_nothing_more() {
    let hears = pretend(HEARS);
    let (dictation, inbox) = listening(false).await;
    drop(dictation);
    assert_eq!(text("return edgeSpeech.told.join()"), "start,abort");
    floret::browser::wait(30).await;
    assert!(inbox.is_empty());
    drop(hears);
}

#[wasm_bindgen_test]
async fn failures_are_told_once_and_apart() {
    let hears = pretend(HEARS);
    for (name, error) in [
        ("not-allowed", SpeechError::Forbidden),
        ("audio-capture", SpeechError::NoMicrophone),
        ("network", SpeechError::Unreachable),
        ("language-not-supported", SpeechError::NoLanguage),
        ("no-speech", SpeechError::Silence),
        ("service-not-allowed", SpeechError::Other),
    ] {
        let (_dictation, inbox) = listening(false).await;
        run(&format!(
            "edgeSpeech.say('error', {{ error: '{name}' }}); edgeSpeech.say('end')"
        ));
        assert_eq!(inbox.next().await, SpeechEvent::Failed(error));
        assert!(inbox.is_empty());
    }
    drop(hears);
}

#[wasm_bindgen_test]
fn a_refused_start_is_an_answer() {
    let hears = pretend(HEARS);
    match Dictation::start("xx", false, |_| {}) {
        Err(BrowserError::Refused { step, .. }) => assert_eq!(step, "SpeechRecognition"),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it must not start"),
    }
    drop(hears);
}
