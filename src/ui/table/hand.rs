//! The hand: a radio group of cards, with the box for a comment above it.

use crate::app::event::Event;
use crate::app::view::{CardView, Mark};
use crate::ui::Ui;
use crate::ui::parts::{AnyInput, live_text};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// What lies at the person's own edge of the table.
pub(super) fn dock(ui: Ui) -> AnyView {
    let is_observer = ui.table_slice(|table| table.is_observer);
    let say = &ui.words.table;
    let (can_vote, is_late, is_past, is_open, has_picked) = (
        ui.table(|table| table.can_vote),
        ui.table(|table| {
            let mut seats = table.seats.iter();
            seats.any(|seat| seat.is_me && seat.mark == Mark::NextRound)
        }),
        ui.table(|table| table.story.is_past),
        ui.table(|table| table.result.is_none()),
        ui.table(|table| table.hand.iter().any(|card| card.is_picked)),
    );
    let told = move || match (can_vote.get(), has_picked.get()) {
        (true, false) => say.hand_keys,
        (true, true) => say.hand_picked,
        (false, _) if is_past.get() => say.hand_past,
        (false, _) if is_late.get() => say.hand_wait,
        // The cards are being turned, or cannot be: the middle of the table says so.
        (false, _) if is_open.get() => "",
        (false, _) => say.hand_done,
    };
    let content = move || {
        if is_observer.get() {
            view! { <p class="told">{say.hand_watch}</p> }.into_any()
        } else {
            view! {
                <div class="dock-line">
                    <p class="told">{told}</p>
                    {comment(ui)}
                </div>
                {hand(ui)}
            }
            .into_any()
        }
    };
    view! { <footer class="dock" class:idle=move || !can_vote.get()>{content}</footer> }.into_any()
}

fn hand(ui: Ui) -> AnyView {
    let cards = ui.table_slice(|table| table.hand.clone());
    let picked = Memo::new(move |_| {
        cards.with(|cards| {
            cards
                .iter()
                .find(|card| card.is_picked)
                .map(|card| card.index)
        })
    });
    let visited = RwSignal::new(0_usize);
    let stop = Signal::derive(move || picked.get().unwrap_or_else(|| visited.get()));
    let can_vote = ui.table(|table| table.can_vote && table.is_linked);
    let n = move || cards.with(Vec::len).to_string();
    view! {
        <div
            role="radiogroup"
            class="hand"
            aria-label=ui.words.table.hand
            aria-disabled=move || (!can_vote.get()).then_some("true")
            style=("--n", n)
            on:keydown=move |event| move_focus(&event)
        >
            <For each=move || cards.get() key=|card| (card.index, card.label.clone()) let:card>
                {hand_card(ui, &card, picked, stop, can_vote, visited)}
            </For>
        </div>
    }
    .into_any()
}

fn hand_card(
    ui: Ui,
    card: &CardView,
    picked: Memo<Option<usize>>,
    stop: Signal<usize>,
    can_vote: Signal<bool>,
    visited: RwSignal<usize>,
) -> impl IntoView + use<> {
    let index = card.index;
    let is_picked = move || picked.get() == Some(index);
    let pick = move |_| {
        if !can_vote.get_untracked() {
        } else if picked.get_untracked() == Some(index) {
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
    view! {
        <button
            type="button"
            role="radio"
            class="hand-card"
            data-size=size
            aria-label=card.label.clone()
            aria-checked=move || if is_picked() { "true" } else { "false" }
            aria-disabled=move || (!can_vote.get()).then_some("true")
            tabindex=move || if stop.get() == index { "0" } else { "-1" }
            style=("--i", index.to_string())
            on:click=pick
            on:focus=move |_| visited.set(index)
        >
            <span class="label-print" aria-hidden="true">{card.label.clone()}</span>
            <span class="key" aria-hidden="true">{card.key.map(String::from)}</span>
        </button>
    }
}

/// Arrow keys, Home and End move between the cards; picking stays with Space and Enter.
fn move_focus(event: &KeyboardEvent) {
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

fn comment(ui: Ui) -> AnyView {
    let say = &ui.words.table;
    let is_on = ui.table_slice(|table| table.comments.is_some());
    let limit = ui.table(|table| {
        table
            .comments
            .as_ref()
            .map(|comment| comment.limit.to_string())
    });
    let may = ui.table(|table| table.can_vote && table.is_linked);
    let text = ui.table(|table| {
        table
            .comments
            .as_ref()
            .map(|comment| comment.text.clone())
            .unwrap_or_default()
    });
    let epoch = ui.table(|table| table.story.number * 1000 + table.round.number);
    let content = move || {
        is_on.get().then(|| {
            let input = AnyInput::new();
            let settle = live_text(input, text, epoch);
            view! {
                <input
                    class="input comment"
                    aria-label=say.comment
                    title=say.comment_note
                    placeholder=say.comment_hint
                    autocomplete="off"
                    maxlength=limit
                    readonly=move || !may.get()
                    node_ref=input
                    on:input=move |event| ui.send(Event::CommentTyped(event_target_value(&event)))
                    on:blur=settle
                />
            }
        })
    };
    content.into_any()
}
