//! Where a link ends (`CommonMark`, section 6.3) and where a bare address ends. Does not
//! know which links are good.

use crate::exchange::entities;

/// Longest text of a link, in bytes.
const MAX_TEXT_BYTES: usize = 500;

/// Longest address and title of a link, in bytes.
const MAX_PART_BYTES: usize = 2_000;

/// A link as it is written.
pub(super) struct Link<'a> {
    pub(super) text: &'a str,
    pub(super) target: String,
    /// Bytes of all of it.
    pub(super) length: usize,
}

/// `[text](target "title")` at the beginning of a text.
pub(super) fn link(rest: &str) -> Option<Link<'_>> {
    let end = text_end(rest)?;
    let text = rest.get(1..end)?;
    let inside = rest.get(end + 1..)?.strip_prefix('(')?;
    let start = inside.trim_start_matches([' ', '\n']);
    let (target, behind) = target(start)?;
    let behind = title(behind.trim_start_matches([' ', '\n']))?.strip_prefix(')')?;
    Some(Link {
        text,
        target: unescaped(target),
        length: rest.len() - behind.len(),
    })
}

/// The `]` that belongs to the `[` at the beginning.
fn text_end(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut bytes = rest.bytes().enumerate().take(MAX_TEXT_BYTES);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => {
                bytes.next();
            }
            b'[' => depth += 1,
            b']' if depth <= 1 => return (depth == 1).then_some(at),
            b']' => depth -= 1,
            _ if at == 0 => return None,
            _ => {}
        }
    }
    None
}

/// The target and what is behind it: in angles, or up to a blank or the last bracket.
fn target(start: &str) -> Option<(&str, &str)> {
    if let Some(inside) = start.strip_prefix('<') {
        let (target, behind) = inside.split_once('>')?;
        return (target.len() < MAX_PART_BYTES && !target.contains('\n'))
            .then_some((target, behind));
    }
    let mut depth = 0_usize;
    let mut signs = start.char_indices();
    while let Some((at, c)) = signs.next() {
        match c {
            '\\' => {
                signs.next();
            }
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            ')' | ' ' | '\n' => return Some(start.split_at(at)),
            c if c.is_control() || at > MAX_PART_BYTES => return None,
            _ => {}
        }
    }
    None
}

/// What is behind a title, if there is one.
fn title(rest: &str) -> Option<&str> {
    let Some(quote @ ('"' | '\'')) = rest.chars().next() else {
        return Some(rest);
    };
    let (title, behind) = rest.get(1..)?.split_once(quote)?;
    (title.len() < MAX_PART_BYTES).then(|| behind.trim_start_matches([' ', '\n']))
}

/// Backslashes and entities of a target.
fn unescaped(target: &str) -> String {
    let mut out = String::with_capacity(target.len());
    let mut signs = target.chars().peekable();
    while let Some(c) = signs.next() {
        let is_escape = c == '\\' && signs.peek().is_some_and(char::is_ascii_punctuation);
        out.push(if is_escape {
            signs.next().unwrap_or(c)
        } else {
            c
        });
    }
    entities::decoded(&out)
}

/// The length of the address that begins here without a mark: up to a blank or a `<`,
/// without the signs that end a sentence.
pub(super) fn address(rest: &str) -> Option<usize> {
    let start = rest
        .get(..8)
        .or_else(|| rest.get(..7))?
        .to_ascii_lowercase();
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|s| start.starts_with(s))?;
    let ends = |c: char| c.is_whitespace() || c.is_control() || c == '<';
    let mut far = rest.char_indices().take(MAX_PART_BYTES);
    let end = far.find(|(_, c)| ends(*c)).map(|(at, _)| at);
    let mut shown = rest.get(..end.unwrap_or(rest.len().min(MAX_PART_BYTES)))?;
    while let Some(last) = shown.chars().next_back() {
        let is_open = shown.matches('(').count() >= shown.matches(')').count();
        let ends = matches!(
            last,
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '"' | '*' | '_' | '~'
        ) || matches!(last, '”' | '“' | '’' | '»' | '|' | ']' | '`' | '>')
            || (last == ')' && !is_open);
        if !ends {
            break;
        }
        shown = shown.get(..shown.len() - last.len_utf8())?;
    }
    (shown.len() > scheme.len()).then_some(shown.len())
}
