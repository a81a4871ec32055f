//! Comments without a name: slots of 256 bytes under XOR (docs/ballot.md §5). It does not know
//! masks, votes or whose comment is whose.

use super::primitive::sha256;

/// Bytes of one comment slot.
pub(super) const SLOT_BYTES: usize = 256;

/// Slots per seat on the roll: with few comments two rarely choose the same.
pub const SLOTS_PER_SEAT: u16 = 4;

/// Most characters (Unicode scalar values) of a comment.
pub const MAX_COMMENT_CHARS: usize = 200;

/// Most bytes of a comment in UTF-8: a slot without checksum, tag and length.
pub const MAX_COMMENT_BYTES: usize = SLOT_BYTES - CHECK_BYTES - TAG_BYTES - 1;

/// Bytes of a slot's checksum: two comments in one slot pass it once in 2^64.
const CHECK_BYTES: usize = 8;

/// Random bytes that keep two equal comments in one slot from cancelling each other.
pub(super) const TAG_BYTES: usize = 4;

/// Label of a slot's checksum.
const SLOT_LABEL: &[u8] = b"floret/1/slot";

/// Whether a text may be a comment: not empty and within both limits.
pub(super) fn fits(text: &str) -> bool {
    !text.is_empty() && text.len() <= MAX_COMMENT_BYTES && text.chars().count() <= MAX_COMMENT_CHARS
}

/// Reads a comment's bytes; `None` when they are no comment.
pub(super) fn read_text(bytes: &[u8]) -> Option<&str> {
    core::str::from_utf8(bytes).ok().filter(|text| fits(text))
}

/// The 256 bytes of one comment in slot number `slot` under the terms with digest `t`.
///
/// `None` when the text does not fit (see [`fits`]).
pub(super) fn write_slot(
    t: &[u8; 32],
    slot: u16,
    tag: [u8; TAG_BYTES],
    text: &str,
) -> Option<[u8; SLOT_BYTES]> {
    let length = u8::try_from(text.len()).ok().filter(|_| fits(text))?;
    let padding = SLOT_BYTES.checked_sub(CHECK_BYTES + TAG_BYTES + 1 + text.len())?;
    let mut rest = tag.to_vec();
    rest.push(length);
    rest.extend_from_slice(text.as_bytes());
    rest.resize(rest.len() + padding, 0);
    let mut bytes = checksum(t, slot, &rest).to_vec();
    bytes.append(&mut rest);
    bytes.try_into().ok()
}

/// What the summed slots say.
#[derive(Default)]
pub(super) struct Heard {
    /// The comments in byte order, so that their order tells nothing.
    pub(super) comments: Vec<String>,
    /// Numbers of the slots in which two or more comments collided.
    pub(super) lost_slots: Vec<u16>,
}

/// Reads all slots of a summed comment vector.
pub(super) fn read_slots(t: &[u8; 32], slots: &[u8]) -> Heard {
    let mut heard = Heard::default();
    for (slot, bytes) in (0..).zip(slots.as_chunks::<SLOT_BYTES>().0) {
        if bytes.iter().all(|byte| *byte == 0) {
            continue;
        }
        match read_slot(t, slot, bytes) {
            Some(text) => heard.comments.push(text.to_owned()),
            None => heard.lost_slots.push(slot),
        }
    }
    heard.comments.sort_unstable();
    heard
}

/// The comment in one slot; `None` when the slot is not exactly what [`write_slot`] makes.
fn read_slot<'a>(t: &[u8; 32], slot: u16, bytes: &'a [u8; SLOT_BYTES]) -> Option<&'a str> {
    let (check, rest) = bytes.split_first_chunk::<CHECK_BYTES>()?;
    if *check != checksum(t, slot, rest) {
        return None;
    }
    let (_tag, rest) = rest.split_first_chunk::<TAG_BYTES>()?;
    let (length, rest) = rest.split_first()?;
    let (text, padding) = rest.split_at_checked(usize::from(*length))?;
    padding
        .iter()
        .all(|byte| *byte == 0)
        .then(|| read_text(text))
        .flatten()
}

/// The first bytes of SHA-256 over label, `T`, slot number and the rest of the slot.
fn checksum(t: &[u8; 32], slot: u16, rest: &[u8]) -> [u8; CHECK_BYTES] {
    let [a, b, c, d, e, f, g, h, ..] = sha256(&[SLOT_LABEL, t, &slot.to_le_bytes(), rest]);
    [a, b, c, d, e, f, g, h]
}

#[cfg(test)]
mod tests;
