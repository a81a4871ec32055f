//! English: records of meetings.

use crate::words::{Plural, RecordsCounts, RecordsWords};

pub(super) const RECORDS: RecordsWords = RecordsWords {
    title: "Records",
    lead: "What was decided, and why: every meeting that ended at a table with this browser, and records that came as a link.",
    search: "Search records",
    none: "There is no record yet. One comes with the end of a planned session.",
    none_found: "No record has all of these words.",
    untitled: "A session without a goal",
    back: "All records",
    copy: "Copy as Markdown",
    save: "Download record",
    csv: "CSV",
    jira: "Jira update CSV",
    json: "JSON",
    print: "Print",
    comment: "Copy as ticket comment",
    delete: "Delete the record",
    deleted: "The record of “{0}” was deleted.",
    gone_title: "This record is not here",
    gone_note: "It was deleted, or it is in another browser.",
    stories: "Stories",
    rest: "Everything else",
    meeting: "The meeting",
    copy_link: "Copy record link",
    link_note: "For those who were not there: whoever opens the link reads this record and keeps it. Nothing is uploaded.",
    file_note: "This record is too long for a link, so for those who were not there it is a file of {0} kB.",
    save_file: "Save record file",
    too_long: "This record is too long even for a file. Download it instead.",
    bad_title: "This record cannot be opened",
    not_ours: "This is not the record of a meeting.",
    too_large: "This is larger than any record.",
};

pub(super) const COUNTS: RecordsCounts = RecordsCounts {
    found: Plural("1 record.", "{0} records."),
    stories: Plural("1 story", "{0} stories"),
};
