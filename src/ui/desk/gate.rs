//! The team's Definition of Ready.

use super::{DeskUi, beginning};
use crate::ui::parts::{El, tag};

/// The whole page.
pub(super) fn gate(ui: DeskUi) -> El {
    tag("div", "paper").add(beginning(ui.words.gate.title))
}

/// The points of the story shown, each with its reason.
pub(super) fn of_story(_ui: DeskUi) -> El {
    crate::ui::parts::group([] as [El; 0])
}
