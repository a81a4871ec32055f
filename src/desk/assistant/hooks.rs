//! Where dictated words go.

use crate::desk::ctx::DeskCtx;
use crate::desk::event::{Field, SpokenInto, StoryEvent};
use crate::desk::stage::Desk;

impl Desk {
    /// Puts dictated words behind what is there.
    pub(super) fn put_spoken(&mut self, into: SpokenInto, words: &str, ctx: &mut DeskCtx) {
        match into {
            SpokenInto::Field(id, field) => {
                let Some(text) = self.shelf.story(id).map(|story| field_of(story, field)) else {
                    return;
                };
                let text = joined(text, words);
                self.update_story(id, StoryEvent::Typed(field, text), ctx);
            }
            SpokenInto::Answer(id, rule) => self.put_spoken_answer(id, rule, words),
        }
    }
}

fn field_of(story: &crate::story::Story, field: Field) -> &str {
    match field {
        Field::Key => &story.key,
        Field::Title => &story.title,
        Field::Description => &story.description,
        Field::Why => &story.why,
        Field::Acceptance => &story.acceptance,
        Field::Dependencies => &story.dependencies,
        Field::Link => &story.link,
        Field::Estimate => &story.estimate,
        Field::Notes => &story.notes,
    }
}

/// A text with words behind it.
pub(in crate::desk) fn joined(text: &str, words: &str) -> String {
    let words = words.trim();
    let is_apart = text.is_empty() || text.ends_with(char::is_whitespace);
    let space = if is_apart { "" } else { " " };
    format!("{text}{space}{words}")
}
