//! What a person does to the lists, and how it is undone.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::checklist::{
    Checklist, Direction, Facts, ItemName, ListKind, MAX_ITEM_CHARS, MAX_NOTE_CHARS, MAX_OWN_ITEMS,
    MAX_TITLE_CHARS, Tick,
};

use super::{NOW, all_facts, named, order};

fn begun() -> Checklist {
    Checklist::begin(NOW)
}

#[test]
fn what_changes_nothing_says_so() {
    let mut list = begun();
    let before = list.clone();
    let none = Facts::default();
    let gone = ItemName::Own(1);
    assert!(!list.entitle(" \n "));
    assert!(!list.set_date(""));
    assert!(!list.tick(named("P1"), false, &none, NOW));
    assert!(!list.note(named("P1"), "  "));
    assert!(!list.hide(named("P1"), false));
    assert!(!list.reword(named("P1"), "", None));
    assert!(!list.place(named("P1"), ListKind::Standing, Some(named("P2"))));
    assert!(!list.place(named("P12"), ListKind::Standing, None));
    assert!(!list.place(named("P1"), ListKind::Standing, Some(named("P1"))));
    assert_eq!(list.nudge(named("P1"), Direction::Up), None);
    assert_eq!(list.nudge(named("P12"), Direction::Down), None);
    assert!(!list.tick(gone, true, &none, NOW) && !list.note(gone, "x") && !list.hide(gone, true));
    assert!(!list.reword(gone, "x", None) && !list.place(gone, ListKind::After, None));
    assert_eq!(
        (list.nudge(gone, Direction::Up), list.remove(gone)),
        (None, None)
    );
    assert_eq!(list, before);
}

#[test]
fn a_second_tick_keeps_the_time_of_the_first() {
    let mut list = begun();
    let facts = all_facts();
    assert!(list.tick(named("P1"), true, &facts, NOW));
    assert!(!list.tick(named("P1"), true, &facts, NOW + 9));
    assert_eq!(
        list.item(named("P1")).unwrap().tick,
        Tick::ByHand { at_ms: NOW }
    );
    assert!(list.tick(named("P2"), false, &facts, NOW));
    assert!(!list.tick(named("P2"), false, &facts, NOW + 9));
    assert_eq!(
        list.item(named("P2")).unwrap().tick,
        Tick::UntickedByHand { at_ms: NOW }
    );
}

#[test]
fn a_date_is_a_day_or_nothing() {
    let mut list = begun();
    for bad in [
        "tomorrow",
        "2026-3-12",
        "2026-13-01",
        "2026-00-10",
        "2026-01-32",
        "12026-01-01",
        "2026-01-01-",
        "2026-01-0x",
        "+026-01-01",
    ] {
        assert!(!list.set_date(bad), "{bad}");
    }
    assert!(list.set_date(" 2026-03-12 "));
    assert_eq!(list.date, "2026-03-12");
    assert!(list.set_date(""));
}

#[test]
fn an_empty_wording_or_the_old_one_goes_back_to_the_built_in_one() {
    let mut list = begun();
    let text = |list: &Checklist| list.item(named("B2")).unwrap().own_text.clone();
    assert!(list.reword(
        named("B2"),
        " Five\nstories ",
        Some("5 to 7 stories picked")
    ));
    assert_eq!(text(&list).as_deref(), Some("Five stories"));
    assert!(list.reword(
        named("B2"),
        "5 to 7 stories picked ",
        Some("5 to 7 stories picked")
    ));
    assert_eq!(text(&list), None);
    assert!(list.reword(named("B2"), "x", None));
    assert!(list.reword(named("B2"), " ", None));
    assert_eq!(text(&list), None);
    let own = list.add(ListKind::After, 1, "Cake").unwrap();
    assert!(
        !list.reword(own, "  ", None),
        "an own item has nothing to go back to"
    );
    assert!(list.reword(own, "Pie", None));
}

