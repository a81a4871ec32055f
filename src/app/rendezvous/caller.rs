//! A guest calls at all trackers until the host has answered and the connection
//! stands.

use rand_core::Rng;

use crate::wire::rendezvous::tracker::{Heard, SealedOffer, Side};
use crate::wire::rendezvous::{Answer, CallId, Offer, random_id};
use crate::wire::{Address, Credentials, Rendezvous, ReplyId, RoomSecret, answer_sdp};

use super::half::Half;
use super::trackers::Trackers;
use crate::app::ctx::Ctx;
use crate::app::event::{Effect, PeerId, PeerNews, SocketId, SocketNews};
use crate::app::ice::IceServer;
use crate::app::ties::Far;

/// Copies of an offer for each announce: trackers hand them to random members,
/// and others wait there too.
const N_COPIES: usize = 8;
/// It calls again this often, in ms,
const CALL_EVERY_MS: i64 = 5_000;
/// and after a while less often: trackers are lent, not ours, in ms.
const CALL_SELDOM_MS: i64 = 30_000;
/// That while, in ms.
const PATIENCE_MS: i64 = 300_000;
/// An answered connection that does not open by then is made anew, in ms.
const OPEN_WITHIN_MS: i64 = 20_000;
/// A connection that the browser refused is tried again after this time, in ms.
const RETRY_AFTER_MS: i64 = 5_000;

#[derive(Debug)]
pub(in crate::app) struct Caller {
    room: Rendezvous,
    urls: Vec<String>,
    ice: Vec<IceServer>,
    /// Certificates of which one is the host's.
    hosts: Vec<[u8; 32]>,
    attempt: Attempt,
    /// From the moment the person wants in.
    calling: Option<Calling>,
    /// Typed address of this computer.
    lan: Option<Address>,
}

#[derive(Debug)]
enum Attempt {
    /// The browser refused; there is another one then.
    Resting { until_ms: i64 },
    Made {
        id: CallId,
        half: Box<Half>,
        answered: Option<Answered>,
    },
}

/// The far half that was taken: an offer takes only one.
#[derive(Debug)]
struct Answered {
    since_ms: i64,
    fingerprint: [u8; 32],
    credentials: Credentials,
}

#[derive(Debug)]
struct Calling {
    trackers: Trackers,
    name: String,
    reply: ReplyId,
    since_ms: i64,
}

impl Caller {
    /// Makes the connection that will be offered; nobody is called yet. `hosts`
    /// are the certificates (SHA-256) of whom an answer is taken from.
    pub(in crate::app) fn begin(
        secret: &RoomSecret,
        urls: Vec<String>,
        ice: Vec<IceServer>,
        hosts: Vec<[u8; 32]>,
        ctx: &mut Ctx,
    ) -> Self {
        Self {
            room: Rendezvous::of(secret),
            attempt: attempt(&ice, ctx),
            urls,
            ice,
            hosts,
            calling: None,
            lan: None,
        }
    }

    /// Calls under this name from now on. `reply` names the reply that is on the
    /// screen meanwhile; any other name if there is none.
    pub(in crate::app) fn call(&mut self, name: &str, reply: ReplyId, ctx: &mut Ctx) {
        if self.calling.is_some() {
            return;
        }
        self.calling = Some(Calling {
            trackers: Trackers::open(self.room.clone(), Side::Guest, &self.urls, ctx),
            name: name.to_owned(),
            reply,
            since_ms: ctx.now_ms,
        });
    }

    /// A typed address stands in calls from now on.
    pub(in crate::app) fn set_lan(&mut self, address: Option<&Address>) {
        self.lan = address.cloned();
    }

    /// Whether a connection is this caller's.
    pub(in crate::app) fn owns(&self, peer: PeerId) -> bool {
        matches!(&self.attempt, Attempt::Made { half, .. } if half.peer == peer)
    }

    /// The far side of its connection, once answered.
    pub(in crate::app) fn far(&self) -> Option<Far> {
        let Attempt::Made {
            half,
            answered: Some(answered),
            ..
        } = &self.attempt
        else {
            return None;
        };
        Some(Far {
            fingerprint: answered.fingerprint,
            candidates: half.theirs().to_vec(),
        })
    }

    /// News of its connection; true if it is open.
    pub(in crate::app) fn news(&mut self, news: &PeerNews, ctx: &mut Ctx) -> bool {
        let Attempt::Made { half, .. } = &mut self.attempt else {
            return false;
        };
        match news {
            PeerNews::Opened => return true,
            PeerNews::Closed | PeerNews::Refused { .. } => {
                ctx.ask(Effect::ClosePeer { peer: half.peer });
                self.attempt = Attempt::Resting {
                    until_ms: ctx.now_ms + RETRY_AFTER_MS,
                };
            }
            PeerNews::Local { .. }
            | PeerNews::Candidate { .. }
            | PeerNews::Gathered
            | PeerNews::Path(_)
            | PeerNews::Frame(_) => half.hear(news),
        }
        self.announce(ctx);
        false
    }

