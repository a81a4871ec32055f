//! A planned table as its facilitator sees it: which story of how many, and what comes next.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::AgendaView;
use floret::app::{DoorNews, Event, PlannedStory, PlannedTable};
use floret::story::StoryId;

use super::world::{BASE, World};

/// A tab at the desk that opens a table with these stories.
fn open(world: &mut World, titles: &[&str]) -> usize {
    let browser = world.browser();
    let tab = world.open(browser, &format!("{BASE}#plan"));
    world.tell(tab, Event::Desk(DoorNews::Opened));
    let stories = titles.iter().zip(1u64..).map(|(title, id)| PlannedStory {
        id: StoryId(id).to_string(),
        title: (*title).to_owned(),
    });
    let stories = stories.collect();
    let planned = DoorNews::Planned(Box::new(PlannedTable { stories }));
    world.tell(tab, Event::Desk(planned));
    world.tell(tab, Event::NameGiven(String::from("Ana")));
    world.run(300);
    tab
}

fn agenda(at: Option<usize>, of: usize, next: Option<&str>) -> AgendaView {
    let next = next.map(str::to_owned);
    AgendaView { at, of, next }
}

/// Something is said of the story, so that the next one may come.
fn go_on(world: &mut World, tab: usize) {
    world.tell(tab, Event::NextStory);
    world.run(300);
}

#[test]
fn the_facilitator_sees_which_planned_story_this_is_and_what_comes_next() {
    let mut world = World::new(950);
    let tab = open(&mut world, &["Login", "Search"]);
    let first = agenda(Some(1), 2, Some("Search"));
    assert_eq!(world.table(tab).agenda, Some(first));
    go_on(&mut world, tab);
    assert_eq!(world.table(tab).agenda, Some(agenda(Some(2), 2, None)));
    world.tell(tab, Event::LookBack);
    assert_eq!(world.table(tab).agenda, Some(agenda(Some(1), 2, None)));
    world.tell(tab, Event::LookForward);
    go_on(&mut world, tab);
    assert_eq!(world.table(tab).agenda, Some(agenda(None, 2, None)));
    let tab = world.reload(tab);
    world.run(1_000);
    assert_eq!(world.table(tab).agenda, Some(agenda(None, 2, None)));
}

#[test]
fn a_table_that_was_not_planned_says_nothing_of_a_plan() {
    let mut world = World::new(951);
    let host = world.host("Ana");
    assert_eq!(world.table(host).agenda, None);
}
