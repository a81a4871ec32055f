//! The people around the table and what lies before each.

use crate::app::view::{Extreme, LinkView, Mark, SeatId, SeatView};
use crate::ui::Ui;
use crate::ui::parts::{Icon, icon};
use crate::words::fill;
use leptos::prelude::*;

/// People on one side of the table at most before seats get smaller.
const ROOMY: usize = 12;

/// The list `Seats`.
pub(super) fn seats(ui: Ui) -> AnyView {
    let ids = ui.table_slice(|table| table.seats.iter().map(|seat| seat.id).collect::<Vec<_>>());
    let n = ui.table_slice(|table| table.seats.len());
    let columns = move || columns(n.get()).to_string();
    let is_crowd = move || n.get() > ROOMY;
    view! {
        <ul
            class="seats"
            class:crowd=is_crowd
            aria-label=ui.words.seats.label
            style=("--columns", columns)
        >
            <For each=move || ids.get() key=|id| *id let:id>
                {seat(ui, id)}
            </For>
        </ul>
    }
    .into_any()
}

/// Seats along the far side; the others sit on the near one.
fn columns(n_seats: usize) -> usize {
    n_seats.div_ceil(2).max(1)
}

/// One seat and its place; kept in the page while its person stays, so that cards turn.
fn seat(ui: Ui, id: SeatId) -> impl IntoView {
    let seen = ui.table(|table| table.seats.clone());
    let seat = Memo::new(move |_| {
        let seats = seen.get();
        let place = seats.iter().position(|seat| seat.id == id);
        place.and_then(|place| Some((place, seats.get(place)?.clone())))
    });
    let place = move || seat.with(|seat| seat.as_ref().map_or(0, |(place, _)| *place));
    let columns = ui.table_slice(|table| columns(table.seats.len()));
    let is_far = move || place() < columns.get();
    let column = move || {
        if is_far() {
            place()
        } else {
            place() - columns.get()
        }
    };
    let part = move |pick: fn(&SeatView) -> String| {
        seat.with(|seat| {
            seat.as_ref()
                .map(|(_, seat)| pick(seat))
                .unwrap_or_default()
        })
    };
    let kind = move || part(|seat| mark_name(&seat.mark).into());
    let face = move || part(|seat| face(&seat.mark));
    let state = move || {
        seat.with(|seat| {
            seat.as_ref()
                .map(|(_, seat)| state(ui, seat))
                .unwrap_or_default()
        })
    };
    let tag = move || {
        seat.with(|seat| {
            seat.as_ref()
                .map(|(_, seat)| tag(ui, seat))
                .unwrap_or_default()
        })
    };
    view! {
        <li
            class="seat"
            class:me=move || seat.with(|seat| seat.as_ref().is_some_and(|(_, seat)| seat.is_me))
            data-mark=kind
            data-link=move || part(|seat| link_name(seat.link).into())
            class:far=is_far
            style=("--column", move || column().to_string())
        >
            <span class="slot" aria-hidden="true">
                <span class="flip">
                    <span class="card-back"></span>
                    <span class="card-face">{face}</span>
                </span>
                <span class="eye">{icon(Icon::Eye)}</span>
            </span>
            <span class="who">{move || part(|seat| seat.name.clone())}</span>
            " "
            <span class="tag" aria-hidden="true">{tag}</span>
            <span class="vh">{state}</span>
        </li>
    }
}

fn mark_name(mark: &Mark) -> &'static str {
    match mark {
        Mark::Empty => "empty",
        Mark::Voted => "voted",
        Mark::Card(_) => "card",
        Mark::NoVote => "none",
        Mark::Secret => "secret",
        Mark::Observing => "watch",
        Mark::NextRound => "next",
    }
}

fn face(mark: &Mark) -> String {
    match mark {
        Mark::Card(card) => card.clone(),
        Mark::Empty
        | Mark::Voted
        | Mark::NoVote
        | Mark::Secret
        | Mark::Observing
        | Mark::NextRound => String::new(),
    }
}

fn link_name(link: LinkView) -> &'static str {
    match link {
        LinkView::Linked => "linked",
        LinkView::Slow => "slow",
        LinkView::Lost => "lost",
    }
}

/// One short word under the name, the most pressing first.
fn tag(ui: Ui, seat: &SeatView) -> &'static str {
    let say = &ui.words.seats;
    match (seat.link, seat.speaks_first, seat.explains) {
        (LinkView::Lost, _, _) => say.lost,
        (LinkView::Slow, _, _) => say.slow,
        (LinkView::Linked, Some(Extreme::Low), _) => say.low,
        (LinkView::Linked, Some(Extreme::High), _) => say.high,
        (LinkView::Linked, None, true) => say.explains,
        (LinkView::Linked, None, false) => match seat.mark {
            Mark::NoVote => say.no_vote,
            Mark::Observing => say.watching,
            Mark::NextRound => say.next_round,
            Mark::Empty | Mark::Voted | Mark::Card(_) | Mark::Secret => {
                if seat.is_me {
                    say.you
                } else if seat.is_host {
                    say.host
                } else {
                    ""
                }
            }
        },
    }
}

/// All of it in words.
fn state(ui: Ui, seat: &SeatView) -> String {
    let say = &ui.words.seats;
    let mut parts = Vec::new();
    if seat.is_me {
        parts.push(say.you.into());
    }
    if seat.is_host {
        parts.push(say.host.into());
    }
    parts.push(match &seat.mark {
        Mark::Empty => say.not_voted.into(),
        Mark::Voted => say.voted.into(),
        Mark::Card(card) => fill(say.shows, &[card]),
        Mark::NoVote => say.no_vote.into(),
        Mark::Secret => say.secret.into(),
        Mark::Observing => say.watching.into(),
        Mark::NextRound => say.next_round.into(),
    });
    match seat.link {
        LinkView::Linked => {}
        LinkView::Slow => parts.push(say.slow.into()),
        LinkView::Lost => parts.push(say.lost.into()),
    }
    match seat.speaks_first {
        None => {}
        Some(Extreme::Low) => parts.push(say.low.into()),
        Some(Extreme::High) => parts.push(say.high.into()),
    }
    if seat.explains {
        parts.push(say.explains.into());
    }
    parts.join(", ")
}
