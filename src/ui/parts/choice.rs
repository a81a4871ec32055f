//! One of several, and on or off: native radios and checkboxes, shown as the view says.

use crate::app::event::Event;
use crate::ui::Ui;
use leptos::prelude::*;

/// One answer of a choice.
pub(in crate::ui) struct Choice {
    /// Its word.
    pub(in crate::ui) label: String,
    /// A line under it, may be empty.
    pub(in crate::ui) note: String,
    /// What picking it sends.
    pub(in crate::ui) event: Event,
}

impl Choice {
    /// An answer with a word only.
    pub(in crate::ui) fn new(label: impl Into<String>, event: Event) -> Self {
        Self {
            label: label.into(),
            note: String::new(),
            event,
        }
    }

    /// The line under it.
    pub(in crate::ui) fn note(self, note: impl Into<String>) -> Self {
        Self {
            note: note.into(),
            ..self
        }
    }
}

/// Radios named `group`; `chosen` is the position of the one in force.
pub(in crate::ui) fn choices(
    ui: Ui,
    group: &'static str,
    label: &'static str,
    may: Signal<bool>,
    chosen: Signal<Option<usize>>,
    answers: Vec<Choice>,
) -> AnyView {
    let drawn: Vec<_> = answers
        .into_iter()
        .enumerate()
        .map(|(at, answer)| choice(ui, group, may, chosen, at, answer))
        .collect();
    view! { <div role="radiogroup" class="choices" aria-label=label>{drawn}</div> }.into_any()
}

fn choice(
    ui: Ui,
    group: &'static str,
    may: Signal<bool>,
    chosen: Signal<Option<usize>>,
    at: usize,
    answer: Choice,
) -> impl IntoView {
    let note = (!answer.note.is_empty())
        .then(|| view! { <span class="note" id=format!("{group}-{at}-note")>{answer.note}</span> });
    let described = note.is_some().then(|| format!("{group}-{at}-note"));
    let event = answer.event;
    view! {
        <div class="choice">
            <input
                type="radio"
                name=group
                id=format!("{group}-{at}")
                aria-describedby=described
                disabled=move || !may.get()
                prop:checked=move || chosen.get() == Some(at)
                on:change=move |_| ui.send(event.clone())
            />
            <label for=format!("{group}-{at}")>{answer.label}</label>
            {note}
        </div>
    }
}

/// On or off; `make` tells what the new state sends.
pub(in crate::ui) fn switch(
    ui: Ui,
    id: &'static str,
    (label, note): (&'static str, &'static str),
    may: Signal<bool>,
    is_on: Signal<bool>,
    make: fn(bool) -> Event,
) -> AnyView {
    let note = (!note.is_empty())
        .then(|| view! { <span class="note" id=format!("{id}-note")>{note}</span> });
    let described = note.is_some().then(|| format!("{id}-note"));
    view! {
        <div class="switch">
            <input
                type="checkbox"
                role="switch"
                id=id
                aria-describedby=described
                disabled=move || !may.get()
                prop:checked=is_on
                on:change=move |event| ui.send(make(event_target_checked(&event)))
            />
            <label for=id>{label}</label>
            {note}
        </div>
    }
    .into_any()
}
