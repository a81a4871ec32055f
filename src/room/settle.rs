//! How the host brings a round on: who sits down, what an intent does, and the
//! steps that follow by themselves.

use rand_core::CryptoRng;

use crate::ballot::PublicKey;

use super::host::{Host, HostNews, LinkId, Out};
use super::message::{Intent, Refusal, TableEvent, ToGuest, Told};
use super::table::{Link, Phase, Seat, SeatId, VoidReason};
use super::{COUNTDOWN_MS, MAX_NAME_CHARS, MAX_SEATS, MAX_STORIES, MAX_TITLE_CHARS, tidy_name};

/// A browser on the roll has this long to commit to "no vote" by itself, in ms.
const CLOSING_LIMIT_MS: i64 = 5_000;

/// A browser has this long to open its ballot, in ms.
const OPENING_LIMIT_MS: i64 = 10_000;

/// Longest timer, in seconds.
const MAX_TIMER_S: u32 = 4 * 60 * 60;

/// Steps that one event may cause in a row; more would be a fault of ours.
const MAX_STEPS: usize = 64;

impl Host {
    /// Gives a newcomer a seat, or its old one back.
    #[expect(clippy::too_many_arguments, reason = "the fields of one message")]
    pub(super) fn seat_guest(
        &mut self,
        link: LinkId,
        name: &str,
        key: PublicKey,
        proof: &[u8; 16],
        is_observer: bool,
        now_ms: i64,
        outs: &mut Vec<Out>,
    ) {
        let expected = self.voter.proof(&key, &self.table.session);
        let refusal = if expected.as_ref() != Some(proof) {
            Some(Refusal::Key)
        } else if tidy_name(name).is_err() {
            Some(Refusal::Name)
        } else {
            None
        };
        if let Some(refusal) = refusal {
            outs.push(Out::Send(link, ToGuest::Told(Told::Refused(refusal))));
            outs.push(Out::Close(link));
            self.links.remove(&link);
            return;
        }
        let known = self
            .table
            .seats
            .iter()
            .find(|(_, seat)| seat.key == key)
            .map(|(id, _)| *id);
        let seat = match known {
            Some(seat) => self.replace_link(seat, link, outs),
            None => self.new_seat(link, name, key, is_observer, outs),
        };
        let Some(seat) = seat else { return };
        if let Some(guest) = self.links.get_mut(&link) {
            guest.seat = Some(seat);
            guest.acked = 0;
        }
        self.voter.meet(&self.table);
        outs.push(self.catch_up(link, seat, 0, now_ms));
        let name = self
            .table
            .seats
            .get(&seat)
            .map_or_else(String::new, |one| one.name.clone());
        outs.push(Out::News(HostNews::Sat { link, name }));
    }

    /// The seat's key is at the table already: the newer link takes over.
    fn replace_link(&mut self, seat: SeatId, link: LinkId, outs: &mut Vec<Out>) -> Option<SeatId> {
        if seat == self.me {
            return None;
        }
        let older: Vec<_> = self
            .links
            .iter()
            .filter(|(id, guest)| **id != link && guest.seat == Some(seat))
            .map(|(id, _)| *id)
            .collect();
        for old in older {
            self.links.remove(&old);
            outs.push(Out::Send(
                old,
                ToGuest::Told(Told::Refused(Refusal::Replaced)),
            ));
            outs.push(Out::Close(old));
        }
        self.publish_link(seat, Link::Linked);
        Some(seat)
    }

    fn new_seat(
        &mut self,
        link: LinkId,
        name: &str,
        key: PublicKey,
        is_observer: bool,
        outs: &mut Vec<Out>,
    ) -> Option<SeatId> {
        let name = tidy_name(name).unwrap_or_default();
        self.clear_ghost(&name);
        self.make_room();
        if self.table.seats.len() >= MAX_SEATS {
            outs.push(Out::News(HostNews::Full { link }));
            outs.push(Out::Send(link, ToGuest::Told(Told::Refused(Refusal::Full))));
            outs.push(Out::Close(link));
            self.links.remove(&link);
            return None;
        }
        let seat = SeatId(self.table.next_seat);
        let name = self.unique_name(&name, seat);
        self.publish(TableEvent::Sat {
            seat,
            name,
            key,
            is_host: false,
            is_observer,
        });
        Some(seat)
    }

    /// Somebody who lost the link and joined again leaves no ghost behind.
    fn clear_ghost(&mut self, name: &str) {
        let ghost = self
            .table
            .seats
            .iter()
            .find(|(_, seat)| seat.link == Link::Lost && seat.name == name && !seat.is_host)
            .map(|(id, _)| *id);
        if let Some(seat) = ghost {
            self.links.retain(|_, guest| guest.seat != Some(seat));
            self.publish(TableEvent::Gone(seat));
        }
    }

