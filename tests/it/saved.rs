//! What a browser kept is read again, for ever; what is damaged or newer is an answer.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::poker::{AddOns, Deck, DeckKind};
use floret::room::{MAX_STORIES, NamedVote, Outcome, Remark, Rules, SeatId, Story};
use floret::saved::{
    DAMAGED_PREFIX, DECKS_KEY, Kept, KeptSettings, KeptTable, SETTINGS_KEY, TABLE_KEY, backup,
    read_backup, read_decks, read_settings, read_table, write_decks, write_settings, write_table,
};

use super::wire_samples::{below, seeded};

/// Released forms; files are added, never edited.
pub(crate) const SETTINGS_1: &str = include_str!("saved/settings-1.json");
pub(crate) const SETTINGS_1_SPARSE: &str = include_str!("saved/settings-1-sparse.json");
pub(crate) const SETTINGS_1_TURN: &str = include_str!("saved/settings-1-turn.json");
pub(crate) const DECKS_1: &str = include_str!("saved/decks-1.json");
pub(crate) const TABLE_1: &str = include_str!("saved/table-1.json");

fn fine<T>(kept: Kept<T>) -> T {
    match kept {
        Kept::Fine(value) => value,
        Kept::Damaged => panic!("damaged"),
        Kept::Newer => panic!("newer"),
    }
}

fn decks() -> Vec<Deck> {
    vec![
        Deck::custom("Fruit", "cherry=1; apple=3; melon=8").unwrap(),
        Deck::custom("Bare", "one, two, three").unwrap(),
        Deck::custom("Quotes \"’", "½; 1; 2, \\, \"").unwrap(),
        Deck::preset(DeckKind::Ready),
    ]
}

fn outcome(deck: Deck, named: bool) -> Outcome {
    let add_ons = AddOns {
        infinity: true,
        unsure: false,
        coffee: true,
    };
    let n_choices = deck.cards().len() + 2;
    let vote = |seat, choice| NamedVote {
        seat: SeatId(seat),
        name: format!("S{seat}"),
        choice,
    };
    Outcome {
        add_ons,
        counts: (0..).take(n_choices).collect(),
        no_vote: 2,
        named: named.then(|| vec![vote(1, Some(2)), vote(9, None)]),
        remarks: vec![Remark {
            name: named.then(|| String::from("S1")),
            text: String::from("é\n"),
        }],
        lost_remarks: 0,
        n_verified: 12,
        deck,
    }
}

fn stories() -> Vec<Story> {
    let mut stories = vec![Story::default()];
    for kind in DeckKind::PRESETS {
        stories.push(Story {
            title: format!("{kind:?} \u{1f966} \"quoted\" \\"),
            estimate: Some(String::from("½")),
            rounds: vec![
                outcome(Deck::preset(kind), true),
                outcome(decks().remove(0), false),
            ],
            began_ms: -1,
            estimated_ms: Some(i64::MAX),
            link: String::from("https://tracker.example/ABC-1"),
        });
    }
    stories
}

#[test]
fn what_was_written_is_read_again() {
    let mut settings = KeptSettings::default();
    settings.name = String::from("Zoë \"🥦\"");
    settings.language = Some(String::from("de"));
    settings.theme = Some(String::from("light"));
    settings.single_keys = false;
    settings.ice = String::from("lan");
    settings.own_servers = String::from("a\nb");
    settings.rendezvous = true;
    settings.trackers = String::from("wss://relay.example.org\nc");
    settings.timer_minutes = 60;
    assert_eq!(fine(read_settings(&write_settings(&settings))), settings);
    assert_eq!(fine(read_decks(&write_decks(&decks()))), decks());
    for deck in decks() {
        for bits in 0..16_u8 {
            let rules = Rules {
                deck: deck.clone(),
                add_ons: AddOns {
                    infinity: bits & 1 > 0,
                    unsure: bits & 2 > 0,
                    coffee: true,
                },
                is_anonymous: bits & 4 > 0,
                everyone_runs: bits & 8 > 0,
                auto_reveal: bits & 1 > 0,
                comments: bits & 2 > 0,
            };
            let kept = KeptTable {
                rules,
                stories: stories(),
                meeting: None,
            };
            assert_eq!(fine(read_table(&write_table(&kept))), kept);
        }
    }
}

#[test]
fn released_forms_are_read_for_ever() {
    let settings = fine(read_settings(SETTINGS_1));
    assert_eq!(
        (settings.name.as_str(), settings.timer_minutes),
        ("Zoë 🥦", 7)
    );
    assert_eq!(
        (settings.language.as_deref(), settings.ice.as_str()),
        (Some("de"), "own")
    );
    assert!(!settings.single_keys);
    assert!(!settings.rendezvous, "older than that: off");
    let sparse = fine(read_settings(SETTINGS_1_SPARSE));
    assert_eq!(
        (sparse.timer_minutes, sparse.single_keys),
        (5, true),
        "what is missing is usual"
    );
    let turn = fine(read_settings(SETTINGS_1_TURN));
    assert_eq!(turn.turn_url, "turns:turn.example:5349");
    assert_eq!(
        (turn.turn_user, turn.turn_password.0),
        (String::from("bo"), String::from("correct horse"))
    );
    let kept = fine(read_decks(DECKS_1));
    let labels: Vec<_> = kept[1]
        .cards()
        .iter()
        .map(floret::poker::Card::label)
        .collect();
    assert_eq!((kept.len(), labels), (3, vec!["½", "1", "2"]));
    let table = fine(read_table(TABLE_1));
    assert_eq!(table.rules.deck.name(), "Fruit");
    assert!(!table.rules.is_anonymous && !table.rules.everyone_runs);
    assert!(table.rules.auto_reveal && table.rules.comments && table.rules.add_ons.infinity);
    let [first, second] = &table.stories[..] else {
        panic!("{:?}", table.stories)
    };
    assert_eq!(
        (first.estimate.as_deref(), first.rounds.len()),
        (Some("8"), 2)
    );
    let named = first.rounds[1].named.as_ref().unwrap();
    assert_eq!((named[2].name.as_str(), named[2].choice), ("Cy", None));
    assert_eq!(first.rounds[0].remarks[0].text, "we lack test data");
    assert_eq!(second.rounds[0].statistics().n_votes, 2);
}

