//! Tabs, ticks, locks, keys, files and the address.

use std::cell::RefCell;
use std::rc::Rc;

use floret::browser::files::{self, FileError, GivenFile};
use floret::browser::page::{self, Key};
use floret::browser::tabs::Tabs;
use floret::browser::ticker::{self, Ticker};
use floret::browser::{clipboard, clock, entropy, locks};
use js_sys::{Array, Function};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Broken, Inbox, set};

#[wasm_bindgen_test]
async fn tabs_pass_bytes_to_each_other_and_not_to_themselves() {
    let (one, two) = (Inbox::new(), Inbox::new());
    let first = Tabs::join("edge", one.filler()).expect("joined");
    let second = Tabs::join("edge", two.filler()).expect("joined");
    first.post(&[0, 1, 255]).expect("posted");
    assert_eq!(two.next().await, [0, 1, 255]);
    second.post(&[]).expect("posted");
    assert_eq!(one.next().await, Vec::<u8>::new());
    assert!(two.is_empty());
}

#[wasm_bindgen_test]
async fn a_ticker_ticks_until_it_is_dropped_even_by_itself() {
    let ticks = Inbox::new();
    let slot: Rc<RefCell<Option<Ticker>>> = Rc::default();
    let (filler, held) = (ticks.filler(), Rc::clone(&slot));
    let n_ticks = RefCell::new(0);
    let ticker = Ticker::start(20, move || {
        *n_ticks.borrow_mut() += 1;
        if *n_ticks.borrow() == 3 {
            drop(held.take());
        }
        filler(clock::monotonic_ms());
    });
    slot.replace(Some(ticker));
    let (first, _, third) = (ticks.next().await, ticks.next().await, ticks.next().await);
    assert!(third - first > 20.0);
    let later = Inbox::new();
    let filler = later.filler();
    let _timer = ticker::after(100, move || filler(()));
    later.next().await;
    assert!(ticks.is_empty(), "a dropped ticker is silent");
}

#[wasm_bindgen_test]
async fn a_page_without_workers_ticks_all_the_same() {
    let denied = js_sys::Object::new();
    let body = Function::new_no_args("throw new DOMException('no', 'SecurityError')");
    set(&denied, "value", &body);
    let broken = Broken::window_property("Worker", &denied);
    let ticks = Inbox::new();
    let filler = ticks.filler();
    let _ticker = Ticker::start(20, move || filler(()));
    drop(broken);
    ticks.next().await;
    ticks.next().await;
}

#[wasm_bindgen_test]
async fn a_timer_that_is_dropped_never_fires() {
    let fired = Inbox::new();
    let (early, late) = (fired.filler(), fired.filler());
    drop(ticker::after(10, move || early("dropped")));
    let _late = ticker::after(30, move || late("kept"));
    assert_eq!(fired.next().await, "kept");
    assert!(fired.is_empty());
}

#[wasm_bindgen_test]
fn entropy_fills_any_length_and_never_twice_the_same() {
    let mut bytes = vec![0; 200_000];
    entropy::fill(&mut bytes).expect("filled");
    for part in bytes.chunks(50_000) {
        assert!(part.iter().any(|byte| *byte != 0));
    }
    assert_ne!(entropy::seed(), entropy::seed());
}

#[wasm_bindgen_test]
async fn a_lock_is_held_by_one_until_it_is_dropped() {
    let (one, two, three) = (Inbox::new(), Inbox::new(), Inbox::new());
    let first = locks::hold("edge", one.filler());
    assert!(one.is_empty(), "nothing is reported within the call");
    assert!(one.next().await);
    let _second = locks::hold("edge", two.filler());
    assert!(!two.next().await);
    drop(first);
    let _third = locks::hold("edge", three.filler());
    assert!(three.next().await);
    assert!(one.is_empty() && two.is_empty());
}

#[wasm_bindgen_test]
fn the_fragment_is_set_and_taken_away_without_touching_the_address() {
    let address = page::address();
    page::set_fragment("j=AbC-_9").expect("set");
    assert_eq!(page::fragment(), "j=AbC-_9");
    assert_eq!(page::address(), address);
    page::clear_fragment().expect("cleared");
    assert_eq!(page::fragment(), "");
    assert_eq!(page::address(), address);
}

#[wasm_bindgen_test]
async fn a_followed_fragment_is_reported_and_one_set_by_us_is_not() {
    let heard = Inbox::new();
    let _guard = page::on_fragment_change(heard.filler());
    page::set_fragment("quiet").expect("set");
    run("location.hash = '#loud'");
    assert_eq!(heard.next().await, "loud");
    page::clear_fragment().expect("cleared");
    assert!(heard.is_empty());
}