    /// Seats of people who are gone make room for those who are here.
    fn make_room(&mut self) {
        let is_gone = |seat: &Seat| seat.link == Link::Lost && !seat.is_host;
        let gone = self.table.seats.iter().find(|(_, seat)| is_gone(seat));
        if self.table.seats.len() >= MAX_SEATS
            && let Some((seat, _)) = gone
        {
            let seat = *seat;
            self.links.retain(|_, guest| guest.seat != Some(seat));
            self.publish(TableEvent::Gone(seat));
        }
    }

    /// Two people called Ana are `Ana` and `Ana (2)`.
    fn unique_name(&self, name: &str, seat: SeatId) -> String {
        let is_taken = |wanted: &str| {
            self.table
                .seats
                .iter()
                .any(|(id, one)| *id != seat && one.name == wanted)
        };
        if !is_taken(name) {
            return name.to_owned();
        }
        (2_usize..=MAX_SEATS + 2)
            .map(|n| numbered(name, n))
            .find(|wanted| !is_taken(wanted))
            .unwrap_or_else(|| name.to_owned())
    }

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
            | Intent::Timer { .. } => {
                if self.table.may_run(seat) {
                    self.run(intent, now_ms);
                }
            }
            Intent::SetRules(_) | Intent::Remove { .. } | Intent::Restore { .. } => {
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
            Intent::Forward { code } => outs.push(Out::News(HostNews::Forwarded { code })),
        }
    }

    fn act_on_ballot(&mut self, seat: SeatId, intent: Intent) {
        match intent {
            Intent::Commit {
                round,
                attempt,
                commitment,
            } => {
                if self.table.may_commit(seat, round, attempt) {
                    self.publish(TableEvent::Committed(seat, commitment));
                }
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

    fn run(&mut self, intent: Intent, now_ms: i64) {
        let round = self.table.round.number;
        let story = u32::try_from(self.table.stories.len()).unwrap_or(u32::MAX);
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

    fn arrange(&mut self, intent: Intent, now_ms: i64) {
        match intent {
            Intent::SetRules(rules) if rules.deck.validate().is_ok() => {
                if self.table.rules != *rules {
                    self.publish(TableEvent::RulesChanged(rules));
                }
            }
            Intent::Remove { seat } if self.table.is_seated(seat) && seat != self.me => {
                self.note_removal(seat, now_ms);
                self.publish(TableEvent::Removed(seat, true));
            }
            Intent::Restore { seat } if self.is_removed(seat) => {
                self.publish(TableEvent::Removed(seat, false));
            }
            _late_or_unfitting => {}
        }
    }

    /// Takes the steps that follow by themselves, until none is left.
    pub(super) fn settle(&mut self, now_ms: i64, rng: &mut impl CryptoRng) {
        for _step in 0..MAX_STEPS {
            let own = self.voter.follow(self.me, &self.table, rng);
            let moved = match own {
                Some(intent) => {
                    self.act_on_ballot(self.me, intent);
                    true
                }
                None => self.next_step(now_ms),
            };
            if !moved {
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
        self.voter.meet(&self.table);
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

    fn is_removed(&self, seat: SeatId) -> bool {
        self.table
            .seats
            .get(&seat)
            .is_some_and(|one| one.is_removed)
    }

    fn is_reachable(&self, seat: SeatId) -> bool {
        self.table
            .seats
            .get(&seat)
            .is_some_and(|one| one.link != Link::Lost && !one.is_removed)
    }

    fn name_of(&self, seat: SeatId) -> String {
        self.table
            .seats
            .get(&seat)
            .map_or_else(String::new, |one| one.name.clone())
    }
}

/// `Ana (2)`, within the length of a name.
fn numbered(name: &str, n: usize) -> String {
    let suffix = format!(" ({n})");
    let n_kept = MAX_NAME_CHARS.saturating_sub(suffix.chars().count());
    let kept: String = name.chars().take(n_kept).collect();
    format!("{}{suffix}", kept.trim_end())
}

fn tidy_title(title: &str) -> String {
    // A trailing space is kept: somebody may be in the middle of typing.
    let tidy: String = title
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    tidy.chars().take(MAX_TITLE_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line_of_bounded_length() {
        assert_eq!(tidy_title("a\nb\tc "), "a b c ");
        assert_eq!(tidy_title(&"x".repeat(999)).len(), MAX_TITLE_CHARS);
    }
}
