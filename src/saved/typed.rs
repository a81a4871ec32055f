//! What a person typed into texts of a meeting and the table does not have yet, as kept.

use serde::{Deserialize, Serialize};

use crate::meeting::{Draft, PersonId, Place};

use super::{Kept, VERSION, read};

/// Keys of what is typed begin so; the rest names the meeting and the seat.
pub const TYPED_PREFIX: &str = "floret.typed.";

/// Texts that one person has in hand at once.
pub const MAX_TYPED: usize = 100;

/// What one person has in hand.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct KeptTyped {
    /// When it was kept, ms since 1970.
    pub at_ms: i64,
    /// Each text and what was typed into it.
    pub drafts: Vec<(Place, Draft)>,
}

#[derive(Serialize, Deserialize)]
struct TypedText {
    version: u32,
    at_ms: i64,
    drafts: Vec<(Place, Draft)>,
}

/// The key of what a seat types in a meeting.
pub fn typed_key(meeting: u64, seat: PersonId) -> String {
    format!("{TYPED_PREFIX}{meeting:016x}.{}", seat.0)
}

/// Reads what was typed.
pub fn read_typed(text: &str) -> Kept<KeptTyped> {
    read::<TypedText>(text).and_then(|kept| {
        let drafts = kept.drafts;
        let is_good = drafts.len() <= MAX_TYPED && drafts.iter().all(|(_, one)| one.is_whole());
        is_good.then_some(KeptTyped {
            at_ms: kept.at_ms,
            drafts,
        })
    })
}

/// Writes what was typed.
pub fn write_typed(kept: &KeptTyped) -> String {
    let text = TypedText {
        version: VERSION,
        at_ms: kept.at_ms,
        drafts: kept.drafts.clone(),
    };
    serde_json::to_string(&text).unwrap_or_default()
}
