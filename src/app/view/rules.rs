//! Rules of the session, decks and the invite panel as they are seen.

use super::ReplyOutcome;

/// Rules of the session.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "switches on the screen, each its own"
)]
pub struct RulesView {
    /// Decks to choose from, presets first.
    pub decks: Vec<DeckLine>,
    /// Position of the deck in use; `None` if it is a custom deck not saved here.
    pub deck: Option<usize>,
    /// Name and cards of the deck in use.
    pub deck_in_use: DeckLine,
    /// `∞`, `?`, `☕` are on.
    pub add_ons: [bool; 3],
    /// Votes are anonymous.
    pub is_anonymous: bool,
    /// Everyone may reveal and go on, not only the facilitator.
    pub everyone_runs: bool,
    /// Reveal by itself when all are in.
    pub auto_reveal: bool,
    /// Comments may ride with votes.
    pub comments: bool,
    /// What is wrong with the custom deck that was typed.
    pub deck_problem: Option<DeckProblem>,
    /// Bumped when a custom deck was saved, so that the form empties.
    pub decks_saved: u32,
}

/// A deck to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeckLine {
    /// Which.
    pub name: DeckName,
    /// Cards, joined by a space.
    pub cards: String,
}

/// Name of a deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeckName {
    /// 0 1 2 3 5 8 …
    Fibonacci,
    /// 1 to 21.
    ShortFibonacci,
    /// With ½, 20, 40, 100.
    ModifiedFibonacci,
    /// XS to XXL.
    TShirt,
    /// 1 to 64.
    PowersOfTwo,
    /// 1 to 40.
    Hours,
    /// Confidence.
    FiveFingers,
    /// Ready, not ready.
    Ready,
    /// A deck of the person's own.
    Custom(String),
}

/// What is wrong with a custom deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeckProblem {
    /// Fewer than 3 cards.
    TooFew(usize),
    /// More than 20 cards.
    TooMany(usize),
    /// A card longer than 10 characters.
    CardTooLong(String),
    /// The same card twice.
    Twice(String),
    /// A value that is no number.
    NotANumber(String),
    /// No name was given.
    NoName,
    /// A card clashes with an add-on card.
    AddOn(String),
    /// A card without text, or with characters that cannot be seen.
    Unprintable(String),
    /// A name longer than 40 characters.
    NameTooLong(usize),
}

/// The invite panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteView {
    /// The link, as soon as it exists (hosts), or the one this guest came by.
    pub link: Option<String>,
    /// Host names of the STUN servers asked, empty when only this network is used.
    pub stun: Vec<String>,
    /// Host names of the trackers that bring people in by the link alone, if any.
    pub trackers: Vec<String>,
    /// What became of the replies pasted last, newest first.
    pub outcomes: Vec<ReplyOutcome>,
    /// Bumped when a paste was used up, so that the box empties.
    pub pastes: u32,
    /// The system share sheet exists.
    pub can_share: bool,
    /// The browser cannot link to others at all.
    pub no_webrtc: bool,
}
