//! Lines into tables (GitHub Flavored Markdown, "Tables"). Does not know what is in a cell.

use super::{Block, inlines};

/// Columns of a table on the screen.
const MAX_CELLS: usize = 50;

/// Whether a table begins here.
pub(super) fn begins(lines: &[&str]) -> bool {
    let [head, dashes, ..] = lines else {
        return false;
    };
    head.contains('|') && is_dashes(dashes) && {
        let width = cells(head).len();
        width == cells(dashes).len() && width <= MAX_CELLS
    }
}

/// The table that begins here, and its lines: a head, a line of dashes, rows.
pub(super) fn table(lines: &[&str]) -> Option<(Block, usize)> {
    let [head, dashes, rows @ ..] = lines else {
        return None;
    };
    if !begins(&[head, dashes]) {
        return None;
    }
    let head = cells(head);
    let width = head.len();
    let is_row = |line: &&&str| line.contains('|');
    let rows: Vec<_> = rows
        .iter()
        .take_while(is_row)
        .map(|line| {
            let mut row = laid_out(&cells(line));
            row.resize_with(width, Vec::new);
            row
        })
        .collect();
    let n_lines = rows.len() + 2;
    let head = laid_out(&head);
    Some((Block::Table { head, rows }, n_lines))
}

fn laid_out(cells: &[String]) -> Vec<Vec<super::Inline>> {
    cells.iter().map(|cell| inlines::of(cell)).collect()
}

fn is_dashes(line: &str) -> bool {
    let is_cell = |cell: &String| {
        let dashes = cell.strip_prefix(':').unwrap_or(cell);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.bytes().all(|b| b == b'-')
    };
    line.contains('-') && line.contains(['|', ':']) && cells(line).iter().all(is_cell)
}

/// Texts between bars; a bar with a backslash is a sign of the text.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut signs = line.chars().peekable();
    while let Some(c) = signs.next() {
        let is_last = signs.peek().is_none();
        match (c, cells.last_mut()) {
            ('\\', Some(cell)) if signs.peek() == Some(&'|') => {
                signs.next();
                cell.push('|');
            }
            ('|', _) if is_last => {}
            ('|', _) => cells.push(String::new()),
            (c, Some(cell)) => cell.push(c),
            (_, None) => {}
        }
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}
