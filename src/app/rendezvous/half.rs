//! Our half of one connection that is being made: what the browser says of it,
//! and the far side's candidates, tried again until it stands.

use crate::wire::{Address, Candidate, CandidateKind, Slot, dummy, revive};

use crate::app::ctx::Ctx;
use crate::app::event::{Effect, PeerId, PeerNews};
use crate::app::own::Own;

/// It is sent at the latest after this time, with what is there, in ms.
const GATHER_CAP_MS: i64 = 1_500;
/// With an address seen from outside it is sent after this time, in ms: what a
/// second server would say is hardly ever anything else.
const SETTLED_MS: i64 = 300;
/// The far side's candidates are tried again this often, in ms.
const REVIVE_EVERY_MS: i64 = 4_000;
/// Most candidates of the far side; one that lists more in copy after copy is
/// not what it says.
const MAX_THEIRS: usize = 24;

#[derive(Debug)]
pub(super) struct Half {
    pub(super) peer: PeerId,
    pub(super) began_ms: i64,
    own: Own,
    theirs: Vec<Candidate>,
    revived_ms: i64,
    turn: u32,
}

impl Half {
    pub(super) fn new(peer: PeerId, theirs: Vec<Candidate>, now_ms: i64) -> Self {
        Self {
            peer,
            began_ms: now_ms,
            own: Own::default(),
            theirs,
            revived_ms: now_ms,
            turn: 0,
        }
    }

    /// What the browser reports of it.
    pub(super) fn hear(&mut self, news: &PeerNews) {
        self.own.hear(news);
    }

    /// The far side's candidates.
    pub(super) fn theirs(&self) -> &[Candidate] {
        &self.theirs
    }

    /// Our fingerprint and half, once it is worth sending; a typed address stands in
    /// it in place of names that lead nowhere.
    pub(super) fn ready(&self, lan: Option<&Address>, now_ms: i64) -> Option<([u8; 32], Slot)> {
        let local = self.own.local.as_ref()?;
        let age_ms = now_ms - self.began_ms;
        let mut kinds = local.candidates.iter().map(|one| one.kind);
        let is_seen_outside = kinds.any(|kind| kind == CandidateKind::ServerReflexive);
        let is_ready = self.own.is_gathered
            || age_ms >= GATHER_CAP_MS
            || is_seen_outside && age_ms >= SETTLED_MS;
        let slot = self.own.slot(0, lan).filter(|_| is_ready)?;
        Some((local.fingerprint, slot))
    }

    /// A later copy of the far half: candidates found meanwhile are tried too.
    pub(super) fn learn(&mut self, theirs: &[Candidate], ctx: &mut Ctx) {
        for one in theirs {
            if self.theirs.len() < MAX_THEIRS && !self.theirs.contains(one) {
                self.theirs.push(one.clone());
                ctx.ask(Effect::AddCandidate {
                    peer: self.peer,
                    line: one.line("1"),
                });
            }
        }
    }

    /// Time passed since the far half is known: browsers are made to try again.
    pub(super) fn revive(&mut self, is_firefox: bool, ctx: &mut Ctx) {
        if ctx.now_ms - self.revived_ms < REVIVE_EVERY_MS {
            return;
        }
        self.revived_ms = ctx.now_ms;
        self.turn = self.turn.wrapping_add(1);
        let mut lines = revive(&self.theirs, self.turn);
        if is_firefox {
            lines.push(dummy(self.turn));
        }
        for line in lines {
            let peer = self.peer;
            ctx.ask(Effect::AddCandidate { peer, line });
        }
    }
}
