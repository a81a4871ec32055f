//! Replies at the door: taken once each, remembered, told about.

use crate::wire::{Candidate, LinkError, Reply, ReplyError, ReplyId, answer_sdp};

use super::super::ctx::Ctx;
use super::super::event::Effect;
use super::super::view::ReplyOutcome;
use super::Door;

/// Replies remembered to tell "taken twice" from "too late".
const MAX_SEEN: usize = 200;

/// A reply whose connection is being made.
#[derive(Debug)]
pub(super) struct Pending {
    pub(super) id: ReplyId,
    pub(super) fingerprint: [u8; 32],
    pub(super) serial: u8,
    pub(super) candidates: Vec<Candidate>,
    pub(super) since_ms: i64,
    pub(super) revived_ms: i64,
    pub(super) turn: u32,
}

/// A reply that was taken, and what became of it.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) name: String,
    pub(super) code: String,
    pub(super) is_seated: bool,
}

impl Door {
    /// Takes a reply: the first connection it answers that is still free.
    pub(in crate::app) fn take(&mut self, code: &str, ctx: &mut Ctx) -> ReplyOutcome {
        let reply = match Reply::decode(code, &self.secret) {
            Ok(reply) => reply,
            Err(error) => return outcome_of(&error),
        };
        let name = reply.name.clone();
        if self.add_to_pending(&reply, ctx) {
            return ReplyOutcome::Taken(name);
        }
        if self.seen.contains_key(&reply.id()) {
            return ReplyOutcome::Twice(name);
        }
        let free = reply.slots.iter().find_map(|answer| {
            let at = self
                .slots
                .iter()
                .position(|slot| slot.serial == answer.serial && slot.is_free())?;
            Some((at, answer.clone()))
        });
        let Some((at, answer)) = free else {
            return ReplyOutcome::TooLate(name);
        };
        let slot = self.slots.remove(at);
        let lines = answer.candidates.iter().map(|one| one.line("1")).collect();
        ctx.ask(Effect::AcceptAnswer {
            peer: slot.peer,
            answer_sdp: answer_sdp(&reply.fingerprint, &answer.credentials, &[]),
            candidates: lines,
        });
        self.remember(reply.id(), code, &name);
        let pending = Pending {
            id: reply.id(),
            fingerprint: reply.fingerprint,
            serial: answer.serial,
            candidates: answer.candidates,
            since_ms: ctx.now_ms,
            revived_ms: ctx.now_ms,
            turn: 0,
        };
        self.pending.insert(slot.peer, pending);
        self.refill(ctx);
        self.renew_code(ctx.now_ms);
        ReplyOutcome::Taken(name)
    }

    /// The same reply with more addresses: they are told to the connection that waits.
    fn add_to_pending(&mut self, reply: &Reply, ctx: &mut Ctx) -> bool {
        let id = reply.id();
        let Some((peer, one)) = self.pending.iter_mut().find(|(_, one)| one.id == id) else {
            return false;
        };
        let answers = reply.slots.iter().filter(|slot| slot.serial == one.serial);
        let new: Vec<_> = answers
            .flat_map(|slot| slot.candidates.iter())
            .filter(|found| !one.candidates.contains(found))
            .cloned()
            .collect();
        for found in &new {
            let (peer, line) = (*peer, found.line("1"));
            ctx.ask(Effect::AddCandidate { peer, line });
        }
        let has_new = !new.is_empty();
        one.candidates.extend(new);
        has_new
    }

    /// Somebody came by way of a tracker; the reply that the same person may have
    /// sent meanwhile brings nobody else.
    pub(in crate::app) fn met(&mut self, id: ReplyId, name: &str) {
        if !self.seen.contains_key(&id) {
            self.remember(id, "", name);
        }
    }

    /// Somebody sat down over this connection: the codes and names that told of it.
    pub(in crate::app) fn seated(&mut self, id: Option<ReplyId>) -> Option<(String, String)> {
        let seen = self.seen.get_mut(&id?)?;
        seen.is_seated = true;
        Some((seen.code.clone(), seen.name.clone()))
    }

    fn remember(&mut self, id: ReplyId, code: &str, name: &str) {
        if self.seen.len() >= MAX_SEEN {
            let first = self.seen.first().map(|(id, _)| *id);
            first.and_then(|id| self.seen.remove(&id));
        }
        let seen = Seen {
            name: name.to_owned(),
            code: code.to_owned(),
            is_seated: false,
        };
        self.seen.insert(id, seen);
    }
}

/// What a reply that cannot be read comes to.
pub(in crate::app) fn outcome_of(error: &ReplyError) -> ReplyOutcome {
    match error {
        ReplyError::OtherTable => ReplyOutcome::OtherTable,
        ReplyError::Link(LinkError::TooNew { .. }) => ReplyOutcome::TooNew,
        ReplyError::Tampered
        | ReplyError::Link(
            LinkError::NotALink
            | LinkError::Truncated
            | LinkError::Damaged
            | LinkError::WrongKind { .. }
            | LinkError::TooLong,
        ) => ReplyOutcome::Damaged,
    }
}
