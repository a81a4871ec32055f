//! A tab opened by a reply link: passes the reply to the table's tab and says so.

use crate::wire::reply_url;

use super::ctx::Ctx;
use super::tabs::TabMessage;
use super::view::{HandedView, ReplyOutcome};

/// A table's tab answers within this time, in ms.
const ANSWER_WITHIN_MS: i64 = 1_500;

/// A tab with a reply in its address.
#[derive(Debug)]
pub(super) struct Handing {
    code: String,
    since_ms: i64,
    outcome: Option<ReplyOutcome>,
}

impl Handing {
    pub(super) fn begin(code: String, ctx: &mut Ctx) -> Self {
        TabMessage::Reply { code: code.clone() }.tell(ctx);
        Self {
            code,
            since_ms: ctx.now_ms,
            outcome: None,
        }
    }

    /// A tab answered. A seat taken is the last word.
    pub(super) fn outcome(&mut self, code: &str, outcome: ReplyOutcome) {
        if code != self.code || matches!(self.outcome, Some(ReplyOutcome::Seated(_))) {
            return;
        }
        self.outcome = Some(outcome);
    }

    pub(super) fn view(&self, base: &str, now_ms: i64) -> HandedView {
        match &self.outcome {
            Some(ReplyOutcome::Seated(name)) => HandedView::Seated(name.clone()),
            Some(told) => HandedView::Told(told.clone()),
            None if now_ms - self.since_ms < ANSWER_WITHIN_MS => HandedView::Searching,
            None => HandedView::NoTable {
                reply_link: reply_url(base, &self.code),
            },
        }
    }

    /// The reply's address.
    pub(super) fn link(&self, base: &str) -> String {
        reply_url(base, &self.code)
    }
}
