//! Lists to be read only: an archived refinement, or what came as a link.

use super::{Board, ChecklistEvent, DeskUi, ItemRow, SharedView};
use crate::desk::DeskEvent;
use crate::desk::view::{SharedContent, SharedProblem};
use crate::ui::desk::beginning;
use crate::ui::parts::{El, Icon, act, el, icon, para, tag};
use crate::words::fill;
use leptos::prelude::untrack;

/// An archived refinement.
pub(super) fn earlier(ui: DeskUi) -> El {
    let say = &ui.words.checklist.screen;
    let opened = untrack(ui.checklist(|shown| shown.opened.clone()));
    let Some(opened) = opened else {
        return tag("div", "");
    };
    let note = [
        fill(say.archived_on, &[&opened.archived_on]),
        opened.board.progress_said.clone(),
    ];
    let acts = [
        (ui.page_words().common.back, ChecklistEvent::EarlierClosed),
        (say.copy_markdown, ChecklistEvent::MarkdownWanted),
        (say.print, ChecklistEvent::PrintPressed),
    ];
    let acts = acts.map(|(label, event)| act(ui, "btn", label, DeskEvent::Checklist(event)));
    tag("div", "check-read")
        .add(beginning(&opened.board.heading))
        .add(para("note", note.join(" · ")))
        .add(tag("div", "row no-print").add(acts))
        .add(lists(&opened.board, true))
}

/// What came as a link.
pub(super) fn shared(ui: DeskUi) -> El {
    let say = &ui.words.checklist.shared;
    let content = untrack(ui.shared(|shown: &SharedView| Some(shown.content.clone())));
    match content {
        Some(SharedContent::Lists(board)) => offered(ui, &board),
        Some(SharedContent::Broken(problem)) => {
            let text = match problem {
                SharedProblem::Truncated => say.truncated,
                SharedProblem::Damaged => say.damaged,
                SharedProblem::TooNew => say.too_new,
                SharedProblem::Foreign => say.foreign,
            };
            let leave = DeskEvent::Checklist(ChecklistEvent::SharedLeft);
            tag("div", "paper")
                .add(beginning(say.title))
                .add(para("warn", text))
                .add(tag("div", "row").add(act(ui, "btn", say.leave, leave)))
        }
        None => tag("div", ""),
    }
}

fn offered(ui: DeskUi, board: &Board) -> El {
    let say = &ui.words.checklist.shared;
    let take = DeskEvent::Checklist(ChecklistEvent::SharedTaken);
    let leave = DeskEvent::Checklist(ChecklistEvent::SharedLeft);
    let acts = tag("div", "row")
        .add(act(ui, "btn primary", say.take, take))
        .add(act(ui, "btn", say.leave, leave));
    let offer = tag("div", "paper check-offer no-print")
        .add(para("lead", board.heading.as_str()))
        .add(para("note", [say.note, say.take_note].join(" ")))
        .add(acts);
    tag("div", "check-read")
        .add(beginning(say.title))
        .add(offer)
        .add(lists(board, false))
}

fn lists(board: &Board, has_ticks: bool) -> El {
    let room = tag("div", "check-lists");
    let shown = board.lists.iter().filter(|list| !list.rows.is_empty());
    shown.fold(room, |room, list| {
        let items = tag("ul", "check-items").attr("role", "list");
        let items = list
            .rows
            .iter()
            .fold(items, |items, row| items.add(item(row, has_ticks)));
        let head = tag("div", "list-head").add(el("h2").add(list.heading.as_str()));
        let head = if has_ticks {
            head.add(tag("span", "note").add(list.progress_said.as_str()))
        } else {
            head
        };
        room.add(tag("section", "paper check-list").add([head, items]))
    })
}

fn item(row: &ItemRow, has_ticks: bool) -> El {
    let id = format!("was-{}", row.name);
    let tick = has_ticks.then(|| {
        tag("input", "check-tick")
            .attrs(&[("type", "checkbox"), ("id", &id), ("disabled", "")])
            .checked({
                let is_done = row.is_done;
                move || is_done
            })
    });
    let label = if has_ticks {
        tag("label", "check-label").attr("for", &id)
    } else {
        tag("span", "check-label")
    };
    let fact = (!row.fact.is_empty()).then(|| {
        tag("p", "check-fact")
            .add(icon(Icon::Gear))
            .add(tag("span", "").add(row.fact.as_str()))
    });
    let note = (!row.note.is_empty()).then(|| tag("p", "check-noted").add(row.note.as_str()));
    let words = tag("div", "check-words")
        .add(label.add(row.text.as_str()))
        .add(fact)
        .add(note);
    let class = if row.is_done {
        "check-item done"
    } else {
        "check-item"
    };
    tag("li", class).add(tag("div", "check-row").add(tick).add(words))
}
