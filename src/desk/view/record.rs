//! Records of meetings as they are seen.

use std::sync::Arc;

use super::Paper;

/// All records, or those that match the search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordsView {
    /// What is searched for.
    pub search: String,
    /// Records kept in this browser.
    pub n_all: usize,
    /// Those shown, newest first.
    pub rows: Vec<RecordRow>,
}

/// A record in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordRow {
    /// Names its meeting.
    pub id: u64,
    /// The day, as it is said; may be empty.
    pub day: String,
    /// What it was for, may be empty.
    pub goal: String,
    /// Stories in it.
    pub n_stories: usize,
}

/// One record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordView {
    /// Names its meeting.
    pub id: u64,
    /// The day, as it is said; may be empty.
    pub day: String,
    /// What it was for, may be empty.
    pub goal: String,
    /// What is in it; shared, so that a view costs nothing.
    pub parts: Arc<RecordParts>,
    /// On its way to the printer.
    pub paper: Option<Arc<Paper>>,
}

/// What is in a record: Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordParts {
    /// When, and who was there.
    pub meeting: String,
    /// Name and text of each story.
    pub stories: Vec<(String, String)>,
    /// What belongs to no story, one text for each sort.
    pub rest: Vec<String>,
}

impl RecordParts {
    /// All texts in their order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let stories = self.stories.iter().map(|(_, text)| text.as_str());
        let rest = self.rest.iter().map(String::as_str);
        core::iter::once(self.meeting.as_str())
            .chain(stories)
            .chain(rest)
            .filter(|text| !text.is_empty())
    }
}