#[test]
fn what_is_written_is_cut_to_its_bounds_and_cleaned() {
    let mut list = begun();
    let long = "é".repeat(9_999);
    list.entitle(&long);
    assert_eq!(list.title.chars().count(), MAX_TITLE_CHARS);
    list.note(named("P1"), &long);
    list.reword(named("P1"), &long, None);
    let item = list.item(named("P1")).unwrap();
    assert_eq!(item.note.chars().count(), MAX_NOTE_CHARS);
    assert_eq!(
        item.own_text.as_ref().unwrap().chars().count(),
        MAX_ITEM_CHARS
    );
    list.reword(named("P2"), "a\u{202e}b\u{7}c\r\nd", None);
    assert_eq!(
        list.item(named("P2")).unwrap().own_text.as_deref(),
        Some("abc d")
    );
    list.note(named("P2"), "one\r\ntwo\n");
    assert_eq!(list.item(named("P2")).unwrap().note, "one\ntwo");
}

#[test]
fn an_own_item_is_added_removed_and_put_back_where_it_was() {
    let mut list = begun();
    let own = list
        .add(ListKind::During, 7, "  Windows are open ")
        .unwrap();
    assert_eq!(
        list.item(own).unwrap().own_text.as_deref(),
        Some("Windows are open")
    );
    assert!(list.place(own, ListKind::During, Some(named("D4"))));
    list.note(own, "all of them");
    let before = list.clone();
    let removed = list.remove(own).unwrap();
    assert_eq!((removed.list, removed.at), (ListKind::During, 3));
    assert_eq!(list.item(own), None);
    assert!(list.put_back(removed.clone()));
    assert_eq!(list, before);
    assert!(!list.put_back(removed), "it is there already");
}

#[test]
fn a_built_in_item_is_hidden_never_removed() {
    let mut list = begun();
    assert_eq!(list.remove(named("B1")), None);
    assert!(list.hide(named("B1"), true));
    assert!(!list.item(named("B1")).unwrap().is_shown());
    assert!(list.hide(named("B1"), false));
    assert_eq!(list, begun());
}

#[test]
fn an_own_item_needs_words_a_name_of_its_own_and_room() {
    let mut list = begun();
    assert_eq!(list.add(ListKind::After, 1, " \n"), None);
    for id in 0..MAX_OWN_ITEMS {
        let id = u64::try_from(id).unwrap();
        assert!(list.add(ListKind::After, id, "x").is_some());
        assert_eq!(list.add(ListKind::Before, id, "x"), None, "taken");
    }
    assert_eq!(list.add(ListKind::After, 12_345, "x"), None, "full");
}

#[test]
fn an_item_is_dragged_before_another_one_and_into_other_lists() {
    let mut list = begun();
    assert!(list.place(named("A11"), ListKind::After, Some(named("A1"))));
    assert!(list.place(named("A1"), ListKind::After, None));
    assert_eq!(
        order(&list, ListKind::After),
        [
            "A11", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A1"
        ]
    );
    assert!(list.place(named("A2"), ListKind::Standing, Some(named("P2"))));
    assert_eq!(order(&list, ListKind::Standing)[..3], ["P1", "A2", "P2"]);
    assert!(
        list.place(named("A3"), ListKind::During, Some(named("P1"))),
        "not there: at the end"
    );
    assert_eq!(order(&list, ListKind::During).last().unwrap(), "A3");
}

#[test]
fn a_key_moves_an_item_past_the_next_one_that_is_seen() {
    let mut list = begun();
    list.hide(named("A2"), true);
    list.hide(named("A3"), true);
    assert_eq!(list.nudge(named("A1"), Direction::Down), Some(1));
    assert_eq!(order(&list, ListKind::After)[..4], ["A2", "A3", "A4", "A1"]);
    assert_eq!(list.nudge(named("A1"), Direction::Up), Some(0));
    assert_eq!(order(&list, ListKind::After)[..4], ["A2", "A3", "A1", "A4"]);
    assert_eq!(
        list.nudge(named("A1"), Direction::Up),
        None,
        "only hidden ones above"
    );
}
