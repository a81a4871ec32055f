//! What the program wishes, done with the browser's means.

use std::cell::RefCell;
use std::rc::Rc;

use crate::app::{Effect, Event, KeepProblem};
use crate::browser::storage::StorageError;
use crate::browser::{Listener, clipboard, console, files, locks, page, share, storage};

use super::Shell;
use super::door::Door;
use super::ears::Ears;
use super::peers::Peers;
use super::sockets::Sockets;

/// Everything the page holds on to.
#[derive(Default)]
pub(super) struct Hands {
    peers: Peers,
    sockets: Sockets,
    ears: RefCell<Option<Ears>>,
    lock: RefCell<Option<locks::Lock>>,
    leave_warning: RefCell<Option<Listener>>,
    pub(super) door: Door,
}

impl Hands {
    pub(super) fn keep_ears(&self, ears: Ears) {
        self.ears.replace(Some(ears));
    }

    /// Does one thing.
    pub(super) fn perform(&self, effect: Effect, shell: &Rc<Shell>) {
        match effect {
            Effect::Keep { key, text } => keep(&key, &text, shell),
            Effect::Forget { key } => {
                // What cannot be removed is not kept either.
                let _ = storage::remove(&key);
            }
            Effect::MakeOffer { .. }
            | Effect::MakeAnswer { .. }
            | Effect::AcceptAnswer { .. }
            | Effect::AddCandidate { .. }
            | Effect::AskPath { .. }
            | Effect::SendFrame { .. }
            | Effect::ClosePeer { .. } => self.peers.perform(effect, shell),
            Effect::OpenSocket { socket, url } => self.sockets.open(socket, &url, shell),
            Effect::SendText { socket, text } => self.sockets.send(socket, &text),
            Effect::CloseSocket { socket } => self.sockets.close(socket),
            Effect::Copy { what, text } => {
                let shell = Rc::clone(shell);
                clipboard::copy(&text, move |ok| shell.tell(Event::Copied { what, ok }));
            }
            Effect::Share { title, url } => share::share(&title, "", &url, |_| {}),
            Effect::Download { name, mime, text } => {
                log_refusal(files::download(&name, mime, &text));
            }
            Effect::Print => page::print(),
            Effect::TellTabs(bytes) => {
                if let Some(tabs) = self
                    .ears
                    .borrow()
                    .as_ref()
                    .and_then(|ears| ears.tabs.as_ref())
                {
                    log_refusal(tabs.post(&bytes));
                }
            }
            Effect::SetFragment(fragment) => log_refusal(page::set_fragment(&fragment)),
            Effect::Lock(name) => {
                let lock = name.map(|name| {
                    let shell = Rc::clone(shell);
                    locks::hold(&name, move |granted| shell.tell(Event::Lock(granted)))
                });
                self.lock.replace(lock);
            }
            Effect::WarnBeforeLeaving(on) => {
                self.leave_warning
                    .replace(on.then(page::warn_before_leaving));
            }
            Effect::Reload => log_refusal(page::reload()),
            Effect::ReadDesk => {
                // Without storage there is nothing to be read.
                let kept = super::kept_for_desk().unwrap_or_default();
                shell.tell(Event::DeskRead(kept));
            }
            Effect::OpenDesk { fragment, language } => self.door.open(fragment, language, shell),
            Effect::TellDesk(news) => self.door.tell(news),
            Effect::CloseDesk => self.door.close(),
            Effect::Log(line) => console::debug(&line),
        }
    }

    pub(super) fn peers(&self) -> &Peers {
        &self.peers
    }
}

fn keep(key: &str, text: &str, shell: &Rc<Shell>) {
    let problem = match storage::save(key, text) {
        Ok(()) => return,
        Err(StorageError::Full) => KeepProblem::Full,
        Err(StorageError::Blocked | StorageError::Other(_)) => KeepProblem::Blocked,
    };
    shell.tell(Event::NotKept(problem));
}

fn log_refusal(result: Result<(), crate::browser::BrowserError>) {
    if let Err(error) = result {
        console::debug(&error.to_string());
    }
}
