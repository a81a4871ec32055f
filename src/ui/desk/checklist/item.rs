//! One item: its box, its words, what Floret knows of it, its note.

use super::{ChecklistEvent, DeskUi, ItemName, menu, of_item};
use crate::desk::view::Direction;
use crate::ui::desk::drag;
use crate::ui::parts::{El, Icon, icon, live_text, region, region_if, tag};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, request_animation_frame, untrack};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// What is open of an item; nothing of it is kept.
#[derive(Clone, Copy)]
pub(super) struct Open {
    /// Its note, though it is empty.
    pub(super) note: RwSignal<bool>,
    /// Its wording is being changed.
    pub(super) edit: RwSignal<bool>,
}

/// A row; Alt and an arrow key move it.
pub(super) fn item(ui: DeskUi, name: ItemName) -> El {
    let open = Open {
        note: RwSignal::new(false),
        edit: RwSignal::new(false),
    };
    let id = format!("item-{name}");
    let row = tag("li", "check-item")
        .attr("data-item", &name.to_string())
        .class_if("done", of_item(ui, name, |row| row.is_done))
        .class_if("out", of_item(ui, name, |row| row.is_hidden));
    let part = of_item(ui, name, |row| row.begins_part);
    let begins = region_if(part, move || {
        let say = &ui.words.checklist.screen;
        tag("p", "check-part")
            .add(tag("b", "").add(say.participants))
            .add(" ")
            .add(say.participants_note)
    });
    let own = row.clone();
    row.on("keydown", move |event| move_by_key(ui, name, &own, &event))
        .add(begins)
        .add(tag("div", "check-row").add([
            drag::handle(&name.to_string()),
            tick(ui, name, &id),
            words(ui, name, &id, open),
            menu::menu(ui, name, open),
        ]))
}

fn tick(ui: DeskUi, name: ItemName, id: &str) -> El {
    let input = tag("input", "check-tick").attrs(&[("type", "checkbox"), ("id", id)]);
    let own = input.clone();
    let fact = of_item(ui, name, |row| !row.fact.is_empty());
    let about = format!("{id}-fact");
    input
        .checked(of_item(ui, name, |row| row.is_done))
        .attr_live("aria-describedby", move || fact().then(|| about.clone()))
        .on("change", move |_| {
            ui.tick(ChecklistEvent::Ticked(name, own.is_checked()));
        })
}

fn words(ui: DeskUi, name: ItemName, id: &str, open: Open) -> El {
    let label = tag("label", "check-label")
        .attr("for", id)
        .class_if("vh", move || open.edit.get())
        .text(of_item(ui, name, |row| row.text.clone()));
    let edit = region_if(move || open.edit.get(), {
        let id = id.to_owned();
        move || edit(ui, name, &id, open)
    });
    let note = of_item(ui, name, |row| !row.note.is_empty());
    let note = region_if(move || open.note.get() || note(), {
        let id = id.to_owned();
        move || note_box(ui, name, &id, open)
    });
    tag("div", "check-words").add([label, edit, fact(ui, name, id), calendar(ui, name), note])
}

/// What Floret knows: a sentence, or only the sign that it may come to know something.
fn fact(ui: DeskUi, name: ItemName, id: &str) -> El {
    let id = format!("{id}-fact");
    let key = of_item(ui, name, |row| (!row.fact.is_empty(), row.can_tick));
    region(key, move |key| match key {
        (true, _) => Some(
            tag("p", "check-fact")
                .attr("id", &id)
                .add(icon(Icon::Gear))
                .add(tag("span", "").text(of_item(ui, name, |row| row.fact.clone()))),
        ),
        (false, true) => Some(
            tag("span", "check-gear")
                .attr("title", ui.words.checklist.screen.can_tick)
                .add(icon(Icon::Gear)),
        ),
        (false, false) => None,
    })
}

