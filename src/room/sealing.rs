//! The ballots a seat sealed under the newest terms, and what the host was told of them.
//!
//! The same wish under the same terms is the same ballot, also after a reload: what the
//! table does not show is sent again, not sealed again.

use litemap::LiteMap;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::ballot::{Ballot, Commitment, Keyring, Masks, SavedBallot, Terms};

use super::answer::Opened;
use super::message::Intent;
use super::table::{SeatId, Table};
use super::voter::stands;

/// Ballots of one attempt that the host may still list; older ones are forgotten.
const MAX_BALLOTS: usize = 32;

/// Kept; never sent, never shown.
#[derive(Default)]
pub(super) struct Sealing {
    /// Masks of the newest terms.
    masks: Option<(Terms, Masks)>,
    /// Ballots under these terms that may stand on the list, oldest first: when a
    /// card is changed while somebody reveals, the host may have seen only the first.
    ballots: Vec<Sealed>,
    sent: Sent,
    /// Ballots of an earlier page, until the table shows their terms again.
    kept: Option<SavedSealing>,
}

/// What a ballot is to say.
pub(super) struct Wish {
    pub(super) choice: Option<u16>,
    pub(super) comment: String,
}

/// What the host was last told under the newest terms.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Sent {
    /// Nothing, or nothing that is sure to have arrived.
    #[default]
    Nothing,
    /// The newest ballot's commitment.
    Ballot,
    Withdrawal,
}

struct Sealed {
    ballot: Ballot,
    comment: String,
    /// The same card picked again is another ballot: nobody sees that it is the same.
    is_taken_back: bool,
}

/// The one saved form of [`Sealing`].
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SavedSealing {
    /// Digest of the terms.
    terms: Option<[u8; 32]>,
    ballots: Vec<SavedSealed>,
}

/// The one saved form of a [`Sealed`].
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedSealed {
    ballot: SavedBallot,
    /// As it was typed.
    comment: String,
    is_taken_back: bool,
}

impl Sealing {
    pub(super) fn saved(&self) -> SavedSealing {
        if let Some(kept) = &self.kept {
            return kept.clone();
        }
        let ballots = self.ballots.iter();
        SavedSealing {
            terms: self.masks.as_ref().map(|(terms, _)| terms.digest()),
            ballots: ballots.map(Sealed::saved).collect(),
        }
    }

    pub(super) fn restore(saved: SavedSealing) -> Self {
        Self {
            kept: Some(saved),
            ..Self::default()
        }
    }

    /// What was sent may not have arrived.
    pub(super) fn ask_anew(&mut self) {
        self.sent = Sent::Nothing;
    }

    pub(super) fn clear(&mut self) {
        self.ballots.clear();
        self.kept = None;
    }

    /// Masks for the current terms, made once per attempt; ballots under other terms
    /// are forgotten.
    pub(super) fn ready(&mut self, keyring: &mut Keyring, table: &Table) -> Option<Terms> {
        let terms = table.terms()?;
        if self.masks.as_ref().is_none_or(|(known, _)| *known != terms) {
            let masks = keyring.masks(&terms).ok()?;
            self.sent = Sent::Nothing;
            self.ballots.clear();
            if let Some(kept) = self.kept.take() {
                self.ballots = kept.unpack(&terms, &masks);
            }
            self.masks = Some((terms.clone(), masks));
        }
        Some(terms)
    }

    /// Once the host shows a ballot, those sealed before it cannot be listed any more.
    pub(super) fn forget_replaced(
        &mut self,
        me: SeatId,
        commitments: &LiteMap<SeatId, Commitment>,
    ) {
        let at = commitments
            .get(&me)
            .and_then(|shown| self.position_of(shown));
        if let Some(at) = at {
            self.ballots.drain(..at);
        }
    }

    fn position_of(&self, commitment: &Commitment) -> Option<usize> {
        self.ballots
            .iter()
            .position(|sealed| sealed.ballot.commitment() == *commitment)
    }

