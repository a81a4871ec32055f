//! The list of stories as it is seen.

use std::sync::Arc;

use crate::story::{BacklogId, Kind, Status, Understanding};

use crate::desk::event::StoryFilter;

use super::{GateMark, ImportView, StoryId};

/// The list of stories.
#[derive(Clone, Debug, PartialEq)]
pub struct BacklogView {
    /// All backlogs, the one shown marked.
    pub backlogs: Vec<BacklogLine>,
    /// Stories in this backlog.
    pub n_stories: usize,
    /// Stories that search and filter leave.
    pub n_found: usize,
    /// As typed.
    pub search: String,
    /// As chosen.
    pub filter: StoryFilter,
    /// Labels to choose from, in order.
    pub labels: Vec<String>,
    /// Place of the first row below among those found, from 0.
    pub first: usize,
    /// The rows in sight.
    pub rows: Vec<StoryRow>,
    /// A row that was just added or moved, to be brought into sight.
    pub reveal: Option<Reveal>,
    /// Texts that could not be read and are offered as a copy.
    pub n_unreadable: usize,
    /// The import, while it is open.
    pub import: Option<ImportView>,
    /// The record of the stories shown, while it is printed.
    pub paper: Option<Arc<Paper>>,
}

/// A record as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// What stands over it.
    pub heading: String,
    /// Stories, and what the planned session adds to them: Markdown.
    pub parts: Vec<String>,
}

/// A row that wants to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reveal {
    /// Which story.
    pub id: StoryId,
    /// Its place among those found, from 0.
    pub at: usize,
    /// Bumped each time.
    pub n: u32,
}

/// One backlog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BacklogLine {
    /// Which.
    pub id: BacklogId,
    /// Its name, may be empty.
    pub name: String,
    /// Stories in it.
    pub n_stories: usize,
    /// Shown now.
    pub is_open: bool,
}

/// One story in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryRow {
    /// Which.
    pub id: StoryId,
    /// Its place in the backlog, 1-based.
    pub place: usize,
    /// Key in the tracker, may be empty.
    pub key: String,
    /// Title, may be empty.
    pub title: String,
    /// What sort of work.
    pub kind: Kind,
    /// Where it stands.
    pub status: Status,
    /// The estimate as a card; empty: none.
    pub estimate: String,
    /// How well it is understood.
    pub understanding: Option<Understanding>,
    /// Open questions.
    pub n_open_questions: usize,
    /// How the vote gate and the ready gate stand; `None`: nobody has looked yet.
    pub gates: Option<(GateMark, GateMark)>,
    /// Somebody gave it its place.
    pub is_placed: bool,
    /// In the planned session.
    pub is_planned: bool,
}
