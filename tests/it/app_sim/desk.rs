//! The door to the desk: ways in and out, a door that stays shut, and planned tables.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::{DoorView, Language, Screen};
use floret::app::{
    DeskNews, DoorNews, Effect, Event, PlannedStory, PlannedTable, is_of_table, leads_to_desk,
};
use floret::desk::DeskPage;
use floret::saved::{AGENDA_KEY, BACK_PREFIX, Kept, read_back};
use floret::story::StoryId;

use super::world::{BASE, World};

fn door(world: &World, tab: usize) -> Option<DoorView> {
    match world.tabs[tab].app.view().screen {
        Screen::Desk(door) => Some(door),
        _ => None,
    }
}

fn opens(fragment: &str) -> Effect {
    Effect::OpenDesk {
        fragment: fragment.to_owned(),
        language: Language::English,
    }
}

#[test]
fn a_link_to_the_desk_opens_it_and_back_leads_to_the_start_page() {
    let mut world = World::new(900);
    let browser = world.browser();
    let tab = world.open(browser, &format!("{BASE}#backlog"));
    assert_eq!(door(&world, tab), Some(DoorView::Opening));
    world.tell(tab, Event::Desk(DoorNews::Opened));
    assert_eq!(door(&world, tab), Some(DoorView::Open));
    world.tell(tab, Event::FragmentChanged(String::from("prepare")));
    world.tell(tab, Event::FragmentChanged(String::new()));
    assert!(matches!(
        world.tabs[tab].app.view().screen,
        Screen::Start(_)
    ));
    let told = |fragment: &str| Effect::TellDesk(DeskNews::Fragment(fragment.to_owned()));
    let asked = [
        opens("backlog"),
        told("backlog"),
        told("prepare"),
        Effect::CloseDesk,
    ];
    assert_eq!(world.tabs[tab].desk, asked);
}

#[test]
fn the_address_may_change_while_the_desk_is_on_its_way() {
    let mut world = World::new(901);
    let browser = world.browser();
    let tab = world.open(browser, &format!("{BASE}#backlog"));
    world.tell(tab, Event::FragmentChanged(String::from("plan")));
    world.tell(tab, Event::Desk(DoorNews::Opened));
    let last = world.tabs[tab].desk.last();
    let fragment = DeskNews::Fragment(String::from("plan"));
    assert_eq!(last, Some(&Effect::TellDesk(fragment)));
}

#[test]
fn a_desk_that_was_not_waited_for_stays_closed() {
    let mut world = World::new(902);
    let browser = world.browser();
    let tab = world.open(browser, &format!("{BASE}#backlog"));
    world.tell(tab, Event::GoToStart);
    world.tell(tab, Event::Desk(DoorNews::Opened));
    assert_eq!(world.tabs[tab].desk, [opens("backlog"), Effect::CloseDesk]);
    assert_eq!(world.tabs[tab].fragment, "");
}

#[test]
fn a_door_that_stays_shut_is_tried_again_and_then_with_the_whole_page() {
    let mut world = World::new(903);
    let browser = world.browser();
    let tab = world.open(browser, &format!("{BASE}#backlog"));
    let refused = |is_online| {
        Event::Desk(DoorNews::Refused {
            reason: String::from("no network"),
            is_online,
        })
    };
    for is_online in [false, false, true] {
        world.tell(tab, refused(is_online));
        assert_eq!(door(&world, tab), Some(DoorView::Shut));
        let n_before = world.tabs[tab].desk.len();
        world.tell(tab, Event::DeskAgain);
        let is_asked = world.tabs[tab].desk.len() > n_before;
        // Without a network a reload could lose the page itself.
        assert_eq!(is_asked, !is_online);
    }
}

#[test]
fn a_table_is_not_left_for_the_desk() {
    let mut world = World::new(904);
    let host = world.host("Ana");
    world.tell(host, Event::FragmentChanged(String::from("backlog")));
    assert_eq!(world.tabs[host].fragment, "#table");
    assert!(world.tabs[host].desk.is_empty());
}

#[test]
fn every_page_of_the_desk_has_an_address_that_leads_there() {
    let pages = [
        DeskPage::Backlog,
        DeskPage::Story(StoryId(7)),
        DeskPage::Checklist,
        DeskPage::Plan,
        DeskPage::Ready,
        DeskPage::Shared(String::from("c=abc")),
        DeskPage::Shared(String::from("d=abc")),
        DeskPage::Pack(String::from("pack=abc")),
        DeskPage::Pack(String::from("packed=abc")),
        DeskPage::Pack(String::from("answer=abc")),
    ];
    for page in pages {
        assert!(leads_to_desk(&page.fragment()), "{page:?}");
    }
    for foreign in ["", "table", "test", "j=abc", "r=abc", "c="] {
        assert!(!leads_to_desk(foreign), "{foreign}");
    }
}

