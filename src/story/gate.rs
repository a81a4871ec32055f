//! Judges a story by a Definition of Ready: which points are met, why, and which gates are open.
//!
//! Only looks; marking ready, sending back and overruling are acts of people.

use super::criteria::criteria;
use super::prose::{find, is_filler, is_same, prose};
use super::ready::BUG_POINT;
use super::{Amount, Definition, Kind, Missing, Overruling, Point, Rule, Status, Step, Story};

/// Answers to "what does it depend on?" that say: on nothing.
const NOTHING: [&str; 18] = [
    "none",
    "no",
    "nothing",
    "nil",
    "no dependencies",
    "n/a",
    "na",
    "not applicable",
    "-",
    "–",
    "—",
    "keine",
    "keins",
    "nichts",
    "nein",
    "keine abhängigkeiten",
    "entfällt",
    "0",
];

/// Words that put off to later what should be said now, `|` between them.
const PUT_OFF: &str = "\
    tbd|tba|tbc|todo|fixme|xxx|later|to be defined|to be decided|to be determined|\
    to be discussed|to be clarified|to be confirmed|not sure yet|lorem ipsum|später|noch offen|\
    noch unklar|noch zu klären|wird noch|muss noch|zu klären|zu definieren|folgt noch|\
    kommt noch|n.n|mal sehen";

/// How it stands with one point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Ticked by a person.
    ByHand,
    /// Ticked by the program from a fact.
    ByFact,
    /// Does not concern this story.
    NotAsked,
    /// Not met.
    Missing,
}

impl State {
    /// Whether the point stands in nobody's way.
    pub fn is_met(self) -> bool {
        match self {
            Self::ByHand | Self::ByFact | Self::NotAsked => true,
            Self::Missing => false,
        }
    }
}

/// What a verdict rests on; one sentence each in `words`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why<'a> {
    /// A person ticked it.
    SaidByHand,
    /// A person unticked it.
    UntickedByHand,
    /// Only a person can tick it, and nobody did.
    NobodyTicked,
    /// It is asked of bugs alone.
    NotABug,
    /// So many acceptance criteria are written.
    CriteriaPresent {
        /// How many.
        n: usize,
    },
    /// No acceptance criteria.
    NoCriteria,
    /// It says on what the story depends.
    DependenciesNamed,
    /// It says that the story depends on nothing.
    NoDependencies,
    /// Nothing is said of dependencies.
    DependenciesEmpty,
    /// It has its place in the order.
    InOrder,
    /// Nobody gave it a place in the order.
    NotInOrder,
    /// The team has set no limit.
    NoLimit,
    /// No estimate.
    NoEstimate,
    /// The estimate is no number, so only people can compare it.
    NotANumber {
        /// The card.
        estimate: &'a str,
    },
    /// Small enough.
    EstimateWithin {
        /// The card.
        estimate: &'a str,
        /// The team's limit.
        limit: Amount,
    },
    /// Too large.
    EstimateAbove {
        /// The card.
        estimate: &'a str,
        /// The team's limit.
        limit: Amount,
    },
    /// The estimate came from a simultaneous vote.
    VotedTogether,
    /// The estimate came from elsewhere.
    EstimatedWithoutVote,
    /// So many decisions are written.
    DecisionsWritten {
        /// How many.
        n: usize,
    },
    /// No decision is written.
    NoDecision,
    /// No question is open.
    NoOpenQuestion,
    /// Questions are open, and none of them stops the work.
    OpenQuestions {
        /// How many.
        n: usize,
    },
    /// Open questions stop the work.
    QuestionsStop {
        /// How many.
        n: usize,
    },
    /// So many risks are noted.
    RisksNoted {
        /// How many.
        n: usize,
    },
    /// No risk is noted.
    NoRisks,
    /// Nothing is put off to later.
    NothingPutOff,
    /// Words that put something off, as they are written.
    PutOff {
        /// The words, none twice.
        found: Vec<&'a str>,
    },
}

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

