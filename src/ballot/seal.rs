//! One seat's ballot: sealed under a commitment, opened once the list of all commitments is
//! known (docs/ballot.md §4). It does not know the other seats' ballots.

use core::fmt;

use base16ct::lower;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use super::comment::{self, Slots, TAG_BYTES};
use super::error::{CulpritReason, OpenError, SealError};
use super::masks::Masks;
use super::primitive::sha256;
use super::seat::PublicKey;
use super::tally::{Tally, read_named};
use super::terms::{Mode, Terms};

/// Label of a commitment.
const COMMIT_LABEL: &[u8] = b"floret/1/commit";

/// Bytes of the nonce that hides a ballot inside its commitment.
const NONCE_BYTES: usize = 32;

/// What a seat sends when it votes: it binds the seat and tells nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Commitment([u8; 32]);

impl Commitment {
    /// Takes the 32 bytes as they are.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes as they travel.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Commitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Commitment({})", lower::encode_string(&self.0))
    }
}

/// What a seat sends at the reveal: the bytes its commitment was made from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    pub(super) body: Vec<u8>,
    pub(super) nonce: [u8; NONCE_BYTES],
}

impl Opening {
    /// The commitment that this opening belongs to when `seat` sends it under these terms.
    pub fn commitment(&self, terms: &Terms, seat: &PublicKey) -> Commitment {
        let t = terms.digest();
        Commitment(sha256(&[
            COMMIT_LABEL,
            &t,
            seat.as_bytes(),
            &self.body,
            &self.nonce,
        ]))
    }

    /// Checks one opening by itself, so that a culprit is known as soon as it sends.
    ///
    /// # Errors
    /// [`CulpritReason::Malformed`] or [`CulpritReason::DoesNotMatch`].
    pub fn check(
        &self,
        terms: &Terms,
        seat: &PublicKey,
        commitment: &Commitment,
    ) -> Result<(), CulpritReason> {
        let well_formed = match terms.mode() {
            Mode::Anonymous => self.body.len() == terms.masked_bytes(),
            Mode::Named => read_named(terms, &self.body).is_some(),
        };
        if !well_formed {
            return Err(CulpritReason::Malformed);
        }
        if self.commitment(terms, seat) != *commitment {
            return Err(CulpritReason::DoesNotMatch);
        }
        Ok(())
    }
}

/// The one saved form of a ballot: with the same terms and masks it gives the same ballot again
/// after a reload. It holds the choice: for this browser's storage only.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedBallot {
    choice: Option<u16>,
    nonce: [u8; NONCE_BYTES],
    slots: Slots,
    tag: [u8; TAG_BYTES],
    comment: Option<String>,
}

impl fmt::Debug for SavedBallot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SavedBallot(<redacted>)")
    }
}

/// One seat's sealed ballot. Kept: `Debug` shows nothing, and it is not serialisable except as
/// [`SavedBallot`].
pub struct Ballot {
    t: [u8; 32],
    seat: PublicKey,
    said: SavedBallot,
    opening: Opening,
    commitment: Commitment,
}

