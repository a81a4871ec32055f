//! The story that is talked about: its texts, who is needed, how long it takes.

use super::live_text::live_text;
use super::talk::solution_talk;
use super::{MeetingUi, say};
use crate::app::view::{Act, MeetingNow, Place, Time, Topic, TopicField, TopicId, time};
use crate::ui::parts::{El, el, group, leads_out, para, region, region_if, tag};
use crate::ui::rich::rich;
use crate::words::fill;
use leptos::prelude::{Get, RwSignal, Set};
use web_sys::Element;

/// Milliseconds of a second.
const SECOND_MS: i64 = 1_000;

/// The story on the table.
pub(super) fn story(ui: MeetingUi) -> El {
    let current = ui.meeting(|meeting| meeting.meeting().current);
    region(current, move |current| match current {
        None => tag("p", "note").add(ui.words.parts.no_story),
        Some(topic) => one(ui, *topic),
    })
}

fn one(ui: MeetingUi, topic: TopicId) -> El {
    let name = move || of(ui, topic, |_, one| one.name());
    tag("article", "topic").add([
        el("h2").text(name),
        budget(ui, topic),
        needed(ui, topic),
        solution_talk(ui, topic),
        fields(ui, topic),
    ])
}

/// Something of a story; the default where it is not there.
pub(super) fn of<T: Default>(
    ui: MeetingUi,
    topic: TopicId,
    pick: impl FnOnce(&MeetingNow, &Topic) -> T,
) -> T {
    ui.now(|meeting| {
        let found = meeting.meeting().topic(topic);
        found.map(|found| pick(meeting, found)).unwrap_or_default()
    })
}

pub(super) fn may(ui: MeetingUi) -> impl Fn() -> bool + Copy + 'static {
    ui.meeting(|meeting| meeting.is_linked && !meeting.meeting().is_over())
}

fn field_name(ui: MeetingUi, field: TopicField) -> &'static str {
    let say = &ui.words.parts;
    match field {
        TopicField::Description => say.description,
        TopicField::Why => say.why,
        TopicField::Acceptance => say.acceptance,
        TopicField::Dependencies => say.dependencies,
    }
}

/// All texts as they read, empty ones left out; for reading.
pub(super) fn texts(ui: MeetingUi, topic: TopicId) -> El {
    let texts = TopicField::ALL.map(|field| {
        let now = move || ui.now(|one| one.text(Place::Topic(topic, field)).to_owned());
        let has_some = move || !now().trim().is_empty();
        region_if(has_some, move || {
            tag("div", "topic-field").add([el("h4").add(field_name(ui, field)), rich(now)])
        })
    });
    group(texts).add(link(ui, topic))
}

fn link(ui: MeetingUi, topic: TopicId) -> El {
    let link = move || of(ui, topic, |_, one| one.link.clone());
    region(link, move |link| {
        // The table came with it: only addresses that a browser may follow.
        let is_safe = ["https://", "http://"]
            .iter()
            .any(|one| link.starts_with(one));
        is_safe.then(|| para("note", leads_out(link).add(ui.words.parts.open_link)))
    })
}

/// How a text is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Read,
    /// As `Read`, after an edit: the focus goes back to its button.
    ReadAgain,
    Edited,
}

/// The texts, each of which can be edited by everybody.
fn fields(ui: MeetingUi, topic: TopicId) -> El {
    let fields = TopicField::ALL.map(|field| {
        let mode = RwSignal::new(Mode::Read);
        region(
            move || mode.get(),
            move |now| {
                let drawn = match now {
                    Mode::Read | Mode::ReadAgain => read(ui, topic, field, mode),
                    Mode::Edited => edited(ui, topic, field, mode),
                };
                match now {
                    Mode::Read => {}
                    Mode::ReadAgain => focus_in(&drawn, "button"),
                    Mode::Edited => focus_in(&drawn, "textarea"),
                }
                drawn
            },
        )
    });
    group(fields)
}

/// Gives the focus to something in a part that is about to be on the page.
fn focus_in(drawn: &El, selector: &'static str) {
    let drawn: Element = drawn.as_js::<Element>().clone();
    leptos::prelude::queue_microtask(move || {
        if let Ok(Some(found)) = drawn.query_selector(selector) {
            El::of(found).focus();
        }
    });
}

