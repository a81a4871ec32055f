//! The invite: one link for everybody (`docs/wire.md` §6).

use super::bytes::Reader;
use super::code::{self, CodeKind, EncodeError, LinkError};
use super::ice::IceSettings;
use super::secret::RoomSecret;
use super::slots::{self, Slot};
use super::trackers;

/// Version of an invite that names trackers; one without stays as it always was.
const TRACKERS_VERSION: u8 = 2;

/// Length of the check value in bytes. It guards against damage, not against
/// malice: who holds the link holds its key.
const CHECK_BYTES: usize = 3;
/// Label of the key of the check value.
const CHECK_LABEL: &str = "invite";

/// What a person needs to knock at a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    /// Makes the reply of this person acceptable.
    pub secret: RoomSecret,
    /// SHA-256 of the host's certificate.
    pub fingerprint: [u8; 32],
    /// Connections that the host has made, 1 to 16.
    pub slots: Vec<Slot>,
    /// Which servers both sides use.
    pub ice: IceSettings,
    /// Where both sides meet without a reply, if anywhere: 4 addresses at most
    /// (`docs/wire.md` §12).
    pub trackers: Vec<String>,
}

impl Invite {
    /// The code for the link. Its candidates are [`super::candidate::select`]
    /// of the given ones.
    ///
    /// # Errors
    /// [`EncodeError`] names the value that no code can hold.
    pub fn encode(&self) -> Result<String, EncodeError> {
        let mut body = Vec::new();
        body.extend_from_slice(self.secret.expose_bytes());
        body.extend_from_slice(&self.fingerprint);
        self.ice.write(&mut body)?;
        let version = if self.trackers.is_empty() {
            code::FIRST_VERSION
        } else {
            trackers::write(&self.trackers, &mut body)?;
            TRACKERS_VERSION
        };
        slots::write(&self.slots, &mut body)?;
        let check = self.secret.mac::<CHECK_BYTES>(CHECK_LABEL, &body);
        body.extend_from_slice(&check);
        code::seal(CodeKind::Invite, version, &body)
    }

    /// Reads a code. Every value in it is lawful: candidates and credentials
    /// may be put in a session description as they are.
    ///
    /// # Errors
    /// [`LinkError`] says whether the text is foreign, cut off, changed, of
    /// another kind, or newer than this program.
    pub fn decode(text: &str) -> Result<Self, LinkError> {
        let (version, body) = code::open(text, CodeKind::Invite)?;
        Self::read(version, &body).ok_or(LinkError::Damaged)
    }

    fn read(version: u8, body: &[u8]) -> Option<Self> {
        let (body, check) = body.split_at_checked(body.len().checked_sub(CHECK_BYTES)?)?;
        let mut reader = Reader::new(body);
        let secret = RoomSecret::from_bytes(reader.array()?);
        if check != secret.mac::<CHECK_BYTES>(CHECK_LABEL, body) {
            return None;
        }
        let fingerprint = reader.array()?;
        let ice = IceSettings::read(&mut reader)?;
        let trackers = if version < TRACKERS_VERSION {
            Vec::new()
        } else {
            trackers::read(&mut reader)?
        };
        let slots = slots::read(&mut reader)?;
        reader.is_empty().then_some(Self {
            secret,
            fingerprint,
            slots,
            ice,
            trackers,
        })
    }
}
