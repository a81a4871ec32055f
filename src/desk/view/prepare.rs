//! Guided preparation as it is seen.

use super::{AssistantView, StoryId};

/// Guided preparation.
#[derive(Clone, Debug, PartialEq)]
pub struct PrepareView {
    /// Of which story.
    pub story: StoryId,
    /// The language model and dictation.
    pub assistant: AssistantView,
}
