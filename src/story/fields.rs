//! What is known of one story. Does not know which backlog it is in.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Longest title, in characters; more is cut.
pub const MAX_TITLE_CHARS: usize = 300;

/// Longest key, in characters.
pub const MAX_KEY_CHARS: usize = 60;

/// Longest long text (description, criteria), in characters.
pub const MAX_TEXT_CHARS: usize = 40_000;

/// Names one story of this browser: random, never reused, the same in every backlog file.
///
/// Written as 16 hexadecimal digits.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct StoryId(pub u64);

impl fmt::Display for StoryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for StoryId {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text, 16).map(Self)
    }
}

/// What sort of work it is. Travels as its place in this list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Kind {
    /// Something new for somebody.
    #[default]
    Story,
    /// Something broken.
    Bug,
    /// Work without a user.
    Task,
    /// A question to be answered by trying.
    Spike,
}

/// How well the team understands it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Understanding {
    /// No questions.
    Clear,
    /// Some.
    Partly,
    /// Many.
    Unclear,
}

/// Where it stands on its way to the sprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Status {
    /// Written down.
    #[default]
    Draft,
    /// Looked at, and something is missing.
    Gaps,
    /// The vote gate is open.
    FitToVote,
    /// Has an estimate.
    Estimated,
    /// The ready gate was passed, or overruled.
    Ready,
    /// Sent back with its missing points.
    SentBack,
}

/// One of the two steps of the Definition of Ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Step {
    /// Before the estimate.
    Vote,
    /// Before the sprint.
    Ready,
}

/// A question that nobody has answered yet.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OpenQuestion {
    /// The question.
    pub text: String,
    /// Who finds out; empty: nobody yet.
    pub owner: String,
    /// By when, `2026-11-30`; empty: no date.
    pub due: String,
    /// Whether work cannot begin before it is answered.
    pub stops_work: bool,
    /// Whether it is answered.
    pub is_closed: bool,
}

/// Something that may go wrong or stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Risk {
    /// What may happen.
    pub text: String,
    /// Who watches it; empty: nobody yet.
    pub owner: String,
    /// Whether it keeps work from beginning now.
    pub blocks: bool,
}

/// What was decided, and why.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Decision {
    /// What.
    pub what: String,
    /// Why.
    pub why: String,
    /// Who said so.
    pub who: String,
    /// Alternatives that were dropped.
    pub dropped: String,
}

/// The last vote on the story, as numbers and cards; as it stands in records, too.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Round {
    /// Rounds played.
    pub n_rounds: u32,
    /// Each card that got votes in the last round, in the order of the hand, and how many.
    pub votes: Vec<(String, u32)>,
    /// Agreement in the last round in percent.
    pub agreement: Option<u8>,
    /// Average of the last round as it is shown, `5.25`.
    pub average: Option<String>,
    /// Median of the last round as it is shown.
    pub median: Option<String>,
    /// Lowest card.
    pub lowest: Option<String>,
    /// Highest card.
    pub highest: Option<String>,
    /// Seconds from the first round's start to the estimate.
    pub seconds: Option<u32>,
    /// When it was revealed, in ms since 1970 UTC.
    pub voted_at_ms: Option<i64>,
}

/// A gate that was passed although points were missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overruling {
    /// Which gate.
    pub step: Step,
    /// Who did it.
    pub who: String,
    /// Why.
    pub why: String,
    /// When, in ms since 1970 UTC.
    pub at_ms: i64,
    /// Names of the points that were missing, `R3`.
    pub missing: Vec<String>,
}

/// The points with which a story was sent back.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Missing {
    /// Names of the points, `R3`.
    pub points: Vec<String>,
    /// A word to it.
    pub note: String,
    /// When, in ms since 1970 UTC.
    pub at_ms: i64,
}

/// One story with everything known of it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Story {
    /// Key in the tracker, `ABC-123`; empty: none.
    pub key: String,
    /// Title; never empty in a backlog that was imported.
    pub title: String,
    /// What sort of work.
    pub kind: Kind,
    /// Markdown.
    pub description: String,
    /// Why it is wanted, and for whom.
    pub why: String,
    /// Acceptance criteria, Markdown.
    pub acceptance: String,
    /// What it depends on; `none` in any language is an answer; empty is none.
    pub dependencies: String,
    /// Address in the tracker.
    pub link: String,
    /// Labels.
    pub labels: Vec<String>,
    /// Status in the tracker, as imported.
    pub tracker_status: String,
    /// How well it is understood; `None`: nobody said.
    pub understanding: Option<Understanding>,
    /// Who is needed to talk about it.
    pub needed: Vec<String>,
    /// The estimate as a card, `5`, `½`, `XL`; empty: none.
    pub estimate: String,
    /// Whether the estimate came from a simultaneous vote.
    pub is_voted: bool,
    /// The vote, where there was one here.
    pub round: Option<Round>,
    /// Where it stands.
    pub status: Status,
    /// Whether somebody gave it its place in the order.
    pub is_placed: bool,
    /// Open questions.
    pub questions: Vec<OpenQuestion>,
    /// Risks and blockers.
    pub risks: Vec<Risk>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Points of the Definition of Ready ticked or unticked by hand: name (`R1`) → said.
    pub said: BTreeMap<String, bool>,
    /// Gates that were overruled, oldest first.
    pub overrulings: Vec<Overruling>,
    /// Why it was sent back last time, until it passes.
    pub sent_back: Option<Missing>,
    /// Notes of the person, which leave this browser only in a backup and in JSON.
    pub notes: String,
    /// When it was last changed, in ms since 1970 UTC.
    pub changed_ms: i64,
}
