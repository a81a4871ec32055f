//! Text that Markdown would take for signs of its own. Escapes only these, so that people
//! can still read and edit what they imported.

use crate::exchange::entities;

/// Writes one word, without blanks, so that it shows as it is.
pub(super) fn escaped(word: &str, is_first_of_line: bool, out: &mut String) {
    if is_first_of_line && is_block_sign(word) {
        out.push('\\');
    }
    if word.starts_with("http://") || word.starts_with("https://") {
        // Signs of an address are no marks, and a backslash would change it.
        out.push_str(&word.replace('<', "%3C"));
        return;
    }
    let mut before = ' ';
    for (at, c) in word.char_indices() {
        let behind = word.get(at..).unwrap_or_default();
        if is_sign(c, before, behind) {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
}

/// Words that begin a heading, a quote or a rule. Dashes and numbers are let through: who
/// typed them in a field meant a list.
fn is_block_sign(word: &str) -> bool {
    let is_run = |sign: char| word.chars().all(|c| c == sign);
    word.starts_with('>')
        || (is_run('#') && word.len() <= 6)
        || (word.len() >= 3 && (is_run('-') || is_run('=') || word.starts_with("~~~")))
}

fn is_sign(c: char, before: char, behind: &str) -> bool {
    let next = behind.chars().nth(1).unwrap_or(' ');
    match c {
        '*' | '`' => true,
        '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
        '\\' => next.is_ascii_punctuation(),
        '<' => next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'),
        ']' => matches!(next, '(' | '['),
        '&' => entities::entity(behind).is_some(),
        _ => false,
    }
}
