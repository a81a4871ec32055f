//! What an update may use of the world: time, randomness, and a list of wishes.

use rand_chacha::ChaCha20Rng;

use super::event::{Effect, PeerId};

/// The edge hands this to every update.
pub struct Ctx {
    /// ms since 1970; set by the edge before each update.
    pub now_ms: i64,
    /// Seeded from the browser's entropy.
    pub rng: ChaCha20Rng,
    effects: Vec<Effect>,
    next_peer: PeerId,
}

impl Ctx {
    /// A context with this source of randomness.
    pub fn new(rng: ChaCha20Rng) -> Self {
        Self {
            now_ms: 0,
            rng,
            effects: Vec::new(),
            next_peer: 1,
        }
    }

    /// Asks the edge for something.
    pub(super) fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// A name for a new connection.
    pub(super) fn new_peer(&mut self) -> PeerId {
        let peer = self.next_peer;
        self.next_peer = self.next_peer.wrapping_add(1);
        peer
    }

    /// Everything asked for since last time.
    pub(super) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }
}
