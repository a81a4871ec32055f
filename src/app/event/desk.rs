//! What passes through the door between the table and the desk. Knows nothing of the desk.

use super::super::view::Language;
use crate::meeting::Meeting;

/// What the desk's edge tells the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DoorNews {
    /// The desk is on the screen; answers `Effect::OpenDesk`.
    Opened,
    /// It could not be loaded; answers `Effect::OpenDesk`.
    Refused {
        /// The browser's words, for the log.
        reason: String,
        /// The browser believes to have a network.
        is_online: bool,
    },
    /// The person goes back to the start page.
    Left,
    /// A table is wanted, with these stories one after the other.
    Planned(Box<PlannedTable>),
    /// The desk of this tab has written a value that is the table's to read.
    Kept {
        /// Storage key.
        key: String,
        /// New value; `None` if removed.
        value: Option<String>,
    },
}

/// What the page tells the desk while it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskNews {
    /// The address's fragment changed, without `#`.
    Fragment(String),
    /// The page speaks another language.
    Language(Language),
    /// A kept value was changed elsewhere: by another tab, or by the table.
    Kept {
        /// Storage key.
        key: String,
        /// New value; `None` if removed.
        value: Option<String>,
    },
}

/// A table that was planned at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PlannedTable {
    /// What the session is for, may be empty.
    pub goal: String,
    /// Stories in the order of the vote.
    pub stories: Vec<PlannedStory>,
    /// The meeting that is held over them.
    pub meeting: Option<Box<Meeting>>,
}

/// One story of a planned table.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PlannedStory {
    /// Its name at the desk, 16 hexadecimal digits.
    pub id: String,
    /// What it is called at the table: its key, if it has one, and its title.
    pub title: String,
    /// Where it lives in the tracker, may be empty.
    pub link: String,
}
