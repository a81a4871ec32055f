//! What a person does in a meeting.

use crate::meeting::{Act, Place, Purpose};

/// Something a person does in a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingEvent {
    /// An act, as it is.
    Did(Act),
    /// What a text box shows now.
    Typed {
        /// Which text.
        place: Place,
        /// All of it.
        text: String,
    },
    /// A vote on something is begun.
    Asked(Purpose),
    /// A text is copied.
    Copied(String),
    /// A text is saved as a file.
    Saved {
        /// Name of the file.
        name: String,
        /// What it is, `text/markdown`.
        mime: &'static str,
        /// The text.
        text: String,
    },
    /// The record is printed.
    Printed,
}
