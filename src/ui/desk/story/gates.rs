//! Where a story stands, and how it stands before its two gates.

use crate::ui::desk::story_gate::{of_page, story_gate};
use crate::ui::desk::{DeskUi, say};
use crate::ui::parts::{El, region, tag};

/// Status and both gates.
pub(super) fn gates(ui: DeskUi) -> El {
    let status = ui.story(|shown| Some(shown.story.status));
    let chip = region(status, move |status| {
        status.map(|status| {
            tag("span", "chip")
                .attr("data-status", say::mark(status))
                .add(say::status(ui, status))
        })
    });
    tag("div", "paper gates").add([chip, story_gate(ui, of_page)])
}
