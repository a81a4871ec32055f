//! The shape of the words of records of meetings.

use crate::words::Plural;
use crate::words::sections::section;

section! {
    /// Words of records of meetings. `deleted`: `{0}` what it was for. `file_note`: `{0}` kB.
    RecordsWords: &'static str {
        title lead search none none_found untitled back copy save csv jira json print comment
        delete deleted gone_title gone_note stories rest meeting copy_link link_note file_note
        save_file too_long bad_title not_ours too_large
    }
}
section! {
    /// Texts of records that count.
    RecordsCounts: Plural { found stories }
}
