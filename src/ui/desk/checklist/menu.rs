//! What can be done with one item, behind its `More` button.

use super::item::{Open, focus_item, nudge};
use super::{ChecklistEvent, DeskUi, ItemName, of_item};
use crate::desk::view::Direction;
use crate::ui::parts::{El, Icon, icon, listen, region_if, tag};
use crate::words::fill;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, request_animation_frame, untrack};
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, KeyboardEvent, Node};

/// The button, and what it opens.
pub(super) fn menu(ui: DeskUi, name: ItemName, open: Open) -> El {
    let is_open = RwSignal::new(false);
    let text = of_item(ui, name, |row| row.text.clone());
    let button = tag("button", "icon-btn")
        .attr("type", "button")
        .attr_live("aria-label", move || {
            Some(fill(ui.words.checklist.screen.item_menu, &[&text()]))
        })
        .attr_live("aria-expanded", move || {
            Some(if is_open.get() { "true" } else { "false" })
        })
        .on("click", move |_| is_open.set(!is_open.get_untracked()))
        .add(icon(Icon::More));
    let room = tag("div", "row-menu");
    let body = region_if(move || is_open.get(), {
        let room = room.clone();
        move || acts(ui, name, open, is_open, &room)
    });
    let opener = button.clone();
    let room = room.add([button, body]).on("keydown", move |event| {
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
        if is_open.get_untracked() && key.as_deref() == Some("Escape") {
            event.stop_propagation();
            is_open.set(false);
            opener.focus();
        }
    });
    close_when_left(&room, is_open);
    room
}

/// The focus elsewhere closes it.
fn close_when_left(room: &El, is_open: RwSignal<bool>) {
    let node = room.node().clone();
    let own = node.clone();
    let act = move |event: web_sys::Event| {
        // A row that is moved lets go of the focus for a moment, to nowhere.
        let to = event.dyn_ref().and_then(FocusEvent::related_target);
        let to = to.and_then(|to| to.dyn_into::<Node>().ok());
        if to.is_some_and(|to| !own.contains(Some(&to))) {
            is_open.set(false);
        }
    };
    listen(&node, "focusout", Box::new(act));
}

fn acts(ui: DeskUi, name: ItemName, open: Open, is_open: RwSignal<bool>, room: &El) -> El {
    let say = &ui.words.checklist.screen;
    let (noted, hidden) = (room.clone(), room.clone());
    let note = entry(say.note, move || {
        is_open.set(false);
        open.note.set(true);
        focus_note(&noted, name);
    });
    let edit = entry(say.edit, move || {
        is_open.set(false);
        open.edit.set(true);
    });
    let is_hidden = untrack(of_item(ui, name, |row| row.is_hidden));
    let label = if is_hidden { say.unhide } else { say.hide };
    let hide = entry(label, move || {
        is_open.set(false);
        focus_neighbour(&hidden);
        ui.tick(ChecklistEvent::Hidden(name, !is_hidden));
    });
    let moves = [
        (say.move_up, Direction::Up),
        (say.move_down, Direction::Down),
    ];
    let moves = moves.map(|(label, direction)| {
        let room = room.clone();
        entry(label, move || nudge(ui, name, direction, &room))
    });
    let is_own = untrack(of_item(ui, name, |row| row.is_own));
    let removed = room.clone();
    let remove = is_own.then(|| {
        entry(say.remove, move || {
            focus_neighbour(&removed);
            ui.tick(ChecklistEvent::Removed(name));
        })
    });
    tag("div", "row-acts")
        .add([note, edit, hide])
        .add(moves)
        .add(remove)
}

fn entry(label: &str, act: impl Fn() + 'static) -> El {
    tag("button", "btn quiet")
        .attr("type", "button")
        .on("click", move |_| act())
        .add(label)
}

fn focus_note(near: &El, name: ItemName) {
    let Some(document) = near.node().owner_document() else {
        return;
    };
    request_animation_frame(move || {
        let note = document.get_element_by_id(&format!("item-{name}-note"));
        if let Some(note) = note {
            El::of(note).focus();
        }
    });
}

/// An item that is about to go gives the focus to the next one, or to the one before.
fn focus_neighbour(room: &El) {
    let element = room.as_js::<web_sys::Element>();
    let Ok(Some(row)) = element.closest("li") else {
        return;
    };
    let next = row.next_element_sibling();
    let next = next.or_else(|| row.previous_element_sibling());
    let name = next.and_then(|row| row.get_attribute("data-item"));
    if let Some(name) = name.and_then(|name| name.parse::<ItemName>().ok()) {
        focus_item(room, name);
    }
}
