//! The secret half of a seat: its key, its card, its ballot.
//!
//! Told the table after every event, it answers with what must be sent. It opens
//! a round at most once, and only a list it recognises (docs/ballot.md).

use litemap::LiteMap;

use rand_core::CryptoRng;

use crate::ballot::{Ballot, Commitment, Keyring, Masks, PublicKey, SeatSecret, Terms};

use super::MAX_COMMENT_CHARS;
use super::message::Intent;
use super::table::{Phase, Rules, SeatId, Table};

/// Ballots of one attempt that the host may still list; older ones are forgotten.
const MAX_BALLOTS: usize = 32;

/// Kept by one seat; never sent, never shown.
pub struct Voter {
    keyring: Keyring,
    pick: Option<Pick>,
    /// Comment typed, for which round.
    comment: (u32, String),
    /// Masks of the newest terms.
    masks: Option<(Terms, Masks)>,
    /// Ballots under these terms that may stand on the list, oldest first: when a
    /// card is changed while somebody reveals, the host may have seen only the first.
    ballots: Vec<Sealed>,
    sent: Sent,
    /// Newest round whose list was answered, by an opening or a refusal.
    answered: Option<u32>,
}

/// A card picked, and what picking it meant.
struct Pick {
    session: [u8; 16],
    round: u32,
    rules: Rules,
    choice: u16,
}

/// What the host was last told under the newest terms.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sent {
    Nothing,
    /// The newest ballot's commitment.
    Ballot,
    Withdrawal,
}

struct Sealed {
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
            comment: (0, String::new()),
            masks: None,
            ballots: Vec::new(),
            sent: Sent::Nothing,
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
                let terms = self.ready_masks(table)?;
                self.forget_replaced(me, commitments);
                match self.picked(table) {
                    Some(choice) => self.commit(table, &terms, Some(choice), rng),
                    None => self.withdraw(me, table, commitments),
                }
            }
            Phase::Closing { commitments } => {
                if !is_fair_remnant(table) {
                    return None;
                }
                let terms = self.ready_masks(table)?;
                self.forget_replaced(me, commitments);
                // What stands is what counts; it is too late to change it.
                if commitments.contains_key(&me) {
                    return None;
                }
                let choice = self.picked(table);
                self.commit(table, &terms, choice, rng)
            }
            Phase::Opening { list } => self.answer(table, list),
            Phase::Revealed { .. } | Phase::Void { .. } => {
                self.ballots.clear();
                self.comment.1.clear();
                None
            }
        }
    }

    /// Once the host shows a ballot, those sealed before it cannot be listed any more.
    fn forget_replaced(&mut self, me: SeatId, commitments: &LiteMap<SeatId, Commitment>) {
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
    fn withdraw(
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
        Some(Intent::Withdraw {
            round: table.round.number,
            attempt: table.round.attempt,
        })
    }

    /// Seals `choice` under the current terms unless that is done already.
    fn commit(
        &mut self,
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
        let is_sealed = self.sent == Sent::Ballot
            && self.ballots.last().is_some_and(|newest| {
                newest.ballot.choice() == choice && newest.comment == comment
            });
        if is_sealed {
            return None;
        }
        let (_, masks) = self.masks.as_ref()?;
        let words = Some(comment.as_str()).filter(|words| !words.is_empty());
        let ballot = Ballot::seal(terms, masks, choice, words, rng).ok()?;
        let intent = Intent::Commit {
            round: table.round.number,
            attempt: table.round.attempt,
            commitment: ballot.commitment(),
        };
        if self.ballots.len() >= MAX_BALLOTS {
            self.ballots.remove(0);
        }
        self.ballots.push(Sealed { ballot, comment });
        self.sent = Sent::Ballot;
        Some(intent)
    }

    /// Masks for the current terms, made once per attempt; ballots under other terms
    /// are forgotten.
    fn ready_masks(&mut self, table: &Table) -> Option<Terms> {
        let terms = table.terms()?;
        if self.masks.as_ref().is_none_or(|(known, _)| *known != terms) {
            let masks = self.keyring.masks(&terms).ok()?;
            self.masks = Some((terms.clone(), masks));
            self.ballots.clear();
            self.sent = Sent::Nothing;
        }
        Some(terms)
    }

    /// Opens the published list, or refuses it; once per round, and never for a
    /// round before one that was answered, whatever the host says.
    fn answer(&mut self, table: &Table, list: &[Commitment]) -> Option<Intent> {
        let round = table.round.number;
        if self.answered.is_some_and(|newest| round <= newest) {
            return None;
        }
        self.answered = Some(round);
        let ballots = std::mem::take(&mut self.ballots);
        let opened = table.terms().and_then(|terms| {
            ballots.iter().find_map(|sealed| {
                let opening = sealed.ballot.open(&terms, list).ok()?;
                Some((opening, sealed.ballot.choice()))
            })
        });
        let Some((opening, choice)) = opened else {
            return Some(Intent::Refuse { round });
        };
        // The hand shows what counted, also if a later pick came too late.
        self.pick(table, choice);
        Some(Intent::Open {
            round,
            attempt: table.round.attempt,
            opening,
        })
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
