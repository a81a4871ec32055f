//! A connection made ahead, for the far page of one that stands: its ticket.

use crate::wire::{RoomSecret, Ticket, agreed_credentials, answer_sdp, dummy};

use super::super::ctx::Ctx;
use super::super::event::{Effect, PeerId};
use super::super::ice::Ice;
use super::super::own::Own;
use super::{EXPECT_FOR_MS, HEAL_EVERY_MS};

/// Candidates are waited for so long before a ticket is given, in ms.
const TICKET_AFTER_MS: i64 = 100;

/// A connection made ahead for one far page.
#[derive(Debug)]
pub(super) struct Twin {
    pub(super) peer: PeerId,
    pub(super) far: [u8; 32],
    pub(super) secret: RoomSecret,
    pub(super) own: Own,
    pub(super) began_ms: i64,
    /// Candidates in the ticket that the far page was told; 0 before.
    pub(super) n_told: usize,
    /// Since when it waits for the far page.
    pub(super) expects_ms: Option<i64>,
    pub(super) revived_ms: i64,
    pub(super) turn: u32,
}

impl Twin {
    /// Makes one for this far page; it is told later.
    pub(super) fn make(far: [u8; 32], ice: &Ice, ctx: &mut Ctx) -> Self {
        let peer = ctx.new_peer();
        ctx.ask(Effect::MakeOffer {
            peer,
            ice: ice.servers(),
        });
        Self {
            peer,
            far,
            secret: RoomSecret::random(&mut ctx.rng),
            own: Own::default(),
            began_ms: ctx.now_ms,
            n_told: 0,
            expects_ms: None,
            revived_ms: ctx.now_ms,
            turn: 0,
        }
    }

    /// The ticket, as soon as there is a way in it, and again when there are more.
    pub(super) fn ticket(&mut self, now_ms: i64) -> Option<String> {
        let is_due = self.own.is_gathered || now_ms - self.began_ms >= TICKET_AFTER_MS;
        let n_found = self.own.n_candidates();
        if !is_due || n_found <= self.n_told {
            return None;
        }
        self.n_told = n_found;
        let ticket = Ticket {
            secret: self.secret.clone(),
            fingerprint: self.own.fingerprint()?,
            slot: self.own.slot(0, None)?,
        };
        ticket.encode().ok()
    }

    /// Waits for the far page: its answer is known beforehand.
    pub(super) fn expect(&mut self, ctx: &mut Ctx) {
        if self.n_told == 0 || self.expects_ms.is_some() {
            return;
        }
        let Some(slot) = self.own.slot(0, None) else {
            return;
        };
        self.expects_ms = Some(ctx.now_ms);
        let agreed = agreed_credentials(&self.secret, &slot);
        ctx.ask(Effect::AcceptAnswer {
            peer: self.peer,
            answer_sdp: answer_sdp(&self.far, &agreed, &[]),
            candidates: Vec::new(),
        });
    }

    /// Firefox gives up what has nothing to try.
    pub(super) fn tick(&mut self, is_firefox: bool, ctx: &mut Ctx) {
        let is_due = self.revived_ms + HEAL_EVERY_MS <= ctx.now_ms || self.turn == 0;
        if !is_firefox || self.expects_ms.is_none() || !is_due {
            return;
        }
        self.revived_ms = ctx.now_ms;
        self.turn = self.turn.wrapping_add(1);
        ctx.ask(Effect::AddCandidate {
            peer: self.peer,
            line: dummy(self.turn),
        });
    }

    pub(super) fn is_late(&self, now_ms: i64) -> bool {
        self.expects_ms
            .is_some_and(|since_ms| now_ms - since_ms >= EXPECT_FOR_MS)
    }
}
