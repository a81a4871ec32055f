//! Cards that were kept with packs, on their way from the desk to the table, and which of
//! them were played. The desk writes the former, the table the latter.

use serde::{Deserialize, Serialize};

use crate::meeting::MAX_PLANNED;
use crate::story::StoryId;

use super::{Kept, VERSION, read};

/// Keys of cards kept with a pack begin so; the rest is the name of the pack.
pub const AHEAD_PREFIX: &str = "floret.ahead.";

/// Key of the list of those that were played.
pub const PLAYED_KEY: &str = "floret.played";

/// Played cards that are remembered: of more sessions than are remembered packs.
const MAX_PLAYED: usize = 10 * MAX_PLANNED;

/// Cards that somebody who will sit at the table kept with one pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptAhead {
    /// When they were kept, in ms since 1970.
    pub at_ms: i64,
    /// Stories at the organiser's desk, with their cards.
    pub cards: Vec<(StoryId, String)>,
}

/// Cards that were played: of which pack, for which story; the newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptPlayed(Vec<(String, StoryId)>);

impl KeptPlayed {
    /// Whether the card of this pack for this story was played.
    pub fn has(&self, pack: &str, story: StoryId) -> bool {
        let mut all = self.0.iter();
        all.any(|(one, of)| one == pack && *of == story)
    }

    /// It is now.
    pub fn add(&mut self, pack: &str, story: StoryId) {
        if !self.has(pack, story) {
            self.0.push((pack.to_owned(), story));
            let n_over = self.0.len().saturating_sub(MAX_PLAYED);
            self.0.drain(..n_over);
        }
    }
}

#[derive(Serialize, Deserialize)]
struct AheadText {
    version: u32,
    at: i64,
    cards: Vec<(String, String)>,
}

#[derive(Serialize, Deserialize)]
struct PlayedText {
    version: u32,
    played: Vec<(String, String)>,
}

/// Reads the cards kept with one pack.
pub fn read_ahead(text: &str) -> Kept<KeptAhead> {
    read::<AheadText>(text).and_then(|text| {
        Some(KeptAhead {
            at_ms: text.at,
            cards: text
                .cards
                .into_iter()
                .take(MAX_PLANNED)
                .map(|(story, card)| Some((story.parse().ok()?, card)))
                .collect::<Option<_>>()?,
        })
    })
}

/// Writes the cards kept with one pack.
pub fn write_ahead(kept: &KeptAhead) -> String {
    let cards = kept.cards.iter();
    let text = AheadText {
        version: VERSION,
        at: kept.at_ms,
        cards: cards
            .map(|(story, card)| (story.to_string(), card.clone()))
            .collect(),
    };
    serde_json::to_string(&text).unwrap_or_default()
}

/// Reads which were played.
pub fn read_played(text: &str) -> Kept<KeptPlayed> {
    read::<PlayedText>(text).and_then(|text| {
        let played = text.played.into_iter().take(MAX_PLAYED);
        let played = played.map(|(pack, story)| Some((pack, story.parse().ok()?)));
        Some(KeptPlayed(played.collect::<Option<_>>()?))
    })
}

/// Writes which were played.
pub fn write_played(kept: &KeptPlayed) -> String {
    let played = kept.0.iter();
    let text = PlayedText {
        version: VERSION,
        played: played
            .map(|(pack, story)| (pack.clone(), story.to_string()))
            .collect(),
    };
    serde_json::to_string(&text).unwrap_or_default()
}
