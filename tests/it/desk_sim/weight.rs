//! Five thousand stories: what is done to one of them touches one of them.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{BacklogEvent, Field, StoryFilter};
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
