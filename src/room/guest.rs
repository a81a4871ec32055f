//! A guest's machine: follows the host's events, sends intents until they are taken.

use litemap::LiteMap;
use rand_core::CryptoRng;

use crate::ballot::SeatSecret;

use super::BEAT_EVERY_MS;
use super::following::FarEnd;
use super::host::LinkId;
use super::message::{Intent, Refusal, ToGuest, ToHost};
use super::standby::Standing;
use super::table::{Link, SeatId, Table};
use super::voter::Voter;
use super::waiting::Waiting;

/// Something the guest's own screen is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuestNews {
    /// No seat, or no longer.
    Refused(Refusal),
    /// The host ended the session.
    Ended,
    /// Too many messages; some were not taken.
    SlowDown,
    /// The table is here for the first time.
    Seated,
    /// The table comes over this link from now on.
    Follows(LinkId),
    /// This browser refused to open its ballot: the list was not what it sent.
    ListRefused,
    /// Something another seat sent to this one.
    Relayed {
        /// From whom.
        from: SeatId,
        /// As it was sent.
        bytes: Vec<u8>,
    },
    /// The host is lost, or gave the table away: this page holds it now
    /// ([`Guest::take_over`]).
    TakesOver,
}

/// What a guest has to do for the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuestOut {
    /// Send to a host.
    Up(LinkId, ToHost),
    /// Send to another seat, as its host would.
    Down(LinkId, ToGuest),
    /// Close a link.
    Close(LinkId),
}

/// A guest of a table.
#[derive(Debug)]
pub struct Guest {
    pub(super) name: String,
    pub(super) is_observer: bool,
    /// Names this page over reloads; when it began, ms since 1970.
    pub(super) page: i64,
    pub(super) voter: Voter,
    /// Links that stand, the followed one included.
    pub(super) links: LiteMap<LinkId, FarEnd>,
    /// The link the table comes over.
    pub(super) followed: Option<LinkId>,
    pub(super) me: SeatId,
    pub(super) table: Option<Table>,
    pub(super) seq: u32,
    /// The newest event that the host spoke of.
    pub(super) told_seq: u32,
    /// Last event after which the host's digest was found equal.
    pub(super) agreed: Option<u32>,
    pub(super) waiting: Waiting,
    /// Host's clock minus ours, in ms.
    pub(super) clock_offset_ms: i64,
    /// The newest time of the followed host's clock.
    pub(super) echo_ms: i64,
    pub(super) beat_ms: i64,
    /// Over which links greetings were answered lately, and when.
    pub(super) hellos: Vec<(LinkId, i64)>,
    pub(super) may_deputise: bool,
    pub(super) standing: Standing,
    pub(super) news: Vec<GuestNews>,
}

impl Guest {
    /// A guest that has not been seated yet.
    pub fn new(secret: SeatSecret, name: &str, is_observer: bool, now_ms: i64) -> Self {
        Self {
            name: name.to_owned(),
            is_observer,
            page: now_ms,
            voter: Voter::new(secret),
            links: LiteMap::new_vec(),
            followed: None,
            me: SeatId(0),
            table: None,
            seq: 0,
            agreed: None,
            told_seq: 0,
            waiting: Waiting::new(now_ms),
            clock_offset_ms: 0,
            echo_ms: 0,
            beat_ms: now_ms,
            hellos: Vec::new(),
            may_deputise: true,
            standing: Standing::new(now_ms),
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

    /// Whether everything that was sent was taken, and all that came of it is here.
    pub fn is_caught_up(&self) -> bool {
        self.waiting.is_empty() && self.seq >= self.told_seq
    }

    /// Host's clock minus this one, in ms.
    pub fn clock_offset_ms(&self) -> i64 {
        self.clock_offset_ms
    }

    /// What the person has to be told since last asked.
    pub fn take_news(&mut self) -> Vec<GuestNews> {
        std::mem::take(&mut self.news)
    }

    /// The person wants something; it is sent now and again until it is taken.
    pub fn intend(&mut self, intent: Intent, now_ms: i64) -> Vec<GuestOut> {
        if self.table.is_none() || self.waiting.is_full() {
            return Vec::new();
        }
        self.send(intent, now_ms)
    }

    pub(super) fn send(&mut self, intent: Intent, now_ms: i64) -> Vec<GuestOut> {
        let message = self.waiting.push(intent, now_ms);
        self.up([message], now_ms)
    }

    /// The person picks a card, or takes it back.
    pub fn choose(
        &mut self,
        choice: Option<u16>,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Vec<GuestOut> {
        if let Some(table) = &self.table {
            self.voter.choose(table, choice);
        }
        self.follow(now_ms, rng)
    }

    /// The person types a comment.
    pub fn remark(
        &mut self,
        comment: &str,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Vec<GuestOut> {
        if let Some(table) = &self.table {
            self.voter.remark(table, comment);
        }
        self.follow(now_ms, rng)
    }

    /// The person leaves.
    pub fn leave(&self) -> Vec<GuestOut> {
        let link = self.followed.into_iter();
        link.map(|link| GuestOut::Up(link, ToHost::Bye)).collect()
    }

    /// Time passed: heartbeat, and what was not taken.
    pub fn tick(&mut self, now_ms: i64) -> Vec<GuestOut> {
        self.mind_clock(now_ms);
        let mut outs = self.hello_again(now_ms);
        outs.extend(self.stand_by(now_ms));
        if self.table.is_none() || self.followed.is_none() {
            return outs;
        }
        if now_ms - self.beat_ms >= BEAT_EVERY_MS || now_ms < self.beat_ms {
            outs.extend(self.beat(now_ms));
        }
        // While nothing is heard, what was sent is still on its way.
        if self.link(now_ms) == Link::Linked && !self.is_mute(now_ms) {
            let due = self.waiting.due(now_ms);
            outs.extend(self.up(due, now_ms));
        }
        outs
    }

    /// Still here. The echo says until when this seat certainly followed its host.
    pub(super) fn beat(&mut self, now_ms: i64) -> Vec<GuestOut> {
        self.beat_ms = now_ms;
        let mut outs = self.tell_promise(now_ms);
        outs.extend(self.up([self.still_here()], now_ms));
        outs
    }

    /// To the host this seat follows; nothing while there is none, or may be none.
    pub(super) fn up(
        &self,
        messages: impl IntoIterator<Item = ToHost>,
        now_ms: i64,
    ) -> Vec<GuestOut> {
        let Some(link) = self.followed.filter(|_| !self.is_mute(now_ms)) else {
            return Vec::new();
        };
        let messages = messages.into_iter();
        messages
            .map(|message| GuestOut::Up(link, message))
            .collect()
    }

    pub(super) fn meet(&mut self) {
        if let Some(table) = &self.table {
            self.voter.meet(table);
        }
    }

    pub(super) fn follow(&mut self, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<GuestOut> {
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
}
