//! Decks and hands: presets, decks people type, decks peers send.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::poker::{AddOn, AddOns, Card, Deck, DeckError, DeckKind, Hand, Value, ValueError};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn labels(deck: &Deck) -> Vec<&str> {
    deck.cards().iter().map(Card::label).collect()
}

/// A custom deck as a peer would send it: nothing in it was checked.
fn sent(name: &str, cards: &[(&str, Option<i64>)]) -> Result<Deck, serde_json::Error> {
    let cards: Vec<_> = cards
        .iter()
        .map(|(label, value)| serde_json::json!({"label": label, "value": value}))
        .collect();
    serde_json::from_value(serde_json::json!({"kind": "Custom", "name": name, "cards": cards}))
}

/// A peer's deck of 1, 2 and this card.
fn with_third(label: &str, value: Option<i64>) -> Result<Deck, serde_json::Error> {
    sent(
        "",
        &[("1", Some(1_000)), ("2", Some(2_000)), (label, value)],
    )
}

#[test]
fn presets_have_the_cards_of_the_table() {
    let table = [
        "0 1 2 3 5 8 13 21 34 55 89",
        "1 2 3 5 8 13 21",
        "0 ½ 1 2 3 5 8 13 20 40 100",
        "XS S M L XL XXL",
        "1 2 4 8 16 32 64",
        "1 2 4 8 16 24 40",
        "1 2 3 4 5",
        "Ready Not ready",
    ];
    for (kind, cards) in DeckKind::PRESETS.into_iter().zip(table) {
        let deck = Deck::preset(kind);
        assert_eq!(deck.kind(), kind);
        assert_eq!(labels(&deck).join(" "), cards);
        assert_eq!(deck.validate(), Ok(()));
        let n_values = deck.cards().iter().filter(|c| c.value().is_some()).count();
        let by_position = [DeckKind::TShirt, DeckKind::Ready].contains(&kind);
        let expected = if by_position { 0 } else { deck.cards().len() };
        assert_eq!(n_values, expected, "{kind:?}");
    }
    assert_eq!(Deck::default(), Deck::preset(DeckKind::Fibonacci));
    assert_eq!(Deck::preset(DeckKind::Custom), Deck::default());
}

#[test]
fn a_custom_deck_is_read_with_any_separator() -> Outcome {
    let table: [(&str, &[&str]); 10] = [
        ("1 2 3", &["1", "2", "3"]),
        ("  1,2 , 3  ", &["1", "2", "3"]),
        ("1, 2, 3,", &["1", "2", "3"]),
        ("1;2;3;", &["1", "2", "3"]),
        ("1\n2\r\n\n3\n", &["1", "2", "3"]),
        ("1;2\n3;\n4", &["1", "2", "3", "4"]),
        ("very small, small, big", &["very small", "small", "big"]),
        ("0,5,1,2", &["0", "5", "1", "2"]),
        ("0,5; 1; 2", &["½", "1", "2"]),
        ("🐁 🐕 🐘 🐋", &["🐁", "🐕", "🐘", "🐋"]),
    ];
    for (text, expected) in table {
        assert_eq!(labels(&Deck::custom("", text)?), expected, "{text:?}");
    }
    Ok(())
}

#[test]
fn a_half_is_printed_the_same_however_it_was_typed() -> Outcome {
    for half in ["½", "1/2", "0.5", "0,5", "=½"] {
        let text = format!("{}; 1; 2", half.replace('=', "half="));
        let deck = Deck::custom("", &text)?;
        let first = deck.cards().first().ok_or("no card")?;
        assert_eq!(first.value(), Some(Value::from_thousandths(500)));
        let label = if half.starts_with('=') { "half" } else { "½" };
        assert_eq!(first.label(), label);
    }
    let twice = Deck::custom("", "½ 0.5 1");
    assert_eq!(twice, Err(DeckError::Duplicate { card: "½".into() }));
    Ok(())
}

#[test]
fn cards_may_have_values_of_their_own() -> Outcome {
    let deck = Deck::custom(" Sizes ", "S = 1, M=2.5, L, a=b=-3, 5=8")?;
    assert_eq!(deck.name(), "Sizes");
    assert_eq!(labels(&deck), ["S", "M", "L", "a=b", "5"]);
    let values: Vec<Option<i64>> = deck
        .cards()
        .iter()
        .map(|card| card.value().map(Value::thousandths))
        .collect();
    let expected = [Some(1_000), Some(2_500), None, Some(-3_000), Some(8_000)];
    assert_eq!(values, expected);
    Ok(())
}

#[test]
fn a_custom_deck_comes_back_from_its_text() -> Outcome {
    for text in [
        "1 2 3",
        "½; 0,25; 7",
        "S=1, M=2.5, L, a=b=-3, 5=8",
        "a b, c d, e",
    ] {
        let deck = Deck::custom("Ours", text)?;
        assert_eq!(Deck::custom("Ours", &deck.to_text())?, deck, "{text}");
        assert_eq!(deck.validate(), Ok(()));
        let json = serde_json::to_string(&deck)?;
        assert_eq!(serde_json::from_str::<Deck>(&json)?, deck);
        let bytes = postcard::to_allocvec(&deck)?;
        assert_eq!(postcard::from_bytes::<Deck>(&bytes)?, deck);
    }
    Ok(())
}

