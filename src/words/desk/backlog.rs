//! The shape of the words of the list of stories and one story.

use crate::words::Plural;
use crate::words::sections::section;

section! {
    /// Words of the list of stories and one story.
    BacklogWords: &'static str {
        title stories add search search_hint import export empty_title empty_note none_found
        untitled more move_up move_down duplicate delete keys_note planned story_title
        gone_title gone_note
        kind_story kind_bug kind_task kind_spike
        status_draft status_gaps status_fit status_estimated status_ready status_sent_back
        clear partly unclear not_said
        new_title propose_order filter all kind status understanding label only_gaps
        team teams team_name team_new team_add team_delete unnamed send_to take_in take_out
        damaged_copy damaged_drop
    }
}
section! {
    /// Texts of the list of stories that count.
    BacklogCounts: Plural {
        stories found questions
    }
}
