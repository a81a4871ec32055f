//! The people around the table and what lies before each.

use crate::app::view::{Extreme, LinkView, Mark, SeatId, SeatView, TableView};
use crate::ui::parts::{El, Icon, Text, icon, line, region, tag};
use crate::ui::{Ui, at_table};
use crate::words::fill;

/// People on one side of the table at most before seats get smaller.
const ROOMY: usize = 12;

/// The list `Seats`.
pub(super) fn seats(ui: Ui) -> El {
    let ids = ui.table(|table| table.seats.iter().map(|seat| seat.id).collect::<Vec<_>>());
    let lines = move || {
        let ids = ids().into_iter();
        ids.map(|id| line(id.0.to_string(), move || seat(ui, id)))
            .collect()
    };
    tag("ul", "seats")
        .attr("aria-label", ui.words.seats.label)
        .class_if("crowd", ui.table(|table| table.seats.len() > ROOMY))
        .style("--columns", ui.table(|table| columns(table).to_string()))
        // One seat more on the far side: the near ones sit between them.
        .style(
            "--lone",
            ui.table(|table| (table.seats.len() % 2).to_string()),
        )
        .lines(lines)
}

/// Seats along the far side; the others sit on the near one.
fn columns(table: &TableView) -> usize {
    table.seats.len().div_ceil(2).max(1)
}

/// One seat and its place; kept in the page while its person stays, so that cards turn.
fn seat(ui: Ui, id: SeatId) -> El {
    let place = move || place(ui, id);
    let seen = move |what: fn(Ui, &SeatView) -> Text| move || of_seat(ui, id, what);
    let span = |class| tag("span", class);
    let flip = span("flip").add([
        span("card-back"),
        span("card-face").text(seen(|_, seat| face(&seat.mark))),
    ]);
    let slot = span("slot").attr("aria-hidden", "true").add([
        flip,
        span("eye").add(icon(Icon::Eye)),
        badge(ui, id),
    ]);
    let is_me = seen(|_, seat| if seat.is_me { "me" } else { "" }.into());
    let mark = seen(|_, seat| mark_name(&seat.mark).into());
    let link = seen(|_, seat| link_name(seat).into());
    tag("li", "seat")
        .class_if("me", move || !is_me().is_empty())
        .class_if("far", move || place().0)
        .attr_live("data-mark", move || Some(mark()))
        .attr_live("data-link", move || Some(link()))
        .style("--column", move || place().1.to_string())
        .add([
            slot,
            span("who").text(seen(|_, seat| seat.name.clone().into())),
        ])
        .add(" ")
        .add(span("tag").attr("aria-hidden", "true").text(seen(label)))
        .add(span("vh").text(seen(|ui, seat| state(ui, seat).into())))
}

/// Whether a seat is on the far side, and its column there or on the near one.
fn place(ui: Ui, id: SeatId) -> (bool, usize) {
    let seated = |table: &TableView| table.seats.iter().position(|seat| seat.id == id);
    let (place, columns) = at_table(&ui.look(), |table| {
        (seated(table).unwrap_or_default(), columns(table))
    });
    match place.checked_sub(columns) {
        None => (true, place),
        Some(near) => (false, near),
    }
}

/// Something of a seat, empty when the person is gone.
fn of_seat(ui: Ui, id: SeatId, what: fn(Ui, &SeatView) -> Text) -> Text {
    at_table(&ui.look(), |table| {
        let seat = table.seats.iter().find(|seat| seat.id == id);
        seat.map(|seat| what(ui, seat)).unwrap_or_default()
    })
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

fn face(mark: &Mark) -> Text {
    match mark {
        Mark::Card(card) => card.clone().into(),
        Mark::Empty
        | Mark::Voted
        | Mark::NoVote
        | Mark::Secret
        | Mark::Observing
        | Mark::NextRound => Text::default(),
    }
}

fn link_name(seat: &SeatView) -> &'static str {
    match (seat.link, &seat.waited) {
        (LinkView::Linked, _) => "linked",
        (LinkView::Slow, _) => "slow",
        (LinkView::Lost, Some(_)) => "away",
        (LinkView::Lost, None) => "lost",
    }
}

/// The state of the link as a sign in the corner of the seat; the words follow below.
fn badge(ui: Ui, id: SeatId) -> El {
    let state = move || of_seat(ui, id, |_, seat| link_name(seat).into());
    let words = move || of_seat(ui, id, |ui, seat| link_words(ui, seat).into());
    let sign = region(state, move |state| {
        icon(match state.as_ref() {
            "slow" => Icon::Slow,
            "away" => Icon::Away,
            "lost" => Icon::Lost,
            _linked => Icon::Linked,
        })
    });
    let words = move || Some(words());
    tag("span", "badge").attr_live("title", words).add(sign)
}

fn link_words(ui: Ui, seat: &SeatView) -> String {
    let say = &ui.words.seats;
    match (seat.link, &seat.waited) {
        (LinkView::Linked, _) => ui.words.connection.seat_linked.into(),
        (LinkView::Slow, _) => say.slow.into(),
        (LinkView::Lost, Some(waited)) => fill(ui.words.connection.since, &[waited]),
        (LinkView::Lost, None) => say.lost.into(),
    }
}

/// One short word under the name, the most pressing first.
fn label(ui: Ui, seat: &SeatView) -> Text {
    let say = &ui.words.seats;
    let word = match (seat.link, seat.speaks_first, seat.explains) {
        (LinkView::Lost | LinkView::Slow, _, _) => return link_words(ui, seat).into(),
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
                } else if seat.is_held {
                    ui.words.back.held
                } else if seat.is_deputy {
                    ui.words.back.deputy
                } else {
                    ""
                }
            }
        },
    };
    word.into()
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
    if seat.is_held {
        parts.push(ui.words.back.held_long.into());
    }
    if seat.is_deputy {
        parts.push(ui.words.back.deputy.into());
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
    match seat.speaks_first {
        None => {}
        Some(Extreme::Low) => parts.push(say.low.into()),
        Some(Extreme::High) => parts.push(say.high.into()),
    }
    if seat.explains {
        parts.push(say.explains.into());
    }
    parts.push(link_words(ui, seat));
    parts.join(", ")
}
