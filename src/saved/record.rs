//! The record of a meeting as kept: everything, on every seat; and what left of it at the table.

use serde::{Deserialize, Serialize};

use crate::meeting::{Handout, Record, TopicId};

use super::{Kept, VERSION, read};

/// Keys of records begin so; the rest names the meeting.
pub const RECORD_PREFIX: &str = "floret.record.";

/// Key of the meeting on its way from the table back to the desk.
pub const MET_KEY: &str = "floret.met";

/// Keys of what left of a record at the table begin so, on their way to the desk; the rest
/// names the meeting and the form.
pub const HANDOUT_PREFIX: &str = "floret.handout.";

/// The forms of a whole record.
const WHOLE: [Handout; 5] = [
    Handout::Text,
    Handout::Paper,
    Handout::Table,
    Handout::ForJira,
    Handout::Data,
];

/// Before the number of the story that left as a comment.
const COMMENT: &str = "comment-";

#[derive(Serialize, Deserialize)]
struct HandoutText {
    version: u32,
    ended_ms: i64,
}

fn name_of(handout: Handout) -> String {
    match handout {
        Handout::Text => String::from("text"),
        Handout::Paper => String::from("paper"),
        Handout::Table => String::from("table"),
        Handout::ForJira => String::from("jira"),
        Handout::Data => String::from("data"),
        Handout::Comment(topic) => format!("{COMMENT}{}", topic.0),
    }
}

/// The key of what left of a meeting's record.
pub fn handout_key(meeting: u64, handout: Handout) -> String {
    format!("{HANDOUT_PREFIX}{meeting:016x}.{}", name_of(handout))
}

/// What a key says: which meeting, and what left.
pub fn handout_of_key(key: &str) -> Option<(u64, Handout)> {
    let (meeting, name) = key.strip_prefix(HANDOUT_PREFIX)?.split_once('.')?;
    let meeting = u64::from_str_radix(meeting, 16).ok()?;
    let handout = match name.strip_prefix(COMMENT) {
        Some(topic) => Handout::Comment(TopicId(topic.parse().ok()?)),
        None => WHOLE.into_iter().find(|one| name_of(*one) == name)?,
    };
    Some((meeting, handout))
}

/// Says of which end of the meeting the record was that left, in ms since 1970.
pub fn write_handout(ended_ms: i64) -> String {
    let text = HandoutText {
        version: VERSION,
        ended_ms,
    };
    serde_json::to_string(&text).unwrap_or_default()
}

/// When the meeting had ended whose record left.
pub fn read_handout(text: &str) -> Kept<i64> {
    read::<HandoutText>(text).and_then(|kept| Some(kept.ended_ms))
}

#[derive(Serialize, Deserialize)]
struct RecordText {
    version: u32,
    record: Record,
}

/// The key of a meeting's record.
pub fn record_key(meeting: u64) -> String {
    format!("{RECORD_PREFIX}{meeting:016x}")
}

/// The meeting that a key belongs to.
pub fn record_of_key(key: &str) -> Option<u64> {
    u64::from_str_radix(key.strip_prefix(RECORD_PREFIX)?, 16).ok()
}

/// Reads a record.
pub fn read_record(text: &str) -> Kept<Record> {
    read::<RecordText>(text).and_then(|kept| Some(kept.record))
}

/// Writes a record; the same text for the same record.
pub fn write_record(record: &Record) -> String {
    let text = RecordText {
        version: VERSION,
        record: record.clone(),
    };
    serde_json::to_string(&text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_key_says_what_left_of_which_meeting() {
        for handout in WHOLE.into_iter().chain([Handout::Comment(TopicId(3))]) {
            let key = handout_key(0xab, handout);
            assert_eq!(handout_of_key(&key), Some((0xab, handout)), "{key}");
        }
        assert_eq!(
            handout_key(0xab, Handout::Comment(TopicId(3))),
            "floret.handout.00000000000000ab.comment-3"
        );
        for key in [
            "floret.handout.ab",
            "floret.handout.ab.x",
            "floret.record.ab",
        ] {
            assert_eq!(handout_of_key(key), None, "{key}");
        }
        assert_eq!(read_handout(&write_handout(-7)), Kept::Fine(-7));
        assert_eq!(read_handout("{\"version\":1}"), Kept::Damaged);
    }
}
