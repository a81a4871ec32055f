//! The import as it is seen: what was given, how far it is, what would come in.

use std::sync::Arc;

use crate::desk::event::FileProblem;
use crate::exchange::{Column, Dialect, Encoding, Field, Refused};

/// The import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportView {
    /// The text that was typed or pasted, as it was told; empty with a file.
    pub text: Arc<str>,
    /// The file that was given.
    pub file: Option<String>,
    /// Why the file could not be taken.
    pub problem: Option<FileProblem>,
    /// How far it is.
    pub phase: ImportPhase,
    /// Columns of a table: those that go somewhere first, as it was found at the beginning.
    pub columns: Arc<Vec<Column>>,
    /// What would come in; stays while it is read again.
    pub found: Option<Arc<ImportFound>>,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ImportPhase {
    /// Nothing was given, or somebody types.
    #[default]
    Waiting,
    /// It is read; percent.
    Reading(u8),
    /// It can be taken in.
    Ready,
    /// It is taken in; percent.
    Taking(u8),
}

/// What would come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFound {
    /// Which tool wrote it.
    pub dialect: Dialect,
    /// How its bytes were read.
    pub encoding: Encoding,
    /// The sign between cells, of a table.
    pub delimiter: Option<char>,
    /// Rows: those that are taken and those refused.
    pub n_rows: usize,
    /// It was read to its end.
    pub is_complete: bool,
    /// New stories.
    pub new: ImportGroup,
    /// Stories that would change.
    pub changed: ImportGroup,
    /// Stories that stay as they are.
    pub same: ImportGroup,
    /// Rows that are refused: all of them.
    pub n_refused: usize,
    /// The first of them.
    pub refused: Vec<Refused>,
    /// Entries for refused rows that are not in the list.
    pub n_more_refused: usize,
    /// New stories for which the backlog has no room.
    pub n_no_room: usize,
}

/// Rows with one fate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportGroup {
    /// All of them.
    pub n: usize,
    /// The first.
    pub rows: Vec<ImportRow>,
}

/// A row of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// Its line, from 1.
    pub line: u32,
    /// Key in the tracker, may be empty.
    pub key: String,
    /// Title.
    pub title: String,
    /// What it changes.
    pub changes: Vec<Field>,
    /// What was longer than a story holds.
    pub cut: Vec<Field>,
}
