//! Why a text is no code, and why a value fits in none.

use core::fmt;

use super::super::sheet::MAX_SHEET_LINES;
use super::{CodeKind, VERSION};

/// Why a text is not the code that was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// Nothing of ours.
    NotALink,
    /// Ours, and its end is missing.
    Truncated,
    /// Ours, and something in it has changed.
    Damaged,
    /// Made by a newer program.
    TooNew {
        /// The version it says.
        version: u8,
    },
    /// Ours, but another kind than the one expected here.
    WrongKind {
        /// What it is.
        found: CodeKind,
    },
    /// More characters than any code has.
    TooLong,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALink => f.write_str("this is not a Floret link"),
            Self::Truncated => f.write_str("the end of this link is missing: copy all of it"),
            Self::Damaged => f.write_str("this link was changed on its way: copy it again"),
            Self::TooNew { version } => write!(
                f,
                "this link has version {version}, this page reads up to {VERSION}: reload the page"
            ),
            Self::WrongKind { found } => {
                write!(f, "this is {}, not what belongs here", found.name())
            }
            Self::TooLong => f.write_str("this is longer than any Floret link"),
        }
    }
}

impl core::error::Error for LinkError {}

/// Why a value does not fit in a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EncodeError {
    /// None, or more than [`super::super::slots::MAX_SLOTS`].
    SlotCount {
        /// How many there are.
        n_slots: usize,
    },
    /// Two slots with one number.
    DoubleSerial {
        /// The number.
        serial: u8,
    },
    /// Credentials that no session description may hold.
    Credentials {
        /// Of this slot.
        serial: u8,
    },
    /// A candidate that does not exist: port 0, a name that is not a host's,
    /// an address that no machine has.
    Candidate {
        /// Of this slot.
        serial: u8,
    },
    /// An own list with none, or more than [`super::super::ice::MAX_SERVERS`].
    ServerCount {
        /// How many there are.
        n_servers: usize,
    },
    /// An address of an ICE server that cannot be used.
    Server {
        /// The address.
        url: String,
    },
    /// More trackers than [`super::super::trackers::MAX_TRACKERS`].
    TrackerCount {
        /// How many there are.
        n_trackers: usize,
    },
    /// An address of a tracker that cannot be used.
    Tracker {
        /// The address.
        url: String,
    },
    /// A name with more than [`super::super::reply::MAX_NAME_CHARS`] characters or
    /// with control characters.
    Name,
    /// More lines than [`super::super::sheet::MAX_SHEET_LINES`].
    LineCount {
        /// How many there are.
        n_lines: usize,
    },
    /// A text that is too long or has control characters.
    SheetText {
        /// Which line, from 0; `None`: the title.
        line: Option<usize>,
    },
    /// A pack, a reply to one or a record that its readers would refuse.
    Unlawful,
    /// More than [`super::MAX_CODE_BYTES`], or for a sheet [`super::MAX_SHEET_BYTES`]; for a
    /// pack or a record [`super::super::pack::MAX_FILE_BYTES`].
    TooLong {
        /// How many bytes it would take.
        n_bytes: usize,
    },
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SlotCount { n_slots } => write!(f, "{n_slots} slots: 1 to 16 fit in a link"),
            Self::DoubleSerial { serial } => write!(f, "two slots have the number {serial}"),
            Self::Credentials { serial } => write!(f, "slot {serial}: unlawful ICE credentials"),
            Self::Candidate { serial } => write!(f, "slot {serial}: impossible ICE candidate"),
            Self::ServerCount { n_servers } => write!(f, "{n_servers} ICE servers: 1 to 6 fit"),
            Self::Server { url } => write!(f, "not the address of an ICE server: {url}"),
            Self::TrackerCount { n_trackers } => write!(f, "{n_trackers} trackers: 4 at most fit"),
            Self::Tracker { url } => write!(f, "not the address of a tracker: {url}"),
            Self::Name => f.write_str("a name has 40 printable characters at most"),
            Self::LineCount { n_lines } => {
                write!(f, "{n_lines} lines: {MAX_SHEET_LINES} at most fit")
            }
            Self::SheetText { line: None } => f.write_str("the title is no short line of text"),
            Self::SheetText { line: Some(line) } => {
                write!(f, "line {} is no short line of text", line + 1)
            }
            Self::Unlawful => f.write_str("a text or a number in it is out of bounds"),
            Self::TooLong { n_bytes } => write!(f, "{n_bytes} bytes do not fit in a link"),
        }
    }
}

impl core::error::Error for EncodeError {}
