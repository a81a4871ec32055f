//! The steps of a round that follow by themselves, until it is at rest.

use rand_core::CryptoRng;

use super::COUNTDOWN_MS;
use super::host::Host;
use super::message::TableEvent;
use super::table::{Link, Phase, SeatId, VoidReason};

/// A browser on the roll has this long to commit to "no vote" by itself, in ms.
const CLOSING_LIMIT_MS: i64 = 5_000;

/// A browser has this long to open its ballot, in ms.
const OPENING_LIMIT_MS: i64 = 10_000;

/// Steps that one event may cause in a row; more would be a fault of ours.
const MAX_STEPS: usize = 64 + 4 * super::MAX_SEATS;

impl Host {
    /// Takes the steps that follow by themselves, until none is left.
    pub(super) fn settle(&mut self, now_ms: i64, rng: &mut impl CryptoRng) {
        if self.is_holding() {
            return;
        }
        for _step in 0..MAX_STEPS {
            if !self.follow_here(rng) && !self.next_step(now_ms) {
                return;
            }
        }
        debug_assert!(false, "a round that never comes to rest");
    }

    /// One step; false if the round is at rest.
    fn next_step(&mut self, now_ms: i64) -> bool {
        match &self.table.round.phase {
            Phase::Voting { .. } => {
                self.left_out.clear();
                self.openings.clear();
                self.call_roll_if_changed() || self.count_down(now_ms)
            }
            Phase::Closing { .. } => self.close_round(now_ms),
            Phase::Opening { .. } => self.open_round(now_ms),
            Phase::Revealed { .. } | Phase::Void { .. } => false,
        }
    }

    fn call_roll_if_changed(&mut self) -> bool {
        let voters = self.table.voters();
        voters != self.table.roll_seats() && self.call_roll(voters)
    }

    fn call_roll(&mut self, voters: Vec<SeatId>) -> bool {
        self.countdown_stopped = false;
        self.meet_all();
        self.publish(TableEvent::RollCalled(voters));
        true
    }

    /// Once the reveal is asked for, the roll only shrinks: who comes now votes in
    /// the next round, so nobody can put the reveal off by coming and going.
    fn shrink_roll(&mut self, now_ms: i64) -> bool {
        let roll = self.table.roll_seats();
        let mut voters = self.table.voters();
        voters.retain(|seat| roll.contains(seat) && !self.left_out.contains(seat));
        if voters == roll {
            return false;
        }
        if voters.is_empty() {
            let names = self.table.round.roll.iter().map(|entry| entry.name.clone());
            let reason = VoidReason::Left(names.collect());
            self.publish(TableEvent::Voided(reason));
            return true;
        }
        // Everybody has to seal again, and gets the time for it.
        self.waiting_since_ms = now_ms;
        self.call_roll(voters)
    }

    fn count_down(&mut self, now_ms: i64) -> bool {
        let all_in = self.table.can_reveal() && self.table.n_missing() == 0;
        let ends_ms = self.table.round.countdown_ends_ms;
        match ends_ms {
            Some(_) if !all_in => self.publish(TableEvent::CountdownStopped),
            Some(ends_ms) if now_ms >= ends_ms => {
                self.waiting_since_ms = now_ms;
                self.publish(TableEvent::ClosingBegan);
            }
            None if all_in && self.table.rules.auto_reveal && !self.countdown_stopped => {
                self.publish(TableEvent::CountdownBegan(now_ms + COUNTDOWN_MS));
            }
            Some(_) => return false,
            None => {
                if !all_in {
                    self.countdown_stopped = false;
                }
                return false;
            }
        }
        true
    }

    /// Waits for the commitments of browsers whose person picked no card.
    fn close_round(&mut self, now_ms: i64) -> bool {
        if self.shrink_roll(now_ms) {
            return true;
        }
        let missing: Vec<_> = self
            .table
            .roll_seats()
            .into_iter()
            .filter(|seat| !self.table.has_voted(*seat))
            .collect();
        if missing.is_empty() {
            // Who is away for a moment could not open, and would void the round.
            if self.is_somebody_away() {
                return false;
            }
            let Some(commitments) = self.table.commitments() else {
                return false;
            };
            let list: Vec<_> = self
                .table
                .round
                .roll
                .iter()
                .filter_map(|entry| commitments.get(&entry.seat).copied())
                .collect();
            self.waiting_since_ms = now_ms;
            self.publish(TableEvent::ListPublished(list));
            return true;
        }
        if now_ms - self.waiting_since_ms < CLOSING_LIMIT_MS {
            return false;
        }
        self.left_out.extend(missing);
        self.shrink_roll(now_ms)
    }

    /// Waits for openings; never tries again with fewer seats, because two sums
    /// that differ by one person would give that person away.
    fn open_round(&mut self, now_ms: i64) -> bool {
        let roll = &self.table.round.roll;
        if roll
            .iter()
            .all(|entry| self.openings.contains_key(&entry.seat))
        {
            let openings: Vec<_> = roll
                .iter()
                .filter_map(|entry| self.openings.get(&entry.seat).cloned())
                .collect();
            self.openings.clear();
            self.publish(TableEvent::OpeningsPublished(openings));
            return true;
        }
        let is_late = now_ms - self.waiting_since_ms >= OPENING_LIMIT_MS;
        let gone: Vec<_> = roll
            .iter()
            .filter(|entry| !self.openings.contains_key(&entry.seat))
            .filter(|entry| is_late || !self.is_reachable(entry.seat))
            .map(|entry| entry.name.clone())
            .collect();
        if gone.is_empty() {
            return false;
        }
        self.publish(TableEvent::Voided(VoidReason::Left(gone)));
        true
    }

    fn is_somebody_away(&self) -> bool {
        let mut roll = self.table.round.roll.iter();
        roll.any(|entry| self.absent.contains_key(&entry.seat))
    }

    fn is_reachable(&self, seat: SeatId) -> bool {
        self.table
            .seats
            .get(&seat)
            .is_some_and(|one| one.link != Link::Lost && !one.is_removed)
    }
}
