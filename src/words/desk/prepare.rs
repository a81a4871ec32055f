//! The shape of the words of guided preparation.

use crate::words::Plural;
use crate::words::sections::section;

section! {
    /// Words of guided preparation. `title`: `{0}` the story. `answered`: `{0}` of `{1}`.
    /// `take_part`: `{0}` the part, behind the word `take`.
    PrepareWords: &'static str {
        open title lead back done questions nothing_to_ask through answered skip skipped
        ask_after_all more
        draft draft_empty written_as user_story bug_report scenarios before after empty proposed
        leave_out take take_part take_all draft_grew
    }
}
section! {
    /// Texts of guided preparation that count.
    PrepareCounts: Plural { done changed taken filled_in }
}
