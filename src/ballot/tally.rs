//! From everybody's openings to the result, or to who spoilt it (docs/ballot.md §6). It does not
//! know cards: choices are numbers from 0.

use serde::{Deserialize, Serialize};

use super::comment::{self, Heard};
use super::error::{Culprit, CulpritReason, Fault};
use super::seal::{Commitment, Opening};
use super::terms::{Mode, Terms};

/// The result of one round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// Votes for each choice, as many as the deck has choices.
    pub counts: Vec<u32>,
    /// Seats without a vote.
    pub no_vote: u32,
    /// Named rounds: each seat's choice in roll order, `None` for no vote. Else `None`.
    pub votes: Option<Vec<Option<u16>>>,
    /// Anonymous rounds: the comments in byte order, so that their order tells nothing.
    pub comments: Vec<String>,
    /// Named rounds: comments with their seat's position on the roll, in roll order.
    pub named_comments: Vec<(usize, String)>,
    /// Comments that collided and cannot be read, at least this many. A seat asks
    /// [`super::Ballot::comment_lost`] whether its own is among them.
    pub lost_comments: u32,
}

impl Tally {
    /// No votes and no comments yet.
    fn empty(terms: &Terms) -> Self {
        Self {
            counts: vec![0; usize::from(terms.n_choices())],
            no_vote: 0,
            votes: None,
            comments: Vec::new(),
            named_comments: Vec::new(),
            lost_comments: 0,
        }
    }
}

/// Checks every opening against its commitment and adds up.
///
/// Both lists are in roll order. Every seat calls this for itself and gets the same answer.
///
/// # Errors
/// [`Fault::Culprits`] names every seat whose opening is missing, malformed, repeated or not the
/// committed one; [`Fault::ImpossibleSum`] when all match but a count leaves 0…n or the total is
/// not n; [`Fault::WrongLength`] when a list is not as long as the roll.
pub fn tally(
    terms: &Terms,
    commitments: &[Commitment],
    openings: &[Option<Opening>],
) -> Result<Tally, Fault> {
    let n_seats = terms.roll().len();
    let (n_commitments, n_openings) = (commitments.len(), openings.len());
    if n_commitments != n_seats || n_openings != n_seats {
        return Err(Fault::WrongLength {
            n_seats,
            n_commitments,
            n_openings,
        });
    }
    let opened = check_all(terms, commitments, openings)?;
    match terms.mode() {
        Mode::Anonymous => add_masked(terms, &opened),
        Mode::Named => Ok(add_named(terms, &opened)),
    }
}

/// Every opening, or every culprit.
fn check_all<'a>(
    terms: &Terms,
    commitments: &[Commitment],
    openings: &'a [Option<Opening>],
) -> Result<Vec<&'a Opening>, Fault> {
    let mut opened = Vec::with_capacity(openings.len());
    let mut culprits = Vec::new();
    let seats = terms.roll().iter().zip(commitments).zip(openings);
    for (position, ((seat, commitment), opening)) in seats.enumerate() {
        let checked = match opening {
            None => Err(CulpritReason::Missing),
            Some(opening) => opening.check(terms, seat, commitment).map(|()| opening),
        };
        match checked {
            Ok(opening) => opened.push(opening),
            Err(CulpritReason::DoesNotMatch) if is_copy(position, openings) => {
                culprits.push(Culprit {
                    position,
                    reason: CulpritReason::Repeated,
                });
            }
            Err(reason) => culprits.push(Culprit { position, reason }),
        }
    }
    if culprits.is_empty() {
        Ok(opened)
    } else {
        Err(Fault::Culprits(culprits))
    }
}

/// Whether the opening at `position` is also another seat's.
fn is_copy(position: usize, openings: &[Option<Opening>]) -> bool {
    let Some(Some(own)) = openings.get(position) else {
        return false;
    };
    let mut others = openings
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != position);
    others.any(|(_, opening)| opening.as_ref() == Some(own))
}

/// Sums an anonymous round; the masks cancel.
fn add_masked(terms: &Terms, opened: &[&Opening]) -> Result<Tally, Fault> {
    let mut sums = vec![0_u32; terms.n_counters()];
    let mut slots = vec![0_u8; terms.masked_bytes().saturating_sub(terms.n_counters() * 4)];
    for opening in opened {
        let (counters, comments) = opening
            .body
            .split_at_checked(terms.n_counters() * 4)
            .unwrap_or_default();
        for (sum, word) in sums.iter_mut().zip(counters.as_chunks::<4>().0) {
            *sum = sum.wrapping_add(u32::from_le_bytes(*word));
        }
        slots
            .iter_mut()
            .zip(comments)
            .for_each(|(sum, byte)| *sum ^= byte);
    }
    let n_seats = u64::try_from(terms.roll().len()).unwrap_or(u64::MAX);
    let total: u64 = sums.iter().copied().map(u64::from).sum();
    // Counts are not negative: with this total none is above n either.
    if total != n_seats {
        return Err(Fault::ImpossibleSum);
    }
    let Heard { comments, n_lost } = comment::read(&terms.digest(), slots, opened.len());
    let no_vote = sums.pop().unwrap_or(0);
    Ok(Tally {
        counts: sums,
        no_vote,
        comments,
        lost_comments: n_lost,
        ..Tally::empty(terms)
    })
}

/// Counts a named round.
fn add_named(terms: &Terms, opened: &[&Opening]) -> Tally {
    let mut result = Tally::empty(terms);
    let mut votes = Vec::with_capacity(opened.len());
    for (position, opening) in opened.iter().enumerate() {
        let Some((choice, comment)) = read_named(terms, &opening.body) else {
            continue;
        };
        match choice.and_then(|choice| result.counts.get_mut(usize::from(choice))) {
            Some(count) => *count += 1,
            None => result.no_vote += 1,
        }
        votes.push(choice);
        result
            .named_comments
            .extend(comment.map(|text| (position, text.to_owned())));
    }
    result.votes = Some(votes);
    result
}

/// Reads the body of a named ballot: the choice (`None` for no vote) and the comment.
pub(super) fn read_named<'a>(
    terms: &Terms,
    body: &'a [u8],
) -> Option<(Option<u16>, Option<&'a str>)> {
    let (choice, text) = body.split_first_chunk::<2>()?;
    let choice = u16::from_le_bytes(*choice);
    if choice > terms.n_choices() {
        return None;
    }
    let choice = Some(choice).filter(|choice| *choice < terms.n_choices());
    if text.is_empty() {
        return Some((choice, None));
    }
    if !terms.comments() {
        return None;
    }
    Some((choice, Some(comment::read_text(text)?)))
}
