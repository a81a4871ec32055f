//! What a seat answered to a published list, so that it never answers otherwise: a host
//! that came back, or another in its place, gets the same bytes again (docs/ballot.md §8).

use serde::{Deserialize, Serialize};

use crate::ballot::{Commitment, Opening, Terms};

use super::message::Intent;
use super::table::Table;

/// The answer to one list. Kept: it holds the choice.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    round: u32,
    /// Digest of the terms; none if they could not be.
    terms: Option<[u8; 32]>,
    list: Vec<Commitment>,
    /// `None` if the list was refused.
    opened: Option<Opened>,
    /// The host followed now was told.
    is_told: bool,
}

/// A ballot that was opened.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Opened {
    pub(super) commitment: Commitment,
    pub(super) opening: Opening,
    pub(super) choice: Option<u16>,
}

impl Answer {
    pub(super) fn new(
        round: u32,
        terms: Option<[u8; 32]>,
        list: &[Commitment],
        opened: Option<Opened>,
    ) -> Self {
        Self {
            round,
            terms,
            list: list.to_vec(),
            opened,
            is_told: false,
        }
    }

    pub(super) fn round(&self) -> u32 {
        self.round
    }

    /// Somebody else may ask now.
    pub(super) fn ask_anew(&mut self) {
        self.is_told = false;
    }

    /// The commitment that was opened under these terms.
    pub(super) fn opened_under(&self, terms: [u8; 32]) -> Option<Commitment> {
        let opened = self.opened.as_ref()?;
        (self.terms == Some(terms)).then_some(opened.commitment)
    }

    /// The answer to this table's list: the same to the same list under the same terms,
    /// a refusal to any other of this round, silence about rounds before it. Said once
    /// to each host.
    pub(super) fn again(
        &mut self,
        table: &Table,
        terms: Option<&Terms>,
        list: &[Commitment],
    ) -> Option<Intent> {
        let round = table.round.number;
        if round != self.round || self.is_told {
            return None;
        }
        self.is_told = true;
        let is_same = terms.map(Terms::digest) == self.terms && list == self.list;
        let opened = self.opened.as_ref().filter(|_| is_same);
        Some(match opened {
            Some(opened) => Intent::Open {
                round,
                attempt: table.round.attempt,
                opening: opened.opening.clone(),
            },
            None => Intent::Refuse { round },
        })
    }
}
