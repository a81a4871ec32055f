//! The envelope of everything that travels as text in a link: what it is, how
//! long it is, and whether it is whole (`docs/wire.md` §1). It knows nothing
//! of what is inside.

mod error;

pub use error::{EncodeError, LinkError};

use base64ct::{Base64UrlUnpadded, Encoding};

use super::bytes::Reader;

/// Version of a code with nothing newer in it, so that older programs read it too; 1..=15.
pub(super) const FIRST_VERSION: u8 = 1;
/// Newest version of any code that this program reads.
pub const VERSION: u8 = 2;
/// Longest invite or reply in bytes: sixteen slots of the largest kind and a list of ICE
/// servers stay below it.
pub const MAX_CODE_BYTES: usize = 6 * 1024;
/// Longest invite or reply in characters.
pub const MAX_CODE_CHARS: usize = MAX_CODE_BYTES / 3 * 4;
/// Longest shared sheet in bytes, 28,000 characters: the four lists with all their items
/// reworded fit, and so do messages of chat programs that take 28 KB.
pub const MAX_SHEET_BYTES: usize = 21 * 1000;
/// Longest pack, reply to one or record in bytes, 8,000 characters: what mail programs, chats and
/// browsers on phones hand on whole. A longer one is a file (`docs/wire.md` §15.3).
pub const MAX_PACK_LINK_BYTES: usize = 6 * 1000;
/// A text this long that looks like a code and is none is called damaged
/// rather than foreign; the shortest real codes have twice as many characters.
pub(super) const MIN_CODE_CHARS: usize = 48;
/// So many foreign characters may be in a text that is called damaged.
const MAX_FOREIGN_CHARS: usize = 2;
/// Bytes before the body: version and kind, length, sum of these.
const HEADER_BYTES: usize = 4;
/// Characters after which the header is known.
const HEADER_CHARS: usize = 8;
/// The sum over everything before it.
const SUM_BYTES: usize = 1;

/// What a code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// From the host to everybody.
    Invite,
    /// From a new person to the host.
    Reply,
    /// The four lists of somebody.
    Checklist,
    /// The Definition of Ready of a team.
    Definition,
    /// The stories of a session, to be read beforehand.
    Pack,
    /// What somebody says of a pack.
    Answer,
    /// What is left of a meeting.
    Record,
}

impl CodeKind {
    const ALL: [Self; 7] = [
        Self::Invite,
        Self::Reply,
        Self::Checklist,
        Self::Definition,
        Self::Pack,
        Self::Answer,
        Self::Record,
    ];

    pub(super) fn tag(self) -> u8 {
        match self {
            Self::Invite => 1,
            Self::Reply => 2,
            Self::Checklist => 3,
            Self::Definition => 4,
            Self::Pack => 5,
            Self::Answer => 6,
            Self::Record => 7,
        }
    }

    pub(super) fn from_tag(tag: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.tag() == tag)
    }

    /// The newest version of this kind.
    pub(super) fn newest(self) -> u8 {
        match self {
            Self::Invite => VERSION,
            Self::Reply
            | Self::Checklist
            | Self::Definition
            | Self::Pack
            | Self::Answer
            | Self::Record => FIRST_VERSION,
        }
    }

    /// The most bytes that this kind has.
    fn max_bytes(self) -> usize {
        match self {
            Self::Invite | Self::Reply => MAX_CODE_BYTES,
            Self::Checklist | Self::Definition => MAX_SHEET_BYTES,
            Self::Pack | Self::Answer | Self::Record => MAX_PACK_LINK_BYTES,
        }
    }

    /// The most characters that this kind has.
    fn max_chars(self) -> usize {
        self.max_bytes() / 3 * 4
    }

    /// The word for it on the screen.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Invite => "an invite",
            Self::Reply => "a reply",
            Self::Checklist => "a checklist",
            Self::Definition => "a Definition of Ready",
            Self::Pack => "a pack",
            Self::Answer => "a reply to a pack",
            Self::Record => "the record of a meeting",
        }
    }
}

