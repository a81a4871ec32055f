//! Every item and every fact has its words in both languages.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use std::collections::BTreeSet;

use floret::checklist::{
    Checklist, ChecklistText, FactSaid, ItemName, ListKind, MAX_ITEM_CHARS, fact,
};

use super::{NOW, all_facts, english, german};

fn names() -> Vec<ItemName> {
    ListKind::ALL
        .into_iter()
        .flat_map(ListKind::built_in)
        .collect()
}

#[test]
fn every_item_has_words_of_its_own_in_both_languages() {
    for words in [english(), german()] {
        let texts: BTreeSet<&str> = names()
            .into_iter()
            .map(|name| words.item(name).unwrap())
            .collect();
        assert_eq!(texts.len(), 68);
        for text in texts {
            assert_eq!(text, text.trim());
            assert!(
                !text.ends_with('.') && !text.contains(['"', '\'', '{']),
                "{text}"
            );
            assert!(text.chars().count() <= MAX_ITEM_CHARS);
        }
    }
    assert_eq!(english().item(ItemName::BuiltIn(ListKind::After, 12)), None);
    assert_eq!(english().item(ItemName::Own(1)), None);
}

#[test]
fn the_lists_are_called_as_they_are_known() {
    let headings = ListKind::ALL.map(|list| english().heading(list).to_owned());
    assert_eq!(
        headings,
        ["Standing agreements", "Before", "During", "After"]
    );
    assert_eq!(english().0.screen.progress, "Progress");
    assert_eq!(english().0.title, "Prepare a refinement");
}

#[test]
fn every_fact_is_a_sentence_with_its_values() {
    let facts = all_facts();
    for words in [english(), german()] {
        for name in names() {
            let Some(said) = fact(name, &facts).map(|said| words.fact(&said)) else {
                continue;
            };
            assert!(
                said.ends_with('.') && !said.contains(['{', '}', '"']),
                "{name}: {said}"
            );
        }
    }
    assert_eq!(
        Checklist::begin(NOW)
            .sheet(&facts, &english())
            .progress_said,
        "35 of 68 done"
    );
}

#[test]
fn one_none_and_many_read_differently() {
    for (fact, said) in [
        (FactSaid::Picked(6), "6 stories are picked."),
        (
            FactSaid::Checked(1),
            "1 story was checked against the Definition of Ready.",
        ),
        (
            FactSaid::NoneUnready(0),
            "Every picked story passes the vote gate.",
        ),
        (
            FactSaid::NoneUnready(1),
            "1 story was moved to a later session; all others pass the vote gate.",
        ),
        (
            FactSaid::RisksNamed(0),
            "Risks were asked for, and nobody knew of one.",
        ),
        (
            FactSaid::Timeboxed {
                n_parts: 6,
                minutes: 60,
            },
            "6 of 6 parts have a timebox, 60 minutes in all.",
        ),
        (
            FactSaid::SentAhead(24),
            "The stories went out 24 hours before the session.",
        ),
        (
            FactSaid::SentAhead(71),
            "The stories went out 2 days before the session.",
        ),
        (
            FactSaid::GoalSet("{0} {1}".into()),
            "The goal is “{0} {1}”, and limits are set.",
        ),
        (FactSaid::Moderates("Ana".into()), "Ana is the moderator."),
    ] {
        assert_eq!(english().fact(&fact), said);
    }
    assert_eq!(
        german().fact(&FactSaid::Picked(6)),
        "6 Storys sind ausgewählt."
    );
}
