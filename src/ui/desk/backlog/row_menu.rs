//! What can be done with one story of the list, behind its `More` button.

use super::press;
use super::row::{of_row, shift};
use crate::desk::DeskEvent;
use crate::desk::event::{BacklogEvent, PlanEvent};
use crate::desk::view::{BacklogId, StoryId};
use crate::ui::desk::{DeskUi, say};
use crate::ui::parts::{El, Icon, act, icon, listen, region, region_if, tag};
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
pub(in crate::ui::desk) fn close_when_left(room: &El, is_open: RwSignal<bool>) {
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
    let duplicate = press(
        ui,
        "btn quiet",
        say.duplicate,
        BacklogEvent::StoryDuplicated(id),
    );
    let delete = press(ui, "btn quiet", say.delete, BacklogEvent::StoryDeleted(id));
    tag("div", "row-acts")
        .add(moves)
        .add(planned(ui, id))
        .add(duplicate)
        .add(sent(ui, id))
        .add(delete)
}

/// Into the planned session, or out of it.
fn planned(ui: DeskUi, id: StoryId) -> El {
    let say = ui.words.backlog;
    region(of_row(ui, id, |_, row| row.is_planned), move |is_planned| {
        let (label, event) = if *is_planned {
            (say.take_out, PlanEvent::TakenOut(id))
        } else {
            (say.take_in, PlanEvent::TakenIn(id))
        };
        act(ui, "btn quiet", label, DeskEvent::Plan(event))
    })
}

/// To the other backlogs.
fn sent(ui: DeskUi, id: StoryId) -> El {
    let others = ui.backlog(|list| {
        let others = list.backlogs.iter().filter(|one| !one.is_open);
        let others = others.map(|one| (one.id, one.name.clone()));
        others.collect::<Vec<(BacklogId, String)>>()
    });
    region(others, move |others| {
        let others = others.iter().map(|(to, name)| {
            let label = fill(ui.words.backlog.send_to, &[say::named(ui, name)]);
            press(ui, "btn quiet", &label, BacklogEvent::StorySent(id, *to))
        });
        others.collect::<Vec<_>>()
    })
}
