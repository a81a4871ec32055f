//! Requests of the desk to trackers, done with the browser's means.

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::console;
use crate::browser::fetch::{Question, Reply, Sent};
use crate::desk::DeskEvent;
use crate::desk::effect::TicketRequest;
use crate::desk::event::{Answered, MAX_ANSWER_BYTES, TicketId, TicketNews};
use crate::desk::view::Password;

use super::{DeskShell, tell};

/// Headers of an answer that say when to come back.
const LIMITS: &[&str] = &["Retry-After", "X-RateLimit-Remaining"];

/// What is on its way; all of it ends with this.
#[derive(Default)]
pub(super) struct Trackers {
    sent: RefCell<Option<(TicketId, Sent)>>,
}

impl Trackers {
    /// Sends a request; what was on its way before is ended.
    pub(super) fn ask(
        &self,
        id: TicketId,
        request: &TicketRequest,
        token: &Password,
        shell: &Rc<DeskShell>,
    ) {
        let (name, value) = request.token_header(&token.0);
        let mut headers = request.headers.clone();
        headers.push((name, &value));
        let question = Question {
            method: request.method,
            url: &request.url,
            headers: &headers,
            body: &request.body,
        };
        let weak = Rc::downgrade(shell);
        let sent = Sent::start(question, LIMITS, MAX_ANSWER_BYTES, move |reply| {
            let news = reply.map_or(TicketNews::Unreachable, |reply| {
                TicketNews::Answered(answered(reply))
            });
            tell(&weak, DeskEvent::Tracker(id, news));
        });
        match sent {
            Ok(sent) => drop(self.sent.replace(Some((id, sent)))),
            Err(error) => {
                console::debug(&error.to_string());
                shell.tell(DeskEvent::Tracker(id, TicketNews::Unreachable));
            }
        }
    }

    /// The desk wants no answer any more.
    pub(super) fn stop(&self, id: TicketId) {
        let sent = self.sent.take();
        if let Some((other, _)) = sent.as_ref()
            && *other != id
        {
            self.sent.replace(sent);
        }
    }
}

fn answered(reply: Reply) -> Answered {
    let mut headers = reply.headers.into_iter();
    Answered {
        status: reply.status,
        retry_after: headers.next().flatten(),
        remaining: headers.next().flatten(),
        body: reply.body,
    }
}
