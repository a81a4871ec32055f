//! The name form, for hosts and guests; `index.html` shows the same form.

use super::sheet;
use crate::app::event::Event;
use crate::app::view::{NamePurpose, NameView, Screen, View};
use crate::ui::boot::NAME_ID;
use crate::ui::parts::{El, act, el, group, labels, para, tag};
use crate::ui::{Ui, parts, say};
use crate::words::fill;

/// Asks for a name.
pub(in crate::ui) fn name(ui: Ui) -> El {
    let first = name_view(&ui.look());
    let is_guest = first
        .as_ref()
        .is_some_and(|name| name.purpose == NamePurpose::Guest);
    let text = &ui.words.name;
    let trackers = first.as_ref().map(|name| name.trackers.clone());
    let trackers = trackers.unwrap_or_default();
    let (title, note, button) = if is_guest {
        (text.guest_title, text.guest_note, text.join)
    } else {
        (text.host_title, text.host_note, text.go)
    };
    let seen = ui.part(|view| name_view(view).and_then(|name| name.problem));
    let problem = move || {
        let problem = seen().map(|problem| say::name_problem(ui.words, problem));
        problem.unwrap_or_default()
    };
    let input = tag("input", "input")
        .attrs(&[
            ("id", NAME_ID),
            ("data-start", ""),
            ("autocomplete", "nickname"),
            ("enterkeyhint", "go"),
            ("value", &first.map(|name| name.name).unwrap_or_default()),
            ("aria-describedby", "name-problem name-note"),
        ])
        .attr_live("aria-invalid", move || seen().map(|_| "true"));
    let own = input.clone();
    let back = (!is_guest).then(|| act(ui, "btn quiet", ui.words.common.back, Event::GoToStart));
    let asked = (!trackers.is_empty())
        .then(|| para("note", fill(text.rendezvous, &[&ui.words.names(&trackers)])));
    let go = tag("button", "btn primary big").add(button);
    let form = el("form")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            ui.send(Event::NameGiven(own.value()));
        })
        .add([
            labels(NAME_ID, text.label),
            input,
            parts::problem("name-problem", problem),
            para("note", note).attr("id", "name-note"),
            group(asked),
            tag("div", "row").add(go).add(back),
        ]);
    sheet(ui, [el("h1").add(title), form])
}

fn name_view(view: &View) -> Option<NameView> {
    match &view.screen {
        Screen::Name(name) => Some(name.clone()),
        Screen::Start(_)
        | Screen::Waiting(_)
        | Screen::Table(_)
        | Screen::Handed(_)
        | Screen::Desk(_)
        | Screen::Stopped(_) => None,
    }
}
