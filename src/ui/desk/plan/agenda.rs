//! How the time is spent: parts with their minutes, and the sum against the slot.

use super::{section, told};
use crate::desk::event::PlanEvent;
use crate::desk::view::{AgendaItem, AgendaStep};
use crate::ui::desk::{DeskUi, fields};
use crate::ui::parts::{El, el, line, tag};
use crate::words::fill;

/// The parts, and the sum.
pub(super) fn agenda(ui: DeskUi) -> El {
    let say = ui.words.plan;
    let slot = ui.plan(|plan| plan.slot_minutes.to_string());
    let slot = fields::text(ui, "plan-slot", say.slot, slot, |text| {
        told(PlanEvent::SlotTyped(minutes(&text)?))
    });
    let steps = ui.plan(|plan| plan.agenda.iter().map(|item| item.step).collect::<Vec<_>>());
    let lines = move || {
        let steps = steps().into_iter();
        steps
            .map(|step| line(key(step), move || part(ui, step)))
            .collect()
    };
    let parts = tag("ul", "agenda-parts").attr("role", "list").lines(lines);
    let sums = ui.plan(|plan| (plan.minutes, plan.slot_minutes));
    let sum = tag("p", "agenda-sum")
        .attr("role", "status")
        .class_if("over", move || {
            let (minutes, slot) = sums();
            minutes > slot
        });
    let sum = sum.text(move || {
        let (minutes, slot) = sums();
        let text = if minutes > slot {
            say.sum_over
        } else {
            say.sum
        };
        let over = minutes.saturating_sub(slot).to_string();
        fill(text, &[&minutes.to_string(), &slot.to_string(), &over])
    });
    section(say.agenda, [slot, parts, sum])
}

fn part(ui: DeskUi, step: AgendaStep) -> El {
    let name = name(ui, step);
    let item = move || {
        let items = ui.plan(|plan| plan.agenda.clone());
        items().into_iter().find(|item| item.step == step)
    };
    let is_on = move || item().is_some_and(|item| item.is_on);
    let switch = fields::check(ui, &format!("step-{}", key(step)), name, is_on, move |on| {
        told(PlanEvent::StepSwitched(step, on))
    });
    let now = move || item().map_or_else(String::new, |item: AgendaItem| item.minutes.to_string());
    let label = fill(ui.words.plan.minutes_of, &[name]);
    let id = format!("minutes-{}", key(step));
    let minutes = fields::bare(ui, &id, &label, now, move |text| {
        told(PlanEvent::MinutesTyped(step, minutes(&text)?))
    });
    let minutes = minutes.attrs(&[("inputmode", "numeric"), ("placeholder", "")]);
    tag("li", "agenda-part").add([switch, minutes, el("span").add(ui.words.plan.minutes)])
}

/// Nothing typed counts as none.
fn minutes(text: &str) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() {
        Some(0)
    } else {
        text.parse().ok()
    }
}

fn key(step: AgendaStep) -> &'static str {
    match step {
        AgendaStep::SilentReading => "reading",
        AgendaStep::FollowUps => "follow-ups",
        AgendaStep::WalkThrough => "walk",
        AgendaStep::Estimate => "estimate",
        AgendaStep::Risks => "risks",
        AgendaStep::MarkReady => "ready",
    }
}

fn name(ui: DeskUi, step: AgendaStep) -> &'static str {
    let say = ui.words.plan;
    match step {
        AgendaStep::SilentReading => say.silent_reading,
        AgendaStep::FollowUps => say.follow_ups,
        AgendaStep::WalkThrough => say.walk_through,
        AgendaStep::Estimate => say.estimate,
        AgendaStep::Risks => say.risks,
        AgendaStep::MarkReady => say.mark_ready,
    }
}
