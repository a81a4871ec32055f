//! What guest and host say to each other at a tracker: one half of a connection
//! each, sealed under a key that only holders of the invite have
//! (`docs/wire.md` §12). It knows no socket and no clock.

pub mod tracker;

use core::fmt;

use base64ct::{Base64UrlUnpadded, Encoding};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use rand_core::CryptoRng;

use super::bytes::Reader;
use super::code::EncodeError;
use super::reply::{ReplyId, is_name};
use super::secret::RoomSecret;
use super::slots::{self, Slot};

/// Length of every id at a tracker, in characters: twenty bytes each.
pub const ID_CHARS: usize = 20;
/// So many random bytes make an id in base64url.
const ID_BYTES: usize = 15;
/// Longest sealed text opened, in characters; real ones have 720.
pub const MAX_SEALED_CHARS: usize = 2_048;
/// Version of what is sealed; another one is not read.
const VERSION: u8 = 1;
/// What is sealed is filled up to a multiple of this, so that its length tells
/// neither the browser nor the length of the name.
const BLOCK_BYTES: usize = 512;
/// Nonce of ChaCha20-Poly1305 (RFC 8439 §2.8), in bytes; drawn anew each time.
const SEAL_NONCE_BYTES: usize = 12;
const ROOM_LABEL: &str = "rendezvous/room";
const KEY_LABEL: &str = "rendezvous/seal";

/// Names one call of a guest across all trackers and copies.
pub type CallId = [u8; 16];

/// The guest's half: its browser offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Names this offer; copies of it have the same.
    pub call: CallId,
    /// SHA-256 of the guest's certificate.
    pub fingerprint: [u8; 32],
    /// What to call the person; as in a reply.
    pub name: String,
    /// The reply that the same person has on the screen meanwhile.
    pub reply: ReplyId,
    /// The guest's half of the connection.
    pub slot: Slot,
}

/// The host's half: its browser answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which offer it answers.
    pub call: CallId,
    /// SHA-256 of the host's certificate.
    pub fingerprint: [u8; 32],
    /// The host's half of the connection.
    pub slot: Slot,
}

/// Which way a sealed text goes; one sent back the other way does not open.
#[derive(Clone, Copy)]
enum Way {
    Offer,
    Answer,
}

/// Where a room meets, and the key it speaks under.
#[derive(Clone)]
pub struct Rendezvous {
    info_hash: String,
    key: [u8; 32],
}

impl Rendezvous {
    /// Of the room with this secret.
    pub fn of(secret: &RoomSecret) -> Self {
        let room = secret.derive::<ID_BYTES>(ROOM_LABEL);
        Self {
            info_hash: Base64UrlUnpadded::encode_string(&room),
            key: secret.derive(KEY_LABEL),
        }
    }

    /// The name under which the tracker brings people together: twenty
    /// characters that tell nothing without the secret.
    pub fn info_hash(&self) -> &str {
        &self.info_hash
    }

    /// The guest's half, sealed for one offer id.
    ///
    /// # Errors
    /// [`EncodeError`] names the value that does not fit.
    pub fn seal_offer(
        &self,
        offer: &Offer,
        offer_id: &str,
        rng: &mut impl CryptoRng,
    ) -> Result<String, EncodeError> {
        let name = Some(offer.name.as_str())
            .filter(|name| is_name(name))
            .ok_or(EncodeError::Name)?;
        let mut plain = begin(&offer.call, &offer.fingerprint);
        plain.extend_from_slice(&offer.reply.0);
        plain.push(u8::try_from(name.len()).map_err(|_| EncodeError::Name)?);
        plain.extend_from_slice(name.as_bytes());
        slots::write(core::slice::from_ref(&offer.slot), &mut plain)?;
        self.seal(Way::Offer, offer_id, plain, rng)
    }

    /// A guest's half; `None` for whatever was not sealed by a holder of the
    /// invite for this offer id. Every value in it is lawful.
    pub fn open_offer(&self, offer_id: &str, sealed: &str) -> Option<Offer> {
        let plain = self.open(Way::Offer, offer_id, sealed)?;
        let mut reader = Reader::new(&plain);
        let (call, fingerprint) = read_begin(&mut reader)?;
        let reply = ReplyId(reader.array()?);
        let n_name = usize::from(reader.u8()?);
        let name = core::str::from_utf8(reader.take(n_name)?)
            .ok()
            .filter(|name| is_name(name))?;
        Some(Offer {
            call,
            fingerprint,
            name: name.to_owned(),
            reply,
            slot: read_slot(reader)?,
        })
    }

