//! English: a meeting at the table.

mod frame;
mod notes;
mod parts;
mod people;

use crate::words::{Language, MeetingWords};

pub(in crate::words) const MEETING: MeetingWords = MeetingWords {
    language: Language::English,
    frame: &frame::FRAME,
    parts: &parts::PARTS,
    part_count: &parts::COUNTS,
    people: &people::PEOPLE,
    notes: &notes::NOTES,
    note_count: &notes::COUNTS,
    gate: super::desk::DESK.gate,
    exchange: super::desk::DESK.exchange,
};
