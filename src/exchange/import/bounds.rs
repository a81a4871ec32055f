//! How much is read at most; what is beyond is refused with a reason, never dropped.

/// Largest file, in bytes: 10,000 rows of 2 kB.
pub const MAX_IMPORT_BYTES: usize = 20_000_000;

/// Rows of one file; a backlog holds no more stories.
pub const MAX_ROWS: usize = 10_000;

/// Columns of a table; a Jira with everything in it has about 300.
pub const MAX_COLUMNS: usize = 500;

/// Longest row of a table and longest element of a list, in bytes: a description with
/// 40,000 characters and the same again in comments fits ten times.
pub(super) const MAX_ROW_BYTES: usize = 1_000_000;

/// Entries of one list within a story: labels, questions, risks, decisions.
pub(in crate::exchange) const MAX_LIST: usize = 200;

/// Longest label, name, status and estimate, in characters.
pub(in crate::exchange) const MAX_WORD_CHARS: usize = 200;

/// Characters of a refused row that are shown.
pub(super) const MAX_REFUSED_CHARS: usize = 80;

/// Broken rows of a table after which reading goes on in the middle of the row, in the hope
/// that only one line of it was broken; later ones are refused as a whole.
pub(super) const MAX_REPAIRS: usize = 100;
