//! One story in the list.

use super::row_menu;
use super::rows::place_of;
use crate::desk::view::StoryId;
use crate::desk::view::StoryRow;
use crate::desk::{DeskEvent, DeskPage, event::BacklogEvent};
use crate::ui::desk::{DeskUi, drag, list_of, say, story_gate};
use crate::ui::parts::{El, Text, tag};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// A row; Alt and an arrow key move it.
pub(super) fn row(ui: DeskUi, id: StoryId) -> El {
    let n_found = ui.backlog(|list| list.n_found);
    let place = move || place_of(ui, id).unwrap_or_default();
    let href = format!("#{}", DeskPage::Story(id).fragment());
    let title = of_row(ui, id, |ui, row| say::titled(ui, &row.title).to_owned());
    let link = tag("a", "story-link")
        .attr("href", &href)
        .add(tag("span", "story-key").text(of_row(ui, id, |_, row| row.key.clone())))
        .add(tag("span", "story-title").text(title));
    let more = tag("span", "story-facts").text(of_row(ui, id, facts));
    let status = tag("span", "chip")
        .attr_live(
            "data-status",
            of_row(ui, id, |_, row| Some(say::mark(row.status))),
        )
        .text(of_row(ui, id, |ui, row| {
            say::status(ui, row.status).to_owned()
        }));
    let estimate = tag("span", "row-estimate").text(of_row(ui, id, |_, row| row.estimate.clone()));
    let gates = story_gate::short_chips(ui, of_row(ui, id, |_, row| row.gates));
    let more = tag("span", "story-more").add(status).add(gates).add(more);
    let text = tag("div", "story-text").add([link, more]);
    let item = tag("li", "story-row")
        .style("--at", move || place().to_string())
        .attr_live("aria-posinset", move || Some((place() + 1).to_string()))
        .attr_live("aria-setsize", move || Some(n_found().to_string()))
        .add([
            drag::handle(&id.to_string()),
            text,
            estimate,
            row_menu::menu(ui, id),
        ]);
    let own = item.clone();
    item.on("keydown", move |event| {
        let by = match event.dyn_ref::<KeyboardEvent>() {
            Some(key) if key.alt_key() && key.key() == "ArrowUp" => -1,
            Some(key) if key.alt_key() && key.key() == "ArrowDown" => 1,
            Some(_) | None => return,
        };
        event.prevent_default();
        shift(ui, id, by, &own);
    })
}

/// Moves a row; what had the focus in it has it again afterwards, and is in sight.
pub(super) fn shift(ui: DeskUi, id: StoryId, by: i32, row: &El) {
    let held = row.focused();
    ui.send(DeskEvent::Backlog(BacklogEvent::Shifted { story: id, by }));
    if let Some(held) = held {
        leptos::prelude::request_animation_frame(move || held.focus());
    }
}

/// Something of a row as text; nothing once it is not shown any more.
pub(super) fn of_row<T: Default + 'static>(
    ui: DeskUi,
    id: StoryId,
    pick: fn(DeskUi, &StoryRow) -> T,
) -> impl Fn() -> T + Copy + 'static {
    move || {
        let view = ui.look();
        let row = list_of(&view).and_then(|list| list.rows.iter().find(|row| row.id == id));
        row.map(|row| pick(ui, row)).unwrap_or_default()
    }
}

/// What else is known of it, in one line.
fn facts(ui: DeskUi, row: &StoryRow) -> String {
    let count = ui.words.backlog_count;
    let mut facts = vec![Text::Borrowed(say::kind(ui, row.kind))];
    if let Some(how) = row.understanding {
        facts.push(say::understanding(ui, how).into());
    }
    if row.n_open_questions > 0 {
        facts.push(count.questions.of(row.n_open_questions).into());
    }
    if row.is_planned {
        facts.push(ui.words.backlog.planned.into());
    }
    facts.join(" · ")
}
