//! The pure reducer: every seat applies the same events and sees the same table.

use litemap::LiteMap;

use super::message::TableEvent;
use super::outcome::{self, Outcome};
use super::table::{Link, Phase, Poll, RollEntry, Rules, Seat, SeatId, Story, Table, Timer};
use crate::meeting::{PersonId, Purpose};
use crate::order::put;

/// Votes other than estimates that one table keeps, the newest.
pub const MAX_POLLS: usize = 200;

impl Table {
    /// Applies one event. Events that do not fit the state change nothing; the
    /// digest on the heartbeat shows if two seats ever differ.
    pub fn apply(&mut self, event: &TableEvent) {
        match event {
            TableEvent::Sat {
                seat,
                name,
                key,
                is_host,
                is_observer,
                may_deputise,
                is_held,
            } => {
                let new = Seat {
                    name: name.clone(),
                    key: *key,
                    is_host: *is_host,
                    is_observer: *is_observer,
                    link: Link::Linked,
                    is_removed: false,
                    may_deputise: *may_deputise,
                    is_held: *is_held,
                };
                self.seats.insert(*seat, new);
                self.next_seat = self.next_seat.max(seat.0.saturating_add(1));
                self.meet_person(*seat, name);
            }
            TableEvent::Gone(seat) => {
                self.seats.remove(seat);
                self.round.explains.retain(|other| other != seat);
                self.deputy = self.deputy.filter(|deputy| deputy != seat);
            }
            TableEvent::DeputyIs(deputy) => self.deputy = *deputy,
            TableEvent::Linked(seat, link) => self.with_seat(*seat, |one| one.link = *link),
            TableEvent::Renamed(seat, name) => {
                self.with_seat(*seat, |one| one.name.clone_from(name));
                self.meet_person(*seat, name);
            }
            TableEvent::Observes(seat, on) => self.with_seat(*seat, |one| one.is_observer = *on),
            TableEvent::Removed(seat, on) => self.with_seat(*seat, |one| one.is_removed = *on),
            TableEvent::Explains(seat, on) => self.explain(*seat, *on),
            TableEvent::RulesChanged(rules) => self.change_rules(rules),
            TableEvent::TimerBegan { ends_ms, length_s } => {
                self.timer = Some(Timer {
                    ends_ms: *ends_ms,
                    length_s: *length_s,
                });
            }
            TableEvent::TimerStopped => self.timer = None,
            TableEvent::Met { seat, act, now_ms } => {
                if let Some(meeting) = &mut self.meeting {
                    meeting.apply(PersonId(seat.0), act, *now_ms);
                }
            }
            TableEvent::StoryBegan { .. }
            | TableEvent::Titled(_)
            | TableEvent::Brought { .. }
            | TableEvent::Estimated { .. } => self.apply_to_story(event),
            TableEvent::RollCalled(_)
            | TableEvent::Committed(..)
            | TableEvent::Withdrew(_)
            | TableEvent::CountdownBegan(_)
            | TableEvent::CountdownStopped
            | TableEvent::ClosingBegan
            | TableEvent::ListPublished(_)
            | TableEvent::OpeningsPublished(_)
            | TableEvent::Voided(_)
            | TableEvent::Asked(_)
            | TableEvent::RoundBegan => self.apply_to_round(event),
        }
    }

    fn with_seat(&mut self, seat: SeatId, change: impl FnOnce(&mut Seat)) {
        if let Some(one) = self.seats.get_mut(&seat) {
            change(one);
        }
    }

    fn explain(&mut self, seat: SeatId, on: bool) {
        if on {
            put(&mut self.round.explains, seat);
        } else {
            self.round.explains.retain(|other| *other != seat);
        }
    }

    /// Votes that are out were cast for other cards or under another promise: they
    /// are cleared. Who may reveal, and when, does not touch them.
    fn change_rules(&mut self, rules: &Rules) {
        let same_vote = self.rules.votes_like(rules);
        self.rules.clone_from(rules);
        self.round.countdown_ends_ms = None;
        if same_vote {
            return;
        }
        match self.round.phase {
            Phase::Voting { .. } | Phase::Closing { .. } | Phase::Opening { .. } => {
                self.next_round();
            }
            Phase::Revealed { .. } | Phase::Void { .. } => {}
        }
    }

    fn apply_to_story(&mut self, event: &TableEvent) {
        if let TableEvent::StoryBegan { title, now_ms } = event {
            let fresh = Story {
                title: title.clone(),
                began_ms: *now_ms,
                ..Story::default()
            };
            self.stories.push(fresh);
            self.round.purpose = Purpose::Estimate;
            self.next_round();
            return;
        }
        let Some(story) = self.stories.last_mut() else {
            return;
        };
        if let TableEvent::Titled(title) = event {
            story.title.clone_from(title);
        }
        if let TableEvent::Brought { title, link } = event {
            story.title.clone_from(title);
            story.link.clone_from(link);
            let number = u32::try_from(self.stories.len()).unwrap_or(u32::MAX);
            let meeting = self.meeting.as_mut();
            if let Some(before) = meeting.and_then(|meeting| meeting.bind(title, number)) {
                self.take_up_again(before, number);
            }
            return;
        }
        if let TableEvent::Estimated { estimate, now_ms } = event {
            story.estimate = Some(estimate.clone());
            story.estimated_ms = Some(*now_ms);
        }
    }

