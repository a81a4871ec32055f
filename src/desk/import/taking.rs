//! Taking in what was found, in slices, as one thing that can be undone.

use std::vec::IntoIter;

use crate::desk::ctx::DeskCtx;
use crate::desk::shelf::Change;
use crate::desk::stage::{Desk, Undo};
use crate::desk::view::DeskNoticeText;
use crate::exchange::{IncomingStory, RowFate};
use crate::story::{BacklogId, MAX_STORIES, StoryId};
use rand_core::Rng;

use super::Work;
use super::reading::percent;

/// Rows written in one slice: each is a value of its own in the browser's storage.
const TAKEN_AT_ONCE: usize = 100;

/// Rows on their way into a backlog.
#[derive(Debug)]
pub(super) struct Taking {
    backlog: BacklogId,
    rows: IntoIter<(IncomingStory, RowFate)>,
    n_all: usize,
    /// How everything up to here is taken back.
    change: Change,
    n_new: usize,
    n_changed: usize,
    n_no_room: usize,
}

impl Taking {
    pub(super) fn percent(&self) -> u8 {
        percent(self.n_all - self.rows.len(), self.n_all, 100)
    }
}

impl Desk {
    /// `Take them in`.
    pub(super) fn begin_taking(&mut self, ctx: &mut DeskCtx) {
        let backlog = self.shelf.open_id();
        let Some(open) = self.import.open.as_deref_mut() else {
            return;
        };
        if !matches!(open.work, Work::Ready(_)) {
            return;
        }
        if let Work::Ready(compared) = std::mem::take(&mut open.work) {
            let rows = compared.imported.rows.into_iter().zip(compared.fates);
            let rows: Vec<_> = rows.collect();
            open.work = Work::Taking(Box::new(Taking {
                backlog,
                n_all: rows.len(),
                rows: rows.into_iter(),
                change: Change::default(),
                n_new: 0,
                n_changed: 0,
                n_no_room: 0,
            }));
        }
        self.work(0, ctx);
    }

    /// Writes a slice; tells whether there is more to write.
    pub(in crate::desk) fn take_on(&mut self, ctx: &mut DeskCtx) -> bool {
        let Some(mut taking) = self.import.put_down() else {
            return false;
        };
        self.take_slice(&mut taking, ctx);
        if taking.rows.len() > 0 {
            if let Some(open) = self.import.open.as_deref_mut() {
                open.work = Work::Taking(taking);
            }
            return true;
        }
        self.import.open = None;
        let text = DeskNoticeText::Imported {
            n_new: taking.n_new,
            n_changed: taking.n_changed,
            n_no_room: taking.n_no_room,
        };
        if taking.n_new + taking.n_changed > 0 {
            let undo = Undo::of(taking.change);
            self.notices.add_undo(text, undo, ctx.now_ms);
        } else {
            self.notices.add(text, ctx.now_ms);
        }
        false
    }

    /// Takes back what was written of an import that is still going on; tells whether one
    /// was.
    pub(super) fn take_back(&mut self, ctx: &mut DeskCtx) -> bool {
        let Some(taking) = self.import.put_down() else {
            return false;
        };
        self.shelf.undo(&taking.change, ctx.now_ms);
        true
    }

    fn take_slice(&mut self, taking: &mut Taking, ctx: &mut DeskCtx) {
        let order = self.shelf.backlogs().get(&taking.backlog);
        let n_here = order.map_or(0, |backlog| backlog.order.len());
        let mut room = MAX_STORIES.saturating_sub(n_here);
        let mut new = Vec::new();
        self.shelf.begin_record();
        for (row, fate) in taking.rows.by_ref().take(TAKEN_AT_ONCE) {
            let known = match fate {
                RowFate::New => None,
                // What went meanwhile comes as new.
                RowFate::Changed { id, .. } | RowFate::Same { id } => {
                    self.shelf.story(id).map(|_| id)
                }
            };
            if let Some(id) = known {
                let merge = |story: &mut _| row.merge_into(story);
                taking.n_changed += usize::from(self.shelf.edit(id, ctx.now_ms, merge));
            } else if room > 0 {
                room -= 1;
                let id = self.new_id(&row, ctx);
                self.shelf.put(id, row.into_story(), ctx.now_ms);
                new.push(id);
            } else {
                taking.n_no_room += 1;
            }
        }
        if !new.is_empty() {
            taking.n_new += new.len();
            self.shelf
                .place_stories(&new, taking.backlog, None, ctx.now_ms);
        }
        taking.change.go_on(self.shelf.end_record());
    }

    /// A story of Floret's own file keeps its name, so that a second import knows it.
    fn new_id(&self, row: &IncomingStory, ctx: &mut DeskCtx) -> StoryId {
        let own = row.id.filter(|id| self.shelf.is_free(*id));
        own.unwrap_or_else(|| StoryId(ctx.rng.next_u64()))
    }
}

impl super::Import {
    /// Takes an import that is being taken in out of the hand.
    fn put_down(&mut self) -> Option<Box<Taking>> {
        let open = self.open.as_deref_mut()?;
        if !matches!(open.work, Work::Taking(_)) {
            return None;
        }
        if let Work::Taking(taking) = std::mem::take(&mut open.work) {
            Some(taking)
        } else {
            None
        }
    }
}
