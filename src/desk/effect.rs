//! Everything the desk may ask of its edge.

use crate::meeting::Meeting;
use crate::saved::Password;
use crate::story::StoryId;
use crate::words::Language;

use super::event::{ModelId, ModelWay, SpeechId, TicketId};

pub use crate::exchange::TicketRequest;

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
    /// Find out what the browser has to help with in this language; answered by
    /// `DeskEvent::HelpFound`, once for each sort of help.
    SeekHelp {
        /// Language of the page.
        language: Language,
    },
    /// Ask a language model, within the click; answered by `DeskEvent::Model`.
    AskModel {
        /// Repeated by every answer.
        id: ModelId,
        /// Which model, and what it is told.
        via: ModelWay,
    },
    /// No more answers are wanted; of one that is over already, nothing to do.
    StopModel {
        /// Which.
        id: ModelId,
    },
    /// Send something to a tracker, without cookies and without a referrer; answered by
    /// `DeskEvent::Tracker`, once.
    AskTracker {
        /// Repeated by the answer.
        id: TicketId,
        /// What is sent, and where.
        request: TicketRequest,
        /// What it is let in with.
        token: Password,
    },
    /// No answer is wanted.
    StopTracker {
        /// Which.
        id: TicketId,
    },
    /// Open the microphone, within the click; answered by `DeskEvent::Speech`.
    Dictate {
        /// Repeated by every answer.
        id: SpeechId,
        /// Language spoken.
        language: Language,
        /// Nothing may leave this device; if that is not possible, it fails.
        on_device: bool,
    },
    /// Close the microphone; the last words still come, then the end.
    StopDictation {
        /// Which.
        id: SpeechId,
    },
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
    /// The meeting that is held over them.
    pub meeting: Meeting,
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
