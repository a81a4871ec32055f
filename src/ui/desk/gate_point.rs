//! One point of the team's Definition of Ready.

use super::gate::small;
use super::{DeskUi, drag};
use crate::desk::DeskEvent;
use crate::desk::event::GateEvent;
use crate::desk::view::{DeskScreen, PointRow, Step};
use crate::ui::parts::{
    El, Icon, el, group, icon, labels, live_text, para, problem, region_if, tag,
};
use crate::words::fill;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, StoredValue, WithValue, untrack};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Name of the built-in point that has the limit.
const SIZE_POINT: &str = "R7";

/// A row; Alt and an arrow key move it. What changes it is behind its button.
pub(super) fn point(ui: DeskUi, name: String) -> El {
    let is_open = RwSignal::new(false);
    let is_on = of(ui, &name, |row| row.point.is_on);
    let off = {
        let is_on = is_on.clone();
        move || !is_on()
    };
    let limit = (name == SIZE_POINT).then(|| limit(ui));
    let text = tag("div", "point-text").add([words(ui, &name), tags(ui, &name)]);
    let drawer = {
        let name = name.clone();
        region_if(move || is_open.get(), move || drawer(ui, &name, is_open))
    };
    let row = tag("li", "gate-point")
        .attr("data-item", &name)
        .class_if("off", off)
        .add([
            drag::handle(&name),
            switch(ui, &name, is_on),
            text,
            opener(ui, &name, is_open),
        ])
        .add(limit)
        .add(drawer);
    let own = row.clone();
    row.on("keydown", move |event| {
        let by = match event.dyn_ref::<KeyboardEvent>() {
            Some(key) if key.alt_key() && key.key() == "ArrowUp" => -1,
            Some(key) if key.alt_key() && key.key() == "ArrowDown" => 1,
            Some(_) | None => return,
        };
        event.prevent_default();
        let point = name.clone();
        moves(ui, &own, GateEvent::Shifted { point, by });
    })
}

/// Something of a row, as long as it is in the list.
fn of<T: Default + 'static>(
    ui: DeskUi,
    name: &str,
    pick: fn(&PointRow) -> T,
) -> impl Fn() -> T + Clone + 'static {
    let name = name.to_owned();
    move || {
        let view = ui.look();
        let DeskScreen::Ready(gate) = &view.screen else {
            return T::default();
        };
        let mut rows = gate.vote.iter().chain(&gate.ready);
        let row = rows.find(|row| row.point.name == name);
        row.map(pick).unwrap_or_default()
    }
}

fn id_of(name: &str) -> String {
    format!("point-{name}")
}

fn switch(ui: DeskUi, name: &str, is_on: impl Fn() -> bool + 'static) -> El {
    let input = el("input")
        .attrs(&[
            ("type", "checkbox"),
            ("role", "switch"),
            ("id", &id_of(name)),
        ])
        .checked(is_on);
    let (own, name) = (input.clone(), name.to_owned());
    input.on("change", move |_| {
        let event = GateEvent::Switched(name.clone(), own.is_checked());
        ui.send(DeskEvent::Gate(event));
    })
}

fn words(ui: DeskUi, name: &str) -> El {
    let wording = of(ui, name, |row| row.wording.clone());
    tag("label", "point-words")
        .attr("for", &id_of(name))
        .add(tag("span", "point-name").add(name))
        .add(" ")
        .add(el("span").text(wording))
}

/// Where it comes from, and who ticks it.
fn tags(ui: DeskUi, name: &str) -> El {
    let about = of(ui, name, |row| {
        let is_reworded = !row.is_own && row.point.text.is_some();
        (row.point.rule.is_some(), row.is_own, is_reworded)
    });
    tag("span", "note").text(move || {
        let say = &ui.words.gate.screen;
        let (by_fact, is_own, is_reworded) = about();
        let all = [
            (by_fact, say.by_fact),
            (is_own, say.own),
            (is_reworded, say.reworded),
        ];
        let shown = all.into_iter().filter(|(is_so, _)| *is_so);
        shown.map(|(_, word)| word).collect::<Vec<_>>().join(" · ")
    })
}

