//! Two tabs that edit at once lose nothing and come to the same in the end.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use std::collections::BTreeMap;

use floret::desk::event::{BacklogEvent, Field, ItemField, ListField, PlanEvent, StoryEvent};
use floret::desk::{DeskEvent, DeskPage};
use floret::story::{StoryId, Understanding};

use super::browser::Browser;

fn two(seed: u64, titles: &[&str]) -> Browser {
    let mut browser = Browser::with_tab(seed);
    for title in titles {
        browser.add(0, title);
    }
    browser.open();
    browser.is_quick = false;
    browser
}

#[test]
fn different_fields_typed_at_once_are_both_kept() {
    let mut browser = two(50, &["a"]);
    let a = browser.id(0, "a");
    browser.type_in(0, a, Field::Why, "from the first");
    browser.type_in(1, a, Field::Description, "from the second");
    browser.type_in(0, a, Field::Why, "from the first tab");
    browser.settle();
    for tab in 0..2 {
        browser.tell(tab, DeskEvent::Opened(DeskPage::Story(a)));
        let story = browser.story_screen(tab).story;
        assert_eq!(story.why, "from the first tab");
        assert_eq!(story.description, "from the second");
    }
}

#[test]
fn in_one_field_the_last_keystroke_stands() {
    let mut browser = two(51, &["a"]);
    let a = browser.id(0, "a");
    browser.type_in(0, a, Field::Title, "early");
    browser.type_in(1, a, Field::Title, "late");
    browser.settle();
    assert_eq!(browser.titles(0), ["late"]);
    assert_eq!(browser.titles(1), ["late"]);
}

#[test]
fn stories_added_at_once_are_all_there_in_the_same_order() {
    let mut browser = two(52, &["a", "b"]);
    browser.add(0, "c");
    browser.add(1, "d");
    browser.add(0, "e");
    let b = browser.id(1, "b");
    let before = Some(browser.id(1, "a"));
    browser.backlog(1, BacklogEvent::Moved { story: b, before });
    browser.settle();
    let titles = browser.titles(0);
    assert_eq!(titles, browser.titles(1));
    assert_eq!(titles.len(), 5);
    assert_eq!(titles[..2], ["b", "a"]);
}

#[test]
fn moves_of_different_stories_at_once_both_count() {
    let mut browser = two(53, &["a", "b", "c", "d"]);
    let id = |browser: &Browser, title| browser.id(0, title);
    let (a, b) = (id(&browser, "a"), id(&browser, "b"));
    let d = id(&browser, "d");
    browser.backlog(
        0,
        BacklogEvent::Moved {
            story: d,
            before: Some(a),
        },
    );
    browser.backlog(
        1,
        BacklogEvent::Moved {
            story: b,
            before: None,
        },
    );
    browser.settle();
    assert_eq!(browser.titles(0), ["d", "a", "c", "b"]);
    assert_eq!(browser.titles(1), ["d", "a", "c", "b"]);
}

#[test]
fn questions_added_at_once_are_both_kept_and_a_removed_one_stays_away() {
    let mut browser = two(54, &["a"]);
    let a = browser.id(0, "a");
    let ask = |browser: &mut Browser, tab, at, text: &str| {
        browser.story(tab, a, StoryEvent::ItemAdded(ListField::Questions));
        let (field, text) = (ItemField::QuestionText, text.to_owned());
        browser.story(tab, a, StoryEvent::ItemTyped { at, field, text });
    };
    ask(&mut browser, 0, 0, "old");
    browser.settle();
    ask(&mut browser, 0, 1, "of the first");
    browser.story(1, a, StoryEvent::ItemRemoved(ListField::Questions, 0));
    ask(&mut browser, 1, 0, "of the second");
    browser.settle();
    let mut all = Vec::new();
    for tab in 0..2 {
        browser.tell(tab, DeskEvent::Opened(DeskPage::Story(a)));
        let story = browser.story_screen(tab).story;
        let mut texts: Vec<String> = story.questions.iter().map(|one| one.text.clone()).collect();
        texts.sort();
        all.push(texts);
    }
    assert_eq!(all[0], ["of the first", "of the second"]);
    assert_eq!(all[0], all[1]);
}

