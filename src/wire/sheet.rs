//! A sheet of lines in a link: somebody's checklist or a team's Definition of Ready
//! (`docs/wire.md` §14). It knows neither; whoever does gives their lines a meaning.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::code::{self, CodeKind, EncodeError, LinkError};
use super::link;

/// Most lines of a sheet: twice the four lists with all items of one's own.
pub const MAX_SHEET_LINES: usize = 400;
/// Longest title, in characters.
pub const MAX_SHEET_TITLE_CHARS: usize = 100;
/// Longest name of a line, in characters.
pub const MAX_LINE_NAME_CHARS: usize = 20;
/// Longest text of a line, in characters.
pub const MAX_LINE_CHARS: usize = 300;

/// Before the sum of a body, so that no other sum is taken for it.
const SUM_LABEL: &[u8] = b"floret/1/sheet";
/// Length of the sum in bytes: with that of the envelope, one in four billion changed
/// sheets would pass.
const SUM_BYTES: usize = 3;

/// What the lines of a sheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetKind {
    /// Items of the four lists.
    Checklist,
    /// Points of a Definition of Ready.
    Definition,
}

/// A sheet as it travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedSheet {
    /// What its lines are.
    pub kind: SheetKind,
    /// What it is called; empty: nothing.
    pub title: String,
    /// Its lines in their order.
    pub lines: Vec<SharedLine>,
}

/// One line of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedLine {
    /// Which part of the sheet it stands in: the list of a checklist, from 0.
    pub group: u8,
    /// Its name: `B2`, `R3`, or a random one.
    pub name: String,
    /// Its words, if they are not the built-in ones.
    pub text: Option<String>,
    /// Whether it is in use: not hidden, not switched off.
    pub is_on: bool,
    /// Which gate it opens; 0 where there is none.
    pub step: u8,
}

#[derive(Serialize, Deserialize)]
struct Body {
    title: String,
    lines: Vec<SharedLine>,
}

impl SheetKind {
    const ALL: [Self; 2] = [Self::Checklist, Self::Definition];

    fn code_kind(self) -> CodeKind {
        match self {
            Self::Checklist => CodeKind::Checklist,
            Self::Definition => CodeKind::Definition,
        }
    }

    /// The letter before `=` in the fragment.
    fn key(self) -> &'static str {
        match self {
            Self::Checklist => "c",
            Self::Definition => "d",
        }
    }
}

impl SharedSheet {
    /// The code for the link.
    ///
    /// # Errors
    /// [`EncodeError`] names the line that no code can hold, or says that the sheet as a
    /// whole is too long.
    pub fn encode(&self) -> Result<String, EncodeError> {
        if self.lines.len() > MAX_SHEET_LINES {
            let n_lines = self.lines.len();
            return Err(EncodeError::LineCount { n_lines });
        }
        if !is_short_line(&self.title, MAX_SHEET_TITLE_CHARS) {
            return Err(EncodeError::SheetText { line: None });
        }
        if let Some(line) = self.lines.iter().position(|line| !line.is_lawful()) {
            return Err(EncodeError::SheetText { line: Some(line) });
        }
        let body = Body {
            title: self.title.clone(),
            lines: self.lines.clone(),
        };
        // Texts and numbers can always be written; an empty body would be refused by readers.
        let mut bytes = postcard::to_allocvec(&body).unwrap_or_default();
        bytes.extend_from_slice(&sum(&bytes));
        code::seal(self.kind.code_kind(), code::FIRST_VERSION, &bytes)
    }

    /// Reads a code. Its texts are single lines within their bounds.
    ///
    /// # Errors
    /// [`LinkError`] says whether the text is foreign, cut off, changed, of another kind,
    /// or newer than this program.
    pub fn decode(kind: SheetKind, text: &str) -> Result<Self, LinkError> {
        let (_, bytes) = code::open(text, kind.code_kind())?;
        Self::read(kind, &bytes).ok_or(LinkError::Damaged)
    }

    fn read(kind: SheetKind, bytes: &[u8]) -> Option<Self> {
        let (bytes, found) = bytes.split_at_checked(bytes.len().checked_sub(SUM_BYTES)?)?;
        if found != sum(bytes) {
            return None;
        }
        let (Body { title, lines }, rest) = postcard::take_from_bytes(bytes).ok()?;
        let is_lawful = rest.is_empty()
            && lines.len() <= MAX_SHEET_LINES
            && is_short_line(&title, MAX_SHEET_TITLE_CHARS)
            && lines.iter().all(SharedLine::is_lawful);
        is_lawful.then_some(Self { kind, title, lines })
    }
}

impl SharedLine {
    fn is_lawful(&self) -> bool {
        let has_name = !self.name.is_empty() && is_short_line(&self.name, MAX_LINE_NAME_CHARS);
        let text = self.text.as_deref();
        has_name && text.is_none_or(|text| is_short_line(text, MAX_LINE_CHARS))
    }
}

/// The link to a sheet; `base` is the page's address.
pub fn sheet_url(base: &str, kind: SheetKind, code: &str) -> String {
    link::url(base, kind.key(), code)
}

/// The kind and the code of a sheet in `#c=…`, `d=…`, or a whole address with one of them.
/// Whatever a tracker or a sentence has put behind the code is left out.
///
/// ```
/// use floret::wire::{SheetKind, find_sheet};
/// let found = find_sheet("https://any.host/#d=abc&utm=x");
/// assert_eq!(found, Some((SheetKind::Definition, "abc".into())));
/// assert_eq!(find_sheet("#j=abc"), None);
/// ```
pub fn find_sheet(text: &str) -> Option<(SheetKind, String)> {
    let text = text.trim();
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
    SheetKind::ALL
        .into_iter()
        .find_map(|kind| Some((kind, link::value(fragment, kind.key())?)))
}

fn is_short_line(text: &str, max_chars: usize) -> bool {
    text.chars().count() <= max_chars && !text.chars().any(super::reply::is_unprintable)
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
