//! The masks of one attempt, summed over all other seats (docs/ballot.md §3). It does not know
//! choices: a masked ballot is these sums plus one.

use core::fmt;

use super::comment::SLOT_BYTES;
use super::primitive::{chacha20_xor, hkdf};
use super::seat::PublicKey;
use super::terms::Terms;

/// HKDF info label of the masks over the counters.
pub(super) const MASK_LABEL: &[u8] = b"floret/1/mask";

/// HKDF info label of the masks over the comment slots.
pub(super) const COMMENT_MASK_LABEL: &[u8] = b"floret/1/comment-mask";

/// One seat's masks for one attempt, already summed. Kept: `Debug` shows nothing, and it is not
/// serialisable.
pub struct Masks {
    /// `T` of the terms they belong to.
    pub(super) t: [u8; 32],
    /// The seat they belong to.
    pub(super) seat: PublicKey,
    /// Sum for each counter modulo 2^32; empty in named rounds.
    pub(super) counters: Vec<u32>,
    /// Sum under XOR for all comment slots; empty without comments and in named rounds.
    pub(super) slots: Vec<u8>,
}

impl Masks {
    /// No masks yet: what a seat alone on the roll has.
    pub(super) fn zero(terms: &Terms, seat: PublicKey) -> Self {
        Self {
            t: terms.digest(),
            seat,
            counters: vec![0; terms.n_counters()],
            slots: vec![0; usize::from(terms.n_slots()) * SLOT_BYTES],
        }
    }

    /// What a seat in a named round has: nothing to hide behind.
    pub(super) fn none(terms: &Terms, seat: PublicKey) -> Self {
        Self {
            t: terms.digest(),
            seat,
            counters: Vec::new(),
            slots: Vec::new(),
        }
    }

    /// Adds the masks shared with `peer`: plus for a peer after this seat on the roll, minus for
    /// one before it, XOR for comments.
    pub(super) fn add_peer(&mut self, shared: &[u8; 32], peer: &PublicKey) {
        let stream = counter_masks(shared, &self.t, &self.seat, peer, self.counters.len());
        for (sum, mask) in self.counters.iter_mut().zip(stream) {
            *sum = if *peer > self.seat {
                sum.wrapping_add(mask)
            } else {
                sum.wrapping_sub(mask)
            };
        }
        if !self.slots.is_empty() {
            let key = pair_key(shared, &self.t, COMMENT_MASK_LABEL, &self.seat, peer);
            chacha20_xor(&key, &mut self.slots);
        }
    }
}

impl fmt::Debug for Masks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Masks(<redacted>)")
    }
}

/// `m_ij`: the first `d` little-endian u32 of the stream under the pair's key.
pub(super) fn counter_masks(
    shared: &[u8; 32],
    t: &[u8; 32],
    a: &PublicKey,
    b: &PublicKey,
    d: usize,
) -> Vec<u32> {
    let mut stream = vec![0; d * 4];
    chacha20_xor(&pair_key(shared, t, MASK_LABEL, a, b), &mut stream);
    stream
        .as_chunks::<4>()
        .0
        .iter()
        .map(|word| u32::from_le_bytes(*word))
        .collect()
}

/// The key of two seats for one use in one attempt; the same from both sides.
///
/// Both public keys are part of the info: X25519 gives the same secret for several keys (those
/// that differ by a point of small order), and equal masks for two seats could cancel and leave
/// a choice bare.
pub(super) fn pair_key(
    shared: &[u8; 32],
    t: &[u8; 32],
    label: &[u8],
    a: &PublicKey,
    b: &PublicKey,
) -> [u8; 32] {
    hkdf(
        shared,
        t,
        &[label, a.min(b).as_bytes(), a.max(b).as_bytes()],
    )
}

#[cfg(test)]
mod tests;
