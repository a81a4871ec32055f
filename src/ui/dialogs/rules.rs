//! The settings of the session, and of one's own seat at it.

use crate::app::event::Event;
use crate::app::view::DeckLine;
use crate::ui::parts::{AnyInput, Choice, choices, para, part, switch, value_of};
use crate::ui::{Ui, parts, say};
use leptos::prelude::*;

/// Lengths of the timer on offer, in minutes.
const TIMER_MINUTES: [u32; 6] = [1, 2, 3, 5, 10, 15];

/// All of it; what this person may not change is shown and locked.
pub(super) fn rules(ui: Ui) -> Vec<AnyView> {
    let say = &ui.words.rules;
    let may = ui.table(|table| table.may_arrange && table.is_linked);
    let locked = ui.table_slice(|table| table.may_arrange);
    let locked = move || (!locked.get()).then(|| para("note", say.locked));
    vec![
        me(ui),
        locked.into_any(),
        part(
            say.deck,
            vec![decks(ui, may), add_ons(ui, may), own_decks(ui, may)],
        ),
        votes(ui, may),
        part(say.timer, vec![timer_length(ui)]),
        people(ui),
    ]
}

fn me(ui: Ui) -> AnyView {
    let say = &ui.words.rules;
    let input = AnyInput::new();
    let name = ui.view.with_untracked(|view| view.settings.name.clone());
    let is_linked = ui.table(|table| table.is_linked);
    let watches = ui.table(|table| table.is_observer);
    let form = view! {
        <form class="field-row" on:submit=move |event| {
            event.prevent_default();
            ui.send(Event::Renamed(value_of(input)));
        }>
            <label class="label" for="own-name">{say.your_name}</label>
            <input id="own-name" class="input" autocomplete="nickname" node_ref=input value=name />
            <button class="btn" disabled=move || !is_linked.get()>{say.rename}</button>
        </form>
    };
    let watch = (say.watch, say.watch_note);
    let watch = switch(ui, "watch", watch, is_linked, watches, Event::Observe);
    part(say.you, vec![form.into_any(), watch])
}

fn decks(ui: Ui, may: Signal<bool>) -> AnyView {
    let say = &ui.words.rules;
    let lines = ui.table_slice(|table| table.rules.decks.clone());
    let chosen = ui.table(|table| table.rules.deck);
    let foreign = ui.table_slice(|table| {
        let rules = &table.rules;
        rules.deck.is_none().then(|| rules.deck_in_use.clone())
    });
    let in_use = move || {
        foreign.get().map(|deck| {
            let name = say::deck_name(ui.words, &deck.name);
            let used = crate::words::fill(say.deck_in_use, &[&name]);
            para("note", format!("{used} · {}", deck.cards))
        })
    };
    let drawn = move || {
        let answers = lines.get().into_iter().enumerate().map(|(at, deck)| {
            Choice::new(say::deck_name(ui.words, &deck.name), Event::DeckChosen(at))
                .note(deck.cards)
        });
        choices(ui, "deck", say.deck, may, chosen, answers.collect())
    };
    view! {
        {in_use}
        {drawn}
        <p class="note">{say.clears}</p>
    }
    .into_any()
}

fn add_ons(ui: Ui, may: Signal<bool>) -> AnyView {
    let say = &ui.words.rules;
    let infinity = ui.table(|table| at(table.rules.add_ons, 0));
    let unknown = ui.table(|table| at(table.rules.add_ons, 1));
    let pause = ui.table(|table| at(table.rules.add_ons, 2));
    view! {
        <div role="group" class="switches" aria-label=say.add_ons>
            {switch(ui, "add-0", (say.add_infinity, ""), may, infinity, |on| Event::AddOn(0, on))}
            {switch(ui, "add-1", (say.add_unknown, ""), may, unknown, |on| Event::AddOn(1, on))}
            {switch(ui, "add-2", (say.add_break, ""), may, pause, |on| Event::AddOn(2, on))}
        </div>
    }
    .into_any()
}

fn at(add_ons: [bool; 3], place: usize) -> bool {
    add_ons.get(place).copied().unwrap_or_default()
}

