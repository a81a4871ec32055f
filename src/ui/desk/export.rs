//! Getting stories out: files, the clipboard, paper.

use super::DeskUi;
use crate::desk::DeskEvent;
use crate::desk::event::ExportEvent;
use crate::desk::view::{Paper, StoryId};
use crate::ui::parts::{El, act, el, para, region, region_if, tag};
use crate::ui::rich;
use crate::words::fill;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// The button that shows what can leave, and hides it.
pub(super) fn button(ui: DeskUi, is_open: RwSignal<bool>) -> El {
    let has_none = ui.backlog(|list| list.n_stories == 0);
    tag("button", "btn")
        .attrs(&[("type", "button"), ("id", "export-open")])
        .flag("disabled", has_none)
        .attr_live("aria-expanded", move || {
            Some(if is_open.get() { "true" } else { "false" })
        })
        .on("click", move |_| is_open.set(!is_open.get_untracked()))
        .add(ui.words.backlog.export)
}

/// Everything that can leave.
pub(super) fn export(ui: DeskUi, is_open: RwSignal<bool>, opener: &El) -> El {
    let has_stories = ui.backlog(|list| list.n_stories > 0);
    let opener = opener.clone();
    region_if(
        move || is_open.get() && has_stories(),
        move || panel(ui, is_open, &opener),
    )
}

fn panel(ui: DeskUi, is_open: RwSignal<bool>, opener: &El) -> El {
    let say = ui.words.exchange;
    let n = ui.backlog(|list| (list.n_found, list.n_stories));
    let shown = tag("p", "note").text(move || {
        let (n_found, n_stories) = n();
        let text = ui.words.exchange_count.shown.of(n_found);
        if n_found == n_stories {
            text
        } else {
            fill(say.export_shown, &[&text])
        }
    });
    let record = [
        press(ui, say.export_copy, ExportEvent::RecordCopied),
        press(ui, say.export_save, ExportEvent::RecordSaved),
        press(ui, say.export_print, ExportEvent::Printed),
    ];
    let ways = tag("div", "export-ways")
        .add(way(say.export_record, say.export_record_note, record))
        .add(file(
            ui,
            say.export_csv,
            say.export_csv_note,
            ExportEvent::CsvSaved,
        ))
        .add(file(
            ui,
            say.export_jira,
            say.export_jira_note,
            ExportEvent::JiraSaved,
        ))
        .add(file(
            ui,
            say.export_json,
            say.export_json_note,
            ExportEvent::JsonSaved,
        ));
    let opener = opener.clone();
    tag("section", "paper export")
        .attr("aria-labelledby", "export-title")
        .on("keydown", move |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            if key.as_deref() == Some("Escape") {
                is_open.set(false);
                opener.focus();
            }
        })
        .add(el("h2").attr("id", "export-title").add(say.export_title))
        .add([shown, ways])
}

fn press(ui: DeskUi, label: &str, event: ExportEvent) -> El {
    act(ui, "btn", label, DeskEvent::Export(event))
}

/// Something that leaves, in a line of its own.
fn way(title: &str, note: &str, acts: [El; 3]) -> El {
    tag("div", "export-way")
        .add(el("h3").add(title))
        .add(para("note", note))
        .add(tag("div", "row").add(acts))
}

fn file(ui: DeskUi, label: &str, note: &str, event: ExportEvent) -> El {
    tag("div", "export-way").add([press(ui, label, event), para("note", note)])
}

/// One story as a comment for its ticket.
pub(super) fn comment(ui: DeskUi, id: StoryId) -> El {
    let event = DeskEvent::Export(ExportEvent::CommentCopied(id));
    act(ui, "btn quiet", ui.words.exchange.export_comment, event)
}

/// The record, on paper only.
pub(super) fn paper(now: impl Fn() -> Option<Arc<Paper>> + 'static) -> El {
    region(now, |paper| paper.as_deref().map(sheet))
}

fn sheet(paper: &Paper) -> El {
    let parts = paper.parts.iter().map(|text| {
        let text = text.clone();
        rich::rich(move || text.clone())
    });
    tag("div", "on-paper record")
        .add(el("h1").add(paper.heading.as_str()))
        .add(parts.collect::<Vec<_>>())
}
