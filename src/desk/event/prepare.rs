//! What a person does while preparing one story.

use crate::story::StoryId;

/// Something happened to guided preparation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrepareEvent {
    /// The questions for this story are wanted.
    Opened(StoryId),
    /// They are left.
    Closed,
}
