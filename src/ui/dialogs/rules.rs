//! The settings of the session, and of one's own seat at it.

use crate::app::event::Event;
use crate::app::view::DeckLine;
use crate::ui::parts::{
    Choice, El, act, choices, el, group, labels, on_change, para, part, region, region_if, switch,
    tag,
};
use crate::ui::{Ui, parts, say};
use crate::words::fill;

/// Lengths of the timer on offer, in minutes.
const TIMER_MINUTES: [u32; 6] = [1, 2, 3, 5, 10, 15];

/// All of it; what this person may not change is shown and locked.
pub(super) fn rules(ui: Ui) -> El {
    let say = &ui.words.rules;
    let is_locked = ui.table(|table| !table.may_arrange);
    group([
        me(ui),
        region_if(is_locked, || para("note", say.locked)),
        part(say.deck, [decks(ui), add_ons(ui), own_decks(ui)]),
        votes(ui),
        part(say.timer, timer_length(ui)),
        people(ui),
    ])
}

/// Whether this person may change the session now.
fn may(ui: Ui) -> impl Fn() -> bool + Copy + 'static {
    ui.table(|table| table.may_arrange && table.is_linked)
}

fn me(ui: Ui) -> El {
    let say = &ui.words.rules;
    let is_linked = ui.table(|table| table.is_linked);
    let input = tag("input", "input").attrs(&[
        ("id", "own-name"),
        ("autocomplete", "nickname"),
        ("value", &ui.look().settings.name),
    ]);
    let own = input.clone();
    let form = tag("form", "field-row")
        .on("submit", move |event| {
            event.prevent_default();
            ui.send(Event::Renamed(own.value()));
        })
        .add([
            labels("own-name", say.your_name),
            input,
            tag("button", "btn")
                .flag("disabled", move || !is_linked())
                .add(say.rename),
        ]);
    let watches = ui.table(|table| table.is_observer);
    let texts = (say.watch, say.watch_note);
    let watch = switch(ui, "watch", texts, is_linked, watches, Event::Observe);
    part(say.you, [form, watch])
}

fn decks(ui: Ui) -> El {
    let say = &ui.words.rules;
    let foreign = ui.table(|table| {
        let rules = &table.rules;
        rules.deck.is_none().then(|| rules.deck_in_use.clone())
    });
    let in_use = region(foreign, move |foreign| {
        foreign.as_ref().map(|deck| {
            let used = fill(say.deck_in_use, &[&say::deck_name(ui.words, &deck.name)]);
            para("note", format!("{used} · {}", deck.cards))
        })
    });
    let drawn = region(ui.table(|table| table.rules.decks.clone()), move |decks| {
        let answers = decks.iter().enumerate().map(|(at, deck)| {
            Choice::new(say::deck_name(ui.words, &deck.name), Event::DeckChosen(at))
                .note(&deck.cards)
        });
        let chosen = ui.table(|table| table.rules.deck);
        choices(ui, "deck", say.deck, may(ui), chosen, answers.collect())
    });
    group([in_use, drawn, para("note", say.clears)])
}

fn add_ons(ui: Ui) -> El {
    let say = &ui.words.rules;
    let add_on = |place: usize, id, label| {
        let add_ons = ui.table(|table| table.rules.add_ons);
        let is_on = move || add_ons().get(place).copied().unwrap_or_default();
        let make = match place {
            0 => |on| Event::AddOn(0, on),
            1 => |on| Event::AddOn(1, on),
            _ => |on| Event::AddOn(2, on),
        };
        switch(ui, id, (label, ""), may(ui), is_on, make)
    };
    tag("div", "switches")
        .attrs(&[("role", "group"), ("aria-label", say.add_ons)])
        .add([
            add_on(0, "add-0", say.add_infinity),
            add_on(1, "add-1", say.add_unknown),
            add_on(2, "add-2", say.add_break),
        ])
}

