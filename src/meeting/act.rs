//! What somebody does in a meeting, as it is sent and as it is remembered.

use serde::{Deserialize, Serialize};

use super::note::{NoteField, NoteId, NoteKind, NoteState};
use super::people::{Duty, PersonId};
use super::topic::{TopicField, TopicId};
use super::typed::Edit;
use crate::story::Step;

/// A text that several people type into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Place {
    /// A line of a note.
    Note(NoteId, NoteField),
    /// A text of a story.
    Topic(TopicId, TopicField),
}

/// Something somebody does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// The clock runs; the first time, the meeting begins.
    Start,
    /// It stops.
    Pause,
    /// The part of the agenda that is on takes so many minutes more, or less.
    Extend {
        /// Minutes.
        minutes: i16,
    },
    /// Another part of the agenda is on.
    GoTo {
        /// Its place in the agenda, from 0.
        part: u8,
    },
    /// A story is talked about.
    Pick {
        /// Which.
        topic: TopicId,
    },
    /// How long a story may take.
    Budget {
        /// Which.
        topic: TopicId,
        /// Seconds; 0: no budget.
        seconds: u32,
    },
    /// Has read a story, or not after all.
    Read {
        /// Which.
        topic: TopicId,
        /// Has.
        on: bool,
    },
    /// Somebody is not needed any more, or is after all.
    Release {
        /// Who.
        person: PersonId,
        /// Is not.
        on: bool,
    },
    /// Raises a hand, or takes it down.
    Hand {
        /// Raises.
        on: bool,
    },
    /// Somebody else's hand is taken down: they have spoken.
    HeardOut {
        /// Whose.
        person: PersonId,
    },
    /// Thinks that this is solution talk.
    SolutionTalk {
        /// Over which story.
        topic: TopicId,
    },
    /// A duty goes to somebody, or to nobody.
    Give {
        /// Which.
        duty: Duty,
        /// To whom.
        person: Option<PersonId>,
    },
    /// A new note.
    Write {
        /// What it is.
        kind: NoteKind,
        /// Of which story.
        topic: Option<TopicId>,
        /// Its first line, may be empty.
        text: String,
    },
    /// A text is edited.
    Type {
        /// Which.
        place: Place,
        /// For how many edits before it.
        rev: u32,
        /// Counts this person's edits of this text, from 1.
        number: u32,
        /// The change.
        edit: Edit,
    },
    /// How it stands with a note.
    Settle {
        /// Which.
        note: NoteId,
        /// How.
        state: NoteState,
    },
    /// A note blocks the work, or not.
    Block {
        /// Which.
        note: NoteId,
        /// It does.
        on: bool,
    },
    /// A note is taken away, or comes back.
    Remove {
        /// Which.
        note: NoteId,
        /// Away.
        on: bool,
    },
    /// A point of the Definition of Ready is ticked or unticked by hand.
    Tick {
        /// Of which story.
        topic: TopicId,
        /// Name of the point, `R3`.
        point: String,
        /// `None`: as the program sees it.
        on: Option<bool>,
    },
    /// A gate is passed although something is missing.
    Overrule {
        /// Of which story.
        topic: TopicId,
        /// Which gate.
        step: Step,
        /// Why.
        why: String,
        /// Names of the points that are missing.
        missing: Vec<String>,
    },
    /// A story is ready.
    MarkReady {
        /// Which.
        topic: TopicId,
    },
    /// A story is sent back.
    SendBack {
        /// Which.
        topic: TopicId,
        /// Names of the points that are missing.
        missing: Vec<String>,
        /// A word to it.
        note: String,
    },
    /// A story is open again: neither ready nor sent back.
    Reopen {
        /// Which.
        topic: TopicId,
    },
    /// The meeting is over.
    End,
    /// It is not over after all.
    Resume,
}

/// Who may do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Everybody at the table.
    Anybody,
    /// Whoever leads.
    Lead,
    /// Whoever leads, and whoever holds the table.
    Give,
    /// Whoever leads, and the product owner.
    Own,
}

impl Act {
    /// Who may do it.
    pub fn right(&self) -> Right {
        match self {
            Self::Start
            | Self::Pause
            | Self::Extend { .. }
            | Self::GoTo { .. }
            | Self::Pick { .. }
            | Self::Budget { .. }
            | Self::Release { .. }
            | Self::HeardOut { .. }
            | Self::End
            | Self::Resume => Right::Lead,
            Self::Give { .. } => Right::Give,
            Self::Overrule { .. }
            | Self::MarkReady { .. }
            | Self::SendBack { .. }
            | Self::Reopen { .. } => Right::Own,
            Self::Read { .. }
            | Self::Hand { .. }
            | Self::SolutionTalk { .. }
            | Self::Write { .. }
            | Self::Type { .. }
            | Self::Settle { .. }
            | Self::Block { .. }
            | Self::Remove { .. }
            | Self::Tick { .. } => Right::Anybody,
        }
    }
}
