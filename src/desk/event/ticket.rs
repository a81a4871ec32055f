//! What a person does to write back to a tracker, and what the tracker answers.

use crate::saved::Password;
use crate::story::StoryId;

pub use crate::exchange::{Answered, MAX_ANSWER_BYTES};

/// Names one request to a tracker; its answer carries it, and it is never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TicketId(pub u32);

/// Something is wanted of a tracker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TicketEvent {
    /// Trackers may be written to, or not.
    Switched(bool),
    /// The estimate goes there too, or not.
    EstimateSwitched(bool),
    /// A token was given for a host; it takes the place of the one before.
    TokenGiven {
        /// The tracker, as typed.
        host: String,
        /// Its token.
        token: Password,
    },
    /// The token of this host is to be forgotten.
    TokenForgotten(String),

    /// `Send to …`: what would leave for this story's ticket is shown.
    Pressed(StoryId),
    /// `Send`: what is shown leaves.
    SendPressed,
    /// `Stop`: no answer is waited for.
    StopPressed,
    /// What is shown, or what came of it, is put away.
    PutAway,
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TicketNews {
    /// The tracker answered.
    Answered(Answered),
    /// No answer from there, or it does not let this page ask.
    Unreachable,
}
