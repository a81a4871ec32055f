//! The shape of the words of one story.

use crate::words::Plural;
use crate::words::sections::section;

section! {
    /// Words of one story. `place`: `{0}` of `{1}`.
    StoryWords: &'static str {
        place previous next preview why description acceptance dependencies notes notes_note
        facts key estimate placed needed needed_hint labels labels_hint link open_link add remove
        questions add_question question owner due stops_work answered
        risks add_risk risk blocks
        decisions add_decision decision decision_why decision_who decision_dropped
    }
}
section! {
    /// Texts of one story that count.
    StoryCounts: Plural {
        rounds
    }
}
