//! Why a text or a file is no pack and no reply to one.

use core::fmt;

use super::super::code::{CodeKind, LinkError};

/// Why a text or a file is not what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// Nothing of ours.
    NotOurs,
    /// Ours, and its end is missing.
    CutOff,
    /// Ours, and something in it has changed.
    Damaged,
    /// Longer than any.
    TooLarge,
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
    /// A whole reply, to the pack of another session.
    OtherPack,
}

impl PackError {
    /// It is a pack where something else was expected.
    pub fn is_pack(self) -> bool {
        let found = CodeKind::Pack;
        self == Self::WrongKind { found }
    }

    /// It is a reply where something else was expected.
    pub fn is_reply(self) -> bool {
        let found = CodeKind::Answer;
        self == Self::WrongKind { found }
    }

    /// It is the record of a meeting where something else was expected.
    pub fn is_record(self) -> bool {
        let found = CodeKind::Record;
        self == Self::WrongKind { found }
    }
}

impl From<LinkError> for PackError {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::NotALink => Self::NotOurs,
            LinkError::Truncated => Self::CutOff,
            LinkError::Damaged => Self::Damaged,
            LinkError::TooNew { version } => Self::TooNew { version },
            LinkError::WrongKind { found } => Self::WrongKind { found },
            LinkError::TooLong => Self::TooLarge,
        }
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs => f.write_str("this is neither a pack nor a reply to one"),
            Self::CutOff => f.write_str("the end is missing: copy all of it"),
            Self::Damaged => f.write_str("this was changed on its way: have it sent again"),
            Self::TooLarge => f.write_str("this is longer than any pack"),
            Self::TooNew { version } => {
                write!(f, "this has version {version}: reload the page")
            }
            Self::WrongKind { found } => {
                write!(f, "this is {}, not what belongs here", found.name())
            }
            Self::OtherPack => f.write_str("this reply is to the pack of another session"),
        }
    }
}

impl core::error::Error for PackError {}
