//! The Definition of Ready as a link: handing one's own out, and one that came.

use super::{DeskUi, beginning, gate};
use crate::desk::DeskEvent;
use crate::desk::event::GateEvent;
use crate::desk::view::{SharedProblem, SharedReadyView, Step};
use crate::ui::parts::{El, act, group, para, read_only, region, region_if, tag};
use crate::words::fill;
use leptos::prelude::untrack;

/// Shows the link, or hides it.
pub(super) fn button(ui: DeskUi) -> El {
    let is_shown = ui.gate(|gate| gate.link.is_some());
    tag("button", "btn")
        .attr("type", "button")
        .attr_live("aria-expanded", move || {
            Some(if is_shown() { "true" } else { "false" })
        })
        .on("click", move |_| {
            let event = GateEvent::LinkShown(!untrack(is_shown));
            ui.send(DeskEvent::Gate(event));
        })
        .add(ui.words.gate.screen.share)
}

/// The link while it is shown.
pub(super) fn panel(ui: DeskUi) -> El {
    let is_shown = ui.gate(|gate| gate.link.is_some());
    region_if(is_shown, move || {
        let is_short = ui.gate(|gate| gate.link.as_ref().is_some_and(|link| !link.url.is_empty()));
        tag("section", "paper ready-link")
            .attr("aria-label", ui.words.gate.screen.share)
            .add(region(is_short, move |is_short| {
                if *is_short {
                    link(ui)
                } else {
                    para("warn", ui.words.gate.screen.too_long)
                }
            }))
    })
}

fn link(ui: DeskUi) -> El {
    let say = &ui.words.gate.screen;
    let url = ui.gate(|gate| {
        gate.link
            .as_ref()
            .map_or_else(String::new, |link| link.url.clone())
    });
    let can_share = ui.gate(|gate| gate.link.as_ref().is_some_and(|link| link.can_share));
    let copy = DeskEvent::Gate(GateEvent::LinkCopied);
    let send = region_if(can_share, move || {
        act(
            ui,
            "btn",
            ui.words.gate.screen.send_link,
            DeskEvent::Gate(GateEvent::LinkSent),
        )
    });
    let acts = tag("div", "row").add([act(ui, "btn primary", say.copy_link, copy), send]);
    group([
        para("note", say.share_note),
        read_only(say.link, "ready-url", url, ""),
        acts,
    ])
}

/// A Definition of Ready that came as a link.
pub(super) fn shared(ui: DeskUi) -> El {
    let title = ui.words.checklist.shared.definition_title;
    let problem = ui.shared_ready(|shared| shared.problem);
    tag("div", "ready-page shared-ready")
        .add(beginning(title))
        .add(region(problem, move |problem| match problem {
            Some(problem) => unreadable(ui, *problem),
            None => offer(ui),
        }))
}

fn unreadable(ui: DeskUi, problem: SharedProblem) -> El {
    let say = &ui.words.checklist.shared;
    let text = match problem {
        SharedProblem::Truncated => say.truncated,
        SharedProblem::Damaged => say.damaged,
        SharedProblem::TooNew => say.too_new,
        SharedProblem::Foreign => say.foreign,
    };
    let leave = act(ui, "btn", say.leave, DeskEvent::Gate(GateEvent::Left));
    group([para("warn", text), tag("div", "row").add(leave)])
}

fn offer(ui: DeskUi) -> El {
    let (say, shared) = (&ui.words.gate.screen, &ui.words.checklist.shared);
    let is_mine = ui.shared_ready(|shared| shared.is_mine);
    let take = region(is_mine, move |is_mine| {
        if *is_mine {
            return para("note", say.is_mine);
        }
        let take = act(
            ui,
            "btn primary",
            say.take,
            DeskEvent::Gate(GateEvent::Taken),
        );
        let leave = act(ui, "btn", shared.leave, DeskEvent::Gate(GateEvent::Left));
        let acts = tag("div", "row").add([take, leave]);
        group([acts, para("note", say.take_note)])
    });
    let n_unknown = ui.shared_ready(|shared| shared.n_unknown);
    let unknown = region(n_unknown, move |n| {
        (*n > 0).then(|| para("warn", ui.words.gate.n.unknown.of(*n)))
    });
    let lists = tag("div", "gate-pair").add([Step::Vote, Step::Ready].map(|step| list(ui, step)));
    group([para("lead", shared.definition_note), take, unknown, lists])
}

/// Points that are asked for, as they came.
fn list(ui: DeskUi, step: Step) -> El {
    let id = format!("shared-{}", gate::mark(step));
    let rows = ui.shared_ready(match step {
        Step::Vote => |shared: &SharedReadyView| (shared.vote.clone(), shared.limit.clone()),
        Step::Ready => |shared: &SharedReadyView| (shared.ready.clone(), shared.limit.clone()),
    });
    let points = region(rows, move |(rows, limit)| {
        let points = rows.iter().map(|row| {
            let limit = (row.point.name == "R7" && !limit.is_empty())
                .then(|| fill(ui.words.gate.screen.at_most, &[limit]));
            tag("li", "gate-point")
                .add(tag("span", "point-name").add(row.point.name.as_str()))
                .add(tag("span", "point-text").add(row.wording.as_str()))
                .add(limit.map(|limit| tag("span", "chip").add(limit)))
        });
        tag("ol", "gate-points")
            .attr("role", "list")
            .add(points.collect::<Vec<_>>())
    });
    tag("section", "paper gate-list")
        .attr("aria-labelledby", &id)
        .add(gate::heading(ui, step, &id))
        .add(points)
}
