//! No room in the storage, or in the backlog: said plainly, nothing half-lost.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::KeepProblem;
use floret::desk::view::DeskNoticeText;
use floret::story::MAX_STORIES;

use super::{Browser, table};

#[test]
fn what_a_full_storage_does_not_keep_is_said_stays_here_and_can_be_undone() {
    let mut browser = Browser::with_tab(95);
    browser.add(0, "Before");
    browser.give(0, "jira.csv", &table(300));
    browser.refuses = Some(KeepProblem::Full);
    browser.take_in(0);
    let is_full = |text: &DeskNoticeText| *text == DeskNoticeText::StorageFull;
    assert!(browser.notice(0, is_full).is_some());
    assert!(browser.view(0).has_unkept);
    assert_eq!(browser.list(0).n_stories, 301);
    // Room is made elsewhere: everything is kept then.
    browser.refuses = None;
    browser.wait(40);
    assert!(!browser.view(0).has_unkept);
    assert!(browser.notice(0, is_full).is_none());
    let tab = browser.restart(0);
    assert_eq!(browser.list(tab).n_stories, 301);
}

#[test]
fn an_import_into_a_full_storage_is_undone_without_a_trace() {
    let mut browser = Browser::with_tab(96);
    browser.add(0, "Before");
    browser.give(0, "jira.csv", &table(150));
    browser.refuses = Some(KeepProblem::Full);
    browser.take_in(0);
    browser.undo(0);
    assert_eq!(browser.titles(0), ["Before"]);
    browser.refuses = None;
    browser.wait(40);
    assert!(!browser.view(0).has_unkept);
    let tab = browser.restart(0);
    assert_eq!(browser.titles(tab), ["Before"]);
}

#[test]
fn a_backlog_takes_as_many_as_it_holds_and_says_which_not() {
    let mut browser = Browser::with_tab(97);
    browser.give(0, "jira.csv", &table(MAX_STORIES - 1));
    browser.take_in(0);
    let text = "One more\nAnd another\nAnd a third";
    browser.give(0, "more.txt", text);
    browser.work(0);
    let found = browser.found(0);
    assert_eq!((found.new.n, found.n_no_room), (3, 2));
    browser.take_in(0);
    assert_eq!(browser.list(0).n_stories, MAX_STORIES);
    let is_told = |text: &DeskNoticeText| {
        let told = DeskNoticeText::Imported {
            n_new: 1,
            n_changed: 0,
            n_no_room: 2,
        };
        *text == told
    };
    assert!(browser.notice(0, is_told).is_some());
}
