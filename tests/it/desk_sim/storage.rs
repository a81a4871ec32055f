//! Storage that is full, blocked or damaged: said plainly, nothing lost, nothing overwritten.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{BacklogEvent, Field, PlanEvent};
use floret::desk::view::DeskNoticeText;
use floret::desk::{DeskEvent, DeskPage, KeepProblem};
use floret::saved::PLAN_KEY;

use super::browser::Browser;

#[test]
fn what_a_full_storage_does_not_keep_stays_here_and_is_kept_when_there_is_room() {
    let mut browser = Browser::with_tab(40);
    let a = browser.add(0, "a");
    browser.refuses = Some(KeepProblem::Full);
    browser.type_in(0, a, Field::Description, "long");
    browser.add(0, "b");
    assert_eq!(browser.titles(0), ["a", "b"]);
    let is_full = |text: &DeskNoticeText| *text == DeskNoticeText::StorageFull;
    assert!(browser.notice(0, is_full).is_some());
    assert!(browser.view(0).has_unkept);
    browser.wait(60);
    assert!(browser.notice(0, is_full).is_some());
    browser.refuses = None;
    browser.wait(40);
    assert!(browser.notice(0, is_full).is_none());
    assert!(!browser.view(0).has_unkept);
    let tab = browser.restart(0);
    assert_eq!(browser.titles(tab), ["a", "b"]);
    browser.tell(tab, DeskEvent::Opened(DeskPage::Story(a)));
    assert_eq!(browser.story_screen(tab).story.description, "long");
}

#[test]
fn what_was_not_kept_is_tried_at_once_when_something_goes() {
    let mut browser = Browser::with_tab(46);
    let (a, b) = (browser.add(0, "a"), browser.add(0, "b"));
    browser.refuses = Some(KeepProblem::Full);
    browser.type_in(0, a, Field::Why, "typed into a full storage");
    browser.refuses = None;
    browser.backlog(0, BacklogEvent::StoryDeleted(b));
    browser.wait(2);
    assert!(!browser.view(0).has_unkept);
    assert!(browser.storage[&format!("floret.story.{a}")].contains("full storage"));
}

#[test]
fn a_storage_that_is_nearly_full_is_said_before_anything_is_lost() {
    let mut browser = Browser::with_tab(47);
    let is_nearly = |text: &DeskNoticeText| *text == DeskNoticeText::StorageNearlyFull;
    let long = "x".repeat(39_000);
    for n in 0..101 {
        assert!(browser.notice(0, is_nearly).is_none(), "{n}");
        let id = browser.add_at_end(0);
        browser.type_in(0, id, Field::Description, &long);
        browser.tell(0, DeskEvent::Opened(DeskPage::Backlog));
    }
    for _ in 0..3 {
        let id = browser.add_at_end(0);
        browser.type_in(0, id, Field::Description, &long);
    }
    assert!(browser.notice(0, is_nearly).is_some());
    let tab = browser.restart(0);
    assert!(browser.notice(tab, is_nearly).is_some());
}

#[test]
fn a_blocked_storage_is_said_and_everything_works_until_the_page_goes() {
    let mut browser = Browser::new(41);
    browser.refuses = Some(KeepProblem::Blocked);
    browser.open();
    let is_blocked = |text: &DeskNoticeText| *text == DeskNoticeText::StorageBlocked;
    assert!(browser.notice(0, is_blocked).is_some());
    let a = browser.add(0, "a");
    browser.planning(0, PlanEvent::TakenIn(a));
    assert_eq!(browser.titles(0), ["a"]);
    let notices = browser.view(0).notices;
    let n_blocked = notices.iter().filter(|one| is_blocked(&one.text)).count();
    assert_eq!(n_blocked, 1);
    assert!(browser.storage.is_empty());
}