impl Ballot {
    /// Seals a choice (from 0; `None` is "no vote"), with a comment if there is one.
    ///
    /// Blanks around the comment are cut; an empty comment is none. Nonce, comment slots and tag
    /// come from `rng`.
    ///
    /// # Errors
    /// When the masks belong to other terms, the choice is not in the deck, or the comment is
    /// not wanted or too long.
    pub fn seal(
        terms: &Terms,
        masks: &Masks,
        choice: Option<u16>,
        comment: Option<&str>,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Self, SealError> {
        let mut nonce = [0; NONCE_BYTES];
        rng.fill_bytes(&mut nonce);
        let mut tag = [0; TAG_BYTES];
        rng.fill_bytes(&mut tag);
        let comment = comment
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(str::to_owned);
        let slots = comment::random_slots(terms.n_slots(), rng);
        Self::restore(
            terms,
            masks,
            SavedBallot {
                choice,
                nonce,
                slots,
                tag,
                comment,
            },
        )
    }

    /// Makes the very ballot again that [`Ballot::saved`] was taken from.
    ///
    /// # Errors
    /// As [`Ballot::seal`], and [`SealError::NoSuchSlots`] when the saved form was damaged.
    pub fn restore(terms: &Terms, masks: &Masks, said: SavedBallot) -> Result<Self, SealError> {
        let t = terms.digest();
        if masks.t != t {
            return Err(SealError::OtherTerms);
        }
        let n_choices = terms.n_choices();
        if let Some(choice) = said.choice.filter(|choice| *choice >= n_choices) {
            return Err(SealError::NoSuchChoice { choice, n_choices });
        }
        if let Some(text) = &said.comment {
            check_comment(terms, text)?;
        }
        let body = match terms.mode() {
            Mode::Anonymous => masked_body(terms, masks, &said)?,
            Mode::Named => named_body(terms, &said),
        };
        let opening = Opening {
            body,
            nonce: said.nonce,
        };
        let commitment = opening.commitment(terms, &masks.seat);
        Ok(Self {
            t,
            seat: masks.seat,
            said,
            opening,
            commitment,
        })
    }

    /// The form to keep in this browser's storage until the round ends.
    pub fn saved(&self) -> SavedBallot {
        self.said.clone()
    }

    /// What is sent to the table now.
    pub fn commitment(&self) -> Commitment {
        self.commitment
    }

    /// The sealed choice, from 0; `None` is "no vote".
    pub fn choice(&self) -> Option<u16> {
        self.said.choice
    }

    /// The sealed comment, if there is one.
    pub fn comment(&self) -> Option<&str> {
        self.said.comment.as_deref()
    }

    /// The opening to send once the ordered list of all commitments is published.
    ///
    /// Whoever calls this must never open another attempt of the same round by itself
    /// (docs/ballot.md §8).
    ///
    /// # Errors
    /// When the terms are not those it was sealed under, the list has the wrong length or a
    /// commitment twice, or this seat's own commitment does not stand there unchanged.
    pub fn open(&self, terms: &Terms, published: &[Commitment]) -> Result<Opening, OpenError> {
        let n_seats = terms.roll().len();
        let position = terms
            .position(&self.seat)
            .filter(|_| terms.digest() == self.t)
            .ok_or(OpenError::OtherTerms)?;
        if published.len() != n_seats {
            return Err(OpenError::WrongLength {
                n_published: published.len(),
                n_seats,
            });
        }
        if published.get(position) != Some(&self.commitment) {
            return Err(OpenError::Replaced { position });
        }
        for (second, commitment) in published.iter().enumerate() {
            let first = published.iter().position(|earlier| earlier == commitment);
            if let Some(first) = first.filter(|first| *first < second) {
                return Err(OpenError::Repeated { first, second });
            }
        }
        Ok(self.opening.clone())
    }

    /// Whether this seat's own comment collided with another and must be sent again.
    pub fn comment_lost(&self, result: &Tally) -> bool {
        self.comment().is_some_and(|own| {
            result.lost_comments > 0 && !result.comments.iter().any(|read| read == own)
        })
    }
}

impl fmt::Debug for Ballot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ballot(<redacted>)")
    }
}

/// Whether these terms take this comment.
fn check_comment(terms: &Terms, text: &str) -> Result<(), SealError> {
    if !terms.comments() {
        return Err(SealError::CommentsOff);
    }
    if !comment::fits(text) {
        let (chars, bytes) = (text.chars().count(), text.len());
        return Err(SealError::CommentTooLong { chars, bytes });
    }
    Ok(())
}

/// The body of an anonymous ballot: masks plus one at the choice, then the comment slots.
fn masked_body(terms: &Terms, masks: &Masks, said: &SavedBallot) -> Result<Vec<u8>, SealError> {
    let chosen = usize::from(said.choice.unwrap_or(terms.n_choices()));
    let mut body = Vec::with_capacity(terms.masked_bytes());
    for (counter, mask) in masks.counters.iter().enumerate() {
        let masked = mask.wrapping_add(u32::from(counter == chosen));
        body.extend_from_slice(&masked.to_le_bytes());
    }
    let mut summed = masks.slots.clone();
    if let Some(text) = &said.comment {
        let slots = said.slots;
        comment::write(&terms.digest(), &mut summed, slots, said.tag, text)
            .ok_or(SealError::NoSuchSlots { slots })?;
    }
    body.append(&mut summed);
    Ok(body)
}

/// The body of a named ballot: the plain choice, then the plain comment.
fn named_body(terms: &Terms, said: &SavedBallot) -> Vec<u8> {
    let mut body = said
        .choice
        .unwrap_or(terms.n_choices())
        .to_le_bytes()
        .to_vec();
    body.extend_from_slice(said.comment.as_deref().unwrap_or_default().as_bytes());
    body
}

#[cfg(test)]
mod tests;
