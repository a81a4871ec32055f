//! Judges a story by a Definition of Ready: which points are met, why, and which gates are open.
//!
//! Only looks; marking ready, sending back and overruling are acts of people.

mod facts;
mod why;

use super::ready::BUG_POINT;
use super::{Definition, Kind, Missing, Overruling, Point, Status, Step, Story};
use facts::fact;
pub(super) use facts::put_off;
pub use why::{State, Why};

/// How it stands with one point, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict<'a> {
    /// The point.
    pub point: &'a Point,
    /// How it stands.
    pub state: State,
    /// Why.
    pub why: Why<'a>,
    /// What the program sees, where a person said otherwise; it changes nothing.
    pub against: Option<Why<'a>>,
}

/// Whether a gate lets the story pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GateState<'a> {
    /// Everything asked for is there.
    Open,
    /// Something is missing, and somebody opened it all the same.
    Overruled {
        /// Who, and why; the last time it was done.
        by: &'a Overruling,
        /// What is missing now.
        missing: Vec<&'a str>,
    },
    /// Something is missing.
    Closed {
        /// Names of the points, in the team's order.
        missing: Vec<&'a str>,
    },
}

impl<'a> GateState<'a> {
    /// Whether the story may pass.
    pub fn is_passed(&self) -> bool {
        match self {
            Self::Open | Self::Overruled { .. } => true,
            Self::Closed { .. } => false,
        }
    }

    /// Names of the points that are missing, whether or not the gate was overruled.
    pub fn missing(&self) -> &[&'a str] {
        match self {
            Self::Open => &[],
            Self::Overruled { missing, .. } | Self::Closed { missing } => missing,
        }
    }
}

/// A story as its team's Definition of Ready sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged<'a> {
    /// The points that are on, in the team's order.
    pub points: Vec<Verdict<'a>>,
    /// The gate before the vote.
    pub vote: GateState<'a>,
    /// The gate before the sprint; while the vote gate is closed, so is this one, with the
    /// points of both missing.
    pub ready: GateState<'a>,
}

impl<'a> Judged<'a> {
    /// One of the two gates.
    pub fn gate(&self, step: Step) -> &GateState<'a> {
        match step {
            Step::Vote => &self.vote,
            Step::Ready => &self.ready,
        }
    }

    /// The record of sending the story back now, with what the vote gate misses.
    pub fn sent_back(&self, note: &str, now_ms: i64) -> Missing {
        Missing {
            points: names(self.vote.missing()),
            note: note.trim().to_owned(),
            at_ms: now_ms,
        }
    }

    /// The record of overruling a gate now.
    pub fn overruled(&self, step: Step, who: &str, why: &str, now_ms: i64) -> Overruling {
        Overruling {
            step,
            who: who.trim().to_owned(),
            why: why.trim().to_owned(),
            at_ms: now_ms,
            missing: names(self.gate(step).missing()),
        }
    }
}

fn names(points: &[&str]) -> Vec<String> {
    points.iter().map(|name| (*name).to_owned()).collect()
}

/// Judges a story.
///
/// What a person ticked is met whatever the facts say, and what a person unticked is missing;
/// the program ticks only what nobody touched. The last overruling of a gate opens it.
pub fn judge<'a>(story: &'a Story, definition: &'a Definition) -> Judged<'a> {
    let points: Vec<Verdict> = definition
        .points
        .iter()
        .filter(|point| point.is_on)
        .map(|point| verdict(story, definition, point))
        .collect();
    let missing = |step| {
        points
            .iter()
            .filter(move |verdict| verdict.point.step == step && !verdict.state.is_met())
            .map(|verdict| verdict.point.name.as_str())
    };
    let vote = gate(story, Step::Vote, missing(Step::Vote).collect());
    let ready = if vote.is_passed() {
        missing(Step::Ready).collect()
    } else {
        missing(Step::Vote).chain(missing(Step::Ready)).collect()
    };
    Judged {
        vote,
        ready: gate(story, Step::Ready, ready),
        points,
    }
}

fn gate<'a>(story: &'a Story, step: Step, missing: Vec<&'a str>) -> GateState<'a> {
    if missing.is_empty() {
        return GateState::Open;
    }
    let overrulings = story.overrulings.iter();
    match overrulings.rev().find(|overruling| overruling.step == step) {
        Some(by) => GateState::Overruled { by, missing },
        None => GateState::Closed { missing },
    }
}

fn verdict<'a>(story: &'a Story, definition: &'a Definition, point: &'a Point) -> Verdict<'a> {
    let fact = point.rule.map(|rule| fact(story, definition, rule));
    let (is_met, seen) = match fact {
        Some((is_met, why)) => (is_met, Some(why)),
        None => (false, None),
    };
    let (state, why, against) = match story.said.get(&point.name) {
        Some(true) => (State::ByHand, Why::SaidByHand, seen.filter(|_| !is_met)),
        Some(false) => (State::Missing, Why::UntickedByHand, seen.filter(|_| is_met)),
        None if point.name == BUG_POINT && story.kind != Kind::Bug => {
            (State::NotAsked, Why::NotABug, None)
        }
        None if is_met => (State::ByFact, seen.unwrap_or(Why::NobodyTicked), None),
        None => (State::Missing, seen.unwrap_or(Why::NobodyTicked), None),
    };
    Verdict {
        point,
        state,
        why,
        against,
    }
}

/// Where a story stands now.
///
/// Ready and sent back are what people said, and stay until people say otherwise: a story that
/// was sent back and meets the vote gate again keeps its note until somebody takes it in.
/// The rest is derived: an estimate makes it estimated, a passed vote gate fit to vote, and
/// with something missing it has gaps as soon as anybody looked at it.
pub fn status(story: &Story, judged: &Judged<'_>) -> Status {
    match story.status {
        Status::Ready | Status::SentBack => story.status,
        Status::Draft | Status::Gaps | Status::FitToVote | Status::Estimated => {
            if !story.estimate.trim().is_empty() {
                Status::Estimated
            } else if judged.vote.is_passed() {
                Status::FitToVote
            } else if was_looked_at(story) {
                Status::Gaps
            } else {
                Status::Draft
            }
        }
    }
}

/// Whether somebody said anything of the story beyond what a tracker holds.
fn was_looked_at(story: &Story) -> bool {
    story.understanding.is_some()
        || story.sent_back.is_some()
        || !(story.said.is_empty()
            && story.needed.is_empty()
            && story.questions.is_empty()
            && story.risks.is_empty()
            && story.decisions.is_empty()
            && story.overrulings.is_empty())
}
