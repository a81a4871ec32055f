//! One story as it is seen.

use std::sync::Arc;

use crate::story::{BacklogId, Story};

use super::{BacklogLine, StoryGateView, StoryId, TicketView};

/// One story.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryScreen {
    /// Which.
    pub id: StoryId,
    /// All its fields; shared, so that a view costs nothing.
    pub story: Arc<Story>,
    /// The backlog it is in.
    pub backlog: BacklogId,
    /// Backlogs it could go to.
    pub backlogs: Vec<BacklogLine>,
    /// Its place in its backlog, 1-based.
    pub place: usize,
    /// Stories in its backlog.
    pub n_stories: usize,
    /// The story before it.
    pub previous: Option<StoryId>,
    /// The story after it.
    pub next: Option<StoryId>,
    /// Its two gates.
    pub gates: StoryGateView,
    /// In the planned session.
    pub is_planned: bool,
    /// Writing it back to its tracker.
    pub ticket: TicketView,
    /// The person has just come back from preparing it.
    pub is_back: bool,
    /// Estimates sent ahead, with who sent them: known once its cards were turned.
    pub ahead: Vec<(String, String)>,
}

/// How a gate stands, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GateMark {
    /// The story may pass.
    pub is_passed: bool,
    /// Somebody let it pass although points are missing.
    pub is_overruled: bool,
    /// Points that are missing.
    pub n_missing: usize,
}

/// How a gate stands, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateLine {
    /// The story may pass.
    pub is_passed: bool,
    /// Somebody let it pass although points are missing.
    pub is_overruled: bool,
    /// Names of the points that are missing.
    pub missing: Vec<String>,
}

impl GateLine {
    /// The same in a word.
    pub fn mark(&self) -> GateMark {
        GateMark {
            is_passed: self.is_passed,
            is_overruled: self.is_overruled,
            n_missing: self.missing.len(),
        }
    }
}