#[test]
fn a_backup_holds_both_halves_and_tells_the_open_desk() {
    let mut world = World::new(905);
    let browser = world.browser();
    let story = ("floret.story.00000000000000ab", "{\"version\":1}");
    let kept = &mut world.browsers[browser].kept;
    kept.insert(story.0.to_owned(), story.1.to_owned());
    let tab = world.open(browser, BASE);
    world.tell(tab, Event::BackupPressed);
    let backup = world.tabs[tab].files[0].1.clone();
    let other = world.browser();
    let tab = world.open(other, &format!("{BASE}#backlog"));
    world.tell(tab, Event::Desk(DoorNews::Opened));
    world.tell(tab, Event::RestoreGiven(backup));
    assert_eq!(world.browsers[other].kept[story.0], story.1);
    let news = DeskNews::Kept {
        key: story.0.to_owned(),
        value: Some(story.1.to_owned()),
    };
    assert!(world.tabs[tab].desk.contains(&Effect::TellDesk(news)));
}

#[test]
fn the_desk_speaks_the_language_chosen_on_the_page() {
    let mut world = World::new(906);
    let browser = world.browser();
    let tab = world.open(browser, &format!("{BASE}#prepare"));
    world.tell(tab, Event::Desk(DoorNews::Opened));
    world.tell(tab, Event::LanguageChosen(Some(Language::German)));
    let news = Effect::TellDesk(DeskNews::Language(Language::German));
    assert_eq!(world.tabs[tab].desk.last(), Some(&news));
}

/// A host at a table with these stories planned.
fn planned(world: &mut World, titles: &[&str]) -> usize {
    let browser = world.browser();
    let tab = world.open(browser, &format!("{BASE}#plan"));
    world.tell(tab, Event::Desk(DoorNews::Opened));
    let stories = titles.iter().zip(1u64..).map(|(title, id)| PlannedStory {
        id: StoryId(id).to_string(),
        title: (*title).to_owned(),
        ..PlannedStory::default()
    });
    let plan = PlannedTable {
        goal: String::new(),
        stories: stories.collect(),
        meeting: None,
    };
    world.tell(tab, Event::Desk(DoorNews::Planned(Box::new(plan))));
    world.tell(tab, Event::NameGiven(String::from("Ana")));
    world.run(300);
    tab
}

fn vote(world: &mut World, tab: usize, estimate: &str) {
    world.tell(tab, Event::CardPicked(3));
    world.tell(tab, Event::RevealPressed);
    world.run(1_000);
    world.tell(tab, Event::EstimateSaved(estimate.to_owned()));
    world.run(1_000);
}

/// Story and estimate of everything kept for the desk.
fn told(world: &World, tab: usize) -> Vec<(String, String)> {
    let kept = &world.browsers[world.tabs[tab].browser].kept;
    let voted = kept.iter().filter_map(|(key, text)| {
        let id = key.strip_prefix(BACK_PREFIX)?;
        assert!(!is_of_table(key));
        let Kept::Fine(voted) = read_back(text) else {
            panic!("{text}");
        };
        Some((id.trim_start_matches('0').to_owned(), voted.estimate))
    });
    voted.collect()
}

#[test]
fn planned_stories_come_one_after_the_other_and_estimates_are_kept_for_the_desk() {
    let mut world = World::new(907);
    let tab = planned(&mut world, &["ABC-1 Login ", "Search", "Search"]);
    assert_eq!(world.tabs[tab].desk.last(), Some(&Effect::CloseDesk));
    for (title, estimate) in [("ABC-1 Login", "5"), ("Search", "8"), ("Search", "3")] {
        assert_eq!(world.table(tab).story.title, title);
        vote(&mut world, tab, estimate);
        world.tell(tab, Event::NextStory);
        world.run(300);
    }
    assert_eq!(world.table(tab).story.title, "");
    let pair = |id: &str, estimate: &str| (id.to_owned(), estimate.to_owned());
    assert_eq!(
        told(&world, tab),
        [pair("1", "5"), pair("2", "8"), pair("3", "3")]
    );
}

#[test]
fn a_reload_of_the_hosts_page_loses_no_plan_and_tells_nothing_twice() {
    let mut world = World::new(908);
    let tab = planned(&mut world, &["Login", "Search"]);
    vote(&mut world, tab, "5");
    // The desk read it and took it away.
    let browser = world.tabs[tab].browser;
    let kept = &mut world.browsers[browser].kept;
    kept.retain(|key, _| !key.starts_with(BACK_PREFIX));
    let tab = world.reload(tab);
    world.run(1_000);
    assert!(told(&world, tab).is_empty());
    world.tell(tab, Event::NextStory);
    world.run(300);
    assert_eq!(world.table(tab).story.title, "Search");
    vote(&mut world, tab, "8");
    assert_eq!(told(&world, tab), [(String::from("2"), String::from("8"))]);
}

#[test]
fn a_title_changed_at_the_table_is_still_that_story() {
    let mut world = World::new(909);
    let tab = planned(&mut world, &["Login"]);
    world.tell(tab, Event::TitleTyped(String::from("Log in")));
    vote(&mut world, tab, "5");
    assert_eq!(told(&world, tab), [(String::from("1"), String::from("5"))]);
}

#[test]
fn a_table_without_a_plan_forgets_the_last_one() {
    let mut world = World::new(910);
    let tab = planned(&mut world, &["Login"]);
    world.tell(tab, Event::LeavePressed);
    world.run(300);
    world.tell(tab, Event::StartPoker);
    world.tell(tab, Event::NameGiven(String::from("Ana")));
    world.run(300);
    assert_eq!(world.table(tab).story.title, "");
    let browser = world.tabs[tab].browser;
    assert!(!world.browsers[browser].kept.contains_key(AGENDA_KEY));
}