/// Puts a body in its envelope and writes it as base64url. The last character
/// is a letter or a digit.
pub(super) fn seal(kind: CodeKind, version: u8, body: &[u8]) -> Result<String, EncodeError> {
    debug_assert!(
        (FIRST_VERSION..=kind.newest()).contains(&version),
        "what is written can be read"
    );
    let n_bytes = HEADER_BYTES + body.len() + SUM_BYTES;
    let too_long = EncodeError::TooLong { n_bytes };
    let n = u16::try_from(n_bytes).map_err(|_| too_long.clone())?;
    if n_bytes + pad_bytes(n_bytes) > kind.max_bytes() {
        return Err(too_long);
    }
    let mut bytes = vec![version << 4 | kind.tag()];
    bytes.extend_from_slice(&n.to_be_bytes());
    bytes.push(crc8(&bytes));
    bytes.extend_from_slice(body);
    bytes.push(crc8(&bytes));
    bytes.resize(n_bytes + pad_bytes(n_bytes), 0);
    Ok(Base64UrlUnpadded::encode_string(&bytes))
}

/// Takes a code out of its envelope: its version and its body. White space at
/// the ends and line breaks within are ignored.
pub(super) fn open(text: &str, expected: CodeKind) -> Result<(u8, Vec<u8>), LinkError> {
    let text = text.trim();
    if text.len() > 2 * expected.max_chars() {
        return Err(LinkError::TooLong);
    }
    let text: String = text.chars().filter(|c| !matches!(c, '\r' | '\n')).collect();
    if text.len() > expected.max_chars() {
        return Err(LinkError::TooLong);
    }
    if text.len() < HEADER_CHARS {
        let ours = starts_like(&text, expected);
        return Err(if ours {
            LinkError::Truncated
        } else {
            LinkError::NotALink
        });
    }
    let Some(header) = Header::read(&text) else {
        let damaged = looks_like_a_code(&text);
        return Err(if damaged {
            LinkError::Damaged
        } else {
            LinkError::NotALink
        });
    };
    let kind = header.kind()?;
    if kind != expected {
        return Err(LinkError::WrongKind { found: kind });
    }
    if text.len() < header.n_chars() {
        return Err(LinkError::Truncated);
    }
    let body = header.body(&text).ok_or(LinkError::Damaged)?;
    Ok((header.version, body))
}

/// How many characters a code has, told by its first eight.
pub(super) fn expected_chars(text: &str) -> Option<usize> {
    Header::read(text).map(|header| header.n_chars())
}

/// Whether a text may be the start of a code of this kind.
pub(super) fn starts_like(text: &str, kind: CodeKind) -> bool {
    let begins = |version: u8| {
        let start = Base64UrlUnpadded::encode_string(&[version << 4 | kind.tag()]);
        start.chars().next() == text.chars().next()
    };
    expected_chars(text).is_some()
        || text.len() < HEADER_CHARS
            && !text.is_empty()
            && (FIRST_VERSION..=kind.newest()).any(begins)
}

/// Whether a text is one whole code of any kind.
pub(super) fn is_whole(text: &str) -> bool {
    Header::read(text)
        .and_then(|header| header.body(text))
        .is_some()
}

/// Whether a character occurs in codes.
pub(super) fn is_code_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// The first four bytes, whose own sum holds.
struct Header {
    version: u8,
    tag: u8,
    n_bytes: usize,
}

impl Header {
    fn read(text: &str) -> Option<Self> {
        let start = Base64UrlUnpadded::decode_vec(text.get(..HEADER_CHARS)?).ok()?;
        let mut reader = Reader::new(&start);
        let (first, n) = (reader.u8()?, reader.u16()?);
        let [high, low] = n.to_be_bytes();
        if reader.u8()? != crc8(&[first, high, low]) || first >> 4 == 0 {
            return None;
        }
        Some(Self {
            version: first >> 4,
            tag: first & 0x0f,
            n_bytes: usize::from(n),
        })
    }

