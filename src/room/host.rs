//! The host's machine: takes intents, publishes numbered events.
//!
//! It orders and forwards; it sees no more of a vote than any other seat.

use std::collections::VecDeque;

use litemap::LiteMap;

use rand_core::CryptoRng;

use crate::ballot::{Opening, SeatSecret};
use crate::meeting::History;

use super::deputy::Deputies;
use super::links::GuestLink;
use super::message::{Intent, TableEvent, ToGuest, Told};
use super::table::{Link, Rules, SeatId, Story, Table};
use super::voter::Voter;
use super::{BEAT_EVERY_MS, MAX_STORIES};

/// Names one guest's link; the edge decides what it is.
pub type LinkId = u32;

/// Events kept for seats that missed some; older gaps get a snapshot.
const MAX_TAIL: usize = 400;

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
    /// Something another seat sent to this one.
    Relayed {
        /// From whom.
        from: SeatId,
        /// As it was sent.
        bytes: Vec<u8>,
    },
    /// Somebody else holds the table now.
    Deposed {
        /// The link to that host, if it came over one.
        link: Option<LinkId>,
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
    pub(super) removed_ms: LiteMap<SeatId, i64>,
    /// Seats whose link closed lately, and when.
    pub(super) absent: LiteMap<SeatId, i64>,
    /// The last intent taken of a seat's page, to go on with over another link.
    pub(super) taken: LiteMap<SeatId, (i64, u32)>,
    pub(super) deputies: Deputies,
    /// Voters of the seats on this screen.
    pub(super) held: LiteMap<SeatId, Voter>,
    /// What was typed lately at the meeting, to carry late edits over it.
    pub(super) typing: History,
    /// Who holds the table now, and its greeting.
    pub(super) deposed: Option<(LinkId, ToGuest)>,
    pub(super) seq: u32,
    pub(super) tail: VecDeque<TableEvent>,
    /// Events applied and not yet sent.
    pub(super) fresh: Vec<TableEvent>,
    pub(super) beat_ms: i64,
    /// Digest of the state after this event.
    pub(super) digest: Option<(u32, u64)>,
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
            absent: LiteMap::new_vec(),
            taken: LiteMap::new_vec(),
            deputies: Deputies::default(),
            held: LiteMap::new_vec(),
            typing: History::default(),
            deposed: None,
            seq: 0,
            tail: VecDeque::new(),
            fresh: Vec::new(),
            beat_ms: now_ms,
            digest: None,
        };
        let key = host.voter.key();
        host.publish(TableEvent::Sat {
            seat: SeatId(1),
            name: name.to_owned(),
            key,
            is_host: true,
            is_observer: false,
            may_deputise: true,
            is_held: false,
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
        self.digest = None;
    }

    /// Says what the session is for; before anybody else sits down, since no event tells it.
    pub fn aim(&mut self, goal: &str) {
        self.table.goal = super::acting::tidy_goal(goal);
        self.digest = None;
    }

    /// Puts stories of an earlier table before those of this one. Guests notice by the
    /// digest and ask for a snapshot.
    pub fn bring_back(&mut self, mut stories: Vec<Story>) {
        stories.append(&mut self.table.stories);
        let n_over = stories.len().saturating_sub(MAX_STORIES);
        self.table.stories = stories.split_off(n_over);
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

    /// The host's own person wants something.
    pub fn intend(&mut self, intent: Intent, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<Out> {
        let mut outs = Vec::new();
        let me = self.me;
        self.judge(now_ms);
        if !self.is_holding() {
            self.act(me, intent, now_ms, &mut outs);
        }
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
        self.judge(now_ms);
        let mut outs = self.tend_deputy(now_ms);
        outs.extend(self.drop_removed(now_ms));
        outs = self.finish(outs, now_ms, rng);
        if now_ms - self.beat_ms >= BEAT_EVERY_MS || now_ms < self.beat_ms {
            self.beat_ms = now_ms;
            let digest = self.digest();
            for (link, guest) in self.links.iter().filter(|(_, guest)| guest.seat.is_some()) {
                let beat = ToGuest::Beat {
                    seq: self.seq,
                    digest,
                    acked: guest.acked,
                    now_ms,
                    epoch: self.table.epoch,
                };
                outs.push(Out::Send(*link, beat));
            }
        }
        outs
    }

    fn digest(&mut self) -> u64 {
        if let Some((seq, digest)) = self.digest
            && seq == self.seq
        {
            return digest;
        }
        let digest = self.table.digest();
        self.digest = Some((self.seq, digest));
        digest
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
        self.note_quorum();
    }

    /// A seat is gone for good.
    pub(super) fn forget_seat(&mut self, seat: SeatId) {
        self.absent.remove(&seat);
        self.taken.remove(&seat);
        self.removed_ms.remove(&seat);
        self.held.remove(&seat);
        self.publish(TableEvent::Gone(seat));
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
    pub(super) fn finish(
        &mut self,
        mut outs: Vec<Out>,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Vec<Out> {
        self.judge(now_ms);
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
                        epoch: self.table.epoch,
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
}
