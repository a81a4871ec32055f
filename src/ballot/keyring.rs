//! One seat's secret with what it has agreed on with every other seat, so that a new attempt
//! costs no curve arithmetic. It does not know who the other seats are.

use core::fmt;
use litemap::LiteMap;

use subtle::ConstantTimeEq;

use super::error::SealError;
use super::masks::Masks;
use super::primitive::{hkdf, x25519};
use super::seat::{PublicKey, SeatSecret};
use super::terms::{MAX_SEATS, Mode, Terms};

/// Most peers whose shared secret is remembered: a full table whose people all came back often.
const MAX_MET: usize = 8 * MAX_SEATS;

/// HKDF info label of the proof that a seat is the one it says.
const SEAT_LABEL: &[u8] = b"floret/1/seat";

/// Bytes of a seat proof.
const SEAT_PROOF_BYTES: usize = 16;

/// One seat's secret and its shared secrets with the others. Kept: `Debug` shows nothing, and it
/// is not serialisable.
pub struct Keyring {
    secret: SeatSecret,
    public: PublicKey,
    /// `None` for a key that agreed on the all-zero secret.
    met: LiteMap<PublicKey, Option<[u8; 32]>>,
}

impl Keyring {
    /// A keyring that has met nobody.
    pub fn new(secret: SeatSecret) -> Self {
        let public = secret.public_key();
        Self {
            secret,
            public,
            met: LiteMap::new_vec(),
        }
    }

    /// This seat's public key.
    pub fn public_key(&self) -> PublicKey {
        self.public
    }

    /// The secret itself, for the one saved form that lets a seat survive a reload.
    pub fn secret_bytes(&self) -> [u8; 32] {
        self.secret.to_bytes()
    }

    /// Agrees with each peer on a secret and remembers it, so that [`Keyring::masks`] is quick.
    /// A key that gives the all-zero secret is remembered as refused.
    pub fn meet(&mut self, peers: impl IntoIterator<Item = PublicKey>) {
        for peer in peers {
            self.shared(&peer);
        }
    }

    /// The masks of this seat for one attempt; peers not met yet are met.
    ///
    /// # Errors
    /// [`SealError::NotOnRoll`] when this seat does not vote; [`SealError::RefusedKey`] names a
    /// seat whose key gives the all-zero secret.
    pub fn masks(&mut self, terms: &Terms) -> Result<Masks, SealError> {
        terms.position(&self.public).ok_or(SealError::NotOnRoll)?;
        match terms.mode() {
            Mode::Named => return Ok(Masks::none(terms, self.public)),
            Mode::Anonymous => {}
        }
        let mut masks = Masks::zero(terms, self.public);
        for (position, peer) in terms.roll().iter().enumerate() {
            if *peer != self.public {
                let shared = self
                    .shared(peer)
                    .ok_or(SealError::RefusedKey { position })?;
                masks.add_peer(&shared, peer);
            }
        }
        Ok(masks)
    }

    /// Proves to `peer` that this seat holds its secret key; the same from both sides, so a host
    /// compares it with its own (docs/ballot.md §7). `None` when the peer's key is refused.
    pub fn seat_proof(&self, peer: &PublicKey, session: &[u8; 16]) -> Option<[u8; 16]> {
        let shared = match self.met.get(peer) {
            Some(met) => *met,
            None => x25519(&self.secret.to_bytes(), peer.as_bytes()),
        }?;
        let (low, high) = (self.public.min(*peer), self.public.max(*peer));
        let info: [&[u8]; 3] = [SEAT_LABEL, low.as_bytes(), high.as_bytes()];
        Some(hkdf::<SEAT_PROOF_BYTES>(&shared, session, &info))
    }

    /// Whether `proof` shows that its sender holds the secret of `peer`; in constant time.
    pub fn knows_seat(&self, peer: &PublicKey, session: &[u8; 16], proof: &[u8; 16]) -> bool {
        self.seat_proof(peer, session)
            .is_some_and(|own| own.ct_eq(proof).into())
    }

    /// The shared secret with one peer, computed once.
    fn shared(&mut self, peer: &PublicKey) -> Option<[u8; 32]> {
        if let Some(met) = self.met.get(peer) {
            return *met;
        }
        if self.met.len() >= MAX_MET {
            self.met.clear();
        }
        let shared = x25519(&self.secret.to_bytes(), peer.as_bytes());
        self.met.insert(*peer, shared);
        shared
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keyring(<redacted>)")
    }
}
