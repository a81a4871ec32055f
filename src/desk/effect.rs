//! Everything the desk may ask of its edge.

use crate::story::StoryId;
use crate::words::Language;

/// What the desk asks of its edge.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskEffect {
    /// Keep a value.
    Keep {
        /// Storage key.
        key: String,
        /// Value.
        text: String,
    },
    /// Remove a value.
    Forget {
        /// Storage key.
        key: String,
    },
    /// Copy to the clipboard; answered by `DeskEvent::Copied`.
    Copy {
        /// What it is.
        what: DeskCopy,
        /// The text.
        text: String,
    },
    /// The system share sheet.
    Share {
        /// Heading.
        title: String,
        /// Link.
        url: String,
    },
    /// Save a file.
    Download {
        /// Suggested name.
        name: String,
        /// Media type.
        mime: &'static str,
        /// Content.
        text: String,
    },
    /// The print dialog.
    Print,
    /// The address's fragment, without `#`; makes a place in the history.
    SetFragment(String),
    /// Back to the start page.
    GoHome,
    /// Open a table with these stories.
    OpenTable(Box<TablePlan>),
    /// `DeskEvent::Tick` after this time: long work goes on in slices.
    Wake {
        /// ms; 0 is as soon as the browser has drawn.
        after_ms: u32,
    },
    /// Ask the browser's built-in language model; answered by `PrepareEvent`s.
    AskModel {
        /// Repeated by every answer.
        id: u32,
        /// What is asked.
        prompt: String,
    },
    /// No more answers are wanted.
    StopModel {
        /// Which.
        id: u32,
    },
    /// Listen; answered by `PrepareEvent`s.
    Dictate {
        /// Repeated by every answer.
        id: u32,
        /// Language spoken.
        language: Language,
    },
    /// Stop listening.
    StopDictation,
}

/// What a copy button copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskCopy {
    /// Markdown of what is on the page.
    Markdown,
    /// A link with content in its fragment.
    Link,
    /// One story as a comment in a ticket.
    Comment(StoryId),
    /// A text for another tool.
    Text,
}

/// Why a value was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepProblem {
    /// No room.
    Full,
    /// Forbidden.
    Blocked,
}

/// A table to be opened with stories in place.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TablePlan {
    /// Goal of the session; may be empty.
    pub goal: String,
    /// Stories in the order of the vote.
    pub stories: Vec<PlannedStory>,
}

/// One story of a planned table.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PlannedStory {
    /// Which.
    pub id: StoryId,
    /// Key in the tracker; may be empty.
    pub key: String,
    /// Title.
    pub title: String,
    /// Address in the tracker; may be empty.
    pub link: String,
}
