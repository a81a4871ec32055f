//! An estimate sealed to the organiser's key (`docs/wire.md` §15.4): bound to one pack, one
//! story and one person, and of one length whatever card it is. When it may be opened is
//! not decided here.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hkdf::Hkdf;
use rand_core::CryptoRng;
use sha2::Sha256;
use x25519_dalek::{PublicKey, StaticSecret, X25519_BASEPOINT_BYTES};

use crate::meeting::{MAX_CARD_CHARS, PackKey, ReplierId};
use crate::story::StoryId;

use super::PackId;

/// Longest card in bytes; no character has more than four.
const MAX_CARD_BYTES: usize = MAX_CARD_CHARS * 4;

/// Bytes of a public key of X25519 (RFC 7748).
const KEY_BYTES: usize = 32;

/// Bytes of the tag of ChaCha20-Poly1305 (RFC 8439 §2.8).
const TAG_BYTES: usize = 16;

/// Length of every sealed estimate, in bytes.
pub const SEALED_BYTES: usize = KEY_BYTES + 1 + MAX_CARD_BYTES + TAG_BYTES;

/// Info of the key's derivation; a new protocol takes a new one.
const KEY_LABEL: &[u8] = b"floret/1/pack/estimate";

/// Each key seals one estimate, so the nonce says nothing.
const NONCE: [u8; 12] = [0; 12];

/// What a sealed estimate is bound to: it opens nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealedFor {
    /// The pack.
    pub pack: PackId,
    /// The story.
    pub story: StoryId,
    /// Whose estimate.
    pub who: ReplierId,
}

impl SealedFor {
    fn bytes(&self) -> [u8; 24] {
        let mut bytes = [0; 24];
        let parts = [self.pack.0, self.story.0.to_be_bytes(), self.who.0];
        for (to, from) in bytes.iter_mut().zip(parts.as_flattened()) {
            *to = *from;
        }
        bytes
    }
}

/// The public half of an organiser's key.
pub fn public_key(key: &PackKey) -> [u8; KEY_BYTES] {
    // By the same ladder as any other key: no second arithmetic for the base point.
    x25519_dalek::x25519(key.0, X25519_BASEPOINT_BYTES)
}

/// Seals a card to the organiser's public key. `None`: the card is longer than any, or the
/// key is none.
pub fn seal(
    card: &str,
    bound: &SealedFor,
    organiser: &[u8; KEY_BYTES],
    rng: &mut impl CryptoRng,
) -> Option<Vec<u8>> {
    let mut once = [0; KEY_BYTES];
    rng.fill_bytes(&mut once);
    let once = PackKey(once);
    let mut plain = vec![u8::try_from(card.len()).ok()?];
    plain.extend_from_slice(card.as_bytes());
    if card.is_empty() || plain.len() > 1 + MAX_CARD_BYTES {
        return None;
    }
    plain.resize(1 + MAX_CARD_BYTES, 0);
    let public = public_key(&once);
    let cipher = cipher(&once, organiser, &public, organiser)?;
    let payload = Payload {
        msg: &plain,
        aad: &bound.bytes(),
    };
    let sealed = cipher.encrypt(&Nonce::from(NONCE), payload).ok()?;
    Some([&public[..], &sealed].concat())
}

/// The card under a seal; `None` for whatever was not sealed to this key for this purpose.
///
/// Whoever calls this knows that the story's cards are turned.
pub fn open_sealed(sealed: &[u8], bound: &SealedFor, key: &PackKey) -> Option<String> {
    let (public, msg) = sealed.split_first_chunk::<KEY_BYTES>()?;
    let cipher = cipher(key, public, public, &public_key(key))?;
    let aad = &bound.bytes();
    let payload = Payload { msg, aad };
    let plain = cipher.decrypt(&Nonce::from(NONCE), payload).ok()?;
    let (n, rest) = plain.split_first()?;
    let (card, filling) = rest.split_at_checked(usize::from(*n))?;
    let card = core::str::from_utf8(card).ok()?;
    let is_fine = !card.is_empty()
        && card.chars().count() <= MAX_CARD_CHARS
        && !card.chars().any(super::super::reply::is_unprintable)
        && filling.iter().all(|byte| *byte == 0);
    is_fine.then(|| card.to_owned())
}

/// HKDF-SHA256 (RFC 5869) over what both sides share; salt: the two public keys. `None` where
/// X25519 gives all zeros (RFC 7748 §6.1).
fn cipher(
    own: &PackKey,
    other: &[u8; KEY_BYTES],
    once: &[u8; KEY_BYTES],
    organiser: &[u8; KEY_BYTES],
) -> Option<ChaCha20Poly1305> {
    let shared = StaticSecret::from(own.0).diffie_hellman(&PublicKey::from(*other));
    if !shared.was_contributory() {
        return None;
    }
    let salt = [once.as_slice(), organiser].concat();
    let mut key = [0; 32];
    let derived = Hkdf::<Sha256>::new(Some(&salt), shared.as_bytes()).expand(KEY_LABEL, &mut key);
    derived.ok()?;
    Some(ChaCha20Poly1305::new(&key.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;

    fn bound() -> SealedFor {
        SealedFor {
            pack: PackId([1; 8]),
            story: StoryId(2),
            who: ReplierId([3; 8]),
        }
    }

    #[test]
    fn a_sealed_card_opens_with_its_key_for_its_purpose_and_nowhere_else() {
        let rng = &mut ChaCha20Rng::seed_from_u64(1);
        let key = PackKey([7; 32]);
        let organiser = public_key(&key);
        for card in ["5", "½", "XXL", "?", "名名名名名名名名名名"] {
            let sealed = seal(card, &bound(), &organiser, rng).unwrap();
            assert_eq!(sealed.len(), SEALED_BYTES, "{card}");
            assert_eq!(open_sealed(&sealed, &bound(), &key).as_deref(), Some(card));
            let other = SealedFor {
                story: StoryId(4),
                ..bound()
            };
            assert_eq!(open_sealed(&sealed, &other, &key), None);
            let other = SealedFor {
                who: ReplierId([4; 8]),
                ..bound()
            };
            assert_eq!(open_sealed(&sealed, &other, &key), None);
            assert_eq!(open_sealed(&sealed, &bound(), &PackKey([8; 32])), None);
            for at in 0..SEALED_BYTES {
                let mut changed = sealed.clone();
                changed[at] ^= 1;
                // The top bit of a public key is nobody's; the salt binds it all the same.
                assert_eq!(open_sealed(&changed, &bound(), &key), None, "{at}");
            }
        }
    }

    #[test]
    fn what_is_sealed_twice_looks_different() {
        let rng = &mut ChaCha20Rng::seed_from_u64(2);
        let organiser = public_key(&PackKey([7; 32]));
        let one = seal("5", &bound(), &organiser, rng);
        assert_ne!(one, seal("5", &bound(), &organiser, rng));
    }

    #[test]
    fn impossible_keys_and_cards_are_refused() {
        let rng = &mut ChaCha20Rng::seed_from_u64(3);
        let organiser = public_key(&PackKey([7; 32]));
        assert_eq!(seal("", &bound(), &organiser, rng), None);
        assert_eq!(seal(&"x".repeat(41), &bound(), &organiser, rng), None);
        assert_eq!(seal("5", &bound(), &[0; 32], rng), None);
        assert_eq!(
            open_sealed(&[0; SEALED_BYTES], &bound(), &PackKey([7; 32])),
            None
        );
        assert_eq!(open_sealed(b"", &bound(), &PackKey([7; 32])), None);
    }
}
