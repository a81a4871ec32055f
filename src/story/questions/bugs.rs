//! Rules for bugs: what was done, what happened, what should have, to whom, where, since when.

use super::Found;
use super::lists::{ACTUAL, AFTER_DOING, BREAKING, EXPECTED, HIT, REPEATING, SINCE, STEPS, WHERE};
use super::reading::Reading;
use crate::story::Kind;
use crate::story::criteria::numbered;
use crate::story::prose::{has, is_filler, under};

/// Words from which on "when I …" tells enough to do it again.
const TELLING_WORDS: usize = 25;

/// Words from which on a description tells what happens, in whatever words.
const SAYING_WORDS: usize = 15;

/// A fact a bug report lacks.
fn lacks<'a>(reading: &Reading<'a>, says: impl FnOnce(&Reading<'a>) -> bool) -> Found<'a> {
    (reading.is(Kind::Bug) && !says(reading)).then(Vec::new)
}

pub(super) fn steps<'a>(reading: &Reading<'a>) -> Found<'a> {
    lacks(reading, |reading| {
        let text = &reading.story.description;
        let n_numbered = text
            .lines()
            .filter(|line| numbered(line.trim()).is_some() && !is_filler(line))
            .count();
        let tells = || {
            has(&reading.description, REPEATING)
                || (reading.n_words >= TELLING_WORDS && has(&reading.description, AFTER_DOING))
        };
        match under(text, STEPS) {
            Some(said) => !said.is_empty(),
            None => n_numbered > 1 || tells(),
        }
    })
}

pub(super) fn actual<'a>(reading: &Reading<'a>) -> Found<'a> {
    lacks(reading, |reading| {
        has(&reading.description, ACTUAL)
            || reading.n_words >= SAYING_WORDS
            || reading.story.description.contains("```")
    })
}

pub(super) fn expected<'a>(reading: &Reading<'a>) -> Found<'a> {
    lacks(reading, |reading| {
        let under_heading = under(&reading.story.description, EXPECTED);
        under_heading.map_or_else(|| reading.says(EXPECTED), |said| !said.is_empty())
            || !reading.criteria.is_empty()
            || reading.says(BREAKING)
    })
}

pub(super) fn who<'a>(reading: &Reading<'a>) -> Found<'a> {
    lacks(reading, |reading| {
        reading.says(HIT) || !reading.story.why.trim().is_empty()
    })
}

pub(super) fn place<'a>(reading: &Reading<'a>) -> Found<'a> {
    lacks(reading, |reading| {
        reading.says(WHERE) || reading.all.iter().any(|piece| has_version(piece))
    })
}

pub(super) fn since<'a>(reading: &Reading<'a>) -> Found<'a> {
    lacks(reading, |reading| reading.says(SINCE))
}

/// Whether it has something like `1.12` or `v2.0.1`.
fn has_version(piece: &str) -> bool {
    piece.split_whitespace().any(|word| {
        word.match_indices('.').any(|(at, dot)| {
            let before = word.get(..at).is_some_and(ends_in_digit);
            let after = word
                .get(at + dot.len()..)
                .and_then(|text| text.chars().next());
            before && after.is_some_and(|c| c.is_ascii_digit())
        })
    })
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}
