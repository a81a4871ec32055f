//! The meeting as it is at this moment, for a screen to be made of.

use std::sync::Arc;

pub use crate::meeting::{
    Act, AgendaStep, Duty, Estimated, Fate, Handout, Meeting, Note, NoteField, NoteId, NoteKind,
    NoteState, PersonId, Place, Poll, Purpose, Record, Time, Timebox, Topic, TopicField, TopicId,
    carry_caret, time,
};

/// The meeting, and what this screen adds to it.
///
/// The record is shared, not copied: it is the same value until something is done.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "marks on the screen, each its own"
)]
pub struct MeetingNow {
    /// The meeting with its votes so far.
    pub record: Arc<Record>,
    /// This person.
    pub me: PersonId,
    /// Now on the host's clock, in whole seconds, as ms since 1970.
    pub now_ms: i64,
    /// May lead through the agenda.
    pub may_lead: bool,
    /// May hand duties over.
    pub may_give: bool,
    /// May mark ready, send back and overrule.
    pub may_own: bool,
    /// Something can be sent now.
    pub is_linked: bool,
    /// What this person typed and the table does not have yet.
    pub drafts: Vec<(Place, String)>,
    /// Who is linked now.
    pub present: Vec<PersonId>,
    /// What the open round asks.
    pub purpose: Purpose,
    /// This browser opened the table; what is edited goes back to its desk.
    pub is_opener: bool,
    /// The page's address without fragment, for links.
    pub base: String,
}

impl MeetingNow {
    /// The meeting.
    pub fn meeting(&self) -> &Meeting {
        &self.record.meeting
    }

    /// A text as this screen shows it: the table's, or what is typed here.
    pub fn text(&self, place: Place) -> &str {
        let mut drafts = self.drafts.iter();
        if let Some((_, text)) = drafts.find(|(one, _)| *one == place) {
            return text;
        }
        let typed = self.meeting().typed(place);
        typed.map_or("", |typed| typed.text.as_str())
    }
}
