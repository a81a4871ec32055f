//! Cards, decks, hands and what a tally says: pure and exact, no floats.
//!
//! Knows nothing of seats, names, secrets or screens. A hand gives each choice
//! a number; a tally is one count per choice; [`Statistics`] reads the tally.
//!
//! ```
//! use floret::poker::{AddOns, Deck, DeckKind, Hand, Statistics};
//!
//! let hand = Hand::of(&Deck::preset(DeckKind::Fibonacci), AddOns::default());
//! let fives_and_an_eight = [0, 0, 0, 0, 3, 1];
//! let said = Statistics::of(&hand, &fives_and_an_eight);
//! assert_eq!(said.average.map(|v| v.format('.')).as_deref(), Some("5.75"));
//! assert_eq!(said.suggestion.and_then(|i| hand.label(i)), Some("5"));
//! ```

mod custom;
mod deck;
mod hand;
mod rules;
mod statistics;
mod value;

pub use deck::{Card, Deck, DeckKind};
pub use hand::{AddOn, AddOns, Face, Hand};
pub use rules::{DeckError, MAX_CARD_CHARS, MAX_CARDS, MAX_DECK_NAME_CHARS, MIN_CARDS};
pub use statistics::{Statistics, Talk};
pub use value::{MAX_VALUE, Value, ValueError};
