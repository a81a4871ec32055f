//! Finding out what would come in, in slices between which the page goes on answering.

use std::sync::Arc;

use crate::desk::ctx::DeskCtx;
use crate::desk::effect::DeskEffect;
use crate::desk::stage::Desk;
use crate::desk::view::ImportFound;
use crate::exchange::{Column, Imported, Reading, RowFate, compare};
use crate::story::MAX_STORIES;

use super::{Open, Source, Work};

/// Rows read in one slice: a few ms, with markup in every cell.
const ROWS_AT_ONCE: usize = 100;

/// Rows compared in one slice; for each slice the keys of all stories are looked at.
const COMPARED_AT_ONCE: usize = 500;

/// Reading is so much of the way, in percent; the rest is comparing.
const READ_PERCENT: usize = 90;

/// What was read, beside the stories that are here.
#[derive(Debug)]
pub(super) struct Compared {
    pub(super) imported: Imported,
    /// Of the first rows.
    pub(super) fates: Vec<RowFate>,
    /// The stories that it was compared with.
    versions: (u32, u32),
}

impl Compared {
    pub(super) fn percent(&self) -> u8 {
        let done = percent(self.fates.len(), self.imported.rows.len(), 100);
        let behind = usize::from(done) * (100 - READ_PERCENT) / 100;
        u8::try_from(READ_PERCENT + behind).unwrap_or(100)
    }
}

/// So much of all, scaled.
pub(super) fn percent(done: usize, all: usize, scale: usize) -> u8 {
    let share = done.saturating_mul(scale).checked_div(all);
    u8::try_from(share.unwrap_or(scale)).unwrap_or(100)
}

impl Desk {
    /// Reads a slice; tells whether there is more to read.
    pub(in crate::desk) fn read_on(&mut self, ctx: &mut DeskCtx) -> bool {
        let Some(open) = self.import.open.as_deref_mut() else {
            return false;
        };
        if let Work::Due { at_ms } = open.work {
            if let Ok(after_ms @ 1..) = u32::try_from(at_ms - ctx.now_ms) {
                // Somebody has typed on meanwhile.
                ctx.ask(DeskEffect::Wake { after_ms });
                return false;
            }
            open.begin();
        }
        open.read_on()
    }

    /// Compares a slice with the stories that are here, of which everything is known by
    /// now; tells whether there is more.
    pub(in crate::desk) fn compare_on(&mut self) -> bool {
        let versions = self.shelf.versions();
        let room = MAX_STORIES.saturating_sub(self.shelf.order().len());
        let Some(open) = self.import.open.as_deref_mut() else {
            return false;
        };
        let Work::Comparing(compared) = &mut open.work else {
            return false;
        };
        if compared.versions != versions {
            compared.versions = versions;
            compared.fates.clear();
        }
        let rows = &compared.imported.rows;
        let at = compared.fates.len();
        let end = rows.len().min(at + COMPARED_AT_ONCE);
        let stories = self.shelf.stories();
        let existing: Vec<_> = stories.map(|(id, story)| (id, story.as_ref())).collect();
        let slice = rows.get(at..end).unwrap_or_default();
        compared.fates.extend(compare(slice, &existing));
        if end < rows.len() {
            return true;
        }
        if let Work::Comparing(compared) = std::mem::take(&mut open.work) {
            let found = ImportFound::of(&compared.imported, &compared.fates, room);
            open.shown = Some(Arc::new(found));
            open.work = Work::Ready(compared);
        }
        false
    }

    /// What is shown is compared anew when the stories have changed: in another tab, by an
    /// undo, because another backlog is shown.
    pub(in crate::desk) fn recheck_import(&mut self, ctx: &mut DeskCtx) {
        let versions = self.shelf.versions();
        let Some(open) = self.import.open.as_deref_mut() else {
            return;
        };
        let is_old = |work: &Work| matches!(work, Work::Ready(old) if old.versions != versions);
        if !is_old(&open.work) {
            return;
        }
        if let Work::Ready(compared) = std::mem::take(&mut open.work) {
            open.work = Work::Comparing(compared);
            ctx.ask(DeskEffect::Wake { after_ms: 0 });
        }
    }
}

impl Open {
    /// Begins to read what was given.
    pub(super) fn begin(&mut self) {
        let (bytes, name) = match &self.source {
            Source::Nothing => {
                self.work = Work::Nothing;
                return;
            }
            Source::Text(text) => (text.as_bytes(), None),
            Source::File { name, bytes } => (bytes.as_slice(), Some(name.as_str())),
        };
        let mapping = if self.is_mapped {
            self.columns.as_slice()
        } else {
            &[]
        };
        let reading = Reading::begin_with(bytes, name, mapping);
        self.work = Work::Reading(Box::new(reading), 0);
    }

    fn read_on(&mut self) -> bool {
        let Work::Reading(reading, shown) = &mut self.work else {
            return false;
        };
        let progress = reading.step(ROWS_AT_ONCE);
        *shown = percent(progress.done_bytes, progress.total_bytes, READ_PERCENT);
        if progress.is_done {
            self.finish_reading();
        }
        !progress.is_done
    }

    /// What was read up to here is what there is.
    pub(super) fn finish_reading(&mut self) {
        if !matches!(self.work, Work::Reading(..)) {
            return;
        }
        if let Work::Reading(reading, _) = std::mem::take(&mut self.work) {
            let mut imported = reading.finish();
            self.show_columns(std::mem::take(&mut imported.mapping));
            self.work = Work::Comparing(Box::new(Compared {
                imported,
                fates: Vec::new(),
                versions: (0, 0),
            }));
        }
    }

    /// Columns that go somewhere stand first; none moves because a hand has changed it.
    fn show_columns(&mut self, mut columns: Vec<Column>) {
        let place = |column: &Column| {
            let mut shown = self.columns.iter();
            shown.position(|one| one.header == column.header)
        };
        let is_known = columns.len() == self.columns.len()
            && columns.iter().all(|column| place(column).is_some());
        if is_known {
            columns.sort_by_key(place);
        } else {
            columns.sort_by_key(|column| column.to.is_none());
        }
        self.columns = Arc::new(columns);
    }
}
