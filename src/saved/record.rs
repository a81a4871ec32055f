//! The record of a meeting as kept: everything, on every seat.

use serde::{Deserialize, Serialize};

use crate::meeting::Record;

use super::{Kept, VERSION, read};

/// Keys of records begin so; the rest names the meeting.
pub const RECORD_PREFIX: &str = "floret.record.";

/// Key of the meeting on its way from the table back to the desk.
pub const MET_KEY: &str = "floret.met";

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
