//! The host's machine: takes intents, publishes numbered events.
//!
//! It orders and forwards; it sees no more of a vote than any other seat.

use std::collections::VecDeque;

use litemap::LiteMap;

use rand_core::CryptoRng;

use crate::ballot::{Opening, SeatSecret};

use super::message::{Intent, Refusal, TableEvent, ToGuest, ToHost, Told};
use super::table::{Link, Rules, SeatId, Story, Table};
use super::voter::Voter;
use super::{BEAT_EVERY_MS, LOST_AFTER_MS, SLOW_AFTER_MS, UNDO_REMOVAL_MS};

/// Names one guest's link; the edge decides what it is.
pub type LinkId = u32;

/// Events kept for seats that missed some; older gaps get a snapshot.
const MAX_TAIL: usize = 400;

/// Messages a seat may send at once, after a quiet time.
const BURST_MESSAGES: i64 = 60;

/// Messages a seat may send per second.
const MESSAGES_PER_S: i64 = 30;

/// Messages refused in a row before a seat is unseated.
const MAX_REFUSED: u32 = 300;

/// What the host has to do for the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Out {
    /// Send to one guest.
    Send(LinkId, ToGuest),
    /// Close a guest's link.
    Close(LinkId),
    /// Tell the person at this browser.
    News(HostNews),
}

/// Something only the host's own screen is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostNews {
    /// A guest sat down.
    Sat {
        /// Over which link.
        link: LinkId,
        /// Name at the table.
        name: String,
    },
    /// A guest found every seat taken.
    Full {
        /// Over which link.
        link: LinkId,
    },
    /// A reply somebody pasted at another seat.
    Forwarded {
        /// The reply's code.
        code: String,
    },
}

/// The host of a table.
#[derive(Debug)]
pub struct Host {
    pub(super) table: Table,
    pub(super) me: SeatId,
    pub(super) voter: Voter,
    pub(super) links: LiteMap<LinkId, GuestLink>,
    /// Openings that came in, until all are here.
    pub(super) openings: LiteMap<SeatId, Opening>,
    /// Seats left out of this round because they did not answer in time.
    pub(super) left_out: Vec<SeatId>,
    /// Somebody stopped the countdown of this attempt.
    pub(super) countdown_stopped: bool,
    /// Since when the round waits for browsers (closing, opening).
    pub(super) waiting_since_ms: i64,
    removed_ms: LiteMap<SeatId, i64>,
    seq: u32,
    tail: VecDeque<TableEvent>,
    /// Events applied and not yet sent.
    fresh: Vec<TableEvent>,
    beat_ms: i64,
}

/// What the host knows of one guest's link.
#[derive(Debug)]
pub(super) struct GuestLink {
    pub(super) seat: Option<SeatId>,
    pub(super) acked: u32,
    pub(super) heard_ms: i64,
    /// Messages the guest may still send, times 1000.
    budget: i64,
    budget_ms: i64,
    n_refused: u32,
}

