//! The shape of the words of the agenda, its clock, and the frame around all.

use crate::words::sections::section;

section! {
    /// Words of the agenda, its clock, and the frame. `over_short`: `{0}` a time. `took`:
    /// `{0}` of `{1}` minutes. `go_to`: `{0}` the part.
    SessionWords: &'static str {
        agenda clock start pause next plus_one plus_five minus_one only_lead is_over
        over_short took planned go_to late_said over_said
        silent_reading follow_ups walk_through estimate risks mark_ready
        tabs tab_vote tab_story tab_notes tab_agenda
        done edit
    }
}
