//! What tabs of one browser say to each other: a reply is passed to the table's tab.

use serde::{Deserialize, Serialize};

use crate::wire::message::{decode, encode};

use super::ctx::Ctx;
use super::event::Effect;
use super::view::ReplyOutcome;

/// A word from tab to tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum TabMessage {
    /// Somebody answers an invite.
    Reply {
        /// The reply's code.
        code: String,
    },
    /// What became of that reply.
    Outcome {
        /// The reply's code.
        code: String,
        /// What.
        outcome: ReplyOutcome,
    },
}

impl TabMessage {
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        decode(bytes).ok()
    }

    pub(super) fn tell(&self, ctx: &mut Ctx) {
        ctx.ask(Effect::TellTabs(encode(self)));
    }
}
