//! What a person does with the Definition of Ready.

/// Something happened to the Definition of Ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GateEvent {
    /// Stories above this estimate are too large for one sprint; empty: no limit.
    LimitTyped(String),
}
