//! Finds words in what people wrote: whole words in any case, without code and addresses.
//!
//! Knows no list of words but the signs of an answer that was not given.

/// What a form, a template or a hurried person leaves where an answer should be.
const FILLERS: [&str; 19] = [
    "",
    "-",
    "–",
    "—",
    "…",
    "...",
    "?",
    "??",
    "???",
    "n/a",
    "na",
    "no response",
    "tbd",
    "tba",
    "tbc",
    "todo",
    "to be defined",
    "unklar",
    "offen",
];

/// How lines begin that common templates put into an issue.
const TEMPLATE_LINES: [&str; 7] = [
    "a clear and concise description",
    "add any other context",
    "if applicable, add screenshots",
    "please include screenshots",
    "steps to reproduce the behavior",
    "this applies only to bug reports",
    "no response",
];

/// The pieces of a Markdown text meant to be read: no code, no comments, no addresses.
pub(super) fn prose(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut is_code, mut is_comment) = (false, false);
    for line in text.lines() {
        let line = line.trim();
        if !is_comment && (line.starts_with("```") || line.starts_with("~~~")) {
            is_code = !is_code;
            continue;
        }
        if is_code {
            continue;
        }
        let mut rest = line;
        loop {
            let mark = if is_comment { "-->" } else { "<!--" };
            let (here, after) = match rest.split_once(mark) {
                Some((here, after)) => (here, Some(after)),
                None => (rest, None),
            };
            if !is_comment {
                without_code(here, &mut pieces);
            }
            let Some(after) = after else { break };
            is_comment = !is_comment;
            rest = after;
        }
    }
    pieces
}

/// Adds the parts of a line that are not between backticks; a lone backtick is a character.
fn without_code<'a>(line: &'a str, pieces: &mut Vec<&'a str>) {
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('`') {
        let Some((_, behind)) = after.split_once('`') else {
            break;
        };
        without_addresses(before, pieces);
        rest = behind;
    }
    without_addresses(rest, pieces);
}

fn without_addresses<'a>(text: &'a str, pieces: &mut Vec<&'a str>) {
    let mut rest = text;
    while let Some((before, address)) = next_address(rest) {
        push(before, pieces);
        let end = address
            .find(|c: char| c.is_whitespace() || c == ')' || c == '>')
            .unwrap_or(address.len());
        rest = address.split_at(end).1;
    }
    push(rest, pieces);
}

/// Parts a text before its first address.
fn next_address(text: &str) -> Option<(&str, &str)> {
    let places = ["http://", "https://"]
        .iter()
        .filter_map(|scheme| text.find(scheme));
    text.split_at_checked(places.min()?)
}

fn push<'a>(piece: &'a str, pieces: &mut Vec<&'a str>) {
    if piece.chars().any(|c| !c.is_whitespace()) {
        pieces.push(piece.trim());
    }
}

/// Whether any phrase of a list (`|` between them, small letters) stands in the pieces as whole
/// words; `user*` is every word that begins so, and a hyphen ends a word.
pub(super) fn has(pieces: &[&str], list: &str) -> bool {
    let phrases: Vec<&str> = list.split('|').collect();
    pieces
        .iter()
        .any(|piece| starts(piece, false).any(|at| match_at(piece, at, &phrases, false).is_some()))
}

/// The phrases of a list that stand in the pieces as whole words, as they are written there, none twice.
///
/// A hyphen joins words here: `fast-forward` is not `fast`.
pub(super) fn find<'a>(pieces: &[&'a str], list: &str) -> Vec<&'a str> {
    let phrases: Vec<&str> = list.split('|').collect();
    let mut found: Vec<&str> = Vec::new();
    for piece in pieces {
        for at in starts(piece, true) {
            if let Some(word) = match_at(piece, at, &phrases, true)
                && !found.iter().any(|other| is_same(other, word))
            {
                found.push(word);
            }
        }
    }
    found
}

/// Whether two texts are the same but for the case of their letters.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let lower = |text: &str| {
        text.chars()
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    one == other || (one.len().abs_diff(other.len()) < 4 && lower(one) == lower(other))
}

/// Words in the pieces, roughly: what stands between blanks and has a letter or a digit.
pub(super) fn n_words(pieces: &[&str]) -> usize {
    pieces
        .iter()
        .flat_map(|piece| piece.split_whitespace())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// Whether a line says nothing: empty, `n/a`, `_No response_`, or a template's own words.
pub(super) fn is_filler(line: &str) -> bool {
    let bare = line
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '_' | '*' | '(' | ')' | '.' | ':'))
        .to_lowercase();
    FILLERS.contains(&bare.as_str())
        || bare.contains("'...")
        || bare.contains("[e.g.")
        || bare.ends_with(". see error")
        || TEMPLATE_LINES.iter().any(|line| bare.starts_with(line))
}

/// Where words begin.
fn starts(text: &str, hyphen_joins: bool) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let is_start = in_word(c, false) && !in_word(before, hyphen_joins);
        before = c;
        is_start.then_some(at)
    })
}

