//! Whole rounds of the ballot, played by several seats through the public interface only.

#[path = "ballot_cheats.rs"]
mod cheats;
#[path = "ballot_comments.rs"]
mod comments;
#[path = "ballot_rounds.rs"]
mod rounds;
#[cfg(not(target_arch = "wasm32"))]
#[path = "ballot_transcript.rs"]
mod transcript;

use floret::ballot::{
    Ballot, Commitment, Fault, Keyring, Mode, Opening, SeatSecret, Tally, Terms, tally,
};
use rand_chacha::ChaCha20Rng;
use rand_core::{CryptoRng, SeedableRng};

/// What one seat says: its choice and its comment.
type Said<'a> = (Option<u16>, Option<&'a str>);

/// Seats in roll order that have met, and what they agree on next.
struct Table {
    seats: Vec<Keyring>,
    rng: ChaCha20Rng,
    n_choices: u16,
    mode: Mode,
    comments: bool,
    attempt: u32,
}

/// One round as far as it got.
struct Played {
    terms: Terms,
    ballots: Vec<Ballot>,
    commitments: Vec<Commitment>,
    openings: Vec<Option<Opening>>,
}

impl Table {
    fn new(n_seats: usize, n_choices: u16, mode: Mode, comments: bool, seed: u64) -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(seed);
        let mut seats: Vec<_> = (0..n_seats)
            .map(|_| Keyring::new(SeatSecret::generate(&mut rng)))
            .collect();
        seats.sort_by_key(Keyring::public_key);
        Self {
            seats,
            rng,
            n_choices,
            mode,
            comments,
            attempt: 0,
        }
    }

    fn terms(&self) -> Terms {
        let roll = self.seats.iter().rev().map(Keyring::public_key).collect();
        let (attempt, n) = (self.attempt, self.n_choices);
        Terms::new(
            [7; 16],
            1,
            attempt,
            [8; 32],
            n,
            self.mode,
            self.comments,
            roll,
        )
        .unwrap()
    }

    /// Everybody seals and opens what it says.
    fn play(&mut self, said: &[Said<'_>]) -> Played {
        let terms = self.terms();
        let mut ballots = Vec::new();
        for (seat, (choice, comment)) in self.seats.iter_mut().zip(said) {
            let masks = seat.masks(&terms).unwrap();
            ballots.push(Ballot::seal(&terms, &masks, *choice, *comment, &mut self.rng).unwrap());
        }
        let commitments: Vec<_> = ballots.iter().map(Ballot::commitment).collect();
        let openings = ballots
            .iter()
            .map(|ballot| Some(ballot.open(&terms, &commitments).unwrap()))
            .collect();
        Played {
            terms,
            ballots,
            commitments,
            openings,
        }
    }

    /// As [`Table::play`], without comments.
    fn vote(&mut self, choices: &[Option<u16>]) -> Played {
        let said: Vec<_> = choices.iter().map(|choice| (*choice, None)).collect();
        self.play(&said)
    }
}

impl Played {
    fn tally(&self) -> Result<Tally, Fault> {
        tally(&self.terms, &self.commitments, &self.openings)
    }
}

/// A choice out of `n_choices`, or none.
fn random_choice(n_choices: u16, rng: &mut impl CryptoRng) -> Option<u16> {
    let draw = u16::try_from(rng.next_u32() % (u32::from(n_choices) + 1)).unwrap();
    Some(draw).filter(|choice| *choice < n_choices)
}

/// The true histogram, counted in the open: one place per choice, and "no vote" last.
fn histogram(n_choices: u16, choices: &[Option<u16>]) -> Vec<u32> {
    let mut counts = vec![0; usize::from(n_choices) + 1];
    for choice in choices {
        counts[usize::from(choice.unwrap_or(n_choices))] += 1;
    }
    counts
}

/// An anonymous opening's bytes on the wire, to be spoilt and read again.
fn respoil(opening: &Opening, spoil: impl FnOnce(&mut Vec<u8>)) -> Opening {
    let mut bytes = postcard::to_allocvec(opening).unwrap();
    spoil(&mut bytes);
    postcard::from_bytes(&bytes).unwrap()
}
