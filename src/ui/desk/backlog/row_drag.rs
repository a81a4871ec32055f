//! Rows by mouse or finger: a handle is held, a line shows where the row would go.

use crate::desk::DeskEvent;
use crate::desk::event::BacklogEvent;
use crate::desk::view::BacklogView;
use crate::desk::view::StoryId;
use crate::ui::desk::{DeskUi, list_of};
use crate::ui::parts::{El, Icon, icon, listen, tag};
use leptos::prelude::ReadUntracked;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent, Window};

/// This near to the edge of the window the page begins to scroll, in px.
const EDGE_PX: f64 = 56.0;

/// How far it scrolls with each frame, in px.
const GLIDE_PX: f64 = 12.0;

thread_local! {
    /// The row that is held; there is one pointer that holds at most.
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
}

/// A row in the hand.
#[derive(Clone, Copy)]
struct Held {
    story: StoryId,
    /// Where the pointer is, from the top of the window, px.
    y_px: f64,
}

/// What is taken hold of; keys and the menu do the same, so it has no name.
pub(super) fn handle(id: StoryId) -> El {
    tag("span", "grip")
        .attr("aria-hidden", "true")
        .on("mousedown", |event| event.prevent_default())
        .on("pointerdown", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else {
                return;
            };
            if event.button() == 0 {
                event.prevent_default();
                let y_px = f64::from(event.client_y());
                HELD.set(Some(Held { story: id, y_px }));
            }
        })
        .add(icon(Icon::Grip))
}

/// Follows the pointer for the whole list, also when the row in the hand is out of sight.
pub(super) fn follow(ui: DeskUi, list: &El) {
    let element: HtmlElement = list.as_js::<HtmlElement>().clone();
    let Some(document) = element.owner_document() else {
        return;
    };
    let Some(window) = document.default_view() else {
        return;
    };
    let hand = Rc::new(Hand {
        ui,
        list: element,
        window,
    });
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

/// The list under the hand.
struct Hand {
    ui: DeskUi,
    list: HtmlElement,
    window: Window,
}

impl Hand {
    fn moved(self: &Rc<Self>, y_px: f64) {
        let Some(held) = HELD.take() else { return };
        let begins = !self.list.has_attribute("data-held");
        HELD.set(Some(Held { y_px, ..held }));
        self.show();
        if begins {
            // Refused only for names that are no attribute names.
            let _ = self.list.set_attribute("data-held", "");
            glide(Rc::clone(self));
        }
    }

    /// The line where the row would go.
    fn show(&self) {
        if let Some(gap) = self.gap() {
            // A value it cannot read leaves the property as it is.
            let _ = self.list.style().set_property("--gap", &gap.to_string());
        }
    }

    /// Before which of the rows found, from 0; as many as there are means the end.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "pixels: floats that are small and made positive before they become counts"
    )]
    fn gap(&self) -> Option<usize> {
        let held = HELD.with_borrow(|held| *held)?;
        let n_found = self.list_view(|list| list.n_found)?;
        let room = AsRef::<Element>::as_ref(&self.list).get_bounding_client_rect();
        let row_px = (room.height() / n_found.max(1) as f64).max(1.0);
        let rows = ((held.y_px - room.top()) / row_px + 0.5).max(0.0);
        Some((rows as usize).min(n_found))
    }

    fn list_view<T>(&self, pick: impl FnOnce(&BacklogView) -> T) -> Option<T> {
        list_of(&self.ui.view.read_untracked()).map(pick)
    }

    fn drop_here(&self) {
        let gap = self.gap().filter(|_| self.list.has_attribute("data-held"));
        let held = HELD.with_borrow(|held| *held);
        self.let_go();
        let (Some(gap), Some(Held { story, .. })) = (gap, held) else {
            return;
        };
        let Some((before, is_there)) = self.list_view(|list| place(list, gap, story)) else {
            return;
        };
        if !is_there {
            let moved = BacklogEvent::Moved { story, before };
            self.ui.send(DeskEvent::Backlog(moved));
        }
    }

    fn let_go(&self) {
        HELD.set(None);
        // Refused only for names that are no attribute names.
        let _ = self.list.remove_attribute("data-held");
    }

    /// Scrolls while the pointer is near the edge of the window.
    fn scroll(&self) {
        let Some(held) = HELD.with_borrow(|held| *held) else {
            return;
        };
        let height_px = self.window.inner_height().ok().and_then(|px| px.as_f64());
        let by_px = if held.y_px < EDGE_PX {
            -GLIDE_PX
        } else if height_px.is_some_and(|height_px| held.y_px > height_px - EDGE_PX) {
            GLIDE_PX
        } else {
            return;
        };
        self.window.scroll_by_with_x_and_y(0.0, by_px);
        self.show();
    }
}

/// Before which story a gap is, and whether the story in the hand lies there already.
fn place(list: &BacklogView, gap: usize, story: StoryId) -> (Option<StoryId>, bool) {
    let at = |place: usize| {
        let row = list.rows.get(place.checked_sub(list.first)?);
        row.map(|row| row.id)
    };
    let before = at(gap);
    let after = gap.checked_sub(1).and_then(at);
    (before, before == Some(story) || after == Some(story))
}

/// Once per frame, as long as a row is held.
fn glide(hand: Rc<Hand>) {
    leptos::prelude::request_animation_frame(move || {
        if hand.list.has_attribute("data-held") && hand.list.is_connected() {
            hand.scroll();
            glide(hand);
        }
    });
}