/// Whether the program ticks a point, and what it sees.
fn fact<'a>(story: &'a Story, definition: &Definition, rule: Rule) -> (bool, Why<'a>) {
    match rule {
        Rule::Criteria => match criteria(story).len() {
            0 => (false, Why::NoCriteria),
            n => (true, Why::CriteriaPresent { n }),
        },
        Rule::Dependencies => dependencies(&story.dependencies),
        Rule::Order if story.is_placed => (true, Why::InOrder),
        Rule::Order => (false, Why::NotInOrder),
        Rule::Size => size(story.estimate.trim(), definition.limit),
        Rule::Vote if story.estimate.trim().is_empty() => (false, Why::NoEstimate),
        Rule::Vote if story.is_voted => (true, Why::VotedTogether),
        Rule::Vote => (false, Why::EstimatedWithoutVote),
        Rule::Decisions => match n_said(story.decisions.iter().map(|decision| &decision.what)) {
            0 => (false, Why::NoDecision),
            n => (true, Why::DecisionsWritten { n }),
        },
        Rule::Questions => questions(story),
        Rule::Risks => match n_said(story.risks.iter().map(|risk| &risk.text)) {
            0 => (false, Why::NoRisks),
            n => (true, Why::RisksNoted { n }),
        },
        Rule::Placeholders => {
            let found = put_off(story);
            if found.is_empty() {
                (true, Why::NothingPutOff)
            } else {
                (false, Why::PutOff { found })
            }
        }
    }
}

fn dependencies(text: &str) -> (bool, Why<'_>) {
    let bare = text.trim().trim_end_matches('.');
    if NOTHING.iter().any(|nothing| is_same(bare, nothing)) {
        (true, Why::NoDependencies)
    } else if is_filler(bare) {
        (false, Why::DependenciesEmpty)
    } else {
        (true, Why::DependenciesNamed)
    }
}

fn size(estimate: &str, limit: Option<Amount>) -> (bool, Why<'_>) {
    let Some(limit) = limit else {
        return (false, Why::NoLimit);
    };
    if estimate.is_empty() {
        return (false, Why::NoEstimate);
    }
    match Amount::parse(estimate) {
        None => (false, Why::NotANumber { estimate }),
        Some(amount) if amount <= limit => (true, Why::EstimateWithin { estimate, limit }),
        Some(_) => (false, Why::EstimateAbove { estimate, limit }),
    }
}

fn questions(story: &Story) -> (bool, Why<'_>) {
    let open = story
        .questions
        .iter()
        .filter(|question| !question.is_closed);
    let (mut n_open, mut n_stopping) = (0, 0);
    for question in open {
        n_open += 1;
        n_stopping += usize::from(question.stops_work);
    }
    match (n_stopping, n_open) {
        (0, 0) => (true, Why::NoOpenQuestion),
        (0, n) => (true, Why::OpenQuestions { n }),
        (n, _) => (false, Why::QuestionsStop { n }),
    }
}

fn n_said<'a>(texts: impl Iterator<Item = &'a String>) -> usize {
    texts.filter(|text| !text.trim().is_empty()).count()
}

/// Words in title, description, why, criteria and dependencies that put something off, as they
/// are written, none twice.
pub(super) fn put_off(story: &Story) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for text in [
        &story.title,
        &story.description,
        &story.why,
        &story.acceptance,
        &story.dependencies,
    ] {
        let pieces = prose(text);
        let marks = pieces.iter().filter_map(|piece| question_marks(piece));
        for word in find(&pieces, PUT_OFF).into_iter().chain(marks) {
            if !found.iter().any(|other| is_same(other, word)) {
                found.push(word);
            }
        }
    }
    found
}

/// The first run of question marks that stands for an answer: two or more alone, or three.
fn question_marks(piece: &str) -> Option<&str> {
    piece.split_whitespace().find_map(|word| {
        let at = word.find("??")?;
        let marks = word.get(at..)?;
        let marks = marks.get(..marks.len() - marks.trim_start_matches('?').len())?;
        (marks.len() > 2 || marks == word).then_some(marks)
    })
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
