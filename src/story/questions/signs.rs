//! Rules that look for signs in the wording: vague words, too much at once, and what a good
//! story says and this one does not.

use super::Found;
use super::lists::{
    ALLOWED, AND, BIG, CHANGING, CHECKABLE, DEPENDS, DOING, ERRORS, EXCLUDED, EXISTING,
    FIXED_PAIRS, GUARDED, MANY, MORE, PICTURES, SCREENS, SHOWING, VAGUE, VAGUE_IN_CRITERIA,
};
use super::reading::Reading;
use crate::story::Kind;
use crate::story::gate;
use crate::story::prose::{find, has, is_same};

/// Words from which on a description is more than one story.
const LONG_WORDS: usize = 600;

/// Criteria up to which a story is one story.
const USUAL_CRITERIA: usize = 8;

pub(super) fn put_off<'a>(reading: &Reading<'a>) -> Found<'a> {
    let mut words = gate::put_off(reading.story);
    if reading.is(Kind::Bug) {
        // In a tale of what happened, "later" is only later.
        words.retain(|word| !is_same(word, "later") && !is_same(word, "später"));
    }
    found(words)
}

pub(super) fn vague_words<'a>(reading: &Reading<'a>) -> Found<'a> {
    if reading.is(Kind::Bug) {
        return None;
    }
    let mut words = find(&reading.title, VAGUE);
    let more = [
        find(&reading.title, VAGUE_IN_CRITERIA),
        find(&reading.criteria, VAGUE_IN_CRITERIA),
        find(&reading.all, VAGUE),
    ];
    for word in more.into_iter().flatten() {
        if !words.iter().any(|other| is_same(other, word)) {
            words.push(word);
        }
    }
    found(words)
}

/// More than one story, by its size or by words that begin a second one.
pub(super) fn several_stories<'a>(reading: &Reading<'a>) -> Found<'a> {
    let mut words = find(&reading.all, MORE);
    if !is_work(reading) {
        return found(words);
    }
    words.extend(
        joined_in_title(reading)
            .filter(|(_, after)| has(&[after], DOING))
            .map(|(and, _)| and),
    );
    let is_long = reading.n_words > LONG_WORDS || reading.criteria.len() > USUAL_CRITERIA;
    is_long.then(Vec::new).or_else(|| found(words))
}

/// Perhaps more than one story: an "and" in the title, and nothing else.
pub(super) fn perhaps_several<'a>(reading: &Reading<'a>) -> Found<'a> {
    if !is_work(reading) || several_stories(reading).is_some() {
        return None;
    }
    found(joined_in_title(reading).map(|(and, _)| and).collect())
}

fn is_work(reading: &Reading<'_>) -> bool {
    match reading.story.kind {
        Kind::Story | Kind::Task => true,
        Kind::Bug | Kind::Spike => false,
    }
}

/// Each "and" of the title that joins two things, with the word after it.
fn joined_in_title<'a>(reading: &Reading<'a>) -> impl Iterator<Item = (&'a str, &'a str)> {
    let is_one_thing = has(&reading.title, FIXED_PAIRS);
    let pieces = reading
        .title
        .clone()
        .into_iter()
        .filter(move |_| !is_one_thing);
    pieces.flat_map(|piece| {
        let words = piece.split_whitespace();
        let pairs = words.clone().zip(words.skip(1));
        pairs.filter(|(and, _)| has(&[and], AND))
    })
}

pub(super) fn not_checkable<'a>(reading: &Reading<'a>) -> Found<'a> {
    let criteria = reading.criteria.iter().copied();
    let loose: Vec<&str> = criteria.filter(|line| !is_checkable(line)).collect();
    // One loose line among good ones is a matter of taste.
    found(loose).filter(|loose| loose.len() * 2 >= reading.criteria.len())
}

fn is_checkable(line: &str) -> bool {
    let is_exact = |c: char| c.is_ascii_digit() || matches!(c, '"' | '“' | '„' | '`' | '%' | '=');
    line.contains(is_exact) || has(&[line], CHECKABLE)
}

pub(super) fn no_error_case<'a>(reading: &Reading<'a>) -> Found<'a> {
    (reading.is(Kind::Story) && !reading.says(ERRORS)).then(Vec::new)
}

pub(super) fn no_mock_up<'a>(reading: &Reading<'a>) -> Found<'a> {
    let raw = &reading.story.description;
    let has_picture = || {
        ["![", "<img", "figma.com"]
            .iter()
            .any(|sign| raw.contains(sign))
            || reading.says(PICTURES)
    };
    if !reading.is(Kind::Story) || has_picture() {
        return None;
    }
    found(find(&reading.all, SCREENS))
}

pub(super) fn existing_data<'a>(reading: &Reading<'a>) -> Found<'a> {
    if reading.is(Kind::Bug) || reading.is(Kind::Spike) || reading.says(EXISTING) {
        return None;
    }
    found(find(&reading.title, CHANGING))
}

pub(super) fn no_dependency<'a>(reading: &Reading<'a>) -> Found<'a> {
    let is_named = !reading.story.dependencies.trim().is_empty() || reading.says(DEPENDS);
    (!is_named && !reading.is(Kind::Bug)).then(Vec::new)
}

pub(super) fn no_volume<'a>(reading: &Reading<'a>) -> Found<'a> {
    spare(reading, BIG, MANY)
}

pub(super) fn no_permission<'a>(reading: &Reading<'a>) -> Found<'a> {
    spare(reading, ALLOWED, GUARDED)
}

/// A story that does not say one thing, with the words that call for it.
fn spare<'a>(reading: &Reading<'a>, said: &str, calls: &str) -> Found<'a> {
    (reading.is(Kind::Story) && !reading.says(said)).then(|| find(&reading.all, calls))
}

pub(super) fn not_included<'a>(reading: &Reading<'a>) -> Found<'a> {
    (!reading.is(Kind::Bug) && !reading.says(EXCLUDED)).then(Vec::new)
}

pub(super) fn how_to_show<'a>(reading: &Reading<'a>) -> Found<'a> {
    (!reading.is(Kind::Spike) && !reading.says(SHOWING)).then(Vec::new)
}

fn found(words: Vec<&str>) -> Found<'_> {
    (!words.is_empty()).then_some(words)
}
