//! The page around the lists: what the refinement is, how far it is, the way to each list.

use super::{ChecklistEvent, DeskUi, ListKind, after, item, of_list, ring};
use crate::desk::DeskEvent;
use crate::ui::desk::beginning;
use crate::ui::desk::drag_lists::{self, Dropped};
use crate::ui::parts::{El, act, el, labels, line, live_text, para, region_if, tag};
use crate::words::fill;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use web_sys::Element;

/// The lists in their order, and what their parts of the page are called in its markup.
const LISTS: [(ListKind, &str); 4] = [
    (ListKind::Standing, "standing"),
    (ListKind::Before, "before"),
    (ListKind::During, "during"),
    (ListKind::After, "after"),
];

/// One's own lists.
pub(super) fn board(ui: DeskUi) -> El {
    let lists = tag("div", "check-lists").add(LISTS.map(|(kind, id)| list(ui, kind, id)));
    drag_lists::follow(&lists, move |dropped| place(ui, &dropped));
    let rest = after::after(ui);
    tag("div", "checklist").add([head(ui), side(ui), lists, rest])
}

/// An item was let go.
fn place(ui: DeskUi, dropped: &Dropped<'_>) {
    let mut lists = LISTS.into_iter();
    let list = lists.find(|(_, id)| *id == dropped.list);
    if let (Some((list, _)), Ok(item)) = (list, dropped.name.parse()) {
        let before = dropped.before.and_then(|name| name.parse().ok());
        ui.tick(ChecklistEvent::Placed { item, list, before });
    }
}

fn head(ui: DeskUi) -> El {
    let say = &ui.words.checklist.screen;
    let title = el("div").add(labels("refinement", say.name)).add(
        text_field(
            ui,
            ("refinement", "text"),
            ui.checklist(|shown| shown.title.clone()),
            ChecklistEvent::TitleTyped,
        )
        .attr("placeholder", say.name_hint),
    );
    let date = el("div")
        .add(labels("refinement-day", say.date))
        .add(text_field(
            ui,
            ("refinement-day", "date"),
            ui.checklist(|shown| shown.date.clone()),
            ChecklistEvent::DatePicked,
        ));
    let heading = ui.checklist(|shown| shown.board.heading.clone());
    tag("div", "check-head").add([
        beginning(ui.words.checklist.title),
        para("lead", say.lead),
        // Boxes of a form do not show well on paper.
        tag("p", "on-paper").text(heading),
        tag("div", "check-what").add([title, date]),
    ])
}

fn text_field(
    ui: DeskUi,
    (id, kind): (&str, &str),
    value: impl Fn() -> String + Copy + 'static,
    make: fn(String) -> ChecklistEvent,
) -> El {
    let input = tag("input", "input").attrs(&[("id", id), ("type", kind), ("autocomplete", "off")]);
    let own = input.clone();
    live_text(input, value, || 0).on("input", move |_| ui.tick(make(own.value())))
}

/// Stays in sight on wide screens.
fn side(ui: DeskUi) -> El {
    let say = &ui.words.checklist.screen;
    let said = ui.checklist(|shown| shown.board.progress_said.clone());
    let ring = tag("div", "check-ring")
        .add(ring::ring(ui))
        .add(para("note", el("span").text(said)));
    let ways = LISTS.map(|(kind, id)| el("li").add(way(ui, kind, id)));
    let ways = tag("nav", "check-ways")
        .attr("aria-label", say.lists)
        .add(el("ul").add(ways));
    let copy = DeskEvent::Checklist(ChecklistEvent::MarkdownWanted);
    let print = DeskEvent::Checklist(ChecklistEvent::PrintPressed);
    let acts = tag("div", "check-acts").add([
        act(ui, "btn quiet small", say.copy_markdown, copy),
        act(ui, "btn quiet small", say.print, print),
        hidden(ui),
    ]);
    tag("div", "check-side").add([ring, ways, acts])
}

/// A way to one list: the address has other uses here, so it is no link.
fn way(ui: DeskUi, kind: ListKind, id: &'static str) -> El {
    let count = of_list(ui, kind, |list| {
        format!("{}/{}", list.progress.n_done, list.progress.n_shown)
    });
    let said = of_list(ui, kind, |list| list.progress_said.clone());
    let count = tag("span", "way-count")
        .add(tag("span", "").attr("aria-hidden", "true").text(count))
        .add(tag("span", "vh").text(said));
    let button = tag("button", "check-way").attr("type", "button");
    let own = button.clone();
    button
        .style("--done", move || {
            format!("{}%", of_list(ui, kind, |list| list.percent)())
        })
        .on("click", move |_| go_to_list(&own, id))
        .add(tag("span", "").text(of_list(ui, kind, |list| list.heading.clone())))
        .add(count)
}

