//! The draft beside the old text, part by part, each taken over with a press.

use super::Places;
use crate::desk::DeskEvent;
use crate::desk::event::PrepareEvent;
use crate::desk::view::{DraftPart, DraftRow, Shape};
use crate::ui::desk::DeskUi;
use crate::ui::parts::{
    Choice, El, act, choices, el, line, on_change, para, region, region_if, switch, tag,
};
use crate::ui::rich;
use crate::words::fill;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::Element;

/// The name of the place where the focus goes when nothing is left to take over.
const HEADING: &str = "heading";

/// The whole draft.
pub(super) fn draft(ui: DeskUi) -> El {
    let say = ui.words.prepare;
    let places = Places::default();
    let heading = el("h2").attrs(&[("id", "draft-title"), ("tabindex", "-1")]);
    places.note(HEADING, &heading);
    let section = tag("section", "paper prepare-draft").attr("aria-labelledby", "draft-title");
    let is_inside = Rc::new(Cell::new(false));
    let rows = rows(ui, &section, &is_inside, &places);
    let n_rows = ui.prepare(|shown| shown.draft.len());
    let status = para("note", "").attr("role", "status");
    let status = status.text(move || match n_rows() {
        0 => say.draft_empty.to_owned(),
        n => ui.words.prepare_count.changed.of(n),
    });
    let all = region_if(
        move || n_rows() > 0,
        move || {
            let event = DeskEvent::Prepare(PrepareEvent::AllTakenOver);
            act(ui, "btn primary", say.take_all, event)
        },
    );
    // After everything that may be taken down.
    go_on(ui, &section, is_inside, places);
    let close = DeskEvent::Prepare(PrepareEvent::Closed);
    let acts = tag("div", "row draft-acts").add([all, act(ui, "btn", say.done, close)]);
    section.add([heading.add(say.draft), form(ui), status, rows, acts])
}

/// As what it is written.
fn form(ui: DeskUi) -> El {
    let say = ui.words.prepare;
    let shape = |shape| DeskEvent::Prepare(PrepareEvent::ShapeChosen(shape));
    let answers = vec![
        Choice::new(say.user_story, shape(Shape::Story)),
        Choice::new(say.bug_report, shape(Shape::Bug)),
    ];
    let chosen = ui.prepare(|shown| {
        Some(match shown.form.shape {
            Shape::Story => 0,
            Shape::Bug => 1,
        })
    });
    let scenarios = switch(
        ui,
        "draft-scenarios",
        (say.scenarios, ""),
        || true,
        ui.prepare(|shown| shown.form.given_when_then),
        |is_on| DeskEvent::Prepare(PrepareEvent::ScenariosSwitched(is_on)),
    );
    tag("div", "draft-form").add([
        choices(ui, "draft-shape", say.written_as, || true, chosen, answers),
        scenarios,
    ])
}

/// The parts that differ, in order.
fn parts(ui: DeskUi) -> impl Fn() -> Vec<DraftPart> + Copy + 'static {
    ui.prepare(|shown| shown.draft.iter().map(|row| row.part).collect())
}

/// Every part that differs; notes whether the focus was in the draft before any goes.
fn rows(ui: DeskUi, section: &El, is_inside: &Rc<Cell<bool>>, places: &Places) -> El {
    let (panel, is_inside, places) = (section.clone(), Rc::clone(is_inside), places.clone());
    let parts = parts(ui);
    let lines = move || {
        let parts = parts();
        is_inside.set(has_focus(&panel));
        let lines = parts.into_iter().map(|part| {
            let places = places.clone();
            line(name(part), move || row(ui, part, &places))
        });
        lines.collect()
    };
    tag("div", "draft-rows").lines(lines)
}

/// Who took something over goes on with the next part.
fn go_on(ui: DeskUi, section: &El, was_inside: Rc<Cell<bool>>, places: Places) {
    let (panel, parts) = (section.clone(), parts(ui));
    on_change(parts, move || {
        if was_inside.get() && !has_focus(&panel) {
            let next = parts().first().map_or(HEADING, |part| name(*part));
            places.focus(next);
        }
    });
}

fn has_focus(panel: &El) -> bool {
    let element: &Element = panel.as_js();
    element.matches(":focus-within").unwrap_or(false)
}

/// Something of a part; the default when it does not differ any more.
fn of<T: Default + 'static>(
    ui: DeskUi,
    part: DraftPart,
    pick: fn(&DraftRow) -> T,
) -> impl Fn() -> T + Copy + 'static {
    move || {
        let view = ui.look();
        let rows = super::shown(&view).map(|shown| shown.draft.iter());
        let found = rows.and_then(|mut rows| rows.find(|row| row.part == part));
        found.map(pick).unwrap_or_default()
    }
}

fn row(ui: DeskUi, part: DraftPart, places: &Places) -> El {
    let say = ui.words.prepare;
    let title = title(ui, part);
    let id = format!("draft-{}", name(part));
    let pair = tag("div", "draft-pair").add([
        side(ui, say.before, part, of(ui, part, |row| row.old.clone())),
        side(ui, say.after, part, of(ui, part, |row| row.new.clone())),
    ]);
    let take = act(
        ui,
        "btn",
        say.take,
        DeskEvent::Prepare(PrepareEvent::TakenOver(part)),
    );
    let take = take.attr("aria-label", &fill(say.take_part, &[title]));
    places.note(name(part), &take);
    let is_proposed = of(ui, part, |row| row.is_proposed);
    let note = region_if(is_proposed, move || para("note", say.proposed));
    let leave_out = region_if(is_proposed, move || {
        let event = DeskEvent::Prepare(PrepareEvent::ProposalDropped(part));
        act(ui, "btn quiet", say.leave_out, event)
    });
    tag("div", "draft-row")
        .attrs(&[("role", "group"), ("aria-labelledby", &id)])
        .add([
            el("h3").attr("id", &id).add(title),
            pair,
            note,
            tag("div", "row").add([take, leave_out]),
        ])
}

/// The old text or the new one.
fn side(ui: DeskUi, label: &str, part: DraftPart, now: impl Fn() -> String + Copy + 'static) -> El {
    let is_empty = move || now().trim().is_empty();
    let text = region(is_empty, move |is_empty| {
        if *is_empty {
            return para("note", ui.words.prepare.empty);
        }
        match part {
            DraftPart::Kind | DraftPart::Title => el("p").text(now),
            DraftPart::Description
            | DraftPart::Why
            | DraftPart::Acceptance
            | DraftPart::Dependencies
            | DraftPart::Questions => rich::rich(now),
        }
    });
    tag("div", "draft-side").add([para("draft-label", label), text])
}

fn title(ui: DeskUi, part: DraftPart) -> &'static str {
    let (backlog, story) = (ui.words.backlog, ui.words.story);
    match part {
        DraftPart::Kind => backlog.kind,
        DraftPart::Title => backlog.story_title,
        DraftPart::Description => story.description,
        DraftPart::Why => story.why,
        DraftPart::Acceptance => story.acceptance,
        DraftPart::Dependencies => story.dependencies,
        DraftPart::Questions => story.questions,
    }
}

fn name(part: DraftPart) -> &'static str {
    match part {
        DraftPart::Kind => "kind",
        DraftPart::Title => "title",
        DraftPart::Description => "description",
        DraftPart::Why => "why",
        DraftPart::Acceptance => "acceptance",
        DraftPart::Dependencies => "dependencies",
        DraftPart::Questions => "questions",
    }
}