#[wasm_bindgen_test]
async fn keys_know_where_they_were_typed_and_can_be_used_up() {
    let heard = Inbox::new();
    let filler = heard.filler();
    let guard = page::on_key(move |key| {
        let used = key.name == "5";
        filler(key);
        used
    });
    assert!(press("<input type=radio>", "key: '5'"), "used up");
    assert!(!press("<input>", "key: 'x', ctrlKey: true"), "left alone");
    assert!(!press("<div contenteditable>", "key: '?', shiftKey: true"));
    assert!(!press("<input>", "key: 'y', isComposing: true"));
    assert_eq!(heard.next().await, key("5", false, false));
    assert_eq!(heard.next().await, key("x", true, true));
    assert_eq!(heard.next().await, key("?", false, true));
    assert!(heard.is_empty());
    drop(guard);
    assert!(!press("<input type=radio>", "key: '5'"));
    assert!(heard.is_empty());
}

#[wasm_bindgen_test]
fn leaving_is_warned_about_only_while_the_guard_lives() {
    let ask = "const e = new Event('beforeunload', {cancelable: true}); \
               window.dispatchEvent(e); return e.defaultPrevented";
    let guard = page::warn_before_leaving();
    assert!(run(ask).is_truthy());
    drop(guard);
    assert!(run(ask).is_falsy());
}

#[wasm_bindgen_test]
fn the_root_element_carries_language_and_theme() {
    let theme = "return document.documentElement.getAttribute('data-theme')";
    page::set_theme(Some("dark"));
    assert_eq!(run(theme).as_string().as_deref(), Some("dark"));
    page::set_theme(None);
    assert!(run(theme).is_null());
    page::set_language("de");
    let language = run("return document.documentElement.lang");
    assert_eq!(language.as_string().as_deref(), Some("de"));
    assert!(!page::languages().is_empty());
}

#[wasm_bindgen_test]
async fn a_picked_file_is_read_unless_it_is_too_long() {
    let read = Inbox::new();
    files::read_bytes(file("grüße"), 7, read.filler());
    assert!(read.is_empty(), "nothing is reported within the call");
    let given = GivenFile {
        name: "a.txt".to_owned(),
        bytes: "grüße".as_bytes().to_vec(),
    };
    assert_eq!(read.next().await, Ok(given));
    files::read_bytes(file("grüße"), 6, read.filler());
    let too_long = FileError::TooLong {
        name: "a.txt".to_owned(),
        n_bytes: 7.0,
        max_bytes: 6,
    };
    assert_eq!(read.next().await, Err(too_long));
}

#[wasm_bindgen_test]
async fn a_dropped_file_is_read_and_the_page_stays() {
    let read = Inbox::new();
    let guard = files::on_drop(100, read.filler());
    let drag = "const d = new DataTransfer(); d.items.add(new File(['hi'], 'b.txt')); \
                const e = new DragEvent('drop', {dataTransfer: d, cancelable: true, bubbles: true}); \
                document.body.dispatchEvent(e); return e.defaultPrevented";
    assert!(run(drag).is_truthy());
    let bytes = read.next().await.map(|file| file.bytes);
    assert_eq!(bytes, Ok(b"hi".to_vec()));
    drop(guard);
    assert!(run(drag).is_falsy());
}

#[wasm_bindgen_test]
async fn copying_always_answers() {
    let answered = Inbox::new();
    clipboard::copy("text", answered.filler());
    assert!(answered.is_empty(), "nothing is reported within the call");
    answered.next().await;
    assert!(run("return document.querySelector('textarea')").is_null());
}

fn key(name: &str, has_modifier: bool, in_text_field: bool) -> Key {
    Key {
        name: name.to_owned(),
        has_modifier,
        in_text_field,
        is_repeat: false,
    }
}

/// Presses a key in an element made from `html`; whether the press was used up.
fn press(html: &str, key: &str) -> bool {
    let program = [
        "const b = document.createElement('div'); b.innerHTML = '",
        html,
        "'; document.body.append(b); const e = new KeyboardEvent('keydown', {",
        key,
        ", bubbles: true, cancelable: true}); b.firstChild.dispatchEvent(e); b.remove(); \
         return e.defaultPrevented",
    ];
    run(&program.concat()).is_truthy()
}

fn file(text: &str) -> web_sys::File {
    let parts = Array::of1(&JsValue::from_str(text));
    web_sys::File::new_with_str_sequence(&parts, "a.txt").expect("a file")
}

fn run(program: &str) -> JsValue {
    Function::new_no_args(program)
        .call0(&JsValue::NULL)
        .unwrap_or_else(|thrown| panic!("{thrown:?}"))
}
