//! Five thousand stories: what is done to one of them touches one of them.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use std::time::Duration;

use floret::desk::event::{BacklogEvent, Field, StoryFilter};
use floret::desk::{DeskEvent, DeskPage};
use floret::saved::{KeptBacklog, KeptStory, story_key, write_backlog, write_story};
use floret::story::{Story, StoryId};

use super::browser::Browser;

const N: usize = 5_000;

fn full() -> Browser {
    let mut browser = Browser::new(60);
    let mut backlog = KeptBacklog::default();
    let mut ids = Vec::new();
    for n in 0..N {
        let id = StoryId(u64::try_from(n * 7_919 % 100_003).unwrap());
        let story = Story {
            key: format!("ABC-{n}"),
            title: format!("Story number {n}"),
            description: format!("As somebody I want {n}. ").repeat(20),
            changed_ms: 1_699_000_000_000,
            ..Story::default()
        };
        let kept = KeptStory {
            story: story.into(),
            ..KeptStory::default()
        };
        browser.storage.insert(story_key(id), write_story(&kept));
        ids.push(id);
    }
    backlog.set_order(&ids, 1_699_000_000_000);
    let key = String::from("floret.backlog.00000000");
    browser.storage.insert(key, write_backlog(&backlog));
    browser.open();
    browser
}

#[test]
fn five_thousand_stories_are_typed_in_searched_and_moved() {
    let mut browser = full();
    assert_eq!(browser.list(0).n_stories, N);
    assert!(browser.work(0) >= 20, "they are looked at in slices");
    let id = browser.id(0, "Story number 3");
    let n_before = browser.n_writes;
    browser.type_in(0, id, Field::Title, "Another title");
    assert_eq!(browser.n_writes, n_before + 1);
    browser.backlog(0, BacklogEvent::Searched("number 4999".into()));
    assert_eq!(browser.titles(0), ["Story number 4999"]);
    let last = browser.id(0, "Story number 4999");
    browser.backlog(0, BacklogEvent::Searched(String::new()));
    let before = Some(id);
    browser.backlog(
        0,
        BacklogEvent::Moved {
            story: last,
            before,
        },
    );
    // The story, which has its place now, and the order.
    assert_eq!(browser.n_writes, n_before + 3);
    assert_eq!(browser.titles(0)[3], "Story number 4999");
    let only_gaps = StoryFilter {
        only_gaps: true,
        ..StoryFilter::default()
    };
    browser.backlog(0, BacklogEvent::Filtered(only_gaps));
    assert_eq!(browser.list(0).n_found, N);
    let tab = browser.restart(0);
    assert_eq!(browser.titles(tab)[3], "Story number 4999");
    assert_eq!(browser.titles(tab)[4], "Another title");
}

/// Far above what it takes, even in a debug build on a busy machine: catches only what
/// grows with the square.
#[cfg(not(target_arch = "wasm32"))]
#[expect(
    clippy::disallowed_methods,
    reason = "a stopwatch around the pure machine"
)]
#[test]
fn nothing_a_person_does_in_a_long_list_takes_long() {
    let mut browser = full();
    browser.work(0);
    let id = browser.id(0, "Story number 3");
    let slow = |browser: &mut Browser, what: &str, act: &dyn Fn(&mut Browser)| {
        let began = std::time::Instant::now();
        act(browser);
        let took = began.elapsed();
        assert!(took < Duration::from_millis(1_500), "{what}: {took:?}");
    };
    slow(&mut browser, "typing", &|browser| {
        browser.tell(0, DeskEvent::Opened(DeskPage::Story(id)));
        for n in 0..10 {
            browser.type_in(0, id, Field::Why, &n.to_string());
        }
        browser.tell(0, DeskEvent::Opened(DeskPage::Backlog));
    });
    slow(&mut browser, "scrolling", &|browser| {
        for first in (0..N).step_by(100) {
            browser.backlog(0, BacklogEvent::RowsInSight { first, n: 40 });
            let _ = browser.view(0);
        }
    });
    slow(&mut browser, "searching", &|browser| {
        for text in ["n", "nu", "num", "number 49"] {
            browser.backlog(0, BacklogEvent::Searched(text.into()));
        }
        browser.backlog(0, BacklogEvent::Searched(String::new()));
    });
    slow(&mut browser, "moving", &|browser| {
        browser.backlog(
            0,
            BacklogEvent::Moved {
                story: id,
                before: None,
            },
        );
    });
    slow(&mut browser, "deleting", &|browser| {
        browser.backlog(0, BacklogEvent::StoryDeleted(id));
        browser.undo(0);
    });
}
