//! The team's Definition of Ready.

use crate::story::{Amount, Definition};

use super::ctx::DeskCtx;
use super::event::GateEvent;
use super::stage::Desk;
use super::view::GateView;

/// Longest limit, as the longest card.
const MAX_LIMIT_CHARS: usize = 10;

/// What the page of the Definition of Ready holds besides what is kept.
#[derive(Debug, Default)]
pub(super) struct Gate {
    /// The limit as it is being typed, if it is no number yet.
    limit: Option<String>,
}

impl Desk {
    pub(super) fn update_gate(&mut self, event: GateEvent, _ctx: &mut DeskCtx) {
        match event {
            GateEvent::LimitTyped(limit) => {
                let typed: String = limit.trim().chars().take(MAX_LIMIT_CHARS).collect();
                let limit = Amount::parse(&typed);
                if limit.is_some() || typed.is_empty() {
                    self.set_definition(Definition {
                        limit,
                        ..Definition::clone(&self.definition)
                    });
                }
                self.gate.limit = Some(typed);
            }
        }
    }

    pub(super) fn gate_view(&self) -> GateView {
        let kept = self.definition.limit;
        let kept = || kept.map_or_else(String::new, |limit| limit.to_string());
        GateView {
            limit: self.gate.limit.clone().unwrap_or_else(kept),
        }
    }
}
