//! The team's Definition of Ready, as the whole desk uses it.

use std::sync::Arc;

use crate::saved::{Kept, KeptReady, READY_KEY, read_definition, write_definition};
use crate::story::Definition;

use super::ctx::DeskCtx;
use super::stage::Desk;

impl Desk {
    /// Reads what was kept, or what another tab has just kept.
    pub(super) fn read_definition(&mut self) {
        let Some(text) = self.shelf.text(READY_KEY) else {
            return;
        };
        match read_definition(text) {
            Kept::Fine(kept) => self.use_definition(kept),
            Kept::Damaged => self.shelf.set_aside(READY_KEY, false),
            Kept::Newer => self.shelf.set_aside(READY_KEY, true),
        }
    }

    /// The team asks for something else now; tells whether it does.
    pub(super) fn set_definition(&mut self, definition: Definition, ctx: &DeskCtx) -> bool {
        let is_other = *self.definition != definition;
        if is_other {
            self.keep_definition(KeptReady {
                definition,
                agreed_ms: self.gate.agreed_ms,
                changed_ms: Some(ctx.now_ms),
            });
        }
        is_other
    }

    /// The definition with what was said of it.
    pub(super) fn kept_definition(&self) -> KeptReady {
        KeptReady {
            definition: Definition::clone(&self.definition),
            agreed_ms: self.gate.agreed_ms,
            changed_ms: self.gate.changed_ms,
        }
    }

    /// Takes a definition with what was said of it, and keeps it.
    pub(super) fn keep_definition(&mut self, kept: KeptReady) {
        self.shelf.keep(READY_KEY, write_definition(&kept));
        self.use_definition(kept);
    }

    /// Points that are on, once the team has made the list its own: agreed on it, or
    /// changed it.
    pub(super) fn n_agreed_points(&self) -> Option<u32> {
        let is_own = self.gate.agreed_ms.is_some() || self.gate.changed_ms.is_some();
        let n_on = self
            .definition
            .points
            .iter()
            .filter(|one| one.is_on)
            .count();
        is_own.then(|| u32::try_from(n_on).unwrap_or_default())
    }

    fn use_definition(&mut self, kept: KeptReady) {
        self.gate.agreed_ms = kept.agreed_ms;
        self.gate.changed_ms = kept.changed_ms;
        if *self.definition != kept.definition {
            self.definition = Arc::new(kept.definition);
            self.shelf.forget_looks();
        }
    }
}
