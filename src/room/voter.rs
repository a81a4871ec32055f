//! The secret half of a seat: its key, its card, its ballot.
//!
//! Told the table after every event, it answers with what must be sent. It opens
//! a round at most once, and only a list it recognises (docs/ballot.md).

use rand_core::CryptoRng;

use crate::ballot::{Ballot, Keyring, Masks, PublicKey, SeatSecret, Terms};

use super::message::Intent;
use super::table::{Phase, SeatId, Table};

/// Kept by one seat; never sent, never shown.
pub struct Voter {
    keyring: Keyring,
    /// Card picked, for which round.
    pick: Option<(u32, u16)>,
    /// Comment typed for the current round.
    comment: String,
    /// Masks of the newest terms.
    masks: Option<(Terms, Masks)>,
    /// Ballot of an attempt.
    sealed: Option<Sealed>,
    /// Last round whose list was answered, by an opening or a refusal.
    answered: Option<u32>,
}

struct Sealed {
    terms: Terms,
    ballot: Ballot,
    comment: String,
}

impl std::fmt::Debug for Voter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Voter(<redacted>)")
    }
}

impl Voter {
    /// A voter with this key.
    pub fn new(secret: SeatSecret) -> Self {
        Self {
            keyring: Keyring::new(secret),
            pick: None,
            comment: String::new(),
            masks: None,
            sealed: None,
            answered: None,
        }
    }

    /// The public key of the seat.
    pub fn key(&self) -> PublicKey {
        self.keyring.public_key()
    }

    /// Proof for the host that the key is one's own.
    pub fn proof(&self, host: &PublicKey, session: &[u8; 16]) -> Option<[u8; 16]> {
        self.keyring.seat_proof(host, session)
    }

    /// The card picked in the table's current round, by position in the hand.
    pub fn picked(&self, table: &Table) -> Option<u16> {
        self.pick
            .filter(|(round, _)| *round == table.round.number)
            .map(|(_, choice)| choice)
    }

    /// The comment typed.
    pub fn comment(&self) -> &str {
        &self.comment
    }

    /// Picks a card; `None` takes the vote back. Says whether anything changed.
    pub fn choose(&mut self, table: &Table, choice: Option<u16>) -> bool {
        let n_choices = table.hand().n_choices();
        let fits = choice.is_none_or(|choice| usize::from(choice) < n_choices);
        let is_open = matches!(table.round.phase, Phase::Voting { .. });
        if !fits || !is_open || self.picked(table) == choice {
            return false;
        }
        self.pick = choice.map(|choice| (table.round.number, choice));
        true
    }

    /// Sets the comment that will ride with the vote. Says whether it changed.
    pub fn remark(&mut self, table: &Table, comment: &str) -> bool {
        let is_open = matches!(table.round.phase, Phase::Voting { .. });
        if !is_open || self.comment == comment {
            return false;
        }
        comment.clone_into(&mut self.comment);
        true
    }

    /// Learns the keys at the table ahead of the vote, so that a click costs one
    /// addition and one hash.
    pub fn meet(&mut self, table: &Table) {
        let own = self.key();
        self.keyring.meet(
            table
                .seats
                .values()
                .map(|seat| seat.key)
                .filter(|key| *key != own),
        );
    }

    /// Looks at the table and says what this seat has to send.
    pub fn follow(
        &mut self,
        me: SeatId,
        table: &Table,
        rng: &mut impl CryptoRng,
    ) -> Option<Intent> {
        if !table.is_on_roll(me) {
            return None;
        }
        match &table.round.phase {
            Phase::Voting { .. } => self.follow_voting(me, table, rng),
            Phase::Closing { .. } => {
                let choice = self.picked(table);
                self.commit(me, table, choice, rng)
            }
            Phase::Opening { list } => self.answer(table, list),
            Phase::Revealed { .. } | Phase::Void { .. } => {
                self.sealed = None;
                self.comment.clear();
                None
            }
        }
    }

    fn follow_voting(
        &mut self,
        me: SeatId,
        table: &Table,
        rng: &mut impl CryptoRng,
    ) -> Option<Intent> {
        let terms = self.ready_masks(table)?;
        if let Some(choice) = self.picked(table) {
            return self.commit(me, table, Some(choice), rng);
        }
        let sealed = self.sealed.take()?;
        (sealed.terms == terms).then_some(Intent::Withdraw {
            round: table.round.number,
            attempt: table.round.attempt,
        })
    }

    /// Seals `choice` under the current terms unless that is done already.
    fn commit(
        &mut self,
        me: SeatId,
        table: &Table,
        choice: Option<u16>,
        rng: &mut impl CryptoRng,
    ) -> Option<Intent> {
        debug_assert!(table.is_on_roll(me));
        let terms = self.ready_masks(table)?;
        let comment = if terms.comments() {
            self.comment.clone()
        } else {
            String::new()
        };
        let is_sealed = self.sealed.as_ref().is_some_and(|sealed| {
            sealed.terms == terms && sealed.ballot.choice() == choice && sealed.comment == comment
        });
        if is_sealed {
            return None;
        }
        let (_, masks) = self.masks.as_ref()?;
        let words = Some(comment.as_str()).filter(|words| !words.is_empty());
        let ballot = Ballot::seal(&terms, masks, choice, words, rng).ok()?;
        let intent = Intent::Commit {
            round: table.round.number,
            attempt: table.round.attempt,
            commitment: ballot.commitment(),
        };
        self.sealed = Some(Sealed {
            terms,
            ballot,
            comment,
        });
        Some(intent)
    }

    /// Masks for the current terms, made once per attempt.
    fn ready_masks(&mut self, table: &Table) -> Option<Terms> {
        let terms = table.terms()?;
        if self.masks.as_ref().is_none_or(|(known, _)| *known != terms) {
            let masks = self.keyring.masks(&terms).ok()?;
            self.masks = Some((terms.clone(), masks));
        }
        Some(terms)
    }

    /// Opens the published list, or refuses it; once per round, whatever comes later.
    fn answer(&mut self, table: &Table, list: &[crate::ballot::Commitment]) -> Option<Intent> {
        let round = table.round.number;
        if self.answered == Some(round) {
            return None;
        }
        self.answered = Some(round);
        let opening = self.sealed.as_ref().and_then(|sealed| {
            let terms = table.terms()?;
            sealed.ballot.open(&terms, list).ok()
        });
        Some(match opening {
            Some(opening) => Intent::Open {
                round,
                attempt: table.round.attempt,
                opening,
            },
            None => Intent::Refuse { round },
        })
    }
}