fn in_word(c: char, hyphen_joins: bool) -> bool {
    c.is_alphanumeric() || c == '_' || (hyphen_joins && c == '-')
}

/// The longest of the phrases that stands here, as written.
fn match_at<'a>(text: &'a str, at: usize, phrases: &[&str], hyphen_joins: bool) -> Option<&'a str> {
    let here = text.get(at..)?;
    let lengths = phrases
        .iter()
        .filter_map(|phrase| length_of(here, phrase, hyphen_joins));
    here.get(..lengths.max()?)
}

/// How many bytes of the text the phrase takes, if the text begins with it.
fn length_of(text: &str, phrase: &str, hyphen_joins: bool) -> Option<usize> {
    let mut rest = text;
    for wanted in phrase.chars() {
        match wanted {
            '*' => {
                rest = rest.trim_start_matches(|c| in_word(c, hyphen_joins));
                return Some(text.len() - rest.len());
            }
            ' ' => {
                let after = rest.trim_start();
                if after.len() == rest.len() {
                    return None;
                }
                rest = after;
            }
            _ => {
                let c = rest.chars().next()?;
                if lower(c) != wanted {
                    return None;
                }
                rest = rest.get(c.len_utf8()..)?;
            }
        }
    }
    let ends = !rest.starts_with(|c| in_word(c, hyphen_joins));
    ends.then_some(text.len() - rest.len())
}

fn lower(c: char) -> char {
    match c {
        '’' => '\'',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// What stands under the first heading that has one of the names (a list as in [`has`]): its lines without fillers;
/// `None` where there is no such heading.
///
/// A heading is `## Name`, `**Name**` or `Name: …`; the last kind does not end a section.
pub(super) fn under<'a>(text: &'a str, names: &str) -> Option<Vec<&'a str>> {
    let mut lines = text.lines();
    let first = lines.by_ref().find_map(|line| {
        let heading = Heading::of(line)?;
        has(&[heading.name], names).then_some(heading.rest)
    })?;
    let body = lines.take_while(|line| !Heading::of(line).is_some_and(|heading| heading.is_strong));
    let said = [first].into_iter().chain(body).map(str::trim);
    Some(said.filter(|line| !is_filler(line)).collect())
}

/// A line that names what follows.
struct Heading<'a> {
    name: &'a str,
    rest: &'a str,
    is_strong: bool,
}

impl<'a> Heading<'a> {
    /// Words a name before a colon has at most; more is a sentence.
    const MAX_WORDS: usize = 6;

    fn of(line: &'a str) -> Option<Self> {
        let line = line.trim();
        if let Some(name) = line.strip_prefix('#') {
            let name = name.trim_matches(|c: char| c == '#' || c.is_whitespace());
            return Some(Self {
                name,
                rest: "",
                is_strong: true,
            });
        }
        if let Some((name, rest)) = line
            .strip_prefix("**")
            .and_then(|rest| rest.split_once("**"))
            && (name.ends_with([':', '?']) || rest.is_empty() || rest.starts_with(':'))
        {
            return Some(Self {
                name,
                rest: rest.trim_start_matches(':'),
                is_strong: true,
            });
        }
        let (name, rest) = line.split_once(':')?;
        (name.split_whitespace().count() <= Self::MAX_WORDS).then_some(Self {
            name,
            rest,
            is_strong: false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{find, has, is_filler, prose, under};

    #[test]
    fn code_comments_and_addresses_are_no_prose() {
        let text =
            "One `two` three\n```\nfour\n```\n<!-- five\nsix --> seven https://x.y/z (eight)";
        assert_eq!(prose(text), ["One", "three", "seven", "(eight)"]);
        assert_eq!(prose("a ` b"), ["a ` b"]);
    }

    #[test]
    fn only_whole_words_are_found_and_none_twice() {
        let pieces = [
            "Make it FAST, fast and faster; breakfast, fast-forward",
            "And  so\ton",
        ];
        assert_eq!(find(&pieces, "fast|and so on"), ["FAST", "And  so\ton"]);
        assert!(has(&["Admin-Rechte für Übersichten"], "admin"));
        assert!(has(&["Kundenkonto"], "kund*"));
        assert!(!has(&["Urkunde"], "kund*"));
        assert!(has(&["Überblick"], "überblick"));
    }

    #[test]
    fn a_section_ends_at_the_next_heading_and_loses_its_fillers() {
        let text = "# Steps\n1. go\n_No response_\nnote: x\n**Expected**\nworks\nActual: broken";
        assert_eq!(under(text, "steps"), Some(vec!["1. go", "note: x"]));
        assert_eq!(under(text, "actual"), Some(vec!["broken"]));
        assert_eq!(under("## Steps\n\n_No response_\n", "steps"), Some(vec![]));
        assert_eq!(under(text, "version"), None);
    }

    #[test]
    fn what_says_nothing_is_a_filler() {
        assert!(is_filler("_No response_") && is_filler("N/A") && is_filler(" ... "));
        assert!(is_filler("1. Go to '...'") && !is_filler("none"));
    }
}
