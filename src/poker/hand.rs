//! What a seat can choose from: the cards of the deck, then the add-ons.
//! Numbers every choice; does not know who chooses.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::deck::{Card, Deck};

/// Domain label of [`Hand::digest`].
const DIGEST_LABEL: &[u8] = b"floret/1/deck";

/// Keys of the first ten choices, in order.
const KEYS: [char; 10] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/// A card beside the deck: it shows in the distribution and counts in nothing else.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum AddOn {
    /// `∞`: too big.
    Infinity,
    /// `?`: cannot tell.
    Unsure,
    /// `☕`: a break, please.
    Coffee,
}

impl AddOn {
    /// Every add-on in the order of the hand.
    pub const ALL: [Self; 3] = [Self::Infinity, Self::Unsure, Self::Coffee];

    /// What is printed on it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Infinity => "∞",
            Self::Unsure => "?",
            Self::Coffee => "☕",
        }
    }

    /// Its number in [`Hand::digest`].
    const fn code(self) -> u8 {
        match self {
            Self::Infinity => 0,
            Self::Unsure => 1,
            Self::Coffee => 2,
        }
    }
}

/// Which add-ons a session plays with; `?` and `☕` unless told otherwise.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AddOns {
    /// `∞` is in the hand.
    pub infinity: bool,
    /// `?` is in the hand.
    pub unsure: bool,
    /// `☕` is in the hand.
    pub coffee: bool,
}

impl Default for AddOns {
    fn default() -> Self {
        Self {
            infinity: false,
            unsure: true,
            coffee: true,
        }
    }
}

impl AddOns {
    /// No add-on at all.
    pub const NONE: Self = Self {
        infinity: false,
        unsure: false,
        coffee: false,
    };

    /// Whether this add-on is in the hand.
    pub const fn has(self, add_on: AddOn) -> bool {
        match add_on {
            AddOn::Infinity => self.infinity,
            AddOn::Unsure => self.unsure,
            AddOn::Coffee => self.coffee,
        }
    }
}

/// One choice: a card of the deck or an add-on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Face {
    /// A card of the deck.
    Card(Card),
    /// A card beside the deck.
    AddOn(AddOn),
}

impl Face {
    /// What is printed on it.
    pub fn label(&self) -> &str {
        match self {
            Self::Card(card) => card.label(),
            Self::AddOn(add_on) => add_on.label(),
        }
    }
}

/// Every choice of a round, numbered from 0: the deck in its order, add-ons last.
///
/// Peers are sent the deck and the add-ons, and each makes the hand itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Hand {
    faces: Vec<Face>,
}

impl Hand {
    /// The hand of a deck with these add-ons.
    pub fn of(deck: &Deck, add_ons: AddOns) -> Self {
        let cards = deck.cards().iter().cloned().map(Face::Card);
        let beside = AddOn::ALL.into_iter().filter(|a| add_ons.has(*a));
        Self {
            faces: cards.chain(beside.map(Face::AddOn)).collect(),
        }
    }

    /// Every choice in order.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// How many choices there are.
    pub fn n_choices(&self) -> usize {
        self.faces.len()
    }

    /// The choice with this number.
    pub fn face(&self, choice: usize) -> Option<&Face> {
        self.faces.get(choice)
    }

    /// What is printed on the choice.
    pub fn label(&self, choice: usize) -> Option<&str> {
        self.face(choice).map(Face::label)
    }

    /// The digit key that picks the choice: `1` to `9`, then `0`, for the first ten.
    pub fn key(&self, choice: usize) -> Option<char> {
        self.face(choice).and_then(|_| KEYS.get(choice).copied())
    }

    /// The choice a digit key picks.
    pub fn choice_of_key(&self, key: char) -> Option<usize> {
        let choice = KEYS.iter().position(|k| *k == key)?;
        self.face(choice).map(|_| choice)
    }

    /// SHA-256 of the hand, the same in every browser: what a round is voted with.
    ///
    /// Over the label `floret/1/deck`, the number of choices, then each choice:
    /// a card as byte 0, its label, and byte 0 (no value) or byte 1 and the
    /// value in thousandths (i64); an add-on as byte 1 and its code (`∞` 0,
    /// `?` 1, `☕` 2). A label is its UTF-8 length and bytes; numbers and
    /// lengths are u32. All little-endian. The deck's kind and name are not in
    /// it: they change no choice.
    pub fn digest(&self) -> [u8; 32] {
        let mut hash = Sha256::new_with_prefix(DIGEST_LABEL);
        hash.update(length(self.faces.len()));
        for face in &self.faces {
            match face {
                Face::Card(card) => absorb_card(&mut hash, card),
                Face::AddOn(add_on) => hash.update([1, add_on.code()]),
            }
        }
        hash.finalize().into()
    }
}

fn absorb_card(hash: &mut Sha256, card: &Card) {
    hash.update([0]);
    hash.update(length(card.label().len()));
    hash.update(card.label().as_bytes());
    match card.value() {
        Some(value) => {
            hash.update([1]);
            hash.update(value.thousandths().to_le_bytes());
        }
        None => hash.update([0]),
    }
}

fn length(n: usize) -> [u8; 4] {
    u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes()
}