    /// A story of the meeting is on the table once more: its rounds, its estimate and the
    /// other votes on it come along. Its place is left empty, so that numbers keep what they
    /// mean.
    fn take_up_again(&mut self, before: u32, number: u32) {
        let place = usize::try_from(before).unwrap_or(usize::MAX);
        let Some((last, earlier)) = self.stories.split_last_mut() else {
            return;
        };
        let old = place.checked_sub(1).and_then(|at| earlier.get_mut(at));
        let Some(old) = old.filter(|_| last.rounds.is_empty() && last.estimate.is_none()) else {
            return;
        };
        let old = std::mem::take(old);
        *last = Story {
            title: std::mem::take(&mut last.title),
            link: std::mem::take(&mut last.link),
            ..old
        };
        for poll in self.polls.iter_mut().filter(|poll| poll.story == before) {
            poll.story = number;
        }
    }

    fn apply_to_round(&mut self, event: &TableEvent) {
        match (event, &mut self.round.phase) {
            (TableEvent::RollCalled(roll), Phase::Voting { .. } | Phase::Closing { .. }) => {
                self.call_roll(roll);
            }
            (
                TableEvent::Committed(seat, commitment),
                Phase::Voting { commitments } | Phase::Closing { commitments },
            ) => {
                commitments.insert(*seat, *commitment);
            }
            (TableEvent::Withdrew(seat), Phase::Voting { commitments }) => {
                commitments.remove(seat);
            }
            (TableEvent::CountdownBegan(ends_ms), Phase::Voting { .. }) => {
                self.round.countdown_ends_ms = Some(*ends_ms);
            }
            (TableEvent::CountdownStopped, _) => self.round.countdown_ends_ms = None,
            (TableEvent::ClosingBegan, Phase::Voting { commitments }) => {
                let commitments = std::mem::take(commitments);
                self.round.phase = Phase::Closing { commitments };
                self.round.countdown_ends_ms = None;
            }
            (TableEvent::ListPublished(list), Phase::Closing { .. }) => {
                self.round.phase = Phase::Opening { list: list.clone() };
            }
            (TableEvent::OpeningsPublished(openings), Phase::Opening { list }) => {
                let list = std::mem::take(list);
                self.round.phase = match outcome::count(self, &list, openings) {
                    Ok(outcome) => {
                        self.keep_outcome(outcome);
                        Phase::Revealed {
                            list,
                            openings: openings.clone(),
                        }
                    }
                    Err(reason) => Phase::Void { reason },
                };
            }
            (TableEvent::Voided(reason), Phase::Opening { .. } | Phase::Closing { .. }) => {
                self.round.phase = Phase::Void {
                    reason: reason.clone(),
                };
            }
            (TableEvent::RoundBegan, Phase::Revealed { .. } | Phase::Void { .. }) => {
                self.next_round();
            }
            (
                TableEvent::Asked(purpose),
                Phase::Voting { .. } | Phase::Revealed { .. } | Phase::Void { .. },
            ) => {
                self.round.purpose = *purpose;
                self.next_round();
            }
            _unfitting => {}
        }
    }

    fn keep_outcome(&mut self, outcome: Outcome) {
        if self.round.purpose != Purpose::Estimate {
            let story = u32::try_from(self.stories.len()).unwrap_or(u32::MAX);
            if self.polls.len() >= MAX_POLLS {
                self.polls.remove(0);
            }
            self.polls.push(Poll {
                purpose: self.round.purpose,
                story,
                outcome,
            });
        } else if let Some(story) = self.stories.last_mut() {
            story.rounds.push(outcome);
        }
    }

    fn meet_person(&mut self, seat: SeatId, name: &str) {
        if let Some(meeting) = &mut self.meeting {
            meeting.meet(PersonId(seat.0), name);
        }
    }

    /// A new attempt: earlier commitments were made under other terms and are gone.
    fn call_roll(&mut self, roll: &[SeatId]) {
        self.round.roll = roll
            .iter()
            .filter_map(|id| {
                let seat = self.seats.get(id)?;
                Some(RollEntry {
                    seat: *id,
                    key: seat.key,
                    name: seat.name.clone(),
                })
            })
            .collect();
        self.round.attempt = self.round.attempt.saturating_add(1);
        self.round.countdown_ends_ms = None;
        if let Phase::Voting { commitments } | Phase::Closing { commitments } =
            &mut self.round.phase
        {
            commitments.clear();
        }
    }

    /// A new round with the same roll; the host calls another if people changed.
    fn next_round(&mut self) {
        self.round.number = self.round.number.saturating_add(1);
        self.round.attempt = 1;
        self.round.explains.clear();
        self.round.countdown_ends_ms = None;
        self.round.phase = Phase::Voting {
            commitments: LiteMap::new_vec(),
        };
    }
}
