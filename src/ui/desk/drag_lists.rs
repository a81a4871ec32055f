//! Things dragged within and between lists whose rows are all on the page: in the markup a
//! list has `data-list` and each of its rows `data-item`, the thing's name.

use super::drag::{self, Goal, Spot};
use crate::ui::parts::El;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// On the row before which the thing would stand, or on the list at whose end.
const MARK: &str = "data-drop";

/// Where a thing was let go.
pub(super) struct Dropped<'a> {
    /// The thing.
    pub(super) name: &'a str,
    /// The list.
    pub(super) list: &'a str,
    /// The thing before which it stands now; `None`: at the end.
    pub(super) before: Option<&'a str>,
}

/// Follows the pointer over the lists in `room`.
pub(super) fn follow(room: &El, dropped: impl Fn(Dropped<'_>) + 'static) {
    let lists = Lists {
        room: room.as_js::<Element>().clone(),
        dropped: Box::new(dropped),
    };
    drag::follow(room, Rc::new(lists));
}

struct Lists {
    room: Element,
    dropped: Box<dyn Fn(Dropped<'_>)>,
}

impl Lists {
    /// The list under the pointer, or the nearest, and the first of its rows whose middle is
    /// below the pointer.
    fn goal(&self, at: Spot) -> Option<(Element, Option<Element>)> {
        let lists = self.room.query_selector_all("[data-list]").ok()?;
        let lists = (0..lists.length()).filter_map(|n| lists.item(n));
        let lists = lists.filter_map(|list| list.dyn_into::<Element>().ok());
        let open = lists.filter(is_open);
        let list = open.min_by(|one, other| {
            let ((one_x, one_y), (other_x, other_y)) = (away(one, at), away(other, at));
            one_x.total_cmp(&other_x).then(one_y.total_cmp(&other_y))
        })?;
        let next = |row: &Element| row.next_element_sibling();
        let mut rows = std::iter::successors(list.first_element_child(), next);
        let below = rows.find(|row| {
            let room = row.get_bounding_client_rect();
            room.top() + room.height() / 2.0 > at.y_px
        });
        Some((list, below))
    }
}

impl Goal for Lists {
    fn show(&self, at: Spot) {
        self.unmark();
        if let Some((list, below)) = self.goal(at) {
            // Refused only for names that are no attribute names.
            let _ = below.unwrap_or(list).set_attribute(MARK, "");
        }
    }

    fn unmark(&self) {
        // There is one at most.
        if let Ok(Some(marked)) = self.room.query_selector("[data-drop]") {
            // Refused only for names that are no attribute names.
            let _ = marked.remove_attribute(MARK);
        }
    }

    fn drop_here(&self, name: &str, at: Spot) {
        let Some((list, below)) = self.goal(at) else {
            return;
        };
        let before = below.and_then(|row| row.get_attribute("data-item"));
        let list = list.get_attribute("data-list").unwrap_or_default();
        if before.as_deref() != Some(name) {
            (self.dropped)(Dropped {
                name,
                list: &list,
                before: before.as_deref(),
            });
        }
    }
}

/// Whether a list is on the page; one that is folded away has no width.
fn is_open(list: &Element) -> bool {
    list.get_bounding_client_rect().width() > 0.0
}

/// How far a list is from the pointer, in px, beside it and above or below it; 0 within. Of
/// lists side by side that in whose column the pointer is counts as the nearer one.
fn away(list: &Element, at: Spot) -> (f64, f64) {
    let room = list.get_bounding_client_rect();
    let beside = (room.left() - at.x_px).max(at.x_px - room.right());
    let beyond = (room.top() - at.y_px).max(at.y_px - room.bottom());
    (beside.max(0.0), beyond.max(0.0))
}
