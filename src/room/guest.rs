//! A guest's machine: follows the host's events, sends intents until they are taken.

use std::collections::VecDeque;

use rand_core::CryptoRng;

use crate::ballot::SeatSecret;

use super::message::{Intent, Refusal, TableEvent, ToGuest, ToHost, Told};
use super::table::{Link, SeatId, Table};
use super::voter::Voter;
use super::{BEAT_EVERY_MS, LOST_AFTER_MS, SLOW_AFTER_MS};

/// Intents that may wait for the host; more are refused at the screen.
const MAX_QUEUE: usize = 200;

/// What was not taken is sent again after this time, and then after ever longer
/// times, in ms.
const RESEND_AFTER_MS: i64 = 1_500;

/// Waiting times between two sendings grow up to this, in ms.
const RESEND_AT_MOST_MS: i64 = 6_000;

/// Intents sent again at once; the host takes them in order, so the first count.
const MAX_RESENT: usize = 20;

/// Something the guest's own screen is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuestNews {
    /// No seat, or no longer.
    Refused(Refusal),
    /// The host ended the session.
    Ended,
    /// Too many messages; some were not taken.
    SlowDown,
    /// The table is here for the first time.
    Seated,
    /// This browser refused to open its ballot: the list was not what it sent.
    ListRefused,
}

/// A guest of a table.
#[derive(Debug)]
pub struct Guest {
    name: String,
    is_observer: bool,
    voter: Voter,
    /// What asks for the seat, and when it was sent.
    hello: Option<(ToHost, i64)>,
    me: SeatId,
    table: Option<Table>,
    seq: u32,
    /// Last event after which the host's digest was found equal.
    agreed: Option<u32>,
    queue: VecDeque<Waiting>,
    /// When the first intent that waits was sent, and how long it may take.
    sent_ms: i64,
    patience_ms: i64,
    next_id: u32,
    /// Host's clock minus ours, in ms.
    clock_offset_ms: i64,
    heard_ms: i64,
    beat_ms: i64,
    is_open: bool,
    news: Vec<GuestNews>,
}

#[derive(Debug)]
struct Waiting {
    id: u32,
    intent: Intent,
}

impl Guest {
    /// A guest that has not been seated yet.
    pub fn new(secret: SeatSecret, name: &str, is_observer: bool, now_ms: i64) -> Self {
        Self {
            name: name.to_owned(),
            is_observer,
            voter: Voter::new(secret),
            hello: None,
            me: SeatId(0),
            table: None,
            seq: 0,
            agreed: None,
            queue: VecDeque::new(),
            sent_ms: now_ms,
            patience_ms: RESEND_AFTER_MS,
            next_id: 1,
            clock_offset_ms: 0,
            heard_ms: now_ms,
            beat_ms: now_ms,
            is_open: true,
            news: Vec::new(),
        }
    }

    /// What everybody sees, once seated.
    pub fn table(&self) -> Option<&Table> {
        self.table.as_ref()
    }

    /// This guest's seat.
    pub fn me(&self) -> SeatId {
        self.me
    }

    /// This guest's voter.
    pub fn voter(&self) -> &Voter {
        &self.voter
    }

    /// Host's clock minus this one, in ms.
    pub fn clock_offset_ms(&self) -> i64 {
        self.clock_offset_ms
    }

    /// What the person has to be told since last asked.
    pub fn take_news(&mut self) -> Vec<GuestNews> {
        std::mem::take(&mut self.news)
    }

    /// State of the link as this side sees it.
    pub fn link(&self, now_ms: i64) -> Link {
        let quiet_ms = now_ms - self.heard_ms;
        if !self.is_open || quiet_ms >= LOST_AFTER_MS {
            Link::Lost
        } else if quiet_ms >= SLOW_AFTER_MS {
            Link::Slow
        } else {
            Link::Linked
        }
    }

    /// The link is gone for good.
    pub fn link_closed(&mut self) {
        self.is_open = false;
    }

