//! The planned session.

use super::{DeskUi, beginning};
use crate::ui::parts::{El, tag};

/// The whole page.
pub(super) fn plan(ui: DeskUi) -> El {
    tag("div", "paper").add(beginning(ui.words.plan.title))
}
