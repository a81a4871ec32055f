//! Points by mouse or finger: a handle is held, a line shows where the point would go.

use super::DeskUi;
use super::gate::mark;
use crate::desk::DeskEvent;
use crate::desk::event::GateEvent;
use crate::desk::view::Step;
use crate::ui::parts::{El, Icon, icon, listen, tag};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// Where the point in the hand would go: on the row before which it would stand, or on the
/// list at whose end.
const DROP: &str = "data-drop";

thread_local! {
    /// The point that is held; there is one pointer that holds at most.
    static HELD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// What is taken hold of; keys and buttons do the same, so it has no name.
pub(super) fn handle(name: &str) -> El {
    let name = name.to_owned();
    tag("span", "grip")
        .attr("aria-hidden", "true")
        .on("mousedown", |event| event.prevent_default())
        .on("pointerdown", move |event| {
            if let Some(event) = event
                .dyn_ref::<PointerEvent>()
                .filter(|one| one.button() == 0)
            {
                event.prevent_default();
                HELD.set(Some(name.clone()));
            }
        })
        .add(icon(Icon::Grip))
}

/// Follows the pointer over both lists.
pub(super) fn follow(ui: DeskUi, lists: &El) {
    let room = lists.as_js::<Element>().clone();
    let Some(document) = room.owner_document() else {
        return;
    };
    let hand = Rc::new(Hand { ui, room });
    let moved = Rc::clone(&hand);
    listen(
        &document,
        "pointermove",
        Box::new(move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                moved.moved(f64::from(event.client_y()));
            }
        }),
    );
    let dropped = Rc::clone(&hand);
    listen(
        &document,
        "pointerup",
        Box::new(move |_| dropped.drop_here()),
    );
    listen(&document, "pointercancel", Box::new(move |_| hand.let_go()));
}

/// Both lists under the hand.
struct Hand {
    ui: DeskUi,
    room: Element,
}

impl Hand {
    fn moved(&self, y_px: f64) {
        if HELD.with_borrow(Option::is_none) {
            return;
        }
        self.clear();
        if let Some(target) = self.target(y_px) {
            // Refused only for names that are no attribute names.
            let _ = target.set_attribute(DROP, "");
        }
    }

    /// The first row whose middle is below the pointer in the list under it; the list
    /// itself where there is none.
    fn target(&self, y_px: f64) -> Option<Element> {
        let lists = [Step::Vote, Step::Ready].map(mark);
        let lists = lists.map(|step| first(&self.room, &format!("[data-step={step}]")));
        let lists: Vec<Element> = lists.into_iter().flatten().collect();
        let under = lists.iter().rfind(|list| {
            let room = list.get_bounding_client_rect();
            room.top() <= y_px
        });
        let list = under.or(lists.first())?;
        let mut below = rows(list).into_iter().filter(|row| {
            let room = row.get_bounding_client_rect();
            room.top() + room.height() / 2.0 > y_px
        });
        below.next().or_else(|| Some(list.clone()))
    }

    fn drop_here(&self) {
        let held = HELD.take();
        let target = first(&self.room, "[data-drop]");
        self.clear();
        let (Some(point), Some(target)) = (held, target) else {
            return;
        };
        let before = target.get_attribute("data-point");
        let list = target.closest("[data-step]").ok().flatten();
        let step = list.and_then(|list| list.get_attribute("data-step"));
        let step = match step.as_deref() {
            Some("vote") => Step::Vote,
            Some(_) | None => Step::Ready,
        };
        if before.as_ref() != Some(&point) {
            let moved = GateEvent::Moved {
                point,
                step,
                before,
            };
            self.ui.send(DeskEvent::Gate(moved));
        }
    }

    fn let_go(&self) {
        HELD.set(None);
        self.clear();
    }

    fn clear(&self) {
        while let Some(marked) = first(&self.room, "[data-drop]") {
            // Refused only for names that are no attribute names.
            let _ = marked.remove_attribute(DROP);
        }
    }
}

/// Rows of a list, from the top.
fn rows(list: &Element) -> Vec<Element> {
    let next = |row: &Element| row.next_element_sibling();
    std::iter::successors(list.first_element_child(), next).collect()
}

/// The first of this kind in `room`.
fn first(room: &Element, selector: &str) -> Option<Element> {
    // Refused only for a selector that is none.
    room.query_selector(selector).ok().flatten()
}
