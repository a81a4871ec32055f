//! What a counted round came to.

use serde::{Deserialize, Serialize};

use crate::ballot::{Fault, Tally, tally};
use crate::poker::{AddOns, Deck, Hand, Statistics};

use super::table::{RollEntry, SeatId, Table, VoidReason};
use crate::ballot::{Commitment, Opening};

/// A counted round; keeps its own deck, since decks change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Cards voted with.
    pub deck: Deck,
    /// Add-on cards voted with.
    pub add_ons: AddOns,
    /// Votes per card of the hand.
    pub counts: Vec<u32>,
    /// Seats on the roll that cast no card.
    pub no_vote: u32,
    /// Who voted what; named rounds only.
    pub named: Option<Vec<NamedVote>>,
    /// Comments; in an anonymous round sorted, so that order tells nothing.
    pub remarks: Vec<Remark>,
    /// Comments that met in one slot and are lost.
    pub lost_remarks: u32,
    /// Ballots checked against their commitments, of ballots published.
    pub n_verified: u16,
}

/// One vote of a named round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedVote {
    /// Seat.
    pub seat: SeatId,
    /// Its name then.
    pub name: String,
    /// Position in the hand; `None` for no vote.
    pub choice: Option<u16>,
}

/// A comment that rode with a vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Whose; named rounds only.
    pub name: Option<String>,
    /// Text.
    pub text: String,
}

impl Outcome {
    /// The hand voted with.
    pub fn hand(&self) -> Hand {
        Hand::of(&self.deck, self.add_ons)
    }

    /// Statistics of the round.
    pub fn statistics(&self) -> Statistics {
        Statistics::of(&self.hand(), &self.counts)
    }

    /// Cards cast.
    pub fn n_votes(&self) -> u32 {
        let add = |sum: u32, count: &u32| sum.saturating_add(*count);
        self.counts.iter().fold(0, add)
    }
}

/// Checks every opening against its commitment and counts (docs/ballot.md).
///
/// # Errors
/// Why the round cannot be counted, with names where somebody is to blame.
pub(super) fn count(
    table: &Table,
    list: &[Commitment],
    openings: &[Opening],
) -> Result<Outcome, VoidReason> {
    let Some(terms) = table.terms() else {
        return Err(VoidReason::ImpossibleSum);
    };
    let openings: Vec<_> = openings.iter().cloned().map(Some).collect();
    match tally(&terms, list, &openings) {
        Ok(sum) => Ok(outcome_of(table, sum)),
        Err(Fault::Culprits(culprits)) => {
            let names = culprits
                .iter()
                .filter_map(|culprit| table.round.roll.get(culprit.position))
                .map(|entry| entry.name.clone())
                .collect();
            Err(VoidReason::DoesNotMatch(names))
        }
        Err(Fault::ImpossibleSum | Fault::WrongLength { .. }) => Err(VoidReason::ImpossibleSum),
    }
}

fn outcome_of(table: &Table, sum: Tally) -> Outcome {
    let roll = &table.round.roll;
    let named = sum.votes.map(|votes| named_votes(roll, votes));
    let mut remarks: Vec<_> = sum
        .comments
        .into_iter()
        .map(|text| Remark { name: None, text })
        .collect();
    remarks.extend(
        sum.named_comments
            .into_iter()
            .filter_map(|(position, text)| {
                Some(Remark {
                    name: Some(roll.get(position)?.name.clone()),
                    text,
                })
            }),
    );
    let (deck, add_ons) = table.cards();
    Outcome {
        deck,
        add_ons,
        counts: sum.counts,
        no_vote: sum.no_vote,
        named,
        remarks,
        lost_remarks: sum.lost_comments,
        n_verified: u16::try_from(roll.len()).unwrap_or(u16::MAX),
    }
}

fn named_votes(roll: &[RollEntry], votes: Vec<Option<u16>>) -> Vec<NamedVote> {
    roll.iter()
        .zip(votes)
        .map(|(entry, choice)| NamedVote {
            seat: entry.seat,
            name: entry.name.clone(),
            choice,
        })
        .collect()
}
