//! The shape of the words around every screen of the desk.

use crate::words::Plural;
use crate::words::sections::section;

section! {
    /// Words around every screen of the desk: ways, messages, the spoken word.
    FrameWords: &'static str {
        home pages storage_full storage_blocked
        story_deleted story_sent unnamed_backlog story_moved order_proposed order_is_good
        backlog_full too_many_backlogs item_removed not_ready
        no_story_to_propose story_taken_out story_sent_back follow_up_removed plan_begun_anew
        nothing_to_vote
        moved added remove
    }
}
section! {
    /// Texts around every screen of the desk that count.
    FrameCounts: Plural {
        damaged damaged_dropped backlog_deleted stories_moved estimates_came meeting_came stories_proposed
    }
}
