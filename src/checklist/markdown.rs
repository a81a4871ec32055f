//! A checklist as GitHub Markdown: a task list under each heading, with facts and notes.

use super::{Sheet, SheetList, SheetRow};

/// The checklist as a document (GitHub Flavored Markdown, "Task list items"). Hidden items
/// are left out, and so are lists without items. What people wrote shows as they wrote it:
/// nothing in it is taken for Markdown or HTML.
pub fn markdown(sheet: &Sheet) -> String {
    let title = escaped(&sheet.title);
    let date = match sheet.date.as_str() {
        "" => String::new(),
        date => format!(" ({})", escaped(date)),
    };
    let progress = escaped(&sheet.progress_said);
    let lists: String = sheet.lists.iter().map(section).collect();
    format!("# {title}{date}\n\n{progress}\n{lists}")
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
    let text = escaped(&row.text);
    // A fact that was overruled by hand speaks for nothing.
    let fact = if row.is_done && !row.fact.is_empty() {
        format!(" *{}*", escaped(&row.fact))
    } else {
        String::new()
    };
    format!("- [{mark}] {text}{fact}\n{}", quoted(&row.note))
}

/// A note as a quotation below its item.
fn quoted(note: &str) -> String {
    let mut out = String::new();
    let mut lines = note.lines().peekable();
    while let Some(line) = lines.next() {
        let line = safe_start(&escaped(line));
        out.extend(["  > ", &line]);
        // A backslash keeps the next line a line of its own.
        if lines.peek().is_some() && !line.is_empty() {
            out.push('\\');
        }
        out.push('\n');
    }
    out
}

/// Plain text on one line of Markdown: HTML as entities, Markdown with backslashes.
pub fn escaped(text: &str) -> String {
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
