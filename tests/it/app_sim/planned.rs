//! A planned table as its facilitator sees it: which story of how many, and what comes next.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::AgendaView;
use floret::app::{DoorNews, Event, PlannedStory, PlannedTable};
use floret::story::StoryId;

use super::world::{BASE, World};

const GOAL: &str = "Paying by invoice works";

/// Where the planned stories live.
const TICKET: &str = "https://tracker.example/ABC-1";

/// A tab at the desk that opens a table with these stories.
fn open(world: &mut World, titles: &[&str]) -> usize {
    open_linked(world, titles, "")
}

/// The same, each with an address in the tracker.
fn open_linked(world: &mut World, titles: &[&str], link: &str) -> usize {
    let browser = world.browser();
    let tab = world.open(browser, &format!("{BASE}#plan"));
    world.tell(tab, Event::Desk(DoorNews::Opened));
    let stories = titles.iter().zip(1u64..).map(|(title, id)| PlannedStory {
        id: StoryId(id).to_string(),
        title: (*title).to_owned(),
        link: link.to_owned(),
    });
    let plan = PlannedTable {
        goal: String::from(GOAL),
        stories: stories.collect(),
        meeting: None,
    };
    let planned = DoorNews::Planned(Box::new(plan));
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

/// Somebody who comes by the link.
fn join(world: &mut World, host: usize) -> usize {
    let link = world.link(host);
    let guest = world.answer(&link, "Bo");
    world.run(1_600);
    let reply = world.reply(guest);
    world.paste(host, &reply);
    world.run(1_000);
    guest
}

#[test]
fn goal_and_address_are_on_every_screen_and_stay_over_a_reload() {
    let mut world = World::new(952);
    let host = open_linked(&mut world, &["Login", "Search"], TICKET);
    let guest = join(&mut world, host);
    for tab in [host, guest] {
        let table = world.table(tab);
        assert_eq!(table.goal, GOAL);
        assert_eq!(table.story.title, "Login");
        assert_eq!(table.story.link.as_deref(), Some(TICKET));
    }
    // A guest goes on; the next planned story has its own.
    world.tell(guest, Event::NextStory);
    world.run(1_000);
    assert_eq!(world.table(guest).story.title, "Search");
    assert_eq!(world.table(guest).story.link.as_deref(), Some(TICKET));
    world.tell(guest, Event::NextStory);
    world.run(1_000);
    assert_eq!(world.table(guest).story.link, None, "not a planned one");
    let host = world.reload(host);
    world.run(5_000);
    world.tell(host, Event::LookBack);
    assert_eq!(world.table(host).goal, GOAL);
    assert_eq!(world.table(host).story.link.as_deref(), Some(TICKET));
}

#[test]
fn a_kept_table_is_opened_again_with_its_goal_and_addresses() {
    let mut world = World::new(953);
    let host = open_linked(&mut world, &["Login"], TICKET);
    let browser = world.tabs[host].browser;
    world.tell(host, Event::EstimateSaved(String::from("5")));
    world.run(300);
    world.tell(host, Event::LeavePressed);
    world.run(300);
    let tab = world.open(browser, BASE);
    world.tell(tab, Event::ReopenTable);
    world.run(500);
    let table = world.table(tab);
    assert_eq!(table.goal, GOAL);
    assert_eq!(table.story.title, "Login");
    assert_eq!(table.story.link.as_deref(), Some(TICKET));
}

#[test]
fn an_address_that_leads_nowhere_safe_is_no_link() {
    for link in ["javascript:alert(1)", "data:text/html,x", "ABC-1", ""] {
        let mut world = World::new(954);
        let tab = open_linked(&mut world, &["Login"], link);
        assert_eq!(world.table(tab).story.title, "Login");
        assert_eq!(world.table(tab).story.link, None, "{link}");
    }
}
