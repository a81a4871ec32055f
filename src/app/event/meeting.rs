//! What a person does in a meeting.

use crate::meeting::{Act, Handout, Place, Purpose};

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
    /// Something of the record is copied.
    Copied {
        /// What it is.
        handout: Handout,
        /// The text.
        text: String,
    },
    /// The record is saved as a file.
    Saved {
        /// What it is.
        handout: Handout,
        /// Name of the file.
        name: String,
        /// Media type, `text/markdown`.
        mime: &'static str,
        /// The text.
        text: String,
    },
    /// The record is printed.
    Printed,
}
