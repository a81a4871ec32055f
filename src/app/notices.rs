//! Short messages on the screen, the one question, and what can be undone.

use crate::poker::Deck;
use crate::room::UNDO_REMOVAL_MS;
use crate::saved::{KeptTable, KnownPerson};

use super::view::{Announcement, Notice, NoticeText, SeatId};

/// Messages shown at once; older ones make room.
const MAX_NOTICES: usize = 4;

/// A message goes by itself after this time, in ms; those with a warning stay.
const SHOWN_MS: i64 = 8_000;

/// A message that offers to undo something stays longer, in ms.
const UNDO_MS: i64 = 20_000;

/// What `Undo` brings back.
#[derive(Clone, Debug)]
pub(super) enum Undo {
    Seat(SeatId),
    Deck(usize, Deck),
    Table(KeptTable),
    /// A known person, and its place in the list.
    Person(usize, KnownPerson),
}

#[derive(Debug, Default)]
pub(super) struct Notices {
    shown: Vec<Shown>,
    next_id: u32,
    said: (u32, Option<Announcement>),
}

#[derive(Debug)]
struct Shown {
    notice: Notice,
    since_ms: i64,
    undo: Option<Undo>,
}

impl Shown {
    fn lasts_ms(&self) -> i64 {
        match self.undo {
            // The seat itself waits no longer.
            Some(Undo::Seat(_)) => UNDO_REMOVAL_MS,
            Some(Undo::Deck(..) | Undo::Table(_) | Undo::Person(..)) => UNDO_MS,
            None => SHOWN_MS,
        }
    }
}

impl Notices {
    pub(super) fn add(&mut self, text: NoticeText, now_ms: i64) {
        self.push(text, None, now_ms);
    }

    pub(super) fn add_undo(&mut self, text: NoticeText, undo: Undo, now_ms: i64) {
        self.push(text, Some(undo), now_ms);
    }

    fn push(&mut self, text: NoticeText, undo: Option<Undo>, now_ms: i64) {
        self.shown.retain(|shown| shown.notice.text != text);
        if self.shown.len() >= MAX_NOTICES {
            self.shown.remove(0);
        }
        self.next_id = self.next_id.wrapping_add(1);
        let notice = Notice {
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

    pub(super) fn drop_text(&mut self, text: &NoticeText) {
        self.shown.retain(|shown| shown.notice.text != *text);
    }

    pub(super) fn take_undo(&mut self, id: u32) -> Option<Undo> {
        let at = self.shown.iter().position(|shown| shown.notice.id == id)?;
        self.shown.remove(at).undo
    }

    pub(super) fn tick(&mut self, now_ms: i64) {
        self.shown.retain(|shown| {
            stays(&shown.notice.text) || now_ms - shown.since_ms < shown.lasts_ms()
        });
    }

    pub(super) fn view(&self) -> Vec<Notice> {
        self.shown
            .iter()
            .map(|shown| shown.notice.clone())
            .collect()
    }

    pub(super) fn say(&mut self, announcement: Announcement) {
        self.said = (self.said.0.wrapping_add(1), Some(announcement));
    }

    pub(super) fn said(&self) -> (u32, Option<Announcement>) {
        self.said.clone()
    }
}

/// Warnings stay until they are closed or no longer true.
fn stays(text: &NoticeText) -> bool {
    matches!(
        text,
        NoticeText::StorageFull
            | NoticeText::StorageBlocked
            | NoticeText::StorageDamaged
            | NoticeText::StorageNewer
            | NoticeText::Offline
            | NoticeText::HostListWrong
    )
}
