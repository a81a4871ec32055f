//! One refinement is put away, the next begins.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::checklist::{Checklist, Facts, ListKind, Tick};

use super::{NOW, all_facts, english, german, named, order, worked_on};

#[test]
fn the_next_refinement_begins_anew_with_the_lists_as_they_were_made() {
    let before = worked_on();
    let later = NOW + 1_000_000;
    let (archived, next) = before.clone().archive(&Facts::default(), &english(), later);
    assert_eq!(
        (&archived.checklist, archived.archived_ms),
        (&before, later)
    );
    assert_eq!(
        (next.title.as_str(), next.date.as_str(), next.began_ms),
        ("", "", later)
    );
    assert_eq!(
        next.layout(),
        before.layout(),
        "own items, wording, order, hidden"
    );
    for kind in [ListKind::Before, ListKind::During, ListKind::After] {
        let mut items = next.list(kind).items.iter();
        assert!(items.all(|item| item.tick == Tick::Unsaid && item.note.is_empty()));
    }
}

#[test]
fn standing_agreements_keep_their_ticks_and_notes() {
    let (_, next) = worked_on().archive(&Facts::default(), &english(), NOW);
    let owner = next.item(named("P1")).unwrap();
    assert_eq!(
        (owner.tick, owner.note.as_str()),
        (Tick::ByHand { at_ms: NOW + 1 }, "Ana")
    );
}

#[test]
fn what_stands_among_the_standing_agreements_is_one_wherever_it_came_from() {
    let mut list = Checklist::begin(NOW);
    let none = Facts::default();
    list.place(named("B1"), ListKind::Standing, None);
    list.place(named("P1"), ListKind::Before, None);
    for name in ["B1", "P1"] {
        list.tick(named(name), true, &none, NOW);
    }
    let next = list.next(NOW);
    assert_eq!(
        next.item(named("B1")).unwrap().tick,
        Tick::ByHand { at_ms: NOW }
    );
    assert_eq!(next.item(named("P1")).unwrap().tick, Tick::Unsaid);
}

#[test]
fn an_archived_refinement_shows_the_facts_of_its_day() {
    let list = worked_on();
    let then = list.sheet(&all_facts(), &english());
    let (archived, next) = list.archive(&all_facts(), &english(), NOW);
    let now = archived.sheet(&english());
    assert_eq!(now.progress, then.progress);
    assert_eq!(now.title, "Sprint 14");
    let row = |name: &str| {
        let mut rows = now.lists.iter().flat_map(|list| &list.rows);
        rows.find(|row| row.name == named(name)).unwrap().clone()
    };
    assert!(row("B17").is_by_fact);
    assert_eq!(row("B17").fact, "Ana is the moderator.");
    assert!(!row("B2").is_done, "unticked by hand");
    assert!(row("B11").is_done && !row("B11").is_by_fact);
    let in_german = archived.sheet(&german());
    assert_eq!(
        in_german.lists[1].rows[0].fact,
        "The goal is “Search works”, and limits are set."
    );
    assert_eq!(
        next.progress(&Facts::default()).n_done,
        1,
        "the one agreement"
    );
}

#[test]
fn a_hundred_refinements_later_the_lists_are_the_same() {
    let mut list = worked_on();
    let layout = list.layout();
    for n in 0..100 {
        (_, list) = list.archive(&all_facts(), &english(), NOW + n);
    }
    assert_eq!(list.layout(), layout);
    assert_eq!(order(&list, ListKind::Before)[2], "O0000000000c0ffee");
}
