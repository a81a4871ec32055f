//! Confidential words: none of them leaves, all of them come back.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::prompt::{Mask, Unmask};
use rand_core::Rng;

use super::{below, seeded};

fn masked(words: &[&str], text: &str) -> (String, Unmask) {
    let ([text], back) = Mask::of(words).mask([text]);
    (text, back)
}

fn only(words: &[&str], text: &str) -> String {
    masked(words, text).0
}

#[test]
fn words_become_numbers_and_come_back() {
    let (text, back) = masked(&["Acme", "Adler"], "Acme asks Adler; Adler asks Acme.");
    assert_eq!(text, "[[1]] asks [[2]]; [[2]] asks [[1]].");
    assert_eq!(
        back.unmask("Ask [[2]], then [[1]]."),
        "Ask Adler, then Acme."
    );
    assert_eq!(back.n_words(), 2);
}

#[test]
fn case_accents_and_separators_do_not_hide_a_word() {
    for (word, text) in [
        ("acme", "ACME"),
        ("Straße", "STRASSE"),
        ("MÜLLER", "müller"),
        ("Müller", "Mu\u{308}ller"),
        ("Zoë Grün", "zoe\u{a0}grun"),
        ("Projekt Adler", "projekt-adler"),
        ("Projekt Adler", "ProjektAdler"),
        ("Projekt Adler", "PROJEKT\n  ADLER"),
        ("Projekt-Adler", "projekt_adler"),
        ("projekt adler", "projekt\\_adler"),
        ("Adler", "Ad\u{ad}ler"),
        ("Adler", "A\u{200b}dler"),
        ("İzmir", "izmir"),
        ("ΟΔΟΣ", "οδος"),
        ("Йорг Андреев", "и\u{306}орг андреев"),
        ("東京", "東京"),
        ("C++17", "c++17"),
    ] {
        assert_eq!(only(&[word], text), "[[1]]", "{word} in {text}");
    }
}

#[test]
fn words_are_found_inside_longer_ones_and_the_rest_stays() {
    assert_eq!(
        only(&["Adler"], "Adlers Projektadler-Team"),
        "[[1]]s Projekt[[1]]-Team"
    );
    assert_eq!(only(&["東京"], "新東京店"), "新[[1]]店");
}

#[test]
fn short_words_are_found_as_words_only() {
    assert_eq!(
        only(&["SAP"], "sap, SAPs, disappear, sap-2"),
        "[[1]], [[1]]s, disappear, [[1]]-2"
    );
    assert_eq!(only(&["IT"], "It sits, IT fits"), "[[1]] sits, [[1]] fits");
}

#[test]
fn the_longer_of_two_words_goes_as_a_whole_and_overlaps_leave_nothing() {
    let (text, back) = masked(
        &["Acme", "Acme Cloud", "Cloud Nine"],
        "Acme Cloud, Acme, Acme Cloud Nine",
    );
    assert_eq!(text, "[[1]], [[2]], [[3]]");
    assert_eq!(back.unmask(&text), "Acme Cloud, Acme, Acme Cloud Nine");
}

#[test]
fn what_stands_alone_after_masking_is_masked_too() {
    assert_eq!(only(&["Acme", "SAP"], "AcmeSAP"), "[[1]][[2]]");
}

#[test]
fn numbers_in_the_text_are_not_given_out_again() {
    let (text, back) = masked(&["Acme"], "[[1]] and [[ 2 ]] of Acme");
    assert_eq!(text, "[[1]] and [[ 2 ]] of [[3]]");
    assert_eq!(back.unmask(&text), "[[1]] and [[ 2 ]] of Acme");
}

#[test]
fn a_confidential_number_is_no_placeholder() {
    let words: Vec<String> = (10..40).map(|n| n.to_string()).collect();
    let names: Vec<String> = ('a'..='z').map(|c| format!("name{c}")).collect();
    let all: Vec<&str> = words.iter().chain(&names).map(String::as_str).collect();
    let (text, back) = masked(&all, &names.join(" "));
    assert!(!Mask::of(&all).finds(&text), "{text}");
    assert!(text.ends_with("[[56]]"), "{text}");
    assert_eq!(back.unmask(&text), names.join(" "));
}

