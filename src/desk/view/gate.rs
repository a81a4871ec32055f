//! The Definition of Ready as it is seen, and one story before its two gates.

pub use crate::story::{Overruling, Point, State, Step};

use super::checklist::SharedProblem;
use super::{GateLine, StoryId};

/// The Definition of Ready.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GateView {
    /// Stories above this estimate are too large for one sprint, as typed; empty: no limit.
    pub limit: String,
    /// What is typed is no number, so the limit before it still stands.
    pub is_no_number: bool,
    /// Points before the vote, in order.
    pub vote: Vec<PointRow>,
    /// Points before the sprint, in order.
    pub ready: Vec<PointRow>,
    /// There is no room for another point.
    pub is_full: bool,
    /// Nothing differs from the built-in list.
    pub is_built_in: bool,
    /// What the team has said of it.
    pub agreed: Agreed,
    /// The list as a link, while it is shown.
    pub link: Option<ReadyLink>,
}

impl GateView {
    /// Points of one of the two gates.
    pub fn points(&self, step: Step) -> &[PointRow] {
        match step {
            Step::Vote => &self.vote,
            Step::Ready => &self.ready,
        }
    }
}

/// One point of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointRow {
    /// The point.
    pub point: Point,
    /// Its wording in the language of the page, the team's or the built-in one.
    pub wording: String,
    /// Whether the team added it.
    pub is_own: bool,
    /// Its place among the points of its gate, 1-based.
    pub place: usize,
    /// How many points its gate has.
    pub of: usize,
}

/// What a team has said of its list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Agreed {
    /// Nothing: it is as it came.
    #[default]
    Never,
    /// It was changed, and nobody has agreed on it.
    Changed,
    /// It is agreed on.
    Since {
        /// When, in ms since 1970 UTC.
        at_ms: i64,
    },
    /// It was agreed on and has changed since.
    ChangedSince {
        /// When it was agreed on, in ms since 1970 UTC.
        at_ms: i64,
    },
}

/// The list as a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadyLink {
    /// The address; empty where the list is too long for one.
    pub url: String,
    /// The browser has a share sheet.
    pub can_share: bool,
}

/// A Definition of Ready that came as a link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SharedReadyView {
    /// Why it cannot be read.
    pub problem: Option<SharedProblem>,
    /// Points before the vote that are on.
    pub vote: Vec<PointRow>,
    /// Points before the sprint that are on.
    pub ready: Vec<PointRow>,
    /// Its limit; empty: none.
    pub limit: String,
    /// Lines that this program does not know.
    pub n_unknown: usize,
    /// It asks for what one's own list asks for.
    pub is_mine: bool,
}

/// One story before its two gates.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryGateView {
    /// Which story.
    pub story: StoryId,
    /// The gate before the vote.
    pub vote: GateSide,
    /// The gate before the sprint.
    pub ready: GateSide,
    /// It was marked ready.
    pub is_ready: bool,
    /// It was sent back.
    pub sent_back: Option<SentBackView>,
    /// Every time a gate was overruled, oldest first.
    pub overrulings: Vec<Overruling>,
}

impl StoryGateView {
    /// One of the two gates.
    pub fn side(&self, step: Step) -> &GateSide {
        match step {
            Step::Vote => &self.vote,
            Step::Ready => &self.ready,
        }
    }
}

/// One gate of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct GateSide {
    /// How it stands, in short; the ready gate also misses what the vote gate misses.
    pub line: GateLine,
    /// How it stands, as a sentence in the language of the page.
    pub says: String,
    /// Its own points that are on, in order.
    pub points: Vec<PointVerdict>,
}

/// How it stands with a point of a story. Sentences are in the language of the page: what
/// they rest on belongs to the story and does not outlive a look at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointVerdict {
    /// `R1`, `T2`.
    pub name: String,
    /// Its wording.
    pub wording: String,
    /// How it stands.
    pub state: State,
    /// Why.
    pub why: String,
    /// What the program sees where a person said otherwise; empty: nothing else.
    pub against: String,
    /// What a person said of it.
    pub said: Option<bool>,
    /// Left alone, the program would tick it by itself.
    pub is_seen: bool,
}

impl PointVerdict {
    /// What a person says by setting or taking the tick: nothing, where the program sees
    /// the same by itself.
    pub fn says_by(&self, is_ticked: bool) -> Option<bool> {
        (is_ticked != self.is_seen).then_some(is_ticked)
    }
}

/// With what a story was sent back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentBackView {
    /// When, in ms since 1970 UTC.
    pub at_ms: i64,
    /// A word to it, may be empty.
    pub note: String,
    /// Names of the points that were missing.
    pub points: Vec<String>,
    /// Of those, the ones that are missing now.
    pub still_missing: Vec<String>,
}
