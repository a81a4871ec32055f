//! What a tally says. Exact integers all through; each number is rounded once,
//! when it is made. Does not know who voted.

use serde::{Deserialize, Serialize};

use crate::order::ascending;

use super::hand::{Face, Hand};
use super::value::Value;

/// What a tally says about one round.
///
/// Which ballots count: those on cards with a value. A deck with fewer than two
/// such cards (T-shirt, Ready?) is read by card position instead, and every
/// ballot on a card of the deck counts; it has no average and no median number.
/// In a mixed custom deck the cards without a value are like add-ons: they
/// show in the distribution and count in nothing else.
///
/// Cards are ordered by value (equal values by place in the deck), or by place
/// when read by position. Every card is named by its choice number in the hand.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Statistics {
    /// Votes cast, add-ons included.
    pub n_votes: u32,
    /// Ballots that count.
    pub n_numeric: u32,
    /// Mean of the ballots, rounded half up to hundredths.
    pub average: Option<Value>,
    /// Middle ballot, or the exact mean of the middle two.
    pub median: Option<Value>,
    /// Lowest card that is not below the median. By position: the middle card,
    /// and of two different middle cards the higher one.
    pub median_card: Option<usize>,
    /// Lowest card that got a ballot.
    pub lowest: Option<usize>,
    /// Highest card that got a ballot.
    pub highest: Option<usize>,
    /// Every card with the most ballots, in deck order.
    pub modes: Vec<usize>,
    /// 100 × ballots on a mode ÷ ballots, rounded half up, in percent.
    pub agreement: Option<u8>,
    /// Steps from the lowest to the highest card.
    pub spread: Option<u16>,
    /// The consensus card, else `median_card`. Only ever an offer.
    pub suggestion: Option<usize>,
    /// The one choice, card or add-on, that got all votes.
    pub unanimous: Option<usize>,
}

/// What to do after the reveal, by the spread.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Talk {
    /// All counted ballots are on one card.
    Consensus,
    /// Neighbouring cards.
    Close,
    /// Two or more steps apart, or no ballot that counts.
    Talk,
}

/// A card that counts, with its ballots, in ascending order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rung {
    value: Option<Value>,
    choice: usize,
    n: u64,
}

impl Statistics {
    /// Reads a tally: `counts` has one count per choice of the hand. Missing
    /// counts are zero and further ones are not read, so a tally that ends with
    /// the number of seats without a vote may be given as it is.
    pub fn of(hand: &Hand, counts: &[u32]) -> Self {
        let ladder = ladder(hand, counts);
        let n: u64 = ladder.iter().map(|rung| rung.n).sum();
        let low = ladder.iter().position(|rung| rung.n > 0);
        let high = ladder.iter().rposition(|rung| rung.n > 0);
        let spread = low.zip(high).map(|(low, high)| high - low);
        let choice = |at: Option<usize>| ladder.get(at?).map(|rung| rung.choice);
        let (median, median_card) = median(&ladder, n);
        let (modes, n_mode) = modes(&ladder);
        let lowest = choice(low);
        Self {
            n_votes: narrow(votes(hand, counts).map(|(_, n)| u64::from(n)).sum()),
            n_numeric: narrow(n),
            average: average(&ladder, n),
            median,
            median_card,
            lowest,
            highest: choice(high),
            modes,
            agreement: percent(n_mode, n),
            spread: spread.map(|steps| u16::try_from(steps).unwrap_or(u16::MAX)),
            suggestion: if spread == Some(0) {
                lowest
            } else {
                median_card
            },
            unanimous: unanimous(hand, counts),
        }
    }

    /// Whether all votes, add-ons included, are on one choice.
    pub fn is_unanimous(&self) -> bool {
        self.unanimous.is_some()
    }

    /// Whether the tally shows who voted what in spite of a secret vote: one or
    /// two voters, or all on one choice.
    pub fn tells_who(&self) -> bool {
        matches!(self.n_votes, 1..=2) || self.is_unanimous()
    }

