//! HTML and XML cut into tags and text; forgiving, as both are in exports. Does not know
//! what a tag means. Nothing is nested here, so nothing can be nested too deep.

use super::entities;

/// A piece of markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Text with its entities as they are written; see [`entities::decoded`].
    Text(&'a str),
    /// Text of a CDATA section, which has no entities.
    Plain(&'a str),
    /// A tag.
    Tag(Tag<'a>),
}

/// `<name …>`, `</name>` or `<name …/>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    pub(super) kind: TagKind,
    attributes: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagKind {
    Open,
    Close,
    /// Opens and closes.
    Empty,
}

/// Walks over the pieces of a text; comments, declarations and instructions are none.
pub(super) struct Pieces<'a> {
    text: &'a str,
    at: usize,
    n_bad_tags: usize,
}

/// Tags without an end after which every `<` is only a sign: each of them was looked for up
/// to the end of the text.
const MAX_BAD_TAGS: usize = 50;

impl<'a> Pieces<'a> {
    pub(super) fn from(text: &'a str, at: usize) -> Self {
        Self {
            text,
            at,
            n_bad_tags: 0,
        }
    }

    /// How far it has come, in bytes.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes back, to read a piece again.
    pub(super) fn back_to(&mut self, at: usize) {
        self.at = at;
    }

    fn take(&mut self, length: usize) -> &'a str {
        let start = self.at;
        self.at = (start + length).min(self.text.len());
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn tag(&mut self, rest: &'a str) -> Option<(Tag<'a>, usize)> {
        if self.n_bad_tags >= MAX_BAD_TAGS {
            return None;
        }
        let found = tag(rest);
        self.n_bad_tags += usize::from(found.is_none());
        found
    }

    /// Text up to this end, and over it.
    fn until(&mut self, skip: usize, end: &str) -> &'a str {
        self.take(skip);
        let rest = self.text.get(self.at..).unwrap_or_default();
        let inside = self.take(rest.find(end).unwrap_or(rest.len()));
        self.take(end.len());
        inside
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
            if !rest.starts_with('<') {
                let length = rest.find('<').unwrap_or(rest.len());
                return Some(Piece::Text(self.take(length)));
            }
            if rest.starts_with("<!--") {
                self.until(4, "-->");
            } else if rest.starts_with("<![CDATA[") {
                return Some(Piece::Plain(self.until(9, "]]>")));
            } else if rest.starts_with("<!") || rest.starts_with("<?") {
                self.until(2, ">");
            } else if let Some((tag, length)) = self.tag(rest) {
                self.take(length);
                return Some(Piece::Tag(tag));
            } else {
                // A `<` that is only a sign.
                let length = rest.get(1..).and_then(|rest| rest.find('<'));
                return Some(Piece::Text(
                    self.take(length.map_or(rest.len(), |at| at + 1)),
                ));
            }
        }
    }
}

/// The tag that begins here, and its length.
fn tag(rest: &str) -> Option<(Tag<'_>, usize)> {
    let inside = rest.strip_prefix('<')?;
    let (name_at, is_close) = if inside.starts_with('/') {
        (2, true)
    } else {
        (1, false)
    };
    let from_name = rest.get(name_at..)?;
    if !from_name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let name_end = from_name.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)))?;
    let (name, behind) = from_name.split_at(name_end);
    let length = attributes_length(behind)?;
    let attributes = behind.get(..length)?;
    let kind = match (is_close, attributes.ends_with('/')) {
        (true, _) => TagKind::Close,
        (false, true) => TagKind::Empty,
        (false, false) => TagKind::Open,
    };
    let tag = Tag {
        name,
        kind,
        attributes,
    };
    Some((tag, name_at + name_end + length + 1))
}

/// Bytes up to the `>` outside of quotes.
fn attributes_length(text: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            // A quote counts only as the beginning of a value.
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            (_, _) => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    None
}

impl Tag<'_> {
    /// Whether it has this name, in any case.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, its entities decoded.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=' || c == '/');
            let (found, behind) = rest.split_at(end.unwrap_or(rest.len()));
            let behind = behind.trim_start();
            let set = behind.strip_prefix('=').map(str::trim_start);
            let (value, next) = set.map_or(("", behind), value_of);
            rest = next;
            if found.is_empty() && value.is_empty() {
                return None;
            }
            if found.eq_ignore_ascii_case(name) {
                return Some(entities::decoded(value));
            }
        }
    }
}

/// A value, quoted or not, and what is behind it.
fn value_of(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    let end = text.find(|c: char| c.is_ascii_whitespace());
    text.split_at(end.unwrap_or(text.len()))
}

/// Where this sign is in so many bytes. Looking no farther keeps signs that have no partner
/// from being looked for up to the end of the text, each.
pub(super) fn near(text: &str, sign: &str, n_bytes: usize) -> Option<usize> {
    let mut end = text.len().min(n_bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end)?.find(sign)
}
