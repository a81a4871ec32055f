//! A slot that comes again and again, as a calendar file. What is picked here is not kept.

use super::{ChecklistEvent, DeskUi, after};
use crate::desk::event::CalendarSlot;
use crate::desk::view::Weekday;
use crate::ui::parts::{El, el, labels, tag};
use crate::words::CalendarWords;
use leptos::prelude::untrack;
use web_sys::Element;

/// A usual hour to begin with.
const USUAL_TIME: &str = "10:00";

/// Weeks between two slots to choose from; a sprint is usually two.
const WEEKS: [u8; 4] = [1, 2, 3, 4];
const USUAL_WEEKS: u8 = 2;

/// The form.
pub(super) fn calendar(ui: DeskUi) -> El {
    let say = &ui.words.checklist.calendar;
    let days = Weekday::ALL.map(|day| (day_name(say, day).to_owned(), day == Weekday::Wednesday));
    let weekday = select("slot-day", &days);
    let weeks = WEEKS.map(|n| {
        let name = ui.words.checklist.count.weeks.of(n.into());
        (name, n == USUAL_WEEKS)
    });
    let every = select("slot-every", &weeks);
    let time = input("slot-time", "time", USUAL_TIME);
    let usual = untrack(ui.checklist(|shown| shown.slot_minutes));
    let minutes = input("slot-minutes", "number", &usual.to_string()).attrs(&[
        ("min", "5"),
        ("max", "480"),
        ("step", "5"),
    ]);
    let fields = [
        (say.weekday, "slot-day", weekday.clone()),
        (say.time, "slot-time", time.clone()),
        (say.every, "slot-every", every.clone()),
        (say.minutes, "slot-minutes", minutes.clone()),
    ];
    let fields = fields.map(|(label, id, field)| el("div").add(labels(id, label)).add(field));
    let button = tag("button", "btn")
        .attr("type", "submit")
        .add(say.download);
    let form = tag("form", "check-slot")
        .add(fields)
        .add(button)
        .on("submit", move |event| {
            event.prevent_default();
            let day: usize = weekday.value().parse().unwrap_or_default();
            let weeks: usize = every.value().parse().unwrap_or_default();
            ui.tick(ChecklistEvent::CalendarWanted(CalendarSlot {
                weekday: Weekday::ALL.get(day).copied().unwrap_or(Weekday::Wednesday),
                time: time.value(),
                every_weeks: WEEKS.get(weeks).copied().unwrap_or(USUAL_WEEKS),
                minutes: minutes.value().parse().unwrap_or(60),
            }));
        });
    let screen = &ui.words.checklist.screen;
    after::part(screen.calendar, screen.calendar_note, form).attr("id", "slot")
}

/// Brings the form into sight.
pub(super) fn show(from: &El) {
    let document = from.as_js::<Element>().owner_document();
    let form = document.and_then(|document| document.get_element_by_id("slot"));
    if let Some(form) = form {
        form.scroll_into_view();
        if let Ok(Some(field)) = form.query_selector("select") {
            El::of(field).focus();
        }
    }
}

/// One of several; its value is the place, from 0.
fn select(id: &str, answers: &[(String, bool)]) -> El {
    let select = tag("select", "input").attr("id", id);
    let answers = answers.iter().enumerate();
    answers.fold(select, |select, (at, (name, is_usual))| {
        let option = el("option").attr("value", &at.to_string());
        let option = if *is_usual {
            option.attr("selected", "")
        } else {
            option
        };
        select.add(option.add(name.as_str()))
    })
}

fn input(id: &str, kind: &str, value: &str) -> El {
    tag("input", "input").attrs(&[
        ("id", id),
        ("type", kind),
        ("value", value),
        ("required", ""),
    ])
}

fn day_name(say: &'static CalendarWords, day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => say.monday,
        Weekday::Tuesday => say.tuesday,
        Weekday::Wednesday => say.wednesday,
        Weekday::Thursday => say.thursday,
        Weekday::Friday => say.friday,
        Weekday::Saturday => say.saturday,
        Weekday::Sunday => say.sunday,
    }
}
