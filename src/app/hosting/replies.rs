//! Replies at the host: taken, told about, passed on.

use crate::room::LinkId;
use crate::wire::find_replies;

use super::super::ctx::Ctx;
use super::super::notices::Notices;
use super::super::tabs::TabMessage;
use super::super::view::{NoticeText, ReplyOutcome};
use super::{Hosting, MAX_OUTCOMES};

impl Hosting {
    /// A reply that came over another seat.
    pub(super) fn forwarded(&mut self, code: &str, notices: &mut Notices, ctx: &mut Ctx) {
        let outcome = self.door.take(code, ctx);
        // Several seats may pass on the same reply; once is enough to say.
        if !matches!(outcome, ReplyOutcome::Twice(_)) {
            self.note(outcome.clone());
            notices.add(NoticeText::Reply(outcome), ctx.now_ms);
        }
    }

    /// The last word on a reply, for the panel and for the tab that brought it.
    pub(super) fn conclude(&mut self, link: LinkId, outcome: ReplyOutcome, ctx: &mut Ctx) {
        let reply = self.replies.get(&link).copied();
        let Some((code, name)) = self.door.seated(reply) else {
            return;
        };
        let is_full = matches!(outcome, ReplyOutcome::Full(_));
        let outcome = if is_full {
            ReplyOutcome::Full(name.clone())
        } else {
            outcome
        };
        self.outcomes
            .retain(|one| *one != ReplyOutcome::Taken(name.clone()));
        self.note(outcome.clone());
        TabMessage::Outcome { code, outcome }.tell(ctx);
    }

    pub(super) fn note(&mut self, outcome: ReplyOutcome) {
        self.outcomes.insert(0, outcome);
        self.outcomes.truncate(MAX_OUTCOMES);
    }

    /// Takes one reply.
    pub(in crate::app) fn take_reply(&mut self, code: &str, ctx: &mut Ctx) -> ReplyOutcome {
        let outcome = self.door.take(code, ctx);
        self.note(outcome.clone());
        outcome
    }

    /// Takes every reply in a pasted text.
    pub(in crate::app) fn paste(&mut self, text: &str, ctx: &mut Ctx) {
        let codes = find_replies(text);
        if codes.is_empty() {
            if !text.trim().is_empty() {
                self.note(ReplyOutcome::NoneFound);
            }
            return;
        }
        self.pastes = self.pastes.wrapping_add(1);
        for code in codes {
            self.take_reply(&code, ctx);
        }
    }

    /// A word from another tab of this browser.
    pub(in crate::app) fn tab(
        &mut self,
        message: TabMessage,
        notices: &mut Notices,
        ctx: &mut Ctx,
    ) {
        let TabMessage::Reply { code } = message else {
            return;
        };
        let outcome = self.door.take(&code, ctx);
        // Another table's tab may be the one that is meant.
        if outcome == ReplyOutcome::OtherTable {
            TabMessage::Outcome { code, outcome }.tell(ctx);
            return;
        }
        self.note(outcome.clone());
        if !matches!(outcome, ReplyOutcome::Taken(_)) {
            notices.add(NoticeText::Reply(outcome.clone()), ctx.now_ms);
        }
        TabMessage::Outcome { code, outcome }.tell(ctx);
    }
}