/// The fixed slot leads to its calendar file.
fn calendar(ui: DeskUi, name: ItemName) -> El {
    region_if(of_item(ui, name, |row| row.has_calendar), move || {
        let button = tag("button", "check-more").attr("type", "button");
        let own = button.clone();
        button
            .on("click", move |_| super::calendar::show(&own))
            .add(ui.words.checklist.screen.calendar)
    })
}

fn note_box(ui: DeskUi, name: ItemName, id: &str, open: Open) -> El {
    let say = &ui.words.checklist.screen;
    let text = untrack(of_item(ui, name, |row| row.text.clone()));
    let input = tag("textarea", "input check-note").attrs(&[
        ("id", &format!("{id}-note")),
        ("rows", "1"),
        ("placeholder", say.note_hint),
        ("aria-label", &[say.note, ": ", &text].concat()),
    ]);
    let own = input.clone();
    live_text(input, of_item(ui, name, |row| row.note.clone()), || 0)
        // As long as somebody is in it, it does not go, empty or not.
        .on("focus", move |_| open.note.set(true))
        .on("blur", move |_| open.note.set(false))
        .on("input", move |_| {
            ui.tick(ChecklistEvent::NoteTyped(name, own.value()));
        })
}

/// A box with the wording: Enter takes it, Escape leaves it as it was.
fn edit(ui: DeskUi, name: ItemName, id: &str, open: Open) -> El {
    let say = &ui.words.checklist.screen;
    let hint = format!("{id}-hint");
    let input = tag("input", "input check-edit").attrs(&[
        ("aria-label", say.edit),
        ("aria-describedby", &hint),
        ("autocomplete", "off"),
        ("enterkeyhint", "done"),
    ]);
    input.write(&untrack(of_item(ui, name, |row| row.text.clone())));
    let (own, left, shown) = (input.clone(), input.clone(), input.clone());
    request_animation_frame(move || {
        shown.focus();
        shown.select();
    });
    let input = input
        .on("keydown", move |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            match key.as_deref() {
                Some("Enter") => take(ui, name, &own, open),
                Some("Escape") => open.edit.set(false),
                Some(_) | None => return,
            }
            event.prevent_default();
            event.stop_propagation();
            focus_item(&own, name);
        })
        .on("blur", move |_| take(ui, name, &left, open));
    tag("div", "check-editing")
        .add(input)
        .add(tag("p", "note").attr("id", &hint).add(say.edit_hint))
}

fn take(ui: DeskUi, name: ItemName, input: &El, open: Open) {
    if open.edit.get_untracked() {
        open.edit.set(false);
        ui.tick(ChecklistEvent::Reworded(name, input.value()));
    }
}

/// Gives the focus to the box of an item, once what is open has gone.
pub(super) fn focus_item(near: &El, name: ItemName) {
    let Some(document) = near.node().owner_document() else {
        return;
    };
    request_animation_frame(move || {
        if let Some(tick) = document.get_element_by_id(&format!("item-{name}")) {
            El::of(tick).focus();
        }
    });
}

fn move_by_key(ui: DeskUi, name: ItemName, row: &El, event: &Event) {
    let direction = match event.dyn_ref::<KeyboardEvent>() {
        Some(key) if key.alt_key() && key.key() == "ArrowUp" => Direction::Up,
        Some(key) if key.alt_key() && key.key() == "ArrowDown" => Direction::Down,
        Some(_) | None => return,
    };
    event.prevent_default();
    nudge(ui, name, direction, row);
}

/// Moves an item; where it went into another list it is drawn anew, so its box is found
/// by its name.
pub(super) fn nudge(ui: DeskUi, name: ItemName, direction: Direction, row: &El) {
    let held = row.focused();
    ui.tick(ChecklistEvent::Nudged(name, direction));
    let Some(held) = held else {
        return;
    };
    let row = row.clone();
    request_animation_frame(move || {
        if held.node().is_connected() {
            held.focus();
        } else {
            focus_item(&row, name);
        }
    });
}
