//! The host looks out for people at trackers: answers whoever has the invite,
//! each call with one connection, however many copies of it arrive.

use std::collections::VecDeque;

use crate::wire::rendezvous::tracker::{Heard, Side};
use crate::wire::rendezvous::{Answer, CallId, Offer};
use crate::wire::{Address, Rendezvous, ReplyId, RoomSecret, offer_sdp};

use super::half::Half;
use super::trackers::{LineNumber, Trackers};
use crate::app::ctx::Ctx;
use crate::app::event::{Effect, PeerId, PeerNews, SocketId, SocketNews};
use crate::app::ice::IceServer;
use crate::app::ties::Far;

/// Connections being made for calls at one time; whoever finds no place calls
/// again within seconds.
const MAX_CALLS: usize = 16;
/// A call whose connection does not open by then is given up, in ms.
const GIVE_UP_AFTER_MS: i64 = 30_000;
/// Calls remembered, so that a copy that comes late starts nothing.
const MAX_PAST_CALLS: usize = 500;
/// Copies of a call answered once its connection can be described.
const MAX_WAITING_COPIES: usize = 8;
/// Answers to the copies of one call: all copies of several announces.
const MAX_ANSWERS: u32 = 64;

#[derive(Debug)]
pub(in crate::app) struct Lookout {
    room: Rendezvous,
    trackers: Trackers,
    calls: Vec<Call>,
    past: VecDeque<CallId>,
    /// Typed address of this computer.
    lan: Option<Address>,
}

#[derive(Debug)]
struct Call {
    id: CallId,
    fingerprint: [u8; 32],
    reply: ReplyId,
    name: String,
    half: Half,
    copies: Vec<Copy>,
    n_answers: u32,
}

/// Where one copy of an offer came from.
#[derive(Debug)]
struct Copy {
    line: LineNumber,
    peer_id: String,
    offer_id: String,
}

impl Lookout {
    /// Begins to look out at all trackers.
    pub(in crate::app) fn open(secret: &RoomSecret, urls: &[String], ctx: &mut Ctx) -> Self {
        let room = Rendezvous::of(secret);
        Self {
            trackers: Trackers::open(room.clone(), Side::Host, urls, ctx),
            room,
            calls: Vec::new(),
            past: VecDeque::new(),
            lan: None,
        }
    }

    /// A typed address stands in answers from now on.
    pub(in crate::app) fn set_lan(&mut self, address: Option<&Address>) {
        self.lan = address.cloned();
    }

    /// News of a socket; a call is answered with a connection that asks these
    /// STUN and TURN servers.
    pub(in crate::app) fn hear(
        &mut self,
        socket: SocketId,
        news: SocketNews,
        ice: Vec<IceServer>,
        ctx: &mut Ctx,
    ) {
        let heard = self.trackers.hear(socket, news, ctx);
        if let Some((
            line,
            Heard::Offer {
                peer_id,
                offer_id,
                sealed,
            },
        )) = heard
            && let Some(offer) = self.room.open_offer(&offer_id, &sealed)
        {
            let copy = Copy {
                line,
                peer_id,
                offer_id,
            };
            self.called(offer, copy, ice, ctx);
        }
        self.say(ctx);
    }

    fn called(&mut self, offer: Offer, copy: Copy, ice: Vec<IceServer>, ctx: &mut Ctx) {
        if let Some(call) = self.calls.iter_mut().find(|call| call.id == offer.call) {
            call.half.learn(&offer.slot.candidates, ctx);
            if call.copies.len() < MAX_WAITING_COPIES {
                call.copies.push(copy);
            }
            return;
        }
        if self.calls.len() >= MAX_CALLS || self.past.contains(&offer.call) {
            return;
        }
        let peer = ctx.new_peer();
        let slot = offer.slot;
        ctx.ask(Effect::MakeAnswer {
            peer,
            ice,
            offer_sdp: offer_sdp(&offer.fingerprint, &slot.credentials, &[]),
            candidates: slot.candidates.iter().map(|one| one.line("1")).collect(),
            agreed: None,
        });
        self.calls.push(Call {
            id: offer.call,
            fingerprint: offer.fingerprint,
            reply: offer.reply,
            name: offer.name,
            half: Half::new(peer, slot.candidates, ctx.now_ms),
            copies: vec![copy],
            n_answers: 0,
        });
    }

