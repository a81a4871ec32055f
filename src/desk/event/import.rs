//! What a person does with the import.

use crate::exchange::Field;

/// Something happened to the import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportEvent {
    /// `Import` was pressed.
    Opened,
    /// It is left; nothing is written, and what is being written is taken back.
    Closed,
    /// The box has this text now; read as soon as nobody types.
    Typed(String),
    /// A file was picked or dropped; opens the import.
    FileGiven(GivenFile),
    /// A column goes elsewhere, by its place among those shown; everything is read again.
    Mapped {
        /// Which.
        column: usize,
        /// Its field; `None`: it is left out.
        to: Option<Field>,
    },
    /// `Stop`: what was read so far is shown, what was written so far is taken back.
    Stopped,
    /// The same from the beginning, after it was stopped.
    ReadAgain,
    /// `Take them in`.
    Taken,
}

/// A file that a person gave to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenFile {
    /// Its name, without folders.
    pub name: String,
    /// Its bytes, or why there are none.
    pub content: Result<Vec<u8>, FileProblem>,
}

/// Why a file has no bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It is longer than [`MAX_IMPORT_BYTES`](crate::exchange::MAX_IMPORT_BYTES).
    TooLong,
    /// The browser could not read it.
    Unreadable,
}
