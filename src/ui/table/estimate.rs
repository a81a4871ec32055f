//! Settling on an estimate; a suggestion is shown and never chosen by itself.

use crate::app::event::Event;
use crate::ui::Ui;
use crate::ui::parts::{El, el, region, tag};
use crate::words::fill;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, untrack};

/// The radio group `Estimate` and its button.
pub(super) fn estimate(ui: Ui) -> El {
    let shown = ui.table(|table| {
        let estimate = table.estimate.as_ref()?;
        let (options, suggestion) = (&estimate.options, &estimate.suggestion);
        Some((table.story.number, options.clone(), suggestion.clone()))
    });
    region(shown, move |shown| {
        shown
            .as_ref()
            .map(|(_, options, suggestion)| form(ui, options, suggestion.clone()))
    })
}

fn form(ui: Ui, options: &[String], suggestion: Option<String>) -> El {
    let say = &ui.words.result;
    let saved = ui.table(|table| table.estimate.as_ref().and_then(|it| it.saved.clone()));
    let can_save = ui.table(|table| {
        let may = table.estimate.as_ref().is_some_and(|it| it.can_save);
        table.is_linked && may
    });
    // Unsent choice of this person.
    let chosen = RwSignal::new(None::<String>);
    let current = move || chosen.get().or_else(saved);
    let radios =
        tag("div", "options").attrs(&[("role", "radiogroup"), ("aria-label", say.estimate)]);
    let radios = options.iter().fold(radios, |radios, card| {
        let is_suggested = suggestion.as_ref() == Some(card);
        radios.add(option(card, is_suggested, current, chosen))
    });
    let told = move || match (saved(), suggestion.as_deref()) {
        (Some(card), _) => fill(say.saved, &[&card]),
        (None, Some(card)) => fill(say.suggestion, &[card]),
        (None, None) => say.estimate_note.into(),
    };
    let hint = move || if can_save() { "" } else { say.ask_facilitator };
    let save = tag("button", "btn primary")
        .attr("type", "button")
        .flag("disabled", move || !can_save() || current().is_none())
        .on("click", move |_| {
            if let Some(card) = chosen.get_untracked().or_else(|| untrack(saved)) {
                ui.send(Event::EstimateSaved(card));
            }
        })
        .add(say.save_estimate);
    tag("section", "estimate")
        .attr("aria-labelledby", "estimate-title")
        .add([
            el("h2").attr("id", "estimate-title").add(say.estimate),
            tag("p", "told").attr("role", "status").text(told),
            radios,
            tag("div", "row").add([save, tag("span", "note").text(hint)]),
        ])
}

fn option(
    card: &str,
    is_suggested: bool,
    current: impl Fn() -> Option<String> + 'static,
    chosen: RwSignal<Option<String>>,
) -> El {
    let (own, sent) = (card.to_owned(), card.to_owned());
    let class = if is_suggested {
        "option suggested"
    } else {
        "option"
    };
    let input = el("input")
        .attrs(&[("type", "radio"), ("name", "estimate")])
        .checked(move || current().as_ref() == Some(&own))
        .on("change", move |_| chosen.set(Some(sent.clone())));
    tag("label", class).add([input, el("span").add(card)])
}
