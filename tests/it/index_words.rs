//! `index.html` paints the start page before the program arrives: its texts are those of `words`.

use floret::words::{Language, Words};
use std::collections::BTreeMap;

const PAGE: &str = include_str!("../../index.html");

/// Every marked text of the static page, by its mark.
fn texts(words: &'static Words) -> BTreeMap<&'static str, &'static str> {
    let (start, name) = (&words.start, &words.name);
    BTreeMap::from([
        ("settings", words.common.settings),
        ("back", words.common.back),
        ("headline", start.headline),
        ("lead", start.lead),
        ("start_round", start.start_round),
        ("start_round_note", start.start_round_note),
        ("prepare", start.prepare),
        ("prepare_note", start.prepare_note),
        ("backlog", start.backlog),
        ("fact_secret", start.fact_secret),
        ("fact_secret_note", start.fact_secret_note),
        ("fact_private", start.fact_private),
        ("fact_private_note", start.fact_private_note),
        ("fact_quick", start.fact_quick),
        ("fact_quick_note", start.fact_quick_note),
        ("host_title", name.host_title),
        ("host_note", name.host_note),
        ("guest_title", name.guest_title),
        ("guest_note", name.guest_note),
        ("label", name.label),
        ("go", name.go),
        ("join", name.join),
        ("searching", words.handed.searching),
        ("searching_note", words.handed.searching_note),
    ])
}

#[test]
fn every_marked_text_of_the_static_page_is_the_english_one() {
    let texts = texts(Words::of(Language::English));
    let mut seen = BTreeMap::new();
    for piece in PAGE.split("data-t=\"").skip(1) {
        let (mark, rest) = piece.split_once('"').expect("a mark ends");
        let text = rest
            .split_once('>')
            .and_then(|(_, rest)| rest.split_once('<'));
        let (text, _) = text.expect("a marked element has a text");
        assert_eq!(texts.get(mark), Some(&text), "text marked `{mark}`");
        seen.insert(mark, text);
    }
    assert_eq!(seen, texts, "every text is used");
}

#[test]
fn the_static_page_holds_the_same_texts_in_german() {
    let (_, rest) = PAGE
        .split_once("<script id=\"early-words\" type=\"application/json\">")
        .expect("a block of words");
    let (json, _) = rest.split_once("</script>").expect("it ends");
    let held: BTreeMap<&str, String> = serde_json::from_str(json).expect("it is JSON");
    let german: BTreeMap<_, _> = texts(Words::of(Language::German))
        .into_iter()
        .map(|(mark, text)| (mark, text.to_owned()))
        .collect();
    assert_eq!(held, german);
}

#[test]
fn who_has_no_javascript_is_told_so_in_both_languages() {
    for language in [Language::English, Language::German] {
        assert!(PAGE.contains(Words::of(language).common.needs_script));
    }
}
