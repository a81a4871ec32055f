//! Links around codes: the fragment that the page was opened with, the
//! addresses that people send each other, and the codes in whatever text they
//! paste (`docs/wire.md` §3).

use super::code::{self, CodeKind};

/// Longest pasted text that is searched, in bytes; the rest is not looked at.
pub const MAX_PASTE_BYTES: usize = 256 * 1024;
/// Most codes taken from one pasted text: more than a table has seats.
pub const MAX_FOUND_CODES: usize = 64;
/// The letters before `=` in the fragment.
const INVITE_KEY: &str = "j";
const REPLY_KEY: &str = "r";

/// What the part of the address after `#` asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// An invite: its code.
    Invite(String),
    /// A reply: its code.
    Reply(String),
    /// Something else, as it stands.
    Other(String),
    /// Nothing.
    None,
}

/// Reads `#j=…`, `j=…`, or a whole address with one of them. Whatever a
/// tracker or a sentence has put behind the code is left out.
///
/// ```
/// use floret::wire::{Fragment, read_fragment};
/// assert_eq!(read_fragment("#j=abc&utm=x"), Fragment::Invite("abc".into()));
/// assert_eq!(read_fragment("#/settings"), Fragment::Other("/settings".into()));
/// ```
pub fn read_fragment(text: &str) -> Fragment {
    let text = text.trim();
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
    if fragment.is_empty() {
        return Fragment::None;
    }
    if let Some(code) = value(fragment, INVITE_KEY) {
        Fragment::Invite(code)
    } else if let Some(code) = value(fragment, REPLY_KEY) {
        Fragment::Reply(code)
    } else {
        Fragment::Other(fragment.to_owned())
    }
}

pub(super) fn value(fragment: &str, key: &str) -> Option<String> {
    let rest = fragment.strip_prefix(key)?;
    let rest = ["=", "%3D", "%3d"]
        .iter()
        .find_map(|equals| rest.strip_prefix(equals))?;
    let code = rest.split_once('&').map_or(rest, |(code, _)| code);
    Some(code.trim_end_matches(|c| !code::is_code_char(c)).to_owned())
}

/// The link that the host gives to everybody; `base` is the page's address.
pub fn invite_url(base: &str, code: &str) -> String {
    url(base, INVITE_KEY, code)
}

/// The link that a new person sends back; `base` is the page's address.
pub fn reply_url(base: &str, code: &str) -> String {
    url(base, REPLY_KEY, code)
}

pub(super) fn url(base: &str, key: &str, code: &str) -> String {
    let page = base.split_once('#').map_or(base, |(page, _)| page);
    format!("{page}#{key}={code}")
}

/// All replies in a pasted text, each once, in order: links and bare `r=…`,
/// whatever stands around them, also broken over lines. Those that are cut
/// off or changed are returned as they are, so that reading them can say so.
pub fn find_replies(text: &str) -> Vec<String> {
    find(text, REPLY_KEY, CodeKind::Reply)
}

/// All invites in a pasted text, like [`find_replies`].
pub fn find_invites(text: &str) -> Vec<String> {
    find(text, INVITE_KEY, CodeKind::Invite)
}

pub(super) fn find(text: &str, key: &str, kind: CodeKind) -> Vec<String> {
    let text = plain(text);
    let mark = format!("{key}=");
    let mut found: Vec<String> = Vec::new();
    for (at, _) in text.match_indices(&mark) {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_')) {
            continue;
        }
        let rest = text.get(at + mark.len()..).unwrap_or_default();
        let code = collect(rest);
        let ours = before == Some('#') && !code.is_empty();
        if (ours || is_plausible(&code, kind)) && !found.contains(&code) {
            found.push(code);
        }
        if found.len() == MAX_FOUND_CODES {
            break;
        }
    }
    found
}

/// The text without what mail and chat programs put into links: invisible
/// characters, backslashes, percent signs for `#` and `=`.
fn plain(text: &str) -> String {
    let end = text.floor_char_boundary(MAX_PASTE_BYTES);
    let invisible = |c: &char| {
        matches!(
            c,
            '\\' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
        )
    };
    let text: String = text
        .get(..end)
        .unwrap_or_default()
        .chars()
        .filter(|c| !invisible(c))
        .collect();
    text.replace("%23", "#")
        .replace("%3D", "=")
        .replace("%3d", "=")
}

/// The code at the start of `rest`. A code says how long it is, so that one
/// broken over lines is put together without taking the next word with it.
fn collect(rest: &str) -> String {
    let n_run = rest.find(|c| !code::is_code_char(c)).unwrap_or(rest.len());
    let run = rest
        .get(..n_run.min(code::MAX_CODE_CHARS))
        .unwrap_or_default();
    let joined = join_lines(rest);
    let n = code::expected_chars(&joined).unwrap_or(usize::MAX);
    match joined.get(..n) {
        Some(whole) if run.len() >= n || code::is_whole(whole) => whole.to_owned(),
        _ => run.to_owned(),
    }
}

/// Code characters from the start, across line breaks and the quotation marks
/// of mail programs at the start of a line.
fn join_lines(rest: &str) -> String {
    let mut joined = String::new();
    let mut at_start = false;
    for c in rest.chars() {
        if code::is_code_char(c) {
            joined.push(c);
            at_start = false;
        } else if matches!(c, '\r' | '\n') {
            at_start = true;
        } else if !(at_start && matches!(c, ' ' | '\t' | '>' | '|')) {
            break;
        }
        if joined.len() == code::MAX_CODE_CHARS {
            break;
        }
    }
    joined
}

/// Whether something after a bare `r=` is worth an answer: `r=5` is not.
fn is_plausible(text: &str, kind: CodeKind) -> bool {
    text.len() >= code::MIN_CODE_CHARS || code::starts_like(text, kind)
}
