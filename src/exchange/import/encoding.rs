//! Bytes of a file as text. Does not know what the text says.

/// How the bytes of a file were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[default]
    Utf8,
    /// UTF-16, by its byte order mark.
    Utf16,
    /// Windows-1252, because the bytes are no UTF-8; letters may be wrong.
    Windows1252,
}

/// What 0x80 to 0x9F mean in Windows-1252 (WHATWG Encoding, "index-windows-1252").
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Beginnings of files that are no text: ZIP (workbooks), PDF, old workbooks, PNG, JPEG, gzip.
const NO_TEXT: [&[u8]; 6] = [
    b"PK\x03\x04",
    b"%PDF",
    b"\xD0\xCF\x11\xE0",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"\x1F\x8B",
];

/// Bytes at the beginning that are searched for a zero, which no text has.
const PROBE_BYTES: usize = 4_096;

/// The text without its byte order mark; `None` where the bytes are no text.
pub(super) fn decoded(bytes: &[u8]) -> Option<(String, Encoding)> {
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Some((utf16(rest, u16::from_le_bytes), Encoding::Utf16));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Some((utf16(rest, u16::from_be_bytes), Encoding::Utf16));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if NO_TEXT.iter().any(|start| bytes.starts_with(start))
        || bytes.iter().take(PROBE_BYTES).any(|byte| *byte == 0)
    {
        return None;
    }
    Some(match core::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), Encoding::Utf8),
        Err(_) => (
            bytes.iter().copied().map(windows).collect(),
            Encoding::Windows1252,
        ),
    })
}

fn utf16(bytes: &[u8], number: fn([u8; 2]) -> u16) -> String {
    let pairs = bytes.chunks(2).map(|pair| match pair {
        [a, b] => number([*a, *b]),
        // Half a character at the end of a cut file.
        _ => 0xFFFD,
    });
    char::decode_utf16(pairs)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

fn windows(byte: u8) -> char {
    let special = byte.checked_sub(0x80).map(usize::from);
    special
        .and_then(|at| WINDOWS.get(at).copied())
        .unwrap_or(char::from(byte))
}
