//! The hand: a radio group of cards, with the box for a comment above it.

use crate::app::event::Event;
use crate::app::view::{CardView, Mark};
use crate::ui::Ui;
use crate::ui::parts::{Choice, El, choices, group, line, live_text, region, region_if, tag};
use crate::words::fill;
use leptos::prelude::{Get, RwSignal, Set, untrack};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event as DomEvent, HtmlElement, KeyboardEvent};

/// What lies at the person's own edge of the table.
pub(super) fn dock(ui: Ui) -> El {
    let can_vote = ui.table(|table| table.can_vote);
    let rests = ui.table(|table| table.cards_rest);
    let state = ui.table(|table| (table.is_observer, table.cards_rest));
    let content = region(state, move |state| {
        let words = match *state {
            (_, true) => ui.words.table.hand_rest,
            (true, false) => ui.words.table.hand_watch,
            (false, false) => "",
        };
        if !words.is_empty() {
            return tag("p", "told").add(words);
        }
        let line = tag("div", "dock-line").add([told(ui), comment(ui)]);
        group([hands(ui), line, hand(ui)])
    });
    tag("footer", "dock")
        .class_if("idle", move || !can_vote())
        .class_if("resting", rests)
        .add(content)
}

/// Whose hand this is, where several people vote at one screen.
fn hands(ui: Ui) -> El {
    let say = &ui.words.back;
    let all = ui.table(|table| table.hands.clone());
    region(all, move |all| {
        let chosen = all.iter().position(|hand| hand.is_shown);
        let answers = all.iter().map(|hand| {
            let name = if hand.has_voted {
                fill(say.hand_voted, &[&hand.name])
            } else {
                hand.name.clone()
            };
            Choice::new(name, Event::HandOf(hand.seat))
        });
        let answers: Vec<_> = answers.collect();
        (!answers.is_empty()).then(|| {
            let picker = choices(ui, "hands", say.hands, || true, move || chosen, answers);
            tag("div", "hands").add(picker)
        })
    })
}

/// What can be done with the hand now.
fn told(ui: Ui) -> El {
    let say = &ui.words.table;
    let state = ui.table(|table| {
        let has_picked = table.hand.iter().any(|card| card.is_picked);
        let mut seats = table.seats.iter();
        let is_late = seats.any(|seat| seat.is_me && seat.mark == Mark::NextRound);
        (
            (table.can_vote, has_picked),
            (table.story.is_past, is_late, table.result.is_none()),
        )
    });
    tag("p", "told").text(move || match state() {
        ((true, false), _) => say.hand_keys,
        ((true, true), _) => say.hand_picked,
        ((false, _), (true, _, _)) => say.hand_past,
        ((false, _), (false, true, _)) => say.hand_wait,
        // The cards are being turned, or cannot be: the middle of the table says so.
        ((false, _), (false, false, true)) => "",
        ((false, _), (false, false, false)) => say.hand_done,
    })
}

/// Whether a card can be picked now.
fn may(ui: Ui) -> impl Fn() -> bool + Copy + 'static {
    ui.table(|table| table.can_vote && table.is_linked)
}

fn hand(ui: Ui) -> El {
    let may = may(ui);
    let visited = RwSignal::new(0_usize);
    let cards = ui.table(|table| table.hand.clone());
    let lines = move || {
        let cards = cards().into_iter().map(|card| {
            let key = format!("{} {}", card.index, card.label);
            line(key, move || hand_card(ui, &card, visited))
        });
        cards.collect()
    };
    let n = ui.table(|table| table.hand.len().to_string());
    tag("div", "hand")
        .attrs(&[("role", "radiogroup"), ("aria-label", ui.words.table.hand)])
        .attr_live("aria-disabled", move || (!may()).then_some("true"))
        .style("--n", n)
        .on("keydown", |event| move_focus(&event))
        .lines(lines)
}

fn hand_card(ui: Ui, card: &CardView, visited: RwSignal<usize>) -> El {
    let index = card.index;
    let may = may(ui);
    let picked = ui.table(|table| {
        let picked = table.hand.iter().find(|card| card.is_picked);
        picked.map(|card| card.index)
    });
    let is_picked = move || picked() == Some(index);
    let is_stop = move || picked().unwrap_or_else(|| visited.get()) == index;
    let pick = move || {
        if !may() {
        } else if is_picked() {
            ui.send(Event::VoteTakenBack);
        } else {
            ui.send(Event::CardPicked(index));
        }
    };
    let size = match card.label.chars().count() {
        0..=2 => "short",
        3..=4 => "middle",
        _ => "long",
    };
    let hidden = |class| tag("span", class).attr("aria-hidden", "true");
    tag("button", "hand-card")
        .attrs(&[
            ("type", "button"),
            ("role", "radio"),
            ("data-size", size),
            ("aria-label", &card.label),
            ("style", &format!("--i: {index};")),
        ])
        .attr_live("aria-checked", move || {
            Some(if is_picked() { "true" } else { "false" })
        })
        .attr_live("aria-disabled", move || (!may()).then_some("true"))
        .attr_live("tabindex", move || Some(if is_stop() { "0" } else { "-1" }))
        .on("click", move |_| untrack(pick))
        .on("focus", move |_| visited.set(index))
        .add(hidden("label-print").add(card.label.as_str()))
        .add(hidden("key").add(card.key.map(String::from)))
}

/// Arrow keys, Home and End move between the cards; picking stays with Space and Enter.
fn move_focus(event: &DomEvent) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let group = event
        .current_target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let card = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let (Some(group), Some(card)) = (group, card) else {
        return;
    };
    let next = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => card
            .next_element_sibling()
            .or_else(|| group.first_element_child()),
        "ArrowLeft" | "ArrowUp" => card
            .previous_element_sibling()
            .or_else(|| group.last_element_child()),
        "Home" => group.first_element_child(),
        "End" => group.last_element_child(),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        // A card that cannot take the focus leaves it where it is.
        let _ = next.focus();
    }
}

fn comment(ui: Ui) -> El {
    let say = &ui.words.table;
    let may = may(ui);
    let limit = ui.table(|table| {
        let comments = table.comments.as_ref();
        comments.map(|comment| comment.limit.to_string())
    });
    let text = ui.table(|table| {
        let comments = table.comments.as_ref();
        comments
            .map(|comment| comment.text.clone())
            .unwrap_or_default()
    });
    let epoch = ui.table(|table| table.story.number * 1000 + table.round.number);
    region_if(ui.table(|table| table.comments.is_some()), move || {
        let input = tag("input", "input comment")
            .attrs(&[
                ("aria-label", say.comment),
                ("title", say.comment_note),
                ("placeholder", say.comment_hint),
                ("autocomplete", "off"),
            ])
            .attr_live("maxlength", limit)
            .flag("readonly", move || !may());
        let own = input.clone();
        let input = input.on("input", move |_| ui.send(Event::CommentTyped(own.value())));
        live_text(input, text, epoch)
    })
}
