//! What can be done with one story of the list, behind its `More` button.

use super::row::{of_row, shift};
use super::{DeskUi, say};
use crate::desk::DeskEvent;
use crate::desk::event::BacklogEvent;
use crate::story::StoryId;
use crate::ui::parts::{El, Icon, act, icon, listen, region_if, tag};
use crate::words::fill;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, KeyboardEvent, Node};

/// The button, and what it opens.
pub(super) fn menu(ui: DeskUi, id: StoryId) -> El {
    let is_open = RwSignal::new(false);
    let label = of_row(ui, id, |ui, row| {
        let title = say::titled(ui, &row.title);
        Some(fill(ui.words.backlog.more, &[title]))
    });
    let button = tag("button", "icon-btn")
        .attr("type", "button")
        .attr_live("aria-label", label)
        .attr_live("aria-expanded", move || {
            Some(if is_open.get() { "true" } else { "false" })
        })
        .on("click", move |_| is_open.set(!is_open.get_untracked()))
        .add(icon(Icon::More));
    let room = tag("div", "row-menu");
    let body = region_if(move || is_open.get(), {
        let room = room.clone();
        move || acts(ui, id, &room)
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

/// A click or the focus elsewhere closes it.
fn close_when_left(room: &El, is_open: RwSignal<bool>) {
    let node = room.node().clone();
    let own = node.clone();
    listen(
        &node,
        "focusout",
        Box::new(move |event| {
            // A row that is moved lets go of the focus for a moment, to nowhere.
            let to = event.dyn_ref().and_then(FocusEvent::related_target);
            let to = to.and_then(|to| to.dyn_into::<Node>().ok());
            if to.is_some_and(|to| !own.contains(Some(&to))) {
                is_open.set(false);
            }
        }),
    );
}

fn acts(ui: DeskUi, id: StoryId, room: &El) -> El {
    let say = ui.words.backlog;
    let moves = [(say.move_up, -1), (say.move_down, 1)].map(|(label, by)| {
        let room = room.clone();
        tag("button", "btn quiet")
            .attr("type", "button")
            .on("click", move |_| shift(ui, id, by, &room))
            .add(label)
    });
    let others = [
        (say.duplicate, BacklogEvent::StoryDuplicated(id)),
        (say.delete, BacklogEvent::StoryDeleted(id)),
    ];
    let others =
        others.map(|(label, event)| act(ui, "btn quiet", label, DeskEvent::Backlog(event)));
    tag("div", "row-acts").add(moves).add(others)
}
