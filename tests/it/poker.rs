//! What a tally says, by example.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::poker::{AddOns, Deck, DeckKind, Hand, Statistics, Talk};

const ALL_ADD_ONS: AddOns = AddOns {
    infinity: true,
    unsure: true,
    coffee: true,
};

/// The tally of these votes, each given by what is printed on the card.
fn counts(hand: &Hand, votes: &str) -> Vec<u32> {
    let faces = hand.faces().iter();
    let counts: Vec<u32> = faces
        .map(|face| {
            let n = votes.split(',').filter(|v| v.trim() == face.label());
            n.fold(0, |n, _| n + 1)
        })
        .collect();
    let n_votes = votes.split(',').filter(|v| !v.trim().is_empty()).count();
    assert_eq!(counts.iter().sum::<u32>().to_string(), n_votes.to_string());
    counts
}

/// All numbers of a tally on one line: average, median, median card, lowest,
/// highest, modes, agreement, spread, suggestion.
fn line(deck: &Deck, votes: &str) -> String {
    let hand = Hand::of(deck, ALL_ADD_ONS);
    let said = Statistics::of(&hand, &counts(&hand, votes));
    let card = |choice: Option<usize>| choice.and_then(|i| hand.label(i)).unwrap_or("-");
    let number = |n: Option<String>| n.unwrap_or_else(|| "-".to_owned());
    let modes: Vec<&str> = said.modes.iter().map(|i| card(Some(*i))).collect();
    format!(
        "{} {} {} | {} {} [{}] | {} {} {}",
        number(said.average.map(|v| v.format('.'))),
        number(said.median.map(|v| v.format('.'))),
        card(said.median_card),
        card(said.lowest),
        card(said.highest),
        modes.join(" "),
        number(said.agreement.map(|n| n.to_string())),
        number(said.spread.map(|n| n.to_string())),
        card(said.suggestion),
    )
}

fn check(deck: &Deck, table: &[(&str, &str)]) {
    for (votes, expected) in table {
        assert_eq!(line(deck, votes), *expected, "{votes}");
    }
}

#[test]
fn a_fibonacci_tally_gives_every_number_by_hand() {
    check(
        &Deck::preset(DeckKind::Fibonacci),
        &[
            // Odd and even numbers of ballots, on a card and between two.
            ("5, 5, 5", "5 5 5 | 5 5 [5] | 100 0 5"),
            ("3, 5, 8", "5.33 5 5 | 3 8 [3 5 8] | 33 2 5"),
            ("5, 8", "6.5 6.5 8 | 5 8 [5 8] | 50 1 8"),
            ("1, 3", "2 2 2 | 1 3 [1 3] | 50 2 2"),
            ("3, 5, 5, 8", "5.25 5 5 | 3 8 [5] | 50 2 5"),
            ("0", "0 0 0 | 0 0 [0] | 100 0 0"),
            // One low and one high: the mean of the middle two, raised.
            ("0, 89", "44.5 44.5 55 | 0 89 [0 89] | 50 10 55"),
            // Two modes, and agreement of one of them.
            ("3, 3, 8, 8, 5", "5.4 5 5 | 3 8 [3 8] | 40 2 5"),
            // The spread counts deck steps across gaps without votes.
            ("1, 1, 13", "5 1 1 | 1 13 [1] | 67 5 1"),
            // 20 ÷ 3 and 8 ÷ 3 are rounded once, to hundredths.
            ("2, 5, 13", "6.67 5 5 | 2 13 [2 5 13] | 33 4 5"),
            ("2, 3, 3", "2.67 3 3 | 2 3 [3] | 67 1 3"),
        ],
    );
}

#[test]
fn add_ons_count_in_the_distribution_and_in_nothing_else() {
    let deck = Deck::preset(DeckKind::Fibonacci);
    check(
        &deck,
        &[
            ("5, 5, ?, ☕, ∞", "5 5 5 | 5 5 [5] | 100 0 5"),
            ("?, ?, ☕, 3, 5", "4 4 5 | 3 5 [3 5] | 50 1 5"),
            ("?, ☕, ∞", "- - - | - - [] | - - -"),
            ("", "- - - | - - [] | - - -"),
        ],
    );
    let hand = Hand::of(&deck, ALL_ADD_ONS);
    let said = Statistics::of(&hand, &counts(&hand, "5, 5, ?, ☕, ∞"));
    assert_eq!((said.n_votes, said.n_numeric), (5, 2));
}

