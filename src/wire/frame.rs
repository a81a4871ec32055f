//! Frames of a data channel: a message that fits is one frame with one byte
//! before it, a longer one is numbered parts (`docs/wire.md` §10). The channel
//! is ordered and reliable, so anything out of order is the sender's fault.

use core::fmt;

use super::bytes::Reader;

/// Longest frame in bytes: what every browser takes in one piece, and short
/// enough that a heartbeat never waits long behind it.
pub const MAX_FRAME_BYTES: usize = 16 * 1024;
/// Longest message in bytes: a text of 20,000 characters with room to spare.
pub const MAX_MESSAGE_BYTES: usize = 256 * 1024;
/// Longest snapshot of a table in bytes.
pub const MAX_SNAPSHOT_BYTES: usize = 2 * 1024 * 1024;

/// First byte of a frame: which part, and whether of a snapshot.
const WHOLE: u8 = 0;
const FIRST: u8 = 1;
const NEXT: u8 = 2;
const SNAPSHOT: u8 = 4;
/// Bytes before the content: first byte; and total length; and number.
const WHOLE_HEADER_BYTES: usize = 1;
const FIRST_HEADER_BYTES: usize = 5;
const NEXT_HEADER_BYTES: usize = 3;

/// What a message is for; it decides how long it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameKind {
    /// Everything but snapshots: up to [`MAX_MESSAGE_BYTES`].
    Message,
    /// The whole state of a table: up to [`MAX_SNAPSHOT_BYTES`].
    Snapshot,
}

impl FrameKind {
    /// The longest message of this kind in bytes.
    pub fn max_bytes(self) -> usize {
        match self {
            Self::Message => MAX_MESSAGE_BYTES,
            Self::Snapshot => MAX_SNAPSHOT_BYTES,
        }
    }

    fn bits(self) -> u8 {
        match self {
            Self::Message => 0,
            Self::Snapshot => SNAPSHOT,
        }
    }
}

/// Which rule a frame breaks. The peer that sent it is to be dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameError {
    /// No first byte, or one that means nothing.
    Unknown,
    /// A frame longer than [`MAX_FRAME_BYTES`].
    FrameTooLong {
        /// Its length.
        n_bytes: usize,
    },
    /// A message longer than its kind may be.
    MessageTooLong {
        /// Its length.
        n_bytes: usize,
    },
    /// A frame header that is cut off, a part of the wrong length, or parts
    /// where one frame would have done.
    WrongLength,
    /// A part that is not the next one: left out, doubled, or of no message.
    OutOfOrder {
        /// Its number.
        found: u16,
    },
    /// Another message began before this one was whole.
    Interleaved,
}

impl fmt::Display for FrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("a frame that means nothing"),
            Self::FrameTooLong { n_bytes } => {
                write!(f, "a frame of {n_bytes} bytes: {MAX_FRAME_BYTES} at most")
            }
            Self::MessageTooLong { n_bytes } => write!(f, "a message of {n_bytes} bytes: too long"),
            Self::WrongLength => f.write_str("a frame of the wrong length"),
            Self::OutOfOrder { found } => write!(f, "part {found} is not the next one"),
            Self::Interleaved => f.write_str("a message began inside another"),
        }
    }
}

impl core::error::Error for FrameError {}

/// Cuts a message into frames, to be sent in order with no other between.
///
/// ```
/// use floret::wire::frame::{Assembler, FrameKind, split};
/// let frames = split(b"hello", FrameKind::Message)?;
/// assert_eq!(frames, [b"\0hello"]);
/// assert_eq!(Assembler::default().push(&frames[0])?.as_deref(), Some(&b"hello"[..]));
/// # Ok::<(), floret::wire::frame::FrameError>(())
/// ```
///
/// # Errors
/// [`FrameError::MessageTooLong`] if the message is longer than its kind may
/// be.
pub fn split(message: &[u8], kind: FrameKind) -> Result<Vec<Vec<u8>>, FrameError> {
    let n_bytes = message.len();
    let too_long = FrameError::MessageTooLong { n_bytes };
    if n_bytes > kind.max_bytes() {
        return Err(too_long);
    }
    if n_bytes + WHOLE_HEADER_BYTES <= MAX_FRAME_BYTES {
        return Ok(vec![frame(WHOLE | kind.bits(), &[], message)]);
    }
    let total = u32::try_from(n_bytes).map_err(|_| too_long)?.to_be_bytes();
    let (head, rest) = message.split_at(FIRST_PART_BYTES.min(n_bytes));
    let mut frames = vec![frame(FIRST | kind.bits(), &total, head)];
    for (part, n) in rest.chunks(NEXT_PART_BYTES).zip(1_u16..) {
        frames.push(frame(NEXT | kind.bits(), &n.to_be_bytes(), part));
    }
    Ok(frames)
}

