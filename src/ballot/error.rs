//! What can go wrong with a ballot: refused terms, refused sealing or opening, and a tally's
//! fault with its culprits. It does not know how any of it is said on a screen.

use core::error::Error;
use core::fmt;

use serde::{Deserialize, Serialize};

use super::comment::{MAX_COMMENT_BYTES, MAX_COMMENT_CHARS};
use super::seat::PublicKey;
use super::terms::{MAX_CHOICES, MAX_SEATS};

/// Why terms were refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TermsError {
    /// Nobody is on the roll.
    EmptyRoll,
    /// More than [`MAX_SEATS`] are on the roll.
    TooManySeats {
        /// Seats on the refused roll.
        n_seats: usize,
    },
    /// A seat is on the roll twice.
    SeatTwice {
        /// The seat.
        seat: PublicKey,
    },
    /// The deck has no choice, or more than [`MAX_CHOICES`].
    ChoicesOutOfRange {
        /// Choices of the refused deck.
        n_choices: u16,
    },
}

impl fmt::Display for TermsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyRoll => f.write_str("the roll is empty: a vote needs at least one seat"),
            Self::TooManySeats { n_seats } => {
                write!(
                    f,
                    "the roll has {n_seats} seats: at most {MAX_SEATS} may vote"
                )
            }
            Self::SeatTwice { seat } => write!(f, "seat {seat} is on the roll twice"),
            Self::ChoicesOutOfRange { n_choices } => {
                write!(
                    f,
                    "the deck has {n_choices} choices: 1 to {MAX_CHOICES} are allowed"
                )
            }
        }
    }
}

impl Error for TermsError {}

/// Why a ballot could not be sealed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SealError {
    /// This seat is not on the roll of these terms.
    NotOnRoll,
    /// A seat's public key agrees on the all-zero secret (RFC 7748 §6.1).
    RefusedKey {
        /// The culprit's position on the roll.
        position: usize,
    },
    /// The masks were made for other terms.
    OtherTerms,
    /// The choice is not in the deck.
    NoSuchChoice {
        /// The choice asked for, from 0.
        choice: u16,
        /// Choices in the deck.
        n_choices: u16,
    },
    /// A comment was given, but these terms have none.
    CommentsOff,
    /// The comment has too many characters or bytes.
    CommentTooLong {
        /// Characters (Unicode scalar values), at most [`MAX_COMMENT_CHARS`].
        chars: usize,
        /// Bytes in UTF-8, at most [`MAX_COMMENT_BYTES`].
        bytes: usize,
    },
    /// A saved ballot names comment slots that these terms do not have.
    NoSuchSlots {
        /// The slots, from 0.
        slots: [u8; 3],
    },
}

impl fmt::Display for SealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOnRoll => f.write_str("this seat is not on the roll"),
            Self::RefusedKey { position } => {
                write!(
                    f,
                    "the key of the seat at position {position} gives no shared secret"
                )
            }
            Self::OtherTerms => f.write_str("the masks belong to other terms"),
            Self::NoSuchChoice { choice, n_choices } => {
                write!(
                    f,
                    "choice {choice} is not in a deck of {n_choices} (counted from 0)"
                )
            }
            Self::CommentsOff => f.write_str("this round takes no comments"),
            Self::CommentTooLong { chars, bytes } => write!(
                f,
                "the comment has {chars} characters in {bytes} bytes: \
                 at most {MAX_COMMENT_CHARS} in {MAX_COMMENT_BYTES} fit"
            ),
            Self::NoSuchSlots { slots } => write!(f, "there are no comment slots {slots:?}"),
        }
    }
}

impl Error for SealError {}

/// Why a seat does not open its ballot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OpenError {
    /// The ballot was sealed under other terms.
    OtherTerms,
    /// The published list is not as long as the roll.
    WrongLength {
        /// Commitments in the list.
        n_published: usize,
        /// Seats on the roll.
        n_seats: usize,
    },
    /// Another commitment stands where this seat's own should.
    Replaced {
        /// This seat's position on the roll.
        position: usize,
    },
    /// One commitment stands in two places; no honest list has that.
    Repeated {
        /// The first place, from 0.
        first: usize,
        /// The second place, from 0.
        second: usize,
    },
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherTerms => f.write_str("the ballot was sealed under other terms"),
            Self::WrongLength {
                n_published,
                n_seats,
            } => {
                write!(
                    f,
                    "{n_published} commitments were published for {n_seats} seats"
                )
            }
            Self::Replaced { position } => {
                write!(
                    f,
                    "our commitment at position {position} is not the one we sent"
                )
            }
            Self::Repeated { first, second } => {
                write!(f, "positions {first} and {second} show the same commitment")
            }
        }
    }
}

impl Error for OpenError {}

/// What one seat did wrong with its opening.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum CulpritReason {
    /// It sent no opening.
    Missing,
    /// Its length or content is not that of a ballot under these terms.
    Malformed,
    /// It does not match the seat's commitment: changed, or made for another round.
    DoesNotMatch,
    /// It is another seat's opening, sent again.
    Repeated,
}

/// A seat that spoilt a round.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Culprit {
    /// Its position on the roll, from 0.
    pub position: usize,
    /// What it did.
    pub reason: CulpritReason,
}

/// Why a round has no result.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Fault {
    /// These seats spoilt it, in roll order.
    Culprits(Vec<Culprit>),
    /// Every ballot matches its commitment, but no set of honest choices has this sum. Who lied
    /// cannot be known in an anonymous round.
    ImpossibleSum,
    /// The lists are not as long as the roll: whoever published them is to blame.
    WrongLength {
        /// Seats on the roll.
        n_seats: usize,
        /// Commitments given.
        n_commitments: usize,
        /// Openings given.
        n_openings: usize,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Culprits(culprits) => {
                f.write_str("the round was spoilt by the seats at positions")?;
                for culprit in culprits {
                    write!(f, " {} ({:?})", culprit.position, culprit.reason)?;
                }
                Ok(())
            }
            Self::ImpossibleSum => {
                f.write_str("the sum of the ballots is one that honest seats cannot give")
            }
            Self::WrongLength {
                n_seats,
                n_commitments,
                n_openings,
            } => write!(
                f,
                "{n_commitments} commitments and {n_openings} openings for {n_seats} seats"
            ),
        }
    }
}

impl Error for Fault {}