#[test]
fn a_story_that_one_tab_deletes_while_the_other_types_in_it_lives() {
    let mut browser = two(55, &["a", "b"]);
    let a = browser.id(0, "a");
    browser.backlog(0, BacklogEvent::StoryDeleted(a));
    browser.type_in(1, a, Field::Why, "I was not done");
    browser.settle();
    assert_eq!(browser.titles(0), ["a", "b"]);
    assert_eq!(browser.titles(1), ["a", "b"]);
    assert!(browser.storage[&format!("floret.story.{a}")].contains("not done"));
    // Without anything typed it is gone in both.
    browser.backlog(0, BacklogEvent::StoryDeleted(a));
    browser.settle();
    assert_eq!(browser.titles(1), ["b"]);
}

#[test]
fn a_backlog_that_one_tab_deletes_keeps_what_the_other_adds_to_it() {
    let mut browser = two(56, &["a"]);
    let id = browser.list(0).backlogs[0].id;
    browser.backlog(0, BacklogEvent::Created("other".into()));
    browser.backlog(0, BacklogEvent::Deleted(id));
    browser.add(1, "new");
    browser.settle();
    assert_eq!(browser.titles(1), ["new"]);
    browser.backlog(0, BacklogEvent::Switched(id));
    assert_eq!(browser.titles(0), ["new"]);
}

#[test]
fn the_plan_of_two_tabs_has_what_either_put_in() {
    let mut browser = two(57, &["a", "b", "c"]);
    let (a, b) = (browser.id(0, "a"), browser.id(0, "b"));
    browser.planning(0, PlanEvent::TakenIn(a));
    browser.planning(1, PlanEvent::TakenIn(b));
    browser.planning(0, PlanEvent::GoalTyped("goal".into()));
    browser.planning(1, PlanEvent::ScribeTyped("Bo".into()));
    browser.settle();
    let plan = browser.plan(0);
    assert_eq!(plan, browser.plan(1));
    assert_eq!(plan.stories.len(), 2);
    assert_eq!((plan.goal.as_str(), plan.scribe.as_str()), ("goal", "Bo"));
}

/// One of the many things a person may do; texts are all different.
pub(super) fn anything(browser: &mut Browser, tab: usize, step: usize) -> Option<Done> {
    browser.tell(tab, DeskEvent::Opened(DeskPage::Backlog));
    let rows = browser.list(tab).rows;
    let at = browser.below(rows.len());
    let text = format!("t{tab}s{step}");
    let Some(story) = rows.get(at).map(|row| row.id) else {
        browser.backlog(tab, BacklogEvent::StoryAdded(text));
        return Some(Done::Added);
    };
    let before = Some(rows[browser.below(rows.len())].id);
    match browser.below(15) {
        0..=2 => {
            browser.backlog(tab, BacklogEvent::StoryAdded(text));
            return Some(Done::Added);
        }
        3..=5 => {
            let fields = [Field::Title, Field::Why, Field::Description];
            let field = fields[browser.below(3)];
            browser.type_in(tab, story, field, &text);
            return Some(Done::Typed(story, field, text));
        }
        6 | 7 => browser.backlog(tab, BacklogEvent::Moved { story, before }),
        8 => browser.backlog(tab, BacklogEvent::Shifted { story, by: 2 }),
        9 => {
            browser.backlog(tab, BacklogEvent::StoryDeleted(story));
            return Some(Done::Deleted(story));
        }
        10 => {
            browser.undo(tab);
            return Some(Done::Undone);
        }
        11 => browser.backlog(tab, BacklogEvent::OrderProposed),
        12 => {
            let level = Some(Understanding::Unclear);
            browser.story(tab, story, StoryEvent::Understanding(level));
        }
        13 => browser.planning(tab, PlanEvent::TakenIn(story)),
        _ => {
            browser.story(
                tab,
                story,
                StoryEvent::WordAdded(ListField::Labels, text.clone()),
            );
            return Some(Done::Labelled(story, text));
        }
    }
    None
}

/// What must not be lost.
pub(super) enum Done {
    Added,
    Typed(StoryId, Field, String),
    Labelled(StoryId, String),
    Deleted(StoryId),
    Undone,
}

/// Everything a tab knows of its stories, in order.
fn known(browser: &mut Browser, tab: usize) -> Vec<(StoryId, floret::story::Story)> {
    browser.tell(tab, DeskEvent::Opened(DeskPage::Backlog));
    browser.backlog(tab, BacklogEvent::RowsInSight { first: 0, n: 200 });
    let ids: Vec<StoryId> = browser.list(tab).rows.iter().map(|row| row.id).collect();
    let mut all = Vec::new();
    for id in ids {
        browser.tell(tab, DeskEvent::Opened(DeskPage::Story(id)));
        let mut story = floret::story::Story::clone(&browser.story_screen(tab).story);
        story.changed_ms = 0;
        all.push((id, story));
    }
    all
}