fn opener(ui: DeskUi, name: &str, is_open: RwSignal<bool>) -> El {
    tag("button", "icon-btn")
        .attr("type", "button")
        .attr("aria-label", &fill(ui.words.gate.screen.change, &[name]))
        .attr_live("aria-expanded", move || {
            Some(if is_open.get() { "true" } else { "false" })
        })
        .on("click", move |_| is_open.set(!is_open.get_untracked()))
        .add(icon(Icon::More))
}

/// Wording, place, gate.
fn drawer(ui: DeskUi, name: &str, is_open: RwSignal<bool>) -> El {
    let say = &ui.words.gate.screen;
    let id = format!("wording-{name}");
    let input =
        tag("input", "input").attrs(&[("id", &id), ("autocomplete", "off"), ("maxlength", "300")]);
    let (own, point) = (input.clone(), name.to_owned());
    let wording = of(ui, name, |row| row.wording.clone());
    let wording = StoredValue::new_local(wording);
    let input = live_text(input, move || wording.with_value(|wording| wording()), || 0).on(
        "input",
        move |_| {
            let event = GateEvent::Reworded(point.clone(), own.value());
            ui.send(DeskEvent::Gate(event));
        },
    );
    let is_own = untrack(of(ui, name, |row| row.is_own));
    let note = (!is_own).then(|| para("note", say.wording_note));
    let field = group(labels(&id, &fill(say.wording, &[name])))
        .add(input)
        .add(note);
    let drawer = tag("div", "point-drawer");
    let acts = acts(ui, name, is_own, &drawer);
    let closer = tag("button", "btn small quiet")
        .attr("type", "button")
        .on("click", move |_| is_open.set(false))
        .add(say.done);
    drawer.add([field, acts.add(closer)])
}

fn acts(ui: DeskUi, name: &str, is_own: bool, drawer: &El) -> El {
    let say = &ui.words.gate.screen;
    let is_first = of(ui, name, |row| row.place == 1);
    let is_last = of(ui, name, |row| row.place == row.of);
    let step = of(ui, name, |row| Some(row.point.step));
    let shift = |by| GateEvent::Shifted {
        point: name.to_owned(),
        by,
    };
    let (up, down) = (shift(-1), shift(1));
    let button = |label: &str, event: GateEvent, may_not: Box<dyn Fn() -> bool>| {
        let drawer = drawer.clone();
        tag("button", "btn small")
            .attr("type", "button")
            .flag("disabled", may_not)
            .on("click", move |_| moves(ui, &drawer, event.clone()))
            .add(label)
    };
    let other = untrack(step);
    let other = match other {
        Some(Step::Ready) => (say.to_vote, Step::Vote),
        Some(Step::Vote) | None => (say.to_sprint, Step::Ready),
    };
    let (label, step) = other;
    let chosen = GateEvent::StepChosen(name.to_owned(), step);
    let remove = GateEvent::Removed(name.to_owned());
    tag("div", "row")
        .add([
            button(say.move_up, up, Box::new(is_first)),
            button(say.move_down, down, Box::new(is_last)),
            small(ui, label, || true, chosen),
        ])
        .add(is_own.then(|| small(ui, say.remove, || true, remove)))
}

/// Moves a row; what had the focus in it has it again afterwards.
fn moves(ui: DeskUi, row: &El, event: GateEvent) {
    let held = row.focused();
    ui.send(DeskEvent::Gate(event));
    if let Some(held) = held {
        leptos::prelude::request_animation_frame(move || held.focus());
    }
}

/// The team's limit for the size of a story.
fn limit(ui: DeskUi) -> El {
    let say = &ui.words.gate.screen;
    let id = "ready-limit";
    let input = tag("input", "input limit").attrs(&[
        ("id", id),
        ("autocomplete", "off"),
        ("inputmode", "decimal"),
        ("aria-describedby", "ready-limit-note ready-limit-problem"),
    ]);
    let is_wrong = ui.gate(|gate| gate.is_no_number);
    let own = input.clone();
    let input = live_text(input, ui.gate(|gate| gate.limit.clone()), || 0)
        .flag("aria-invalid", is_wrong)
        .on("input", move |_| {
            ui.send(DeskEvent::Gate(GateEvent::LimitTyped(own.value())));
        });
    let wrong = problem("ready-limit-problem", move || {
        if is_wrong() { say.limit_problem } else { "" }
    });
    let note = para("note", say.limit_note).attr("id", "ready-limit-note");
    tag("div", "point-limit").add([labels(id, say.limit), input, note, wrong])
}
