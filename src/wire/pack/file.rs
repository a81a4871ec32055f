//! What is too long for a link, as the text of a file (`docs/wire.md` §15.3). It knows nothing
//! of what is inside.

use base64ct::{Base64UrlUnpadded, Encoding};
use sha2::{Digest, Sha256};

use super::super::bytes::Reader;
use super::super::code::{self, CodeKind, EncodeError, FIRST_VERSION, crc8};
use super::error::PackError;

/// Where the content of a file begins; before it may stand words for people.
pub const FILE_MARK: &str = "floret-file:";

/// Longest file in bytes before they are written as text: a session of long stories, and
/// still a third of what a browser keeps for a page.
pub const MAX_FILE_BYTES: usize = 1_200_000;

/// So far from the start the mark is looked for, in bytes.
pub(super) const MAX_WORDS_BYTES: usize = 2_000;

/// Longest content in characters.
const MAX_CHARS: usize = MAX_FILE_BYTES / 3 * 4;

/// Bytes before the body: version and kind, length, sum of these.
const HEADER_BYTES: usize = 6;

/// Characters after which the header is known.
const HEADER_CHARS: usize = 8;

/// Bytes of the sum over everything before it.
const SUM_BYTES: usize = 8;

/// Before the sum, so that no other sum is taken for it.
const SUM_LABEL: &[u8] = b"floret/1/file";

/// Whether a text has the mark of a file where it is looked for.
pub(super) fn is_in(text: &str) -> bool {
    content(text).is_some()
}

/// What stands behind the mark.
fn content(text: &str) -> Option<&str> {
    let at = text.find(FILE_MARK).filter(|at| *at <= MAX_WORDS_BYTES)?;
    text.get(at + FILE_MARK.len()..)
}

/// Puts a body in its envelope.
pub(super) fn seal(kind: CodeKind, body: &[u8]) -> Result<String, EncodeError> {
    let n_bytes = HEADER_BYTES + body.len() + SUM_BYTES;
    let too_long = EncodeError::TooLong { n_bytes };
    let n = u32::try_from(n_bytes).map_err(|_| too_long.clone())?;
    if n_bytes > MAX_FILE_BYTES {
        return Err(too_long);
    }
    let mut bytes = vec![FIRST_VERSION << 4 | kind.tag()];
    bytes.extend_from_slice(&n.to_be_bytes());
    bytes.push(crc8(&bytes));
    bytes.extend_from_slice(body);
    bytes.extend_from_slice(&sum(&bytes));
    Ok([FILE_MARK, &Base64UrlUnpadded::encode_string(&bytes)].concat())
}

/// Takes a body out of its envelope. Line breaks and blanks in the content do not matter.
pub(super) fn open(text: &str, expected: CodeKind) -> Result<Vec<u8>, PackError> {
    let content = content(text).ok_or(PackError::NotOurs)?.trim_start();
    let chars = content.chars().filter(|c| !c.is_whitespace());
    let chars = chars.take_while(|c| code::is_code_char(*c));
    let text: String = chars.take(MAX_CHARS).collect();
    let Some(start) = text.get(..HEADER_CHARS) else {
        return Err(PackError::CutOff);
    };
    let n_bytes = header(start, expected)?;
    // What stands behind it, such as a mail program's own words, is not of it.
    let whole = text.get(..(n_bytes * 4).div_ceil(3));
    let bytes = Base64UrlUnpadded::decode_vec(whole.ok_or(PackError::CutOff)?);
    let bytes = bytes.map_err(|_| PackError::Damaged)?;
    let (summed, found) = bytes
        .split_last_chunk::<SUM_BYTES>()
        .ok_or(PackError::Damaged)?;
    let body = summed.get(HEADER_BYTES..).map(<[u8]>::to_vec);
    body.filter(|_| *found == sum(summed))
        .ok_or(PackError::Damaged)
}

/// How many bytes there are, told by the first eight characters.
fn header(start: &str, expected: CodeKind) -> Result<usize, PackError> {
    let start = Base64UrlUnpadded::decode_vec(start).map_err(|_| PackError::Damaged)?;
    let mut reader = Reader::new(&start);
    let read = (reader.u8(), reader.u32(), reader.u8());
    let (Some(first), Some(n), Some(found)) = read else {
        return Err(PackError::Damaged);
    };
    let summed = [&[first][..], &n.to_be_bytes()].concat();
    if found != crc8(&summed) || first >> 4 == 0 {
        return Err(PackError::Damaged);
    }
    let (version, kind) = (first >> 4, CodeKind::from_tag(first & 0x0f));
    if version > kind.map_or(FIRST_VERSION, CodeKind::newest) {
        return Err(PackError::TooNew { version });
    }
    let kind = kind.ok_or(PackError::NotOurs)?;
    if kind != expected {
        return Err(PackError::WrongKind { found: kind });
    }
    let n_bytes = usize::try_from(n).unwrap_or(usize::MAX);
    if n_bytes > MAX_FILE_BYTES {
        return Err(PackError::TooLarge);
    }
    if n_bytes < HEADER_BYTES + SUM_BYTES {
        return Err(PackError::Damaged);
    }
    Ok(n_bytes)
}

fn sum(bytes: &[u8]) -> [u8; SUM_BYTES] {
    let mut hash = Sha256::new();
    hash.update(SUM_LABEL);
    hash.update(bytes);
    let mut sum = [0; SUM_BYTES];
    for (to, from) in sum.iter_mut().zip(hash.finalize()) {
        *to = from;
    }
    sum
}