    /// News of a connection; true if it is one of these.
    pub(in crate::app) fn news(&mut self, peer: PeerId, news: &PeerNews, ctx: &mut Ctx) -> bool {
        let Some(call) = self.calls.iter_mut().find(|call| call.half.peer == peer) else {
            return false;
        };
        match news {
            PeerNews::Closed | PeerNews::Refused { .. } => {
                ctx.ask(Effect::ClosePeer { peer });
                self.forget(peer);
            }
            PeerNews::Local { .. }
            | PeerNews::Candidate { .. }
            | PeerNews::Gathered
            | PeerNews::Opened
            | PeerNews::Path(_)
            | PeerNews::Frame(_) => call.half.hear(news),
        }
        self.say(ctx);
        true
    }

    /// A connection is open and somebody else's now: who called, and the reply that
    /// the same person may have sent meanwhile.
    pub(in crate::app) fn opened(&mut self, peer: PeerId) -> Option<(Far, ReplyId, String)> {
        let call = self.forget(peer)?;
        let far = Far {
            fingerprint: call.fingerprint,
            candidates: call.half.theirs().to_vec(),
        };
        Some((far, call.reply, call.name))
    }

    fn forget(&mut self, peer: PeerId) -> Option<Call> {
        let at = self.calls.iter().position(|call| call.half.peer == peer)?;
        let call = self.calls.remove(at);
        self.past.push_back(call.id);
        if self.past.len() > MAX_PAST_CALLS {
            self.past.pop_front();
        }
        Some(call)
    }

    /// Time passed.
    pub(in crate::app) fn tick(&mut self, is_firefox: bool, ctx: &mut Ctx) {
        self.trackers.tick(ctx);
        let now_ms = ctx.now_ms;
        let is_late = |call: &&Call| now_ms - call.half.began_ms >= GIVE_UP_AFTER_MS;
        let late: Vec<_> = self.calls.iter().filter(is_late).collect();
        let late: Vec<_> = late.iter().map(|call| call.half.peer).collect();
        for peer in late {
            ctx.ask(Effect::ClosePeer { peer });
            self.forget(peer);
        }
        for call in &mut self.calls {
            call.half.revive(is_firefox, ctx);
        }
        self.say(ctx);
    }

    /// Announces and answers whatever is due.
    fn say(&mut self, ctx: &mut Ctx) {
        self.trackers.announce(None, |_| Vec::new(), ctx);
        for call in &mut self.calls {
            let Some((fingerprint, slot)) = call.half.ready(self.lan.as_ref(), ctx.now_ms) else {
                continue;
            };
            let answer = Answer {
                call: call.id,
                fingerprint,
                slot,
            };
            for copy in call.copies.drain(..) {
                call.n_answers = call.n_answers.saturating_add(1);
                let sealed = self.room.seal_answer(&answer, &copy.offer_id, &mut ctx.rng);
                if let Ok(sealed) = sealed
                    && call.n_answers <= MAX_ANSWERS
                {
                    let (to, id) = (&copy.peer_id, &copy.offer_id);
                    self.trackers.answer(copy.line, to, id, &sealed, ctx);
                }
            }
        }
    }

    /// Looks out no more. Connections that are not open are closed.
    pub(in crate::app) fn close(&mut self, ctx: &mut Ctx) {
        for call in self.calls.drain(..) {
            let peer = call.half.peer;
            ctx.ask(Effect::ClosePeer { peer });
        }
        self.trackers.close(ctx);
    }
}
