//! The planned session.

use super::ctx::DeskCtx;
use super::event::PlanEvent;
use super::stage::Desk;
use super::view::PlanView;

/// The planned session, as this page has it.
#[derive(Debug, Default)]
pub(super) struct Plan {
    goal: String,
}

impl Desk {
    pub(super) fn update_plan(&mut self, event: PlanEvent, _ctx: &mut DeskCtx) {
        match event {
            PlanEvent::GoalTyped(goal) => self.plan.goal = goal,
        }
    }

    pub(super) fn plan_view(&self) -> PlanView {
        PlanView {
            goal: self.plan.goal.clone(),
        }
    }
}
