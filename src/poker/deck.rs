//! Cards, the preset decks, and the check for decks that arrive from a peer.
//! Does not know add-ons: a hand puts them behind the deck.

use serde::{Deserialize, Serialize};

use super::custom;
use super::rules::{self, DeckError};
use super::value::Value;

/// One card: what is printed on it and, when it stands for a number, that number.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Card {
    label: String,
    value: Option<Value>,
}

impl Card {
    /// A card as given; [`Deck::validate`] checks it.
    pub(super) fn new(label: String, value: Option<Value>) -> Self {
        Self { label, value }
    }

    /// What is printed on the card.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The number the card stands for.
    pub fn value(&self) -> Option<Value> {
        self.value
    }
}

/// Which deck this is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum DeckKind {
    /// 0 1 2 3 5 8 13 21 34 55 89, the default.
    #[default]
    Fibonacci,
    /// 1 2 3 5 8 13 21.
    ShortFibonacci,
    /// 0 ½ 1 2 3 5 8 13 20 40 100.
    ModifiedFibonacci,
    /// XS S M L XL XXL, without numbers.
    TShirt,
    /// 1 2 4 8 16 32 64.
    PowersOfTwo,
    /// 1 2 4 8 16 24 40.
    Hours,
    /// 1 2 3 4 5: confidence, and the closing vote on the meeting.
    FiveFingers,
    /// Ready, Not ready.
    Ready,
    /// Made by a person, see [`Deck::custom`].
    Custom,
}

impl DeckKind {
    /// Every deck that needs no making, in the order it is offered.
    pub const PRESETS: [Self; 8] = [
        Self::Fibonacci,
        Self::ShortFibonacci,
        Self::ModifiedFibonacci,
        Self::TShirt,
        Self::PowersOfTwo,
        Self::Hours,
        Self::FiveFingers,
        Self::Ready,
    ];

    /// What is printed on the cards of the preset; the default deck for
    /// [`DeckKind::Custom`], which has none of its own.
    fn labels(self) -> &'static [&'static str] {
        match self {
            Self::Fibonacci | Self::Custom => {
                &["0", "1", "2", "3", "5", "8", "13", "21", "34", "55", "89"]
            }
            Self::ShortFibonacci => &["1", "2", "3", "5", "8", "13", "21"],
            Self::ModifiedFibonacci => {
                &["0", "½", "1", "2", "3", "5", "8", "13", "20", "40", "100"]
            }
            Self::TShirt => &["XS", "S", "M", "L", "XL", "XXL"],
            Self::PowersOfTwo => &["1", "2", "4", "8", "16", "32", "64"],
            Self::Hours => &["1", "2", "4", "8", "16", "24", "40"],
            Self::FiveFingers => &["1", "2", "3", "4", "5"],
            Self::Ready => &["Ready", "Not ready"],
        }
    }
}

/// The cards of a session, in the order of the hand.
///
/// One that arrived from a peer or from storage is not to be trusted before
/// [`Deck::validate`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Deck {
    kind: DeckKind,
    name: String,
    cards: Vec<Card>,
}

impl Deck {
    /// The preset deck of that kind; the default deck for [`DeckKind::Custom`].
    pub fn preset(kind: DeckKind) -> Self {
        let card = |label: &&str| Card::new((*label).to_owned(), Value::parse(label).ok());
        Self {
            kind: if kind == DeckKind::Custom {
                DeckKind::default()
            } else {
                kind
            },
            name: String::new(),
            cards: kind.labels().iter().map(card).collect(),
        }
    }

    /// Makes a deck from a name, which may be empty, and the cards as a person
    /// types them: `1 2 3`, `1, 2, 3`, `S=1; M=3; L=8`, or one a line.
    ///
    /// Semicolons or line ends separate if there are any; else commas; else
    /// blanks. So `0,5` is two cards, unless a semicolon or a second line
    /// shows that its comma is a decimal mark: `0,5; 1; 2`. A separator at the
    /// end of a line and empty lines do not matter.
    ///
    /// A bare number is its own value, and a half is printed `½` however it was
    /// typed. `label=value` gives a card a value; the last `=` counts.
    ///
    /// ```
    /// use floret::poker::Deck;
    ///
    /// let deck = Deck::custom("Sizes", "S=1, M=2, L=0.5")?;
    /// assert_eq!(deck.cards().len(), 3);
    /// # Ok::<(), floret::poker::DeckError>(())
    /// ```
    ///
    /// # Errors
    /// [`DeckError`] names the card and the rule it breaks.
    pub fn custom(name: &str, text: &str) -> Result<Self, DeckError> {
        let name = name.trim();
        rules::check_name(name)?;
        let deck = Self {
            kind: DeckKind::Custom,
            name: name.to_owned(),
            cards: custom::read(text)?,
        };
        rules::check_cards(&deck.cards)?;
        Ok(deck)
    }

    /// Checks a deck that came from a peer or from storage: a custom deck by
    /// the rules of [`Deck::custom`], a preset by its cards.
    ///
    /// # Errors
    /// [`DeckError`] names the card and the rule it breaks.
    pub fn validate(&self) -> Result<(), DeckError> {
        if self.kind == DeckKind::Custom {
            rules::check_name(&self.name)?;
            return rules::check_cards(&self.cards);
        }
        if *self == Self::preset(self.kind) {
            Ok(())
        } else {
            Err(DeckError::PresetChanged { kind: self.kind })
        }
    }

    /// Which deck this is.
    pub fn kind(&self) -> DeckKind {
        self.kind
    }

    /// The name of a custom deck; empty for presets and unnamed decks.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The cards in the order of the hand, without add-ons.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// The cards as text for an edit field; [`Deck::custom`] reads it back.
    pub fn to_text(&self) -> String {
        custom::write(&self.cards)
    }
}

impl Default for Deck {
    fn default() -> Self {
        Self::preset(DeckKind::default())
    }
}