#[test]
fn three_to_twenty_cards_of_one_to_ten_characters_fit() -> Outcome {
    let twenty: Vec<String> = (0..20).map(|i| i.to_string()).collect();
    assert_eq!(Deck::custom("", &twenty.join(" "))?.cards().len(), 20);
    // Ten characters are ten, however many bytes they take.
    let deck = Deck::custom("", "äöüäöüäöüä 🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀 abcdefghij")?;
    assert_eq!(deck.validate(), Ok(()));
    // A family is one picture, of seven characters.
    assert!(Deck::custom("", "👨‍👩‍👧‍👦 👍🏽 ❤️").is_ok());
    assert!(Deck::custom(&"n".repeat(40), "1 2 3").is_ok());
    Ok(())
}

#[test]
fn a_deck_that_breaks_a_rule_is_told_which() {
    let fifty: Vec<String> = (0..50).map(|i| i.to_string()).collect();
    let long = "x".repeat(200);
    let table: [(&str, DeckError); 13] = [
        ("", DeckError::TooFew { n: 0 }),
        (" ,", DeckError::TooFew { n: 1 }),
        ("1 2", DeckError::TooFew { n: 2 }),
        (&fifty.join(" "), DeckError::TooMany { n: 50 }),
        ("1,,2", DeckError::CardEmpty { position: 2 }),
        ("1, ,2", DeckError::CardEmpty { position: 2 }),
        ("1,2,=3", DeckError::CardEmpty { position: 3 }),
        (
            "1 2 abcdefghijk",
            DeckError::CardTooLong {
                card: "abcdefghijk".into(),
                n_chars: 11,
            },
        ),
        (
            &format!("1 2 {long}"),
            DeckError::CardTooLong {
                card: "xxxxxxxxxxxx…".into(),
                n_chars: 200,
            },
        ),
        ("1 2 1", DeckError::Duplicate { card: "1".into() }),
        ("1, 2 , 2", DeckError::Duplicate { card: "2".into() }),
        ("1 2 ?", DeckError::CardIsAddOn { card: "?".into() }),
        (
            "1 2 ☕\u{FE0F}",
            DeckError::CardIsAddOn {
                card: "☕\u{FE0F}".into(),
            },
        ),
    ];
    for (text, error) in table {
        assert_eq!(Deck::custom("", text), Err(error), "{text:?}");
    }
}

#[test]
fn a_value_that_cannot_be_read_is_named_with_its_card() {
    let table = [
        ("S=1 M=two L=3", "M", "two", ValueError::NotANumber),
        ("S, M=, L", "M", "", ValueError::NotANumber),
        ("S=1 M=2 L=1000001", "L", "1000001", ValueError::TooLarge),
        ("1 2 0.125", "0.125", "0.125", ValueError::TooFine),
    ];
    for (text, card, value, rule) in table {
        let error = DeckError::Value {
            card: card.into(),
            value: value.into(),
            rule,
        };
        assert_eq!(Deck::custom("", text), Err(error), "{text:?}");
    }
}

#[test]
fn the_name_of_a_deck_is_short_and_can_be_shown() {
    let long_name = Deck::custom(&"n".repeat(41), "1 2 3");
    assert_eq!(long_name, Err(DeckError::NameTooLong { n_chars: 41 }));
    let turned = Deck::custom("\u{202E}evil", "1 2 3");
    assert_eq!(turned, Err(DeckError::NameUnprintable));
}

#[test]
fn errors_name_the_value_and_the_rule() {
    let said = |text| Deck::custom("", text).err().map(|e| e.to_string());
    assert_eq!(
        said("1 2 abcdefghijk").as_deref(),
        Some("card \"abcdefghijk\" has 11 characters: at most 10"),
    );
    assert_eq!(
        said("S=1 M=two L").as_deref(),
        Some("value \"two\" of card \"M\" is not a number"),
    );
    assert_eq!(said("1").as_deref(), Some("too few cards: 1, at least 3"));
}

#[test]
fn a_deck_from_a_peer_is_held_to_the_same_rules() -> Outcome {
    assert_eq!(with_third("3", None)?.validate(), Ok(()));
    let table = [
        ("", DeckError::CardEmpty { position: 3 }),
        (" \u{3000}", DeckError::CardEmpty { position: 3 }),
        ("\u{200D}", DeckError::CardEmpty { position: 3 }),
        (" 3", DeckError::CardUntrimmed { card: " 3".into() }),
        (
            "a\nb",
            DeckError::CardUnprintable {
                card: "a\nb".into(),
            },
        ),
        (
            "\u{202E}b",
            DeckError::CardUnprintable {
                card: "\u{202E}b".into(),
            },
        ),
        (
            "\u{200B}",
            DeckError::CardUnprintable {
                card: "\u{200B}".into(),
            },
        ),
        ("∞", DeckError::CardIsAddOn { card: "∞".into() }),
        ("2", DeckError::Duplicate { card: "2".into() }),
    ];
    for (text, error) in table {
        assert_eq!(with_third(text, None)?.validate(), Err(error), "{text:?}");
    }
    let (one, two) = (("1", None), ("2", None));
    let few = sent("", &[one, two])?.validate();
    assert_eq!(few, Err(DeckError::TooFew { n: 2 }));
    let named = sent(" x", &[one, two, ("3", None)])?.validate();
    assert_eq!(named, Err(DeckError::NameUnprintable));
    Ok(())
}

