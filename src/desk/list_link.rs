//! The four lists as lines of a link, and back. Ticks and notes never travel.

use crate::checklist::{Checklist, Line, ListKind, MAX_TITLE_CHARS, one_line};
use crate::wire::{SharedLine, SharedSheet, SheetKind};

/// The lists as they are shared.
pub fn shared_lists(checklist: &Checklist) -> SharedSheet {
    let line = |line: Line| SharedLine {
        group: group(line.list),
        name: line.name.to_string(),
        text: line.own_text,
        is_on: !line.is_hidden,
        step: 0,
    };
    SharedSheet {
        kind: SheetKind::Checklist,
        title: one_line(&checklist.title, MAX_TITLE_CHARS),
        lines: checklist.layout().into_iter().map(line).collect(),
    }
}

/// The layout that came as a link, for [`Checklist::laid_out`]. Lines of a list or an item
/// that this program does not know are left out; the second number says how many.
pub fn lists_of(sheet: &SharedSheet) -> (Vec<Line>, usize) {
    let line = |line: &SharedLine| {
        Some(Line {
            list: ListKind::ALL
                .into_iter()
                .find(|&list| group(list) == line.group)?,
            name: line.name.parse().ok()?,
            own_text: line.text.clone(),
            is_hidden: !line.is_on,
        })
    };
    let lines: Vec<Line> = sheet.lines.iter().filter_map(line).collect();
    let n_unknown = sheet.lines.len() - lines.len();
    (lines, n_unknown)
}

/// Number of a list in links: its place, from 0.
fn group(list: ListKind) -> u8 {
    match list {
        ListKind::Standing => 0,
        ListKind::Before => 1,
        ListKind::During => 2,
        ListKind::After => 3,
    }
}
