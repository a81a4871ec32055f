//! Statistics against a plain reading: every ballot in a sorted list, in floats.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::poker::{AddOns, Deck, DeckKind, Face, Hand, Statistics, Value};

const N_ROUNDS: u32 = 4_000;

/// `SplitMix64` (Steele, Lea and Flood, OOPSLA 2014): the same numbers in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }

    fn count(&mut self) -> u32 {
        let n = [0, 0, 0, 0, 1, 1, 2, 5];
        let at = usize::try_from(self.below(8)).unwrap_or(0);
        n.get(at).copied().unwrap_or(0)
    }

    /// A preset, or a custom deck of ascending values, or one in any order
    /// with cards that have none.
    fn deck(&mut self) -> Deck {
        let n_cards = 3 + self.below(18);
        let (sorted, mixed) = (self.below(2) == 0, self.below(2) == 0);
        let mut hundredths = 0;
        let cards: Vec<String> = (0..n_cards)
            .map(|i| {
                hundredths = if sorted {
                    hundredths + 1 + self.below(300)
                } else {
                    self.below(5_000)
                };
                if mixed && self.below(4) == 0 {
                    format!("c{i}")
                } else {
                    format!("c{i}={}.{:02}", hundredths / 100, hundredths % 100)
                }
            })
            .collect();
        let preset = usize::try_from(self.below(16)).unwrap_or(0);
        match DeckKind::PRESETS.get(preset) {
            Some(kind) => Deck::preset(*kind),
            None => Deck::custom("", &cards.join("; ")).unwrap_or_default(),
        }
    }
}

fn float(value: Value) -> f64 {
    f64::from(i32::try_from(value.thousandths()).unwrap_or(i32::MAX)) / 1_000.0
}

/// Every card that counts as (number or position, choice), ascending, and
/// whether the numbers are values.
fn scale(hand: &Hand) -> (Vec<(f64, usize)>, bool) {
    let cards: Vec<(usize, Option<f64>)> = (0..)
        .zip(hand.faces())
        .filter_map(|(choice, face)| match face {
            Face::Card(card) => Some((choice, card.value().map(float))),
            Face::AddOn(_) => None,
        })
        .collect();
    let mut valued: Vec<(f64, usize)> = cards
        .iter()
        .filter_map(|(c, v)| Some(((*v)?, *c)))
        .collect();
    if valued.len() < 2 {
        let by_position = (0_u32..)
            .zip(cards)
            .map(|(at, (choice, _))| (f64::from(at), choice));
        return (by_position.collect(), false);
    }
    valued.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    (valued, true)
}

fn near(value: Option<Value>, expected: f64, tolerance: f64) -> bool {
    value.is_some_and(|v| (float(v) - expected).abs() <= tolerance)
}

fn check_middle(
    said: &Statistics,
    ballots: &[(f64, usize)],
    scale: &[(f64, usize)],
    by_value: bool,
) {
    let n = ballots.len();
    let (low, high) = (ballots[(n - 1) / 2], ballots[n / 2]);
    if by_value {
        let median = f64::midpoint(low.0, high.0);
        let raised = scale.iter().find(|card| card.0 >= median - 1e-9);
        let sum: f64 = ballots.iter().map(|b| b.0).sum();
        let average = sum / f64::from(u32::try_from(n).unwrap_or(1));
        assert!(near(said.median, median, 1e-9), "{said:?}");
        assert!(near(said.average, average, 0.005 + 1e-9), "{said:?}");
        assert_eq!(said.median_card, raised.map(|card| card.1));
    } else {
        assert_eq!((said.median, said.average), (None, None));
        assert_eq!(said.median_card, Some(high.1));
    }
}

fn check_modes(said: &Statistics, counts: &[u32], scale: &[(f64, usize)]) {
    let most = scale.iter().map(|card| counts[card.1]).max().unwrap_or(0);
    let mut modes: Vec<usize> = scale
        .iter()
        .map(|card| card.1)
        .filter(|c| counts[*c] == most)
        .collect();
    modes.sort_unstable();
    assert_eq!(said.modes, modes);
    let share = 100.0 * f64::from(most) / f64::from(said.n_numeric);
    let percent = (share + 0.5 + 1e-9).floor();
    assert_eq!(
        said.agreement.map(|p| f64::from(p).to_string()),
        Some(percent.to_string())
    );
}

fn check(hand: &Hand, counts: &[u32]) {
    let said = Statistics::of(hand, counts);
    let (scale, by_value) = scale(hand);
    let mut ballots = Vec::new();
    for card in &scale {
        for _ in 0..counts[card.1] {
            ballots.push(*card);
        }
    }
    assert_eq!(said.n_votes, counts.iter().sum::<u32>());
    assert_eq!(usize::try_from(said.n_numeric), Ok(ballots.len()));
    let (Some(first), Some(last)) = (ballots.first(), ballots.last()) else {
        let nothing = Statistics {
            n_votes: said.n_votes,
            unanimous: said.unanimous,
            ..Statistics::default()
        };
        assert_eq!(said, nothing);
        return;
    };
    assert_eq!((said.lowest, said.highest), (Some(first.1), Some(last.1)));
    let step = |choice| scale.iter().position(|card| card.1 == choice);
    let spread = step(last.1)
        .zip(step(first.1))
        .map(|(high, low)| high - low);
    assert_eq!(said.spread.map(usize::from), spread);
    check_middle(&said, &ballots, &scale, by_value);

    check_modes(&said, counts, &scale);
    let suggested = if spread == Some(0) {
        said.lowest
    } else {
        said.median_card
    };
    assert_eq!(said.suggestion, suggested);
    let n_faces = counts.iter().filter(|n| **n > 0).count();
    assert_eq!(said.is_unanimous(), n_faces == 1);
}

#[test]
fn any_tally_on_any_deck_reads_as_a_person_would_read_it() {
    let mut dice = Dice(2026);
    for _ in 0..N_ROUNDS {
        let add_ons = AddOns {
            infinity: dice.below(2) == 0,
            ..AddOns::default()
        };
        let hand = Hand::of(&dice.deck(), add_ons);
        let counts: Vec<u32> = hand.faces().iter().map(|_| dice.count()).collect();
        check(&hand, &counts);
    }
}

#[test]
fn any_value_is_written_so_that_it_reads_back() {
    let mut dice = Dice(7);
    for _ in 0..N_ROUNDS {
        let hundredths = i64::try_from(dice.below(200_000_001)).unwrap_or(0) - 100_000_000;
        let value = Value::from_thousandths(hundredths * 10);
        for mark in ['.', ','] {
            assert_eq!(Value::parse(&value.format(mark)), Ok(value));
        }
    }
}
