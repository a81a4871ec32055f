//! Writes one answered line as a criterion: a list item, or Given, When, Then.
//!
//! What nobody said stays an ellipsis for people to fill.

use super::DraftWords;
use crate::story::criteria::{begins, unmarked};

/// What stands where nothing was said.
const OPEN: &str = "…";

/// Words that begin a line of a scenario that is written out.
const BEGINNINGS: [&str; 6] = [
    "given",
    "scenario",
    "feature",
    "angenommen",
    "gegeben",
    "szenario",
];

/// Words that carry such a scenario on.
const CONTINUATIONS: [&str; 7] = ["when", "then", "and", "but", "dann", "und", "aber"];

/// Words that begin a condition.
const CONDITIONS: [&str; 5] = ["when ", "if ", "wenn ", "falls ", "sobald "];

/// What parts a condition from what follows of it.
const FOLLOWS: [&str; 6] = [", then ", ", dann ", " then ", " dann ", ", so ", ", "];

/// A line as a list item; with `given_when_then` as a scenario.
pub(super) fn item(line: &str, given_when_then: bool, words: &DraftWords<'_>) -> String {
    let text = unmarked(line).unwrap_or(line).trim();
    if !given_when_then {
        return format!("- {text}");
    }
    if begins(text, &BEGINNINGS) {
        return format!("- {text}");
    }
    let (when, then) = match condition(text) {
        Some(parts) => parts,
        None if begins(text, &CONTINUATIONS) => return format!("  {text}"),
        None => (OPEN, text),
    };
    let DraftWords {
        given: given_word,
        when: when_word,
        then: then_word,
        ..
    } = words;
    format!("- **{given_word}** {OPEN}\n  **{when_word}** {when}\n  **{then_word}** {then}")
}

/// `If a, b` in its two parts.
fn condition(text: &str) -> Option<(&str, &str)> {
    let bare = without(text, &CONDITIONS);
    if bare.len() == text.len() {
        return None;
    }
    let parts = FOLLOWS.iter().find_map(|mark| bare.split_once(mark));
    parts.filter(|(when, then)| !when.trim().is_empty() && !then.trim().is_empty())
}

/// A text without the first of the beginnings that it has, in any case.
pub(super) fn without<'a>(text: &'a str, beginnings: &[&str]) -> &'a str {
    let bare = beginnings.iter().find_map(|beginning| {
        let (first, rest) = text.split_at_checked(beginning.len())?;
        first
            .eq_ignore_ascii_case(beginning)
            .then_some(rest.trim_start())
    });
    bare.unwrap_or(text)
}
