//! What would come in: where it is from, and each row by its fate.

use super::words::{delimiter, dialect, encoding, fields};
use super::{import_of, passing, reasons};
use crate::desk::event::ImportEvent;
use crate::desk::view::{Dialect, ImportFound, ImportGroup, ImportRow, Refused};
use crate::ui::desk::{DeskUi, say};
use crate::ui::parts::{El, el, group, para, region, tag};
use crate::words::fill;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use web_sys::Element;

/// Which lists are unfolded; kept while everything is read again.
type Folds = [RwSignal<bool>; 4];

/// All of it, once there is something.
pub(super) fn found(ui: DeskUi) -> El {
    let folds: Folds = [true, true, false, true].map(RwSignal::new);
    let found = move || import_of(&ui.look()).and_then(|import| import.found.clone());
    region(found, move |found| {
        // Of what could not be read at all the status says everything.
        let found = found
            .as_ref()
            .filter(|found| found.dialect != Dialect::Unknown);
        found.map(|found| draw(ui, found, folds))
    })
}

fn draw(ui: DeskUi, found: &ImportFound, folds: Folds) -> El {
    let say = ui.words.exchange;
    let [refused_fold, changed_fold, same_fold, new_fold] = folds;
    let count = ui.words.exchange_count;
    let no_room = (found.n_no_room > 0).then(|| para("warn", count.no_room.of(found.n_no_room)));
    let again = (!found.is_complete).then(|| {
        let again = passing(ui, say.again, ImportEvent::ReadAgain);
        para("warn", say.stopped).add(again)
    });
    let has_any = found.new.n + found.changed.n + found.same.n > 0;
    let kept = (found.changed.n > 0).then(|| para("note", say.kept_note));
    let lists = [
        refused(ui, found, refused_fold),
        rows(
            ui,
            &found.changed,
            &count.changed.of(found.changed.n),
            changed_fold,
        ),
        rows(ui, &found.new, &count.new.of(found.new.n), new_fold),
        rows(ui, &found.same, &count.same.of(found.same.n), same_fold),
    ];
    let head = el("h3").add(say.preview);
    let note = has_any.then(|| para("note", say.preview_note));
    tag("div", "import-found")
        .add(head)
        .add([Some(facts(ui, found)), note, again, no_room, kept])
        .add(group(lists.into_iter().flatten().collect::<Vec<_>>()))
}

/// Which tool, which letters, which sign.
fn facts(ui: DeskUi, found: &ImportFound) -> El {
    let say = ui.words.exchange;
    let mut all = vec![
        (say.from, dialect(ui, found.dialect)),
        (say.encoding, encoding(ui, found.encoding)),
    ];
    if let Some(sign) = found.delimiter {
        all.push((say.delimiter, delimiter(ui, sign)));
    }
    let all = all
        .into_iter()
        .map(|(name, value)| tag("div", "fact").add([el("dt").add(name), el("dd").add(value)]));
    tag("dl", "import-facts").add(all.collect::<Vec<_>>())
}

/// A list that folds.
fn folded(title: &str, is_open: RwSignal<bool>, body: [Option<El>; 3]) -> El {
    let details = tag("details", "import-list").flag("open", move || is_open.get());
    let own = details.clone();
    details
        .on("toggle", move |_| {
            let now = own.as_js::<Element>().has_attribute("open");
            if now != is_open.get_untracked() {
                is_open.set(now);
            }
        })
        .add(el("summary").add(title))
        .add(body)
}

fn rows(ui: DeskUi, group: &ImportGroup, title: &str, is_open: RwSignal<bool>) -> Option<El> {
    (group.n > 0).then(|| {
        let lines = group.rows.iter().map(|one| row(ui, one));
        let list = tag("ul", "import-rows")
            .attrs(&[("role", "list"), ("aria-label", title), ("tabindex", "0")])
            .add(lines.collect::<Vec<_>>());
        let more = more(ui, group.n - group.rows.len());
        folded(title, is_open, [None, Some(list), more])
    })
}

fn more(ui: DeskUi, n: usize) -> Option<El> {
    (n > 0).then(|| para("note", ui.words.exchange_count.more.of(n)))
}

fn row(ui: DeskUi, row: &ImportRow) -> El {
    let say = ui.words.exchange;
    let line = fill(say.line, &[&row.line.to_string()]);
    let about = |text: &'static str, all: &[_]| {
        (!all.is_empty()).then(|| tag("span", "note").add(fill(text, &[&fields(ui, all)])))
    };
    let title = tag("span", "import-title")
        .add(tag("span", "story-key").add(row.key.as_str()))
        .add(say::titled(ui, &row.title));
    tag("li", "import-row")
        .add(tag("span", "import-line").add(line))
        .add(title)
        .add(about(say.changed_fields, &row.changes))
        .add(about(say.cut, &row.cut))
}

fn refused(ui: DeskUi, found: &ImportFound, is_open: RwSignal<bool>) -> Option<El> {
    (found.n_refused > 0).then(|| {
        let title = ui.words.exchange_count.refused.of(found.n_refused);
        let lines = found.refused.iter().map(|one| refused_row(ui, one));
        let list = tag("ul", "import-rows")
            .attrs(&[("role", "list"), ("aria-label", &title), ("tabindex", "0")])
            .add(lines.collect::<Vec<_>>());
        let note = para("note", ui.words.exchange.refused_note);
        let more = more(ui, found.n_more_refused);
        folded(&title, is_open, [Some(note), Some(list), more])
    })
}

fn refused_row(ui: DeskUi, row: &Refused) -> El {
    let say = ui.words.exchange;
    let line = row.line.to_string();
    let line = if row.n_rows > 1 {
        fill(say.line_many, &[&line, &row.n_rows.to_string()])
    } else {
        fill(say.line, &[&line])
    };
    let text = (!row.text.is_empty()).then(|| tag("q", "note").add(row.text.as_str()));
    tag("li", "import-row refused")
        .add(tag("span", "import-line").add(line))
        .add(tag("span", "import-why").add(reasons::of_row(ui, row.reason)))
        .add(text)
}
