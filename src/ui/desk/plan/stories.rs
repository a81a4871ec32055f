//! The stories of the session: five to seven, in order, each past its gate or stopped.

use super::{note, press, section, told};
use crate::desk::DeskPage;
use crate::desk::event::PlanEvent;
use crate::desk::view::StoryId;
use crate::desk::view::{CandidateRow, DeskScreen, GateMark, PlanCount, PlanRow};
use crate::ui::desk::{DeskUi, fields, say, story_gate};
use crate::ui::parts::{El, el, line, region, region_if, tag};
use crate::words::fill;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// What was chosen, and what could be.
pub(super) fn stories(ui: DeskUi) -> El {
    let words = ui.words.plan;
    let ids = ui.plan(|plan| plan.stories.iter().map(|row| row.id).collect::<Vec<_>>());
    let lines = move || {
        let ids = ids().into_iter();
        ids.map(|id| line(id.to_string(), move || planned(ui, id)))
            .collect()
    };
    let list = tag("ol", "plan-list")
        .attrs(&[("role", "list"), ("aria-label", words.stories)])
        .lines(lines);
    let n = ui.plan(|plan| plan.stories.len());
    let count = ui.plan(|plan| Some(plan.count));
    let count = tag("p", "note").attr("role", "status").text(move || {
        let n = ui.words.plan_count.stories.of(n());
        let advice = match count() {
            Some(PlanCount::None) | None => return words.none.to_owned(),
            Some(PlanCount::Few) => words.few,
            Some(PlanCount::Usual) => words.usual,
            Some(PlanCount::Many) => words.many,
        };
        [&n, advice].join(" ")
    });
    section(
        words.stories,
        [
            count,
            list,
            press(ui, "btn", words.propose, PlanEvent::Proposed),
            candidates(ui),
        ],
    )
}

/// Something of a planned story; nothing once it is taken out.
fn of_row<T: Default + 'static>(
    ui: DeskUi,
    id: StoryId,
    pick: fn(DeskUi, &PlanRow) -> T,
) -> impl Fn() -> T + Copy + 'static {
    move || {
        let view = ui.look();
        let DeskScreen::Plan(plan) = &view.screen else {
            return T::default();
        };
        let row = plan.stories.iter().find(|row| row.id == id);
        row.map(|row| pick(ui, row)).unwrap_or_default()
    }
}

fn planned(ui: DeskUi, id: StoryId) -> El {
    let words = ui.words.plan;
    let title = of_row(ui, id, |ui, row| called(ui, &row.key, &row.title));
    let href = format!("#{}", DeskPage::Story(id).fragment());
    let link = tag("a", "story-link").attr("href", &href).text(title);
    let facts = tag("span", "story-facts").text(of_row(ui, id, facts));
    let shift = move |by| PlanEvent::Shifted { story: id, by };
    let ways = tag("div", "row").add([
        press(ui, "btn small", ui.words.backlog.move_up, shift(-1)),
        press(ui, "btn small", ui.words.backlog.move_down, shift(1)),
        press(ui, "btn small", words.take_out, PlanEvent::TakenOut(id)),
    ]);
    let gates = story_gate::gate_chips(ui, id, title, move || both_gates(ui, id));
    let item = tag("li", "plan-story").add([link, facts, gates, stopped(ui, id), ways]);
    let own = item.clone();
    item.on("keydown", move |event| {
        let by = match event.dyn_ref::<KeyboardEvent>() {
            Some(key) if key.alt_key() && key.key() == "ArrowUp" => -1,
            Some(key) if key.alt_key() && key.key() == "ArrowDown" => 1,
            Some(_) | None => return,
        };
        event.prevent_default();
        let held = own.focused();
        ui.send(crate::desk::DeskEvent::Plan(shift(by)));
        if let Some(held) = held {
            leptos::prelude::request_animation_frame(move || held.focus());
        }
    })
}

/// Vote gate and ready gate.
fn both_gates(ui: DeskUi, id: StoryId) -> Option<(GateMark, GateMark)> {
    of_row(ui, id, |_, row| Some((row.gate.mark(), row.ready.mark())))()
}

fn called(ui: DeskUi, key: &str, title: &str) -> String {
    let title = say::titled(ui, title);
    if key.is_empty() {
        title.to_owned()
    } else {
        [key, title].join(" ")
    }
}

/// Estimate, people, questions.
fn facts(ui: DeskUi, row: &PlanRow) -> String {
    let words = ui.words.plan;
    let mut facts = Vec::new();
    if row.is_voted {
        facts.push(fill(words.voted, &[&row.estimate]));
    }
    facts.push(if row.needed.is_empty() {
        words.nobody_named.to_owned()
    } else {
        fill(words.needed, &[&row.needed.join(", ")])
    });
    if row.n_open_questions > 0 {
        facts.push(ui.words.backlog_count.questions.of(row.n_open_questions));
    }
    facts.join(" · ")
}

/// A story that does not pass the first gate: what is missing, and two ways on.
fn stopped(ui: DeskUi, id: StoryId) -> El {
    let words = ui.words.plan;
    let is_stopped = of_row(ui, id, |_, row| !row.gate.is_passed);
    region_if(is_stopped, move || {
        let missing = of_row(ui, id, |_, row| row.gate.missing.join(", "));
        let text = el("p").text(move || fill(words.stopped, &[&missing()]));
        let helper = of_row(ui, id, |_, row| row.helper.clone());
        let with = fields::bare(
            ui,
            &format!("with-{id}"),
            words.prepare_with,
            helper,
            move |name| told(PlanEvent::PrepareWith(id, name)),
        );
        let back = PlanEvent::SentBack(id, String::new());
        let ways = tag("div", "row").add([with, press(ui, "btn small", words.send_back, back)]);
        tag("div", "warn").add([text, ways])
    })
}

/// Stories that are not in the session yet.
fn candidates(ui: DeskUi) -> El {
    let words = ui.words.plan;
    let sought = ui.plan(|plan| plan.sought.clone());
    let seek = fields::text(ui, "plan-seek", words.seek, sought, |text| {
        told(PlanEvent::Sought(text))
    });
    let rows = region(ui.plan(|plan| plan.candidates.clone()), move |rows| {
        if rows.is_empty() {
            return note(words.no_candidates);
        }
        let rows = rows.iter().map(|row| candidate(ui, row));
        tag("ul", "candidates")
            .attr("role", "list")
            .add(rows.collect::<Vec<_>>())
    });
    tag("div", "").add([seek, rows])
}

fn candidate(ui: DeskUi, row: &CandidateRow) -> El {
    let title = called(ui, &row.key, &row.title);
    let label = fill(ui.words.plan.take_in, &[&title]);
    let take = tag("button", "btn quiet")
        .attrs(&[("type", "button"), ("aria-label", &label)])
        .sends(ui, crate::desk::DeskEvent::Plan(PlanEvent::TakenIn(row.id)))
        .add(format!("+ {title}"));
    el("li").add(take)
}
