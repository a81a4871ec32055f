//! Knocking at a door: every connection of an invite is answered, and the answers
//! are kept alive until the door opens one (docs/wire.md §7, §9).

use crate::wire::{Address, Candidate, Credentials, Invite, Reply, Slot, dummy, offer_sdp, revive};

use super::ctx::Ctx;
use super::event::{Effect, PeerId, PeerNews, SocketId, SocketNews};
use super::ice::Ice;
use super::own::Own;
use super::rendezvous::Caller;
use super::ties::Far;

/// The reply is made at the latest after this time, with what is there, in ms.
const GATHER_CAP_MS: i64 = 1_500;

/// The host's candidates are added again this often while the reply is out, in ms.
const REVIVE_EVERY_MS: i64 = 4_000;

/// Answers to one invite.
#[derive(Debug)]
pub(super) struct Knock {
    invite: Invite,
    tries: Vec<Try>,
    /// Meets the host at trackers, if the invite names some.
    caller: Option<Caller>,
    began_ms: i64,
    /// When the answers were last kept alive; `None` right after the start.
    revived_ms: Option<i64>,
    turn: u32,
    /// Typed address of this computer.
    lan: Option<Address>,
}

/// One answered connection.
#[derive(Debug)]
struct Try {
    peer: PeerId,
    slot: Slot,
    own: Own,
    /// The browser is done with it, one way or the other.
    is_done: bool,
}

impl Knock {
    /// Answers the connections of an invite at once. `hosts` are certificates of
    /// others who may hold the table by now; `agreed` gives the credentials that the
    /// door may expect, if it knows us.
    pub(super) fn begin(
        invite: Invite,
        ice: &Ice,
        hosts: &[[u8; 32]],
        agreed: impl Fn(&Slot) -> Option<Credentials>,
        ctx: &mut Ctx,
    ) -> Self {
        let tries = invite
            .slots
            .iter()
            .map(|slot| Try {
                peer: answer(&invite.fingerprint, slot, ice, agreed(slot), ctx),
                slot: slot.clone(),
                own: Own::default(),
                is_done: false,
            })
            .collect();
        let caller = (!invite.trackers.is_empty()).then(|| {
            let mut known = hosts.to_vec();
            known.push(invite.fingerprint);
            let urls = invite.trackers.clone();
            Caller::begin(&invite.secret, urls, ice.servers(), known, ctx)
        });
        Self {
            caller,
            invite,
            tries,
            began_ms: ctx.now_ms,
            revived_ms: None,
            turn: 0,
            lan: None,
        }
    }

    /// The invite that is answered.
    pub(super) fn invite(&self) -> &Invite {
        &self.invite
    }

    /// Whether a connection is one of these answers.
    pub(super) fn has(&self, peer: PeerId) -> bool {
        let is_call = self.caller.as_ref().is_some_and(|one| one.owns(peer));
        is_call || self.tries.iter().any(|one| one.peer == peer)
    }

    /// News of a connection. `is_out`: a reply that names it was given away.
    pub(super) fn news(&mut self, peer: PeerId, news: &PeerNews, is_out: bool, ctx: &mut Ctx) {
        if let Some(caller) = self.caller.as_mut().filter(|one| one.owns(peer)) {
            caller.news(news, ctx);
            return;
        }
        let Some(one) = self.tries.iter_mut().find(|one| one.peer == peer) else {
            return;
        };
        one.own.hear(news);
        one.is_done |= one.own.is_gathered;
        if matches!(news, PeerNews::Closed | PeerNews::Refused { .. }) {
            one.is_done = true;
            // A reply that is out still names this connection; else it is gone.
            if !is_out {
                self.tries.retain(|one| one.peer != peer);
                ctx.ask(Effect::ClosePeer { peer });
            }
        }
    }

    /// The far side of an answer.
    pub(super) fn far(&self, peer: PeerId) -> Option<Far> {
        if let Some(caller) = self.caller.as_ref().filter(|one| one.owns(peer)) {
            return caller.far();
        }
        let one = self.tries.iter().find(|one| one.peer == peer)?;
        Some(Far {
            fingerprint: self.invite.fingerprint,
            candidates: one.slot.candidates.clone(),
        })
    }