impl Host {
    /// Opens a table; the host sits down as its first seat.
    pub fn new(
        session: [u8; 16],
        secret: SeatSecret,
        name: &str,
        rules: Rules,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Self {
        let voter = Voter::new(secret);
        let mut host = Self {
            table: Table::new(session, rules, now_ms),
            me: SeatId(1),
            voter,
            links: LiteMap::new_vec(),
            openings: LiteMap::new_vec(),
            left_out: Vec::new(),
            countdown_stopped: false,
            waiting_since_ms: now_ms,
            removed_ms: LiteMap::new_vec(),
            seq: 0,
            tail: VecDeque::new(),
            fresh: Vec::new(),
            beat_ms: now_ms,
        };
        let key = host.voter.key();
        host.publish(TableEvent::Sat {
            seat: SeatId(1),
            name: name.to_owned(),
            key,
            is_host: true,
            is_observer: false,
        });
        host.settle(now_ms, rng);
        host.fresh.clear();
        host
    }

    /// Continues with the stories of an earlier page (their votes are not open any more).
    pub fn resume(&mut self, stories: Vec<Story>, round: u32) {
        if !stories.is_empty() {
            self.table.stories = stories;
        }
        self.table.round.number = self.table.round.number.max(round);
    }

    /// What everybody sees.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// The host's own seat.
    pub fn me(&self) -> SeatId {
        self.me
    }

    /// The host's own voter.
    pub fn voter(&self) -> &Voter {
        &self.voter
    }

    /// Seats that are linked, the host's own included.
    pub fn n_linked(&self) -> usize {
        self.links
            .values()
            .filter(|link| link.seat.is_some())
            .count()
            + 1
    }

    /// A guest's link opened: greet it.
    pub fn link_opened(&mut self, link: LinkId, now_ms: i64) -> Vec<Out> {
        let fresh = GuestLink {
            seat: None,
            acked: 0,
            heard_ms: now_ms,
            budget: BURST_MESSAGES * 1000,
            budget_ms: now_ms,
            n_refused: 0,
        };
        self.links.insert(link, fresh);
        let key = self.voter.key();
        vec![Out::Send(
            link,
            ToGuest::Greeting {
                key,
                session: self.table.session,
            },
        )]
    }

    /// A guest's link closed: its seat is lost at once.
    pub fn link_closed(&mut self, link: LinkId, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<Out> {
        if let Some(GuestLink {
            seat: Some(seat), ..
        }) = self.links.remove(&link)
        {
            self.publish_link(seat, Link::Lost);
        }
        self.finish(Vec::new(), now_ms, rng)
    }

    /// A guest's message.
    pub fn hear(
        &mut self,
        link: LinkId,
        message: ToHost,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Vec<Out> {
        let mut outs = Vec::new();
        match self.admit(link, now_ms) {
            Admission::Taken => {}
            Admission::Slowed { first } => {
                let told = ToGuest::Told(Told::SlowDown);
                return if first {
                    vec![Out::Send(link, told)]
                } else {
                    outs
                };
            }
            Admission::Unseated => return self.unseat(link, now_ms, rng),
            Admission::Unknown => return outs,
        }
        let seat = self.links.get(&link).and_then(|known| known.seat);
        match (message, seat) {
            (
                ToHost::Hello {
                    name,
                    key,
                    proof,
                    is_observer,
                },
                _,
            ) => {
                self.seat_guest(link, &name, key, &proof, is_observer, now_ms, &mut outs);
            }
            (ToHost::Intent { id, intent }, Some(seat)) => {
                self.take_intent(link, seat, id, intent, now_ms, rng, &mut outs);
            }
            (ToHost::Beat { .. }, Some(seat)) => self.publish_link(seat, Link::Linked),
            (ToHost::NeedFrom { seq }, Some(seat)) => {
                outs.push(self.catch_up(link, seat, seq, now_ms))
            }
            (ToHost::Bye, Some(seat)) => {
                self.links.remove(&link);
                self.publish(TableEvent::Gone(seat));
                outs.push(Out::Close(link));
            }
            (
                ToHost::Intent { .. } | ToHost::Beat { .. } | ToHost::NeedFrom { .. } | ToHost::Bye,
                None,
            ) => {}
        }
        self.finish(outs, now_ms, rng)
    }

    /// A broken message or frame: the link is closed, the seat is told.
    pub fn unseat(&mut self, link: LinkId, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<Out> {
        let outs = vec![
            Out::Send(link, ToGuest::Told(Told::Refused(Refusal::Rude))),
            Out::Close(link),
        ];
        if let Some(GuestLink {
            seat: Some(seat), ..
        }) = self.links.remove(&link)
        {
            self.publish_link(seat, Link::Lost);
        }
        self.finish(outs, now_ms, rng)
    }

    /// The host's own person wants something.
    pub fn intend(&mut self, intent: Intent, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<Out> {
        let mut outs = Vec::new();
        let me = self.me;
        self.act(me, intent, now_ms, &mut outs);
        self.finish(outs, now_ms, rng)
    }

    /// The host's own person picks a card, or takes it back.
    pub fn choose(
        &mut self,
        choice: Option<u16>,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Vec<Out> {
        self.voter.choose(&self.table, choice);
        self.finish(Vec::new(), now_ms, rng)
    }

    /// The host's own person types a comment.
    pub fn remark(&mut self, comment: &str, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<Out> {
        self.voter.remark(&self.table, comment);
        self.finish(Vec::new(), now_ms, rng)
    }

    /// Time passed: links, time limits, heartbeat.
    pub fn tick(&mut self, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<Out> {
        self.watch_links(now_ms);
        let mut outs = self.drop_removed(now_ms);
        outs = self.finish(outs, now_ms, rng);
        if now_ms - self.beat_ms >= BEAT_EVERY_MS || now_ms < self.beat_ms {
            self.beat_ms = now_ms;
            let digest = self.table.digest();
            for (link, guest) in self.links.iter().filter(|(_, guest)| guest.seat.is_some()) {
                let beat = ToGuest::Beat {
                    seq: self.seq,
                    digest,
                    acked: guest.acked,
                    now_ms,
                };
                outs.push(Out::Send(*link, beat));
            }
        }
        outs
    }

    /// The host ends the session for everybody.
    pub fn end(&mut self) -> Vec<Out> {
        let links: Vec<_> = self.links.keys().copied().collect();
        self.links.clear();
        links
            .into_iter()
            .flat_map(|link| {
                [
                    Out::Send(link, ToGuest::Told(Told::Ended)),
                    Out::Close(link),
                ]
            })
            .collect()
    }

    /// Applies an event and remembers it for everybody.
    pub(super) fn publish(&mut self, event: TableEvent) {
        self.table.apply(&event);
        self.seq = self.seq.wrapping_add(1);
        if self.tail.len() == MAX_TAIL {
            self.tail.pop_front();
        }
        self.tail.push_back(event.clone());
        self.fresh.push(event);
    }

    pub(super) fn publish_link(&mut self, seat: SeatId, link: Link) {
        if self
            .table
            .seats
            .get(&seat)
            .is_some_and(|one| one.link != link)
        {
            self.publish(TableEvent::Linked(seat, link));
        }
    }

    pub(super) fn note_removal(&mut self, seat: SeatId, now_ms: i64) {
        self.removed_ms.insert(seat, now_ms);
    }

    /// Brings the round to rest and sends what is fresh to everybody.
    fn finish(&mut self, mut outs: Vec<Out>, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<Out> {
        self.settle(now_ms, rng);
        let fresh = std::mem::take(&mut self.fresh);
        if fresh.is_empty() {
            return outs;
        }
        let n_fresh = u32::try_from(fresh.len()).unwrap_or(u32::MAX);
        let first = self.seq.wrapping_sub(n_fresh).wrapping_add(1);
        for (link, guest) in &self.links {
            if guest.seat.is_some() {
                let events = fresh.clone();
                let acked = guest.acked;
                outs.push(Out::Send(
                    *link,
                    ToGuest::Events {
                        first,
                        events,
                        acked,
                    },
                ));
            }
        }
        // A closing word to a link must come after the news that explains it.
        let (closing, mut outs): (Vec<_>, Vec<_>) = outs
            .into_iter()
            .partition(|out| matches!(out, Out::Close(_)));
        outs.extend(closing);
        outs
    }

    /// The tail from `seq` on, or everything.
    pub(super) fn catch_up(&self, link: LinkId, seat: SeatId, seq: u32, now_ms: i64) -> Out {
        let acked = self.links.get(&link).map_or(0, |guest| guest.acked);
        let n_missing = self.seq.wrapping_sub(seq).wrapping_add(1) as usize;
        if seq == 0 || n_missing > self.tail.len() {
            let table = Box::new(self.table.clone());
            return Out::Send(
                link,
                ToGuest::Snapshot {
                    seat,
                    seq: self.seq,
                    acked,
                    now_ms,
                    table,
                },
            );
        }
        let events = self
            .tail
            .iter()
            .skip(self.tail.len() - n_missing)
            .cloned()
            .collect();
        Out::Send(
            link,
            ToGuest::Events {
                first: seq,
                events,
                acked,
            },
        )
    }

    fn watch_links(&mut self, now_ms: i64) {
        let states: Vec<_> = self
            .links
            .values()
            .filter_map(|guest| Some((guest.seat?, link_after(now_ms - guest.heard_ms))))
            .collect();
        for (seat, state) in states {
            self.publish_link(seat, state);
        }
    }

    fn drop_removed(&mut self, now_ms: i64) -> Vec<Out> {
        let due: Vec<_> = self
            .removed_ms
            .iter()
            .filter(|(_, since)| now_ms - **since >= UNDO_REMOVAL_MS)
            .map(|(seat, _)| *seat)
            .collect();
        let mut outs = Vec::new();
        for seat in due {
            self.removed_ms.remove(&seat);
            if self
                .table
                .seats
                .get(&seat)
                .is_none_or(|one| !one.is_removed)
            {
                continue;
            }
            self.publish(TableEvent::Gone(seat));
            let links: Vec<_> = self
                .links
                .iter()
                .filter(|(_, guest)| guest.seat == Some(seat))
                .map(|(link, _)| *link)
                .collect();
            for link in links {
                self.links.remove(&link);
                outs.push(Out::Send(
                    link,
                    ToGuest::Told(Told::Refused(Refusal::Removed)),
                ));
                outs.push(Out::Close(link));
            }
        }
        outs
    }

    /// Token bucket: 30 messages a second, 60 at once.
    fn admit(&mut self, link: LinkId, now_ms: i64) -> Admission {
        let Some(guest) = self.links.get_mut(&link) else {
            return Admission::Unknown;
        };
        guest.heard_ms = now_ms;
        let passed_ms = (now_ms - guest.budget_ms).clamp(0, 10_000);
        guest.budget_ms = now_ms;
        guest.budget = (guest.budget + passed_ms * MESSAGES_PER_S).min(BURST_MESSAGES * 1000);
        if guest.budget >= 1000 {
            guest.budget -= 1000;
            guest.n_refused = 0;
            return Admission::Taken;
        }
        guest.n_refused += 1;
        if guest.n_refused > MAX_REFUSED {
            return Admission::Unseated;
        }
        Admission::Slowed {
            first: guest.n_refused == 1,
        }
    }
}

enum Admission {
    Taken,
    Slowed { first: bool },
    Unseated,
    Unknown,
}

fn link_after(quiet_ms: i64) -> Link {
    if quiet_ms >= LOST_AFTER_MS {
        Link::Lost
    } else if quiet_ms >= SLOW_AFTER_MS {
        Link::Slow
    } else {
        Link::Linked
    }
}
