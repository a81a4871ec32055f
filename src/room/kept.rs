//! The saved forms of both machines: what lets a page go on at the table after a reload.
//! For this browser's storage only; they hold the seat's secret and its card.

use std::collections::VecDeque;

use litemap::LiteMap;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::ballot::Opening;

use super::COUNTDOWN_MS;
use super::deputy::Deputies;
use super::guest::Guest;
use super::held;
use super::host::Host;
use super::message::TableEvent;
use super::standby::Standing;
use super::table::{Link, Phase, SeatId, Table};
use super::voter::{SavedVoter, Voter};
use super::waiting::{SavedWaiting, Waiting};

/// A guest's machine as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedGuest {
    name: String,
    is_observer: bool,
    page: i64,
    me: SeatId,
    table: Table,
    seq: u32,
    voter: SavedVoter,
    waiting: SavedWaiting,
    clock_offset_ms: i64,
    may_deputise: bool,
    promised: Option<(u32, SeatId)>,
    promise_ends_ms: Option<i64>,
}

/// A host's machine as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedHost {
    table: Table,
    me: SeatId,
    seq: u32,
    voter: SavedVoter,
    #[serde(deserialize_with = "crate::order::read_map")]
    openings: LiteMap<SeatId, Opening>,
    left_out: Vec<SeatId>,
    countdown_stopped: bool,
    #[serde(deserialize_with = "crate::order::read_map")]
    removed_ms: LiteMap<SeatId, i64>,
    #[serde(deserialize_with = "crate::order::read_map")]
    taken: LiteMap<SeatId, (i64, u32)>,
    deputies: Deputies,
    #[serde(deserialize_with = "crate::order::read_map")]
    held: LiteMap<SeatId, SavedVoter>,
}

impl SavedGuest {
    /// The table as this seat last saw it.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// The seat.
    pub fn me(&self) -> SeatId {
        self.me
    }
}

impl SavedHost {
    /// The table as it was left.
    pub fn table(&self) -> &Table {
        &self.table
    }
}

impl Guest {
    /// The form to keep; `None` before this guest is seated.
    pub fn saved(&self) -> Option<SavedGuest> {
        Some(SavedGuest {
            name: self.name.clone(),
            is_observer: self.is_observer,
            page: self.page,
            me: self.me,
            table: self.table.clone()?,
            seq: self.seq,
            voter: self.voter.saved(),
            waiting: self.waiting.saved(),
            clock_offset_ms: self.clock_offset_ms,
            may_deputise: self.may_deputise,
            promised: self.standing.promised,
            promise_ends_ms: self.standing.promise_ends_ms,
        })
    }

    /// The guest that [`Guest::saved`] was taken from, without a link: it shows its
    /// table and follows the first host that greets it.
    pub fn restore(saved: SavedGuest, now_ms: i64) -> Self {
        let mut voter = Voter::restore(saved.voter);
        voter.meet(&saved.table);
        Self {
            name: saved.name,
            is_observer: saved.is_observer,
            page: saved.page,
            voter,
            links: LiteMap::new_vec(),
            followed: None,
            me: saved.me,
            table: Some(saved.table),
            seq: saved.seq,
            agreed: None,
            told_seq: 0,
            waiting: Waiting::restore(saved.waiting, now_ms),
            clock_offset_ms: saved.clock_offset_ms,
            echo_ms: 0,
            beat_ms: now_ms,
            hellos: Vec::new(),
            may_deputise: saved.may_deputise,
            standing: Standing::restore(saved.promised, saved.promise_ends_ms, now_ms),
            news: Vec::new(),
        }
    }
}

impl Host {
    /// The form to keep.
    pub fn saved(&self) -> SavedHost {
        SavedHost {
            table: self.table.clone(),
            me: self.me,
            seq: self.seq,
            voter: self.voter.saved(),
            openings: self.openings.clone(),
            left_out: self.left_out.clone(),
            countdown_stopped: self.countdown_stopped,
            removed_ms: self.removed_ms.clone(),
            taken: self.taken.clone(),
            deputies: self.deputies.clone(),
            held: held::saved(&self.held),
        }
    }

    /// The host that [`Host::saved`] was taken from. All other seats are away, and have
    /// [`super::RETURN_GRACE_MS`] to come back; whoever has to commit or to open gets
    /// the time for it anew.
    pub fn restore(saved: SavedHost, now_ms: i64, rng: &mut impl CryptoRng) -> Self {
        let mut host = Self {
            typing: crate::meeting::History::default(),
            table: saved.table,
            me: saved.me,
            voter: Voter::restore(saved.voter),
            links: LiteMap::new_vec(),
            openings: saved.openings,
            left_out: saved.left_out,
            countdown_stopped: saved.countdown_stopped,
            waiting_since_ms: now_ms,
            removed_ms: saved.removed_ms,
            absent: LiteMap::new_vec(),
            taken: saved.taken,
            deputies: saved.deputies,
            held: held::restore(saved.held),
            deposed: None,
            seq: saved.seq,
            tail: VecDeque::new(),
            fresh: Vec::new(),
            beat_ms: now_ms,
            digest: None,
        };
        host.meet_all();
        host.begin_alone(now_ms);
        host.judge(now_ms);
        host.settle(now_ms, rng);
        host.fresh.clear();
        host
    }

    /// Everybody else is away, for now.
    pub(super) fn begin_alone(&mut self, now_ms: i64) {
        let mut others: Vec<_> = self.table.seats.keys().copied().collect();
        others.retain(|seat| *seat != self.me && !self.held.contains_key(seat));
        for seat in others {
            self.note_absence(seat, now_ms);
        }
        self.publish_link(self.me, Link::Linked);
        let is_voting = matches!(self.table.round.phase, Phase::Voting { .. });
        if is_voting && self.table.round.countdown_ends_ms.is_some() {
            // Time for the others to come back, and to stop it.
            self.publish(TableEvent::CountdownBegan(now_ms + COUNTDOWN_MS));
        }
    }
}
