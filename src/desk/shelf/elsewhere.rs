//! What another tab has written, brought together with what this one has.

use crate::saved::{DESK_KEY, KeptStory, backlog_of_key, read_backlog, read_story, story_of_key};
use crate::story::{BacklogId, StoryId};

use super::opening::take;
use super::sheet::Sheet;
use super::{Shelf, Unreadable};

impl Shelf {
    /// Another tab kept or removed a value; tells whether it was a story's, a backlog's,
    /// or nobody's business. Others have become this page's text and are for a section.
    pub(in crate::desk) fn kept_elsewhere(&mut self, key: &str, value: Option<String>) -> bool {
        self.unreadable.remove(key);
        if let Some(id) = story_of_key(key) {
            self.story_elsewhere(id, key, value);
        } else if let Some(id) = backlog_of_key(key) {
            self.backlog_elsewhere(id, key, value);
        } else if key != DESK_KEY {
            match value {
                Some(text) => self.texts.insert(key.to_owned(), text),
                None => self.texts.remove(key),
            };
            return false;
        }
        true
    }

    fn story_elsewhere(&mut self, id: StoryId, key: &str, value: Option<String>) {
        let Some(text) = value else {
            self.story_removed(id);
            return;
        };
        let mut theirs = None;
        let problem = take(read_story(&text), |kept| theirs = Some(kept));
        if let Some(is_newer) = problem {
            self.sheets.remove(&id);
            self.unreadable
                .insert(key.to_owned(), Unreadable { text, is_newer });
            self.arrange();
        } else if let Some(theirs) = theirs {
            self.take_story(id, theirs);
        }
    }

    fn take_story(&mut self, id: StoryId, theirs: KeptStory) {
        self.last_ms = self.last_ms.max(theirs.story.changed_ms);
        if let Some(sheet) = self.sheets.get_mut(&id) {
            if !sheet.merge(&theirs) {
                self.pending.stories.insert(id);
            }
            let changed_ms = sheet.story().changed_ms;
            self.last_ms = self.last_ms.max(changed_ms);
            self.version = self.version.wrapping_add(1);
            self.arrange_if_gone(id);
            return;
        }
        self.sheets.insert(id, Sheet::read(theirs));
        self.arrange();
        if self.is_gone(id) {
            // Written by somebody who did not know that it was deleted, and changed nothing.
            self.sheets.remove(&id);
        }
    }

    fn story_removed(&mut self, id: StoryId) {
        if self.is_gone(id) {
            self.sheets.remove(&id);
        } else if self.sheets.contains_key(&id) {
            // It was changed here after it was deleted there.
            self.pending.stories.insert(id);
        }
    }

    fn backlog_elsewhere(&mut self, id: BacklogId, key: &str, value: Option<String>) {
        let Some(text) = value else {
            let is_deleted = self.kept.get(&id).is_some_and(|kept| kept.is_deleted());
            if !is_deleted && self.kept.contains_key(&id) {
                self.pending.backlogs.insert(id);
            }
            return;
        };
        let mut theirs = None;
        let problem = take(read_backlog(&text), |kept| theirs = Some(kept));
        if let Some(is_newer) = problem {
            self.unreadable
                .insert(key.to_owned(), Unreadable { text, is_newer });
        } else if let Some(theirs) = theirs {
            let mine = self.kept.entry(id).or_default();
            mine.merge(&theirs);
            if *mine != theirs {
                self.pending.backlogs.insert(id);
            }
            self.arrange();
            self.land();
        }
    }

    /// What was said last of a story's place is that it went.
    fn is_gone(&self, id: StoryId) -> bool {
        let said = self.kept.values().filter_map(|kept| kept.slots.get(&id));
        said.max().is_some_and(|slot| !slot.is_there)
    }

    fn arrange_if_gone(&mut self, id: StoryId) {
        if self.is_gone(id) {
            self.arrange();
        }
    }
}
