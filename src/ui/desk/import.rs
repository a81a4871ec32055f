//! Getting stories in and out.

use super::DeskUi;
use crate::desk::DeskEvent;
use crate::desk::event::ImportEvent;
use crate::ui::parts::{El, act, region_if, tag};

/// The buttons above the list.
pub(super) fn ways(ui: DeskUi) -> El {
    let open = DeskEvent::Import(ImportEvent::Opened);
    act(ui, "btn", ui.words.backlog.import, open)
}

/// The import, while it is open.
pub(super) fn import(ui: DeskUi) -> El {
    let is_open = ui.backlog(|list| list.import.is_some());
    region_if(is_open, move || {
        let close = DeskEvent::Import(ImportEvent::Closed);
        let close = act(ui, "btn quiet", ui.page_words().common.close, close);
        tag("section", "paper")
            .attr("aria-label", ui.words.exchange.title)
            .add(close)
    })
}