fn go_to_list(from: &El, id: &str) {
    let document = from.as_js::<Element>().owner_document();
    let heading = document.and_then(|document| document.get_element_by_id(id));
    if let Some(heading) = heading {
        let part = heading.closest("section").ok().flatten();
        part.unwrap_or_else(|| heading.clone()).scroll_into_view();
        El::of(heading).focus();
    }
}

/// Shows hidden items, as long as there are any.
fn hidden(ui: DeskUi) -> El {
    let say = &ui.words.checklist.screen;
    let n_hidden = ui.checklist(|shown| shown.n_hidden);
    let is_shown = ui.checklist(|shown| shown.shows_hidden);
    region_if(
        move || n_hidden() > 0,
        move || {
            tag("button", "btn quiet small")
                .attr("type", "button")
                .on("click", move |_| {
                    let is_shown = leptos::prelude::untrack(is_shown);
                    ui.tick(ChecklistEvent::HiddenShown(!is_shown));
                })
                .text(move || {
                    let label = if is_shown() {
                        say.hide_hidden
                    } else {
                        say.show_hidden
                    };
                    format!("{label} ({})", n_hidden())
                })
        },
    )
}

/// One list; its heading folds it.
fn list(ui: DeskUi, kind: ListKind, id: &'static str) -> El {
    let is_shut = RwSignal::new(false);
    let names = of_list(ui, kind, |list| {
        list.rows.iter().map(|row| row.name).collect::<Vec<_>>()
    });
    let lines = move || {
        let names = names().into_iter();
        names
            .map(|name| line(name.to_string(), move || item::item(ui, name)))
            .collect()
    };
    let items = tag("ul", "check-items")
        .attrs(&[("role", "list"), ("data-list", id), ("aria-labelledby", id)])
        .lines(lines);
    let body = tag("div", "check-body")
        .attr("id", &format!("{id}-body"))
        .add([para("note", note(ui, kind)), items, add(ui, kind, id)]);
    tag("section", "paper check-list")
        .attr("aria-labelledby", id)
        .class_if("shut", move || is_shut.get())
        .add([list_head(ui, kind, id, is_shut), body])
}

fn list_head(ui: DeskUi, kind: ListKind, id: &'static str, is_shut: RwSignal<bool>) -> El {
    let fold = tag("button", "fold")
        .attrs(&[("type", "button"), ("aria-controls", &format!("{id}-body"))])
        .attr_live("aria-expanded", move || {
            Some(if is_shut.get() { "false" } else { "true" })
        })
        .on("click", move |_| is_shut.set(!is_shut.get_untracked()))
        .text(of_list(ui, kind, |list| list.heading.clone()));
    let heading = el("h2").attrs(&[("id", id), ("tabindex", "-1")]).add(fold);
    let said = of_list(ui, kind, |list| list.progress_said.clone());
    tag("div", "list-head").add([heading, tag("span", "note").text(said)])
}

fn note(ui: DeskUi, kind: ListKind) -> &'static str {
    let say = &ui.words.checklist.screen;
    match kind {
        ListKind::Standing => say.standing_note,
        ListKind::Before => say.before_note,
        ListKind::During => say.during_note,
        ListKind::After => say.after_note,
    }
}

/// A line for an item of one's own.
fn add(ui: DeskUi, kind: ListKind, id: &str) -> El {
    let say = &ui.words.checklist.screen;
    let id = format!("{id}-new");
    let heading = leptos::prelude::untrack(of_list(ui, kind, |list| list.heading.clone()));
    let label = fill(say.add_label, &[&heading]);
    let input = tag("input", "input").attrs(&[
        ("id", &id),
        ("autocomplete", "off"),
        ("enterkeyhint", "done"),
        ("placeholder", say.add_hint),
        ("aria-label", &label),
    ]);
    let own = input.clone();
    let button = tag("button", "btn small")
        .attr("type", "submit")
        .add(say.add);
    tag("form", "check-add")
        .on("submit", move |event| {
            event.prevent_default();
            ui.tick(ChecklistEvent::Added(kind, own.value()));
            own.write("");
            own.focus();
        })
        .add([input, button])
}
