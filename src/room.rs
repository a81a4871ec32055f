//! The table: seats, rounds, who may do what; host and guest as two machines over one log.

use serde::{Deserialize, Serialize};

/// Names a seat at one table; given by the host, never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SeatId(pub u32);
