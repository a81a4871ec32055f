//! Two tabs' versions of one story, and taking a change back.

use std::sync::Arc;

use crate::saved::versions::{self, Fields, Moment, Version};
use crate::story::Story;

use super::KeptStory;
use super::text::StoryText;

/// Brings together what this tab has and what another one has kept; also tells whether
/// the result is what the other has already.
pub fn merge_stories(mine: &KeptStory, theirs: &KeptStory) -> (KeptStory, bool) {
    let (merged, is_theirs) = versions::merge(&version(mine), &version(theirs));
    let story = story_of(merged.fields).unwrap_or_else(|| Story::clone(&theirs.story));
    let kept = KeptStory {
        story: Arc::new(Story {
            changed_ms: merged.changed_ms,
            ..story
        }),
        stamps: merged.stamps,
    };
    (kept, is_theirs)
}

/// Marks what differs from `before` as changed now; tells whether anything does.
pub fn restamp(before: &Story, kept: &mut KeptStory, moment: Moment) -> bool {
    let after = fields(&kept.story);
    versions::restamp(&fields(before), &after, &mut kept.stamps, moment)
}

/// Takes back the change from `before` to `after` in a story that may have changed since;
/// what changed since stays.
pub fn revert_story(before: &Story, after: &Story, now: &Story) -> Story {
    let mut current = fields(now);
    versions::revert(&fields(before), &fields(after), &mut current);
    story_of(current).map_or_else(
        || now.clone(),
        |story| Story {
            changed_ms: now.changed_ms,
            ..story
        },
    )
}

fn version(kept: &KeptStory) -> Version {
    Version {
        fields: fields(&kept.story),
        stamps: kept.stamps.clone(),
        changed_ms: kept.story.changed_ms,
    }
}

fn fields(story: &Story) -> Fields {
    versions::fields(&StoryText::of_story(story))
}

fn story_of(fields: Fields) -> Option<Story> {
    let text: StoryText = serde_json::from_value(versions::text_of(fields)).ok()?;
    text.story()
}
