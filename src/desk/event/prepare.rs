//! What a person does while preparing one story.

use crate::desk::view::DraftPart;
use crate::story::{QuestionRule, Shape, StoryId};

/// Something happened to guided preparation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrepareEvent {
    /// The questions for this story are wanted.
    Opened(StoryId),
    /// They are left, for the page of the story.
    Closed,

    /// The answer to a question changed.
    Answered(QuestionRule, String),
    /// A question is not to be asked, or is asked after all.
    Skipped(QuestionRule, bool),
    /// More questions are wanted.
    MoreWanted,

    /// As what the draft is written.
    ShapeChosen(Shape),
    /// New criteria become Given, When, Then, or not.
    ScenariosSwitched(bool),
    /// This part of the draft goes into the story (can be undone).
    TakenOver(DraftPart),
    /// The whole draft goes into the story (can be undone).
    AllTakenOver,

    /// What the model has said is taken: answers to their questions, the rest into the
    /// draft.
    ModelTaken,
    /// What a model proposed for this part is left out again.
    ProposalDropped(DraftPart),
}
