//! The shape of the words of notes, gate, other votes and the record.

use crate::words::Plural;
use crate::words::sections::section;

section! {
    /// Words of notes, gate, other votes and the record. `numbered`: `{0}` a word, `{1}` which
    /// of several. `removed`: `{0}` the note. `of_note`: `{0}` what a button does, `{1}` to which
    /// note. `record_heading`: `{0}` a day, `{1}` a time. `record_file_note`: `{0}` kB.
    /// `record_file_words`: `{0}` the address of the page. `poll_line`: `{0}` what was asked, `{1}`
    /// the cards. Those that begin with `record_` stand in the record.
    SessionNoteWords: &'static str {
        notes none_yet beside_note about_session parked
        add_decision add_question add_risk park_topic
        decision why who dropped question owner due due_hint risk topic first_name second_name
        slot stops_work blocks answered
        numbered remove removed close open_again of_note

        gate gate_note mark_ready mark_ready_no_decision mark_ready_rights
        vote_anyway send_back send_back_note reopen stamp_ready stamp_back

        polls polls_note poll_confidence poll_ready poll_closing ask_confidence ask_ready
        ask_closing asked_confidence asked_ready asked_closing back_to_estimate cards_out
        poll_line poll_none only_lead

        end end_note resume
        record record_copy record_save record_csv record_jira record_json record_print
        record_comment record_nothing record_link record_link_note record_file_note record_file
        record_too_long record_file_words
        record_heading record_plain record_goal record_people record_open record_estimated
        record_ready record_sent_back record_beside record_average record_closed record_carried
        record_minutes record_of record_planned record_taken record_together
    }
}
section! {
    /// Texts of notes, gate, other votes and the record that count.
    SessionNoteCounts: Plural {
        notes
    }
}
