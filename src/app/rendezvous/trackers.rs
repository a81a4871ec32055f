//! Sockets to all trackers of a table: opened together, opened again when they
//! close, spoken to when it is time. A dead one costs the others nothing.

use rand_core::Rng;

use crate::wire::Rendezvous;
use crate::wire::rendezvous::random_id;
use crate::wire::rendezvous::tracker::{self, Heard, Presence, SealedOffer, Side};

use crate::app::ctx::Ctx;
use crate::app::event::{Effect, SocketId, SocketNews};

/// A socket that is not open by then is closed, in ms.
const OPEN_WITHIN_MS: i64 = 10_000;
/// Shortest and longest rest before a socket is opened again, in ms.
const REST_MS: (u32, u32) = (1_000, 30_000);
/// So many doublings lead from the shortest rest to the longest.
const MAX_DOUBLINGS: u32 = 5;
/// How often one says that one is there, whatever a tracker asks for, in ms.
const INTERVAL_MS: (i64, i64) = (10_000, 60_000);
/// Messages of one tracker that are read in one span; forty guests at once send 64.
const MAX_HEARD: u32 = 200;
/// Length of that span, in ms.
const HEARD_SPAN_MS: i64 = 5_000;

/// A place at a tracker, to send an answer back to: its socket may have been
/// closed meanwhile, then nothing is sent.
pub(super) type LineNumber = usize;

#[derive(Debug)]
pub(super) struct Trackers {
    room: Rendezvous,
    side: Side,
    lines: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    url: String,
    state: State,
    /// Closed so often since it last spoke.
    n_failures: u32,
    n_heard: u32,
    heard_since_ms: i64,
}

#[derive(Debug)]
enum State {
    Resting {
        until_ms: i64,
    },
    Opening {
        socket: SocketId,
        since_ms: i64,
    },
    Open {
        socket: SocketId,
        peer_id: String,
        presence: Presence,
        interval_ms: i64,
        said_ms: Option<i64>,
    },
}

impl Trackers {
    /// Opens sockets to all of them.
    pub(super) fn open(room: Rendezvous, side: Side, urls: &[String], ctx: &mut Ctx) -> Self {
        let line = |url: &String| Line {
            url: url.clone(),
            state: State::Resting {
                until_ms: ctx.now_ms,
            },
            n_failures: 0,
            n_heard: 0,
            heard_since_ms: ctx.now_ms,
        };
        let lines = urls.iter().map(line).collect();
        let mut trackers = Self { room, side, lines };
        trackers.tick(ctx);
        trackers
    }

    /// Time passed: sockets are opened again, and those that do not open closed.
    pub(super) fn tick(&mut self, ctx: &mut Ctx) {
        for line in &mut self.lines {
            match line.state {
                State::Resting { until_ms } if ctx.now_ms >= until_ms => {
                    let socket = ctx.new_socket();
                    ctx.ask(Effect::OpenSocket {
                        socket,
                        url: line.url.clone(),
                    });
                    line.state = State::Opening {
                        socket,
                        since_ms: ctx.now_ms,
                    };
                }
                State::Opening { since_ms, .. } if ctx.now_ms - since_ms >= OPEN_WITHIN_MS => {
                    line.rest(ctx);
                }
                State::Resting { .. } | State::Opening { .. } | State::Open { .. } => {}
            }
        }
    }

    /// News of a socket: what somebody else at that tracker says, and at which.
    pub(super) fn hear(
        &mut self,
        socket: SocketId,
        news: SocketNews,
        ctx: &mut Ctx,
    ) -> Option<(LineNumber, Heard)> {
        let mut lines = self.lines.iter_mut();
        let at = lines.position(|line| line.socket() == Some(socket))?;
        let line = self.lines.get_mut(at)?;
        match news {
            SocketNews::Opened => {
                line.state = State::Open {
                    socket,
                    peer_id: random_id(&mut ctx.rng),
                    presence: Presence::Comes,
                    interval_ms: INTERVAL_MS.1,
                    said_ms: None,
                };
                None
            }
            SocketNews::Closed => {
                line.rest(ctx);
                None
            }
            SocketNews::Text(text) => {
                let word = line
                    .listen(ctx.now_ms)
                    .then(|| self.read(&text))
                    .flatten()?;
                self.take(at, word, ctx)
            }
        }
    }

    fn read(&self, text: &str) -> Option<Heard> {
        tracker::read(text, self.room.info_hash())
    }

