//! What a person does to get stories out.

use crate::story::StoryId;

/// Something is wanted outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportEvent {
    /// The table of estimates as a file, of the stories that the list shows.
    CsvSaved,
    /// The table with which Jira updates its issues as a file, of the stories shown.
    JiraSaved,
    /// The record as Markdown in the clipboard, of the stories shown.
    RecordCopied,
    /// The record as a file, of the stories shown.
    RecordSaved,
    /// Every story of this backlog with all its fields as a file.
    JsonSaved,
    /// The record on paper, of the stories shown.
    Printed,
    /// One story as a comment for its ticket in the clipboard.
    CommentCopied(StoryId),
}
