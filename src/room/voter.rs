//! The secret half of a seat: its key, its card, its ballot.
//!
//! Told the table after every event, it answers with what must be sent. It opens
//! at most one ballot of a round, and only a list it recognises (docs/ballot.md).

use litemap::LiteMap;

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::ballot::{Commitment, Keyring, PublicKey, SeatSecret, Terms};

use super::MAX_COMMENT_CHARS;
use super::answer::Answer;
use super::message::Intent;
use super::sealing::{SavedSealing, Sealing, Wish};
use super::table::{Phase, Rules, SeatId, Table};

/// Kept by one seat; never sent, never shown.
pub struct Voter {
    keyring: Keyring,
    pick: Option<Pick>,
    /// Comment typed, for which round.
    comment: (u32, String),
    sealing: Sealing,
    /// The newest list that was answered.
    answered: Option<Answer>,
}

/// A card picked, and what picking it meant.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pick {
    session: [u8; 16],
    round: u32,
    rules: Rules,
    choice: u16,
}

/// The one saved form of a voter: for this browser's storage only, because it holds
/// the seat's secret and its card.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedVoter {
    secret: [u8; 32],
    pick: Option<Pick>,
    comment: (u32, String),
    sealing: SavedSealing,
    answered: Option<Answer>,
}

impl std::fmt::Debug for Voter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Voter(<redacted>)")
    }
}

impl std::fmt::Debug for SavedVoter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SavedVoter(<redacted>)")
    }
}

impl Voter {
    /// A voter with this key.
    pub fn new(secret: SeatSecret) -> Self {
        Self {
            keyring: Keyring::new(secret),
            pick: None,
            comment: (0, String::new()),
            sealing: Sealing::default(),
            answered: None,
        }
    }

    /// The form to keep in this browser, so that a reload neither loses the vote nor
    /// opens twice.
    pub fn saved(&self) -> SavedVoter {
        SavedVoter {
            secret: self.keyring.secret_bytes(),
            pick: self.pick.clone(),
            comment: self.comment.clone(),
            sealing: self.sealing.saved(),
            answered: self.answered.clone(),
        }
    }

    /// The voter that [`Voter::saved`] was taken from. Ballots are made again, byte for
    /// byte, once the table shows the terms they were sealed under.
    pub fn restore(saved: SavedVoter) -> Self {
        let mut voter = Self {
            keyring: Keyring::new(SeatSecret::from_bytes(saved.secret)),
            pick: saved.pick,
            comment: saved.comment,
            sealing: Sealing::restore(saved.sealing),
            answered: saved.answered,
        };
        voter.ask_anew();
        voter
    }