#[test]
fn a_peer_cannot_send_values_nobody_could_type() -> Outcome {
    for (value, rule) in [
        (i64::MAX, ValueError::TooFine),
        (i64::MIN, ValueError::TooFine),
        (1_000_000_010, ValueError::TooLarge),
        (5, ValueError::TooFine),
    ] {
        let error = DeckError::Value {
            card: "3".into(),
            value: value.to_string(),
            rule,
        };
        assert_eq!(with_third("3", Some(value))?.validate(), Err(error));
    }
    Ok(())
}

#[test]
fn a_peer_cannot_pass_off_other_cards_as_a_preset() -> Outcome {
    let honest = serde_json::to_string(&Deck::default())?;
    let kind = DeckKind::Fibonacci;
    for (from, to) in [
        ("\"89\"", "\"98\""),
        ("89000", "90000"),
        ("\"name\":\"\"", "\"name\":\"x\""),
    ] {
        let forged: Deck = serde_json::from_str(&honest.replace(from, to))?;
        assert_eq!(forged.validate(), Err(DeckError::PresetChanged { kind }));
    }
    let renamed: Deck = serde_json::from_str(&honest.replace("Fibonacci", "Hours"))?;
    let kind = DeckKind::Hours;
    assert_eq!(renamed.validate(), Err(DeckError::PresetChanged { kind }));
    Ok(())
}

#[test]
fn a_hand_is_the_deck_with_add_ons_last() {
    let deck = Deck::preset(DeckKind::FiveFingers);
    let shown = |add_ons| {
        let hand = Hand::of(&deck, add_ons);
        let labels: Vec<&str> = (0..hand.n_choices())
            .filter_map(|i| hand.label(i))
            .collect();
        labels.join(" ")
    };
    assert_eq!(shown(AddOns::default()), "1 2 3 4 5 ? ☕");
    assert_eq!(shown(AddOns::NONE), "1 2 3 4 5");
    let all = AddOns {
        infinity: true,
        unsure: true,
        coffee: true,
    };
    assert_eq!(shown(all), "1 2 3 4 5 ∞ ? ☕");
    assert!(
        AddOn::ALL
            .iter()
            .all(|a| all.has(*a) && !AddOns::NONE.has(*a))
    );
    assert_eq!(Hand::of(&deck, all).label(8), None);
}

#[test]
fn the_digits_pick_the_first_ten_choices() {
    let hand = Hand::of(&Deck::default(), AddOns::default());
    let keys: String = (0..hand.n_choices()).filter_map(|i| hand.key(i)).collect();
    assert_eq!(keys, "1234567890");
    let small = Hand::of(&Deck::preset(DeckKind::FiveFingers), AddOns::default());
    assert_eq!(small.key(6), Some('7'));
    assert_eq!(small.key(7), None);
    assert_eq!(small.choice_of_key('7'), Some(6));
    assert_eq!(small.choice_of_key('8'), None);
    assert_eq!(hand.choice_of_key('0'), Some(9));
    assert_eq!(hand.choice_of_key('x'), None);
}

#[test]
fn the_digest_changes_with_every_choice_and_with_nothing_else() -> Outcome {
    let of = |deck: &Deck| Hand::of(deck, AddOns::default()).digest();
    let deck = Deck::custom("Ours", "1 2 3")?;
    assert_eq!(of(&deck), of(&Deck::custom("Theirs", "1,2,3")?));
    let mut digests = vec![of(&deck), Hand::of(&deck, AddOns::NONE).digest()];
    for text in [
        "1 3 2",
        "1 2 3=4",
        "1 2 three",
        "1 2 3 4",
        "12 3 4",
        "1 23 4",
    ] {
        digests.push(of(&Deck::custom("", text)?));
    }
    for kind in DeckKind::PRESETS {
        digests.push(of(&Deck::preset(kind)));
    }
    let n = digests.len();
    digests.sort_unstable();
    digests.dedup();
    assert_eq!(digests.len(), n);
    Ok(())
}

#[test]
fn the_digest_of_the_default_hand_never_changes() {
    let hand = Hand::of(&Deck::default(), AddOns::default());
    let hex = data_encoding::HEXLOWER.encode(&hand.digest());
    assert_eq!(
        hex,
        "44bdcad42776f5e908a374a51b9ce8f0af95450cf0e2139b6f2a6ffc6eecf89f"
    );
}
