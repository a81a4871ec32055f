//! How a counted round reads on the screen.

use crate::meeting::Purpose;
use crate::poker::{DeckKind, Face, Statistics, Talk};
use crate::room::{Outcome, Phase, Seat, SeatId, Story};

use super::show::estimate_view;
use super::show_place::{Place, is_here, n_counted};
use super::view::{BarView, EstimateView, Exposed, Extreme, Mark, ResultView, TalkView};

/// A story's rounds as one seat reads them.
pub(super) struct Reading<'a> {
    pub(super) at: &'a Place<'a>,
    /// Decimal mark.
    pub(super) mark: char,
    /// 0-based story shown.
    pub(super) shown: usize,
}

impl Reading<'_> {
    fn story(&self) -> Option<&Story> {
        self.at.table.stories.get(self.shown)
    }

    fn is_past(&self) -> bool {
        self.at.local.looking_at.is_some()
    }

    /// Something else than an estimate is asked, and nobody looks back from it.
    fn is_poll(&self) -> bool {
        !self.is_past() && self.at.table.round.purpose != Purpose::Estimate
    }

    /// The newest result of the story shown, or of what else is asked, if it is open to read.
    pub(super) fn result(&self) -> Option<ResultView> {
        let table = self.at.table;
        let is_revealed = matches!(table.round.phase, Phase::Revealed { .. });
        if !self.is_past() && !is_revealed {
            return None;
        }
        let (number, outcome) = if self.is_poll() {
            (n_counted(table), table.outcome()?)
        } else {
            let rounds = &self.story()?.rounds;
            (rounds.len(), rounds.last()?)
        };
        let mut view = self.view_of(number, outcome);
        let is_agreed = outcome.statistics().is_unanimous();
        if !self.is_past() && !is_agreed && self.at.table.is_on_roll(self.at.me) {
            view.explain = Some(self.at.table.round.explains.contains(&self.at.me));
        }
        Some(view)
    }

    /// The rounds before it, oldest first; estimates do not stand beside another vote.
    pub(super) fn earlier(&self) -> Vec<ResultView> {
        let Some(story) = self.story().filter(|_| !self.is_poll()) else {
            return Vec::new();
        };
        let is_last_shown =
            self.is_past() || matches!(self.at.table.round.phase, Phase::Revealed { .. });
        let n_earlier = story
            .rounds
            .len()
            .saturating_sub(usize::from(is_last_shown));
        story
            .rounds
            .iter()
            .take(n_earlier)
            .enumerate()
            .map(|(at, outcome)| self.view_of(at + 1, outcome))
            .collect()
    }

    /// Choosing the estimate, once there is a result.
    pub(super) fn estimate(&self, is_linked: bool) -> Option<EstimateView> {
        let story = self.story().filter(|_| !self.is_poll())?;
        let last = story.rounds.last()?;
        let options = last
            .deck
            .cards()
            .iter()
            .map(|card| card.label().to_owned())
            .collect();
        let suggestion = last.statistics().suggestion;
        let suggestion = suggestion.and_then(|at| last.hand().label(at).map(str::to_owned));
        let can_save = is_linked && !self.is_past() && self.at.table.may_run(self.at.me);
        Some(estimate_view(
            options,
            suggestion,
            story.estimate.clone(),
            can_save,
        ))
    }

    fn view_of(&self, number: usize, outcome: &Outcome) -> ResultView {
        let hand = outcome.hand();
        let said = outcome.statistics();
        let card = |at: Option<usize>| hand.label(at?).map(str::to_owned);
        let median = said.median.map(|value| value.format(self.mark));
        let roll = outcome.n_verified.into();
        ResultView {
            number,
            bars: bars(outcome, &said),
            average: said.average.map(|value| value.format(self.mark)),
            median: median.or_else(|| card(said.median_card)),
            lowest: card(said.lowest),
            highest: card(said.highest),
            agreement: said.agreement,
            spread: said.spread.map(|steps| (steps, talk_of(outcome, &said))),
            suggestion: card(said.suggestion),
            n_votes: said.n_votes,
            verified: (roll, roll),
            exposed: exposed(outcome, &said),
            extremes: extremes(outcome, &said),
            comments: outcome
                .remarks
                .iter()
                .map(|remark| (remark.name.clone(), remark.text.clone()))
                .collect(),
            explain: None,
        }
    }

    /// What lies before a seat.
    pub(super) fn mark(&self, id: SeatId, seat: &Seat) -> Mark {
        let table = self.at.table;
        if seat.is_observer {
            return Mark::Observing;
        }
        if !table.is_on_roll(id) {
            return if is_here(seat) {
                Mark::NextRound
            } else {
                Mark::Empty
            };
        }
        match &table.round.phase {
            Phase::Voting { .. } | Phase::Closing { .. } => {
                if table.has_voted(id) {
                    Mark::Voted
                } else {
                    Mark::Empty
                }
            }
            Phase::Opening { .. } => Mark::Voted,
            Phase::Void { .. } => Mark::Empty,
            Phase::Revealed { .. } => self.revealed_mark(id),
        }
    }

    fn revealed_mark(&self, id: SeatId) -> Mark {
        let Some(outcome) = self.at.table.outcome() else {
            return Mark::Empty;
        };
        let Some(named) = &outcome.named else {
            return Mark::Secret;
        };
        let choice = named
            .iter()
            .find(|vote| vote.seat == id)
            .and_then(|vote| vote.choice);
        let label = choice.and_then(|at| outcome.hand().label(usize::from(at)).map(str::to_owned));
        label.map_or(Mark::NoVote, Mark::Card)
    }

    /// Named rounds: lowest and highest speak first.
    pub(super) fn speaks_first(&self, id: SeatId) -> Option<Extreme> {
        let outcome = self.at.table.outcome()?;
        let said = outcome.statistics();
        let vote = outcome
            .named
            .as_ref()?
            .iter()
            .find(|vote| vote.seat == id)?;
        let choice = Some(usize::from(vote.choice?));
        if said.lowest == said.highest {
            None
        } else if choice == said.lowest {
            Some(Extreme::Low)
        } else if choice == said.highest {
            Some(Extreme::High)
        } else {
            None
        }
    }
}

