//! Rules for what is to be built or found out: for whom, why, and when it is done.

use super::Found;
use super::lists::{DONE_WHEN, LIMITED, REASONS, USERS, WONDERING};
use super::reading::Reading;
use crate::story::Kind;
use crate::story::prose::n_words;

/// Words up to which a title only names a thing.
const NAME_WORDS: usize = 2;

/// Words from which on a description makes up for such a title.
const SAYING_WORDS: usize = 12;

pub(super) fn only_a_name<'a>(reading: &Reading<'a>) -> Found<'a> {
    let is_name = n_words(&reading.title) <= NAME_WORDS && reading.n_words < SAYING_WORDS;
    is_name.then(|| reading.title.clone())
}

pub(super) fn no_user<'a>(reading: &Reading<'a>) -> Found<'a> {
    (reading.is(Kind::Story) && !reading.says(USERS)).then(Vec::new)
}

pub(super) fn no_why<'a>(reading: &Reading<'a>) -> Found<'a> {
    let is_asked = match reading.story.kind {
        Kind::Story | Kind::Task => true,
        Kind::Bug | Kind::Spike => false,
    };
    let has_why = !reading.story.why.trim().is_empty();
    (is_asked && !has_why && !reading.says(REASONS)).then(Vec::new)
}

pub(super) fn no_criteria<'a>(reading: &Reading<'a>) -> Found<'a> {
    (reading.is(Kind::Story) && reading.criteria.is_empty()).then(Vec::new)
}

pub(super) fn no_done_when<'a>(reading: &Reading<'a>) -> Found<'a> {
    let is_asked = match reading.story.kind {
        Kind::Task | Kind::Spike => true,
        Kind::Story | Kind::Bug => false,
    };
    (is_asked && reading.criteria.is_empty() && !reading.says(DONE_WHEN)).then(Vec::new)
}

pub(super) fn spike_question<'a>(reading: &Reading<'a>) -> Found<'a> {
    let asks = || reading.all.iter().any(|piece| piece.contains('?'));
    (reading.is(Kind::Spike) && !asks() && !reading.says(WONDERING)).then(Vec::new)
}

pub(super) fn spike_timebox<'a>(reading: &Reading<'a>) -> Found<'a> {
    (reading.is(Kind::Spike) && !reading.says(LIMITED)).then(Vec::new)
}
