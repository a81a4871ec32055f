//! Guided preparation as it is seen.

use super::StoryId;

/// Guided preparation.
#[derive(Clone, Debug, PartialEq)]
pub struct PrepareView {
    /// Of which story.
    pub story: StoryId,
}