#[test]
fn agreement_is_rounded_half_up() {
    let deck = Deck::preset(DeckKind::Fibonacci);
    let hand = Hand::of(&deck, AddOns::NONE);
    let table: [(&[u32], u8); 6] = [
        (&[1, 1, 1, 1, 1, 1, 1, 1], 13), // 12.5
        (&[3, 2, 2, 1], 38),             // 37.5
        (&[2, 1], 67),                   // 66.67
        (&[1, 1, 1], 33),                // 33.33
        (&[199, 1], 100),                // 99.5
        (&[399, 3], 99),                 // 99.25
    ];
    for (counts, percent) in table {
        let said = Statistics::of(&hand, counts);
        assert_eq!(said.agreement, Some(percent), "{counts:?}");
    }
}

#[test]
fn half_a_point_is_counted_exactly() {
    check(
        &Deck::preset(DeckKind::ModifiedFibonacci),
        &[
            ("½, ½", "0.5 0.5 ½ | ½ ½ [½] | 100 0 ½"),
            ("½, 1", "0.75 0.75 1 | ½ 1 [½ 1] | 50 1 1"),
            ("0, ½", "0.25 0.25 ½ | 0 ½ [0 ½] | 50 1 ½"),
            ("0, ½, 1", "0.5 0.5 ½ | 0 1 [0 ½ 1] | 33 2 ½"),
            ("20, 100", "60 60 100 | 20 100 [20 100] | 50 2 100"),
        ],
    );
}

#[test]
fn an_average_is_rounded_half_up_to_hundredths() -> Result<(), Box<dyn std::error::Error>> {
    check(
        &Deck::custom("", "0.01; 0.02; 0.05; -0.01; -0.02")?,
        &[
            (
                "0.01, 0.02",
                "0.02 0.02 0.02 | 0.01 0.02 [0.01 0.02] | 50 1 0.02",
            ),
            (
                "-0.01, -0.02",
                "-0.01 -0.01 -0.01 | -0.02 -0.01 [-0.01 -0.02] | 50 1 -0.01",
            ),
        ],
    );
    Ok(())
}

#[test]
fn t_shirts_have_no_average_and_their_median_goes_by_position() {
    check(
        &Deck::preset(DeckKind::TShirt),
        &[
            ("M, M, M", "- - M | M M [M] | 100 0 M"),
            ("S, M, L", "- - M | S L [S M L] | 33 2 M"),
            ("S, M", "- - M | S M [S M] | 50 1 M"),
            ("S, L", "- - L | S L [S L] | 50 2 L"),
            ("XS, XS, XXL, ?", "- - XS | XS XXL [XS] | 67 5 XS"),
        ],
    );
}

#[test]
fn the_ready_deck_leans_to_not_ready_on_a_tie() {
    check(
        &Deck::preset(DeckKind::Ready),
        &[
            (
                "Ready, Ready",
                "- - Ready | Ready Ready [Ready] | 100 0 Ready",
            ),
            (
                "Ready, Not ready",
                "- - Not ready | Ready Not ready [Ready Not ready] | 50 1 Not ready",
            ),
            (
                "Ready, Ready, Not ready",
                "- - Ready | Ready Not ready [Ready] | 67 1 Ready",
            ),
        ],
    );
}

