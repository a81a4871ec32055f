//! The pack and the replies to it as bytes, links and files (`docs/wire.md` §15): the stories
//! of a session for those who read them beforehand, and what they say of them.
//!
//! It knows neither the plan nor a screen, and opens no seal by itself.

mod error;
mod file;
mod sealed;

use core::fmt;
use core::str::FromStr;

use base16ct::lower;
use rand_core::CryptoRng;
use serde::Serialize;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::meeting::{Pack, PackSecret, Reply};

use super::code::{self, CodeKind, EncodeError};
use super::link;
use super::record::RECORD_KEY;
use super::secret::RoomSecret;

pub use error::PackError;
pub use file::{FILE_MARK, MAX_FILE_BYTES};
pub use sealed::{SEALED_BYTES, SealedFor, open_sealed, public_key, seal};

/// What stands before `=` in the fragment of a pack.
pub const PACK_KEY: &str = "pack";

/// What stands before `=` in the fragment of a reply to one.
pub const ANSWER_KEY: &str = "answer";

/// Before the sum of a body, so that no other sum is taken for it.
const SUM_LABEL: &[u8] = b"floret/1/pack";

/// Length of the sum of a pack or a record, and of the MAC of a reply, in bytes.
pub(super) const SUM_BYTES: usize = 8;

/// What a secret gives for the name of its pack, and for the key of its replies' MAC.
const ID_LABEL: &str = "pack/id";
const MAC_LABEL: &str = "pack/answer";

/// Length of the name of a pack, in bytes.
const ID_BYTES: usize = 8;

/// The public name of a pack: a digest of its secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PackId([u8; ID_BYTES]);

impl PackId {
    /// Of the pack with this secret.
    pub fn of(secret: &PackSecret) -> Self {
        Self(RoomSecret::from_bytes(secret.0).derive(ID_LABEL))
    }
}

impl fmt::Display for PackId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&lower::encode_string(&self.0))
    }
}

impl FromStr for PackId {
    type Err = base16ct::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut bytes = [0; ID_BYTES];
        let n_bytes = lower::decode(text, &mut bytes)?.len();
        if n_bytes == ID_BYTES {
            Ok(Self(bytes))
        } else {
            Err(base16ct::Error::InvalidLength)
        }
    }
}

/// A new secret for a pack.
pub fn random_secret(rng: &mut impl CryptoRng) -> PackSecret {
    let mut bytes = [0; 16];
    rng.fill_bytes(&mut bytes);
    PackSecret(bytes)
}

/// What is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackedKind {
    /// The stories of a session.
    Pack,
    /// What somebody says of them.
    Answer,
    /// What is left of a meeting (`wire::record`).
    Record,
}

impl PackedKind {
    fn code(self) -> CodeKind {
        match self {
            Self::Pack => CodeKind::Pack,
            Self::Answer => CodeKind::Answer,
            Self::Record => CodeKind::Record,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Pack => PACK_KEY,
            Self::Answer => ANSWER_KEY,
            Self::Record => RECORD_KEY,
        }
    }
}

/// A pack, a reply or a record ready to be sent, in the shorter of its two shapes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parcel {
    /// Short enough for a link: its code.
    Link(String),
    /// Too long for one: the text of a file, without the words before it.
    File(String),
}

impl Parcel {
    /// A pack.
    ///
    /// # Errors
    /// [`EncodeError`]: it is out of its bounds, or too long even for a file.
    pub fn of_pack(pack: &Pack) -> Result<Self, EncodeError> {
        if !pack.is_lawful() {
            return Err(EncodeError::Unlawful);
        }
        let mut bytes = posted(pack);
        bytes.extend_from_slice(&sum(&bytes));
        Self::of(PackedKind::Pack, &bytes)
    }

    /// A reply to the pack with this secret.
    ///
    /// # Errors
    /// As [`Self::of_pack`].
    pub fn of_reply(reply: &Reply, secret: &PackSecret) -> Result<Self, EncodeError> {
        if !reply.is_lawful() {
            return Err(EncodeError::Unlawful);
        }
        let mut bytes = PackId::of(secret).0.to_vec();
        bytes.extend_from_slice(&posted(reply));
        bytes.extend_from_slice(&mac(&bytes, secret));
        Self::of(PackedKind::Answer, &bytes)
    }

    pub(super) fn of(kind: PackedKind, body: &[u8]) -> Result<Self, EncodeError> {
        match code::seal(kind.code(), code::FIRST_VERSION, body) {
            Ok(code) => Ok(Self::Link(code)),
            Err(EncodeError::TooLong { .. }) => file::seal(kind.code(), body).map(Self::File),
            Err(error) => Err(error),
        }
    }
}

/// The link to what is packed; `base` is the page's address.
pub fn packed_url(base: &str, kind: PackedKind, code: &str) -> String {
    link::url(base, kind.key(), code)
}

/// Reads a pack from a link, a fragment, a code, or the text of a file. Everything in it is
/// within its bounds.
///
/// # Errors
/// [`PackError`] says what is wrong with it.
pub fn read_pack(text: &str) -> Result<Pack, PackError> {
    let bytes = open(text, PackedKind::Pack)?;
    let (bytes, found) = split_sum(&bytes)?;
    if found != sum(bytes) {
        return Err(PackError::Damaged);
    }
    let (pack, rest) = postcard::take_from_bytes::<Pack>(bytes).map_err(|_| PackError::Damaged)?;
    let is_fine = rest.is_empty() && pack.is_lawful();
    is_fine.then_some(pack).ok_or(PackError::Damaged)
}