    /// The host's half, sealed for the offer id that it answers.
    ///
    /// # Errors
    /// [`EncodeError`] names the value that does not fit.
    pub fn seal_answer(
        &self,
        answer: &Answer,
        offer_id: &str,
        rng: &mut impl CryptoRng,
    ) -> Result<String, EncodeError> {
        let mut plain = begin(&answer.call, &answer.fingerprint);
        slots::write(core::slice::from_ref(&answer.slot), &mut plain)?;
        self.seal(Way::Answer, offer_id, plain, rng)
    }

    /// A host's half; `None` as in [`Self::open_offer`].
    pub fn open_answer(&self, offer_id: &str, sealed: &str) -> Option<Answer> {
        let plain = self.open(Way::Answer, offer_id, sealed)?;
        let mut reader = Reader::new(&plain);
        let (call, fingerprint) = read_begin(&mut reader)?;
        Some(Answer {
            call,
            fingerprint,
            slot: read_slot(reader)?,
        })
    }

    fn seal(
        &self,
        way: Way,
        offer_id: &str,
        mut plain: Vec<u8>,
        rng: &mut impl CryptoRng,
    ) -> Result<String, EncodeError> {
        plain.resize(plain.len().next_multiple_of(BLOCK_BYTES), 0);
        let mut nonce = [0; SEAL_NONCE_BYTES];
        rng.fill_bytes(&mut nonce);
        let aad = self.context(way, offer_id);
        let payload = Payload {
            msg: &plain,
            aad: aad.as_bytes(),
        };
        let n_bytes = plain.len();
        let sealed = ChaCha20Poly1305::new(&self.key.into())
            .encrypt(&Nonce::from(nonce), payload)
            .map_err(|_| EncodeError::TooLong { n_bytes })?;
        let whole = [&nonce[..], &sealed].concat();
        Ok(Base64UrlUnpadded::encode_string(&whole))
    }

    fn open(&self, way: Way, offer_id: &str, sealed: &str) -> Option<Vec<u8>> {
        if sealed.len() > MAX_SEALED_CHARS {
            return None;
        }
        let bytes = Base64UrlUnpadded::decode_vec(sealed).ok()?;
        let (nonce, msg) = bytes.split_first_chunk::<SEAL_NONCE_BYTES>()?;
        let aad = self.context(way, offer_id);
        let payload = Payload {
            msg,
            aad: aad.as_bytes(),
        };
        ChaCha20Poly1305::new(&self.key.into())
            .decrypt(&Nonce::from(*nonce), payload)
            .ok()
    }

    /// What a sealed text is bound to: it opens nowhere else.
    fn context(&self, way: Way, offer_id: &str) -> String {
        let way = match way {
            Way::Offer => "o",
            Way::Answer => "a",
        };
        [way, &self.info_hash, offer_id].join("|")
    }
}

impl fmt::Debug for Rendezvous {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rendezvous(<redacted>)")
    }
}

/// A new id for a socket or an offer, to a tracker: twenty characters.
pub fn random_id(rng: &mut impl CryptoRng) -> String {
    let mut bytes = [0; ID_BYTES];
    rng.fill_bytes(&mut bytes);
    Base64UrlUnpadded::encode_string(&bytes)
}

fn begin(call: &CallId, fingerprint: &[u8; 32]) -> Vec<u8> {
    let mut plain = vec![VERSION];
    plain.extend_from_slice(call);
    plain.extend_from_slice(fingerprint);
    plain
}

fn read_begin(reader: &mut Reader<'_>) -> Option<(CallId, [u8; 32])> {
    if reader.u8()? != VERSION {
        return None;
    }
    Some((reader.array()?, reader.array()?))
}

/// The one slot at the end; only zeros may follow.
fn read_slot(mut reader: Reader<'_>) -> Option<Slot> {
    let slots = slots::read(&mut reader)?;
    let is_filled = reader.rest().iter().all(|&byte| byte == 0);
    let [slot] = <[Slot; 1]>::try_from(slots).ok()?;
    is_filled.then_some(slot)
}
