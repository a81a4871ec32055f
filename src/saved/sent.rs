//! What was written to a story's ticket last, so that nothing is written twice unasked.

use serde::{Deserialize, Serialize};

use crate::story::StoryId;

use super::versions::FAR;
use super::{Kept, VERSION, read};

/// Keys of what was written to tickets begin so; the rest is the story's name.
pub const SENT_PREFIX: &str = "floret.sent.";

/// FNV-1a, 64 bits (Fowler, Noll, Vo): no secret, only “the same text or another”.
const FNV_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// What was written last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptSent {
    /// Says which text it was, and to which ticket; see [`mark_of`].
    pub mark: u64,
    /// When it left, in ms since 1970.
    pub at_ms: i64,
    /// The tracker said that it is there; otherwise nobody knows.
    pub is_certain: bool,
    /// The label that was set; empty: none.
    pub label: String,
}

#[derive(Serialize, Deserialize)]
struct SentText {
    version: u32,
    mark: String,
    at_ms: i64,
    is_certain: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    label: String,
}

/// Tells one text to one ticket from others.
///
/// ```
/// use floret::saved::mark_of;
/// assert_eq!(mark_of("o/r#7", "5"), mark_of("o/r#7", "5"));
/// assert_ne!(mark_of("o/r#7", "5"), mark_of("o/r#7", "8"));
/// ```
pub fn mark_of(ticket: &str, text: &str) -> u64 {
    let bytes = ticket.bytes().chain([0]).chain(text.bytes());
    bytes.fold(FNV_BASIS, |mark, byte| {
        (mark ^ u64::from(byte)).wrapping_mul(FNV_PRIME)
    })
}

/// The key of what was written to a story's ticket.
pub fn sent_key(story: StoryId) -> String {
    format!("{SENT_PREFIX}{story}")
}

/// The story that a key belongs to.
pub fn sent_of_key(key: &str) -> Option<StoryId> {
    key.strip_prefix(SENT_PREFIX)?.parse().ok()
}

/// Reads what was written last.
pub fn read_sent(text: &str) -> Kept<KeptSent> {
    read::<SentText>(text).and_then(|text| {
        let mark = u64::from_str_radix(&text.mark, 16).ok()?;
        (0..FAR).contains(&text.at_ms).then_some(KeptSent {
            mark,
            at_ms: text.at_ms,
            is_certain: text.is_certain,
            label: text.label,
        })
    })
}

/// Writes what was written last.
pub fn write_sent(sent: &KeptSent) -> String {
    let text = SentText {
        version: VERSION,
        mark: format!("{:016x}", sent.mark),
        at_ms: sent.at_ms,
        is_certain: sent.is_certain,
        label: sent.label.clone(),
    };
    serde_json::to_string(&text).unwrap_or_default()
}
