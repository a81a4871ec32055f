//! Guided preparation of one story.

use super::{DeskUi, assistant};
use crate::desk::view::DraftForm;
use crate::ui::parts::{El, region_if, tag};

/// The questions, while they are open.
pub(super) fn prepare(ui: DeskUi) -> El {
    let is_open = ui.story(|shown| shown.prepare.is_some());
    region_if(is_open, move || {
        tag("section", "part")
            .attr("aria-label", ui.words.gate.title)
            .add(assistant::assistant(ui, DraftForm::default, None))
    })
}
