//! Connections on the way to other pages when the way back was found.

use crate::wire::Ticket;

use super::super::ctx::Ctx;
use super::super::event::PeerId;
use super::{Far, Ties};

/// One that does not open within this time never will, in ms.
const LATE_FOR_MS: i64 = 20_000;

/// A connection that stands is not replaced before it was quiet for so long, in ms: it may
/// heal, and a busy machine is no reason to make every connection anew.
const SPARED_FOR_MS: i64 = 6_000;

impl Ties {
    /// These may open yet; then they are closed in a way that the far end hears of, or are
    /// of use after all.
    pub(in crate::app) fn let_open(&mut self, late: Vec<(PeerId, Ticket)>, ctx: &Ctx) {
        for (peer, ticket) in late {
            self.late.insert(peer, (ticket, ctx.now_ms));
        }
    }

    /// Whether a connection that opened is of no use any more.
    pub(in crate::app) fn is_late(&self, peer: PeerId) -> bool {
        self.late.contains_key(&peer)
    }

    /// A late one is given up.
    pub(in crate::app) fn forget_late(&mut self, peer: PeerId) {
        self.late.remove(&peer);
    }

    pub(super) fn too_late(&self, now_ms: i64) -> Vec<PeerId> {
        let late = self.late.iter();
        let late = late.filter(|(_, (_, since_ms))| now_ms - since_ms >= LATE_FOR_MS);
        late.map(|(peer, _)| *peer).collect()
    }

    /// Whether a ticket is not to be used now: its page was heard a moment ago and can be
    /// asked, or the ticket is in use.
    pub(in crate::app) fn spares(&self, ticket: &Ticket, now_ms: i64) -> bool {
        let mut open = self.open.values();
        let mut late = self.late.values();
        open.any(|tie| {
            tie.far.fingerprint == ticket.fingerprint && now_ms - tie.heard_ms < SPARED_FOR_MS
        }) || late.any(|(one, _)| one.slot.credentials == ticket.slot.credentials)
    }
}

impl Far {
    /// Who gave a ticket.
    pub(in crate::app) fn of(ticket: &Ticket) -> Self {
        Self {
            fingerprint: ticket.fingerprint,
            candidates: ticket.slot.candidates.clone(),
        }
    }
}