/// Reads a reply to the pack with this secret, as [`read_pack`] does. Only somebody who had
/// the pack can have made it.
///
/// # Errors
/// [`PackError`] says what is wrong with it.
pub fn read_answer(text: &str, secret: &PackSecret) -> Result<Reply, PackError> {
    let bytes = open(text, PackedKind::Answer)?;
    let (bytes, found) = split_sum(&bytes)?;
    let (id, body) = bytes
        .split_first_chunk::<ID_BYTES>()
        .ok_or(PackError::Damaged)?;
    if *id != PackId::of(secret).0 {
        return Err(PackError::OtherPack);
    }
    if !bool::from(found.ct_eq(&mac(bytes, secret))) {
        return Err(PackError::Damaged);
    }
    let (reply, rest) = postcard::take_from_bytes::<Reply>(body).map_err(|_| PackError::Damaged)?;
    let is_fine = rest.is_empty() && reply.is_lawful();
    is_fine.then_some(reply).ok_or(PackError::Damaged)
}

/// All replies in a pasted text, each once: links, and the text of one file. Those that are
/// cut off or changed are returned as they are, so that reading them can say so; so is a
/// pack, which is often taken for a reply.
pub fn find_answers(text: &str) -> Vec<String> {
    if file::is_in(text) {
        return vec![text.to_owned()];
    }
    let mut found = link::find(text, ANSWER_KEY, CodeKind::Answer);
    if found.is_empty() {
        found = link::find(text, PACK_KEY, CodeKind::Pack);
    }
    found
}

/// Whether a file that was given is one of these, whatever became of it on its way.
///
/// ```
/// assert!(floret::wire::pack::is_packed(b"Floret.\nfloret-file:FQ"));
/// assert!(!floret::wire::pack::is_packed(b"Key,Title"));
/// ```
pub fn is_packed(bytes: &[u8]) -> bool {
    let start = bytes.get(..file::MAX_WORDS_BYTES).unwrap_or(bytes);
    let mut parts = start.windows(FILE_MARK.len());
    parts.any(|part| part == FILE_MARK.as_bytes())
}

/// Takes the body out of whatever it came in.
pub(super) fn open(text: &str, kind: PackedKind) -> Result<Vec<u8>, PackError> {
    if file::is_in(text) {
        return file::open(text, kind.code());
    }
    let text = text.trim();
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
    let keys = [PACK_KEY, ANSWER_KEY, RECORD_KEY];
    let code = keys.iter().find_map(|key| link::value(fragment, key));
    let (_, body) = code::open(code.as_deref().unwrap_or(fragment), kind.code())?;
    Ok(body)
}

pub(super) fn split_sum(bytes: &[u8]) -> Result<(&[u8], [u8; SUM_BYTES]), PackError> {
    let split = bytes.split_last_chunk::<SUM_BYTES>();
    let (rest, sum) = split.ok_or(PackError::Damaged)?;
    Ok((rest, *sum))
}

/// Texts and numbers can always be written; an empty body would be refused by readers.
pub(super) fn posted(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

fn sum(bytes: &[u8]) -> [u8; SUM_BYTES] {
    labelled_sum(SUM_LABEL, bytes)
}

/// The first bytes of SHA-256 over a label and a body.
pub(super) fn labelled_sum(label: &[u8], bytes: &[u8]) -> [u8; SUM_BYTES] {
    let mut hash = Sha256::new();
    hash.update(label);
    hash.update(bytes);
    let mut sum = [0; SUM_BYTES];
    for (to, from) in sum.iter_mut().zip(hash.finalize()) {
        *to = from;
    }
    sum
}

fn mac(bytes: &[u8], secret: &PackSecret) -> [u8; SUM_BYTES] {
    RoomSecret::from_bytes(secret.0).mac(MAC_LABEL, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::ReplierId;

    const SECRET: PackSecret = PackSecret([5; 16]);

    fn body(sum: fn(&[u8]) -> [u8; SUM_BYTES]) -> Vec<u8> {
        let reply = Reply {
            who: ReplierId([1; 8]),
            name: String::from("Mallory"),
            revision: 1,
            answers: Vec::new(),
        };
        let mut bytes = PackId::of(&SECRET).0.to_vec();
        bytes.extend_from_slice(&posted(&reply));
        bytes.extend_from_slice(&sum(&bytes));
        bytes
    }

    #[test]
    fn only_who_had_the_pack_can_reply_to_it() {
        let code = |bytes: &[u8]| code::seal(CodeKind::Answer, 1, bytes).unwrap();
        let fair = code(&body(|bytes| mac(bytes, &SECRET)));
        assert!(read_answer(&fair, &SECRET).is_ok());
        // The name of the pack stands in every reply; a sum over it is no proof.
        let forged = code(&body(sum));
        assert_eq!(read_answer(&forged, &SECRET), Err(PackError::Damaged));
        let other = code(&body(|bytes| mac(bytes, &PackSecret([6; 16]))));
        assert_eq!(read_answer(&other, &SECRET), Err(PackError::Damaged));
    }

    #[test]
    fn a_pack_is_named_by_its_secret_and_does_not_tell_it() {
        let id = PackId::of(&SECRET);
        assert_ne!(id, PackId::of(&PackSecret([6; 16])));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!(!id.to_string().contains("0505"));
        assert!("0505".parse::<PackId>().is_err());
    }
}
