//! The shape of the words of writing back to a tracker.

use crate::words::Plural;
use crate::words::sections::section;

/// Words of writing back to a tracker.
#[derive(Debug)]
pub struct TicketWords {
    /// What leaves, and that it is on its way.
    pub sending: SendingTexts,
    /// What came of it.
    pub outcome: OutcomeTexts,
    /// Where it counts.
    pub counts: TicketCounts,
    /// The person's own tokens.
    pub tokens: TokenTexts,
}

section! {
    /// What leaves, and that it is on its way. `send_to`: `{0}` GitHub or GitLab. `goes_to`:
    /// `{0}` the ticket, `{1}` the host. `address`: `{0}` the address. `label`, `label_stays`,
    /// `weight`, `not_whole`: `{0}` what it is. `earlier`, `earlier_unsure`: `{0}` the day.
    SendingTexts: &'static str {
        send_to shown shown_text goes_to address estimate_stays label label_stays weight
        not_whole earlier earlier_unsure send cancel stop put_away sending slow
    }
}
section! {
    /// What came of it. `{0}` the host; `written`, `not_written`: a story's title;
    /// `estimate_failed`: why; `strange`: `{1}` GitHub or GitLab; `other`, `other_why`: `{1}`
    /// the status, `{2}` its own words.
    OutcomeTexts: &'static str {
        title posted see estimate_set estimate_failed written not_written
        token not_found moved limited unreachable slow stopped strange ignored other other_why
        look_first
    }
}
section! {
    /// Where it counts.
    TicketCounts: Plural { wait_minutes }
}
section! {
    /// The person's own tokens. `forget`: `{0}` the host; `too_many`: `{0}` how many.
    TokenTexts: &'static str {
        title note switch switch_note estimate estimate_note none kept_for forget host host_note
        token token_note show save saved not_one has_login bad_token too_many
        unreadable
    }
}
