//! Messages as bytes: a version byte, then postcard (docs/wire.md §7).

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::room::MESSAGE_VERSION;

/// Why bytes are no message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageError {
    /// Nothing at all.
    Empty,
    /// Written by another version of the program.
    OtherVersion {
        /// The far side's version.
        theirs: u8,
    },
    /// Not what this version writes.
    Malformed,
}

/// A message as bytes.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    let bytes = vec![MESSAGE_VERSION];
    postcard::to_extend(message, bytes).unwrap_or_default()
}

/// The message in `bytes`.
///
/// # Errors
/// [`MessageError`] names what is wrong; bytes left over are an error too.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, MessageError> {
    match bytes.split_first() {
        None => Err(MessageError::Empty),
        Some((&MESSAGE_VERSION, body)) => match postcard::take_from_bytes(body) {
            Ok((message, [])) => Ok(message),
            Ok(_) | Err(_) => Err(MessageError::Malformed),
        },
        Some((&theirs, _)) => Err(MessageError::OtherVersion { theirs }),
    }
}
