//! The shape of the words of a meeting at the table.
//!
//! Reached only from the meeting's screens, so that the first load carries none of it.

mod frame;
mod notes;
mod parts;
mod people;

pub use frame::*;
pub use notes::*;
pub use parts::*;
pub use people::*;

use super::{ExchangeWords, GateWords, Language, de, en};

/// All texts of the meeting in one language.
#[derive(Debug)]
pub struct MeetingWords {
    /// Which language.
    pub language: Language,
    /// Texts of the agenda, its clock, and the frame around all.
    pub frame: &'static SessionWords,
    /// Texts of the parts of the agenda: follow-ups, reading, walk-through.
    pub parts: &'static SessionPartWords,
    /// Texts of the parts of the agenda that count.
    pub part_count: &'static SessionPartCounts,
    /// Texts of people, hands and duties.
    pub people: &'static SessionPeopleWords,
    /// Texts of notes, gate, other votes and the record.
    pub notes: &'static SessionNoteWords,
    /// Texts of notes, gate, other votes and the record that count.
    pub note_count: &'static SessionNoteCounts,
    /// The desk's texts of the Definition of Ready.
    pub gate: &'static GateWords,
    /// The desk's texts of records.
    pub exchange: &'static ExchangeWords,
}

impl MeetingWords {
    /// The texts of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &en::MEETING,
            Language::German => &de::MEETING,
        }
    }
}
