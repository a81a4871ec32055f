//! The shape of the words of the four lists.

use crate::words::Plural;
use crate::words::sections::section;

/// Words of the four lists.
#[derive(Debug)]
pub struct ChecklistWords {
    /// Heading of the screen.
    pub title: &'static str,
    /// The screen.
    pub screen: ChecklistScreen,
    /// Short messages, and sentences for screen readers.
    pub said: ChecklistSaid,
    /// A list that came as a link.
    pub shared: SharedListWords,
    /// Texts that count.
    pub count: ChecklistCounts,
    /// The slot in everybody's calendar.
    pub calendar: CalendarWords,
    /// Names of the months, January first.
    pub months: [&'static str; 12],
    /// The built-in items.
    pub items: ItemWords,
    /// Facts that do not count anything.
    pub facts: FactWords,
    /// Facts that do.
    pub fact_counts: FactCounts,
}

/// The wording of the built-in items in the order of their numbers.
#[derive(Debug)]
pub struct ItemWords {
    /// P1 to P12.
    pub standing: [&'static str; 12],
    /// B1 to B27.
    pub before: [&'static str; 27],
    /// D1 to D18.
    pub during: [&'static str; 18],
    /// A1 to A11.
    pub after: [&'static str; 11],
}

section! {
    /// The screen of the four lists.
    ChecklistScreen: &'static str {
        lead name name_hint date day_said lists untitled progress progress_said
        standing standing_note before before_note during during_note after after_note
        participants participants_note
        by_fact can_tick against_fact
        item_menu note note_hint edit edit_hint hide unhide show_hidden hide_hidden
        move_up move_down remove
        add add_label add_hint add_full
        archive archive_note earlier earlier_none archived_on open_earlier delete_earlier
        copy_markdown print share share_note share_link share_copy share_send share_too_long
        calendar calendar_note
    }
}
section! {
    /// Short messages, and sentences for screen readers.
    ChecklistSaid: &'static str {
        moved moved_to hidden unhidden added removed archived deleted shared ticked_by_fact
        unticked_by_fact
    }
}
section! {
    /// The slot in everybody's calendar: its form, its name, the parts of its agenda.
    CalendarWords: &'static str {
        weekday monday tuesday wednesday thursday friday saturday sunday
        time every minutes download event part
        silent_reading follow_ups walk_through estimate risks mark_ready
    }
}
section! {
    /// A list that came as a link.
    SharedListWords: &'static str {
        title definition_title note definition_note take take_note leave taken
        truncated damaged too_new foreign
    }
}
section! {
    /// Texts of the four lists that count.
    ChecklistCounts: Plural { hidden own earlier lines weeks }
}
section! {
    /// Facts that do not count anything.
    FactWords: &'static str {
        goal_set none_unready no_questions moderates writes comments_asked reading_unneeded
        no_follow_ups link_and_deck none_parked none_differed no_risks record_out none_open none_sent_back
        signals
    }
}
section! {
    /// Facts that do; `{0}` is the number.
    FactCounts: Plural {
        ready_agreed picked by_priority least_understood checked moved_later answered needed
        hours_ahead days_ahead reading timeboxed follow_ups follow_ups_done read walked parked
        passed_first walked_first anonymous revoted risks timeboxes reasoned marked_ready decisions_out
        estimates_out owned sent_back planning
    }
}
