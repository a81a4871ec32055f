//! One story as kept: a text of its own under a key of its own, so that typing writes
//! one story and not a backlog.

mod items;
mod merge;
mod text;

use std::sync::Arc;

use crate::story::{Story, StoryId};

use super::versions::Stamps;
use super::{Kept, VERSION, read};
use text::StoryText;

pub(super) use items::RoundText;
pub use merge::{merge_stories, restamp, revert_story};
pub(super) use text::{STEPS, name_of, of_name};

/// Keys of stories begin so; the rest is the story's name.
pub const STORY_PREFIX: &str = "floret.story.";

/// A story as kept, with what two tabs need to bring their versions together.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct KeptStory {
    /// The story. A status that follows from its fields is not kept and reads as draft.
    pub story: Arc<Story>,
    /// When which part of it was changed.
    pub stamps: Stamps,
}

/// The key of a story.
pub fn story_key(id: StoryId) -> String {
    format!("{STORY_PREFIX}{id}")
}

/// The story that a key belongs to.
pub fn story_of_key(key: &str) -> Option<StoryId> {
    key.strip_prefix(STORY_PREFIX)?.parse().ok()
}

/// Reads a story.
pub fn read_story(text: &str) -> Kept<KeptStory> {
    read::<StoryText>(text).and_then(StoryText::kept)
}

/// Writes a story.
pub fn write_story(kept: &KeptStory) -> String {
    serde_json::to_string(&StoryText::of(kept)).unwrap_or_default()
}

/// Whether a text that [`write_story`] has written is of the version of this time, told by
/// its beginning alone.
pub fn is_version(text: &str, changed_ms: i64) -> bool {
    let head = format!("{{\"version\":{VERSION},\"changed\":{changed_ms}");
    let rest = text.strip_prefix(&head);
    rest.is_some_and(|rest| rest.starts_with([',', '}']))
}
