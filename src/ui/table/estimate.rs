//! Settling on an estimate; a suggestion is shown and never chosen by itself.

use crate::app::event::Event;
use crate::ui::Ui;
use crate::words::fill;
use leptos::prelude::*;

/// The radio group `Estimate` and its button.
pub(super) fn estimate(ui: Ui) -> AnyView {
    let shown = ui.table_slice(|table| {
        let estimate = table.estimate.as_ref()?;
        Some((
            table.story.number,
            estimate.options.clone(),
            estimate.suggestion.clone(),
        ))
    });
    let content = move || {
        shown
            .get()
            .map(|(_, options, suggestion)| form(ui, &options, suggestion))
    };
    content.into_any()
}

fn form(ui: Ui, options: &[String], suggestion: Option<String>) -> AnyView {
    let say = &ui.words.result;
    let saved = ui.table(|table| table.estimate.as_ref().and_then(|it| it.saved.clone()));
    let can_save = ui.table(|table| {
        table.is_linked
            && table
                .estimate
                .as_ref()
                .is_some_and(|estimate| estimate.can_save)
    });
    // Unsent choice of this person.
    let chosen = RwSignal::new(None::<String>);
    let current = Signal::derive(move || chosen.get().or_else(|| saved.get()));
    let drawn: Vec<_> = options
        .iter()
        .map(|card| option(card, suggestion.as_ref() == Some(card), current, chosen))
        .collect();
    let told = move || match (saved.get(), suggestion.as_deref()) {
        (Some(card), _) => fill(say.saved, &[&card]),
        (None, Some(card)) => fill(say.suggestion, &[card]),
        (None, None) => say.estimate_note.into(),
    };
    let save = move |_| {
        if let Some(card) = current.get_untracked() {
            ui.send(Event::EstimateSaved(card));
        }
    };
    let is_idle = move || !can_save.get() || current.with(Option::is_none);
    let hint = move || {
        if can_save.get() {
            ""
        } else {
            say.ask_facilitator
        }
    };
    view! {
        <section class="estimate" aria-labelledby="estimate-title">
            <h2 id="estimate-title">{say.estimate}</h2>
            <p class="told" role="status">{told}</p>
            <div role="radiogroup" class="options" aria-label=say.estimate>{drawn}</div>
            <div class="row">
                <button type="button" class="btn primary" disabled=is_idle on:click=save>
                    {say.save_estimate}
                </button>
                <span class="note">{hint}</span>
            </div>
        </section>
    }
    .into_any()
}

fn option(
    card: &str,
    is_suggested: bool,
    current: Signal<Option<String>>,
    chosen: RwSignal<Option<String>>,
) -> impl IntoView + use<> {
    let (own, sent) = (card.to_owned(), card.to_owned());
    let is_chosen = move || current.with(|current| current.as_deref() == Some(own.as_str()));
    view! {
        <label class="option" class:suggested=is_suggested>
            <input
                type="radio"
                name="estimate"
                prop:checked=is_chosen
                on:change=move |_| chosen.set(Some(sent.clone()))
            />
            <span>{card.to_owned()}</span>
        </label>
    }
}
