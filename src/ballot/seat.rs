//! A seat's key pair: the public half is its name at the table, the secret half never leaves
//! the browser. It does not know what the keys are used for.

use core::fmt;

use base16ct::lower;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use super::primitive::x25519_public;

/// A seat's X25519 public key: the 32 bytes of RFC 7748 §5, ordered byte by byte.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// Takes the 32 bytes as they are; a key that agrees on nothing is refused when it is met.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes as they travel.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&lower::encode_string(&self.0))
    }
}

/// A seat's X25519 secret key. Kept: `Debug` shows nothing, and it is not serialisable.
pub struct SeatSecret([u8; 32]);

impl SeatSecret {
    /// A new secret: 32 bytes from `rng`.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        let mut bytes = [0; 32];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }

    /// Takes a secret back from the saved form.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The secret itself, for the one saved form that lets a seat survive a reload.
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0
    }

    /// The public key that belongs to it.
    pub fn public_key(&self) -> PublicKey {
        PublicKey(x25519_public(&self.0))
    }
}

impl fmt::Debug for SeatSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SeatSecret(<redacted>)")
    }
}
