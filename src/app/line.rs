//! One open connection as messages: splits what goes out, joins what comes in.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::wire::frame::{Assembler, FrameKind, split};
use crate::wire::message::{MessageError, decode, encode};

use super::ctx::Ctx;
use super::event::{Effect, PeerId};

/// The reading half of a connection.
#[derive(Debug, Default)]
pub(super) struct Line {
    assembler: Assembler,
}

/// Why a connection cannot be read any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineError {
    /// A frame breaks the rules of docs/wire.md.
    Frame,
    /// A message breaks them.
    Message(MessageError),
}

impl Line {
    /// Takes a frame; answers with a message once one is complete.
    pub(super) fn hear<T: DeserializeOwned>(
        &mut self,
        frame: &[u8],
    ) -> Result<Option<T>, LineError> {
        match self.assembler.push(frame) {
            Ok(Some(bytes)) => decode(&bytes).map(Some).map_err(LineError::Message),
            Ok(None) => Ok(None),
            Err(_) => Err(LineError::Frame),
        }
    }
}

/// Sends a message in as many frames as it needs.
pub(super) fn say<T: Serialize>(ctx: &mut Ctx, peer: PeerId, message: &T, kind: FrameKind) {
    match split(&encode(message), kind) {
        Ok(frames) => {
            for bytes in frames {
                ctx.ask(Effect::SendFrame { peer, bytes });
            }
        }
        Err(error) => ctx.ask(Effect::Log(format!("not sent: {error}"))),
    }
}
