//! What would come in, as it is seen: every row counted, the first of each fate listed.

use crate::desk::view::{ImportFound, ImportGroup, ImportRow};
use crate::exchange::{Imported, IncomingStory, RowFate};

/// Rows listed of each fate; the rest is counted.
const MAX_LISTED: usize = 100;

impl ImportFound {
    /// `room`: new stories that the backlog can take.
    pub(super) fn of(imported: &Imported, fates: &[RowFate], room: usize) -> Self {
        let (mut new, mut changed, mut same) = (
            ImportGroup::default(),
            ImportGroup::default(),
            ImportGroup::default(),
        );
        for (row, fate) in imported.rows.iter().zip(fates) {
            match fate {
                RowFate::New => new.add(row, &[]),
                RowFate::Changed { fields, .. } => changed.add(row, fields),
                RowFate::Same { .. } => same.add(row, &[]),
            }
        }
        let refused = imported.refused.iter().take(MAX_LISTED).cloned();
        Self {
            dialect: imported.dialect,
            encoding: imported.encoding,
            delimiter: imported.delimiter,
            n_rows: imported.n_rows,
            is_complete: imported.is_complete,
            n_no_room: new.n.saturating_sub(room),
            new,
            changed,
            same,
            n_refused: imported.n_rows.saturating_sub(imported.rows.len()),
            refused: refused.collect(),
            n_more_refused: imported.refused.len().saturating_sub(MAX_LISTED),
        }
    }
}

impl ImportGroup {
    fn add(&mut self, row: &IncomingStory, changes: &[crate::exchange::Field]) {
        self.n += 1;
        if self.rows.len() < MAX_LISTED {
            self.rows.push(ImportRow {
                line: row.line,
                key: row.story.key.clone(),
                title: row.story.title.clone(),
                changes: changes.to_vec(),
                cut: row.cut.clone(),
            });
        }
    }
}
