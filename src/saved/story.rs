//! One story as kept: a text of its own under a key of its own, so that typing writes
//! one story and not a backlog.

mod items;
mod merge;
mod text;

use std::sync::Arc;

use litemap::LiteMap;

use crate::story::{Story, StoryId};

use super::{Kept, read};
use text::StoryText;

pub(super) use items::RoundText;
pub use merge::{MergedStory, merge_stories, restamp, revert_story};
pub(super) use text::{STEPS, name_of, of_name};

/// Keys of stories begin so; the rest is the story's name.
pub const STORY_PREFIX: &str = "floret.story.";

/// A story as kept, with what two tabs need to bring their versions together.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct KeptStory {
    /// The story. A status that follows from its fields is not kept and reads as draft.
    pub story: Arc<Story>,
    /// When each field was changed last, in ms since 1970, by its name in the text.
    pub stamps: LiteMap<String, i64>,
    /// `changed_ms` of the newest version of another tab that this one contains.
    pub from_ms: i64,
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
