//! What an intent does, if its seat may and the moment fits.

use rand_core::CryptoRng;

use super::host::{Host, HostNews, LinkId, Out};
use super::message::{Intent, TableEvent};
use super::table::{Phase, SeatId, VoidReason};
use super::{MAX_GOAL_CHARS, MAX_LINK_CHARS, MAX_STORIES, MAX_TITLE_CHARS, tidy_line, tidy_name};

/// Longest timer, in seconds.
const MAX_TIMER_S: u32 = 4 * 60 * 60;

impl Host {
    /// Takes a guest's intent once, in order.
    #[expect(
        clippy::too_many_arguments,
        reason = "the message, its sender and the edge"
    )]
    pub(super) fn take_intent(
        &mut self,
        link: LinkId,
        seat: SeatId,
        id: u32,
        intent: Intent,
        now_ms: i64,
        rng: &mut impl CryptoRng,
        outs: &mut Vec<Out>,
    ) {
        let Some(guest) = self.links.get_mut(&link) else {
            return;
        };
        if id != guest.acked.wrapping_add(1) {
            return;
        }
        guest.acked = id;
        self.taken.insert(seat, (guest.page, id));
        if self.table.is_seated(seat) {
            self.act(seat, intent, now_ms, outs);
            self.settle(now_ms, rng);
        }
    }

    /// What an intent does, if the seat may and the moment fits; else nothing.
    pub(super) fn act(&mut self, seat: SeatId, intent: Intent, now_ms: i64, outs: &mut Vec<Out>) {
        match intent {
            Intent::Commit { .. }
            | Intent::Withdraw { .. }
            | Intent::Open { .. }
            | Intent::Refuse { .. } => self.act_on_ballot(seat, intent),
            Intent::Reveal { .. }
            | Intent::StopCountdown { .. }
            | Intent::VoteAgain { .. }
            | Intent::NextStory { .. }
            | Intent::Title { .. }
            | Intent::Save { .. }
            | Intent::Ask { .. }
            | Intent::Timer { .. } => {
                if self.table.may_run(seat) {
                    self.run(intent, now_ms);
                }
            }
            Intent::SetRules(_)
            | Intent::Remove { .. }
            | Intent::Restore { .. }
            | Intent::Appoint { .. }
            | Intent::HandOver { .. }
            | Intent::Bring { .. } => {
                if self.table.may_arrange(seat) {
                    self.arrange(intent, now_ms);
                }
            }
            Intent::Explain { on } => {
                let is_over = matches!(self.table.round.phase, Phase::Revealed { .. });
                if is_over && self.table.is_on_roll(seat) {
                    self.publish(TableEvent::Explains(seat, on));
                }
            }
            Intent::Rename { name } => {
                if let Ok(name) = tidy_name(&name) {
                    let name = self.unique_name(&name, seat);
                    if name != self.name_of(seat) {
                        self.publish(TableEvent::Renamed(seat, name));
                    }
                }
            }
            Intent::Observe { on } => {
                let known = self.table.seats.get(&seat);
                if known.is_some_and(|one| one.is_observer != on) {
                    self.publish(TableEvent::Observes(seat, on));
                }
            }
            Intent::TakeBack => {
                if seat == self.table.founder && seat != self.me {
                    self.hand_over(seat, now_ms);
                }
            }
            Intent::Meet(act) => self.meet(seat, act, now_ms),
            Intent::Forward { code } => outs.push(Out::News(HostNews::Forwarded { code })),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "`act` passes intents on ballots only"
    )]
    pub(super) fn act_on_ballot(&mut self, seat: SeatId, intent: Intent) {
        match intent {
            Intent::Commit {
                round,
                attempt,
                commitment,
            } if self.table.may_commit(seat, round, attempt) => {
                self.publish(TableEvent::Committed(seat, commitment));
            }
            Intent::Withdraw { round, attempt } => {
                let is_open = matches!(self.table.round.phase, Phase::Voting { .. });
                if is_open && self.table.may_commit(seat, round, attempt) {
                    self.publish(TableEvent::Withdrew(seat));
                }
            }
            Intent::Open {
                round,
                attempt,
                opening,
            } => {
                let now = &self.table.round;
                let is_asked = matches!(now.phase, Phase::Opening { .. });
                let fits = now.number == round && now.attempt == attempt;
                if is_asked && fits && self.table.is_on_roll(seat) {
                    self.openings.entry(seat).or_insert(opening);
                }
            }
            Intent::Refuse { round } => {
                let is_asked = matches!(self.table.round.phase, Phase::Opening { .. });
                // A seat that has opened cannot undo it: this is its page come anew.
                let is_open = self.openings.contains_key(&seat);
                let fits = self.table.round.number == round && self.table.is_on_roll(seat);
                if is_asked && fits && !is_open {
                    let name = self.name_of(seat);
                    self.publish(TableEvent::Voided(VoidReason::Refused(name)));
                }
            }
            _not_of_ballots => {}
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "`act` passes these intents only; late ones change nothing"
    )]
    fn run(&mut self, intent: Intent, now_ms: i64) {
        let round = self.table.round.number;
        let story = self.story_number();
        match intent {
            Intent::Reveal { round: meant } if meant == round && self.table.can_reveal() => {
                self.waiting_since_ms = now_ms;
                self.publish(TableEvent::ClosingBegan);
            }
            Intent::StopCountdown { round: meant }
                if meant == round && self.table.round.countdown_ends_ms.is_some() =>
            {
                self.countdown_stopped = true;
                self.publish(TableEvent::CountdownStopped);
            }
            Intent::VoteAgain { round: meant } if meant == round => {
                if matches!(
                    self.table.round.phase,
                    Phase::Revealed { .. } | Phase::Void { .. }
                ) {
                    self.publish(TableEvent::RoundBegan);
                }
            }
            Intent::Ask {
                round: meant,
                purpose,
            } if meant == round => self.ask(purpose),
            Intent::NextStory { after, title }
                if after == story && self.table.stories.len() < MAX_STORIES =>
            {
                let title = tidy_title(&title);
                self.publish(TableEvent::StoryBegan { title, now_ms });
            }
            Intent::Title {
                story: meant,
                title,
            } if meant == story => {
                self.publish(TableEvent::Titled(tidy_title(&title)));
            }
            Intent::Save {
                story: meant,
                estimate,
            } if meant == story => {
                self.save_estimate(estimate, now_ms);
            }
            Intent::Timer { length_s: 0 } => self.publish(TableEvent::TimerStopped),
            Intent::Timer { length_s } if length_s <= MAX_TIMER_S => {
                let ends_ms = now_ms + i64::from(length_s) * 1000;
                self.publish(TableEvent::TimerBegan { ends_ms, length_s });
            }
            _late_or_unfitting => {}
        }
    }

    fn save_estimate(&mut self, estimate: String, now_ms: i64) {
        let has_result = self
            .table
            .story()
            .is_some_and(|story| !story.rounds.is_empty());
        let is_card = self
            .table
            .story()
            .and_then(|story| story.rounds.last())
            .is_some_and(|round| {
                round
                    .deck
                    .cards()
                    .iter()
                    .any(|card| card.label() == estimate)
            });
        if has_result && is_card {
            self.publish(TableEvent::Estimated { estimate, now_ms });
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "`act` passes these intents only; late ones change nothing"
    )]
    fn arrange(&mut self, intent: Intent, now_ms: i64) {
        match intent {
            Intent::SetRules(rules)
                if rules.deck.validate().is_ok() && self.table.rules != *rules =>
            {
                self.publish(TableEvent::RulesChanged(rules));
            }
            Intent::Remove { seat } if self.table.is_seated(seat) && seat != self.me => {
                self.note_removal(seat, now_ms);
                self.publish(TableEvent::Removed(seat, true));
            }
            Intent::Restore { seat } if self.is_removed(seat) => {
                self.publish(TableEvent::Removed(seat, false));
            }
            Intent::Appoint { seat } if self.table.is_seated(seat) => self.appoint(seat),
            Intent::HandOver { seat } if self.table.is_seated(seat) && seat != self.me => {
                self.hand_over(seat, now_ms);
            }
            Intent::Bring { story, title, link } if story == self.story_number() => {
                let (title, link) = (tidy_title(&title), whole_link(link));
                self.publish(TableEvent::Brought { title, link });
            }
            _late_or_unfitting => {}
        }
    }

    /// Number of the current story, 1-based.
    pub(super) fn story_number(&self) -> u32 {
        u32::try_from(self.table.stories.len()).unwrap_or(u32::MAX)
    }

    fn is_removed(&self, seat: SeatId) -> bool {
        self.table
            .seats
            .get(&seat)
            .is_some_and(|one| one.is_removed)
    }

    fn name_of(&self, seat: SeatId) -> String {
        self.table
            .seats
            .get(&seat)
            .map_or_else(String::new, |one| one.name.clone())
    }
}

pub(super) fn tidy_title(title: &str) -> String {
    // A trailing space is kept: somebody may be in the middle of typing.
    let tidy: String = title
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    tidy.chars().take(MAX_TITLE_CHARS).collect()
}

/// What the session is for, in one line.
pub(super) fn tidy_goal(goal: &str) -> String {
    tidy_line(goal).chars().take(MAX_GOAL_CHARS).collect()
}

/// A part of an address leads elsewhere.
pub(super) fn whole_link(link: String) -> String {
    if link.chars().count() > MAX_LINK_CHARS || link.chars().any(char::is_control) {
        String::new()
    } else {
        link
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_whole_or_not_at_all() {
        let link = String::from("https://tracker.example/ABC-1");
        assert_eq!(whole_link(link.clone()), link);
        assert_eq!(whole_link("x".repeat(MAX_LINK_CHARS + 1)), "");
        assert_eq!(whole_link(link + "\n"), "");
    }

    #[test]
    fn a_title_is_one_line_of_bounded_length() {
        assert_eq!(tidy_title("a\nb\tc "), "a b c ");
        assert_eq!(tidy_title(&"x".repeat(999)).len(), MAX_TITLE_CHARS);
    }
}
