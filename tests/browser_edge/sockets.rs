//! Web sockets: texts out and in, ends told once, refusals that are answers.

use std::cell::RefCell;
use std::rc::Rc;

use floret::browser::BrowserError;
use floret::browser::socket::{MAX_TEXT_UNITS, Socket, SocketEvent};
use js_sys::{Function, Object};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Broken, Inbox, set};

/// A socket that opens, says back what it is told, and says `no` to bytes.
const ECHO: &str = "return class {
  constructor(url) { this.url = url; this.readyState = 0; this.bufferedAmount = 0;
    setTimeout(() => { this.readyState = 1; this.onopen?.({}); }); }
  send(text) {
    const data = text === 'bytes' ? new Uint8Array(3) : text === 'long' ? 'x'.repeat(65537) : text;
    setTimeout(() => text === 'end' ? this.end() : this.onmessage?.(new MessageEvent('message', { data }))); }
  end() { this.readyState = 3; this.onerror?.({}); this.onclose?.({}); this.onmessage?.({ data: 'late' }); }
  close() { this.readyState = 3; }
}";

fn echo() -> Broken {
    let class = Function::new_no_args(ECHO)
        .call0(&JsValue::NULL)
        .expect("a class");
    let descriptor = Object::new();
    set(&descriptor, "value", &class);
    Broken::window_property("WebSocket", &descriptor)
}

async fn opened() -> (Socket, Inbox<SocketEvent>) {
    let inbox = Inbox::new();
    let socket = Socket::connect("wss://echo.example", inbox.filler()).expect("it is pretended");
    assert!(socket.send("too early").is_err());
    assert_eq!(inbox.next().await, SocketEvent::Opened);
    (socket, inbox)
}

#[wasm_bindgen_test]
async fn texts_go_out_and_come_in() {
    let echo = echo();
    let (socket, inbox) = opened().await;
    assert_eq!(socket.send("grüße 🌷"), Ok(()));
    let text = SocketEvent::Text("grüße 🌷".to_owned());
    assert_eq!(inbox.next().await, text);
    assert_eq!(socket.send("bytes"), Ok(()));
    assert_eq!(socket.send("after the bytes"), Ok(()));
    let text = SocketEvent::Text("after the bytes".to_owned());
    assert_eq!(inbox.next().await, text);
    drop(echo);
}

#[wasm_bindgen_test]
async fn the_end_is_told_once_and_nothing_after_it() {
    let echo = echo();
    let (socket, inbox) = opened().await;
    assert_eq!(socket.send("end"), Ok(()));
    assert_eq!(inbox.next().await, SocketEvent::Closed);
    assert!(inbox.is_empty());
    assert!(socket.send("late").is_err());
    drop(echo);
}

#[wasm_bindgen_test]
async fn texts_over_the_limit_are_not_sent_and_end_the_socket_that_sends_them() {
    let echo = echo();
    let (socket, inbox) = opened().await;
    let n_bytes = usize::try_from(MAX_TEXT_UNITS).expect("it fits") + 1;
    assert!(socket.send(&"x".repeat(n_bytes)).is_err());
    assert_eq!(socket.send("long"), Ok(()));
    assert_eq!(inbox.next().await, SocketEvent::Closed);
    drop(echo);
}

#[wasm_bindgen_test]
async fn a_socket_may_be_dropped_from_within_its_own_callback() {
    let echo = echo();
    let inbox = Inbox::new();
    let place: Rc<RefCell<Option<Socket>>> = Rc::default();
    let (own, filler) = (Rc::clone(&place), inbox.filler());
    let socket = Socket::connect("wss://echo.example", move |event| {
        drop(own.borrow_mut().take());
        filler(event);
    });
    place.replace(socket.ok());
    assert_eq!(inbox.next().await, SocketEvent::Opened);
    assert!(place.borrow().is_none());
    drop(echo);
}

#[wasm_bindgen_test]
fn an_address_that_is_none_is_refused() {
    match Socket::connect("wss://tracker.example:99999", |_| {}) {
        Err(BrowserError::Refused { step, .. }) => assert_eq!(step, "WebSocket"),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("that is no address"),
    }
}

#[wasm_bindgen_test]
async fn where_nobody_speaks_the_protocol_the_socket_ends() {
    let page = floret::browser::page::address();
    let inbox = Inbox::new();
    let _socket = Socket::connect(&page.replacen("http", "ws", 1), inbox.filler());
    assert_eq!(inbox.next().await, SocketEvent::Closed);
}
