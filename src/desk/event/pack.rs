//! What a person does with a pack: its organiser, and somebody it came to.

use crate::meeting::ReplierId;
use crate::story::StoryId;

/// Something happened to the pack of the planned session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackEvent {
    /// Who makes it.
    OrganiserTyped(String),
    /// The deck of estimates, by its position among those offered.
    DeckChosen(usize),
    /// `Make the pack`.
    Made,
    /// Its link is wanted on the clipboard.
    LinkCopied,
    /// Its link goes to the system share sheet.
    LinkSent,
    /// It is saved as a file.
    FileSaved,
    /// `Take in`: a text with replies in it.
    RepliesPasted(String),
    /// A question goes among the story's open questions, with the asker's name.
    QuestionTaken {
        /// The story.
        story: StoryId,
        /// Who asks.
        who: ReplierId,
        /// Its place among that person's questions, from 0.
        at: usize,
    },
    /// `Sort by disagreement` (can be undone).
    SortedByDisagreement,
    /// `Sort by open questions` (can be undone).
    SortedByQuestions,
}

/// Something happened to a pack that came from somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackedEvent {
    /// What this person is called.
    NameTyped(String),
    /// Whether this person will not sit at the table.
    AbsenceChosen(bool),
    /// A story was read, or not.
    ReadTicked(StoryId, bool),
    /// A story is unclear, or not.
    UnclearTicked(StoryId, bool),
    /// The comment on a story changed.
    CommentTyped(StoryId, String),
    /// The questions to a story changed, one a line.
    QuestionsTyped(StoryId, String),
    /// A card was picked; empty: none.
    CardPicked(StoryId, String),
    /// `Make the reply`.
    ReplyMade,
    /// Its link is wanted on the clipboard.
    ReplyCopied,
    /// Its link goes to the system share sheet.
    ReplySent,
    /// It is saved as a file.
    ReplySaved,
}
