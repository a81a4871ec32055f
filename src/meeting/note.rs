//! What is written down in a meeting: decisions, questions, risks, parked topics, follow-ups.

use serde::{Deserialize, Serialize};

use super::people::PersonId;
use super::topic::TopicId;
use super::typed::Typed;

/// Names one note; counts up over the meeting.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct NoteId(pub u32);

/// What a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NoteKind {
    /// What was decided: what, why, by whom, instead of what.
    Decision,
    /// An open question: owner, date.
    Question,
    /// A risk or a blocker: owner.
    Risk,
    /// A topic for later: two names, a slot.
    Parked,
    /// An open point of last time: owner.
    FollowUp,
}

/// A line of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NoteField {
    /// What it says; every note has it.
    Text,
    /// Why it was decided.
    Why,
    /// Who said so, owns it, or talks about it.
    Who,
    /// The second who talks about a parked topic.
    Second,
    /// Alternatives that were dropped.
    Dropped,
    /// By when, `2026-11-30`.
    Due,
    /// When a parked topic is talked about.
    Slot,
}

impl NoteKind {
    /// Its lines in the order they are read.
    pub const fn fields(self) -> &'static [NoteField] {
        match self {
            Self::Decision => &[
                NoteField::Text,
                NoteField::Why,
                NoteField::Who,
                NoteField::Dropped,
            ],
            Self::Question => &[NoteField::Text, NoteField::Who, NoteField::Due],
            Self::Risk | Self::FollowUp => &[NoteField::Text, NoteField::Who],
            Self::Parked => &[
                NoteField::Text,
                NoteField::Who,
                NoteField::Second,
                NoteField::Slot,
            ],
        }
    }
}

/// How it stands with a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum NoteState {
    /// As it was written.
    #[default]
    Open,
    /// A question that is answered, a follow-up that is done.
    Closed,
    /// A follow-up that waits for the next session.
    CarriedOver,
}

/// One note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Which.
    pub id: NoteId,
    /// What it is.
    pub kind: NoteKind,
    /// The story it belongs to; `None`: to none.
    pub topic: Option<TopicId>,
    /// Who wrote it first; `None`: it was there before the meeting.
    pub by: Option<PersonId>,
    /// When, ms since 1970, host's clock.
    pub at_ms: i64,
    /// Its lines, in the order of [`NoteKind::fields`].
    pub lines: Vec<Typed>,
    /// How it stands.
    pub state: NoteState,
    /// A risk that keeps work from beginning, or a question without whose answer it cannot.
    pub blocks: bool,
    /// Asked in the silent reading, which is not over: shown to its writer alone.
    pub is_hidden: bool,
    /// Taken away; it can come back.
    pub is_removed: bool,
}

impl Note {
    /// A note with this first line and nothing else.
    pub fn new(id: NoteId, kind: NoteKind, topic: Option<TopicId>, text: &str) -> Self {
        let mut lines = vec![Typed::default(); kind.fields().len()];
        if let Some(first) = lines.first_mut() {
            *first = Typed::of(text);
        }
        Self {
            id,
            kind,
            topic,
            by: None,
            at_ms: 0,
            lines,
            state: NoteState::Open,
            blocks: false,
            is_hidden: false,
            is_removed: false,
        }
    }

    /// Where a line stands among its lines.
    fn place(&self, field: NoteField) -> Option<usize> {
        self.kind.fields().iter().position(|one| *one == field)
    }

    /// A line; `None` where notes of this kind have none.
    pub fn line(&self, field: NoteField) -> Option<&Typed> {
        self.lines.get(self.place(field)?)
    }

    pub(super) fn line_mut(&mut self, field: NoteField) -> Option<&mut Typed> {
        let place = self.place(field)?;
        self.lines.get_mut(place)
    }

    /// The text of a line, trimmed; empty where there is none.
    pub fn text(&self, field: NoteField) -> &str {
        self.line(field).map_or("", |line| line.text.trim())
    }

    /// Whether there is anything to keep of it.
    pub fn is_kept(&self) -> bool {
        !self.is_removed && !self.text(NoteField::Text).is_empty()
    }
}
