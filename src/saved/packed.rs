//! A pack that came from somebody, and what this person says of it, as kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::meeting::{MAX_PLANNED, ReplierId};
use crate::story::StoryId;

use super::pack::{bytes, hex};
use super::versions::FAR;
use super::{Kept, VERSION, read};

/// Keys of packs that came begin so; the rest is the name of the pack.
pub const PACKED_PREFIX: &str = "floret.packed.";

/// A pack that came, and what this person says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptPacked {
    /// The pack, as it came.
    pub pack: String,
    /// Names this person to the organiser.
    pub who: ReplierId,
    /// What this person is called; may be empty.
    pub name: String,
    /// Replies made so far.
    pub revision: u32,
    /// This person will not sit at the table.
    pub is_absent: bool,
    /// When something in it changed last, in ms since 1970.
    pub changed_ms: i64,
    /// What is said of each story.
    pub drafts: BTreeMap<StoryId, DraftAnswer>,
}

/// What this person says of one story, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftAnswer {
    /// It was read.
    #[serde(rename = "read", skip_serializing_if = "std::ops::Not::not")]
    pub is_read: bool,
    /// It is unclear.
    #[serde(rename = "unclear", skip_serializing_if = "std::ops::Not::not")]
    pub is_unclear: bool,
    /// A comment.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub comment: String,
    /// Questions, one a line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub questions: String,
    /// The estimate as a card; empty: none. It leaves only under a seal.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub card: String,
}

#[derive(Serialize, Deserialize)]
struct PackedText {
    version: u32,
    pack: String,
    who: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default)]
    revision: u32,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    absent: bool,
    changed: i64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    stories: Vec<(String, DraftAnswer)>,
}

/// Reads a pack that came.
pub fn read_packed(text: &str) -> Kept<KeptPacked> {
    read::<PackedText>(text).and_then(|text| {
        let drafts = text.stories.into_iter().take(2 * MAX_PLANNED);
        let drafts = drafts.map(|(id, draft)| Some((id.parse().ok()?, draft)));
        Some(KeptPacked {
            pack: text.pack,
            who: ReplierId(bytes(&text.who)?),
            name: text.name,
            revision: text.revision,
            is_absent: text.absent,
            changed_ms: Some(text.changed).filter(|ms| (0..FAR).contains(ms))?,
            drafts: drafts.collect::<Option<_>>()?,
        })
    })
}

/// Writes a pack that came.
pub fn write_packed(kept: &KeptPacked) -> String {
    let drafts = kept.drafts.iter();
    let text = PackedText {
        version: VERSION,
        pack: kept.pack.clone(),
        who: hex(&kept.who.0),
        name: kept.name.clone(),
        revision: kept.revision,
        absent: kept.is_absent,
        changed: kept.changed_ms,
        stories: drafts
            .map(|(id, draft)| (id.to_string(), draft.clone()))
            .collect(),
    };
    serde_json::to_string(&text).unwrap_or_default()
}
