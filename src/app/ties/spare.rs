//! A spare connection: made and answered while the first one stands, its ways
//! withheld. Where a Firefox is at an end, a connection that was cut for half a minute
//! is over for good; the spare then stands as soon as the network does
//! (docs/wire.md §13).

use crate::wire::{Candidate, Reply, RoomSecret, Slot, Ticket, answer_sdp, dummy};

use super::super::ctx::Ctx;
use super::super::event::{Effect, PeerId, PeerNews};
use super::super::ice::Ice;
use super::super::knock::{answer, keep_alive};
use super::super::own::Own;
use super::super::signal::{Signal, Word};
use super::{Far, Tie};

/// Ways are waited for so long before the far side is told, in ms.
const TELL_AFTER_MS: i64 = 400;

/// Once it is needed, its ways are tried again this often, in ms.
const TRY_EVERY_MS: i64 = 2_000;

/// Until then Firefox is given something to hope for this often, in ms.
const HOPE_EVERY_MS: i64 = 4_000;

/// The side whose turn it is to make one has this much of a start, in ms.
const OTHERS_TURN_MS: i64 = 3_000;

#[derive(Debug)]
pub(super) struct Spare {
    pub(super) peer: PeerId,
    pub(super) far: [u8; 32],
    secret: RoomSecret,
    /// The far side offered it.
    is_answer: bool,
    serial: u8,
    theirs: Vec<Candidate>,
    /// Both halves are known.
    is_paired: bool,
    own: Own,
    is_told: bool,
    began_ms: i64,
    tried_ms: i64,
    turn: u32,
}

impl Spare {
    /// Makes one, to be told the far side.
    pub(super) fn offer(far: [u8; 32], ice: &Ice, ctx: &mut Ctx) -> Self {
        let peer = ctx.new_peer();
        let secret = RoomSecret::random(&mut ctx.rng);
        ctx.ask(Effect::MakeOffer {
            peer,
            ice: ice.servers(),
        });
        Self::new(peer, far, secret, ctx.now_ms)
    }

    /// Answers one that the far side has made.
    pub(super) fn answer(code: &str, far: [u8; 32], ice: &Ice, ctx: &mut Ctx) -> Option<Self> {
        let ticket = Ticket::decode(code).ok()?;
        if ticket.fingerprint != far {
            return None;
        }
        let (serial, theirs) = (ticket.slot.serial, ticket.slot.candidates.clone());
        let withheld = Slot {
            candidates: Vec::new(),
            ..ticket.slot
        };
        let peer = answer(&far, &withheld, ice, None, ctx);
        Some(Self {
            is_answer: true,
            is_paired: true,
            serial,
            theirs,
            ..Self::new(peer, far, ticket.secret, ctx.now_ms)
        })
    }

    fn new(peer: PeerId, far: [u8; 32], secret: RoomSecret, now_ms: i64) -> Self {
        Self {
            peer,
            far,
            secret,
            is_answer: false,
            serial: 0,
            theirs: Vec::new(),
            is_paired: false,
            own: Own::default(),
            is_told: false,
            began_ms: now_ms,
            tried_ms: now_ms,
            turn: 0,
        }
    }

    /// The far side's answer to an offer of ours.
    pub(super) fn answered(&mut self, code: &str, ctx: &mut Ctx) {
        let Ok(reply) = Reply::decode(code, &self.secret) else {
            return;
        };
        let Some(slot) = reply.slots.into_iter().next() else {
            return;
        };
        if self.is_answer || self.is_paired || reply.fingerprint != self.far {
            return;
        }
        self.is_paired = true;
        self.theirs = slot.candidates;
        ctx.ask(Effect::AcceptAnswer {
            peer: self.peer,
            answer_sdp: answer_sdp(&self.far, &slot.credentials, &[]),
            candidates: Vec::new(),
        });
    }

    /// The browser's news of it; false if it is over.
    pub(super) fn news(&mut self, news: &PeerNews) -> bool {
        self.own.hear(news);
        !matches!(news, PeerNews::Closed | PeerNews::Refused { .. })
    }

    /// What the far side has to be told of it, once.
    pub(super) fn word(&mut self, now_ms: i64) -> Option<Signal> {
        let is_ready = self.own.is_gathered || now_ms - self.began_ms >= TELL_AFTER_MS;
        if self.is_told || !is_ready || self.own.n_candidates() == 0 {
            return None;
        }
        self.is_told = true;
        let fingerprint = self.own.fingerprint()?;
        let slot = self.own.slot(self.serial, None)?;
        if self.is_answer {
            let reply = Reply {
                fingerprint,
                name: String::new(),
                slots: vec![slot],
            };
            return reply.encode(&self.secret).ok().map(Signal::SpareReply);
        }
        let ticket = Ticket {
            secret: self.secret.clone(),
            fingerprint,
            slot,
        };
        ticket.encode().ok().map(Signal::Spare)
    }

    /// Time passed; `is_needed`: the first connection is quiet or gone.
    pub(super) fn tick(&mut self, is_needed: bool, is_firefox: bool, ctx: &mut Ctx) {
        let every_ms = if is_needed {
            TRY_EVERY_MS
        } else {
            HOPE_EVERY_MS
        };
        let is_idle = !is_needed && !is_firefox;
        if !self.is_paired || is_idle || ctx.now_ms - self.tried_ms < every_ms {
            return;
        }
        self.tried_ms = ctx.now_ms;
        self.turn = self.turn.wrapping_add(1);
        if is_needed {
            keep_alive(self.peer, &self.theirs, self.turn, is_firefox, ctx);
        } else {
            ctx.ask(Effect::AddCandidate {
                peer: self.peer,
                line: dummy(self.turn),
            });
        }
    }

    /// It stands: who is at its far end.
    pub(super) fn into_far(self) -> Far {
        Far {
            fingerprint: self.far,
            candidates: self.theirs,
        }
    }
}

impl Tie {
    /// Both sides may have lost it: two offers at once would make each other useless.
    fn is_spare_due(&self, is_my_turn: bool, now_ms: i64) -> bool {
        if is_my_turn {
            self.spare_pace.is_first() || self.spare_pace.is_due(now_ms)
        } else {
            self.spare_pace.is_due(now_ms - OTHERS_TURN_MS)
        }
    }

    /// One side, the same on both screens, makes a spare where it is of use.
    pub(super) fn keep_spare(
        &mut self,
        peer: PeerId,
        is_needed: bool,
        is_firefox: bool,
        ice: &Ice,
        ctx: &mut Ctx,
    ) {
        let own = self.twin.as_ref().and_then(|twin| twin.own.fingerprint());
        if self.spare.is_none()
            && let (Some(own), Some(far_is_gecko)) = (own, self.far_is_gecko)
            && (is_firefox || far_is_gecko)
            && own != self.far.fingerprint
            && self.is_spare_due(own < self.far.fingerprint, ctx.now_ms)
        {
            self.spare_pace.made(ctx.now_ms);
            self.spare = Some(Spare::offer(self.far.fingerprint, ice, ctx));
        }
        let Some(spare) = &mut self.spare else { return };
        if let Some(signal) = spare.word(ctx.now_ms) {
            Word::Signal(signal).say(peer, ctx);
        }
        spare.tick(is_needed, is_firefox, ctx);
    }
}