    /// Whether the link is still there; once gone it does not come back.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// A message of the host.
    pub fn hear(&mut self, message: ToGuest, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<ToHost> {
        self.heard_ms = now_ms;
        let mut outs = Vec::new();
        match message {
            ToGuest::Greeting { key, session } => {
                if self.table.is_none()
                    && let Some(proof) = self.voter.proof(&key, &session)
                {
                    let hello = ToHost::Hello {
                        name: self.name.clone(),
                        key: self.voter.key(),
                        proof,
                        is_observer: self.is_observer,
                    };
                    self.hello = Some((hello.clone(), now_ms));
                    outs.push(hello);
                }
            }
            ToGuest::Snapshot {
                seat,
                seq,
                acked,
                now_ms: host_ms,
                table,
            } => {
                if self.table.is_none() {
                    self.news.push(GuestNews::Seated);
                }
                self.clock_offset_ms = host_ms.saturating_sub(now_ms);
                self.forget_taken(acked);
                // One that was overtaken by newer events is of no use.
                if self.table.is_none() || seq >= self.seq {
                    self.me = seat;
                    self.seq = seq;
                    self.agreed = None;
                    self.table = Some(*table);
                    self.meet();
                }
            }
            ToGuest::Events {
                first,
                events,
                acked,
            } => {
                self.forget_taken(acked);
                outs.extend(self.take_events(first, &events, now_ms, rng));
            }
            ToGuest::Beat {
                seq,
                digest,
                acked,
                now_ms: host_ms,
            } => {
                self.forget_taken(acked);
                self.clock_offset_ms = host_ms.saturating_sub(now_ms);
                outs.extend(self.compare(seq, digest));
            }
            ToGuest::Told(told) => self.news.push(match told {
                Told::SlowDown => GuestNews::SlowDown,
                Told::Refused(refusal) => GuestNews::Refused(refusal),
                Told::Ended => GuestNews::Ended,
            }),
        }
        outs.extend(self.follow(now_ms, rng));
        outs
    }

    /// The person wants something; it is sent now and again until it is taken.
    pub fn intend(&mut self, intent: Intent, now_ms: i64) -> Vec<ToHost> {
        if self.table.is_none() || self.queue.len() >= MAX_QUEUE {
            return Vec::new();
        }
        self.send(intent, now_ms)
    }

    fn send(&mut self, intent: Intent, now_ms: i64) -> Vec<ToHost> {
        let id = self.next_id;
        self.next_id = self.next_id.wrapping_add(1);
        if self.queue.is_empty() {
            self.sent_ms = now_ms;
            self.patience_ms = RESEND_AFTER_MS;
        }
        self.queue.push_back(Waiting {
            id,
            intent: intent.clone(),
        });
        vec![ToHost::Intent { id, intent }]
    }

    /// The person picks a card, or takes it back.
    pub fn choose(
        &mut self,
        choice: Option<u16>,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Vec<ToHost> {
        if let Some(table) = &self.table {
            self.voter.choose(table, choice);
        }
        self.follow(now_ms, rng)
    }

    /// The person types a comment.
    pub fn remark(&mut self, comment: &str, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<ToHost> {
        if let Some(table) = &self.table {
            self.voter.remark(table, comment);
        }
        self.follow(now_ms, rng)
    }

    /// Time passed: heartbeat, and intents that were not taken.
    pub fn tick(&mut self, now_ms: i64) -> Vec<ToHost> {
        let mut outs = Vec::new();
        if !self.is_open {
            return outs;
        }
        if self.table.is_none() {
            outs.extend(self.hello_again(now_ms));
            return outs;
        }
        if now_ms - self.beat_ms >= BEAT_EVERY_MS || now_ms < self.beat_ms {
            self.beat_ms = now_ms;
            outs.push(ToHost::Beat { seq: self.seq });
        }
        // While nothing is heard, what was sent is still on its way.
        if self.link(now_ms) == Link::Linked {
            outs.extend(self.send_again(now_ms));
        }
        outs
    }

    fn hello_again(&mut self, now_ms: i64) -> Option<ToHost> {
        let (hello, sent_ms) = self.hello.as_mut()?;
        if now_ms - *sent_ms < RESEND_AFTER_MS {
            return None;
        }
        *sent_ms = now_ms;
        Some(hello.clone())
    }

    fn send_again(&mut self, now_ms: i64) -> Vec<ToHost> {
        let quiet_ms = now_ms - self.sent_ms;
        if self.queue.is_empty() || (0..self.patience_ms).contains(&quiet_ms) {
            return Vec::new();
        }
        self.sent_ms = now_ms;
        self.patience_ms = (self.patience_ms * 2).min(RESEND_AT_MOST_MS);
        let first = self.queue.iter().take(MAX_RESENT);
        first
            .map(|waiting| ToHost::Intent {
                id: waiting.id,
                intent: waiting.intent.clone(),
            })
            .collect()
    }

    fn take_events(
        &mut self,
        first: u32,
        events: &[TableEvent],
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Vec<ToHost> {
        let next = self.seq.wrapping_add(1);
        if self.table.is_none() {
            return Vec::new();
        }
        if first > next {
            return vec![ToHost::NeedFrom { seq: next }];
        }
        let n_known = next.wrapping_sub(first) as usize;
        let mut outs = Vec::new();
        for event in events.iter().skip(n_known) {
            if let Some(table) = &mut self.table {
                table.apply(event);
            }
            self.seq = self.seq.wrapping_add(1);
            if matches!(event, TableEvent::Sat { .. } | TableEvent::RollCalled(_)) {
                self.meet();
            }
            // Every published list must be answered, also when several events come at once.
            outs.extend(self.follow(now_ms, rng));
        }
        outs
    }

    fn compare(&mut self, seq: u32, digest: u64) -> Option<ToHost> {
        let table = self.table.as_ref()?;
        if seq > self.seq {
            return Some(ToHost::NeedFrom {
                seq: self.seq.wrapping_add(1),
            });
        }
        if seq < self.seq || self.agreed == Some(seq) {
            return None;
        }
        if table.digest() != digest {
            return Some(ToHost::NeedFrom { seq: 0 });
        }
        self.agreed = Some(seq);
        None
    }

    fn meet(&mut self) {
        if let Some(table) = &self.table {
            self.voter.meet(table);
        }
    }

    fn follow(&mut self, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<ToHost> {
        let Some(table) = &self.table else {
            return Vec::new();
        };
        let Some(intent) = self.voter.follow(self.me, table, rng) else {
            return Vec::new();
        };
        if matches!(intent, Intent::Refuse { .. }) {
            self.news.push(GuestNews::ListRefused);
        }
        // However much waits: without it the others would wait for this seat.
        self.send(intent, now_ms)
    }

    fn forget_taken(&mut self, acked: u32) {
        while self
            .queue
            .front()
            .is_some_and(|waiting| waiting.id <= acked)
        {
            self.queue.pop_front();
            self.patience_ms = RESEND_AFTER_MS;
        }
    }
}
