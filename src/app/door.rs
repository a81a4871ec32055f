//! The host's door: connections made ahead, the invite that lists them, and the
//! replies that take one each (docs/wire.md).

mod replies;
mod slot;

use litemap::LiteMap;
use rand_core::Rng;

use crate::saved::KnownPerson;
use crate::wire::{Address, Invite, ReplyId, RoomSecret};

use super::ctx::Ctx;
use super::event::{Effect, PeerId, PeerNews};
use super::ice::{Ice, IceServer};
use super::knock::keep_alive;
use super::own::Own;
use super::ties::Far;
pub(super) use replies::outcome_of;
use replies::{Pending, Seen};
use slot::{Purpose, ReadySlot};

/// Connections held ready at any time; each is one newcomer.
const N_READY: usize = 8;

/// And at a door that nobody was shown yet: whoever is met on the way back may ask for it.
const N_AJAR: usize = 3;

/// A door that comes with a table opens wide after this time, in ms: often enough another
/// page turns out to hold the table.
const WIDE_AFTER_MS: i64 = 1_500;

/// The link shows at the latest after this time with what is there, in ms.
const SHOW_AFTER_MS: i64 = 300;

/// While a reply's link is being made, its candidates are tried again this often, in ms.
const REVIVE_EVERY_MS: i64 = 4_000;

/// A reply whose link does not stand by then has failed, in ms.
const GIVE_UP_AFTER_MS: i64 = 120_000;

/// One seat alone may answer a connection for so long, in ms.
const RESERVED_FOR_MS: i64 = 60_000;

/// Known people waited for at once; each makes the link 35 characters longer.
const MAX_KNOWN: usize = 8;

#[derive(Debug)]
pub(super) struct Door {
    secret: RoomSecret,
    ice: Ice,
    trackers: Vec<String>,
    slots: Vec<ReadySlot>,
    pending: LiteMap<PeerId, Pending>,
    seen: LiteMap<ReplyId, Seen>,
    next_serial: u8,
    began_ms: i64,
    /// When Firefox was last given something to hope for, and how often.
    hoped_ms: i64,
    turn: u32,
    code: Option<String>,
    /// Typed address of this computer.
    lan: Option<Address>,
    /// Connections for whoever answers first.
    n_ready: usize,
    /// When it opens wide.
    wide_ms: Option<i64>,
}

impl Door {
    /// A door for newcomers.
    pub(super) fn open(secret: RoomSecret, ice: Ice, ctx: &mut Ctx) -> Self {
        Self::with(N_READY, secret, ice, ctx)
    }

    /// A door with room for so many seats that are asked one by one ([`Door::reserve`]),
    /// and for a few others.
    pub(super) fn ajar(n_seats: usize, secret: RoomSecret, ice: Ice, ctx: &mut Ctx) -> Self {
        Self::with(n_seats.min(N_READY) + N_AJAR, secret, ice, ctx)
    }

    fn with(n_ready: usize, secret: RoomSecret, ice: Ice, ctx: &mut Ctx) -> Self {
        let mut door = Self {
            secret,
            ice,
            trackers: Vec::new(),
            slots: Vec::new(),
            pending: LiteMap::new_vec(),
            seen: LiteMap::new_vec(),
            // A reply to another door of this room, of the host before, fits none here.
            next_serial: random_byte(ctx),
            began_ms: ctx.now_ms,
            hoped_ms: ctx.now_ms,
            turn: 0,
            code: None,
            lan: None,
            n_ready,
            wide_ms: None,
        };
        door.refill(ctx);
        door
    }

    /// Newcomers come by it from now on, if this page still holds the table in a moment.
    pub(super) fn widen(&mut self, now_ms: i64) {
        self.wide_ms = Some(now_ms + WIDE_AFTER_MS);
    }

    /// So many seats have yet to be asked.
    pub(super) fn expect_seats(&mut self, n_seats: usize, ctx: &mut Ctx) {
        self.n_ready = n_seats.min(N_READY) + N_AJAR;
        self.refill(ctx);
    }

