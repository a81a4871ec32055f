//! The host's door: connections made ahead, the invite that lists them, and the
//! replies that take one each (docs/wire.md).

use litemap::LiteMap;

use crate::wire::{
    Candidate, IceSettings, Invite, LinkError, LocalDescription, Reply, ReplyError, ReplyId,
    RoomSecret, Slot, answer_sdp, dummy, read_local, revive,
};

use super::ctx::Ctx;
use super::event::{Effect, PeerId, PeerNews};
use super::prefs::ice_urls;
use super::view::ReplyOutcome;

/// Connections held ready at any time; each is one newcomer.
const N_READY: usize = 8;

/// The link shows at the latest after this time with what is there, in ms.
const SHOW_AFTER_MS: i64 = 300;

/// While a reply's link is being made, its candidates are tried again this often, in ms.
const REVIVE_EVERY_MS: i64 = 4_000;

/// A reply whose link does not stand by then has failed, in ms.
const GIVE_UP_AFTER_MS: i64 = 120_000;

/// Replies remembered to tell "taken twice" from "too late".
const MAX_SEEN: usize = 200;

#[derive(Debug)]
pub(super) struct Door {
    secret: RoomSecret,
    ice: IceSettings,
    slots: Vec<ReadySlot>,
    pending: LiteMap<PeerId, Pending>,
    seen: LiteMap<ReplyId, Seen>,
    next_serial: u8,
    began_ms: i64,
    code: Option<String>,
}

#[derive(Debug)]
struct ReadySlot {
    peer: PeerId,
    serial: u8,
    local: Option<LocalDescription>,
    is_gathered: bool,
}

#[derive(Debug)]
struct Pending {
    id: ReplyId,
    candidates: Vec<Candidate>,
    since_ms: i64,
    revived_ms: i64,
    turn: u32,
}

#[derive(Debug)]
struct Seen {
    name: String,
    code: String,
    is_seated: bool,
}

impl Door {
    pub(super) fn open(secret: RoomSecret, ice: IceSettings, ctx: &mut Ctx) -> Self {
        let mut door = Self {
            secret,
            ice,
            slots: Vec::new(),
            pending: LiteMap::new_vec(),
            seen: LiteMap::new_vec(),
            next_serial: 0,
            began_ms: ctx.now_ms,
            code: None,
        };
        door.refill(ctx);
        door
    }

    /// Other servers: connections that nobody answered are made anew.
    pub(super) fn change_ice(&mut self, ice: IceSettings, ctx: &mut Ctx) {
        if self.ice == ice {
            return;
        }
        self.ice = ice;
        for slot in self.slots.drain(..) {
            ctx.ask(Effect::ClosePeer { peer: slot.peer });
        }
        self.code = None;
        self.began_ms = ctx.now_ms;
        self.refill(ctx);
    }

    /// The invite's code, as soon as it exists.
    pub(super) fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// Everybody waiting is let go, everything unanswered is closed.
    pub(super) fn close(&mut self, ctx: &mut Ctx) {
        for peer in self
            .slots
            .iter()
            .map(|slot| slot.peer)
            .chain(self.pending.keys().copied())
        {
            ctx.ask(Effect::ClosePeer { peer });
        }
        self.slots.clear();
        self.pending.clear();
        self.code = None;
    }

    /// News of a connection that is not open yet.
    pub(super) fn news(&mut self, peer: PeerId, news: PeerNews, ctx: &mut Ctx) {
        let Some(slot) = self.slots.iter_mut().find(|slot| slot.peer == peer) else {
            return;
        };
        match news {
            PeerNews::Local { sdp } => slot.local = read_local(&sdp).ok(),
            PeerNews::Candidate { line } => {
                if let (Some(local), Some(found)) = (&mut slot.local, Candidate::parse(&line))
                    && !local.candidates.contains(&found)
                {
                    local.candidates.push(found);
                }
            }
            PeerNews::Gathered => slot.is_gathered = true,
            PeerNews::Closed | PeerNews::Refused { .. } => {
                self.slots.retain(|slot| slot.peer != peer);
                ctx.ask(Effect::ClosePeer { peer });
                if !matches!(news, PeerNews::Refused { .. }) {
                    self.refill(ctx);
                }
            }
            PeerNews::Opened | PeerNews::Frame(_) => {}
        }
        self.renew_code(ctx.now_ms);
    }

    /// The link of a reply stands: whose it is.
    pub(super) fn opened(&mut self, peer: PeerId) {
        self.pending.remove(&peer);
    }

