//! What everybody agrees on before a vote, and its digest `T` that every key, commitment and
//! checksum of the attempt is bound to (docs/ballot.md §2). It does not know cards or names.

use serde::{Deserialize, Serialize};

use super::comment::{SLOT_BYTES, SLOTS_PER_SEAT};
use super::error::TermsError;
use super::primitive::sha256;
use super::seat::PublicKey;
use crate::order::ascending;

/// Most seats on one roll.
pub const MAX_SEATS: usize = 64;

/// Most choices (cards and add-ons, "no vote" not counted) in one deck.
pub const MAX_CHOICES: u16 = 64;

/// Label of the digest `T`.
const ROUND_LABEL: &[u8] = b"floret/1/round";

/// Whether a result may be split into names.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Mode {
    /// Only the sum over all seats is ever known.
    Anonymous,
    /// Everybody's choice is shown beside the name at the reveal.
    Named,
}

impl Mode {
    /// Its byte in the canonical encoding.
    fn byte(self) -> u8 {
        match self {
            Self::Anonymous => 0,
            Self::Named => 1,
        }
    }
}

/// The fields of [`Terms`] as they travel, not yet checked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stated {
    session: [u8; 16],
    round: u32,
    attempt: u32,
    deck_digest: [u8; 32],
    n_choices: u16,
    mode: Mode,
    comments: bool,
    roll: Vec<PublicKey>,
}

/// What everybody agrees on before a vote. Always valid and with its roll in order, also when it
/// came from a peer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "Stated", into = "Stated")]
pub struct Terms {
    stated: Stated,
    digest: [u8; 32],
}

impl Terms {
    /// Sets out the terms of one attempt; the roll is put in order of public keys.
    ///
    /// `n_choices` counts cards and add-ons (1 to [`MAX_CHOICES`]); "no vote" is always possible
    /// and not counted.
    ///
    /// # Errors
    /// When the roll is empty, too long or names a seat twice, or `n_choices` is out of range.
    #[expect(
        clippy::too_many_arguments,
        reason = "each is one field of the signed-off terms"
    )]
    pub fn new(
        session: [u8; 16],
        round: u32,
        attempt: u32,
        deck_digest: [u8; 32],
        n_choices: u16,
        mode: Mode,
        comments: bool,
        roll: Vec<PublicKey>,
    ) -> Result<Self, TermsError> {
        Self::try_from(Stated {
            session,
            round,
            attempt,
            deck_digest,
            n_choices,
            mode,
            comments,
            roll,
        })
    }

    /// `T`: SHA-256 over the label and the canonical encoding (docs/ballot.md §2).
    pub fn digest(&self) -> [u8; 32] {
        self.digest
    }

    /// The seats that vote, ascending by public key.
    pub fn roll(&self) -> &[PublicKey] {
        &self.stated.roll
    }

    /// Where a seat stands on the roll, from 0; `None` when it does not vote.
    pub fn position(&self, seat: &PublicKey) -> Option<usize> {
        self.stated.roll.binary_search(seat).ok()
    }

    /// The session's id.
    pub fn session(&self) -> &[u8; 16] {
        &self.stated.session
    }

    /// The round's number in its session.
    pub fn round(&self) -> u32 {
        self.stated.round
    }

    /// The number of the attempt at this round.
    pub fn attempt(&self) -> u32 {
        self.stated.attempt
    }

    /// The digest of the deck, as the table computed it.
    pub fn deck_digest(&self) -> &[u8; 32] {
        &self.stated.deck_digest
    }

    /// Cards and add-ons together, "no vote" not counted.
    pub fn n_choices(&self) -> u16 {
        self.stated.n_choices
    }

    /// Anonymous or named.
    pub fn mode(&self) -> Mode {
        self.stated.mode
    }

    /// Whether a vote may carry a comment.
    pub fn comments(&self) -> bool {
        self.stated.comments
    }

    /// `d`: the counters of an anonymous ballot, one per choice and the last for "no vote".
    pub(super) fn n_counters(&self) -> usize {
        usize::from(self.stated.n_choices) + 1
    }

    /// Comment slots of an anonymous ballot; 0 when there are none.
    pub(super) fn n_slots(&self) -> u16 {
        match (self.stated.mode, self.stated.comments) {
            (Mode::Anonymous, true) => {
                let n_seats = u16::try_from(self.stated.roll.len()).unwrap_or(u16::MAX);
                n_seats.saturating_mul(SLOTS_PER_SEAT)
            }
            (Mode::Anonymous, false) | (Mode::Named, _) => 0,
        }
    }

    /// Length in bytes of an anonymous ballot's body.
    pub(super) fn masked_bytes(&self) -> usize {
        self.n_counters() * 4 + usize::from(self.n_slots()) * SLOT_BYTES
    }
}

impl TryFrom<Stated> for Terms {
    type Error = TermsError;

    fn try_from(mut stated: Stated) -> Result<Self, TermsError> {
        let n_seats = stated.roll.len();
        if n_seats == 0 {
            return Err(TermsError::EmptyRoll);
        }
        if n_seats > MAX_SEATS {
            return Err(TermsError::TooManySeats { n_seats });
        }
        if stated.n_choices == 0 || stated.n_choices > MAX_CHOICES {
            return Err(TermsError::ChoicesOutOfRange {
                n_choices: stated.n_choices,
            });
        }
        stated.roll = ascending(stated.roll);
        let twins = stated
            .roll
            .iter()
            .zip(stated.roll.iter().skip(1))
            .find(|(a, b)| a == b);
        if let Some((seat, _)) = twins {
            return Err(TermsError::SeatTwice { seat: *seat });
        }
        let digest = stated.digest(n_seats);
        Ok(Self { stated, digest })
    }
}

impl From<Terms> for Stated {
    fn from(terms: Terms) -> Self {
        terms.stated
    }
}

impl Stated {
    /// `T` over the canonical encoding: fixed widths, little-endian, no separators.
    fn digest(&self, n_seats: usize) -> [u8; 32] {
        let n_seats = u16::try_from(n_seats).unwrap_or(u16::MAX);
        let roll: Vec<u8> = self
            .roll
            .iter()
            .flat_map(PublicKey::as_bytes)
            .copied()
            .collect();
        sha256(&[
            ROUND_LABEL,
            &self.session,
            &self.round.to_le_bytes(),
            &self.attempt.to_le_bytes(),
            &self.deck_digest,
            &self.n_choices.to_le_bytes(),
            &[self.mode.byte(), u8::from(self.comments)],
            &n_seats.to_le_bytes(),
            &roll,
        ])
    }
}

#[cfg(test)]
mod tests;