#[test]
fn whatever_two_tabs_do_at_once_they_agree_and_nothing_is_lost() {
    for seed in 0..60 {
        let mut browser = two(seed, &["a", "b", "c"]);
        let n_tabs = 2 + usize::from(seed % 5 == 0);
        for _ in 2..n_tabs {
            browser.open();
        }
        let mut typed: BTreeMap<(StoryId, Field), String> = BTreeMap::new();
        let mut labels: Vec<(StoryId, String)> = Vec::new();
        let (mut added, mut undone, mut deleted) = (0, false, Vec::new());
        for step in 0..80 {
            let tab = browser.below(n_tabs);
            match anything(&mut browser, tab, step) {
                Some(Done::Added) => added += 1,
                Some(Done::Typed(id, field, text)) => {
                    typed.insert((id, field), text);
                }
                Some(Done::Labelled(id, label)) => labels.push((id, label)),
                Some(Done::Deleted(id)) => deleted.push(id),
                Some(Done::Undone) => undone = true,
                None => {}
            }
            for tab in 0..n_tabs {
                if browser.below(3) == 0 {
                    browser.hear(tab);
                }
            }
            // Whoever reads what they undo knows what goes; here nobody does.
            if undone {
                break;
            }
        }
        browser.settle();
        let all = known(&mut browser, 0);
        for tab in 1..n_tabs {
            assert_eq!(known(&mut browser, tab), all, "seed {seed}");
            assert_eq!(browser.plan(tab), browser.plan(0), "seed {seed}");
        }
        let fresh = browser.open();
        browser.settle();
        assert_eq!(known(&mut browser, fresh), all, "seed {seed}");
        if undone {
            continue;
        }
        assert!(all.len() + deleted.len() >= added + 3, "seed {seed}");
        let by_id: BTreeMap<_, _> = all.into_iter().collect();
        for ((id, field), text) in typed {
            let Some(story) = by_id.get(&id) else {
                assert!(deleted.contains(&id), "seed {seed}: {id} is lost");
                continue;
            };
            let now = if field == Field::Title {
                &story.title
            } else if field == Field::Why {
                &story.why
            } else {
                &story.description
            };
            assert_eq!(*now, text, "seed {seed}");
        }
        for (id, label) in labels.iter().filter(|(id, _)| by_id.contains_key(id)) {
            assert!(by_id[id].labels.contains(label), "seed {seed}: {label}");
        }
    }
}

#[test]
fn a_page_that_slept_through_it_all_loses_nothing_when_it_wakes() {
    for seed in 0..30 {
        let mut browser = two(seed, &["a", "b", "c"]);
        for step in 0..30 {
            anything(&mut browser, 0, step);
        }
        // What the other tab wrote was never told to this one, and it has gone.
        browser.tabs[1].coming.clear();
        browser.tabs[0].is_open = false;
        let a = browser.list(1).rows[0].id;
        let kept = browser.storage.clone().into_iter().collect();
        browser.tell(1, DeskEvent::Resumed(kept));
        browser.type_in(1, a, Field::Notes, "awake");
        let all = known(&mut browser, 1);
        let mut expected = known(&mut browser, 0);
        for (id, story) in &mut expected {
            if *id == a {
                story.notes = String::from("awake");
            }
        }
        let is_there = expected.iter().any(|(id, _)| *id == a);
        assert!(!is_there || all == expected, "seed {seed}");
        assert!(is_there || all.len() == expected.len(), "seed {seed}");
    }
}

#[test]
fn whatever_two_tabs_undo_they_agree() {
    for seed in 100..140 {
        let mut browser = two(seed, &["a", "b", "c"]);
        for step in 0..100 {
            let tab = browser.below(2);
            anything(&mut browser, tab, step);
            for tab in 0..2 {
                if browser.below(4) == 0 {
                    browser.hear(tab);
                }
            }
        }
        browser.settle();
        let all = known(&mut browser, 0);
        assert_eq!(known(&mut browser, 1), all, "seed {seed}");
        let fresh = browser.open();
        browser.settle();
        assert_eq!(known(&mut browser, fresh), all, "seed {seed}");
    }
}