    /// Other servers: connections that nobody answered are made anew.
    pub(super) fn change_ice(&mut self, ice: Ice, ctx: &mut Ctx) {
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

    /// Servers of its connections.
    pub(super) fn ice(&self) -> &Ice {
        &self.ice
    }

    /// Whether a connection is one that waits here.
    pub(super) fn has(&self, peer: PeerId) -> bool {
        self.pending.contains_key(&peer) || self.slots.iter().any(|slot| slot.peer == peer)
    }

    /// The typed address stands in the invite, in place of names that lead nowhere.
    pub(super) fn set_lan(&mut self, address: Option<&Address>, now_ms: i64) {
        if self.lan.as_ref() != address {
            self.lan = address.cloned();
            self.renew_code(now_ms);
        }
    }

    /// Other trackers for the invite to name; true if they differ.
    pub(super) fn change_trackers(&mut self, urls: &[String], now_ms: i64) -> bool {
        if self.trackers == urls {
            return false;
        }
        self.trackers = urls.to_vec();
        self.renew_code(now_ms);
        true
    }

    /// The trackers that the invite names.
    pub(super) fn trackers(&self) -> &[String] {
        &self.trackers
    }

    /// What makes this room a room.
    pub(super) fn secret(&self) -> &RoomSecret {
        &self.secret
    }

    /// The typed address of this computer.
    pub(super) fn lan(&self) -> Option<&Address> {
        self.lan.as_ref()
    }

    /// The servers that connections of this table ask.
    pub(super) fn ice_servers(&self) -> Vec<IceServer> {
        self.ice.servers()
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
    pub(super) fn news(&mut self, peer: PeerId, news: &PeerNews, ctx: &mut Ctx) {
        let Some(slot) = self.slots.iter_mut().find(|slot| slot.peer == peer) else {
            return;
        };
        slot.own.hear(news);
        slot.arm(ctx);
        if matches!(news, PeerNews::Closed | PeerNews::Refused { .. }) {
            self.slots.retain(|slot| slot.peer != peer);
            ctx.ask(Effect::ClosePeer { peer });
            if matches!(news, PeerNews::Closed) {
                self.refill(ctx);
            }
        }
        self.renew_code(ctx.now_ms);
    }

    /// A link stands: who is at its far end, and by which reply, if by one.
    pub(super) fn opened(&mut self, peer: PeerId, ctx: &mut Ctx) -> Option<(Far, Option<ReplyId>)> {
        if let Some(pending) = self.pending.remove(&peer) {
            let far = Far {
                fingerprint: pending.fingerprint,
                candidates: pending.candidates,
            };
            return Some((far, Some(pending.id)));
        }
        let at = self.slots.iter().position(|slot| slot.peer == peer)?;
        let Purpose::Known { person, .. } = self.slots.remove(at).purpose else {
            return None;
        };
        self.refill(ctx);
        self.renew_code(ctx.now_ms);
        let far = Far {
            fingerprint: person.fingerprint,
            candidates: Vec::new(),
        };
        Some((far, None))
    }

    /// An invite with one connection, for one seat alone; `None` until one is ready. So
    /// many seats are to be asked after it.
    pub(super) fn reserve(&mut self, n_seats: usize, ctx: &mut Ctx) -> Option<String> {
        let now_ms = ctx.now_ms;
        let slot = self
            .slots
            .iter_mut()
            .find(|slot| matches!(slot.purpose, Purpose::Anybody) && slot.is_ready(now_ms))?;
        let invite = Invite {
            secret: self.secret.clone(),
            fingerprint: slot.own.fingerprint()?,
            slots: vec![slot.travelling(self.lan.as_ref())?],
            ice: self.ice.settings.clone(),
            trackers: Vec::new(),
        };
        slot.purpose = Purpose::Reserved { since_ms: now_ms };
        self.expect_seats(n_seats, ctx);
        invite.encode().ok()
    }

    /// A seat that was given a connection and never answered it does not keep it.
    fn take_back_reserved(&mut self, ctx: &mut Ctx) {
        let now_ms = ctx.now_ms;
        self.slots.retain(|slot| {
            let Purpose::Reserved { since_ms } = slot.purpose else {
                return true;
            };
            let is_good = now_ms - since_ms < RESERVED_FOR_MS;
            if !is_good {
                ctx.ask(Effect::ClosePeer { peer: slot.peer });
            }
            is_good
        });
    }

    /// Time passed: the first link appears, slow links are helped along. Answers
    /// with the names of people to whom no way was found.
    pub(super) fn tick(&mut self, is_firefox: bool, ctx: &mut Ctx) -> Vec<String> {
        self.take_back_reserved(ctx);
        let now_ms = ctx.now_ms;
        if self.wide_ms.take_if(|at_ms| now_ms >= *at_ms).is_some() {
            self.n_ready = N_READY;
            self.refill(ctx);
        }
        self.renew_code(now_ms);
        let mut unreachable = Vec::new();
        let seen = &mut self.seen;
        self.pending.retain(|&peer, one| {
            let is_waiting = now_ms - one.since_ms < GIVE_UP_AFTER_MS;
            if !is_waiting {
                ctx.ask(Effect::ClosePeer { peer });
                // Who came another way meanwhile was reached.
                if seen.get(&one.id).is_some_and(|seen| !seen.is_seated) {
                    unreachable.extend(seen.remove(&one.id).map(|seen| seen.name));
                }
            }
            is_waiting
        });
        for (peer, one) in &mut self.pending {
            if now_ms - one.revived_ms < REVIVE_EVERY_MS {
                continue;
            }
            one.revived_ms = now_ms;
            one.turn = one.turn.wrapping_add(1);
            keep_alive(*peer, &one.candidates, one.turn, is_firefox, ctx);
        }
        if is_firefox && now_ms - self.hoped_ms >= REVIVE_EVERY_MS {
            self.hoped_ms = now_ms;
            self.turn = self.turn.wrapping_add(1);
            for slot in &self.slots {
                if matches!(slot.purpose, Purpose::Known { is_armed: true, .. }) {
                    keep_alive(slot.peer, &[], self.turn, true, ctx);
                }
            }
        }
        unreachable
    }

    /// Known people are let in without a reply where the network allows it.
    pub(super) fn expect(&mut self, people: Vec<KnownPerson>, ctx: &mut Ctx) {
        for person in people.into_iter().take(MAX_KNOWN) {
            let is_armed = false;
            self.make_slot(Purpose::Known { person, is_armed }, ctx);
        }
    }

    /// Somebody is not known any more.
    pub(super) fn forget(&mut self, fingerprint: &[u8; 32], ctx: &mut Ctx) {
        let is_gone = |slot: &ReadySlot| match &slot.purpose {
            Purpose::Known { person, .. } => person.fingerprint == *fingerprint,
            Purpose::Anybody | Purpose::Reserved { .. } => false,
        };
        for slot in self.slots.iter().filter(|slot| is_gone(slot)) {
            ctx.ask(Effect::ClosePeer { peer: slot.peer });
        }
        self.slots.retain(|slot| !is_gone(slot));
    }

    fn refill(&mut self, ctx: &mut Ctx) {
        let is_open = |slot: &&ReadySlot| matches!(slot.purpose, Purpose::Anybody);
        while self.slots.iter().filter(is_open).count() < self.n_ready {
            self.make_slot(Purpose::Anybody, ctx);
        }
    }

    fn make_slot(&mut self, purpose: Purpose, ctx: &mut Ctx) {
        let peer = ctx.new_peer();
        let serial = self.next_serial;
        self.next_serial = self.next_serial.wrapping_add(1);
        self.slots.push(ReadySlot {
            peer,
            serial,
            own: Own::default(),
            made_ms: ctx.now_ms,
            purpose,
        });
        ctx.ask(Effect::MakeOffer {
            peer,
            ice: self.ice.servers(),
        });
    }

    /// Shows the link at once with what is there; later candidates make the next version.
    fn renew_code(&mut self, now_ms: i64) {
        let offered: Vec<_> = self
            .slots
            .iter()
            .filter(|slot| !matches!(slot.purpose, Purpose::Reserved { .. }))
            .collect();
        let usable: Vec<_> = offered
            .iter()
            .filter(|slot| slot.has_candidates())
            .collect();
        let is_time = self.code.is_some()
            || usable.len() == offered.len()
            || now_ms - self.began_ms >= SHOW_AFTER_MS;
        if usable.is_empty() || !is_time {
            return;
        }
        let Some(fingerprint) = usable.first().and_then(|slot| slot.own.fingerprint()) else {
            return;
        };
        let invite = Invite {
            secret: self.secret.clone(),
            fingerprint,
            slots: usable
                .iter()
                .filter_map(|slot| slot.travelling(self.lan.as_ref()))
                .collect(),
            ice: self.ice.settings.clone(),
            trackers: self.trackers.clone(),
        };
        if let Ok(code) = invite.encode() {
            self.code = Some(code);
        }
    }
}

fn random_byte(ctx: &mut Ctx) -> u8 {
    let mut byte = [0];
    ctx.rng.fill_bytes(&mut byte);
    let [byte] = byte;
    byte
}