#[test]
fn custom_decks_may_be_mixed_unsorted_or_repeat_a_value() -> Result<(), Box<dyn std::error::Error>>
{
    // Cards without a value are like add-ons beside those with one.
    check(
        &Deck::custom("", "1 2 Epic 3")?,
        &[
            ("1, 3, Epic", "2 2 2 | 1 3 [1 3] | 50 2 2"),
            ("2, 3", "2.5 2.5 3 | 2 3 [2 3] | 50 1 3"),
            ("Epic, Epic", "- - - | - - [] | - - -"),
        ],
    );
    // One card with a value alone is no scale: positions count.
    check(
        &Deck::custom("", "S M 3 L")?,
        &[("S, 3, L", "- - 3 | S L [S 3 L] | 33 3 3")],
    );
    // Order is by value, not by place in the deck; bars stay in deck order.
    check(
        &Deck::custom("", "8 1 5")?,
        &[("8, 1", "4.5 4.5 5 | 1 8 [8 1] | 50 2 5")],
    );
    // The consensus card is the one that got the votes, not its double.
    check(
        &Deck::custom("", "a=1 b=1 c=2")?,
        &[
            ("b, b", "1 1 a | b b [b] | 100 0 b"),
            ("a, b", "1 1 a | a b [a b] | 50 1 a"),
        ],
    );
    Ok(())
}

#[test]
fn the_spread_says_whether_to_talk() {
    let hand = Hand::of(&Deck::default(), ALL_ADD_ONS);
    let table = [
        ("5, 5", Talk::Consensus),
        ("5, 5, ?", Talk::Consensus),
        ("5, 8", Talk::Close),
        ("5, 13", Talk::Talk),
        ("?, ☕", Talk::Talk),
        ("", Talk::Talk),
    ];
    for (votes, talk) in table {
        let said = Statistics::of(&hand, &counts(&hand, votes));
        assert_eq!(said.talk(), talk, "{votes}");
    }
}

#[test]
fn few_voters_or_one_common_card_are_not_anonymous() {
    let hand = Hand::of(&Deck::default(), ALL_ADD_ONS);
    let table = [
        ("", false, false),
        ("5", true, true),
        ("5, 8", false, true),
        ("5, ?", false, true),
        ("5, 5, 5", true, true),
        ("?, ?, ?", true, true),
        ("5, 5, ?", false, false),
        ("5, 5, 8", false, false),
    ];
    for (votes, unanimous, tells) in table {
        let said = Statistics::of(&hand, &counts(&hand, votes));
        assert_eq!(said.is_unanimous(), unanimous, "{votes}");
        assert_eq!(said.tells_who(), tells, "{votes}");
    }
}

#[test]
fn counts_of_the_wrong_length_or_size_do_no_harm() -> Result<(), Box<dyn std::error::Error>> {
    let hand = Hand::of(&Deck::default(), AddOns::default());
    assert_eq!(Statistics::of(&hand, &[]), Statistics::default());
    // The last count of a ballot is "no vote".
    let mut with_no_vote = counts(&hand, "5, 8");
    let said = Statistics::of(&hand, &with_no_vote);
    with_no_vote.push(7);
    assert_eq!(Statistics::of(&hand, &with_no_vote), said);

    let full = Statistics::of(&hand, &[u32::MAX; 13]);
    assert_eq!((full.n_votes, full.n_numeric), (u32::MAX, u32::MAX));
    assert_eq!(full.average.map(|v| v.format('.')).as_deref(), Some("21"));
    assert_eq!(full.agreement, Some(9));

    // A hand that never was checked, with values at the ends of what fits.
    let card =
        |label: &str, value: i64| format!(r#"{{"Card":{{"label":"{label}","value":{value}}}}}"#);
    let (low, high) = (card("low", i64::MIN), card("high", i64::MAX));
    let wild: Hand = serde_json::from_str(&format!(r#"{{"faces":[{low},{high}]}}"#))?;
    let said = Statistics::of(&wild, &[u32::MAX, u32::MAX]);
    assert_eq!((said.spread, said.median_card), (Some(1), Some(1)));
    Ok(())
}

#[test]
fn statistics_survive_being_stored() -> Result<(), Box<dyn std::error::Error>> {
    let hand = Hand::of(&Deck::default(), AddOns::default());
    let said = Statistics::of(&hand, &counts(&hand, "3, 5, 5, ?"));
    let bytes = postcard::to_allocvec(&said)?;
    assert_eq!(postcard::from_bytes::<Statistics>(&bytes)?, said);
    Ok(())
}
