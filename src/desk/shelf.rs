//! Stories and backlogs, and everything else the desk keeps: one text per story.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::story::{Backlog, BacklogId, Story, StoryId};

use super::ctx::DeskCtx;
use super::effect::DeskEffect;

/// All stories and backlogs of this browser.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    pub(super) stories: BTreeMap<StoryId, Arc<Story>>,
    pub(super) backlogs: BTreeMap<BacklogId, Backlog>,
    pub(super) open: BacklogId,
    /// Other kept texts, by key, as they were read or written last.
    texts: BTreeMap<String, String>,
}

impl Shelf {
    /// Reads what was kept.
    pub(super) fn read(kept: Vec<(String, String)>) -> Self {
        let mut shelf = Self {
            texts: kept.into_iter().collect(),
            ..Self::default()
        };
        shelf.backlogs.entry(shelf.open).or_default();
        shelf
    }

    /// A story.
    pub(super) fn story(&self, id: StoryId) -> Option<&Arc<Story>> {
        self.stories.get(&id)
    }

    /// A kept text of a section's own (`floret.checklist`, …).
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// Keeps a text of a section's own.
    pub(super) fn keep(&mut self, key: &str, text: String, ctx: &mut DeskCtx) {
        if self.texts.get(key) == Some(&text) {
            return;
        }
        self.texts.insert(key.to_owned(), text.clone());
        ctx.ask(DeskEffect::Keep {
            key: key.to_owned(),
            text,
        });
    }
}
