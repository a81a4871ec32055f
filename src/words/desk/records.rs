//! The shape of the words of records of meetings.

use crate::words::Plural;
use crate::words::sections::section;

section! {
    /// Words of records of meetings; from `goal` on they stand in the records themselves.
    /// `took`: `{0}` of `{1}` minutes. `deleted`: `{0}` what it was for.
    RecordsWords: &'static str {
        title lead search none none_found untitled back copy save csv jira json print comment
        delete deleted gone_title gone_note stories rest
        goal meeting when present facilitator product_owner scribe general done carried_over took
        other_votes vote_estimate vote_confidence vote_ready vote_closing
    }
}
section! {
    /// Texts of records that count.
    RecordsCounts: Plural { found stories }
}
