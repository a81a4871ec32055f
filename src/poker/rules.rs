//! What a deck must keep to, whoever made it, and the errors that say so.

use core::fmt;

use super::deck::{Card, DeckKind};
use super::hand::AddOn;
use super::value::ValueError;

/// Fewest cards of a custom deck: below three there is nothing to choose.
pub const MIN_CARDS: usize = 3;
/// Most cards of a custom deck: a hand must fit a phone.
pub const MAX_CARDS: usize = 20;
/// Longest card, in Unicode characters.
pub const MAX_CARD_CHARS: usize = 10;
/// Longest name of a custom deck, in Unicode characters.
pub const MAX_DECK_NAME_CHARS: usize = 40;

/// The rule a deck breaks, with the value that breaks it.
///
/// Card texts in here are cut to a few characters more than a card may have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DeckError {
    /// Fewer than [`MIN_CARDS`] cards.
    TooFew {
        /// Cards given.
        n: usize,
    },
    /// More than [`MAX_CARDS`] cards.
    TooMany {
        /// Cards given.
        n: usize,
    },
    /// A card with nothing on it.
    CardEmpty {
        /// Its place in the deck, from 1.
        position: usize,
    },
    /// A card longer than [`MAX_CARD_CHARS`].
    CardTooLong {
        /// Beginning of the card.
        card: String,
        /// Its length in Unicode characters.
        n_chars: usize,
    },
    /// A card with blanks around its text; cannot come from [`super::Deck::custom`].
    CardUntrimmed {
        /// The card.
        card: String,
    },
    /// A card with a control character, or one that turns or hides text.
    CardUnprintable {
        /// The card.
        card: String,
    },
    /// A card that looks like an add-on (`∞`, `?`, `☕`), which is switched on instead.
    CardIsAddOn {
        /// The card.
        card: String,
    },
    /// The same text on two cards.
    Duplicate {
        /// The card.
        card: String,
    },
    /// A card with a value that cannot be read.
    Value {
        /// The card.
        card: String,
        /// The value as written, or as a number when it came from a peer.
        value: String,
        /// What is wrong with it.
        rule: ValueError,
    },
    /// A name longer than [`MAX_DECK_NAME_CHARS`].
    NameTooLong {
        /// Its length in Unicode characters.
        n_chars: usize,
    },
    /// A name with blanks around it, or with characters that cannot be shown.
    NameUnprintable,
    /// A deck that calls itself a preset and has another name or other cards.
    PresetChanged {
        /// The preset it claims to be.
        kind: DeckKind,
    },
}

impl fmt::Display for DeckError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFew { n } => write!(f, "too few cards: {n}, at least {MIN_CARDS}"),
            Self::TooMany { n } => write!(f, "too many cards: {n}, at most {MAX_CARDS}"),
            Self::CardEmpty { position } => write!(f, "card {position} is empty"),
            Self::CardTooLong { card, n_chars } => write!(
                f,
                "card \"{card}\" has {n_chars} characters: at most {MAX_CARD_CHARS}"
            ),
            Self::CardUntrimmed { card } => write!(f, "card {card:?} has blanks around it"),
            Self::CardUnprintable { card } => {
                write!(f, "card {card:?} has a character that cannot be shown")
            }
            Self::CardIsAddOn { card } => {
                write!(f, "card \"{card}\" is an add-on: switch it on instead")
            }
            Self::Duplicate { card } => write!(f, "card \"{card}\" is there twice"),
            Self::Value { card, value, rule } => {
                write!(f, "value {value:?} of card \"{card}\" {rule}")
            }
            Self::NameTooLong { n_chars } => write!(
                f,
                "the name has {n_chars} characters: at most {MAX_DECK_NAME_CHARS}"
            ),
            Self::NameUnprintable => f.write_str("the name has characters that cannot be shown"),
            Self::PresetChanged { kind } => write!(f, "this is not the preset {kind:?}"),
        }
    }
}

impl core::error::Error for DeckError {}

/// Checks how many cards there are.
pub(super) fn check_count(n: usize) -> Result<(), DeckError> {
    match n {
        n if n < MIN_CARDS => Err(DeckError::TooFew { n }),
        n if n > MAX_CARDS => Err(DeckError::TooMany { n }),
        _ => Ok(()),
    }
}

/// Checks the name of a custom deck; it may be empty.
pub(super) fn check_name(name: &str) -> Result<(), DeckError> {
    let n_chars = name.chars().count();
    if n_chars > MAX_DECK_NAME_CHARS {
        return Err(DeckError::NameTooLong { n_chars });
    }
    if name.trim() != name || name.chars().any(is_unprintable) {
        return Err(DeckError::NameUnprintable);
    }
    Ok(())
}

/// Checks every card of a custom deck, and that no text is there twice.
pub(super) fn check_cards(cards: &[Card]) -> Result<(), DeckError> {
    check_count(cards.len())?;
    for (position, card) in (1..).zip(cards) {
        check_card(position, card)?;
        let earlier = cards.iter().take(position - 1);
        if earlier.into_iter().any(|e| e.label() == card.label()) {
            return Err(DeckError::Duplicate {
                card: excerpt(card.label()),
            });
        }
    }
    Ok(())
}

fn check_card(position: usize, card: &Card) -> Result<(), DeckError> {
    let label = card.label();
    let n_chars = label.chars().count();
    let card_text = excerpt(label);
    if label.chars().all(is_blank) {
        return Err(DeckError::CardEmpty { position });
    }
    if n_chars > MAX_CARD_CHARS {
        return Err(DeckError::CardTooLong {
            card: card_text,
            n_chars,
        });
    }
    if label.trim() != label {
        return Err(DeckError::CardUntrimmed { card: card_text });
    }
    if label.chars().any(is_unprintable) {
        return Err(DeckError::CardUnprintable { card: card_text });
    }
    if AddOn::ALL.iter().any(|a| a.label() == without_style(label)) {
        return Err(DeckError::CardIsAddOn { card: card_text });
    }
    match card.value() {
        Some(value) if !value.is_readable() => Err(DeckError::Value {
            card: card_text,
            value: value.thousandths().to_string(),
            rule: if value.thousandths() % 10 == 0 {
                ValueError::TooLarge
            } else {
                ValueError::TooFine
            },
        }),
        Some(_) | None => Ok(()),
    }
}

/// The beginning of a text, so that an error stays small whatever it names.
pub(super) fn excerpt(text: &str) -> String {
    let mut start: String = text.chars().take(MAX_CARD_CHARS + 2).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}

/// Control characters, characters that turn the direction of text, and
/// characters without width. The joiner and the style selector of emoji are fine.
fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Blanks, and the parts of emoji that show nothing alone.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200D}' | '\u{FE0F}')
}

/// The text without the emoji style selector (U+FE0F): `☕` is `☕️`.
fn without_style(label: &str) -> String {
    label.chars().filter(|c| *c != '\u{FE0F}').collect()
}
