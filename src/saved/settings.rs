//! The person's own settings and decks, as kept.

use core::fmt;

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
    /// People come in by the link alone, through the trackers below.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub rendezvous: bool,
    /// Addresses of trackers, one a line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub trackers: String,
    /// Minutes the timer starts with.
    pub timer_minutes: u32,
    /// Address of this browser's own TURN server; empty: none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub turn_url: String,
    /// User name there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub turn_user: String,
    /// Password there; in no backup.
    #[serde(skip_serializing_if = "Password::is_empty")]
    pub turn_password: Password,
}

/// A secret of a person's own. Kept as it is, never printed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Password(pub String);

impl Password {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
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
            rendezvous: false,
            trackers: String::new(),
            timer_minutes: 5,
            turn_url: String::new(),
            turn_user: String::new(),
            turn_password: Password::default(),
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

/// The settings as they go into a backup: without the password. `None` if this program
/// cannot read them, and so cannot tell where a password stands.
pub(super) fn without_password(text: &str) -> Option<String> {
    match read_settings(text) {
        Kept::Fine(settings) if settings.turn_password.is_empty() => Some(text.to_owned()),
        Kept::Fine(mut settings) => {
            settings.turn_password = Password::default();
            Some(write_settings(&settings))
        }
        Kept::Damaged | Kept::Newer => None,
    }
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
