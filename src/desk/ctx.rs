//! What an update may use of the world: time, randomness, and a list of wishes.

use rand_chacha::ChaCha20Rng;

use super::effect::DeskEffect;

/// The edge hands this to every update.
pub struct DeskCtx {
    /// ms since 1970; set by the edge before each update.
    pub now_ms: i64,
    /// How far the local clock is before UTC, in minutes; behind it is negative. Set as above.
    pub utc_offset_min: i32,
    /// Seeded from the browser's entropy.
    pub rng: ChaCha20Rng,
    effects: Vec<DeskEffect>,
}

impl DeskCtx {
    /// A context with this source of randomness.
    pub fn new(rng: ChaCha20Rng) -> Self {
        Self {
            now_ms: 0,
            utc_offset_min: 0,
            rng,
            effects: Vec::new(),
        }
    }

    /// Asks the edge for something.
    pub(super) fn ask(&mut self, effect: DeskEffect) {
        self.effects.push(effect);
    }

    /// Everything asked for since last time.
    pub(super) fn take_effects(&mut self) -> Vec<DeskEffect> {
        std::mem::take(&mut self.effects)
    }
}
