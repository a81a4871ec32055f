//! The reply: what a new person sends back to the host (`docs/wire.md` §7).

use core::fmt;

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::bytes::Reader;
use super::code::{self, CodeKind, EncodeError, LinkError};
use super::secret::RoomSecret;
use super::slots::{self, Slot};

/// Longest name in characters.
pub const MAX_NAME_CHARS: usize = 40;
/// Length of the public tag of a room in bytes: tells "another table" from
/// "changed", and is no secret.
pub const TAG_BYTES: usize = 2;
/// Length of the MAC in bytes. Guessing needs a person who pastes every try.
const MAC_BYTES: usize = 4;
/// Label of the tag, and of the key of the MAC.
const TAG_LABEL: &str = "tag";
const MAC_LABEL: &str = "reply";
/// Separates the hash that names a reply from every other hash.
const ID_LABEL: &[u8] = b"floret/1/reply-id";

/// A slot of a reply: the guest's half of the connection whose host half has
/// the same `serial` in the invite.
pub type ReplySlot = Slot;

/// Names the connections of a reply: a reply taken twice has the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReplyId(pub [u8; 8]);

/// A person at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// SHA-256 of the guest's certificate.
    pub fingerprint: [u8; 32],
    /// What to call the person: 40 characters at most, none a control
    /// character; may be empty. It is text and nothing else.
    pub name: String,
    /// One for each slot of the invite that the guest has answered, 1 to 16.
    pub slots: Vec<ReplySlot>,
}

/// Why a reply is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyError {
    /// Not a reply, or not a whole one.
    Link(LinkError),
    /// A whole reply to the invite of another table, or of an earlier one.
    OtherTable,
    /// A whole reply that says it is for this table and was not made with its
    /// invite.
    Tampered,
}

impl fmt::Display for ReplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Link(error) => error.fmt(f),
            Self::OtherTable => f.write_str("this reply is for another table"),
            Self::Tampered => f.write_str("this reply was not made with the link of this table"),
        }
    }
}

impl core::error::Error for ReplyError {}

impl From<LinkError> for ReplyError {
    fn from(error: LinkError) -> Self {
        Self::Link(error)
    }
}

impl Reply {
    /// The code for the link back.
    ///
    /// # Errors
    /// [`EncodeError`] names the value that no code can hold.
    pub fn encode(&self, secret: &RoomSecret) -> Result<String, EncodeError> {
        let name = Some(self.name.as_str())
            .filter(|name| is_name(name))
            .ok_or(EncodeError::Name)?;
        let mut body = room_tag(secret).to_vec();
        body.extend_from_slice(&self.fingerprint);
        body.push(u8::try_from(name.len()).map_err(|_| EncodeError::Name)?);
        body.extend_from_slice(name.as_bytes());
        slots::write(&self.slots, &mut body)?;
        let mac = secret.mac::<MAC_BYTES>(MAC_LABEL, &body);
        body.extend_from_slice(&mac);
        code::seal(CodeKind::Reply, code::FIRST_VERSION, &body)
    }

    /// Reads a code that was made with the invite of this table.
    ///
    /// # Errors
    /// [`ReplyError`]: foreign, cut off, changed, too new, for another table,
    /// or without the secret.
    pub fn decode(text: &str, secret: &RoomSecret) -> Result<Self, ReplyError> {
        let (_, body) = code::open(text, CodeKind::Reply)?;
        let damaged = ReplyError::Link(LinkError::Damaged);
        let n_signed = body
            .len()
            .checked_sub(MAC_BYTES)
            .ok_or_else(|| damaged.clone())?;
        let (signed, mac) = body
            .split_at_checked(n_signed)
            .ok_or_else(|| damaged.clone())?;
        if !signed.starts_with(&room_tag(secret)) {
            return Err(ReplyError::OtherTable);
        }
        if !bool::from(secret.mac::<MAC_BYTES>(MAC_LABEL, signed).ct_eq(mac)) {
            return Err(ReplyError::Tampered);
        }
        Self::read(signed).ok_or(damaged)
    }

    fn read(signed: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(signed);
        reader.take(TAG_BYTES)?;
        let fingerprint = reader.array()?;
        let n_name = usize::from(reader.u8()?);
        let name = core::str::from_utf8(reader.take(n_name)?)
            .ok()
            .filter(|name| is_name(name))?;
        let name = name.to_owned();
        let slots = slots::read(&mut reader)?;
        reader.is_empty().then_some(Self {
            fingerprint,
            name,
            slots,
        })
    }

    /// The name of this reply's connections: the same for the same
    /// fingerprint and credentials, whatever name or candidates go with them.
    pub fn id(&self) -> ReplyId {
        let mut hash = Sha256::new();
        hash.update(ID_LABEL);
        hash.update(self.fingerprint);
        for slot in &self.slots {
            for text in [&slot.credentials.ufrag, &slot.credentials.pwd] {
                hash.update(text.as_bytes());
                hash.update([0]);
            }
        }
        let mut id = [0; 8];
        for (to, from) in id.iter_mut().zip(hash.finalize()) {
            *to = from;
        }
        ReplyId(id)
    }
}

/// The public tag that replies to this room's invite carry.
pub fn room_tag(secret: &RoomSecret) -> [u8; TAG_BYTES] {
    secret.derive(TAG_LABEL)
}

/// The tag of a whole reply, so that one of several tables can be asked.
///
/// # Errors
/// [`LinkError`] if the text is not a whole reply.
pub fn reply_tag(text: &str) -> Result<[u8; TAG_BYTES], LinkError> {
    let (_, body) = code::open(text, CodeKind::Reply)?;
    Reader::new(&body).array().ok_or(LinkError::Damaged)
}

pub(super) fn is_name(name: &str) -> bool {
    name.chars().count() <= MAX_NAME_CHARS && !name.chars().any(is_unprintable)
}

/// Control characters, and those that turn the reading direction of whatever
/// stands around the name.
pub(super) fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