fn bars(outcome: &Outcome, said: &Statistics) -> Vec<BarView> {
    let hand = outcome.hand();
    let most = outcome.counts.iter().copied().max().unwrap_or(0).max(1);
    hand.faces()
        .iter()
        .zip(&outcome.counts)
        .enumerate()
        .filter(|(_, (_, count))| **count > 0)
        .map(|(at, (face, count))| BarView {
            label: face.label().to_owned(),
            count: *count,
            length: u8::try_from(u64::from(*count) * 100 / u64::from(most)).unwrap_or(100),
            is_mode: said.modes.contains(&at),
            is_add_on: matches!(face, Face::AddOn(_)),
            names: names_at(outcome, at),
        })
        .collect()
}

fn names_at(outcome: &Outcome, at: usize) -> Vec<String> {
    let Some(named) = &outcome.named else {
        return Vec::new();
    };
    named
        .iter()
        .filter(|vote| vote.choice.map(usize::from) == Some(at))
        .map(|vote| vote.name.clone())
        .collect()
}

/// Ready and not ready are one step apart, yet nothing is farther.
fn talk_of(outcome: &Outcome, said: &Statistics) -> TalkView {
    let is_ready = outcome.deck.kind() == DeckKind::Ready;
    match said.talk() {
        Talk::Consensus => TalkView::Consensus,
        Talk::Close if is_ready => TalkView::Talk,
        Talk::Close => TalkView::Close,
        Talk::Talk => TalkView::Talk,
    }
}

fn exposed(outcome: &Outcome, said: &Statistics) -> Option<Exposed> {
    if outcome.named.is_some() {
        return None;
    }
    match said.n_votes {
        0 => None,
        1 => Some(Exposed::Alone),
        2 => Some(Exposed::Two),
        _more if said.is_unanimous() => Some(Exposed::Unanimous),
        _more => None,
    }
}

fn extremes(outcome: &Outcome, said: &Statistics) -> Option<(u32, u32)> {
    let (lowest, highest) = (said.lowest?, said.highest?);
    if outcome.named.is_some() || lowest == highest {
        return None;
    }
    Some((*outcome.counts.get(lowest)?, *outcome.counts.get(highest)?))
}
