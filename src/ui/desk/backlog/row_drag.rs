//! Rows by mouse or finger. Of a long list only those in sight are drawn, so the place in it
//! follows from the height that all rows have.

use crate::desk::DeskEvent;
use crate::desk::event::BacklogEvent;
use crate::desk::view::{BacklogView, StoryId};
use crate::ui::desk::drag::{self, Goal, Spot};
use crate::ui::desk::{DeskUi, list_of};
use crate::ui::parts::El;
use leptos::prelude::ReadUntracked;
use std::rc::Rc;
use web_sys::HtmlElement;

/// Follows the pointer over the list.
pub(super) fn follow(ui: DeskUi, list: &El) {
    let rows = Rows {
        ui,
        list: list.as_js::<HtmlElement>().clone(),
    };
    drag::follow(list, Rc::new(rows));
}

struct Rows {
    ui: DeskUi,
    list: HtmlElement,
}

impl Rows {
    /// Before which of the rows found, from 0; as many as there are means the end.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "pixels: floats that are small and made positive before they become counts"
    )]
    fn gap(&self, at: Spot) -> Option<usize> {
        let n_found = self.list_view(|list| list.n_found)?;
        let room = self.list.get_bounding_client_rect();
        let row_px = (room.height() / n_found.max(1) as f64).max(1.0);
        let rows = ((at.y_px - room.top()) / row_px + 0.5).max(0.0);
        Some((rows as usize).min(n_found))
    }

    fn list_view<T>(&self, pick: impl FnOnce(&BacklogView) -> T) -> Option<T> {
        list_of(&self.ui.view.read_untracked()).map(pick)
    }
}

impl Goal for Rows {
    fn show(&self, at: Spot) {
        if let Some(gap) = self.gap(at) {
            // A value it cannot read leaves the property as it is.
            let _ = self.list.style().set_property("--gap", &gap.to_string());
        }
    }

    fn unmark(&self) {}

    fn drop_here(&self, name: &str, at: Spot) {
        let (Some(gap), Ok(story)) = (self.gap(at), name.parse()) else {
            return;
        };
        let place = self.list_view(|list| place(list, gap, story));
        if let Some((before, false)) = place {
            let moved = BacklogEvent::Moved { story, before };
            self.ui.send(DeskEvent::Backlog(moved));
        }
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
