//! Where a story stands, and how it stands before its two gates.

use crate::ui::desk::story_gate::{of_page, story_gate};
use crate::ui::desk::{DeskUi, pack, say};
use crate::ui::parts::{El, el, region, tag};

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
    let ahead = region(ui.story(|shown| shown.ahead.clone()), move |ahead| {
        pack::sent_ahead(ui, ahead).map(|text| el("p").add(text))
    });
    tag("div", "paper gates").add([chip, story_gate(ui, of_page), ahead])
}
