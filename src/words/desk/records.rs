//! The shape of the words of records of meetings.

use crate::words::Plural;
use crate::words::sections::section;

section! {
    /// Words of records of meetings. `deleted`: `{0}` what it was for.
    RecordsWords: &'static str {
        title lead search none none_found untitled back copy save csv jira json print comment
        delete deleted gone_title gone_note stories rest meeting
    }
}
section! {
    /// Texts of records that count.
    RecordsCounts: Plural { found stories }
}
