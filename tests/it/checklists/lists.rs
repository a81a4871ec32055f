//! Which lists and items there are, what they are called, and how far one has come.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::checklist::{Checklist, Facts, ItemName, ListKind, NotAnItem, Progress};

use super::{NOW, all_facts, named, order};

#[test]
fn four_lists_stand_in_their_order_with_every_item() {
    let list = Checklist::begin(NOW);
    let kinds: Vec<ListKind> = list.lists().iter().map(|list| list.kind).collect();
    assert_eq!(kinds, ListKind::ALL);
    for (kind, letter, n) in [
        (ListKind::Standing, 'P', 12),
        (ListKind::Before, 'B', 27),
        (ListKind::During, 'D', 18),
        (ListKind::After, 'A', 11),
    ] {
        let names: Vec<String> = (1..=n).map(|number| format!("{letter}{number}")).collect();
        assert_eq!(order(&list, kind), names);
        assert_eq!(list.list(kind).kind, kind);
    }
    assert_eq!(list.began_ms, NOW);
}

#[test]
fn names_are_read_as_they_are_written_and_nothing_else_is_a_name() {
    for text in [
        "P1",
        "B27",
        "D18",
        "A11",
        "B255",
        "O0000000000000000",
        "O00000000c0ffee42",
    ] {
        assert_eq!(named(text).to_string(), text);
    }
    for text in [
        "",
        "P",
        "P0",
        "P01",
        "p1",
        "B256",
        "B-1",
        "B+1",
        "X1",
        "O",
        "Oc0ffee",
        "O00000000C0FFEE42",
        "O+000000000000001",
        " P1",
        "P1 ",
        "Ü1",
    ] {
        assert_eq!(text.parse::<ItemName>(), Err(NotAnItem(text.to_owned())));
    }
}

#[test]
fn three_items_are_for_everybody_who_takes_part() {
    let list = Checklist::begin(NOW);
    let items = list.lists().iter().flat_map(|list| &list.items);
    let own: Vec<String> = items
        .filter(|item| item.name.is_participants_own())
        .map(|item| item.name.to_string())
        .collect();
    assert_eq!(own, ["B25", "B26", "B27"]);
}

#[test]
fn progress_counts_what_is_done_of_what_is_shown() {
    let mut list = Checklist::begin(NOW);
    let none = Facts::default();
    assert_eq!(
        list.progress(&none),
        Progress {
            n_done: 0,
            n_shown: 68
        }
    );
    list.tick(named("P1"), true, &none, NOW);
    list.tick(named("P2"), true, &none, NOW);
    list.hide(named("P2"), true);
    list.hide(named("P3"), true);
    let standing = list.list(ListKind::Standing).progress(&none);
    assert_eq!(
        standing,
        Progress {
            n_done: 1,
            n_shown: 10
        }
    );
    assert_eq!(standing.percent(), 10);
    assert_eq!(
        list.progress(&none),
        Progress {
            n_done: 1,
            n_shown: 66
        }
    );
    let before = list.list(ListKind::Before).progress(&all_facts());
    assert_eq!(
        before,
        Progress {
            n_done: 16,
            n_shown: 27
        }
    );
}

#[test]
fn a_hundred_percent_means_all() {
    let percent = |n_done, n_shown| Progress { n_done, n_shown }.percent();
    assert_eq!(
        (percent(199, 200), percent(200, 200), percent(0, 0)),
        (99, 100, 100)
    );
}
