//! The four lists of a refinement.

use super::ctx::DeskCtx;
use super::effect::DeskEffect;
use super::event::ChecklistEvent;
use super::stage::Desk;
use super::view::{ChecklistView, SharedView};

/// The four lists, as this page has them.
#[derive(Debug, Default)]
pub(super) struct Lists {}

impl Desk {
    pub(super) fn update_checklist(&mut self, event: ChecklistEvent, ctx: &mut DeskCtx) {
        match event {
            ChecklistEvent::PrintPressed => ctx.ask(DeskEffect::Print),
        }
    }

    pub(super) fn checklist_view(&self) -> ChecklistView {
        let Lists {} = self.lists;
        ChecklistView {}
    }

    /// What came as a link: `list=…` or `dor=…`.
    pub(super) fn shared_view(&self, fragment: &str) -> SharedView {
        SharedView {
            fragment: fragment.to_owned(),
        }
    }
}
