//! Who is there: raised hands, and who does what.

use super::follow_ups::pressed;
use super::{MeetingUi, did};
use crate::app::view::{Act, Duty, PersonId};
use crate::ui::parts::{El, Icon, act_if, el, group, icon, line, region, region_if, tag};
use crate::words::fill;
use leptos::prelude::untrack;

fn duty_name(ui: MeetingUi, duty: Duty) -> &'static str {
    let say = &ui.words.people;
    match duty {
        Duty::Facilitator => say.facilitator,
        Duty::ProductOwner => say.product_owner,
        Duty::Scribe => say.scribe,
    }
}

fn may_lead(ui: MeetingUi) -> impl Fn() -> bool + Copy + 'static {
    ui.meeting(|meeting| meeting.may_lead && meeting.is_linked && !meeting.meeting().is_over())
}

/// Everybody, and for each duty who has it.
pub(super) fn people(ui: MeetingUi) -> El {
    let say = &ui.words.people;
    let ids = ui.meeting(|meeting| {
        let people = meeting.meeting().people.iter();
        people.map(|person| person.id).collect::<Vec<_>>()
    });
    let lines = move || {
        let ids = ids().into_iter();
        ids.map(|id| line(id.0.to_string(), move || person(ui, id)))
            .collect()
    };
    let column = |duty| {
        let name = duty_name(ui, duty);
        el("th").attr("scope", "col").add(name)
    };
    let head = el("tr")
        .add(el("th").attr("scope", "col").add(say.name))
        .add(Duty::ALL.map(column));
    let table = tag("table", "people")
        .attr("aria-labelledby", "people-title")
        .add([el("thead").add(head), el("tbody").lines(lines)]);
    tag("section", "meeting-people")
        .add([el("h2").attr("id", "people-title").add(say.people), table])
}

fn person(ui: MeetingUi, id: PersonId) -> El {
    let say = &ui.words.people;
    let name = move || ui.now(|meeting| meeting.meeting().name(id).to_owned());
    let facts = move || {
        let facts = ui.now(|meeting| {
            let now = meeting.meeting();
            [
                (meeting.me == id).then_some(say.you),
                (!meeting.present.contains(&id)).then_some(say.away),
                now.released.contains(&id).then_some(say.may_leave),
            ]
        });
        facts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let who = el("th").attr("scope", "row").add([
        tag("span", "person-name").text(name),
        tag("span", "note").text(facts),
        release(ui, id),
    ]);
    el("tr")
        .class_if("away", move || !ui.now(|one| one.present.contains(&id)))
        .add(who)
        .add(Duty::ALL.map(|duty| el("td").add(duty_of(ui, duty, id))))
}

/// A radio per duty: one click hands it over.
fn duty_of(ui: MeetingUi, duty: Duty, id: PersonId) -> El {
    let may = ui.meeting(|one| one.may_give && one.is_linked && !one.meeting().is_over());
    let has = move || ui.now(|meeting| meeting.meeting().duties.of(duty) == Some(id));
    let label = move || {
        let name = ui.now(|meeting| meeting.meeting().name(id).to_owned());
        fill(ui.words.people.duty_of, &[duty_name(ui, duty), &name])
    };
    let group = match duty {
        Duty::Facilitator => "duty-facilitator",
        Duty::ProductOwner => "duty-owner",
        Duty::Scribe => "duty-scribe",
    };
    el("input")
        .attrs(&[("type", "radio"), ("name", group)])
        .attr_live("aria-label", move || Some(label()))
        .flag("disabled", move || !may())
        .checked(has)
        .on("change", move |_| {
            let person = Some(id);
            ui.does(Act::Give { duty, person });
        })
}

/// Whoever leads lets somebody go.
fn release(ui: MeetingUi, id: PersonId) -> El {
    let say = &ui.words.people;
    let may = may_lead(ui);
    let is_other = move || ui.now(|meeting| meeting.me != id && meeting.present.contains(&id));
    let is_released = move || ui.now(|meeting| meeting.meeting().released.contains(&id));
    let toggle = move || {
        let on = !is_released();
        ui.does(Act::Release { person: id, on });
    };
    region_if(
        move || may() && is_other(),
        move || {
            let name = ui.now(|meeting| meeting.meeting().name(id).to_owned());
            let label = fill(say.release, &[&name]);
            pressed(tag("button", "icon-btn toggle release"), is_released)
                .attrs(&[("title", &label), ("aria-label", &label)])
                .on("click", move |_| untrack(toggle))
                .add(icon(Icon::Leave))
        },
    )
}

/// One's own hand, and those that are raised, in their order.
pub(super) fn hands(ui: MeetingUi) -> El {
    let say = &ui.words.people;
    let may = ui.meeting(|meeting| meeting.is_linked && !meeting.meeting().is_over());
    let is_up = ui.meeting(|meeting| meeting.meeting().hands.contains(&meeting.me));
    let toggle = move || ui.does(Act::Hand { on: !is_up() });
    let own = pressed(tag("button", "btn small toggle raise"), is_up)
        .flag("disabled", move || !may())
        .on("click", move |_| untrack(toggle))
        .add(say.raise_hand);
    let ids = ui.meeting(|meeting| meeting.meeting().hands.clone());
    let lines = move || {
        let ids = ids().into_iter();
        ids.map(|id| line(id.0.to_string(), move || raised(ui, id)))
            .collect()
    };
    let names = move || {
        let names = ids().into_iter();
        let names = names.map(|id| ui.now(|one| one.meeting().name(id).to_owned()));
        let names: Vec<_> = names.collect();
        if names.is_empty() {
            return String::new();
        }
        format!("{}: {}", say.hands, names.join(", "))
    };
    group([
        own,
        tag("ol", "hands-up")
            .attr("aria-label", say.hands)
            .lines(lines),
        tag("p", "vh").attr("role", "status").text(names),
    ])
}

fn raised(ui: MeetingUi, id: PersonId) -> El {
    let name = move || ui.now(|meeting| meeting.meeting().name(id).to_owned());
    let may = may_lead(ui);
    let heard = region(may, move |may| {
        may.then(|| {
            let label = fill(ui.words.people.heard_out, &[&name()]);
            let event = did(Act::HeardOut { person: id });
            act_if(ui, "icon-btn heard", "", || true, event)
                .attrs(&[("aria-label", &label), ("title", &label)])
                .add(icon(Icon::Check))
        })
    });
    el("li").add(tag("span", "who").text(name)).add(heard)
}