#[test]
fn damaged_and_newer_texts_are_offered_and_left_alone() {
    let mut browser = Browser::with_tab(42);
    let (a, b) = (browser.add(0, "a"), browser.add(0, "b"));
    browser.add(0, "c");
    let cut = String::from("{\"version\":1,\"changed\":17");
    let newer = String::from("{\"version\":9,\"future\":true}");
    browser
        .storage
        .insert(format!("floret.story.{a}"), cut.clone());
    browser
        .storage
        .insert(format!("floret.story.{b}"), newer.clone());
    browser.storage.insert(PLAN_KEY.to_owned(), cut.clone());
    let tab = browser.restart(0);
    assert_eq!(browser.titles(tab), ["c"]);
    let says = |what: DeskNoticeText| move |text: &DeskNoticeText| *text == what;
    let is_damaged = says(DeskNoticeText::StorageDamaged(2));
    assert!(browser.notice(tab, &is_damaged).is_some());
    assert!(
        browser
            .notice(tab, says(DeskNoticeText::StorageNewer))
            .is_some()
    );
    assert_eq!(browser.list(tab).n_unreadable, 3);
    // Nothing that is done writes over them.
    browser.planning(tab, PlanEvent::GoalTyped("mine".into()));
    browser.backlog(tab, BacklogEvent::OrderProposed);
    browser.type_in(tab, a, Field::Title, "not there");
    assert_eq!(browser.storage[PLAN_KEY], cut);
    assert_eq!(browser.storage[&format!("floret.story.{b}")], newer);
    browser.backlog(tab, BacklogEvent::DamagedCopyPressed);
    let (name, text) = browser.tabs[tab].files[0].clone();
    assert_eq!(name, "floret-damaged.txt");
    assert!(text.contains(&cut) && text.contains(&newer) && text.contains(&a.to_string()));
    // The place of what cannot be read is kept for when it can.
    browser.add(tab, "d");
    let text = "{\"version\":1,\"changed\":17,\"title\":\"healed\"}";
    browser
        .storage
        .insert(format!("floret.story.{a}"), text.into());
    let tab = browser.restart(tab);
    assert_eq!(browser.titles(tab), ["healed", "c", "d"]);
}

#[test]
fn a_damaged_text_goes_by_the_persons_own_hand_and_can_come_back() {
    let mut browser = Browser::with_tab(43);
    let a = browser.add(0, "a");
    let key = format!("floret.story.{a}");
    browser.storage.insert(key.clone(), "broken".into());
    let tab = browser.restart(0);
    browser.backlog(tab, BacklogEvent::DamagedDropped);
    assert!(!browser.storage.contains_key(&key));
    assert_eq!(browser.list(tab).n_unreadable, 0);
    browser.undo(tab);
    assert_eq!(browser.storage[&key], "broken");
    assert_eq!(browser.list(tab).n_unreadable, 1);
}

#[test]
fn a_backlog_that_cannot_be_read_hides_no_story() {
    for text in [
        "",
        "[]",
        "{\"version\":1,\"order\":\"zz\"}",
        "{\"version\":7}",
    ] {
        let mut browser = Browser::with_tab(44);
        browser.add(0, "a");
        browser.add(0, "b");
        let key = String::from("floret.backlog.00000000");
        browser.storage.insert(key.clone(), text.into());
        let tab = browser.restart(0);
        let mut titles = browser.titles(tab);
        titles.sort();
        assert_eq!(titles, ["a", "b"], "{text}");
        assert_eq!(browser.storage[&key], text);
        browser.add(tab, "c");
        assert_eq!(browser.storage[&key], text);
        let tab = browser.restart(tab);
        assert_eq!(browser.titles(tab).len(), 3, "{text}");
    }
}

#[test]
fn no_kept_text_whatever_it_is_brings_the_desk_down() {
    let mut browser = Browser::with_tab(45);
    let id = browser.add(0, "a");
    super::stories::say_everything(&mut browser, 0, id);
    browser.planning(0, PlanEvent::TakenIn(id));
    browser.backlog(0, BacklogEvent::Created("b".into()));
    let whole = browser.storage.clone();
    for (key, text) in &whole {
        for cut in 0..text.len() {
            if !text.is_char_boundary(cut) || cut % 5 > 1 {
                continue;
            }
            let mut broken = text[..cut].to_owned();
            if cut % 2 == 0 {
                broken.push_str(&text[cut..].replacen(|c: char| c.is_ascii_digit(), "-9", 1));
            }
            browser.storage.clone_from(&whole);
            browser.storage.insert(key.clone(), broken);
            let tab = browser.open();
            browser.add(tab, "new");
            browser.tabs[tab].is_open = false;
        }
    }
}
