//! Seats on the host's own screen, of people who have no browser of their own here.
//!
//! Each has its own key and voter, so that it votes as all others do; but whoever sits at
//! this screen sees its card (docs/ballot.md §10).

use litemap::LiteMap;
use rand_core::CryptoRng;

use crate::ballot::SeatSecret;

use super::host::{Host, Out};
use super::message::TableEvent;
use super::table::SeatId;
use super::voter::{SavedVoter, Voter};
use super::{MAX_SEATS, tidy_name};

impl Host {
    /// Seats somebody at this screen. No seat when the name cannot be used, the table is
    /// full, or somebody else may hold it.
    pub fn seat_here(
        &mut self,
        name: &str,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> (Option<SeatId>, Vec<Out>) {
        self.judge(now_ms);
        let Some(name) = tidy_name(name).ok().filter(|_| !self.is_holding()) else {
            return (None, Vec::new());
        };
        self.make_room();
        if self.table.seats.len() >= MAX_SEATS {
            return (None, self.finish(Vec::new(), now_ms, rng));
        }
        let seat = SeatId(self.table.next_seat);
        let voter = Voter::new(SeatSecret::generate(rng));
        let key = voter.key();
        self.held.insert(seat, voter);
        let name = self.unique_name(&name, seat);
        self.publish(TableEvent::Sat {
            seat,
            name,
            key,
            is_host: false,
            is_observer: false,
            may_deputise: false,
            is_held: true,
        });
        self.meet_all();
        (Some(seat), self.finish(Vec::new(), now_ms, rng))
    }

    /// Somebody at this screen picks a card, or takes it back.
    pub fn choose_for(
        &mut self,
        seat: SeatId,
        choice: Option<u16>,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Vec<Out> {
        if let Some(voter) = self.held.get_mut(&seat) {
            voter.choose(&self.table, choice);
        }
        self.finish(Vec::new(), now_ms, rng)
    }

    /// Somebody at this screen types a comment.
    pub fn remark_for(
        &mut self,
        seat: SeatId,
        comment: &str,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Vec<Out> {
        if let Some(voter) = self.held.get_mut(&seat) {
            voter.remark(&self.table, comment);
        }
        self.finish(Vec::new(), now_ms, rng)
    }

    /// The voter of a seat at this screen, the host's own included.
    pub fn voter_of(&self, seat: SeatId) -> Option<&Voter> {
        if seat == self.me {
            return Some(&self.voter);
        }
        self.held.get(&seat)
    }

    /// Every voter at this screen learns the keys at the table.
    pub(super) fn meet_all(&mut self) {
        self.voter.meet(&self.table);
        for (_, voter) in self.held.iter_mut() {
            voter.meet(&self.table);
        }
    }

    /// Does what one of the voters at this screen has to do; false if none has.
    pub(super) fn follow_here(&mut self, rng: &mut impl CryptoRng) -> bool {
        let own = self.voter.follow(self.me, &self.table, rng);
        let mut due = own.map(|intent| (self.me, intent));
        if due.is_none() {
            let mut held = self.held.iter_mut();
            due = held
                .find_map(|(seat, voter)| Some((*seat, voter.follow(*seat, &self.table, rng)?)));
        }
        let Some((seat, intent)) = due else {
            return false;
        };
        self.act_on_ballot(seat, intent);
        true
    }
}

/// The saved form of all voters at this screen but the host's own.
pub(super) fn saved(held: &LiteMap<SeatId, Voter>) -> LiteMap<SeatId, SavedVoter> {
    crate::order::map(held.iter().map(|(seat, voter)| (*seat, voter.saved())))
}

/// The voters that [`saved`] was taken from.
pub(super) fn restore(saved: LiteMap<SeatId, SavedVoter>) -> LiteMap<SeatId, Voter> {
    let voters = saved.into_iter();
    crate::order::map(voters.map(|(seat, voter)| (seat, Voter::restore(voter))))
}
