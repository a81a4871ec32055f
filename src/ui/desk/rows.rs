//! A list of thousands of rows of one height, of which only those in sight are drawn.
//!
//! The page scrolls, not the list; the machine is told which rows are in sight.

use super::row::row;
use super::{DeskUi, list_of, row_drag};
use crate::desk::DeskEvent;
use crate::desk::event::BacklogEvent;
use crate::story::StoryId;
use crate::ui::parts::{El, group, line, listen, live, para, region_if, tag};
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{Element, Window};

/// Rows drawn above and below those in sight, so that scrolling meets no gap.
const SPARE: usize = 8;

/// The list, named `Stories`.
pub(super) fn rows(ui: DeskUi) -> El {
    let say = ui.words.backlog;
    let n_found = ui.backlog(|list| list.n_found);
    let ids = ui.backlog(|list| list.rows.iter().map(|row| row.id).collect::<Vec<_>>());
    let lines = move || {
        let ids = ids().into_iter();
        ids.map(|id| line(id.to_string(), move || row(ui, id)))
            .collect()
    };
    let list = tag("ul", "stories")
        .attrs(&[("role", "list"), ("aria-label", say.stories)])
        .style("--n", move || n_found().to_string())
        .lines(lines);
    watch(ui, &list);
    row_drag::follow(ui, &list);
    let nothing = move || n_found() == 0;
    group([
        region_if(nothing, move || para("lead", say.none_found)),
        list,
        para("note keys-note", say.keys_note),
    ])
}

/// Tells the machine which rows are in sight, whenever that changes.
fn watch(ui: DeskUi, list: &El) {
    let element: Element = list.as_js::<Element>().clone();
    let Some(document) = element.owner_document() else {
        return;
    };
    let Some(window) = document.default_view() else {
        return;
    };
    let told = Rc::new(Cell::new(None));
    let look = {
        let window = window.clone();
        move || {
            let n_found = leptos::prelude::untrack(ui.backlog(|list| list.n_found));
            let now = in_sight(&element, &window, n_found);
            if now.is_some() && told.replace(now) != now {
                let (first, n) = now.unwrap_or_default();
                ui.send(DeskEvent::Backlog(BacklogEvent::RowsInSight { first, n }));
            }
        }
    };
    let look = Rc::new(look);
    for (target, name) in [(document.as_ref(), "scroll"), (window.as_ref(), "resize")] {
        let look = Rc::clone(&look);
        listen(target, name, Box::new(move |_| look()));
    }
    let n_found = ui.backlog(|list| list.n_found);
    live(Box::new(move || {
        n_found();
        let look = Rc::clone(&look);
        // Once it is drawn.
        leptos::prelude::request_animation_frame(move || look());
    }));
}

/// The first row to be drawn and how many; `None` while the list is not on the page.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "pixels: floats that are small and made positive before they become counts"
)]
fn in_sight(list: &Element, window: &Window, n_found: usize) -> Option<(usize, usize)> {
    if !list.is_connected() || n_found == 0 {
        return None;
    }
    let room = list.get_bounding_client_rect();
    let row_px = (room.height() / n_found as f64).max(1.0);
    let height_px = window.inner_height().ok()?.as_f64()?;
    let above = (-room.top() / row_px).max(0.0) as usize;
    let n = (height_px / row_px).ceil() as usize + 2 * SPARE;
    Some((above.saturating_sub(SPARE), n))
}

/// A row's place among those found, from 0.
pub(super) fn place_of(ui: DeskUi, id: StoryId) -> Option<usize> {
    let view = ui.look();
    let list = list_of(&view)?;
    let at = list.rows.iter().position(|row| row.id == id)?;
    Some(list.first + at)
}
