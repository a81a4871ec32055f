//! Tickets: a connection made ahead for somebody who is known already
//! (`docs/wire.md` §13).
//!
//! Both sides compute the credentials that the returning side will take, so
//! that nothing has to be sent when it comes back.

use base64ct::{Base64, Encoding};

use super::code::{EncodeError, LinkError};
use super::credentials::Credentials;
use super::ice::IceSettings;
use super::invite::Invite;
use super::secret::RoomSecret;
use super::slots::Slot;

/// Bytes of the user fragment and of the password, in libwebrtc's shape.
const UFRAG_BYTES: usize = 3;
const PWD_BYTES: usize = 18;

/// What a returning side needs to come in without a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// Known to the two sides only.
    pub secret: RoomSecret,
    /// SHA-256 of the certificate of the side that waits.
    pub fingerprint: [u8; 32],
    /// The connection that waits.
    pub slot: Slot,
}

impl Ticket {
    /// The code, which is that of an invite with one slot.
    ///
    /// # Errors
    /// [`EncodeError`] names the value that no code can hold.
    pub fn encode(&self) -> Result<String, EncodeError> {
        let invite = Invite {
            secret: self.secret.clone(),
            fingerprint: self.fingerprint,
            slots: vec![self.slot.clone()],
            ice: IceSettings::LanOnly,
            trackers: Vec::new(),
        };
        invite.encode()
    }

    /// Reads a code.
    ///
    /// # Errors
    /// [`LinkError`], also for an invite with another number of slots.
    pub fn decode(code: &str) -> Result<Self, LinkError> {
        let invite = Invite::decode(code)?;
        let mut slots = invite.slots.into_iter();
        match (slots.next(), slots.next()) {
            (Some(slot), None) => Ok(Self {
                secret: invite.secret,
                fingerprint: invite.fingerprint,
                slot,
            }),
            (_, _) => Err(LinkError::Damaged),
        }
    }

    /// The credentials that the returning side takes.
    pub fn credentials(&self) -> Credentials {
        agreed_credentials(&self.secret, &self.slot)
    }
}

/// The credentials that the answering side of `slot` takes when both sides share
/// `secret`; different for every slot.
pub fn agreed_credentials(secret: &RoomSecret, slot: &Slot) -> Credentials {
    let label = format!("agreed {} {}", slot.credentials.ufrag, slot.credentials.pwd);
    let bytes: [u8; UFRAG_BYTES + PWD_BYTES] = secret.derive(&label);
    let (ufrag, pwd) = bytes.split_at(UFRAG_BYTES);
    Credentials {
        ufrag: Base64::encode_string(ufrag),
        pwd: Base64::encode_string(pwd),
    }
}