    /// What the tracker itself says is settled here.
    fn take(&mut self, at: LineNumber, word: Heard, ctx: &mut Ctx) -> Option<(LineNumber, Heard)> {
        let line = self.lines.get_mut(at)?;
        line.n_failures = 0;
        match word {
            Heard::Interval(seconds) => {
                if let State::Open { interval_ms, .. } = &mut line.state {
                    let asked_ms = i64::from(seconds).saturating_mul(1_000);
                    *interval_ms = asked_ms.clamp(INTERVAL_MS.0, INTERVAL_MS.1);
                }
                None
            }
            Heard::Refused(reason) => {
                ctx.ask(Effect::Log(format!("{}: {reason}", line.url)));
                None
            }
            Heard::Offer { .. } | Heard::Answer { .. } => Some((at, word)),
        }
    }

    /// Says that one is there, wherever it is time; `every_ms` if not as often as
    /// the tracker likes, with offers made for each.
    pub(super) fn announce(
        &mut self,
        every_ms: Option<i64>,
        mut offers: impl FnMut(&mut Ctx) -> Vec<SealedOffer>,
        ctx: &mut Ctx,
    ) {
        for line in &mut self.lines {
            let State::Open {
                socket,
                peer_id,
                presence,
                interval_ms,
                said_ms,
            } = &mut line.state
            else {
                continue;
            };
            let every_ms = every_ms.unwrap_or(*interval_ms);
            if said_ms.is_some_and(|said_ms| ctx.now_ms - said_ms < every_ms) {
                continue;
            }
            *said_ms = Some(ctx.now_ms);
            let offers = offers(ctx);
            let hash = self.room.info_hash();
            let text = tracker::announce(hash, peer_id, self.side, *presence, &offers);
            *presence = Presence::Stays;
            ctx.ask(Effect::SendText {
                socket: *socket,
                text,
            });
        }
    }

    /// Answers somebody's offer.
    pub(super) fn answer(
        &self,
        at: LineNumber,
        to_peer_id: &str,
        offer_id: &str,
        sealed: &str,
        ctx: &mut Ctx,
    ) {
        let Some(line) = self.lines.get(at) else {
            return;
        };
        if let State::Open {
            socket, peer_id, ..
        } = &line.state
        {
            let hash = self.room.info_hash();
            ctx.ask(Effect::SendText {
                socket: *socket,
                text: tracker::answer(hash, peer_id, to_peer_id, offer_id, sealed),
            });
        }
    }

    /// Says good-bye and closes all sockets.
    pub(super) fn close(&mut self, ctx: &mut Ctx) {
        for line in self.lines.drain(..) {
            if let State::Open {
                socket, peer_id, ..
            } = &line.state
            {
                let hash = self.room.info_hash();
                let text = tracker::announce(hash, peer_id, self.side, Presence::Goes, &[]);
                ctx.ask(Effect::SendText {
                    socket: *socket,
                    text,
                });
            }
            if let Some(socket) = line.socket() {
                ctx.ask(Effect::CloseSocket { socket });
            }
        }
    }
}

impl Line {
    fn socket(&self) -> Option<SocketId> {
        match self.state {
            State::Resting { .. } => None,
            State::Opening { socket, .. } | State::Open { socket, .. } => Some(socket),
        }
    }

    /// Whether one more message is read: a tracker that floods is not listened to
    /// for a while.
    fn listen(&mut self, now_ms: i64) -> bool {
        if now_ms - self.heard_since_ms >= HEARD_SPAN_MS {
            self.heard_since_ms = now_ms;
            self.n_heard = 0;
        }
        self.n_heard = self.n_heard.saturating_add(1);
        self.n_heard <= MAX_HEARD
    }

    /// Closes the socket; the rest before the next is longer each time, and nobody
    /// else's.
    fn rest(&mut self, ctx: &mut Ctx) {
        if let Some(socket) = self.socket() {
            ctx.ask(Effect::CloseSocket { socket });
        }
        self.n_failures = self.n_failures.saturating_add(1);
        let longest = REST_MS.0 << self.n_failures.min(MAX_DOUBLINGS);
        let longest = longest.min(REST_MS.1);
        let half = longest / 2;
        let rest_ms = half + ctx.rng.next_u32() % (half + 1);
        self.state = State::Resting {
            until_ms: ctx.now_ms + i64::from(rest_ms.max(REST_MS.0)),
        };
    }
}
