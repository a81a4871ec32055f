//! What a person does with the list of stories and with backlogs.

use crate::story::{BacklogId, Kind, Status, StoryId, Understanding};

/// Something happened to the list of stories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BacklogEvent {
    /// A new backlog with this name; it is opened.
    Created(String),
    /// Another name for a backlog, as typed.
    Renamed(BacklogId, String),
    /// A backlog goes with its stories (can be undone).
    Deleted(BacklogId),
    /// Another backlog is shown.
    Switched(BacklogId),

    /// `Add story` with this title, at the end; without a title the story is opened.
    StoryAdded(String),
    /// A story goes (can be undone).
    StoryDeleted(StoryId),
    /// A copy of a story, without key and estimate, is put behind it.
    StoryDuplicated(StoryId),
    /// A story goes to the end of another backlog (can be undone).
    StorySent(StoryId, BacklogId),
    /// A story is put before another one, or at the end (can be undone).
    Moved {
        /// Which.
        story: StoryId,
        /// Before which; `None`: at the end.
        before: Option<StoryId>,
    },
    /// A story goes up (negative) or down by so many of the rows shown (can be undone).
    Shifted {
        /// Which.
        story: StoryId,
        /// How far.
        by: i32,
    },
    /// `Propose an order`: priority first, then the least understood (can be undone).
    OrderProposed,

    /// The search box changed.
    Searched(String),
    /// Another filter.
    Filtered(StoryFilter),
    /// The rows that are in sight.
    RowsInSight {
        /// The first, from 0.
        first: usize,
        /// How many.
        n: usize,
    },
    /// Save the texts that could not be read as a file.
    DamagedCopyPressed,
    /// Forget the damaged texts (can be undone).
    DamagedDropped,
}

/// Which stories are shown; what is `None` or off lets every story through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryFilter {
    /// Of this sort.
    pub kind: Option<Kind>,
    /// That stand here.
    pub status: Option<Status>,
    /// Understood so well; `Some(None)`: nobody said.
    pub understanding: Option<Option<Understanding>>,
    /// With this label.
    pub label: Option<String>,
    /// Whose vote gate is closed.
    pub only_gaps: bool,
}