    /// Nobody knows what arrived of what was sent: what the table does not show is sent
    /// again, and a list is answered again with the same bytes.
    pub(super) fn ask_anew(&mut self) {
        self.sealing.ask_anew();
        if let Some(answer) = &mut self.answered {
            answer.ask_anew();
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

    /// The card picked in the table's current round, by position in the hand. A card
    /// picked for another deck, or before votes got names, is picked no more.
    pub fn picked(&self, table: &Table) -> Option<u16> {
        let pick = self.pick.as_ref()?;
        let is_meant = pick.round == table.round.number
            && pick.session == table.session
            && pick.rules.votes_like(&table.rules);
        is_meant.then_some(pick.choice)
    }

    /// The comment typed.
    pub fn comment(&self) -> &str {
        &self.comment.1
    }

    /// Picks a card; `None` takes the vote back. Says whether anything changed.
    pub fn choose(&mut self, table: &Table, choice: Option<u16>) -> bool {
        let n_choices = table.hand().n_choices();
        let fits = choice.is_none_or(|choice| usize::from(choice) < n_choices);
        let is_open = matches!(table.round.phase, Phase::Voting { .. });
        if !fits || !is_open || self.picked(table) == choice {
            return false;
        }
        self.pick(table, choice);
        true
    }

    fn pick(&mut self, table: &Table, choice: Option<u16>) {
        self.pick = choice.map(|choice| Pick {
            session: table.session,
            round: table.round.number,
            rules: table.rules.clone(),
            choice,
        });
    }

    /// Sets the comment that will ride with the vote. Says whether it changed.
    pub fn remark(&mut self, table: &Table, comment: &str) -> bool {
        let comment: String = comment.chars().take(MAX_COMMENT_CHARS).collect();
        let is_open = matches!(table.round.phase, Phase::Voting { .. });
        if !is_open || self.comment.1 == comment {
            return false;
        }
        self.comment = (table.round.number, comment);
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
        if self.comment.0 != table.round.number {
            self.comment.1.clear();
        }
        if !table.is_on_roll(me) {
            return None;
        }
        match &table.round.phase {
            Phase::Voting { commitments } => {
                // Nobody who could vote is kept from the roll.
                if table.roll_seats() != table.voters() {
                    return None;
                }
                let terms = self.sealing.ready(&mut self.keyring, table)?;
                if let Some(commitment) = self.opened_under(&terms) {
                    return self.sealing.stand_by(me, table, commitment);
                }
                self.sealing.forget_replaced(me, commitments);
                match self.picked(table) {
                    Some(choice) => self.commit(me, table, &terms, Some(choice), rng),
                    None => self.sealing.withdraw(me, table, commitments),
                }
            }
            Phase::Closing { commitments } => {
                if !is_fair_remnant(table) {
                    return None;
                }
                let terms = self.sealing.ready(&mut self.keyring, table)?;
                if let Some(commitment) = self.opened_under(&terms) {
                    return self.sealing.stand_by(me, table, commitment);
                }
                self.sealing.forget_replaced(me, commitments);
                // What stands is what counts; it is too late to change it.
                if commitments.contains_key(&me) {
                    return None;
                }
                let choice = self.picked(table);
                self.commit(me, table, &terms, choice, rng)
            }
            Phase::Opening { list } => self.answer(table, list),
            Phase::Revealed { .. } | Phase::Void { .. } => {
                self.sealing.clear();
                self.comment.1.clear();
                None
            }
        }
    }

    /// The commitment this seat has opened under these very terms: nothing else of its
    /// own may ever stand on a list under them.
    fn opened_under(&self, terms: &Terms) -> Option<Commitment> {
        self.answered.as_ref()?.opened_under(terms.digest())
    }

    fn commit(
        &mut self,
        me: SeatId,
        table: &Table,
        terms: &Terms,
        choice: Option<u16>,
        rng: &mut impl CryptoRng,
    ) -> Option<Intent> {
        let comment = if terms.comments() {
            self.comment.1.clone()
        } else {
            String::new()
        };
        let wish = Wish { choice, comment };
        self.sealing.commit(me, table, terms, wish, rng)
    }

    /// Opens the published list, or refuses it; never two ballots of one round, and
    /// never a round before one that was answered, whatever the host says. The same
    /// list under the same terms gets the same answer again.
    fn answer(&mut self, table: &Table, list: &[Commitment]) -> Option<Intent> {
        let round = table.round.number;
        let terms = self.sealing.ready(&mut self.keyring, table);
        if let Some(known) = &mut self.answered
            && round <= known.round()
        {
            return known.again(table, terms.as_ref(), list);
        }
        let opened = terms
            .as_ref()
            .and_then(|terms| self.sealing.open(terms, list));
        self.sealing.clear();
        if let Some(opened) = &opened {
            // The hand shows what counted, also if a later pick came too late.
            self.pick(table, opened.choice);
        }
        let answer = self.answered.insert(Answer::new(
            round,
            terms.as_ref().map(Terms::digest),
            list,
            opened,
        ));
        answer.again(table, terms.as_ref(), list)
    }
}

/// Once the reveal is asked for, seats that do not answer are left out of the roll;
/// but nobody is put on it, and one seat is not left alone with the host while
/// others wait.
fn is_fair_remnant(table: &Table) -> bool {
    let seats = table.roll_seats();
    let n_voters = table.voters().len();
    let observes = |seat| table.seats.get(seat).is_some_and(|one| one.is_observer);
    (seats.len() >= 3 || seats.len() * 2 > n_voters) && !seats.iter().any(observes)
}

/// Whether this seat's commitment stands at the table as it is.
pub(super) fn stands(
    me: SeatId,
    commitments: Option<&LiteMap<SeatId, Commitment>>,
    own: &Commitment,
) -> bool {
    commitments.and_then(|all| all.get(&me)) == Some(own)
}
