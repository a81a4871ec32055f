//! What the host says to one seat alone; a border type, as those of `message`.

use serde::{Deserialize, Serialize};

/// A word of the host to one seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Told {
    /// Too many messages; some were not taken.
    SlowDown,
    /// No seat, or no longer.
    Refused(Refusal),
    /// The host ended the session.
    Ended,
}

/// Why there is no seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// All seats are taken.
    Full,
    /// The name cannot be used.
    Name,
    /// The key belongs to somebody else, or proves nothing.
    Key,
    /// The facilitator removed this seat.
    Removed,
    /// Too many or broken messages.
    Rude,
    /// This seat sat down again over another link.
    Replaced,
}
