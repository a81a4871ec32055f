//! The four lists, and a list that came as a link.

use super::{DeskUi, beginning};
use crate::ui::parts::{El, tag};

/// The whole page.
pub(super) fn checklist(ui: DeskUi) -> El {
    tag("div", "paper").add(beginning(ui.words.checklist.title))
}

/// A list that came as a link.
pub(super) fn shared(ui: DeskUi) -> El {
    tag("div", "paper").add(beginning(ui.words.checklist.title))
}
