//! The team's Definition of Ready, one's own or one that came as a link.

use super::drag_lists::{self, Dropped};
use super::{DeskUi, beginning, gate_link, gate_point};
use crate::desk::event::GateEvent;
use crate::desk::view::{Agreed, GateView, Step};
use crate::desk::{DeskEvent, gate_says};
use crate::ui::parts::{El, act, act_if, el, labels, line, para, region_if, tag};
use crate::words::fill;

/// The whole page.
pub(super) fn gate(ui: DeskUi) -> El {
    let say = &ui.words.gate.screen;
    let copy = act(
        ui,
        "btn",
        say.copy_markdown,
        DeskEvent::Gate(GateEvent::MarkdownPressed),
    );
    let ways = tag("div", "row").add([copy, gate_link::button(ui)]);
    let head = tag("div", "desk-head").add([beginning(ui.words.gate.title), ways]);
    let differs = ui.gate(|gate| !gate.is_built_in);
    let reset = region_if(differs, move || {
        act(
            ui,
            "btn quiet",
            say.reset,
            DeskEvent::Gate(GateEvent::Reset),
        )
    });
    let lists = tag("div", "gate-pair").add([Step::Vote, Step::Ready].map(|step| list(ui, step)));
    drag_lists::follow(&lists, move |dropped| place(ui, &dropped));
    tag("div", "ready-page").add([
        head,
        para("lead", say.lead),
        gate_link::panel(ui),
        agreed(ui),
        lists,
        tag("div", "row").add([para("note", say.keys_note), reset]),
    ])
}

/// A point was let go.
fn place(ui: DeskUi, dropped: &Dropped<'_>) {
    let mut steps = [Step::Vote, Step::Ready].into_iter();
    if let Some(step) = steps.find(|step| mark(*step) == dropped.list) {
        let (point, before) = (dropped.name.to_owned(), dropped.before.map(str::to_owned));
        let moved = GateEvent::Moved {
            point,
            step,
            before,
        };
        ui.send(DeskEvent::Gate(moved));
    }
}

/// What the team has said of its list.
fn agreed(ui: DeskUi) -> El {
    let says = ui.gate(|gate| gate.agreed);
    let is_open = move || !matches!(says(), Agreed::Since { .. });
    let text = el("p").text(move || agreed_says(ui, says()));
    let agree = region_if(is_open, move || {
        let event = DeskEvent::Gate(GateEvent::Agreed);
        act(ui, "btn small", ui.words.gate.screen.agree, event)
    });
    tag("div", "agreed")
        .attr("role", "status")
        .flag("data-open", is_open)
        .add([text, agree])
}

fn agreed_says(ui: DeskUi, agreed: Agreed) -> String {
    let words = ui.words.gate;
    let say = &words.screen;
    match agreed {
        Agreed::Never => say.agree_never.to_owned(),
        Agreed::Changed => say.agree_changed.to_owned(),
        Agreed::Since { at_ms } => fill(say.agreed, &[&gate_says::day(words, at_ms)]),
        Agreed::ChangedSince { at_ms } => {
            fill(say.agreed_changed, &[&gate_says::day(words, at_ms)])
        }
    }
}

/// The heading and the sentence over the points of a gate.
pub(super) fn heading(ui: DeskUi, step: Step, id: &str) -> [El; 2] {
    let say = &ui.words.gate.screen;
    let (title, note) = match step {
        Step::Vote => (say.before_vote, say.before_vote_note),
        Step::Ready => (say.before_sprint, say.before_sprint_note),
    };
    let title = el("h2").attr("id", id).add(title);
    [title, para("note", note)]
}

/// Names a gate in ids and styles.
pub(super) fn mark(step: Step) -> &'static str {
    match step {
        Step::Vote => "vote",
        Step::Ready => "ready",
    }
}

fn list(ui: DeskUi, step: Step) -> El {
    let id = format!("points-{}", mark(step));
    let names = ui.gate(match step {
        Step::Vote => |gate: &GateView| names(gate, Step::Vote),
        Step::Ready => |gate: &GateView| names(gate, Step::Ready),
    });
    let lines = move || {
        let names = names().into_iter();
        names
            .map(|name| line(name.clone(), move || gate_point::point(ui, name)))
            .collect()
    };
    let points = tag("ol", "gate-points")
        .attrs(&[("role", "list"), ("data-list", mark(step))])
        .attr("aria-labelledby", &id)
        .lines(lines);
    tag("section", "paper gate-list")
        .attr("aria-labelledby", &id)
        .add(heading(ui, step, &id))
        .add([points, add(ui, step)])
}

fn names(gate: &GateView, step: Step) -> Vec<String> {
    let rows = gate.points(step).iter();
    rows.map(|row| row.point.name.clone()).collect()
}

/// A point of the team's own.
fn add(ui: DeskUi, step: Step) -> El {
    let say = &ui.words.gate.screen;
    let id = format!("add-{}", mark(step));
    let label = match step {
        Step::Vote => say.add_to_vote,
        Step::Ready => say.add_to_sprint,
    };
    let is_full = ui.gate(|gate| gate.is_full);
    let input = tag("input", "input").attrs(&[
        ("id", &id),
        ("autocomplete", "off"),
        ("placeholder", say.add_hint),
        ("maxlength", "300"),
    ]);
    let own = input.clone();
    let button = tag("button", "btn")
        .attr("type", "submit")
        .flag("disabled", is_full)
        .add(say.add);
    let form = tag("form", "field-row")
        .add([labels(&id, label), input, button])
        .on("submit", move |event| {
            event.prevent_default();
            ui.send(DeskEvent::Gate(GateEvent::Added(step, own.value())));
            own.write("");
            own.focus();
        });
    let full = region_if(is_full, move || para("note", ui.words.gate.screen.full));
    tag("div", "gate-add").add([form, full])
}

/// The built-in wording again, or one of the moves; goes while it makes no sense.
pub(super) fn small(
    ui: DeskUi,
    label: &str,
    may: impl Fn() -> bool + 'static,
    event: GateEvent,
) -> El {
    act_if(ui, "btn small", label, may, DeskEvent::Gate(event))
}
