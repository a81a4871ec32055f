//! What two pages say to each other: words of the table, up and down, and what
//! keeps their connection (docs/wire.md §13).

use serde::{Deserialize, Serialize};

use crate::room::{ToGuest, ToHost};
use crate::wire::frame::FrameKind;

use super::ctx::Ctx;
use super::event::PeerId;
use super::line::say;

/// One message on a connection; either side may be the host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Word {
    /// To a host, from a seat.
    Up(ToHost),
    /// To a seat, from a host or a deputy.
    Down(ToGuest),
    /// From page to page.
    Signal(Signal),
}

/// What keeps connections; codes are those of links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Signal {
    /// A connection waits for the receiver, should this one break.
    Ticket(String),
    /// One more connection between the two, its ways withheld until it is needed.
    Spare(String),
    /// The answer to it.
    SpareReply(String),
    /// The newest invite: by it the receiver can answer again.
    Invite(String),
    /// One more connection, to a deputy; relayed by the host.
    Standby(String),
    /// The answer to it.
    StandbyReply(String),
    /// The sender agrees to be remembered: a secret for the two browsers alone.
    Remember([u8; 16]),
    /// A reply for whoever holds the table; the sender cannot reach it.
    Knock(String),
}

impl Word {
    /// Sends the word.
    pub(super) fn say(&self, peer: PeerId, ctx: &mut Ctx) {
        let is_long = matches!(
            self,
            Self::Down(ToGuest::Snapshot { .. } | ToGuest::Events { .. })
        );
        let kind = if is_long {
            FrameKind::Snapshot
        } else {
            FrameKind::Message
        };
        say(ctx, peer, self, kind);
    }
}