    /// Somebody sat down over this connection: the codes and names that told of it.
    pub(super) fn seated(&mut self, id: Option<ReplyId>) -> Option<(String, String)> {
        let seen = self.seen.get_mut(&id?)?;
        seen.is_seated = true;
        Some((seen.code.clone(), seen.name.clone()))
    }

    /// The reply that a connection waits for.
    pub(super) fn reply_of(&self, peer: PeerId) -> Option<ReplyId> {
        self.pending.get(&peer).map(|pending| pending.id)
    }

    /// Takes a reply: the first connection it answers that is still free.
    pub(super) fn take(&mut self, code: &str, ctx: &mut Ctx) -> ReplyOutcome {
        let reply = match Reply::decode(code, &self.secret) {
            Ok(reply) => reply,
            Err(error) => return outcome_of(&error),
        };
        let name = reply.name.clone();
        if self.seen.contains_key(&reply.id()) {
            return ReplyOutcome::Twice(name);
        }
        let free = reply.slots.iter().find_map(|answer| {
            let at = self
                .slots
                .iter()
                .position(|slot| slot.serial == answer.serial && slot.local.is_some())?;
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
        self.remember(&reply, code, &name);
        let pending = Pending {
            id: reply.id(),
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

    /// Time passed: the first link appears, slow links are helped along. Answers
    /// with the names of people to whom no way was found.
    pub(super) fn tick(&mut self, is_firefox: bool, ctx: &mut Ctx) -> Vec<String> {
        self.renew_code(ctx.now_ms);
        let now_ms = ctx.now_ms;
        let mut unreachable = Vec::new();
        let seen = &mut self.seen;
        self.pending.retain(|&peer, one| {
            let is_waiting = now_ms - one.since_ms < GIVE_UP_AFTER_MS;
            if !is_waiting {
                ctx.ask(Effect::ClosePeer { peer });
                unreachable.extend(seen.remove(&one.id).map(|seen| seen.name));
            }
            is_waiting
        });
        for (peer, one) in &mut self.pending {
            if now_ms - one.revived_ms < REVIVE_EVERY_MS {
                continue;
            }
            one.revived_ms = now_ms;
            one.turn = one.turn.wrapping_add(1);
            let mut lines = revive(&one.candidates, one.turn);
            if is_firefox {
                lines.push(dummy(one.turn));
            }
            for line in lines {
                ctx.ask(Effect::AddCandidate { peer: *peer, line });
            }
        }
        unreachable
    }

    fn remember(&mut self, reply: &Reply, code: &str, name: &str) {
        if self.seen.len() >= MAX_SEEN {
            let first = self.seen.first().map(|(id, _)| *id);
            first.and_then(|id| self.seen.remove(&id));
        }
        let seen = Seen {
            name: name.to_owned(),
            code: code.to_owned(),
            is_seated: false,
        };
        self.seen.insert(reply.id(), seen);
    }

    fn refill(&mut self, ctx: &mut Ctx) {
        while self.slots.len() < N_READY {
            let peer = ctx.new_peer();
            let serial = self.next_serial;
            self.next_serial = self.next_serial.wrapping_add(1);
            self.slots.push(ReadySlot {
                peer,
                serial,
                local: None,
                is_gathered: false,
            });
            ctx.ask(Effect::MakeOffer {
                peer,
                ice: ice_urls(&self.ice),
            });
        }
    }

    /// Shows the link at once with what is there; later candidates make the next version.
    fn renew_code(&mut self, now_ms: i64) {
        let is_usable = |slot: &&ReadySlot| {
            slot.local
                .as_ref()
                .is_some_and(|local| !local.candidates.is_empty())
        };
        let usable: Vec<_> = self.slots.iter().filter(is_usable).collect();
        let is_time = self.code.is_some()
            || usable.len() == self.slots.len()
            || now_ms - self.began_ms >= SHOW_AFTER_MS;
        if usable.is_empty() || !is_time {
            return;
        }
        let Some(fingerprint) = usable
            .first()
            .and_then(|slot| Some(slot.local.as_ref()?.fingerprint))
        else {
            return;
        };
        let slots = usable
            .iter()
            .filter_map(|slot| {
                let local = slot.local.as_ref()?;
                Some(Slot {
                    serial: slot.serial,
                    credentials: local.credentials.clone(),
                    candidates: crate::wire::candidate::select(&local.candidates),
                })
            })
            .collect();
        let invite = Invite {
            secret: self.secret.clone(),
            fingerprint,
            slots,
            ice: self.ice.clone(),
        };
        if let Ok(code) = invite.encode() {
            self.code = Some(code);
        }
    }
}

/// What a reply that cannot be read comes to.
pub(super) fn outcome_of(error: &ReplyError) -> ReplyOutcome {
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
