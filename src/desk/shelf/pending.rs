//! What has to be written after an update, and what the browser would not keep.

use std::collections::BTreeSet;

use crate::desk::ctx::DeskCtx;
use crate::desk::effect::DeskEffect;
use crate::saved::{
    DESK_KEY, KeptDesk, backlog_key, story_key, write_backlog, write_desk, write_story,
};
use crate::story::{BacklogId, StoryId};

use super::Shelf;

/// What the browser would not keep is tried again after this time, in ms.
const RETRY_AFTER_MS: i64 = 5_000;

/// What has to be written.
#[derive(Debug, Default)]
pub(super) struct Pending {
    pub(super) stories: BTreeSet<StoryId>,
    pub(super) backlogs: BTreeSet<BacklogId>,
    pub(super) is_desk_due: bool,
    texts: BTreeSet<String>,
    forgotten: Vec<String>,
    /// Keys that the browser would not keep, and when it was tried last.
    refused: BTreeSet<String>,
    refused_ms: i64,
}

impl Pending {
    pub(super) fn forget_story(&mut self, id: StoryId) {
        self.stories.remove(&id);
        self.forget(story_key(id));
    }

    pub(super) fn forget(&mut self, key: String) {
        self.refused.remove(&key);
        self.forgotten.push(key);
    }
}

impl Shelf {
    /// A kept text of a section's own.
    pub(in crate::desk) fn text(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// Keys of sections' own texts that begin so.
    pub(in crate::desk) fn keys(&self, prefix: &str) -> Vec<String> {
        let keys = self.texts.keys().filter(|key| key.starts_with(prefix));
        keys.cloned().collect()
    }

    /// Keeps a text of a section's own, unless an unreadable one is in its place.
    pub(in crate::desk) fn keep(&mut self, key: &str, text: String) {
        if self.texts.get(key) != Some(&text) {
            self.texts.insert(key.to_owned(), text);
            self.pending.texts.insert(key.to_owned());
        }
    }

    /// Forgets a text of a section's own.
    pub(in crate::desk) fn forget(&mut self, key: &str) {
        if self.texts.remove(key).is_some() {
            self.pending.texts.remove(key);
            self.pending.forget(key.to_owned());
        }
    }

    /// A section could not read its text: it is offered as a copy and never overwritten.
    pub(in crate::desk) fn set_aside(&mut self, key: &str, is_newer: bool) {
        if let Some(text) = self.texts.remove(key) {
            let found = super::Unreadable { text, is_newer };
            self.unreadable.insert(key.to_owned(), found);
        }
    }

    /// Damaged texts, and texts of a newer program: how many there are of each.
    pub(in crate::desk) fn n_unreadable(&self) -> (usize, usize) {
        let n_newer = self.unreadable.values().filter(|one| one.is_newer).count();
        (self.unreadable.len() - n_newer, n_newer)
    }

    /// Whether there is more to warn of than last time.
    pub(in crate::desk) fn take_warning(&mut self, n_damaged: usize, n_newer: usize) -> bool {
        let before = std::mem::replace(&mut self.warned, (n_damaged, n_newer));
        n_damaged > before.0 || n_newer > before.1
    }

    /// A damaged text that was dropped is put back.
    pub(in crate::desk) fn bring_back_damaged(
        &mut self,
        key: String,
        text: String,
        ctx: &mut DeskCtx,
    ) {
        ctx.ask(DeskEffect::Keep {
            key: key.clone(),
            text: text.clone(),
        });
        let found = super::Unreadable {
            text,
            is_newer: false,
        };
        self.unreadable.insert(key, found);
    }

    /// Everything that could not be read, to be saved as a file.
    pub(in crate::desk) fn unreadable_text(&self) -> String {
        let texts = self.unreadable.iter();
        let texts: Vec<String> = texts
            .map(|(key, found)| format!("{key}\n{}\n", found.text))
            .collect();
        texts.join("\n")
    }

    /// Damaged texts go, by the person's own hand.
    pub(in crate::desk) fn drop_damaged(&mut self) -> Vec<(String, String)> {
        let mut gone = Vec::new();
        self.unreadable.retain(|key, found| {
            if !found.is_newer {
                gone.push((key.clone(), found.text.clone()));
            }
            found.is_newer
        });
        for (key, _) in &gone {
            self.pending.forget(key.clone());
        }
        gone
    }

    /// The browser would not keep a text: it stays here and is tried again.
    pub(in crate::desk) fn refused(&mut self, key: String, now_ms: i64) {
        self.pending.refused_ms = now_ms;
        self.pending.refused.insert(key);
    }

    /// Whether something on this page is not kept.
    pub(in crate::desk) fn has_refused(&self) -> bool {
        !self.pending.refused.is_empty()
    }

    /// Tries again what the browser would not keep; tells whether it was time to.
    pub(in crate::desk) fn try_again(&mut self, now_ms: i64) -> bool {
        let is_time = now_ms - self.pending.refused_ms >= RETRY_AFTER_MS;
        if !is_time || self.pending.refused.is_empty() {
            return false;
        }
        for key in std::mem::take(&mut self.pending.refused) {
            if let Some(id) = crate::saved::story_of_key(&key) {
                self.pending.stories.insert(id);
            } else if let Some(id) = crate::saved::backlog_of_key(&key) {
                self.pending.backlogs.insert(id);
            } else if key == DESK_KEY {
                self.pending.is_desk_due = true;
            } else {
                self.pending.texts.insert(key);
            }
        }
        true
    }

    /// Asks for everything that has to be written: stories before the backlogs that name
    /// them, and nothing goes before it is named no more.
    pub(in crate::desk) fn flush(&mut self, ctx: &mut DeskCtx) {
        for id in std::mem::take(&mut self.pending.stories) {
            if let Some(sheet) = self.sheets.get(&id) {
                self.ask_keep(story_key(id), write_story(sheet.kept()), ctx);
            }
        }
        for id in std::mem::take(&mut self.pending.backlogs) {
            if let Some(kept) = self.kept.get(&id) {
                self.ask_keep(backlog_key(id), write_backlog(kept), ctx);
            }
        }
        for key in std::mem::take(&mut self.pending.texts) {
            if let Some(text) = self.texts.get(&key) {
                self.ask_keep(key.clone(), text.clone(), ctx);
            }
        }
        if std::mem::take(&mut self.pending.is_desk_due) {
            let text = write_desk(&KeptDesk { open: self.open });
            self.ask_keep(DESK_KEY.to_owned(), text, ctx);
        }
        for key in std::mem::take(&mut self.pending.forgotten) {
            if !self.unreadable.contains_key(&key) {
                ctx.ask(DeskEffect::Forget { key });
            }
        }
    }

    fn ask_keep(&self, key: String, text: String, ctx: &mut DeskCtx) {
        if !self.unreadable.contains_key(&key) {
            ctx.ask(DeskEffect::Keep { key, text });
        }
    }
}
