//! The shape of the words of the planned session.

use crate::words::Plural;
use crate::words::sections::section;

section! {
    /// Words of the planned session. `sum`: `{0}` of `{1}` minutes; `sum_over`: also `{2}`
    /// too many. `stopped`, `still_missing`: `{0}` the points.
    PlanWords: &'static str {
        title open_table begin_anew frame goal limits moderator scribe
        time begins sent_ahead comments_asked ahead_note
        agenda slot minutes minutes_of sum sum_over
        silent_reading follow_ups walk_through estimate risks mark_ready
        stories none few usual many propose seek no_candidates take_in take_out
        voted nobody_named needed stopped prepare_with send_back
        open_points open_points_note all_there still_missing follow_up follow_up_add done
    }
}
section! {
    /// Texts of the planned session that count.
    PlanCounts: Plural {
        votable stories more_questions
    }
}
