//! Short messages on the desk and what can be undone.

use std::mem::discriminant;

use super::view::{DeskNotice, DeskNoticeText, DeskSpoken};

/// Messages shown at once; older ones make room.
const MAX_NOTICES: usize = 4;

/// A message goes by itself after this time, in ms; those with a warning stay.
const SHOWN_MS: i64 = 8_000;

/// A message that offers to undo something stays longer, in ms.
const UNDO_MS: i64 = 20_000;

/// Messages, and what each could undo.
#[derive(Debug)]
pub(super) struct Notices<U> {
    shown: Vec<Shown<U>>,
    next_id: u32,
    said: (u32, Option<DeskSpoken>),
}

#[derive(Debug)]
struct Shown<U> {
    notice: DeskNotice,
    since_ms: i64,
    undo: Option<U>,
}

impl<U> Default for Notices<U> {
    fn default() -> Self {
        Self {
            shown: Vec::new(),
            next_id: 0,
            said: (0, None),
        }
    }
}

impl<U> Notices<U> {
    /// Says something; the same sort of thing said before goes. A warning that is on the
    /// screen is not said twice.
    pub(super) fn add(&mut self, text: DeskNoticeText, now_ms: i64) {
        let is_shown = self.shown.iter().any(|shown| shown.notice.text == text);
        if !is_shown || !stays(&text) {
            self.drop_sort(&text);
            self.push(text, None, now_ms);
        }
    }

    /// Says something that can be undone.
    pub(super) fn add_undo(&mut self, text: DeskNoticeText, undo: U, now_ms: i64) {
        self.push(text, Some(undo), now_ms);
    }

    /// Says the next step of something that is still on the screen: its undo takes all
    /// steps back.
    pub(super) fn go_on(
        &mut self,
        is_same: impl Fn(&U) -> bool,
        text: DeskNoticeText,
        undo: U,
        now_ms: i64,
    ) {
        let mut shown = self.shown.iter_mut();
        match shown.find(|one| one.undo.as_ref().is_some_and(&is_same)) {
            Some(shown) => {
                shown.notice.text = text;
                shown.since_ms = now_ms;
            }
            None => self.push(text, Some(undo), now_ms),
        }
    }

    fn push(&mut self, text: DeskNoticeText, undo: Option<U>, now_ms: i64) {
        if self.shown.len() >= MAX_NOTICES {
            // A warning stays while there is anything else to make room with.
            let at = self.shown.iter().position(|one| !stays(&one.notice.text));
            self.shown.remove(at.unwrap_or_default());
        }
        self.next_id = self.next_id.wrapping_add(1);
        let notice = DeskNotice {
            id: self.next_id,
            text,
            can_undo: undo.is_some(),
        };
        self.shown.push(Shown {
            notice,
            since_ms: now_ms,
            undo,
        });
    }

    pub(super) fn dismiss(&mut self, id: u32) {
        self.shown.retain(|shown| shown.notice.id != id);
    }

    /// It is no longer true, or was said anew.
    pub(super) fn drop_sort(&mut self, text: &DeskNoticeText) {
        self.shown
            .retain(|shown| discriminant(&shown.notice.text) != discriminant(text));
    }

    pub(super) fn take_undo(&mut self, id: u32) -> Option<U> {
        let at = self.shown.iter().position(|shown| shown.notice.id == id)?;
        self.shown.remove(at).undo
    }

    /// The newest message with something to undo.
    pub(super) fn last_undo(&self) -> Option<u32> {
        let last = self.shown.iter().rev().find(|shown| shown.undo.is_some())?;
        Some(last.notice.id)
    }

    pub(super) fn tick(&mut self, now_ms: i64) {
        self.shown.retain(|shown| {
            let lasts_ms = if shown.undo.is_some() {
                UNDO_MS
            } else {
                SHOWN_MS
            };
            stays(&shown.notice.text) || now_ms - shown.since_ms < lasts_ms
        });
    }

    pub(super) fn view(&self) -> Vec<DeskNotice> {
        let shown = self.shown.iter();
        shown.map(|shown| shown.notice.clone()).collect()
    }

    pub(super) fn say(&mut self, sentence: DeskSpoken) {
        self.said = (self.said.0.wrapping_add(1), Some(sentence));
    }

    pub(super) fn said(&self) -> (u32, Option<DeskSpoken>) {
        self.said.clone()
    }
}

/// Warnings stay until they are closed or no longer true.
fn stays(text: &DeskNoticeText) -> bool {
    matches!(
        text,
        DeskNoticeText::StorageFull
            | DeskNoticeText::StorageBlocked
            | DeskNoticeText::StorageDamaged(_)
            | DeskNoticeText::StorageNewer
            | DeskNoticeText::StorageNearlyFull
    )
}