    /// Every connection but these is closed.
    pub(super) fn keep_only(&mut self, is_kept: impl Fn(PeerId) -> bool, ctx: &mut Ctx) {
        if let Some(mut caller) = self.caller.take() {
            caller.close(&is_kept, ctx);
        }
        for one in self.tries.drain(..) {
            if !is_kept(one.peer) {
                ctx.ask(Effect::ClosePeer { peer: one.peer });
            }
        }
    }

    /// The browser refused every connection: no reply can be made.
    pub(super) fn is_hopeless(&self) -> bool {
        self.tries
            .iter()
            .all(|one| one.is_done && one.own.local.is_none())
    }

    /// SHA-256 of this browser's own certificate, once it is known.
    pub(super) fn fingerprint(&self) -> Option<[u8; 32]> {
        let mut tries = self.tries.iter();
        tries.find_map(|one| one.own.fingerprint())
    }

    /// A typed address stands in replies from now on, in place of names that lead
    /// nowhere. True if that is new.
    pub(super) fn set_lan(&mut self, address: Option<&Address>) -> bool {
        let is_new = self.lan.as_ref() != address;
        self.lan = address.cloned();
        if let Some(caller) = &mut self.caller {
            caller.set_lan(address);
        }
        is_new
    }

    /// News of a socket to a tracker.
    pub(super) fn hear(&mut self, socket: SocketId, news: SocketNews, ctx: &mut Ctx) {
        if let Some(caller) = &mut self.caller {
            caller.hear(socket, news, ctx);
        }
    }

    /// Whether the host is looked for at trackers.
    pub(super) fn calls(&self) -> bool {
        self.caller.is_some()
    }

    /// The reply's code, once every connection is ready or the time is up.
    pub(super) fn reply(&mut self, name: &str, ctx: &mut Ctx) -> Option<String> {
        let all_done = self.tries.iter().all(|one| one.is_done);
        if !all_done && ctx.now_ms - self.began_ms < GATHER_CAP_MS {
            return None;
        }
        let lan = self.lan.as_ref();
        let slots: Vec<_> = self
            .tries
            .iter()
            .filter_map(|one| one.own.slot(one.slot.serial, lan))
            .collect();
        let fingerprint = self.fingerprint()?;
        let reply = Reply {
            fingerprint,
            name: name.to_owned(),
            slots,
        };
        let code = reply.encode(&self.invite.secret).ok()?;
        // The same person, by whichever way comes first.
        if let Some(caller) = &mut self.caller {
            caller.call(name, reply.id(), ctx);
        }
        Some(code)
    }

    /// Time passed: the answers are kept alive. Also before a reply is out:
    /// Firefox gives an answer up for good after 5 s.
    pub(super) fn tick(&mut self, is_firefox: bool, ctx: &mut Ctx) {
        if let Some(caller) = &mut self.caller {
            caller.tick(is_firefox, ctx);
        }
        if let Some(revived_ms) = self.revived_ms
            && ctx.now_ms - revived_ms < REVIVE_EVERY_MS
        {
            return;
        }
        self.revived_ms = Some(ctx.now_ms);
        self.turn = self.turn.wrapping_add(1);
        for one in &self.tries {
            keep_alive(one.peer, &one.slot.candidates, self.turn, is_firefox, ctx);
        }
    }
}

/// Answers one connection that waits for somebody.
pub(super) fn answer(
    fingerprint: &[u8; 32],
    slot: &Slot,
    ice: &Ice,
    agreed: Option<Credentials>,
    ctx: &mut Ctx,
) -> PeerId {
    let peer = ctx.new_peer();
    ctx.ask(Effect::MakeAnswer {
        peer,
        ice: ice.servers(),
        offer_sdp: offer_sdp(fingerprint, &slot.credentials, &[]),
        candidates: slot.candidates.iter().map(|one| one.line("1")).collect(),
        agreed,
    });
    peer
}

/// Makes a browser try the far side's candidates again, as if they were new.
pub(super) fn keep_alive(
    peer: PeerId,
    candidates: &[Candidate],
    turn: u32,
    is_firefox: bool,
    ctx: &mut Ctx,
) {
    let mut lines = revive(candidates, turn);
    if is_firefox {
        lines.push(dummy(turn));
    }
    for line in lines {
        ctx.ask(Effect::AddCandidate { peer, line });
    }
}
