//! Comments without a name: every comment is written into three random slots of 256 bytes under
//! XOR, and read from whichever it is alone in (docs/ballot.md §5). It does not know masks,
//! votes or whose comment is whose.

use rand_core::CryptoRng;

use super::primitive::sha256;
use crate::order::{ascending, put};

/// Bytes of one comment slot.
pub(super) const SLOT_BYTES: usize = 256;

/// Slots per seat on the roll. With three slots a comment and one comment a seat, a comment is
/// lost about once in a hundred rounds of five.
pub const SLOTS_PER_SEAT: u16 = 4;

/// Slots that one comment is written into.
const SLOTS_PER_COMMENT: usize = 3;

/// The numbers of a comment's slots, ascending.
pub(super) type Slots = [u8; SLOTS_PER_COMMENT];

/// Most characters (Unicode scalar values) of a comment.
pub const MAX_COMMENT_CHARS: usize = 200;

/// Most bytes of a comment in UTF-8: a slot without checksum, tag, slot numbers and length.
pub const MAX_COMMENT_BYTES: usize = SLOT_BYTES - CHECK_BYTES - TAG_BYTES - SLOTS_PER_COMMENT - 1;

/// Bytes of a record's checksum: two records in one slot pass it once in 2^64.
const CHECK_BYTES: usize = 8;

/// Random bytes that keep two equal comments from cancelling each other.
pub(super) const TAG_BYTES: usize = 4;

/// Label of a record's checksum.
const SLOT_LABEL: &[u8] = b"floret/1/slot";

/// One comment as it stands in each of its slots.
type Record = [u8; SLOT_BYTES];

/// Whether a text may be a comment: not empty and within both limits.
pub(super) fn fits(text: &str) -> bool {
    !text.is_empty() && text.len() <= MAX_COMMENT_BYTES && text.chars().count() <= MAX_COMMENT_CHARS
}

/// Reads a comment's bytes; `None` when they are no comment.
pub(super) fn read_text(bytes: &[u8]) -> Option<&str> {
    core::str::from_utf8(bytes).ok().filter(|text| fits(text))
}

/// Three different slots out of `n_slots`, every three equally likely to within 2^-55. All 0
/// when there are fewer than three.
pub(super) fn random_slots(n_slots: u16, rng: &mut (impl CryptoRng + ?Sized)) -> Slots {
    let mut left: Vec<u8> = (0..=u8::MAX).take(usize::from(n_slots)).collect();
    let mut slots = Slots::default();
    if left.len() < SLOTS_PER_COMMENT {
        return slots;
    }
    for slot in &mut slots {
        let n_left = u64::try_from(left.len()).unwrap_or(1);
        let draw = rng.next_u64().checked_rem(n_left).unwrap_or(0);
        *slot = left.swap_remove(usize::try_from(draw).unwrap_or(0));
    }
    ascending(slots).try_into().unwrap_or(slots)
}

/// Writes a comment under XOR into its slots; `None` when the text does not fit or the slots are
/// not ascending or not there.
pub(super) fn write(
    t: &[u8; 32],
    summed: &mut [u8],
    slots: Slots,
    tag: [u8; TAG_BYTES],
    text: &str,
) -> Option<()> {
    let length = u8::try_from(text.len()).ok().filter(|_| fits(text))?;
    let (places, _) = summed.as_chunks_mut::<SLOT_BYTES>();
    if !are_slots(slots, places.len()) {
        return None;
    }
    let mut rest = tag.to_vec();
    rest.extend_from_slice(&slots);
    rest.push(length);
    rest.extend_from_slice(text.as_bytes());
    rest.resize(SLOT_BYTES - CHECK_BYTES, 0);
    let mut record = checksum(t, &rest);
    record.append(&mut rest);
    xor_into(places, slots, &record.try_into().ok()?);
    Some(())
}

/// What the summed slots say.
#[derive(Default)]
pub(super) struct Heard {
    /// The comments in byte order, so that their order tells nothing.
    pub(super) comments: Vec<String>,
    /// Comments that cannot be told apart, at least; 0 when every one was read.
    pub(super) n_lost: u32,
}

/// Reads the summed slots of `n_seats` seats: takes out each record that stands alone in a slot,
/// which may leave others alone, until a whole pass finds none.
pub(super) fn read(t: &[u8; 32], mut summed: Vec<u8>, n_seats: usize) -> Heard {
    let (places, _) = summed.as_chunks_mut::<SLOT_BYTES>();
    let mut heard = Heard::default();
    let mut taken = Vec::new();
    let mut n_before = None;
    while n_before != Some(taken.len()) {
        n_before = Some(taken.len());
        for slot in 0..places.len() {
            let record = places.get(slot).copied().unwrap_or([0; SLOT_BYTES]);
            let Some((slots, text)) = read_record(t, &record, slot, places.len()) else {
                continue;
            };
            // A seat has one comment; a liar's record, not in all its slots, could come again.
            if taken.len() < n_seats && put(&mut taken, record) {
                heard.comments.push(text.to_owned());
                xor_into(places, slots, &record);
            }
        }
    }
    heard.comments = ascending(heard.comments);
    let n_left = places
        .iter()
        .filter(|place| place.iter().any(|byte| *byte != 0))
        .count();
    if n_left > 0 {
        let n_lost = n_left.div_ceil(SLOTS_PER_COMMENT).max(2);
        heard.n_lost = u32::try_from(n_lost).unwrap_or(u32::MAX);
    }
    heard
}

/// The slots and the text of the record that stands alone in `slot`; `None` when the slot is
/// empty, or not exactly what [`write()`] makes.
fn read_record<'a>(
    t: &[u8; 32],
    record: &'a Record,
    slot: usize,
    n_slots: usize,
) -> Option<(Slots, &'a str)> {
    let (check, rest) = record.split_first_chunk::<CHECK_BYTES>()?;
    let (_tag, after) = rest.split_first_chunk::<TAG_BYTES>()?;
    let (slots, after) = after.split_first_chunk::<SLOTS_PER_COMMENT>()?;
    let (length, after) = after.split_first()?;
    let (text, padding) = after.split_at_checked(usize::from(*length))?;
    let is_record = are_slots(*slots, n_slots)
        && slots.iter().any(|one| usize::from(*one) == slot)
        && padding.iter().all(|byte| *byte == 0)
        && checksum(t, rest) == check;
    is_record
        .then(|| read_text(text))
        .flatten()
        .map(|text| (*slots, text))
}

/// Whether slot numbers are strictly ascending and below `n_slots`.
fn are_slots(slots: Slots, n_slots: usize) -> bool {
    slots.is_sorted_by(|a, b| a < b) && slots.iter().all(|slot| usize::from(*slot) < n_slots)
}

/// XORs a record into its slots: puts it in, or takes it out.
fn xor_into(places: &mut [Record], slots: Slots, record: &Record) {
    for slot in slots {
        for (byte, own) in places
            .get_mut(usize::from(slot))
            .into_iter()
            .flatten()
            .zip(record)
        {
            *byte ^= own;
        }
    }
}

/// The first bytes of SHA-256 over label, `T` and the rest of the record.
fn checksum(t: &[u8; 32], rest: &[u8]) -> Vec<u8> {
    let mut digest = sha256(&[SLOT_LABEL, t, rest]).to_vec();
    digest.truncate(CHECK_BYTES);
    digest
}

#[cfg(test)]
mod tests;
