//! Who may do what. The host applies it to intents, the screen to buttons.

use super::table::{Link, Phase, SeatId, Table};
use crate::meeting::{Meeting, PersonId, Right};

impl Table {
    /// May reveal, stop the countdown, vote again, save, title and go on.
    pub fn may_run(&self, seat: SeatId) -> bool {
        let runs = self.rules.everyone_runs || self.may_arrange(seat);
        self.is_seated(seat) && (runs || self.may_lead(seat))
    }

    /// May lead through the meeting: the facilitator, and everybody while that seat is
    /// empty, so that nobody waits.
    pub fn may_lead(&self, seat: SeatId) -> bool {
        let Some(meeting) = self.meeting.as_deref() else {
            return false;
        };
        let facilitator = meeting.duties.facilitator.map(|person| SeatId(person.0));
        let is_there = facilitator.is_some_and(|one| {
            let seat = self.seats.get(&one);
            seat.is_some_and(|seat| !seat.is_removed && seat.link != Link::Lost)
        });
        self.is_seated(seat) && (facilitator == Some(seat) || !is_there)
    }

    /// May do something of this kind in the meeting.
    pub fn may_do(&self, seat: SeatId, right: Right) -> bool {
        match right {
            Right::Anybody => self.is_seated(seat),
            Right::Lead => self.may_lead(seat),
            // The host can always take a duty back.
            Right::Give => self.may_lead(seat) || self.may_arrange(seat),
            Right::Own => {
                let owner = self.duty_of(|meeting| meeting.duties.product_owner);
                self.may_lead(seat) || (self.is_seated(seat) && owner == Some(seat))
            }
        }
    }

    fn duty_of(&self, pick: fn(&Meeting) -> Option<PersonId>) -> Option<SeatId> {
        let person = pick(self.meeting.as_deref()?)?;
        Some(SeatId(person.0))
    }

    /// May change the rules and remove seats: the facilitator.
    pub fn may_arrange(&self, seat: SeatId) -> bool {
        self.seats.get(&seat).is_some_and(|one| one.is_host)
    }

    /// Sits here and was not removed.
    pub fn is_seated(&self, seat: SeatId) -> bool {
        self.seats.get(&seat).is_some_and(|one| !one.is_removed)
    }

    /// Is on the roll of this attempt.
    pub fn is_on_roll(&self, seat: SeatId) -> bool {
        self.round.roll.iter().any(|entry| entry.seat == seat)
    }

    /// May commit to `attempt` of `round` now.
    pub fn may_commit(&self, seat: SeatId, round: u32, attempt: u32) -> bool {
        let fits = self.round.number == round && self.round.attempt == attempt;
        match &self.round.phase {
            Phase::Voting { .. } => fits && self.is_on_roll(seat),
            // Once the reveal is asked for, only missing commitments are taken.
            Phase::Closing { commitments } => {
                fits && self.is_on_roll(seat) && !commitments.contains_key(&seat)
            }
            Phase::Opening { .. } | Phase::Revealed { .. } | Phase::Void { .. } => false,
        }
    }

    /// The reveal can be asked for: the round is open and somebody voted.
    pub fn can_reveal(&self) -> bool {
        match &self.round.phase {
            Phase::Voting { commitments } => !commitments.is_empty(),
            Phase::Closing { .. }
            | Phase::Opening { .. }
            | Phase::Revealed { .. }
            | Phase::Void { .. } => false,
        }
    }

    /// Seats on the roll that have not committed.
    pub fn n_missing(&self) -> usize {
        self.round
            .roll
            .iter()
            .filter(|entry| !self.has_voted(entry.seat))
            .count()
    }
}
