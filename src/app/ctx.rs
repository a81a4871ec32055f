//! What an update may use of the world: time, randomness, and a list of wishes.

use rand_chacha::ChaCha20Rng;

use super::event::{Effect, PeerId, SocketId};

/// The edge hands this to every update.
pub struct Ctx {
    /// ms since 1970; set by the edge before each update.
    pub now_ms: i64,
    /// Seeded from the browser's entropy.
    pub rng: ChaCha20Rng,
    effects: Vec<Effect>,
    next_peer: PeerId,
    next_socket: SocketId,
}

impl Ctx {
    /// A context with this source of randomness.
    pub fn new(rng: ChaCha20Rng) -> Self {
        Self {
            now_ms: 0,
            rng,
            effects: Vec::new(),
            next_peer: 1,
            next_socket: 1,
        }
    }

    /// Asks the edge for something.
    pub(super) fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Whether this update says anything to another page.
    pub(super) fn says_something(&self) -> bool {
        let mut effects = self.effects.iter();
        effects.any(|effect| matches!(effect, Effect::SendFrame { .. }))
    }

    /// A name for a new connection.
    pub(super) fn new_peer(&mut self) -> PeerId {
        let peer = self.next_peer;
        self.next_peer = self.next_peer.wrapping_add(1);
        peer
    }

    /// A name for a new WebSocket.
    pub(super) fn new_socket(&mut self) -> SocketId {
        let socket = self.next_socket;
        self.next_socket = self.next_socket.wrapping_add(1);
        socket
    }

    /// Everything asked for since last time.
    pub(super) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }
}
