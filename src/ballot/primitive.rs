//! The four standard pieces the ballot stands on: SHA-256 (RFC 6234), HKDF-SHA256 (RFC 5869),
//! X25519 (RFC 7748) and `ChaCha20` (RFC 8439). It does not know what is hashed or masked.

use chacha20::ChaCha20;
use chacha20::cipher::{KeyIvInit, StreamCipher};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use x25519_dalek::{PublicKey, StaticSecret, X25519_BASEPOINT_BYTES};

/// The longest output of HKDF-SHA256 in bytes (RFC 5869 §2.3).
const MAX_HKDF_BYTES: usize = 255 * 32;

/// SHA-256 over the parts, one after the other with nothing between.
pub(super) fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().into()
}

/// HKDF-SHA256, extract and expand; the info is its parts, one after the other.
pub(super) fn hkdf<const N: usize>(ikm: &[u8], salt: &[u8], info: &[&[u8]]) -> [u8; N] {
    const {
        assert!(
            N <= MAX_HKDF_BYTES,
            "HKDF-SHA256 gives no more than 255 blocks"
        );
    };
    let mut okm = [0; N];
    let expanded = Hkdf::<Sha256>::new(Some(salt), ikm).expand_multi_info(info, &mut okm);
    debug_assert!(
        expanded.is_ok(),
        "the length was checked when this was compiled"
    );
    okm
}

/// The public key that belongs to a secret.
pub(super) fn x25519_public(secret: &[u8; 32]) -> [u8; 32] {
    // By the same ladder as any other key: no second arithmetic for the base point.
    x25519_dalek::x25519(*secret, X25519_BASEPOINT_BYTES)
}

/// X25519; `None` when the result is all zero (RFC 7748 §6.1).
pub(super) fn x25519(secret: &[u8; 32], public: &[u8; 32]) -> Option<[u8; 32]> {
    let shared = StaticSecret::from(*secret).diffie_hellman(&PublicKey::from(*public));
    shared.was_contributory().then(|| shared.to_bytes())
}

/// XORs the `ChaCha20` stream under `key` (nonce 0, block counter from 0) into `bytes`.
pub(super) fn chacha20_xor(key: &[u8; 32], bytes: &mut [u8]) {
    ChaCha20::new(&(*key).into(), &[0; 12].into()).apply_keystream(bytes);
}

#[cfg(test)]
mod tests;
