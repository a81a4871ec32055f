//! A counted round, as kept.

use serde::{Deserialize, Serialize};

use crate::poker::AddOns;
use crate::room::{NamedVote, Outcome, Remark, SeatId};

use super::settings::KeptDeck;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct KeptOutcome {
    deck: KeptDeck,
    add_ons: [bool; 3],
    counts: Vec<u32>,
    no_vote: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    named: Option<Vec<(u32, String, Option<u16>)>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    remarks: Vec<(Option<String>, String)>,
    verified: u16,
}

impl KeptOutcome {
    pub(super) fn of(outcome: &Outcome) -> Self {
        let named = outcome.named.as_ref().map(|votes| {
            votes
                .iter()
                .map(|vote| (vote.seat.0, vote.name.clone(), vote.choice))
                .collect()
        });
        let remarks = &outcome.remarks;
        Self {
            deck: KeptDeck::of(&outcome.deck),
            add_ons: add_on_flags(outcome.add_ons),
            counts: outcome.counts.clone(),
            no_vote: outcome.no_vote,
            named,
            remarks: remarks
                .iter()
                .map(|one| (one.name.clone(), one.text.clone()))
                .collect(),
            verified: outcome.n_verified,
        }
    }

    pub(super) fn outcome(self) -> Option<Outcome> {
        let outcome = Outcome {
            deck: self.deck.deck()?,
            add_ons: add_ons_of(self.add_ons),
            counts: self.counts,
            no_vote: self.no_vote,
            named: self.named.map(|votes| {
                let vote = |(seat, name, choice)| NamedVote {
                    seat: SeatId(seat),
                    name,
                    choice,
                };
                votes.into_iter().map(vote).collect()
            }),
            remarks: self
                .remarks
                .into_iter()
                .map(|(name, text)| Remark { name, text })
                .collect(),
            lost_remarks: 0,
            n_verified: self.verified,
        };
        (outcome.counts.len() == outcome.hand().n_choices()).then_some(outcome)
    }
}

/// `∞`, `?`, `☕` as flags.
pub(super) fn add_on_flags(add_ons: AddOns) -> [bool; 3] {
    [add_ons.infinity, add_ons.unsure, add_ons.coffee]
}

/// Flags as `∞`, `?`, `☕`.
pub(super) fn add_ons_of([infinity, unsure, coffee]: [bool; 3]) -> AddOns {
    AddOns {
        infinity,
        unsure,
        coffee,
    }
}
