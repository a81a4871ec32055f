//! Cards, decks, hands and what a tally says: pure and exact, no floats.
//!
//! Knows nothing of seats, names, secrets or screens. A hand gives each choice
//! a number.

mod custom;
mod deck;
mod hand;
mod rules;
mod value;

pub use deck::{Card, Deck, DeckKind};
pub use hand::{AddOn, AddOns, Face, Hand};
pub use rules::{DeckError, MAX_CARD_CHARS, MAX_CARDS, MAX_DECK_NAME_CHARS, MIN_CARDS};
pub use value::{MAX_VALUE, Value, ValueError};