#[test]
fn placeholders_are_known_as_models_write_them() {
    let (_, back) = masked(&["Acme"], "Acme");
    for said in ["[[1]]", "[[ 1 ]]", "\\[\\[1\\]\\]", "\\[[1]\\]"] {
        assert_eq!(back.unmask(said), "Acme", "{said}");
    }
    for said in [
        "[1]",
        "[[2]]",
        "[[1]",
        "[[x]]",
        "[[]]",
        "[[99999999999]]",
        "[[",
    ] {
        assert_eq!(back.unmask(said), said);
    }
    assert_eq!(back.unmask("[[[1]]] and [[[["), "[Acme] and [[[[");
}

#[test]
fn several_texts_share_their_numbers() {
    let ([one, two], back) = Mask::of(["Acme"]).mask(["for Acme", "ACME [[1]]"]);
    assert_eq!((one.as_str(), two.as_str()), ("for [[2]]", "[[2]] [[1]]"));
    assert_eq!(back.unmask("[[2]]"), "Acme");
}

#[test]
fn a_typed_list_is_read_by_lines_and_commas() {
    let mask = Mask::of_list("Acme, Adler;Bo\n\n  Cy [x]  \n,a,!!");
    let ([text], back) = mask.mask(["ACME adler bo cy-x a!!"]);
    assert_eq!(text, "[[1]] [[2]] [[3]] [[4]] a!!");
    assert_eq!(back.n_words(), 4);
    assert!(Mask::of_list(" \n,;").is_empty());
}

/// Letters that make words meet, overlap and change their length.
const PIECES: [&str; 26] = [
    "a", "b", "A", "B", "ab", "ba", "ß", "SS", "ẞ", "İ", "ı", "ü", "u\u{308}", "Σ", "ς", " ", "-",
    "\n", "1", "2", "12", "[", "]", "[[1]]", "東", "\u{ad}",
];

fn some(rng: &mut impl Rng, n: usize) -> String {
    (0..n).map(|_| PIECES[below(rng, PIECES.len())]).collect()
}

/// A text as a person compares it: small letters, nothing else changed.
fn lower(text: &str) -> String {
    text.to_lowercase()
}

#[test]
fn no_confidential_word_is_ever_in_what_leaves() {
    for seed in 0..3_000 {
        let mut rng = seeded(seed);
        let n_words = 1 + below(&mut rng, 6);
        let words: Vec<String> = (0..n_words)
            .map(|_| {
                let n = 1 + below(&mut rng, 5);
                some(&mut rng, n)
            })
            .collect();
        let n = below(&mut rng, 60);
        let text = some(&mut rng, n);
        let mask = Mask::of(&words);
        let ([out], back) = mask.mask([&text]);
        assert!(
            !mask.finds(&out),
            "{seed}: {words:?} in {out:?} of {text:?}"
        );
        for word in &words {
            let n_letters = word.chars().filter(|c| c.is_alphanumeric()).count();
            let has_bracket = word.contains(['[', ']']);
            let bare = lower(word.trim());
            if n_letters >= 4 && !has_bracket {
                assert!(!lower(&out).contains(&bare), "{seed}: {word:?} in {out:?}");
            }
        }
        assert_eq!(back.unmask(&out).is_empty(), text.is_empty());
    }
}

#[test]
fn a_text_in_which_words_are_always_spelled_alike_comes_back_to_the_byte() {
    for seed in 0..500 {
        let mut rng = seeded(seed);
        let words = ["Acme", "Adler Nord", "SAP", "Grün"];
        let between = [" ", ", ", " und ", "x ", "\n- ", "[[7]] ", "s "];
        let n = below(&mut rng, 30);
        let text: String = (0..n)
            .map(|_| [words[below(&mut rng, 4)], between[below(&mut rng, 7)]].concat())
            .collect();
        let (out, back) = masked(&words, &text);
        assert_eq!(back.unmask(&out), text, "{out}");
    }
}

#[test]
fn any_text_at_all_is_unmasked_without_harm() {
    let (_, back) = masked(&["Acme"], "Acme");
    for seed in 0..1_000 {
        let mut rng = seeded(seed);
        let bytes: Vec<u8> = (0..40)
            .map(|_| b"[]1 \\x\xc3\xa4"[below(&mut rng, 8)])
            .collect();
        let text = String::from_utf8_lossy(&bytes);
        let out = back.unmask(&text);
        assert!(out.replace("Acme", "").len() <= text.len());
    }
}
