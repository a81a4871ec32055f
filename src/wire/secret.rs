//! The room secret: sixteen random bytes that travel in the invite only, and
//! everything that is derived from them (`docs/wire.md` §2).

use core::fmt;

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use rand_core::CryptoRng;
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// Length of a room secret in bytes: 128 bits, so that nobody guesses a room.
pub const SECRET_BYTES: usize = 16;
/// Salt of every derivation; a new protocol takes a new one.
const SALT: &[u8] = b"floret/1";
/// Block of SHA-256 in bytes: the length of key that HMAC takes as it is.
const MAC_KEY_BYTES: usize = 64;
/// The most that HKDF-SHA256 gives (RFC 5869 §2.3), in bytes.
const MAX_DERIVED_BYTES: usize = 255 * 32;

/// What makes a room a room. Who has it may send a reply; it is in the invite
/// and on no other wire.
#[derive(Clone)]
pub struct RoomSecret([u8; SECRET_BYTES]);

impl RoomSecret {
    /// Draws a new secret.
    pub fn random(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = [0; SECRET_BYTES];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }

    /// Takes the secret back from its bytes (a link, a saved table).
    pub fn from_bytes(bytes: [u8; SECRET_BYTES]) -> Self {
        Self(bytes)
    }

    /// The bytes themselves, for the invite and for the saved table only.
    pub fn expose_bytes(&self) -> &[u8; SECRET_BYTES] {
        &self.0
    }

    /// `N` bytes that only holders of the secret can compute:
    /// HKDF-SHA256 (RFC 5869) with salt `floret/1` and `label` as info.
    /// Different labels give independent values.
    pub fn derive<const N: usize>(&self, label: &str) -> [u8; N] {
        const {
            assert!(
                N <= MAX_DERIVED_BYTES,
                "HKDF-SHA256 gives 8160 bytes at most"
            );
        };
        let mut out = [0; N];
        let done = Hkdf::<Sha256>::new(Some(SALT), &self.0).expand(label.as_bytes(), &mut out);
        debug_assert!(
            done.is_ok(),
            "the length was checked when this was compiled"
        );
        out
    }

    /// The public name of the room: `derive("room")`.
    pub fn room_id(&self) -> [u8; 16] {
        self.derive("room")
    }

    /// The name of this session in the transcripts of the ballot:
    /// `derive("session")`.
    pub fn session_id(&self) -> [u8; 16] {
        self.derive("session")
    }

    /// The first `N` bytes of HMAC-SHA256 over `message` under
    /// `derive(label)`.
    pub(super) fn mac<const N: usize>(&self, label: &str, message: &[u8]) -> [u8; N] {
        const {
            assert!(N <= 32, "HMAC-SHA256 gives 32 bytes");
        };
        let key = self.derive::<MAC_KEY_BYTES>(label);
        let mut mac = Hmac::<Sha256>::new(&key.into());
        mac.update(message);
        let whole = mac.finalize().into_bytes();
        let mut out = [0; N];
        for (to, from) in out.iter_mut().zip(whole) {
            *to = from;
        }
        out
    }
}

impl PartialEq for RoomSecret {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for RoomSecret {}

impl fmt::Debug for RoomSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RoomSecret(<redacted>)")
    }
}

#[cfg(test)]
mod tests {
    use super::RoomSecret;

    #[test]
    fn a_secret_does_not_show_itself() {
        let secret = RoomSecret::from_bytes([0x41; 16]);
        assert_eq!(format!("{secret:?}"), "RoomSecret(<redacted>)");
    }

    #[test]
    fn labels_are_independent() {
        let secret = RoomSecret::from_bytes([7; 16]);
        assert_ne!(secret.room_id(), secret.session_id());
        let other = RoomSecret::from_bytes([8; 16]);
        assert_ne!(secret.room_id(), other.room_id());
        assert_ne!(secret, other);
        assert_ne!(secret.mac::<4>("a", b"x"), secret.mac::<4>("b", b"x"));
        assert_ne!(secret.mac::<4>("a", b"x"), secret.mac::<4>("a", b"y"));
    }
}
