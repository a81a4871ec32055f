//! The ballot: who learns what, and who is to blame when a round goes wrong.
//!
//! Every seat hides its choice under masks that it shares pairwise with every other seat; summed
//! over the roll the masks cancel and the histogram is left. Commitments come before openings, so
//! nobody chooses after seeing another's choice. `docs/ballot.md` says what each byte is.
//!
//! This room does not know cards, names, screens, peers, time or where randomness comes from. It
//! does not know either whether a round was already opened: the table keeps that (docs/ballot.md
//! §8).
//!
//! ```
//! use floret::ballot::{Ballot, Keyring, Mode, SeatSecret, Terms, tally};
//! use rand_core::SeedableRng;
//!
//! // A page takes its randomness from the browser; a fixed seed is for examples only.
//! let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(1);
//! let mut seats: Vec<Keyring> =
//!     (0..3).map(|_| Keyring::new(SeatSecret::generate(&mut rng))).collect();
//! let roll = seats.iter().map(Keyring::public_key).collect();
//! let terms = Terms::new([7; 16], 1, 0, [9; 32], 5, Mode::Anonymous, false, roll)?;
//! seats.sort_by_key(Keyring::public_key);
//!
//! let mut ballots = Vec::new();
//! for (seat, choice) in seats.iter_mut().zip([Some(2), Some(2), None]) {
//!     let masks = seat.masks(&terms)?;
//!     ballots.push(Ballot::seal(&terms, &masks, choice, None, &mut rng)?);
//! }
//! let published: Vec<_> = ballots.iter().map(Ballot::commitment).collect();
//! let mut openings = Vec::new();
//! for ballot in &ballots {
//!     openings.push(Some(ballot.open(&terms, &published)?));
//! }
//! let result = tally(&terms, &published, &openings)?;
//! assert_eq!(result.counts, [0, 0, 2, 0, 0]);
//! assert_eq!(result.no_vote, 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod comment;
mod emoji;
mod error;
mod keyring;
mod masks;
mod primitive;
mod seal;
mod seat;
mod tally;
mod terms;
mod transcript;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod vectors;

pub use comment::{MAX_COMMENT_BYTES, MAX_COMMENT_CHARS, SLOTS_PER_SEAT};
pub use emoji::{safety_emoji, safety_names};
pub use error::{Culprit, CulpritReason, Fault, OpenError, SealError, TermsError};
pub use keyring::Keyring;
pub use masks::Masks;
pub use seal::{Ballot, Commitment, Opening, SavedBallot};
pub use seat::{PublicKey, SeatSecret};
pub use tally::{Tally, tally};
pub use terms::{MAX_CHOICES, MAX_SEATS, Mode, Terms};
pub use transcript::Transcript;
