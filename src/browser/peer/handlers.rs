//! The closures that listen to a connection and its channel.

use std::rc::{Rc, Weak};

use js_sys::{ArrayBuffer, Function, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, RtcPeerConnectionIceEvent};

use super::super::{cast, drop_later};
use super::PeerEvent;
use super::link::Link;

type Handler = Closure<dyn Fn(JsValue)>;

/// Everything the browser may call, kept until the peer is dropped. They hold
/// the link weakly: a handler that runs late finds nobody.
pub(super) struct Handlers {
    candidate: Handler,
    connection: Handler,
    open: Handler,
    close: Handler,
    message: Handler,
    writable: Handler,
}

impl Handlers {
    /// Makes the handlers and hands them to the browser.
    pub(super) fn attach(link: &Rc<Link>) -> Self {
        let handlers = Self {
            candidate: handler(link, candidate),
            connection: handler(link, |link, _| link.connection_changed()),
            open: handler(link, |link, _| link.opened()),
            close: handler(link, |link, _| link.lost()),
            message: handler(link, message),
            writable: handler(link, |link, _| link.report(PeerEvent::Writable)),
        };
        let (connection, channel) = (&link.connection, &link.channel);
        connection.set_onicecandidate(Some(function(&handlers.candidate)));
        connection.set_onconnectionstatechange(Some(function(&handlers.connection)));
        channel.set_onopen(Some(function(&handlers.open)));
        channel.set_onclose(Some(function(&handlers.close)));
        channel.set_onmessage(Some(function(&handlers.message)));
        channel.set_onbufferedamountlow(Some(function(&handlers.writable)));
        handlers
    }

    /// Takes them back from the browser; one of them may be running right now.
    pub(super) fn detach(self, link: &Link) {
        let (connection, channel) = (&link.connection, &link.channel);
        connection.set_onicecandidate(None);
        connection.set_onconnectionstatechange(None);
        channel.set_onopen(None);
        channel.set_onclose(None);
        channel.set_onmessage(None);
        channel.set_onbufferedamountlow(None);
        drop_later(self);
    }
}

fn handler(link: &Rc<Link>, heard: fn(&Link, JsValue)) -> Handler {
    let link: Weak<Link> = Rc::downgrade(link);
    Closure::new(move |event: JsValue| {
        if let Some(link) = link.upgrade() {
            heard(&link, event);
        }
    })
}

fn function(handler: &Handler) -> &Function {
    handler.as_ref().unchecked_ref()
}

/// Null ends the gathering; an empty line only ends one generation of it.
fn candidate(link: &Link, event: JsValue) {
    let event: RtcPeerConnectionIceEvent = event.unchecked_into();
    match event.candidate() {
        None => link.report(PeerEvent::Gathered),
        Some(candidate) => {
            let text = candidate.candidate();
            if !text.is_empty() {
                link.report(PeerEvent::Candidate { line: text });
            }
        }
    }
}

/// Bytes are reported; text is not part of any protocol here.
fn message(link: &Link, event: JsValue) {
    let event: MessageEvent = event.unchecked_into();
    if let Some(buffer) = cast::<ArrayBuffer>(event.data()) {
        link.received(&Uint8Array::new(&buffer));
    }
}
