//! A page that was closed, at any moment, goes on where it was.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{BacklogEvent, Field, PlanEvent, StoryEvent};
use floret::desk::view::DeskNoticeText;
use floret::desk::{DeskEvent, DeskPage};
use floret::saved::{KeptEstimate, back_key, write_back};
use floret::story::{Round, Status};

use super::browser::Browser;

#[test]
fn whatever_people_did_the_list_is_the_same_after_a_restart() {
    for seed in 0..20 {
        let mut browser = Browser::with_tab(seed);
        let mut tab = 0;
        for step in 0..60 {
            super::two_tabs::anything(&mut browser, tab, step);
            if step % 20 == 19 {
                browser.tell(tab, DeskEvent::Opened(DeskPage::Backlog));
                browser.backlog(tab, BacklogEvent::Searched(String::new()));
                let before = browser.list(tab);
                let open = before.backlogs.iter().find(|line| line.is_open).cloned();
                tab = browser.restart(tab);
                let after = browser.list(tab);
                let open_now = after.backlogs.iter().find(|line| line.is_open).cloned();
                assert_eq!(open_now, open, "seed {seed}");
                assert_eq!(after.rows, before.rows, "seed {seed}");
                assert_eq!(after.backlogs, before.backlogs, "seed {seed}");
            }
        }
    }
}

#[test]
fn a_story_that_no_backlog_names_is_found_again() {
    let mut browser = Browser::with_tab(30);
    let a = browser.add(0, "a");
    browser.add(0, "b");
    // The page was closed between two writings.
    let key = String::from("floret.backlog.00000000");
    browser.storage.remove(&key);
    let tab = browser.restart(0);
    let mut titles = browser.titles(tab);
    titles.sort();
    assert_eq!(titles, ["a", "b"]);
    assert_eq!(browser.id(tab, "a"), a);
    assert!(browser.storage.contains_key(&key));
}

#[test]
fn a_story_whose_deletion_was_cut_short_stays_deleted() {
    let mut browser = Browser::with_tab(31);
    let a = browser.add(0, "a");
    let key = format!("floret.story.{a}");
    let text = browser.storage[&key].clone();
    browser.backlog(0, BacklogEvent::StoryDeleted(a));
    browser.storage.insert(key.clone(), text);
    let tab = browser.restart(0);
    assert!(browser.titles(tab).is_empty());
    assert!(!browser.storage.contains_key(&key));
}

#[test]
fn deletions_are_forgotten_after_a_day() {
    let mut browser = Browser::with_tab(32);
    let a = browser.add(0, "a");
    browser.add(0, "b");
    browser.backlog(0, BacklogEvent::StoryDeleted(a));
    let key = "floret.backlog.00000000";
    assert!(browser.storage[key].contains(&a.to_string()));
    browser.now += 2 * 24 * 60 * 60 * 1_000;
    let tab = browser.restart(0);
    browser.add(tab, "c");
    assert!(!browser.storage[key].contains(&a.to_string()));
    assert_eq!(browser.titles(tab), ["b", "c"]);
}

fn estimate(card: &str) -> String {
    write_back(&KeptEstimate {
        estimate: card.to_owned(),
        round: Some(Round {
            n_rounds: 2,
            votes: vec![("5".into(), 3), ("8".into(), 1)],
            agreement: Some(75),
            ..Round::default()
        }),
        at_ms: 1_700_000_000_500,
    })
}

#[test]
fn estimates_that_came_while_the_desk_was_closed_are_taken() {
    let mut browser = Browser::with_tab(33);
    let a = browser.add(0, "a");
    browser.tell(0, DeskEvent::Opened(DeskPage::Story(a)));
    browser.story(0, a, StoryEvent::SentBack("thin".into()));
    let key = back_key(&a.to_string());
    browser.storage.insert(key.clone(), estimate("5"));
    let tab = browser.restart(0);
    let story = browser.story_screen(tab).story;
    assert_eq!((story.estimate.as_str(), story.is_voted), ("5", true));
    assert_eq!(story.round.as_ref().unwrap().agreement, Some(75));
    assert_eq!((story.status, &story.sent_back), (Status::Estimated, &None));
    assert!(!browser.storage.contains_key(&key));
    let came = |text: &DeskNoticeText| *text == DeskNoticeText::EstimatesCame(1);
    assert!(browser.notice(tab, came).is_some());
}

#[test]
fn an_estimate_comes_while_the_desk_is_open_and_a_voted_story_is_not_opened_again() {
    let mut browser = Browser::with_tab(34);
    let a = browser.add(0, "a");
    browser.planning(0, PlanEvent::TakenIn(a));
    let key = back_key(&a.to_string());
    let value = Some(estimate("8"));
    browser.tell(0, DeskEvent::KeptElsewhere { key, value });
    assert_eq!(browser.list(0).rows[0].estimate, "8");
    let row = browser.plan(0).stories[0].clone();
    assert!(row.is_voted);
    // One for nobody, or of another program, does no harm.
    for value in [Some(estimate("1")), Some("{".into()), None] {
        let key = back_key("00000000000000ff");
        browser.tell(0, DeskEvent::KeptElsewhere { key, value });
    }
    assert_eq!(browser.plan(0).stories[0].estimate, "8");
}

#[test]
fn an_address_leads_back_to_the_story() {
    let mut browser = Browser::with_tab(35);
    let a = browser.add(0, "a");
    let fragment = format!("#story={a}");
    browser.tell(0, DeskEvent::FragmentChanged(fragment));
    assert_eq!(browser.story_screen(0).story.title, "a");
    browser.type_in(0, a, Field::Title, "b");
    browser.tell(0, DeskEvent::FragmentChanged("#backlog".into()));
    assert_eq!(browser.titles(0), ["b"]);
    browser.tell(0, DeskEvent::FragmentChanged("#nonsense".into()));
    assert_eq!(browser.titles(0), ["b"]);
}
