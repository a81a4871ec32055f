//! The name form, for hosts and guests; `index.html` shows the same form.

use super::sheet;
use crate::app::event::Event;
use crate::app::view::{NamePurpose, NameView, Screen, View};
use crate::ui::boot::NAME_ID;
use crate::ui::parts::{AnyInput, act, value_of};
use crate::ui::{Ui, parts, say};
use leptos::prelude::*;

/// Asks for a name.
pub(in crate::ui) fn name(ui: Ui) -> AnyView {
    let first = ui.view.with_untracked(name_view);
    let is_guest = first
        .as_ref()
        .is_some_and(|name| name.purpose == NamePurpose::Guest);
    let text = &ui.words.name;
    let (title, note, button) = if is_guest {
        (text.guest_title, text.guest_note, text.join)
    } else {
        (text.host_title, text.host_note, text.go)
    };
    let input = AnyInput::new();
    let problem = Signal::derive(move || {
        let problem = ui.view.with(name_view).and_then(|name| name.problem);
        problem
            .map(|problem| say::name_problem(ui.words, problem))
            .unwrap_or_default()
    });
    let back = (!is_guest).then(|| act(ui, "btn quiet", ui.words.common.back, Event::GoToStart));
    let content = view! {
        <h1>{title}</h1>
        <form
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                ui.send(Event::NameGiven(value_of(input)));
            }
        >
            <label class="label" for=NAME_ID>{text.label}</label>
            <input
                id=NAME_ID
                class="input"
                data-start
                autocomplete="nickname"
                enterkeyhint="go"
                node_ref=input
                value=first.map(|name| name.name)
                aria-describedby="name-problem name-note"
                aria-invalid=move || (!problem.with(String::is_empty)).then_some("true")
            />
            {parts::problem("name-problem", problem)}
            <p class="note" id="name-note">{note}</p>
            <div class="row">
                <button class="btn primary big">{button}</button>
                {back}
            </div>
        </form>
    };
    sheet(ui, content.into_any())
}

fn name_view(view: &View) -> Option<NameView> {
    match &view.screen {
        Screen::Name(name) => Some(name.clone()),
        Screen::Start(_)
        | Screen::Waiting(_)
        | Screen::Table(_)
        | Screen::Handed(_)
        | Screen::Stopped(_) => None,
    }
}
