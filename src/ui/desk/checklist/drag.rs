//! Items by mouse or finger: a handle is held, a line shows where the item would go.

use super::board::LISTS;
use super::{ChecklistEvent, DeskUi, ItemName, ListKind};
use crate::ui::parts::{El, Icon, icon, listen, tag};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent, Window};

/// This near to the edge of the window the page begins to scroll, in px.
const EDGE_PX: f64 = 64.0;

/// How far it scrolls with each frame, in px.
const GLIDE_PX: f64 = 12.0;

/// Marks the place where the item would go: on the item below it, or on the whole list.
const MARK: &str = "data-drop";

thread_local! {
    /// The item that is held, and where the pointer is, px from the top of the window.
    static HELD: RefCell<Option<(ItemName, f64)>> = const { RefCell::new(None) };
}

/// What is taken hold of; keys and the menu do the same, so it has no name.
pub(super) fn handle(name: ItemName) -> El {
    tag("span", "grip")
        .attr("aria-hidden", "true")
        .on("mousedown", |event| event.prevent_default())
        .on("pointerdown", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else {
                return;
            };
            if event.button() == 0 {
                event.prevent_default();
                HELD.set(Some((name, f64::from(event.client_y()))));
            }
        })
        .add(icon(Icon::Grip))
}

/// Follows the pointer over all lists.
pub(super) fn follow(ui: DeskUi, lists: &El) {
    let lists: Element = lists.as_js::<Element>().clone();
    let Some(document) = lists.owner_document() else {
        return;
    };
    let Some(window) = document.default_view() else {
        return;
    };
    let hand = Rc::new(Hand { ui, lists, window });
    let (moved, dropped) = (Rc::clone(&hand), Rc::clone(&hand));
    let moved = move |event: web_sys::Event| {
        if let Some(event) = event.dyn_ref::<PointerEvent>() {
            moved.moved(f64::from(event.client_y()));
        }
    };
    listen(&document, "pointermove", Box::new(moved));
    listen(
        &document,
        "pointerup",
        Box::new(move |_| dropped.drop_here()),
    );
    listen(&document, "pointercancel", Box::new(move |_| hand.let_go()));
}

/// The lists under the hand.
struct Hand {
    ui: DeskUi,
    lists: Element,
    window: Window,
}

/// Where an item would go.
struct Goal {
    list: ListKind,
    before: Option<ItemName>,
    /// What shows the line.
    mark: Element,
}

impl Hand {
    fn moved(self: &Rc<Self>, y_px: f64) {
        let Some((name, _)) = HELD.take() else { return };
        HELD.set(Some((name, y_px)));
        let begins = !self.lists.has_attribute("data-held");
        if begins {
            // Refused only for names that are no attribute names.
            let _ = self.lists.set_attribute("data-held", "");
            glide(Rc::clone(self));
        }
        self.show();
    }

    /// The line where the item would go.
    fn show(&self) {
        self.unmark();
        if let Some(goal) = self.goal() {
            // Refused only for names that are no attribute names.
            let _ = goal.mark.set_attribute(MARK, "");
        }
    }

    fn unmark(&self) {
        // There is one at most.
        if let Ok(Some(element)) = self.lists.query_selector(&format!("[{MARK}]")) {
            // Refused only for names that are no attribute names.
            let _ = element.remove_attribute(MARK);
        }
    }

    /// The first item whose middle is below the pointer, in the list that is nearest.
    fn goal(&self) -> Option<Goal> {
        let (_, y_px) = HELD.with_borrow(|held| *held)?;
        let lists = LISTS.into_iter().filter_map(|(kind, id)| {
            let list = self.lists.query_selector(&format!("[data-list={id}]"));
            Some((kind, list.ok()??))
        });
        let open = lists.filter(|(_, list)| list.client_height() > 0);
        let (kind, list) = open
            .min_by(|(_, one), (_, other)| distance(one, y_px).total_cmp(&distance(other, y_px)))?;
        let below = children(&list).find(|row| {
            let room = row.get_bounding_client_rect();
            room.top() + room.height() / 2.0 > y_px
        });
        let before = below.as_ref().and_then(name_of);
        Some(Goal {
            list: kind,
            before,
            mark: below.unwrap_or(list),
        })
    }

    fn drop_here(&self) {
        let is_moving = self.lists.has_attribute("data-held");
        let goal = self.goal().filter(|_| is_moving);
        let held = HELD.with_borrow(|held| *held);
        self.let_go();
        if let (Some(Goal { list, before, .. }), Some((item, _))) = (goal, held) {
            self.ui.tick(ChecklistEvent::Placed { item, list, before });
        }
    }

    fn let_go(&self) {
        HELD.set(None);
        self.unmark();
        // Refused only for names that are no attribute names.
        let _ = self.lists.remove_attribute("data-held");
    }

    /// Scrolls while the pointer is near the edge of the window.
    fn scroll(&self) {
        let Some((_, y_px)) = HELD.with_borrow(|held| *held) else {
            return;
        };
        let height_px = self.window.inner_height().ok().and_then(|px| px.as_f64());
        let by_px = if y_px < EDGE_PX {
            -GLIDE_PX
        } else if height_px.is_some_and(|height_px| y_px > height_px - EDGE_PX) {
            GLIDE_PX
        } else {
            return;
        };
        self.window.scroll_by_with_x_and_y(0.0, by_px);
        self.show();
    }
}

/// How far a list is from the pointer, px; 0 within it.
fn distance(list: &Element, y_px: f64) -> f64 {
    let room = list.get_bounding_client_rect();
    (room.top() - y_px).max(y_px - room.bottom()).max(0.0)
}

fn name_of(row: &Element) -> Option<ItemName> {
    row.get_attribute("data-item")?.parse().ok()
}

/// Elements directly in another one, in order.
fn children(of: &Element) -> impl Iterator<Item = Element> {
    std::iter::successors(of.first_element_child(), Element::next_element_sibling)
}

/// Once per frame, as long as an item is held.
fn glide(hand: Rc<Hand>) {
    leptos::prelude::request_animation_frame(move || {
        if hand.lists.has_attribute("data-held") && hand.lists.is_connected() {
            hand.scroll();
            glide(hand);
        }
    });
}