fn read(ui: MeetingUi, topic: TopicId, field: TopicField, mode: RwSignal<Mode>) -> El {
    let say = &ui.words.parts;
    let may = may(ui);
    let now = move || ui.now(|one| one.text(Place::Topic(topic, field)).to_owned());
    let name = field_name(ui, field);
    let edit = tag("button", "btn quiet small")
        .attrs(&[
            ("type", "button"),
            ("aria-label", &fill(say.edit_what, &[name])),
        ])
        .flag("disabled", move || !may())
        .on("click", move |_| mode.set(Mode::Edited))
        .add(ui.words.frame.edit);
    let is_empty = move || now().trim().is_empty();
    let body = region(is_empty, move |is_empty| {
        if *is_empty {
            para("note", say.no_text)
        } else {
            rich(now)
        }
    });
    tag("div", "topic-field")
        .add(tag("div", "topic-head").add([el("h3").add(name), edit]))
        .add(body)
}

fn edited(ui: MeetingUi, topic: TopicId, field: TopicField, mode: RwSignal<Mode>) -> El {
    let name = field_name(ui, field);
    let done = tag("button", "btn small")
        .attrs(&[
            ("type", "button"),
            ("aria-label", &fill(ui.words.parts.done_what, &[name])),
        ])
        .on("click", move |_| mode.set(Mode::ReadAgain))
        .add(ui.words.frame.done);
    tag("div", "topic-field edited").add([
        live_text(ui, Place::Topic(topic, field), name, true),
        tag("div", "row").add(done),
    ])
}

/// Time of this story; whoever leads says how much it may take.
fn budget(ui: MeetingUi, topic: TopicId) -> El {
    let say = &ui.words.parts;
    let used = move || {
        of(ui, topic, |meeting, one| {
            let is_current = meeting.meeting().current == Some(topic);
            let used_ms = say::used_ms(meeting.meeting(), one, is_current, meeting.now_ms);
            (used_ms, i64::from(one.budget_s) * SECOND_MS)
        })
    };
    let state = move || match used() {
        (_, 0) => None,
        (used_ms, length_ms) => Some(say::time_name(time(used_ms, length_ms))),
    };
    let text = move || match used() {
        (used_ms, 0) => fill(say.no_budget, &[&say::minutes(used_ms)]),
        (used_ms, length_ms) => match time(used_ms, length_ms) {
            Time::Over => say::took(say.budget_over, used_ms, length_ms),
            Time::Enough | Time::Late => say::took(say.budget_used, used_ms, length_ms),
        },
    };
    let may_lead = ui.meeting(|meeting| meeting.may_lead && meeting.is_linked);
    let minutes = move || of(ui, topic, |_, one| one.budget_s / 60);
    let shown = |minutes: u32| match minutes {
        0 => String::new(),
        minutes => minutes.to_string(),
    };
    let set = region_if(may_lead, move || {
        let input = tag("input", "input budget-minutes").attrs(&[
            ("type", "number"),
            ("min", "0"),
            ("max", "240"),
            ("inputmode", "numeric"),
            ("aria-label", say.budget_minutes),
        ]);
        let typed = input.clone();
        input
            .holds(move || shown(minutes()))
            .on("change", move |_| {
                let minutes = typed.value().trim().parse().unwrap_or(0_u32).min(240);
                typed.write(&shown(minutes));
                let seconds = minutes * 60;
                ui.does(Act::Budget { topic, seconds });
            })
    });
    tag("p", "budget")
        .attr_live("data-time", state)
        .add(el("span").add(say.budget).add(":"))
        .add(el("b").text(text))
        .add(set)
}

/// Whom the story needs, and whether this person may go.
fn needed(ui: MeetingUi, topic: TopicId) -> El {
    let say = &ui.words.parts;
    let text = move || {
        let needed = of(ui, topic, |_, one| one.needed.clone());
        match needed.as_slice() {
            [] => say.nobody_needed.into(),
            names => fill(say.needed, &[&say::names(ui, names)]),
        }
    };
    tag("p", "needed").text(text)
}
