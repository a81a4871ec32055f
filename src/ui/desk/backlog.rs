//! The list of stories: search, filter, ways in and out, the list itself.

mod filters;
mod row;
mod row_drag;
pub(super) mod row_menu;
mod rows;
mod shelf;

use super::{DeskUi, beginning, export, fields, import};
use crate::desk::DeskEvent;
use crate::desk::event::BacklogEvent;
use crate::ui::parts::{El, act, act_if, el, group, labels, live_text, para, region_if, tag};
use leptos::prelude::RwSignal;

/// The whole page.
pub(super) fn backlog(ui: DeskUi) -> El {
    let is_importing = import::is_open(ui);
    let is_exporting = RwSignal::new(false);
    let exporter = export::button(ui, is_exporting);
    let content = [
        head(ui, &exporter),
        shelf::unreadable(ui),
        export::export(ui, is_exporting, &exporter),
        import::import(ui),
        region_if(move || !is_importing(), move || list(ui)),
        export::paper(ui.backlog(|list| list.paper.clone())),
    ];
    tag("div", "backlog").add(content)
}

/// The list, and what is done with it.
fn list(ui: DeskUi) -> El {
    let is_empty = ui.backlog(|list| list.n_stories == 0);
    let has_stories = move || !is_empty();
    group([
        add(ui),
        region_if(has_stories, move || search(ui)),
        region_if(is_empty, move || empty(ui)),
        region_if(has_stories, move || rows::rows(ui)),
    ])
}

fn head(ui: DeskUi, exporter: &El) -> El {
    let say = ui.words.backlog;
    let propose = DeskEvent::Backlog(BacklogEvent::OrderProposed);
    let has_order = ui.backlog(|list| list.n_stories > 1);
    let ways = tag("div", "row")
        .add([import::button(ui), exporter.clone()])
        .add(act_if(ui, "btn", say.propose_order, has_order, propose))
        .add(shelf::manage(ui));
    let title = tag("div", "row").add([beginning(say.title), shelf::switch(ui)]);
    tag("div", "desk-head").add([title, ways])
}

/// With a title the story is added and one goes on; without, it is opened.
fn add(ui: DeskUi) -> El {
    let say = ui.words.backlog;
    let texts = (say.new_title, say.new_title, say.add);
    fields::adder(ui, "new-story", texts, |title| {
        Some(DeskEvent::Backlog(BacklogEvent::StoryAdded(title)))
    })
}

fn search(ui: DeskUi) -> El {
    let say = ui.words.backlog;
    let text = ui.backlog(|list| list.search.clone());
    let input = tag("input", "input").attrs(&[
        ("id", "search"),
        ("autocomplete", "off"),
        ("enterkeyhint", "search"),
        ("placeholder", say.search_hint),
    ]);
    let own = input.clone();
    let input = live_text(input, text, || 0).on("input", move |_| {
        let text = own.value();
        ui.send(DeskEvent::Backlog(BacklogEvent::Searched(text)));
    });
    let found = ui.backlog(|list| (list.n_found, list.n_stories));
    let found = tag("p", "note found").text(move || match found() {
        (n_found, n_stories) if n_found == n_stories => ui.words.backlog_count.stories.of(n_found),
        (n_found, _) => ui.words.backlog_count.found.of(n_found),
    });
    tag("div", "search").add([
        group([labels("search", say.search), input]),
        filters::filters(ui),
        found,
    ])
}

fn empty(ui: DeskUi) -> El {
    let say = ui.words.backlog;
    tag("div", "paper").add([el("h2").add(say.empty_title), para("lead", say.empty_note)])
}

/// A button of this page.
fn press(ui: DeskUi, class: &str, label: &str, event: BacklogEvent) -> El {
    act(ui, class, label, DeskEvent::Backlog(event))
}
