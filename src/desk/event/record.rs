//! What a person does with the records of meetings.

use crate::meeting::TopicId;

/// Something is wanted of the records. A number names a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordEvent {
    /// Only records with all of these words are shown.
    Searched(String),
    /// All of it as Markdown in the clipboard.
    Copied(u64),
    /// All of it as a Markdown file.
    Saved(u64),
    /// The table of estimates as a file.
    CsvSaved(u64),
    /// The table with which Jira updates its issues as a file.
    JiraSaved(u64),
    /// Everything that is kept of it as a file.
    JsonSaved(u64),
    /// Its link in the clipboard, if it is short enough for one.
    LinkCopied(u64),
    /// Its file, if it is too long for a link.
    FileSaved(u64),
    /// On paper.
    Printed(u64),
    /// One story of it as a comment for its ticket in the clipboard.
    CommentCopied(u64, TopicId),
    /// It goes; `Undo` brings it back.
    Deleted(u64),
}
