//! The shape of the words of the parts of the agenda: follow-ups, reading, walk-through.

use crate::words::Plural;
use crate::words::sections::section;

section! {
    /// Words of follow-ups, silent reading and walk-through.
    SessionPartWords: &'static str {
        follow_ups_none follow_ups_note follow_up_of close_it carry_over follow_up_new add owner
        reading_note i_have_read read_by read_by_all read_by_nobody question_new question own_questions
        take_back questions asked_by
        stories current ready sent_back minutes pick pick_note no_story no_text open_link
        description why acceptance dependencies edit_what done_what
        needed nobody_needed you_may_leave you_may_leave_named
        budget budget_used budget_over budget_minutes no_budget
        solution_talk solution_talk_note park_it parked_text
    }
}
section! {
    /// Texts of these parts that count.
    SessionPartCounts: Plural {
        questions_wait solution_talks
    }
}
