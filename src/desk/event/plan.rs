//! What a person does with the planned session.

/// Something happened to the planned session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanEvent {
    /// The goal changed.
    GoalTyped(String),
}