    /// Takes back what was sent; also what stands in this seat's name and cannot be
    /// opened here, because an earlier page of this browser sent it.
    pub(super) fn withdraw(
        &mut self,
        me: SeatId,
        table: &Table,
        commitments: &LiteMap<SeatId, Commitment>,
    ) -> Option<Intent> {
        let is_due = match self.sent {
            Sent::Nothing => commitments.contains_key(&me),
            Sent::Ballot => true,
            Sent::Withdrawal => false,
        };
        if !is_due {
            return None;
        }
        self.sent = Sent::Withdrawal;
        for sealed in &mut self.ballots {
            sealed.is_taken_back = true;
        }
        Some(Intent::Withdraw {
            round: table.round.number,
            attempt: table.round.attempt,
        })
    }

    /// Seals what is wished under the current terms unless that is done already; what
    /// was sealed and does not stand at the table is sent again as it is.
    pub(super) fn commit(
        &mut self,
        me: SeatId,
        table: &Table,
        terms: &Terms,
        wish: Wish,
        rng: &mut impl CryptoRng,
    ) -> Option<Intent> {
        let newest = self.ballots.last();
        let newest = newest.filter(|sealed| {
            sealed.ballot.choice() == wish.choice
                && sealed.comment == wish.comment
                && !sealed.is_taken_back
        });
        if let Some(sealed) = newest {
            let commitment = sealed.ballot.commitment();
            return self.stand_by(me, table, commitment);
        }
        let (_, masks) = self.masks.as_ref()?;
        let words = Some(wish.comment.as_str()).filter(|words| !words.is_empty());
        let ballot = Ballot::seal(terms, masks, wish.choice, words, rng).ok()?;
        if self.ballots.len() >= MAX_BALLOTS {
            self.ballots.remove(0);
        }
        let commitment = ballot.commitment();
        self.ballots.push(Sealed {
            ballot,
            comment: wish.comment,
            is_taken_back: false,
        });
        self.sent = Sent::Nothing;
        self.stand_by(me, table, commitment)
    }

    /// Tells the host this commitment, unless it was told or shows it already.
    pub(super) fn stand_by(
        &mut self,
        me: SeatId,
        table: &Table,
        commitment: Commitment,
    ) -> Option<Intent> {
        let was_sent = self.sent == Sent::Ballot;
        self.sent = Sent::Ballot;
        if was_sent || stands(me, table.commitments(), &commitment) {
            return None;
        }
        Some(Intent::Commit {
            round: table.round.number,
            attempt: table.round.attempt,
            commitment,
        })
    }

    /// The opening of the ballot that stands on the list, if one of these does.
    pub(super) fn open(&self, terms: &Terms, list: &[Commitment]) -> Option<Opened> {
        self.ballots.iter().find_map(|sealed| {
            Some(Opened {
                commitment: sealed.ballot.commitment(),
                opening: sealed.ballot.open(terms, list).ok()?,
                choice: sealed.ballot.choice(),
            })
        })
    }
}

impl Sealed {
    fn saved(&self) -> SavedSealed {
        SavedSealed {
            ballot: self.ballot.saved(),
            comment: self.comment.clone(),
            is_taken_back: self.is_taken_back,
        }
    }
}

impl SavedSealing {
    /// The very ballots again, if they were sealed under these terms.
    fn unpack(self, terms: &Terms, masks: &Masks) -> Vec<Sealed> {
        if self.terms != Some(terms.digest()) {
            return Vec::new();
        }
        let ballots = self.ballots.into_iter();
        let unpacked = ballots.filter_map(|saved| {
            Some(Sealed {
                ballot: Ballot::restore(terms, masks, saved.ballot).ok()?,
                comment: saved.comment,
                is_taken_back: saved.is_taken_back,
            })
        });
        unpacked.take(MAX_BALLOTS).collect()
    }
}
