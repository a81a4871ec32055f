//! Guided preparation as it is seen.

use std::sync::Arc;

pub use crate::story::QuestionRule;
use crate::story::{Field, Story};

use super::{AssistantView, DraftForm, GateLine, StoryId};

/// Guided preparation of one story.
#[derive(Clone, Debug, PartialEq)]
pub struct PrepareView {
    /// Of which story.
    pub id: StoryId,
    /// The story as it is; shared, so that a view costs nothing.
    pub story: Arc<Story>,
    /// How its vote gate stands.
    pub vote: GateLine,
    /// Questions, in order; those that were taken over are not among them.
    pub asks: Vec<AskRow>,
    /// Questions that were answered and taken over, each with its answer.
    pub done: Vec<(String, String)>,
    /// More questions that could be asked at once.
    pub n_more: usize,
    /// How the draft is written.
    pub form: DraftForm,
    /// Where the draft differs from the story, in the order of the Definition of Ready.
    pub draft: Vec<DraftRow>,
    /// Counts what was written into answers by something else than the keyboard.
    pub n_written: usize,
    /// The language model and dictation.
    pub assistant: AssistantView,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskRow {
    /// What it is about; none is there twice.
    pub rule: QuestionRule,
    /// The question.
    pub question: String,
    /// Why it is asked.
    pub reason: String,
    /// The answer so far.
    pub answer: String,
    /// The person does not want to be asked.
    pub is_skipped: bool,
}

impl AskRow {
    /// Whether there is an answer that counts.
    pub fn is_answered(&self) -> bool {
        !self.is_skipped && !self.answer.trim().is_empty()
    }
}

/// Part of a draft beside the story's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRow {
    /// Which.
    pub part: DraftPart,
    /// What the story says; may be empty.
    pub old: String,
    /// What it would say.
    pub new: String,
    /// A model's words are in it.
    pub is_proposed: bool,
}

/// What a draft may change, in the order of the Definition of Ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DraftPart {
    /// What sort of work it is.
    Kind,
    /// The title.
    Title,
    /// The description, Markdown.
    Description,
    /// Why, and for whom; Markdown.
    Why,
    /// Acceptance criteria, Markdown.
    Acceptance,
    /// Dependencies, Markdown.
    Dependencies,
    /// Open questions, a list in Markdown.
    Questions,
}

impl DraftPart {
    /// The part that a text of the story is.
    pub(crate) fn of(field: Field) -> Self {
        match field {
            Field::Title => Self::Title,
            Field::Description => Self::Description,
            Field::Why => Self::Why,
            Field::Acceptance => Self::Acceptance,
            Field::Dependencies => Self::Dependencies,
        }
    }
}
