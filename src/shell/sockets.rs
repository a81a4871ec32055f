//! Web sockets by name.

use std::cell::RefCell;
use std::rc::Rc;

use litemap::LiteMap;

use crate::app::{Event, SocketId, SocketNews};
use crate::browser::console;
use crate::browser::socket::{Socket, SocketEvent};

use super::Shell;

/// All web sockets of this page.
#[derive(Default)]
pub(super) struct Sockets {
    open: RefCell<LiteMap<SocketId, Socket>>,
}

impl Sockets {
    /// Begins to connect; one that the browser refuses is closed at once.
    pub(super) fn open(&self, name: SocketId, url: &str, shell: &Rc<Shell>) {
        let weak = Rc::downgrade(shell);
        let made = Socket::connect(url, move |event| {
            let Some(shell) = weak.upgrade() else { return };
            let news = match event {
                SocketEvent::Opened => SocketNews::Opened,
                SocketEvent::Text(text) => SocketNews::Text(text),
                SocketEvent::Closed => SocketNews::Closed,
            };
            shell.tell(Event::Socket(name, news));
        });
        match made {
            Ok(socket) => {
                self.open.borrow_mut().insert(name, socket);
            }
            Err(error) => {
                console::debug(&error.to_string());
                shell.tell(Event::Socket(name, SocketNews::Closed));
            }
        }
    }

    /// A text that cannot be sent is lost: it is said again soon.
    pub(super) fn send(&self, name: SocketId, text: &str) {
        if let Some(socket) = self.open.borrow().get(&name)
            && let Err(error) = socket.send(text)
        {
            console::debug(&error.to_string());
        }
    }

    pub(super) fn close(&self, name: SocketId) {
        let closed = self.open.borrow_mut().remove(&name);
        drop(closed);
    }
}
