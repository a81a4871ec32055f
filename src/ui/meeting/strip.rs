//! The agenda over the table: its parts, one clock for all, and what moves it on.

use super::{MeetingUi, did, say};
use crate::app::view::{Act, AgendaStep, MeetingNow, Time};
use crate::ui::parts::{El, act_if, el, line, region, tag};
use crate::words::fill;
use leptos::prelude::untrack;

/// Agenda and clock.
pub(super) fn strip(ui: MeetingUi) -> El {
    let time = ui.meeting(|meeting| on_now(meeting).map(|(_, _, _, time)| say::time_name(time)));
    let is_running = ui.meeting(|meeting| meeting.meeting().agenda.running_ms.is_some());
    tag("section", "strip")
        .attr("aria-label", ui.words.frame.agenda)
        .attr_live("data-time", time)
        .class_if("running", is_running)
        .add([clock(ui), controls(ui), parts(ui), signal(ui)])
}

/// The part that is on: which, the clock's text, whether it runs, and how it stands.
fn on_now(meeting: &MeetingNow) -> Option<(AgendaStep, String, bool, Time)> {
    let agenda = &meeting.meeting().agenda;
    let part = agenda.part()?;
    let used_ms = agenda.used_ms(agenda.at, meeting.now_ms);
    let (text, time) = say::clock(used_ms, part.length_ms());
    Some((part.step, text, agenda.began_ms.is_some(), time))
}

fn clock(ui: MeetingUi) -> El {
    let say = &ui.words.frame;
    let part = ui.meeting(|meeting| on_now(meeting).map(|(step, ..)| step));
    let name = move || part().map_or("", |step| say::step(say, step));
    let now = ui.meeting(on_now);
    let text = move || match now() {
        Some((_, text, _, Time::Over)) => fill(say.over_short, &[&text]),
        Some((_, text, _, Time::Enough | Time::Late)) => text,
        None => String::new(),
    };
    let is_over = ui.meeting(|meeting| meeting.meeting().is_over());
    let over = move || if is_over() { say.is_over } else { "" };
    tag("div", "strip-clock").add([
        tag("p", "strip-time")
            .attrs(&[("role", "timer"), ("aria-label", say.clock)])
            .text(text),
        tag("p", "strip-part").text(name),
        tag("p", "strip-over").text(over),
    ])
}

/// What is said once when a part runs late, and once when its time is up.
fn signal(ui: MeetingUi) -> El {
    let say = &ui.words.frame;
    let now = ui.meeting(|meeting| {
        let is_on = !meeting.meeting().is_over();
        on_now(meeting).filter(|_| is_on)
    });
    let text = move || match now() {
        Some((step, _, true, Time::Late)) => fill(say.late_said, &[say::step(say, step)]),
        Some((step, _, true, Time::Over)) => fill(say.over_said, &[say::step(say, step)]),
        Some((_, _, false, _) | (_, _, true, Time::Enough)) | None => String::new(),
    };
    tag("p", "strip-signal").attr("role", "status").text(text)
}

fn may(ui: MeetingUi) -> impl Fn() -> bool + Copy + 'static {
    ui.meeting(|meeting| meeting.may_lead && meeting.is_linked && !meeting.meeting().is_over())
}

fn controls(ui: MeetingUi) -> El {
    let say = &ui.words.frame;
    let may = may(ui);
    let is_running = ui.meeting(|meeting| meeting.meeting().agenda.running_ms.is_some());
    let label = move || if is_running() { say.pause } else { say.start };
    let toggle = move || {
        ui.does(if is_running() { Act::Pause } else { Act::Start });
    };
    let start = tag("button", "btn small primary strip-start")
        .attr("type", "button")
        .flag("disabled", move || !may())
        .on("click", move |_| untrack(toggle))
        .text(label);
    let next = ui.meeting(|meeting| {
        let agenda = &meeting.meeting().agenda;
        let next = agenda.at + 1;
        u8::try_from(next)
            .ok()
            .filter(|_| next < agenda.parts.len())
    });
    let go_on = move || {
        if let Some(part) = next() {
            ui.does(Act::GoTo { part });
        }
    };
    let next = tag("button", "btn small")
        .attr("type", "button")
        .flag("disabled", move || !may() || next().is_none())
        .on("click", move |_| untrack(go_on))
        .add(say.next);
    let extend = |label, minutes| {
        let event = did(Act::Extend { minutes });
        act_if(ui, "btn small strip-add", label, may, event)
    };
    let may_lead = ui.meeting(|meeting| meeting.may_lead);
    let reason = move || if may_lead() { "" } else { say.only_lead };
    tag("div", "strip-acts")
        .class_if("led", move || !may_lead())
        .add([
            start,
            next,
            extend(say.minus_one, -1),
            extend(say.plus_one, 1),
            extend(say.plus_five, 5),
            tag("p", "note").text(reason),
        ])
}

/// All parts; for whoever leads, each is a way to it.
fn parts(ui: MeetingUi) -> El {
    let n = ui.meeting(|meeting| meeting.meeting().agenda.parts.len());
    let lines = move || {
        (0..n())
            .map(|at| line(at.to_string(), move || part(ui, at)))
            .collect()
    };
    tag("ol", "strip-parts")
        .attr("aria-label", ui.words.frame.agenda)
        .lines(lines)
}

/// What a part shows.
#[derive(Default, PartialEq, Eq)]
struct Shown {
    minutes: String,
    is_on: bool,
    is_past: bool,
    is_over: bool,
}

fn part(ui: MeetingUi, at: usize) -> El {
    let say = &ui.words.frame;
    let name = move || {
        let step = ui.now(|meeting| {
            let part = meeting.meeting().agenda.parts.get(at);
            part.map(|part| part.step)
        });
        step.map_or("", |step| say::step(say, step))
    };
    let shown = move || ui.now(|meeting| shown(ui, meeting, at));
    let minutes = move || shown().minutes;
    let may_lead = ui.meeting(|meeting| meeting.may_lead);
    let may = may(ui);
    let inside = move || {
        [
            tag("span", "strip-name").text(name),
            tag("span", "vh").add(", "),
            tag("span", "strip-minutes").text(minutes),
        ]
    };
    let body = region(may_lead, move |may_lead| {
        if !*may_lead {
            return tag("span", "strip-way").add(inside());
        }
        let part = u8::try_from(at).unwrap_or(u8::MAX);
        tag("button", "strip-way")
            .attr("type", "button")
            .attr_live("title", move || Some(fill(say.go_to, &[name()])))
            .flag("disabled", move || !may())
            .on("click", move |_| ui.does(Act::GoTo { part }))
            .add(inside())
    });
    el("li")
        .attr_live("aria-current", move || shown().is_on.then_some("step"))
        .class_if("behind", move || shown().is_past)
        .class_if("over", move || shown().is_over)
        .add(body)
}

fn shown(ui: MeetingUi, meeting: &MeetingNow, at: usize) -> Shown {
    let say = &ui.words.frame;
    let agenda = &meeting.meeting().agenda;
    let Some(part) = agenda.parts.get(at) else {
        return Shown::default();
    };
    let used_ms = agenda.used_ms(at, meeting.now_ms);
    let length_ms = part.length_ms();
    let is_on = at == agenda.at && !meeting.meeting().is_over();
    Shown {
        minutes: if used_ms > 0 {
            say::took(say.took, used_ms, length_ms)
        } else {
            fill(say.planned, &[&say::minutes(length_ms)])
        },
        is_on,
        is_past: !is_on && used_ms > 0,
        is_over: used_ms > length_ms,
    }
}