    /// What to do next: [`Talk::Talk`] too when no ballot counts, for then
    /// nobody has named a size.
    pub fn talk(&self) -> Talk {
        match self.spread {
            Some(0) => Talk::Consensus,
            Some(1) => Talk::Close,
            Some(_) | None => Talk::Talk,
        }
    }
}

/// Each choice of the hand with its votes.
fn votes(hand: &Hand, counts: &[u32]) -> impl Iterator<Item = (usize, u32)> {
    let given = counts.iter().copied().chain(core::iter::repeat(0));
    (0..hand.n_choices()).zip(given)
}

/// The cards that count, ascending; without values when read by position.
fn ladder(hand: &Hand, counts: &[u32]) -> Vec<Rung> {
    let mut cards: Vec<Rung> = votes(hand, counts)
        .filter_map(|(choice, n)| match hand.face(choice)? {
            Face::Card(card) => Some(Rung {
                choice,
                value: card.value(),
                n: n.into(),
            }),
            Face::AddOn(_) => None,
        })
        .collect();
    if cards.iter().filter(|rung| rung.value.is_some()).count() < 2 {
        for rung in &mut cards {
            rung.value = None;
        }
    } else {
        cards.retain(|rung| rung.value.is_some());
        cards = ascending(cards);
    }
    cards
}

/// Mean in hundredths, rounded half up; `None` without ballots or without values.
fn average(ladder: &[Rung], n: u64) -> Option<Value> {
    let mut sum = 0_i128;
    for rung in ladder {
        sum += i128::from(rung.value?.thousandths()) * i128::from(rung.n);
    }
    let n = i128::from(n);
    let hundredths = (sum + 5 * n).checked_div_euclid(10 * n)?;
    let thousandths = i64::try_from(hundredths * 10).ok()?;
    Some(Value::from_thousandths(thousandths))
}

/// The median as a number, and raised to the next card.
fn median(ladder: &[Rung], n: u64) -> (Option<Value>, Option<usize>) {
    let Some(below) = n.checked_sub(1) else {
        return (None, None);
    };
    let (Some(lower), Some(upper)) = (at_ballot(ladder, below / 2), at_ballot(ladder, n / 2))
    else {
        return (None, None);
    };
    let (Some(low), Some(high)) = (lower.value, upper.value) else {
        return (None, Some(upper.choice));
    };
    let twice = i128::from(low.thousandths()) + i128::from(high.thousandths());
    let reaches = |value: Value| 2 * i128::from(value.thousandths()) >= twice;
    let raised = ladder.iter().find(|rung| rung.value.is_some_and(reaches));
    let middle = i64::try_from((twice + 1).div_euclid(2)).ok();
    (
        middle.map(Value::from_thousandths),
        raised.map(|rung| rung.choice),
    )
}

/// The card of the ballot with this number, when ballots are counted upwards from 0.
fn at_ballot(ladder: &[Rung], number: u64) -> Option<&Rung> {
    let mut n_up_to = 0;
    ladder.iter().find(|rung| {
        n_up_to += rung.n;
        number < n_up_to
    })
}

/// The cards with the most ballots in deck order, and how many each of them got.
fn modes(ladder: &[Rung]) -> (Vec<usize>, u64) {
    let most = ladder.iter().map(|rung| rung.n).max().unwrap_or(0);
    let top = ladder.iter().filter(|rung| most > 0 && rung.n == most);
    (ascending(top.map(|rung| rung.choice)), most)
}

/// 100 × part ÷ whole, rounded half up.
fn percent(part: u64, whole: u64) -> Option<u8> {
    let rounded = (200 * part + whole).checked_div(2 * whole)?;
    u8::try_from(rounded).ok()
}

/// The one choice that got votes.
fn unanimous(hand: &Hand, counts: &[u32]) -> Option<usize> {
    let mut cast = votes(hand, counts).filter(|(_, n)| *n > 0);
    let (choice, _) = cast.next()?;
    cast.next().is_none().then_some(choice)
}

/// A table has 64 seats at most; a count beyond `u32` is a lie and stays large.
fn narrow(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
