//! Short messages on the desk and what can be undone.

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
    pub(super) fn add(&mut self, text: DeskNoticeText, now_ms: i64) {
        self.shown.retain(|shown| shown.notice.text != text);
        self.push(text, None, now_ms);
    }

    pub(super) fn add_undo(&mut self, text: DeskNoticeText, undo: U, now_ms: i64) {
        self.push(text, Some(undo), now_ms);
    }

    fn push(&mut self, text: DeskNoticeText, undo: Option<U>, now_ms: i64) {
        if self.shown.len() >= MAX_NOTICES {
            self.shown.remove(0);
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

    pub(super) fn take_undo(&mut self, id: u32) -> Option<U> {
        let at = self.shown.iter().position(|shown| shown.notice.id == id)?;
        self.shown.remove(at).undo
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

/// Warnings stay until they are closed.
fn stays(text: &DeskNoticeText) -> bool {
    match text {
        DeskNoticeText::StorageFull
        | DeskNoticeText::StorageBlocked
        | DeskNoticeText::StorageDamaged(_)
        | DeskNoticeText::StorageNewer => true,
        DeskNoticeText::Copied | DeskNoticeText::CopyRefused | DeskNoticeText::StoryDeleted(_) => {
            false
        }
    }
}
