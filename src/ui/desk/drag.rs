//! Things taken by mouse or finger: a handle is held, the page shows where the thing would
//! go and scrolls near its edge. Knows no list.

use crate::ui::parts::{El, Icon, icon, listen, tag};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent, Window};

/// This near to the edge of the window the page begins to scroll, in px.
const EDGE_PX: f64 = 60.0;

/// How far it scrolls with each frame, in px.
const GLIDE_PX: f64 = 12.0;

/// On the room, as long as something is held over it.
const HELD_MARK: &str = "data-held";

thread_local! {
    /// What is held, and where; there is one pointer that holds at most.
    static HELD: RefCell<Option<(String, Spot)>> = const { RefCell::new(None) };
}

/// Where the pointer is, px from the top left of the window.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    /// From the left.
    pub(super) x_px: f64,
    /// From the top.
    pub(super) y_px: f64,
}

impl Spot {
    fn of(event: &PointerEvent) -> Self {
        Self {
            x_px: f64::from(event.client_x()),
            y_px: f64::from(event.client_y()),
        }
    }
}

/// Where things can go.
pub(super) trait Goal {
    /// Shows where what is held at this spot would go.
    fn show(&self, at: Spot);
    /// Shows nothing any more.
    fn unmark(&self);
    /// It is let go at this spot.
    fn drop_here(&self, name: &str, at: Spot);
}

/// What is taken hold of; keys and buttons do the same, so it has no name of its own.
pub(super) fn handle(name: &str) -> El {
    let name = name.to_owned();
    tag("span", "grip")
        .attr("aria-hidden", "true")
        .on("mousedown", |event| event.prevent_default())
        .on("pointerdown", move |event| {
            let event = event.dyn_ref::<PointerEvent>();
            if let Some(event) = event.filter(|one| one.button() == 0) {
                event.prevent_default();
                HELD.set(Some((name.clone(), Spot::of(event))));
            }
        })
        .add(icon(Icon::Grip))
}

/// Follows the pointer over the whole page, also when what is held is out of sight.
pub(super) fn follow(room: &El, goal: Rc<dyn Goal>) {
    let room = room.as_js::<Element>().clone();
    let Some(document) = room.owner_document() else {
        return;
    };
    let Some(window) = document.default_view() else {
        return;
    };
    let hand = Rc::new(Hand { room, window, goal });
    let (moved, dropped) = (Rc::clone(&hand), Rc::clone(&hand));
    let moved = move |event: Event| {
        if let Some(event) = event.dyn_ref::<PointerEvent>() {
            moved.moved(Spot::of(event));
        }
    };
    listen(&document, "pointermove", Box::new(moved));
    let dropped = move |_| dropped.drop_here();
    listen(&document, "pointerup", Box::new(dropped));
    let lost = move |_| {
        hand.let_go();
    };
    listen(&document, "pointercancel", Box::new(lost));
}

/// A room under the hand.
struct Hand {
    room: Element,
    window: Window,
    goal: Rc<dyn Goal>,
}

impl Hand {
    fn moved(self: &Rc<Self>, at: Spot) {
        let Some((name, _)) = HELD.take() else { return };
        HELD.set(Some((name, at)));
        if !self.is_over() {
            // Refused only for names that are no attribute names.
            let _ = self.room.set_attribute(HELD_MARK, "");
            glide(Rc::clone(self));
        }
        self.goal.show(at);
    }

    fn is_over(&self) -> bool {
        self.room.has_attribute(HELD_MARK)
    }

    fn drop_here(&self) {
        let was_over = self.is_over();
        let held = self.let_go().filter(|_| was_over);
        if let Some((name, at)) = held {
            self.goal.drop_here(&name, at);
        }
    }

    fn let_go(&self) -> Option<(String, Spot)> {
        // Refused only for names that are no attribute names.
        let _ = self.room.remove_attribute(HELD_MARK);
        self.goal.unmark();
        HELD.take()
    }

    /// Scrolls while the pointer is near the edge of the window.
    fn scroll(&self) {
        let Some(at) = HELD.with_borrow(|held| held.as_ref().map(|(_, at)| *at)) else {
            return;
        };
        let height_px = self.window.inner_height().ok().and_then(|px| px.as_f64());
        let by_px = if at.y_px < EDGE_PX {
            -GLIDE_PX
        } else if height_px.is_some_and(|height_px| at.y_px > height_px - EDGE_PX) {
            GLIDE_PX
        } else {
            return;
        };
        self.window.scroll_by_with_x_and_y(0.0, by_px);
        self.goal.show(at);
    }
}

/// Once per frame, as long as something is held.
fn glide(hand: Rc<Hand>) {
    leptos::prelude::request_animation_frame(move || {
        if hand.is_over() && hand.room.is_connected() {
            hand.scroll();
            glide(hand);
        }
    });
}
