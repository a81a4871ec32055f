//! One ticket in use: a connection to the page that gave it.

use crate::wire::Ticket;

use super::super::ctx::Ctx;
use super::super::event::{PeerId, PeerNews};
use super::super::ice::Ice;
use super::super::knock::{answer, keep_alive};
use super::super::ties::Far;

/// A seat that was asked to pass the reply on is asked again so often, in ms: the host may
/// have been away, or another one, when it was asked first.
const ASK_AGAIN_MS: i64 = 2_000;

/// Waiting times between two tries of a ticket: from, to, in ms.
const TRY_AGAIN_MS: i64 = 500;
const TRY_AGAIN_AT_MOST_MS: i64 = 4_000;

/// One ticket in use.
#[derive(Debug)]
pub(super) struct Dial {
    pub(super) peer: PeerId,
    pub(super) ticket: Ticket,
    tried_ms: i64,
    patience_ms: i64,
    turn: u32,
    pub(super) opened_ms: Option<i64>,
    pub(super) knocked_ms: Option<i64>,
}

impl Dial {
    pub(super) fn begin(ticket: Ticket, ice: &Ice, ctx: &mut Ctx) -> Self {
        let agreed = Some(ticket.credentials());
        let peer = answer(&ticket.fingerprint, &ticket.slot, ice, agreed, ctx);
        Self {
            peer,
            tried_ms: ctx.now_ms,
            patience_ms: TRY_AGAIN_MS,
            turn: 0,
            opened_ms: None,
            knocked_ms: None,
            ticket,
        }
    }

    /// Who is at its far end.
    pub(super) fn far(&self) -> Far {
        Far::of(&self.ticket)
    }

    /// The browser did not take the credentials, or gave up: of no use.
    pub(super) fn is_refused(&self, news: &PeerNews) -> bool {
        match news {
            PeerNews::Local { sdp } => crate::wire::read_local(sdp)
                .is_ok_and(|local| local.credentials != self.ticket.credentials()),
            PeerNews::Closed | PeerNews::Refused { .. } => true,
            PeerNews::Candidate { .. }
            | PeerNews::Gathered
            | PeerNews::Opened
            | PeerNews::Path(_)
            | PeerNews::Frame(_) => false,
        }
    }

    pub(super) fn tick(&mut self, is_firefox: bool, ctx: &mut Ctx) {
        if self.opened_ms.is_some() || ctx.now_ms - self.tried_ms < self.patience_ms {
            return;
        }
        self.tried_ms = ctx.now_ms;
        self.patience_ms = (self.patience_ms * 2).min(TRY_AGAIN_AT_MOST_MS);
        self.turn = self.turn.wrapping_add(1);
        let candidates = &self.ticket.slot.candidates;
        keep_alive(self.peer, candidates, self.turn, is_firefox, ctx);
    }
}

/// Whether a seat is to be asked now; notes that it was.
pub(super) fn is_due(asked_ms: &mut Option<i64>, now_ms: i64) -> bool {
    let is_due = asked_ms.is_none_or(|asked_ms| now_ms - asked_ms >= ASK_AGAIN_MS);
    if is_due {
        *asked_ms = Some(now_ms);
    }
    is_due
}
