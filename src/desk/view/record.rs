//! Records of meetings as they are seen.

use std::sync::Arc;

use super::{MeetingRecord, Paper, ParcelView};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordView {
    /// Names its meeting.
    pub id: u64,
    /// What it was for, may be empty.
    pub goal: String,
    /// What is in it; shared, so that a view costs nothing.
    pub parts: Arc<RecordParts>,
    /// As it is sent to somebody who was not there.
    pub parcel: ParcelView,
    /// On its way to the printer.
    pub paper: Option<Arc<Paper>>,
}

/// What is in a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordParts {
    /// In the words of the meeting's language, as it leaves.
    pub text: MeetingRecord,
    /// What each of its stories is called.
    pub names: Vec<String>,
}

impl RecordParts {
    /// All texts below the heading, in their order: Markdown.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let stories = self.text.stories.iter().map(|(_, text)| text.as_str());
        let sections = self.text.sections.iter().map(String::as_str);
        core::iter::once(self.text.intro.as_str())
            .chain(stories)
            .chain(sections)
            .filter(|text| !text.is_empty())
    }
}
