//! One connection made ahead, and for whom.

use crate::saved::KnownPerson;
use crate::wire::{Address, RoomSecret, Slot, agreed_credentials, answer_sdp};

use super::super::ctx::Ctx;
use super::super::event::{Effect, PeerId};
use super::super::own::Own;

/// A server that does not answer is not waited for longer, in ms.
const READY_AFTER_MS: i64 = 500;

/// A connection that nobody has answered yet.
#[derive(Debug)]
pub(super) struct ReadySlot {
    pub(super) peer: PeerId,
    pub(super) serial: u8,
    pub(super) own: Own,
    pub(super) made_ms: i64,
    pub(super) purpose: Purpose,
}

/// For whom a connection was made.
#[derive(Debug)]
pub(super) enum Purpose {
    /// For whoever answers first.
    Anybody,
    /// Given to one seat alone, in an invite of its own.
    Reserved {
        /// When.
        since_ms: i64,
    },
    /// For somebody who sat with this host before: waits without a reply.
    Known { person: KnownPerson, is_armed: bool },
}

impl ReadySlot {
    pub(super) fn has_candidates(&self) -> bool {
        self.own.n_candidates() > 0
    }

    /// Whether an invite may name it: its ways are known, or had time to be.
    pub(super) fn is_ready(&self, now_ms: i64) -> bool {
        let is_due = self.own.is_gathered || now_ms - self.made_ms >= READY_AFTER_MS;
        is_due && self.has_candidates()
    }

    /// Whether a reply may take it.
    pub(super) fn is_free(&self) -> bool {
        self.own.local.is_some() && !matches!(self.purpose, Purpose::Known { .. })
    }

    /// As it stands in an invite.
    pub(super) fn travelling(&self, lan: Option<&Address>) -> Option<Slot> {
        self.own.slot(self.serial, lan)
    }

    /// A known person's answer is known beforehand.
    pub(super) fn arm(&mut self, ctx: &mut Ctx) {
        let Some(slot) = self.travelling(None) else {
            return;
        };
        let Purpose::Known { person, is_armed } = &mut self.purpose else {
            return;
        };
        if std::mem::replace(is_armed, true) {
            return;
        }
        let agreed = agreed_credentials(&RoomSecret::from_bytes(person.pair), &slot);
        ctx.ask(Effect::AcceptAnswer {
            peer: self.peer,
            answer_sdp: answer_sdp(&person.fingerprint, &agreed, &[]),
            candidates: Vec::new(),
        });
    }
}