    /// News of a socket.
    pub(in crate::app) fn hear(&mut self, socket: SocketId, news: SocketNews, ctx: &mut Ctx) {
        let Some(calling) = &mut self.calling else {
            return;
        };
        let heard = calling.trackers.hear(socket, news, ctx);
        if let Some((_, Heard::Answer { offer_id, sealed })) = heard
            && let Some(answer) = self.room.open_answer(&offer_id, &sealed)
        {
            self.answered(&answer, ctx);
        }
        self.announce(ctx);
    }

    fn answered(&mut self, answer: &Answer, ctx: &mut Ctx) {
        let Attempt::Made { id, half, answered } = &mut self.attempt else {
            return;
        };
        if *id != answer.call || !self.hosts.contains(&answer.fingerprint) {
            return;
        }
        let slot = &answer.slot;
        if let Some(answered) = answered {
            let is_same = answered.fingerprint == answer.fingerprint
                && answered.credentials == slot.credentials;
            if is_same {
                half.learn(&slot.candidates, ctx);
            }
            return;
        }
        *answered = Some(Answered {
            since_ms: ctx.now_ms,
            fingerprint: answer.fingerprint,
            credentials: slot.credentials.clone(),
        });
        ctx.ask(Effect::AcceptAnswer {
            peer: half.peer,
            answer_sdp: answer_sdp(&answer.fingerprint, &slot.credentials, &[]),
            candidates: Vec::new(),
        });
        half.learn(&slot.candidates, ctx);
    }

    /// Time passed.
    pub(in crate::app) fn tick(&mut self, is_firefox: bool, ctx: &mut Ctx) {
        let now_ms = ctx.now_ms;
        match &mut self.attempt {
            Attempt::Resting { until_ms } if now_ms >= *until_ms => {
                self.attempt = attempt(&self.ice, ctx);
            }
            Attempt::Made {
                half,
                answered: Some(answered),
                ..
            } => {
                if now_ms - answered.since_ms >= OPEN_WITHIN_MS {
                    ctx.ask(Effect::ClosePeer { peer: half.peer });
                    self.attempt = attempt(&self.ice, ctx);
                } else {
                    half.revive(is_firefox, ctx);
                }
            }
            Attempt::Resting { .. } | Attempt::Made { .. } => {}
        }
        if let Some(calling) = &mut self.calling {
            calling.trackers.tick(ctx);
        }
        self.announce(ctx);
    }

    /// Calls wherever it is time, once there is something to offer.
    fn announce(&mut self, ctx: &mut Ctx) {
        let (Some(calling), Attempt::Made { id, half, .. }) = (&mut self.calling, &self.attempt)
        else {
            return;
        };
        let Some((fingerprint, slot)) = half.ready(self.lan.as_ref(), ctx.now_ms) else {
            return;
        };
        let offer = Offer {
            call: *id,
            fingerprint,
            name: calling.name.clone(),
            reply: calling.reply,
            slot,
        };
        let room = &self.room;
        let copies = |ctx: &mut Ctx| {
            let copies = (0..N_COPIES).filter_map(|_| {
                let offer_id = random_id(&mut ctx.rng);
                let sealed = room.seal_offer(&offer, &offer_id, &mut ctx.rng).ok()?;
                Some(SealedOffer { offer_id, sealed })
            });
            copies.collect()
        };
        let every_ms = if ctx.now_ms - calling.since_ms < PATIENCE_MS {
            CALL_EVERY_MS
        } else {
            CALL_SELDOM_MS
        };
        calling.trackers.announce(Some(every_ms), copies, ctx);
    }

    /// Calls no more; its connection is closed, unless it is kept.
    pub(in crate::app) fn close(&mut self, is_kept: impl Fn(PeerId) -> bool, ctx: &mut Ctx) {
        if let Attempt::Made { half, .. } = &self.attempt
            && !is_kept(half.peer)
        {
            ctx.ask(Effect::ClosePeer { peer: half.peer });
        }
        if let Some(mut calling) = self.calling.take() {
            calling.trackers.close(ctx);
        }
    }
}

fn attempt(ice: &[IceServer], ctx: &mut Ctx) -> Attempt {
    let mut id = CallId::default();
    ctx.rng.fill_bytes(&mut id);
    let peer = ctx.new_peer();
    ctx.ask(Effect::MakeOffer {
        peer,
        ice: ice.to_vec(),
    });
    Attempt::Made {
        id,
        half: Box::new(Half::new(peer, Vec::new(), ctx.now_ms)),
        answered: None,
    }
}