/// Content of a first part, and of every part between it and the last.
const FIRST_PART_BYTES: usize = MAX_FRAME_BYTES - FIRST_HEADER_BYTES;
const NEXT_PART_BYTES: usize = MAX_FRAME_BYTES - NEXT_HEADER_BYTES;

fn frame(first: u8, header: &[u8], content: &[u8]) -> Vec<u8> {
    let mut frame = Vec::with_capacity(1 + header.len() + content.len());
    frame.push(first);
    frame.extend_from_slice(header);
    frame.extend_from_slice(content);
    frame
}

/// Puts the frames of one peer together again. It holds one message at most,
/// and never more bytes than have arrived. After an error it starts anew.
#[derive(Debug, Default)]
pub struct Assembler {
    open: Option<Open>,
}

/// A message of which parts are missing.
#[derive(Debug)]
struct Open {
    kind: FrameKind,
    n_total: usize,
    next: u16,
    bytes: Vec<u8>,
}

impl Assembler {
    /// Takes the next frame; answers with a message when it is whole.
    ///
    /// # Errors
    /// [`FrameError`] names the rule that the frame breaks.
    pub fn push(&mut self, frame: &[u8]) -> Result<Option<Vec<u8>>, FrameError> {
        // Whatever is open is taken out, so that an error leaves nothing.
        let open = self.open.take();
        if frame.len() > MAX_FRAME_BYTES {
            return Err(FrameError::FrameTooLong {
                n_bytes: frame.len(),
            });
        }
        let mut reader = Reader::new(frame);
        let first = reader.u8().ok_or(FrameError::Unknown)?;
        let kind = if first & SNAPSHOT == 0 {
            FrameKind::Message
        } else {
            FrameKind::Snapshot
        };
        match (first & !SNAPSHOT, open) {
            (WHOLE, None) => Ok(Some(reader.rest().to_vec())),
            (FIRST, None) => {
                self.open = Some(begin(kind, reader)?);
                Ok(None)
            }
            (WHOLE | FIRST, Some(_)) => Err(FrameError::Interleaved),
            (NEXT, open) => self.go_on(kind, open, reader),
            _ => Err(FrameError::Unknown),
        }
    }

    fn go_on(
        &mut self,
        kind: FrameKind,
        open: Option<Open>,
        mut reader: Reader<'_>,
    ) -> Result<Option<Vec<u8>>, FrameError> {
        let found = reader.u16().ok_or(FrameError::WrongLength)?;
        let mut open = open.ok_or(FrameError::OutOfOrder { found })?;
        if open.kind != kind {
            return Err(FrameError::Interleaved);
        }
        if open.next != found {
            return Err(FrameError::OutOfOrder { found });
        }
        let part = reader.rest();
        let n_missing = open.n_total.saturating_sub(open.bytes.len());
        if part.len() != n_missing.min(NEXT_PART_BYTES) {
            return Err(FrameError::WrongLength);
        }
        open.bytes.extend_from_slice(part);
        open.next = open.next.saturating_add(1);
        if part.len() == n_missing {
            return Ok(Some(open.bytes));
        }
        self.open = Some(open);
        Ok(None)
    }
}

fn begin(kind: FrameKind, mut reader: Reader<'_>) -> Result<Open, FrameError> {
    let n_total = reader.u32().ok_or(FrameError::WrongLength)?;
    let n_total = usize::try_from(n_total).map_err(|_| FrameError::WrongLength)?;
    if n_total > kind.max_bytes() {
        return Err(FrameError::MessageTooLong { n_bytes: n_total });
    }
    let bytes = reader.rest().to_vec();
    if bytes.len() != FIRST_PART_BYTES || n_total + WHOLE_HEADER_BYTES <= MAX_FRAME_BYTES {
        return Err(FrameError::WrongLength);
    }
    Ok(Open {
        kind,
        n_total,
        next: 1,
        bytes,
    })
}
