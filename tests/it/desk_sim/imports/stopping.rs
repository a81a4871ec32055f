//! Stopped, closed, taken back: nothing is left of it.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{Field, ImportEvent};
use floret::desk::view::{DeskNoticeText, ImportPhase};

use super::{Browser, table};

#[test]
fn a_reading_that_is_stopped_shows_what_there_was_and_begins_again() {
    let mut browser = Browser::with_tab(91);
    browser.give(0, "jira.csv", &table(1_000));
    browser.work_once(0);
    browser.importing(0, ImportEvent::Stopped);
    browser.work(0);
    let found = browser.found(0);
    assert!(!found.is_complete);
    assert_eq!(found.new.n, 200);
    assert!(browser.storage.is_empty());
    browser.importing(0, ImportEvent::ReadAgain);
    browser.work(0);
    let found = browser.found(0);
    assert!(found.is_complete);
    assert_eq!(found.new.n, 1_000);
}

#[test]
fn a_taking_that_is_stopped_takes_everything_back() {
    let mut browser = Browser::with_tab(92);
    browser.give(0, "jira.csv", &table(1));
    browser.take_in(0);
    let id = browser.id(0, "Story 1");
    browser.type_in(0, id, Field::Title, "Mine");
    for end in [ImportEvent::Stopped, ImportEvent::Closed] {
        browser.give(0, "jira.csv", &table(1_000));
        browser.work(0);
        browser.importing(0, ImportEvent::Taken);
        browser.work_once(0);
        assert!(matches!(browser.import(0).phase, ImportPhase::Taking(_)));
        // Nothing else is done with it meanwhile.
        browser.importing(0, ImportEvent::Typed(String::from("B-1: Other")));
        browser.give(0, "other.csv", &table(2));
        browser.importing(0, end.clone());
        browser.work(0);
        assert_eq!(browser.list(0).n_stories, 1);
        assert_eq!(browser.titles(0), ["Mine"]);
        assert_eq!(browser.storage.len(), 2);
        if end == ImportEvent::Stopped {
            let is_told = |text: &DeskNoticeText| *text == DeskNoticeText::ImportTakenBack;
            assert!(browser.notice(0, is_told).is_some());
            assert_eq!(browser.found(0).new.n, 999);
        }
    }
    assert!(browser.list(0).import.is_none());
}

#[test]
fn one_undo_takes_a_whole_import_back_and_leaves_what_was_typed_since() {
    let mut browser = Browser::with_tab(93);
    browser.give(0, "jira.csv", &table(250));
    browser.take_in(0);
    let first = browser.id(0, "Story 1");
    browser.type_in(0, first, Field::Title, "Mine");
    browser.type_in(0, first, Field::Key, "ABC-1");
    browser.give(0, "jira.csv", &table(300));
    browser.work(0);
    let found = browser.found(0);
    assert_eq!((found.new.n, found.changed.n, found.same.n), (50, 1, 249));
    browser.take_in(0);
    assert_eq!(browser.titles(0)[0], "Story 1");
    browser.type_in(0, first, Field::Why, "typed since");
    browser.undo(0);
    assert_eq!(browser.list(0).n_stories, 250);
    assert_eq!(browser.titles(0)[0], "Mine");
    let kept = &browser.storage[&format!("floret.story.{first}")];
    assert!(kept.contains("typed since"));
    let tab = browser.restart(0);
    assert_eq!(browser.list(tab).n_stories, 250);
}

#[test]
fn a_second_import_of_the_same_changes_nothing_and_says_so() {
    let mut browser = Browser::with_tab(94);
    browser.give(0, "jira.csv", &table(20));
    browser.take_in(0);
    let n_writes = browser.n_writes;
    browser.give(0, "jira.csv", &table(20));
    assert_eq!(browser.found(0).same.n, 20);
    browser.take_in(0);
    assert_eq!(browser.n_writes, n_writes);
    let is_told = |text: &DeskNoticeText| {
        matches!(
            text,
            DeskNoticeText::Imported {
                n_new: 0,
                n_changed: 0,
                ..
            }
        )
    };
    assert!(browser.notice(0, is_told).is_some());
}
