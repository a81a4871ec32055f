//! A checklist as GitHub Markdown: a task list under each heading, with facts and notes.

use super::{Sheet, SheetList, SheetRow};

/// The checklist as a document (GitHub Flavored Markdown, "Task list items"). Hidden items
/// are left out, and so are lists without items. What people wrote shows as they wrote it:
/// nothing in it is taken for Markdown or HTML.
pub fn markdown(sheet: &Sheet) -> String {
    let mut out = format!("# {}", escaped(&sheet.title));
    if !sheet.date.is_empty() {
        out.push_str(&format!(" ({})", escaped(&sheet.date)));
    }
    out.push_str(&format!("\n\n{}\n", escaped(&sheet.progress_said)));
    for list in &sheet.lists {
        out.push_str(&section(list));
    }
    out
}

fn section(list: &SheetList) -> String {
    let shown = list.rows.iter().filter(|row| !row.is_hidden);
    let items: String = shown.map(item).collect();
    if items.is_empty() {
        return items;
    }
    let heading = escaped(&list.heading);
    let progress = escaped(&list.progress_said);
    format!("\n## {heading}\n\n{progress}\n\n{items}")
}

fn item(row: &SheetRow) -> String {
    let mark = if row.is_done { 'x' } else { ' ' };
    let mut out = format!("- [{mark}] {}", escaped(&row.text));
    // A fact that was overruled by hand speaks for nothing.
    if row.is_done && !row.fact.is_empty() {
        out.push_str(&format!(" *{}*", escaped(&row.fact)));
    }
    out.push('\n');
    let mut lines = row.note.lines().peekable();
    while let Some(line) = lines.next() {
        let line = safe_start(&escaped(line));
        // A backslash keeps the next line a line of its own.
        let end = if lines.peek().is_some() && !line.is_empty() {
            "\\"
        } else {
            ""
        };
        out.push_str(&format!("  > {line}{end}\n"));
    }
    out
}

/// Plain text on one line: HTML as entities, Markdown with backslashes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '|' | '`' | '*' | '_' | '~' | '[' | ']' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The line with a backslash before what would begin a heading, a list or an underline.
fn safe_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at(digits);
    if rest.starts_with(if digits == 0 {
        &['#', '+', '-', '='][..]
    } else {
        &['.', ')']
    }) {
        format!("{number}\\{rest}")
    } else {
        line.to_owned()
    }
}