#[test]
fn a_released_form_is_still_what_is_written() {
    for (text, again) in [
        (SETTINGS_1, write_settings(&fine(read_settings(SETTINGS_1)))),
        (TABLE_1, {
            let table = fine(read_table(TABLE_1));
            write_table(&table)
        }),
    ] {
        let (text, again): (serde_json::Value, serde_json::Value) = (
            serde_json::from_str(text).unwrap(),
            serde_json::from_str(&again).unwrap(),
        );
        assert_eq!(text, again, "another form needs another version");
    }
}

#[test]
fn every_text_cut_short_is_damaged() {
    for text in [SETTINGS_1, DECKS_1, TABLE_1].map(str::trim_end) {
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            let cut = &text[..end];
            assert_eq!(read_settings(cut), Kept::Damaged, "{cut}");
            assert_eq!(read_decks(cut), Kept::Damaged, "{cut}");
            assert_eq!(read_table(cut), Kept::Damaged, "{cut}");
            assert_eq!(read_backup(cut), Kept::Damaged, "{cut}");
        }
    }
}

#[test]
fn a_text_with_any_byte_changed_is_an_answer_never_a_panic() {
    let mut rng = seeded(77);
    let backup = backup([(SETTINGS_KEY, SETTINGS_1), (TABLE_KEY, TABLE_1)]);
    for text in [SETTINGS_1, DECKS_1, TABLE_1, &backup] {
        for _try in 0..2_000 {
            let mut bytes = text.as_bytes().to_vec();
            let n_bytes = u32::try_from(bytes.len()).unwrap();
            let at = usize::try_from(below(&mut rng, n_bytes)).unwrap();
            let letters = b"0123456789-{}[]\",:ntu \\ex";
            let letter = usize::try_from(below(&mut rng, 25)).unwrap();
            bytes[at] = letters[letter];
            let Ok(changed) = String::from_utf8(bytes) else {
                continue;
            };
            let _answers = (
                read_settings(&changed),
                read_decks(&changed),
                read_table(&changed),
                read_backup(&changed),
            );
        }
    }
}

#[test]
fn texts_of_a_newer_program_are_told_from_damaged_ones() {
    for text in [
        "{\"version\":2}",
        "{\"version\":4294967295,\"x\":[]}",
        "{\"a\":1,\"version\":2}",
    ] {
        assert_eq!(read_settings(text), Kept::Newer);
        assert_eq!(read_decks(text), Kept::Newer);
        assert_eq!(read_table(text), Kept::Newer);
        assert_eq!(read_backup(text), Kept::Newer);
    }
    for text in [
        "",
        "null",
        "[]",
        "{}",
        "{\"version\":-1}",
        "{\"version\":\"1\"}",
        "{\"version\":1e9}",
    ] {
        assert_eq!(read_table(text), Kept::Damaged, "{text}");
        assert_eq!(read_settings(text), Kept::Damaged, "{text}");
    }
}

#[test]
fn a_table_whose_numbers_do_not_fit_its_deck_is_damaged() {
    let wrong = [
        TABLE_1.replace("[1,0,0,0,1]", "[1,0,0,0]"),
        TABLE_1.replace("[1,0,0,0,1]", "[1,0,0,0,1,0]"),
        TABLE_1.replace("\"fibonacci\"", "\"tarot\""),
        TABLE_1.replace("melon=8", "melon=x"),
        TABLE_1.replace("cherry=1; apple=3; melon=8", "cherry=1"),
        TABLE_1.replace("[1,0,0,0,1]", "[-1,0,0,0,1]"),
    ];
    for text in wrong {
        assert_ne!(text, TABLE_1);
        assert_eq!(read_table(&text), Kept::Damaged, "{text}");
    }
}

#[test]
fn more_stories_than_a_table_has_are_cut_to_those_it_can_have() {
    let many = KeptTable {
        rules: Rules::default(),
        stories: vec![Story::default(); MAX_STORIES + 9],
        meeting: None,
    };
    let table = fine(read_table(&write_table(&many)));
    assert_eq!(table.stories.len(), MAX_STORIES);
}

#[test]
fn a_backup_holds_what_is_kept_and_nothing_foreign_or_damaged() {
    let damaged = format!("{DAMAGED_PREFIX}{TABLE_KEY}");
    let kept = [
        (SETTINGS_KEY, SETTINGS_1),
        (DECKS_KEY, DECKS_1),
        ("somebody.else", "secret"),
        (damaged.as_str(), "junk"),
    ];
    let text = backup(kept);
    assert!(!text.contains("secret") && !text.contains("junk"));
    let mut values = fine(read_backup(&text));
    values.sort();
    let pair = |key: &str, text: &str| (key.to_owned(), text.to_owned());
    assert_eq!(
        values,
        [pair(DECKS_KEY, DECKS_1), pair(SETTINGS_KEY, SETTINGS_1)]
    );
    let crafted = serde_json::json!({
        "version": 1,
        "floret": { "somebody.else": "x", damaged: "x", SETTINGS_KEY: SETTINGS_1 }
    });
    assert_eq!(
        fine(read_backup(&crafted.to_string())),
        [pair(SETTINGS_KEY, SETTINGS_1)]
    );
}
