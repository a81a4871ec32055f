//! The record of a meeting as bytes, link and file (`docs/wire.md` §15.5), for those who were
//! not there.
//!
//! It knows neither a screen nor where records are kept.

use crate::meeting::Record;

use super::code::EncodeError;
use super::pack::{self, PackError, PackedKind, Parcel, labelled_sum};

/// What stands before `=` in the fragment of a record. Another word than that of the page
/// that shows a kept one.
pub const RECORD_KEY: &str = "minutes";

/// Before the sum of a body, so that no other sum is taken for it.
const SUM_LABEL: &[u8] = b"floret/1/record";

/// A record as it leaves; the same from every seat.
///
/// # Errors
/// [`EncodeError`]: it is out of its bounds, or too long even for a file.
pub fn record_parcel(record: &Record) -> Result<Parcel, EncodeError> {
    let record = record.leaving();
    if !record.is_lawful() {
        return Err(EncodeError::Unlawful);
    }
    let mut bytes = pack::posted(&record);
    bytes.extend_from_slice(&labelled_sum(SUM_LABEL, &bytes));
    Parcel::of(PackedKind::Record, &bytes)
}

/// Reads a record from a link, a fragment, a code, or the text of a file. Everything in it
/// is within its bounds.
///
/// # Errors
/// [`PackError`] says what is wrong with it.
pub fn read_record(text: &str) -> Result<Record, PackError> {
    let bytes = pack::open(text, PackedKind::Record)?;
    let (bytes, found) = pack::split_sum(&bytes)?;
    if found != labelled_sum(SUM_LABEL, bytes) {
        return Err(PackError::Damaged);
    }
    let read = postcard::take_from_bytes::<Record>(bytes);
    let (record, rest) = read.map_err(|_| PackError::Damaged)?;
    let is_fine = rest.is_empty() && record.is_lawful();
    is_fine.then_some(record).ok_or(PackError::Damaged)
}
