//! The person's own settings and decks, as kept.

use serde::{Deserialize, Serialize};

use crate::poker::{Deck, DeckKind};

use super::{Kept, MAX_DECKS, VERSION, read};

/// The person's own settings. Texts are checked by whoever uses them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptSettings {
    version: u32,
    /// Name given last.
    pub name: String,
    /// `en` or `de`; none follows the browser. Also read by the start page itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// `light` or `dark`; none follows the system. Also read by the start page itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// Single keys act.
    pub single_keys: bool,
    /// `public`, `lan` or `own`.
    pub ice: String,
    /// Own STUN and TURN addresses, one a line.
    pub own_servers: String,
    /// Minutes the timer starts with.
    pub timer_minutes: u32,
}

impl Default for KeptSettings {
    fn default() -> Self {
        Self {
            version: VERSION,
            name: String::new(),
            language: None,
            theme: None,
            single_keys: true,
            ice: String::from("public"),
            own_servers: String::new(),
            timer_minutes: 5,
        }
    }
}

/// Reads settings.
pub fn read_settings(text: &str) -> Kept<KeptSettings> {
    read(text)
}

/// Writes settings.
pub fn write_settings(settings: &KeptSettings) -> String {
    serde_json::to_string(settings).unwrap_or_default()
}

/// A deck, as kept: presets by name, custom decks by their text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptDeck {
    kind: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    cards: String,
}

const KINDS: [(DeckKind, &str); 9] = [
    (DeckKind::Fibonacci, "fibonacci"),
    (DeckKind::ShortFibonacci, "short-fibonacci"),
    (DeckKind::ModifiedFibonacci, "modified-fibonacci"),
    (DeckKind::TShirt, "t-shirt"),
    (DeckKind::PowersOfTwo, "powers-of-2"),
    (DeckKind::Hours, "hours"),
    (DeckKind::FiveFingers, "five-fingers"),
    (DeckKind::Ready, "ready"),
    (DeckKind::Custom, "custom"),
];

impl KeptDeck {
    pub(super) fn of(deck: &Deck) -> Self {
        let kind = KINDS.iter().find(|(kind, _)| *kind == deck.kind());
        let kind = kind.map_or("custom", |(_, name)| name).to_owned();
        let is_custom = deck.kind() == DeckKind::Custom;
        Self {
            kind,
            name: if is_custom {
                deck.name().to_owned()
            } else {
                String::new()
            },
            cards: if is_custom {
                deck.to_text()
            } else {
                String::new()
            },
        }
    }

    pub(super) fn deck(&self) -> Option<Deck> {
        let (kind, _) = KINDS.iter().find(|(_, name)| *name == self.kind)?;
        if *kind == DeckKind::Custom {
            return Deck::custom(&self.name, &self.cards).ok();
        }
        Some(Deck::preset(*kind))
    }
}

#[derive(Serialize, Deserialize)]
struct KeptDecks {
    version: u32,
    decks: Vec<KeptDeck>,
}

/// Reads the person's own decks; one that breaks a rule makes the text damaged.
pub fn read_decks(text: &str) -> Kept<Vec<Deck>> {
    read::<KeptDecks>(text).and_then(|kept| {
        kept.decks
            .iter()
            .take(MAX_DECKS)
            .map(KeptDeck::deck)
            .collect()
    })
}

/// Writes the person's own decks.
pub fn write_decks(decks: &[Deck]) -> String {
    let decks = decks.iter().map(KeptDeck::of).collect();
    serde_json::to_string(&KeptDecks {
        version: VERSION,
        decks,
    })
    .unwrap_or_default()
}
