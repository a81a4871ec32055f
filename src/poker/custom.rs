//! The text form of a custom deck. Reads and writes it; the rules are in `rules`.

use super::deck::Card;
use super::rules::{DeckError, check_count, excerpt};
use super::value::{Value, ValueError};

/// How a half is printed, however it was typed.
const HALF: &str = "½";

/// Reads cards; which separator counts is described at [`super::Deck::custom`].
pub(super) fn read(text: &str) -> Result<Vec<Card>, DeckError> {
    let text = text.trim();
    let pieces = split(text);
    check_count(pieces.len())?;
    (1..)
        .zip(pieces)
        .map(|(position, piece)| read_card(position, piece))
        .collect()
}

/// Writes cards separated by semicolons, so that commas and blanks stay theirs.
pub(super) fn write(cards: &[Card]) -> String {
    let written: Vec<String> = cards.iter().map(write_card).collect();
    written.join("; ")
}

fn split(text: &str) -> Vec<&str> {
    let separator = if text.contains([';', '\n', '\r']) {
        ';'
    } else if text.contains(',') {
        ','
    } else {
        return text.split_whitespace().collect();
    };
    text.split(['\n', '\r'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .flat_map(|line| {
            line.strip_suffix(separator)
                .unwrap_or(line)
                .split(separator)
        })
        .collect()
}

fn read_card(position: usize, piece: &str) -> Result<Card, DeckError> {
    let Some((label, value)) = piece.rsplit_once('=') else {
        return read_bare(piece.trim());
    };
    let (label, value) = (label.trim(), value.trim());
    if label.is_empty() {
        return Err(DeckError::CardEmpty { position });
    }
    let number = Value::parse(value).map_err(|rule| unreadable(label, value, rule))?;
    Ok(Card::new(label.to_owned(), Some(number)))
}

/// A card without `=`: a number is its own value, other text has none.
fn read_bare(label: &str) -> Result<Card, DeckError> {
    match Value::parse(label) {
        Ok(half) if half.thousandths() == 500 => Ok(Card::new(HALF.to_owned(), Some(half))),
        Ok(number) => Ok(Card::new(label.to_owned(), Some(number))),
        Err(ValueError::NotANumber) => Ok(Card::new(label.to_owned(), None)),
        Err(rule) => Err(unreadable(label, label, rule)),
    }
}

fn write_card(card: &Card) -> String {
    let label = card.label();
    match card.value() {
        Some(value) if Value::parse(label) != Ok(value) => format!("{label}={value}"),
        Some(_) | None => label.to_owned(),
    }
}

fn unreadable(card: &str, value: &str, rule: ValueError) -> DeckError {
    DeckError::Value {
        card: excerpt(card),
        value: excerpt(value),
        rule,
    }
}
