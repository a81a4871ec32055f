//! What another tab has written, brought together with what this one has.

use std::collections::BTreeSet;

use crate::saved::{
    DESK_KEY, KeptBacklog, KeptStory, backlog_key, backlog_of_key, is_version, read_backlog,
    read_story, story_key, story_of_key,
};
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

    /// What other tabs have written or removed since this one heard of them last, given
    /// everything that is kept now; backlogs first, so that it is known what went.
    pub(in crate::desk) fn missed(
        &self,
        kept: Vec<(String, String)>,
    ) -> Vec<(String, Option<String>)> {
        let stories = self.sheets.keys().map(|id| story_key(*id));
        let backlogs = self.kept.keys().map(|id| backlog_key(*id));
        let own = stories.chain(backlogs).chain(self.texts.keys().cloned());
        let mut gone: BTreeSet<String> = own.collect();
        let (mut first, mut then) = (Vec::new(), Vec::new());
        for (key, text) in kept {
            gone.remove(&key);
            if self.knows(&key, &text) {
                continue;
            }
            if backlog_of_key(&key).is_some() {
                first.push((key, Some(text)));
            } else {
                then.push((key, Some(text)));
            }
        }
        first.append(&mut then);
        first.extend(gone.into_iter().map(|key| (key, None)));
        first
    }

    /// Whether this tab has this very text, or the version that it is.
    fn knows(&self, key: &str, text: &str) -> bool {
        if let Some(id) = story_of_key(key) {
            // Thousands of them are looked at each time a page wakes: only how they begin.
            let sheet = self.sheets.get(&id);
            return sheet.is_some_and(|sheet| is_version(text, sheet.story().changed_ms));
        }
        let unreadable = self.unreadable.get(key).map(|found| found.text.as_str());
        let own = self.texts.get(key).map(String::as_str);
        own.or(unreadable) == Some(text)
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
        let returning = self.removed.remove(&id);
        let is_known = self.sheets.contains_key(&id);
        if let Some(sheet) = returning.filter(|_| !is_known) {
            self.sheets.insert(id, sheet);
        }
        if let Some(sheet) = self.sheets.get_mut(&id) {
            if !sheet.merge(&theirs) {
                self.pending.stories.insert(id);
            }
            let changed_ms = sheet.story().changed_ms;
            self.last_ms = self.last_ms.max(changed_ms);
        } else {
            self.sheets.insert(id, Sheet::read(theirs));
        }
        self.version = self.version.wrapping_add(1);
        if !is_known || self.is_gone(id) {
            self.arrange();
            self.put_away_if_gone(id);
        }
    }

    /// Written by somebody who did not know that it was deleted, and changed nothing.
    fn put_away_if_gone(&mut self, id: StoryId) {
        if self.is_gone(id)
            && let Some(sheet) = self.sheets.remove(&id)
        {
            self.removed.insert(id, sheet);
            self.pending.stories.remove(&id);
        }
    }

    fn story_removed(&mut self, id: StoryId) {
        if self.is_gone(id) {
            self.put_away_if_gone(id);
        } else if self.sheets.contains_key(&id) {
            // It was changed here after it was deleted there.
            self.pending.stories.insert(id);
        }
    }

    fn backlog_elsewhere(&mut self, id: BacklogId, key: &str, value: Option<String>) {
        let Some(text) = value else {
            let kept = self.kept.get(&id);
            let is_wanted =
                |kept: &KeptBacklog| !kept.is_deleted() && *kept != KeptBacklog::default();
            if kept.is_some_and(is_wanted) {
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
}
