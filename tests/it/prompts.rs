//! What leaves for a language model, and what is made of its answer.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a test ends at whatever it did not expect"
)]

mod address;
mod asking;
mod dictation;
mod kept;
mod mask;
mod outgoing;
mod page;
mod settings;
mod stream;
mod taking;

use rand_core::Rng;

use super::wire_samples::{self, seeded};

/// A place in a list of `n`.
fn below(rng: &mut impl Rng, n: usize) -> usize {
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    wire_samples::below(rng, n) as usize
}