fn own_decks(ui: Ui) -> El {
    let say = &ui.words.rules;
    let name = tag("input", "input").attr("id", "deck-name");
    let cards = tag("input", "input").attrs(&[
        ("id", "deck-cards"),
        ("aria-describedby", "deck-problem"),
        ("placeholder", say.custom_cards_hint),
    ]);
    let boxes = [name.clone(), cards.clone()];
    let typed = boxes.clone();
    on_change(ui.table(|table| table.rules.decks_saved), move || {
        for input in &boxes {
            input.write("");
        }
    });
    let problem = ui.table(|table| table.rules.deck_problem.clone());
    let problem = move || {
        let problem = problem().map(|problem| say::deck_problem(ui.words, &problem));
        problem.unwrap_or_default()
    };
    let form = el("form")
        .on("submit", move |event| {
            event.prevent_default();
            let [name, text] = typed.each_ref().map(El::value);
            ui.send(Event::CustomDeck { name, text });
        })
        .add([
            labels("deck-name", say.custom_name),
            name,
            labels("deck-cards", say.custom_cards),
            cards,
            parts::problem("deck-problem", problem),
            tag("button", "btn")
                .flag("disabled", move || !may(ui)())
                .add(say.custom_save),
        ]);
    tag("details", "more-deck").add([el("summary").add(say.custom), form, kept_decks(ui)])
}

fn kept_decks(ui: Ui) -> El {
    let rows = region(ui.part(|view| view.settings.decks.clone()), move |decks| {
        let decks = decks.iter().enumerate();
        decks
            .map(|(place, deck)| kept_deck(ui, place, deck))
            .collect::<Vec<_>>()
    });
    tag("ul", "rows").add(rows)
}

fn kept_deck(ui: Ui, place: usize, deck: &DeckLine) -> El {
    let name = say::deck_name(ui.words, &deck.name);
    let delete = fill(ui.words.rules.delete_deck, &[&name]);
    let cards = tag("span", "note").add(deck.cards.as_str());
    el("li")
        .add(el("span").add([name.as_str(), " "]).add(cards))
        .add(act(ui, "btn small", &delete, Event::DeckDeleted(place)))
}

fn votes(ui: Ui) -> El {
    let say = &ui.words.rules;
    let may = may(ui);
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
    let switches = tag("div", "switches").add([
        switch(ui, "auto", auto_texts, may, auto, Event::AutoReveal),
        switch(
            ui,
            "comments",
            comment_texts,
            may,
            comments,
            Event::Comments,
        ),
    ]);
    let secrecy = choices(ui, "secrecy", say.votes, may, secrecy, secrecy_answers);
    let runs = choices(ui, "runs", say.runs, may, runs, runs_answers);
    group([part(say.votes, [secrecy, switches]), part(say.runs, runs)])
}

fn timer_length(ui: Ui) -> El {
    let say = &ui.words.rules;
    let may = ui.table(|table| table.may_run && table.is_linked);
    let minutes = ui.table(|table| table.timer.minutes);
    let chosen = move || TIMER_MINUTES.iter().position(|length| *length == minutes());
    let answers = TIMER_MINUTES.map(|length| {
        let label = fill(say.minutes, &[&length.to_string()]);
        Choice::new(label, Event::TimerLength(length))
    });
    choices(ui, "minutes", say.timer, may, chosen, answers.into())
}

fn people(ui: Ui) -> El {
    let others = ui.table(|table| {
        let others = table.seats.iter().filter(|seat| seat.can_remove);
        others
            .map(|seat| {
                let can_deputise = seat.can_deputise && !seat.is_deputy;
                (seat.id, seat.name.clone(), seat.is_deputy, can_deputise)
            })
            .collect::<Vec<_>>()
    });
    region(others, move |others| {
        let say = &ui.words.back;
        let rows = others.iter().map(|(id, name, is_deputy, can_deputise)| {
            let remove = fill(ui.words.rules.remove, &[name]);
            let deputise = fill(say.make_deputy, &[name]);
            let deputise = can_deputise
                .then(|| act(ui, "btn quiet small", &deputise, Event::DeputyChosen(*id)));
            let mark = is_deputy.then(|| tag("span", "note").add([" · ", say.deputy]));
            el("li")
                .add(el("span").add(name.as_str()).add(mark))
                .add(deputise)
                .add(act(ui, "btn small", &remove, Event::SeatRemoved(*id)))
        });
        let rows = tag("ul", "rows").add(rows.collect::<Vec<_>>());
        let body = group([para("note", say.deputy_note), rows]);
        (!others.is_empty()).then(|| part(ui.words.rules.people, body))
    })
}
