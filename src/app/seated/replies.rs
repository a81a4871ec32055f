//! Replies at a seat: judged here, passed on to the host.

use crate::room::{Intent, Link};
use crate::wire::{Reply, find_replies};

use super::super::ctx::Ctx;
use super::super::door::outcome_of;
use super::super::hosting::MAX_OUTCOMES;
use super::super::view::ReplyOutcome;
use super::Seated;

impl Seated {
    /// Replies in a pasted text are passed to the host; what is plainly wrong with
    /// one is said here already.
    pub(in crate::app) fn paste(&mut self, text: &str, ctx: &mut Ctx) {
        // Without a link nothing can be passed on: the text stays in the box.
        if self.guest.link(ctx.now_ms) == Link::Lost {
            return;
        }
        let codes = find_replies(text);
        if codes.is_empty() && !text.trim().is_empty() {
            self.note(ReplyOutcome::NoneFound);
        }
        for code in codes {
            self.pastes = self.pastes.wrapping_add(1);
            self.pass_on(code, ctx);
        }
    }

    /// Passes one reply to the host.
    pub(in crate::app) fn pass_on(&mut self, code: String, ctx: &mut Ctx) -> ReplyOutcome {
        let outcome = self.judge(&code);
        let is_linked = self.guest.link(ctx.now_ms) != Link::Lost;
        if matches!(outcome, ReplyOutcome::Taken(_)) && is_linked {
            let outs = self.guest.intend(Intent::Forward { code }, ctx.now_ms);
            self.send(outs, ctx);
        }
        self.note(outcome.clone());
        outcome
    }

    /// What this seat can tell of a reply: whether it is for this table.
    pub(in crate::app) fn judge(&self, code: &str) -> ReplyOutcome {
        match Reply::decode(code, &self.invite.secret) {
            Ok(reply) => ReplyOutcome::Taken(reply.name),
            Err(error) => outcome_of(&error),
        }
    }

    fn note(&mut self, outcome: ReplyOutcome) {
        self.outcomes.insert(0, outcome);
        self.outcomes.truncate(MAX_OUTCOMES);
    }
}
