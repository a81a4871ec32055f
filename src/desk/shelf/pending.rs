//! What has to be written after an update, and what the browser would not keep.

use std::collections::{BTreeMap, BTreeSet};

use crate::desk::ctx::DeskCtx;
use crate::desk::effect::DeskEffect;
use crate::saved::{
    DESK_KEY, KeptDesk, backlog_key, story_key, write_backlog, write_desk, write_story,
};
use crate::story::{BacklogId, StoryId};

use super::Shelf;

/// What the browser would not keep is tried again after this time, in ms; at once when
/// something was forgotten, which makes room.
const RETRY_AFTER_MS: i64 = 30_000;

/// Browsers grant about 5 million characters; at four fifths it is time to say so.
const NEARLY_FULL_UNITS: usize = 4_000_000;

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
    /// Everything was tried again, and nothing was refused since.
    is_tried: bool,
    /// Characters of each kept text, and of all together.
    sizes: BTreeMap<String, usize>,
    n_units: usize,
    is_nearly_full_told: bool,
}

impl Pending {
    pub(super) fn forget_story(&mut self, id: StoryId) {
        self.stories.remove(&id);
        self.forget(story_key(id));
    }

    pub(super) fn forget(&mut self, key: String) {
        self.refused.remove(&key);
        self.refused_ms = i64::MIN / 2;
        self.weigh(&key, 0);
        self.forgotten.push(key);
    }

    /// A text of so many characters is kept from now on.
    pub(super) fn weigh(&mut self, key: &str, n_units: usize) {
        let before = self.sizes.insert(key.to_owned(), n_units);
        self.n_units = self.n_units + n_units - before.unwrap_or_default();
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
        self.pending.is_tried = false;
        self.pending.refused.insert(key);
    }

    /// Whether what was refused is kept now; told once.
    pub(in crate::desk) fn is_kept_again(&mut self) -> bool {
        std::mem::take(&mut self.pending.is_tried)
    }

    /// Whether the storage has just become nearly full; told once.
    pub(in crate::desk) fn is_nearly_full(&mut self) -> bool {
        let is_full = self.pending.n_units >= NEARLY_FULL_UNITS;
        let was_told = std::mem::replace(&mut self.pending.is_nearly_full_told, is_full);
        is_full && !was_told
    }

    /// Whether something on this page is not kept.
    pub(in crate::desk) fn has_refused(&self) -> bool {
        !self.pending.refused.is_empty()
    }

    /// Tries again what the browser would not keep, when it is time to.
    pub(in crate::desk) fn try_again(&mut self, now_ms: i64) {
        let is_time = now_ms - self.pending.refused_ms >= RETRY_AFTER_MS;
        if !is_time || self.pending.refused.is_empty() {
            return;
        }
        self.pending.is_tried = true;
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
    }

    /// Asks for everything that has to be written: stories before the backlogs that name
    /// them, and nothing goes before it is named no more.
    pub(in crate::desk) fn flush(&mut self, ctx: &mut DeskCtx) {
        for id in std::mem::take(&mut self.pending.stories) {
            if let Some(text) = self.sheets.get(&id).map(|sheet| write_story(sheet.kept())) {
                self.ask_keep(story_key(id), text, ctx);
            }
        }
        for id in std::mem::take(&mut self.pending.backlogs) {
            if let Some(text) = self.kept.get(&id).map(write_backlog) {
                self.ask_keep(backlog_key(id), text, ctx);
            }
        }
        for key in std::mem::take(&mut self.pending.texts) {
            if let Some(text) = self.texts.get(&key).cloned() {
                self.ask_keep(key, text, ctx);
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

    fn ask_keep(&mut self, key: String, text: String, ctx: &mut DeskCtx) {
        if !self.unreadable.contains_key(&key) {
            self.pending.weigh(&key, key.len() + text.len());
            ctx.ask(DeskEffect::Keep { key, text });
        }
    }
}
