//! One WebSocket: texts out and in. What they mean is not known here.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, JsString};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, WebSocket};

use super::{BrowserError, cast, drop_later, has_global};

/// Longest text taken or sent, in UTF-16 units: what the servers in use take.
pub const MAX_TEXT_UNITS: u32 = 65_536;
/// Most bytes waiting to leave: some announces, not a queue.
pub const MAX_BUFFERED_BYTES: u32 = 256 * 1024;

/// What a socket reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SocketEvent {
    /// Texts can be sent.
    Opened,
    /// A text arrived.
    Text(String),
    /// It is over, or never opened; reported once, and nothing after it.
    Closed,
}

type Handler = Closure<dyn Fn(JsValue)>;

/// A WebSocket. Dropping it closes it, which may be done from within its own
/// callback; what was sent before still leaves.
pub struct Socket {
    socket: WebSocket,
    handlers: Option<[Handler; 4]>,
}

impl Socket {
    /// Begins to connect. `on` is never called before this has returned.
    ///
    /// # Errors
    /// When the browser has no WebSocket, or refuses the address: a page that
    /// came over https may not ask for `ws:`.
    pub fn connect(url: &str, on: impl Fn(SocketEvent) + 'static) -> Result<Self, BrowserError> {
        if !has_global("WebSocket") {
            return Err(BrowserError::Missing("WebSocket"));
        }
        let socket =
            WebSocket::new(url).map_err(|thrown| BrowserError::refused("WebSocket", &thrown))?;
        let told = Rc::new(Teller {
            socket: socket.clone(),
            is_over: Cell::new(false),
            on: Box::new(on),
        });
        let handlers = [
            handler(&told, |told, _| told.tell(SocketEvent::Opened)),
            handler(&told, Teller::received),
            handler(&told, |told, _| told.end()),
            handler(&told, |told, _| told.end()),
        ];
        let [open, message, error, close] = &handlers;
        socket.set_onopen(Some(function(open)));
        socket.set_onmessage(Some(function(message)));
        socket.set_onerror(Some(function(error)));
        socket.set_onclose(Some(function(close)));
        Ok(Self {
            socket,
            handlers: Some(handlers),
        })
    }

    /// Sends a text of at most [`MAX_TEXT_UNITS`].
    ///
    /// # Errors
    /// When the socket is not open, the text is too long, or too much is
    /// waiting already.
    pub fn send(&self, text: &str) -> Result<(), BrowserError> {
        let refused = |reason: &str| BrowserError::Refused {
            step: "WebSocket.send",
            reason: reason.to_owned(),
        };
        if self.socket.ready_state() != WebSocket::OPEN {
            return Err(refused("not open"));
        }
        if u32::try_from(text.len()).map_or(true, |n| n > MAX_TEXT_UNITS) {
            return Err(refused("the text is too long"));
        }
        if self.socket.buffered_amount() > MAX_BUFFERED_BYTES {
            return Err(refused("too much is waiting"));
        }
        self.socket
            .send_with_str(text)
            .map_err(|thrown| BrowserError::refused("WebSocket.send", &thrown))
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.socket.set_onopen(None);
        self.socket.set_onmessage(None);
        self.socket.set_onerror(None);
        self.socket.set_onclose(None);
        // Only refused for a code or a reason, and none is given.
        drop(self.socket.close());
        drop_later(self.handlers.take());
    }
}

/// Tells the owner, until it is over.
struct Teller {
    socket: WebSocket,
    is_over: Cell<bool>,
    on: Box<dyn Fn(SocketEvent)>,
}

impl Teller {
    fn tell(&self, event: SocketEvent) {
        if !self.is_over.get() {
            (self.on)(event);
        }
    }

    /// Bytes are not for us; a text over the limit ends the socket.
    fn received(&self, event: JsValue) {
        let data = cast::<MessageEvent>(event).map(|event| event.data());
        let Some(text) = data.and_then(cast::<JsString>) else {
            return;
        };
        if text.length() > MAX_TEXT_UNITS {
            drop(self.socket.close());
            self.end();
        } else {
            self.tell(SocketEvent::Text(String::from(text)));
        }
    }

    fn end(&self) {
        if !self.is_over.replace(true) {
            (self.on)(SocketEvent::Closed);
        }
    }
}

fn handler(told: &Rc<Teller>, act: impl Fn(&Teller, JsValue) + 'static) -> Handler {
    let told = Rc::clone(told);
    Closure::new(move |event| act(&told, event))
}

fn function(handler: &Handler) -> &Function {
    handler.as_ref().unchecked_ref()
}
