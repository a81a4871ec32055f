//! Import and export, while they are open.

use super::ctx::DeskCtx;
use super::event::ImportEvent;
use super::stage::Desk;
use super::view::ImportView;

/// The import that is open.
#[derive(Debug, Default)]
pub(super) struct Import {
    is_open: bool,
}

impl Desk {
    pub(super) fn update_import(&mut self, event: ImportEvent, _ctx: &mut DeskCtx) {
        match event {
            ImportEvent::Opened => self.import.is_open = true,
            ImportEvent::Closed => self.import.is_open = false,
        }
    }

    pub(super) fn import_view(&self) -> Option<ImportView> {
        self.import.is_open.then(ImportView::default)
    }
}
