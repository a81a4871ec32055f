//! The team's Definition of Ready.

use super::ctx::DeskCtx;
use super::event::GateEvent;
use super::stage::Desk;
use super::view::GateView;

/// What the page of the Definition of Ready holds besides what is kept.
#[derive(Debug, Default)]
pub(super) struct Gate {
    limit: String,
}

impl Desk {
    pub(super) fn update_gate(&mut self, event: GateEvent, _ctx: &mut DeskCtx) {
        match event {
            GateEvent::LimitTyped(limit) => self.gate.limit = limit,
        }
    }

    pub(super) fn gate_view(&self) -> GateView {
        GateView {
            limit: self.gate.limit.clone(),
        }
    }
}
