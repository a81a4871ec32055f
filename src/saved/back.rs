//! An estimate on its way from the table back to its story at the desk.

use serde::{Deserialize, Serialize};

use crate::story::{Round, StoryId};

use super::story::RoundText;
use super::versions::FAR;
use super::{Kept, VERSION, read};

/// Keys of estimates on their way begin so; the rest is the story's name.
pub const BACK_PREFIX: &str = "floret.back.";

/// What the table settled on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptEstimate {
    /// The estimate as a card.
    pub estimate: String,
    /// The votes; `None`: set without one.
    pub round: Option<Round>,
    /// When it was saved, in ms since 1970.
    pub at_ms: i64,
}

#[derive(Serialize, Deserialize)]
struct BackText {
    version: u32,
    estimate: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    round: Option<RoundText>,
    at_ms: i64,
}

/// The key of an estimate.
pub fn back_key(story: &str) -> String {
    format!("{BACK_PREFIX}{story}")
}

/// The story that a key belongs to.
pub fn back_of_key(key: &str) -> Option<StoryId> {
    key.strip_prefix(BACK_PREFIX)?.parse().ok()
}

/// Reads an estimate.
pub fn read_back(text: &str) -> Kept<KeptEstimate> {
    read::<BackText>(text).and_then(|text| {
        (0..FAR).contains(&text.at_ms).then_some(KeptEstimate {
            estimate: text.estimate,
            round: text.round.map(RoundText::round),
            at_ms: text.at_ms,
        })
    })
}

/// Writes an estimate.
pub fn write_back(back: &KeptEstimate) -> String {
    let text = BackText {
        version: VERSION,
        estimate: back.estimate.clone(),
        round: back.round.as_ref().map(RoundText::of),
        at_ms: back.at_ms,
    };
    serde_json::to_string(&text).unwrap_or_default()
}