fn own_decks(ui: Ui, may: Signal<bool>) -> AnyView {
    let say = &ui.words.rules;
    let (name, cards) = (AnyInput::new(), AnyInput::new());
    let saved = ui.table_slice(|table| table.rules.decks_saved);
    Effect::new(move |before: Option<u32>| {
        let now = saved.get();
        if before.is_some_and(|before| before != now) {
            for input in [name, cards] {
                if let Some(input) = input.get_untracked() {
                    input.set_value("");
                }
            }
        }
        now
    });
    let problem = ui.table(|table| table.rules.deck_problem.clone());
    let problem = Signal::derive(move || {
        let problem = problem.get();
        problem
            .map(|problem| say::deck_problem(ui.words, &problem))
            .unwrap_or_default()
    });
    view! {
        <details class="more-deck">
            <summary>{say.custom}</summary>
            <form on:submit=move |event| {
                event.prevent_default();
                ui.send(Event::CustomDeck { name: value_of(name), text: value_of(cards) });
            }>
                <label class="label" for="deck-name">{say.custom_name}</label>
                <input id="deck-name" class="input" node_ref=name />
                <label class="label" for="deck-cards">{say.custom_cards}</label>
                <input
                    id="deck-cards"
                    class="input"
                    aria-describedby="deck-problem"
                    placeholder=say.custom_cards_hint
                    node_ref=cards
                />
                {parts::problem("deck-problem", problem)}
                <button class="btn" disabled=move || !may.get()>{say.custom_save}</button>
            </form>
            {kept_decks(ui)}
        </details>
    }
    .into_any()
}

fn kept_decks(ui: Ui) -> AnyView {
    let decks = ui.slice(|view| view.settings.decks.clone());
    let rows = move || {
        let decks = decks.get().into_iter().enumerate();
        decks
            .map(|(place, deck)| kept_deck(ui, place, &deck))
            .collect::<Vec<_>>()
    };
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

fn kept_deck(ui: Ui, place: usize, deck: &DeckLine) -> impl IntoView + use<> {
    let say = &ui.words.rules;
    let name = say::deck_name(ui.words, &deck.name);
    let delete = crate::words::fill(say.delete_deck, &[&name]);
    view! {
        <li>
            <span>{name} <span class="note">{deck.cards.clone()}</span></span>
            <button
                type="button"
                class="btn small"
                on:click=move |_| ui.send(Event::DeckDeleted(place))
            >
                {delete}
            </button>
        </li>
    }
}

fn votes(ui: Ui, may: Signal<bool>) -> AnyView {
    let say = &ui.words.rules;
    let secrecy = ui.table(|table| Some(usize::from(!table.rules.is_anonymous)));
    let runs = ui.table(|table| Some(usize::from(!table.rules.everyone_runs)));
    let auto = ui.table(|table| table.rules.auto_reveal);
    let comments = ui.table(|table| table.rules.comments);
    let secrecy_answers = vec![
        Choice::new(say.anonymous, Event::Anonymous(true)).note(say.anonymous_note),
        Choice::new(say.named, Event::Anonymous(false)).note(say.named_note),
    ];
    let runs_answers = vec![
        Choice::new(say.everyone, Event::EveryoneRuns(true)),
        Choice::new(say.facilitator, Event::EveryoneRuns(false)),
    ];
    let auto_texts = (say.auto_reveal, say.auto_reveal_note);
    let comment_texts = (say.comments, say.comments_note);
    let switches = view! {
        <div class="switches">
            {switch(ui, "auto", auto_texts, may, auto, Event::AutoReveal)}
            {switch(ui, "comments", comment_texts, may, comments, Event::Comments)}
        </div>
    };
    view! {
        {part(
            say.votes,
            vec![
                choices(ui, "secrecy", say.votes, may, secrecy, secrecy_answers),
                switches.into_any(),
            ],
        )}
        {part(say.runs, vec![choices(ui, "runs", say.runs, may, runs, runs_answers)])}
    }
    .into_any()
}

fn timer_length(ui: Ui) -> AnyView {
    let say = &ui.words.rules;
    let may = ui.table(|table| table.may_run && table.is_linked);
    let minutes = ui.table(|table| table.timer.minutes);
    let chosen = Signal::derive(move || {
        TIMER_MINUTES
            .iter()
            .position(|length| *length == minutes.get())
    });
    let answers = TIMER_MINUTES.map(|length| {
        let label = crate::words::fill(say.minutes, &[&length.to_string()]);
        Choice::new(label, Event::TimerLength(length))
    });
    choices(ui, "minutes", say.timer, may, chosen, answers.into())
}

fn people(ui: Ui) -> AnyView {
    let seats = ui.table_slice(|table| {
        let others = table.seats.iter().filter(|seat| seat.can_remove);
        others
            .map(|seat| (seat.id, seat.name.clone()))
            .collect::<Vec<_>>()
    });
    let rows = move || {
        let rows = seats.get().into_iter().map(|(id, name)| {
            let remove = crate::words::fill(ui.words.rules.remove, &[&name]);
            view! {
                <li>
                    <span>{name}</span>
                    <button
                        type="button"
                        class="btn small"
                        on:click=move |_| ui.send(Event::SeatRemoved(id))
                    >
                        {remove}
                    </button>
                </li>
            }
        });
        rows.collect::<Vec<_>>()
    };
    let section = move || {
        let rows = view! { <ul class="rows">{rows}</ul> };
        seats
            .with(|seats| !seats.is_empty())
            .then(|| part(ui.words.rules.people, vec![rows.into_any()]))
    };
    section.into_any()
}
