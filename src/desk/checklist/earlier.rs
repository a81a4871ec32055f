//! Refinements that are over: put away, looked at, thrown away.

use crate::exchange::iso8601_utc;
use crate::saved::{
    CHECKLIST_ARCHIVE_PREFIX, Kept, checklist_archive_key, checklist_archived_ms,
    read_archived_checklist, write_archived_checklist,
};

use crate::desk::ctx::DeskCtx;
use crate::desk::stage::Desk;
use crate::desk::view::ListsNotice;

use super::ListsUndo;

/// Milliseconds in a minute.
const MINUTE_MS: i64 = 60_000;

/// Characters of a day, `2026-11-30`.
const DAY_CHARS: usize = 10;

impl Desk {
    /// Reads all archived refinements; those that cannot be read are left alone.
    pub(super) fn read_earlier(&mut self) {
        self.lists.earlier.clear();
        for key in self.shelf.keys(CHECKLIST_ARCHIVE_PREFIX) {
            let (Some(ms), Some(text)) = (checklist_archived_ms(&key), self.shelf.text(&key))
            else {
                continue;
            };
            match read_archived_checklist(text) {
                Kept::Fine(archived) => {
                    self.lists.earlier.insert(ms, archived);
                }
                Kept::Damaged => self.shelf.set_aside(&key, false),
                Kept::Newer => self.shelf.set_aside(&key, true),
            }
        }
    }

    /// The day of a moment on the local clock, `2026-11-30`.
    pub(super) fn day_of(&self, ms: i64) -> String {
        let offset_ms = i64::from(self.lists.utc_offset_min) * MINUTE_MS;
        let text = iso8601_utc(ms.saturating_add(offset_ms));
        text.chars().take(DAY_CHARS).collect()
    }

    /// `Archive and start the next`. A refinement without a day gets today's.
    pub(super) fn archive(&mut self, ctx: &mut DeskCtx) {
        // No two archives of the same millisecond.
        let last_ms = self.lists.earlier.keys().next_back().copied();
        let ms = last_ms.map_or(ctx.now_ms, |last_ms| ctx.now_ms.max(last_ms + 1));
        let before = self.lists.checklist.clone();
        let mut over = before.clone();
        if over.date.is_empty() {
            over.set_date(&self.day_of(ms));
        }
        let (archived, next) = over.archive(&self.lists.facts, &self.list_words(), ms);
        let text = write_archived_checklist(&archived);
        self.shelf.keep(&checklist_archive_key(ms), text);
        self.lists.earlier.insert(ms, archived);
        self.lists.checklist = next;
        self.keep_lists();
        let undo = ListsUndo::Archived(ms, before);
        self.offer_undo(ListsNotice::Archived, undo, ctx);
    }

    pub(super) fn delete_earlier(&mut self, ms: i64, ctx: &mut DeskCtx) {
        let text = self.shelf.text(&checklist_archive_key(ms));
        if let Some(text) = text.map(str::to_owned) {
            self.forget_earlier(ms);
            let undo = ListsUndo::Earlier(ms, text);
            self.offer_undo(ListsNotice::EarlierDeleted, undo, ctx);
        }
    }

    pub(super) fn forget_earlier(&mut self, ms: i64) {
        self.shelf.forget(&checklist_archive_key(ms));
        self.lists.earlier.remove(&ms);
        if self.lists.opened == Some(ms) {
            self.lists.opened = None;
        }
    }

    pub(super) fn put_back_earlier(&mut self, ms: i64, text: String) {
        self.shelf.keep(&checklist_archive_key(ms), text);
        self.read_earlier();
    }
}
