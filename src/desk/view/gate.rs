//! The Definition of Ready as it is seen.

/// The Definition of Ready.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GateView {
    /// Stories above this estimate are too large for one sprint; empty: no limit.
    pub limit: String,
}
