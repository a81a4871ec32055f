//! ICE credentials and how few bytes they take (`docs/wire.md` §5). Browsers
//! make them in two shapes; any other lawful one travels as text.

use base16ct::lower;
use base64ct::{Base64, Encoding};

use super::bytes::Reader;

/// Shortest user fragment in characters (RFC 8839 §5.4).
pub const MIN_UFRAG_CHARS: usize = 4;
/// Longest user fragment taken, in characters. The RFC allows 256; browsers
/// make 4 and 8, and links must stay short.
pub const MAX_UFRAG_CHARS: usize = 64;
/// Shortest password in characters (RFC 8839 §5.4).
pub const MIN_PWD_CHARS: usize = 22;
/// Longest password taken, in characters; browsers make 24 and 32.
pub const MAX_PWD_CHARS: usize = 64;

/// User fragment and password of one side of one connection.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Credentials {
    /// 4 to 64 characters of `A-Z a-z 0-9 + /`.
    pub ufrag: String,
    /// 22 to 64 characters of the same set.
    pub pwd: String,
}

impl Credentials {
    /// Whether lengths and characters are lawful, so that nothing in them can
    /// end a line of a session description.
    pub fn is_valid(&self) -> bool {
        let (ufrag, pwd) = (self.ufrag.as_bytes(), self.pwd.as_bytes());
        (MIN_UFRAG_CHARS..=MAX_UFRAG_CHARS).contains(&ufrag.len())
            && (MIN_PWD_CHARS..=MAX_PWD_CHARS).contains(&pwd.len())
            && ufrag.iter().chain(pwd).all(|&byte| is_ice_char(byte))
    }

    /// Whether Firefox made them: its connections end where others heal.
    pub fn is_gecko(&self) -> bool {
        self.shape() == Shape::Gecko
    }

    /// The shortest shape that gives these credentials back unchanged.
    pub(super) fn shape(&self) -> Shape {
        let fits = |shape: Shape| {
            let mut bytes = Vec::new();
            self.write(shape, &mut bytes)
                && Self::read(shape, &mut Reader::new(&bytes)).as_ref() == Some(self)
        };
        [Shape::Libwebrtc, Shape::Gecko]
            .into_iter()
            .find(|&shape| fits(shape))
            .unwrap_or(Shape::Text)
    }

    /// Appends the credentials in `shape`; `false` if they are not of it.
    pub(super) fn write(&self, shape: Shape, out: &mut Vec<u8>) -> bool {
        let bytes = |text: &str| match shape {
            Shape::Libwebrtc => Base64::decode_vec(text).ok(),
            Shape::Gecko => lower::decode_vec(text).ok(),
            Shape::Text => {
                let n = u8::try_from(text.len()).ok()?;
                Some([&[n], text.as_bytes()].concat())
            }
        };
        let (Some(ufrag), Some(pwd)) = (bytes(&self.ufrag), bytes(&self.pwd)) else {
            return false;
        };
        out.extend_from_slice(&ufrag);
        out.extend_from_slice(&pwd);
        true
    }

    /// Reads credentials of a known shape; only lawful ones are returned.
    pub(super) fn read(shape: Shape, reader: &mut Reader<'_>) -> Option<Self> {
        let (ufrag, pwd) = match shape {
            Shape::Libwebrtc => (
                Base64::encode_string(reader.take(3)?),
                Base64::encode_string(reader.take(18)?),
            ),
            Shape::Gecko => (
                lower::encode_string(reader.take(4)?),
                lower::encode_string(reader.take(16)?),
            ),
            Shape::Text => (reader.short_text()?, reader.short_text()?),
        };
        Some(Self { ufrag, pwd }).filter(Self::is_valid)
    }
}

/// How the credentials of one code are written; one shape for all its slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// libwebrtc: 4 and 24 base64 characters in 3 and 18 bytes.
    Libwebrtc,
    /// Firefox: 8 and 32 hexadecimal digits in 4 and 16 bytes.
    Gecko,
    /// Anything else: each text with its length in one byte before it.
    Text,
}

impl Shape {
    /// The number of the shape on the wire.
    pub(super) fn tag(self) -> u8 {
        match self {
            Self::Libwebrtc => 0,
            Self::Gecko => 1,
            Self::Text => 2,
        }
    }

    pub(super) fn from_tag(tag: u8) -> Option<Self> {
        [Self::Libwebrtc, Self::Gecko, Self::Text]
            .into_iter()
            .find(|shape| shape.tag() == tag)
    }
}

/// `ice-char` of RFC 8839 §5.1: letters, digits, `+` and `/`.
pub(super) fn is_ice_char(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}

#[cfg(test)]
mod tests {
    use super::{Credentials, Shape};
    use crate::wire::bytes::Reader;

    fn credentials(ufrag: &str, pwd: &str) -> Credentials {
        Credentials {
            ufrag: ufrag.into(),
            pwd: pwd.into(),
        }
    }

    #[test]
    fn each_browser_has_its_shape() {
        let chromium = credentials("Ag+o", "95n2dUIIynAr1COHf6MxOT4X");
        let firefox = credentials("7dd78009", "f2157b4909633b5d32a2f4a7b605f856");
        let other = credentials("hello", "a-password-is-not-lawful");
        assert_eq!(chromium.shape(), Shape::Libwebrtc);
        assert_eq!(firefox.shape(), Shape::Gecko);
        assert_eq!(other.shape(), Shape::Text);
        assert!(chromium.is_valid() && firefox.is_valid() && !other.is_valid());
    }

    #[test]
    fn a_line_break_is_never_lawful() {
        let mut bytes = b"\x04ab\r\n\x16".to_vec();
        bytes.extend_from_slice(&[b'a'; 22]);
        assert_eq!(
            Credentials::read(Shape::Text, &mut Reader::new(&bytes)),
            None
        );
        assert!(!credentials("ab\r\n", &"a".repeat(22)).is_valid());
    }
}
