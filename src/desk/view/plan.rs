//! The planned session as it is seen.

/// The planned session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanView {
    /// Goal of the session, may be empty.
    pub goal: String,
}
