//! The small parts every screen is made of; they know no screen.

mod choice;
mod dialog;
mod field;
mod icon;

pub(super) use choice::{Choice, choices, switch};
pub(super) use dialog::{dialog, with_close};
pub(super) use field::{AnyInput, live_text, problem, read_only, value_of};
pub(super) use icon::{Icon, icon, logo};

use super::Ui;
use crate::app::event::Event;
use leptos::prelude::*;

/// A button that sends one event.
pub(super) fn act(ui: Ui, class: &'static str, label: &'static str, event: Event) -> AnyView {
    act_if(ui, class, label, Signal::derive(|| true), event)
}

/// A button that sends one event while it may.
pub(super) fn act_if(
    ui: Ui,
    class: &'static str,
    label: &'static str,
    may: Signal<bool>,
    event: Event,
) -> AnyView {
    view! {
        <button
            type="button"
            class=class
            disabled=move || !may.get()
            on:click=move |_| ui.send(event.clone())
        >
            {label}
        </button>
    }
    .into_any()
}

/// A button with a sign before its word; narrow places hide the word from the eye.
pub(super) fn act_icon(
    ui: Ui,
    class: &'static str,
    sign: Icon,
    label: &'static str,
    event: Event,
) -> AnyView {
    view! {
        <button type="button" class=class title=label on:click=move |_| ui.send(event.clone())>
            {icon(sign)}
            <span class="word">{label}</span>
        </button>
    }
    .into_any()
}

/// A paragraph.
pub(super) fn para(class: &'static str, text: impl Into<String>) -> AnyView {
    view! { <p class=class>{text.into()}</p> }.into_any()
}

/// A list of fixed sentences.
pub(super) fn sentences(is_ordered: bool, lines: &[&'static str]) -> AnyView {
    let items: Vec<_> = lines
        .iter()
        .map(|line| view! { <li>{*line}</li> })
        .collect();
    if is_ordered {
        view! { <ol class="steps">{items}</ol> }.into_any()
    } else {
        view! { <ul class="points">{items}</ul> }.into_any()
    }
}

/// A part of a dialog under its own heading.
pub(super) fn part(title: &'static str, body: Vec<AnyView>) -> AnyView {
    view! {
        <section class="part">
            <h3>{title}</h3>
            {body}
        </section>
    }
    .into_any()
}
