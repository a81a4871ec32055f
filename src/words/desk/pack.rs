//! The shape of the words of the pack: at its organiser, and at whoever it came to.

use crate::words::Plural;
use crate::words::sections::section;

section! {
    /// Words of the pack. `file_note`, `reply_file_note`: `{0}` kB. `taken`, `twice`, `unclear_to`,
    /// `from`: `{0}` a name. `asks`: `{0}` a name, `{1}` the question. `card_of`: `{0}` a card,
    /// `{1}` a name. `begins_said`: `{0}` a day, `{1}` a time. `file_words`, `reply_file_words`:
    /// `{0}` the address of the page.
    PackWords: &'static str {
        title note your_name deck make made_note link copy_link send_link file_note
        save_file too_long no_stories paste paste_hint take_in pick_file outcomes taken
        twice full no_pack not_ours cut_off damaged too_large too_new is_pack is_reply
        is_other other_session people nobody heard unclear_to asks take_question in_story
        sent_ahead card_of seal_note sort_disagreement sort_questions sort_note sorted
        is_sorted question_taken file_words reply_file_words read_title read_note from
        goal begins begins_said questions in_tracker i_read i_wonder comment ask estimate
        no_estimate presence present absent kept_note sealed_note reply_heading make_reply reply
        copy_reply reply_note reply_file_note save_reply no_name reply_too_long bad_title
        gone reply_title to_plan
    }
}
section! {
    /// Texts of the pack that count.
    PackCounts: Plural {
        read unclear comments questions estimates sealed kept
    }
}
