//! The team's Definition of Ready, as the whole desk uses it.

use std::sync::Arc;

use crate::saved::{Kept, READY_KEY, read_definition, write_definition};
use crate::story::Definition;

use super::stage::Desk;

impl Desk {
    /// Reads what was kept, or what another tab has just kept.
    pub(super) fn read_definition(&mut self) {
        let Some(text) = self.shelf.text(READY_KEY) else {
            return;
        };
        match read_definition(text) {
            Kept::Fine(definition) => self.use_definition(definition),
            Kept::Damaged => self.shelf.set_aside(READY_KEY, false),
            Kept::Newer => self.shelf.set_aside(READY_KEY, true),
        }
    }

    /// The team asks for something else now.
    pub(super) fn set_definition(&mut self, definition: Definition) {
        if *self.definition != definition {
            self.shelf.keep(READY_KEY, write_definition(&definition));
            self.use_definition(definition);
        }
    }

    fn use_definition(&mut self, definition: Definition) {
        self.definition = Arc::new(definition);
        self.shelf.forget_looks();
    }
}