    fn kind(&self) -> Result<CodeKind, LinkError> {
        let kind = CodeKind::from_tag(self.tag);
        if self.version > kind.map_or(FIRST_VERSION, CodeKind::newest) {
            return Err(LinkError::TooNew {
                version: self.version,
            });
        }
        kind.ok_or(LinkError::NotALink)
    }

    fn n_chars(&self) -> usize {
        ((self.n_bytes + pad_bytes(self.n_bytes)) * 4).div_ceil(3)
    }

    /// The body, if length, sum and padding are right.
    fn body(&self, text: &str) -> Option<Vec<u8>> {
        if text.len() != self.n_chars() {
            return None;
        }
        let bytes = Base64UrlUnpadded::decode_vec(text).ok()?;
        let (whole, pad) = bytes.split_at_checked(self.n_bytes)?;
        let (summed, sum) = whole.split_at_checked(self.n_bytes.checked_sub(SUM_BYTES)?)?;
        let holds = sum == [crc8(summed)] && pad.iter().all(|&byte| byte == 0);
        holds.then(|| summed.get(HEADER_BYTES..).map(<[u8]>::to_vec))?
    }
}

/// A length divisible by three could end in `-` or `_`, which chat programs
/// cut off; one zero byte more, and the last character is a letter or digit.
fn pad_bytes(n_bytes: usize) -> usize {
    usize::from(n_bytes.is_multiple_of(3))
}

fn looks_like_a_code(text: &str) -> bool {
    let foreign = text.chars().filter(|&c| !is_code_char(c)).count();
    text.len() >= MIN_CODE_CHARS && foreign <= MAX_FOREIGN_CHARS && !text.contains(' ')
}

/// CRC-8 with polynomial 0x07, start 0xff, no reflection: finds every change
/// within eight neighbouring bits, and so every single changed character.
pub(super) fn crc8(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0xff, |crc, byte| {
        (0..8).fold(crc ^ byte, |crc, _| {
            if crc & 0x80 == 0 {
                crc << 1
            } else {
                crc << 1 ^ 0x07
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{Base64UrlUnpadded, CodeKind, Encoding, LinkError, crc8, open, seal};

    #[test]
    fn the_sum_is_the_catalogued_one() {
        // CRC-8 with init 0xff over "123456789".
        assert_eq!(crc8(b"123456789"), 0xfb);
    }

    #[test]
    fn any_body_comes_back_and_ends_in_a_letter_or_digit() {
        for n in 1..64_u8 {
            let body = vec![0xff - n; usize::from(n)];
            let text = seal(CodeKind::Reply, 1, &body).unwrap_or_default();
            assert_eq!(open(&text, CodeKind::Reply), Ok((1, body)));
            assert!(
                text.ends_with(|c: char| c.is_ascii_alphanumeric()),
                "{text}"
            );
        }
    }

    #[test]
    fn kinds_are_told_apart() {
        let text = seal(CodeKind::Reply, 1, b"body").unwrap_or_default();
        let found = CodeKind::Reply;
        assert_eq!(
            open(&text, CodeKind::Invite),
            Err(LinkError::WrongKind { found })
        );
    }

    #[test]
    fn a_newer_code_says_so_even_when_cut() {
        // An invite of version 3, a reply of version 2, 100 bytes.
        for (first, kind, version) in [(0x31, CodeKind::Invite, 3), (0x22, CodeKind::Reply, 2)] {
            let header = [first, 0, 100, crc8(&[first, 0, 100]), 0, 0];
            let text = Base64UrlUnpadded::encode_string(&header);
            assert_eq!(open(&text, kind), Err(LinkError::TooNew { version }));
        }
    }
}
