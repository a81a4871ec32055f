//! A list of thousands of rows of one height, of which only those in sight are drawn.
//!
//! The page scrolls, not the list; the machine is told which rows are in sight.

use super::row::row;
use super::row_drag;
use crate::desk::DeskEvent;
use crate::desk::event::BacklogEvent;
use crate::desk::view::StoryId;
use crate::ui::desk::{DeskUi, list_of};
use crate::ui::parts::{El, group, line, listen, live, on_change, para, region_if, tag};
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{Element, Window};

/// Rows drawn above and below those in sight, so that scrolling meets no gap.
const SPARE: usize = 8;

/// Room that the header of the desk may take, in px.
const HEADER_PX: f64 = 120.0;

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
    reveal(ui, list);
}

/// Scrolls to a row that was just added or moved.
fn reveal(ui: DeskUi, list: &El) {
    let element: Element = list.as_js::<Element>().clone();
    let wanted = ui.backlog(|list| list.reveal);
    on_change(wanted, move || {
        let (element, wanted) = (element.clone(), leptos::prelude::untrack(wanted));
        let n_found = leptos::prelude::untrack(ui.backlog(|list| list.n_found));
        leptos::prelude::request_animation_frame(move || {
            if let Some(wanted) = wanted {
                scroll_to(&element, wanted.at, n_found);
            }
        });
    });
}

/// Brings a row into the middle of the window, unless it is in sight.
#[expect(
    clippy::cast_precision_loss,
    reason = "pixels: counts of rows are small"
)]
fn scroll_to(list: &Element, at: usize, n_found: usize) {
    let window = list.owner_document().and_then(|page| page.default_view());
    let Some(window) = window.filter(|_| n_found > 0) else {
        return;
    };
    let height_px = window
        .inner_height()
        .ok()
        .and_then(|px| px.as_f64())
        .unwrap_or_default();
    let room = list.get_bounding_client_rect();
    let row_px = room.height() / n_found as f64;
    let top_px = room.top() + at as f64 * row_px;
    // What lies over the page's edges: its header above, nothing below.
    if top_px < HEADER_PX || top_px + row_px > height_px {
        window.scroll_by_with_x_and_y(0.0, top_px - height_px / 2.0);
    }
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
