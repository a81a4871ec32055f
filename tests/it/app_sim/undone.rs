//! What was put away can be brought back, and what cannot be reached is said.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::Event;
use floret::app::view::{NoticeText, ReplyOutcome, Screen, Stop};
use floret::saved::TABLE_KEY;

use super::world::{BASE, World};

/// A browser whose table was left with the story `Login`.
fn left_table(world: &mut World) -> usize {
    let tab = world.host("Ana");
    world.run(500);
    world.tell(tab, Event::TitleTyped(String::from("Login")));
    world.run(300);
    let browser = world.tabs[tab].browser;
    world.close(tab);
    browser
}

fn kept_title(world: &World, tab: usize) -> Option<String> {
    match world.screen(tab) {
        Screen::Start(start) => start.kept_table.map(|kept| kept.title),
        Screen::Name(_)
        | Screen::Waiting(_)
        | Screen::Table(_)
        | Screen::Handed(_)
        | Screen::Stopped(_)
        | Screen::Desk(_) => None,
    }
}

#[test]
fn a_forgotten_table_comes_back_by_undo() {
    let mut world = World::new(300);
    let browser = left_table(&mut world);
    let tab = world.open(browser, BASE);
    assert_eq!(kept_title(&world, tab).as_deref(), Some("Login"));
    world.tell(tab, Event::ForgetTable);
    assert_eq!(kept_title(&world, tab), None);
    assert!(!world.browsers[browser].kept.contains_key(TABLE_KEY));
    let notice = world.says(tab, &NoticeText::TableForgotten).unwrap();
    assert!(notice.can_undo);
    world.tell(tab, Event::Undo(notice.id));
    assert_eq!(kept_title(&world, tab).as_deref(), Some("Login"));
    assert!(world.browsers[browser].kept.contains_key(TABLE_KEY));
}

#[test]
fn a_new_table_says_that_it_took_the_place_of_the_kept_one_and_undo_brings_its_stories() {
    let mut world = World::new(301);
    let browser = left_table(&mut world);
    let tab = world.open(browser, BASE);
    world.tell(tab, Event::StartPoker);
    world.tell(tab, Event::NameGiven(String::from("Ana")));
    world.run(500);
    assert_eq!(world.table(tab).stories.len(), 1);
    let notice = world.says(tab, &NoticeText::TableReplaced).unwrap();
    world.tell(tab, Event::Undo(notice.id));
    world.run(500);
    let titles: Vec<_> = world
        .table(tab)
        .stories
        .iter()
        .map(|story| story.title.clone())
        .collect();
    assert_eq!(titles, ["Login", ""]);
    // What stands there is kept again.
    assert!(world.browsers[browser].kept[TABLE_KEY].contains("Login"));
}

#[test]
fn a_reply_whose_browser_cannot_be_reached_is_given_up_with_a_sentence() {
    let mut world = World::new(302);
    let host = world.host("Ana");
    world.run(500);
    let link = world.link(host);
    let guest = world.answer(&link, "Bo");
    world.run(2_500);
    let reply = world.reply(guest);
    world.crash(guest);
    world.paste(host, &reply);
    world.run(1_000);
    assert!(
        world
            .outcomes(host)
            .contains(&ReplyOutcome::Taken(String::from("Bo")))
    );
    world.run(125_000);
    let outcomes = world.outcomes(host);
    assert!(
        outcomes.contains(&ReplyOutcome::Unreachable(String::from("Bo"))),
        "{outcomes:?}"
    );
    assert!(!outcomes.contains(&ReplyOutcome::Taken(String::from("Bo"))));
}

#[test]
fn a_storage_that_is_nearly_full_is_said_once() {
    let mut world = World::new(303);
    let browser = world.browser();
    world.browsers[browser]
        .kept
        .insert(String::from("floret.damaged.other"), "x".repeat(4_000_000));
    let tab = world.open(browser, BASE);
    world.tell(tab, Event::StartPoker);
    world.tell(tab, Event::NameGiven(String::from("Ana")));
    world.run(500);
    let notice = world.says(tab, &NoticeText::StorageNearlyFull).unwrap();
    world.tell(tab, Event::NoticeDismissed(notice.id));
    world.tell(tab, Event::TitleTyped(String::from("a")));
    world.run(500);
    assert!(world.says(tab, &NoticeText::StorageNearlyFull).is_none());
}

#[test]
fn a_browser_that_refuses_every_connection_says_so_instead_of_waiting_for_ever() {
    let mut world = World::new(304);
    let host = world.host("Ana");
    world.run(500);
    let link = world.link(host);
    let browser = world.browser();
    let guest = world.open(browser, &link);
    for peer in 0..200 {
        let news = floret::app::PeerNews::Refused {
            reason: String::from("no"),
        };
        world.tell(guest, Event::Peer(peer, news));
    }
    world.tell(guest, Event::NameGiven(String::from("Bo")));
    world.run(3_000);
    assert_eq!(world.screen(guest), Screen::Stopped(Stop::NoWebRtc));
}

#[test]
fn who_is_removed_is_told_at_once_and_an_undo_leads_back_to_the_table() {
    let (mut world, tabs) = World::meeting(305, 2);
    let seat = world.table(tabs[1]).me;
    world.tell(tabs[0], Event::SeatRemoved(seat));
    world.run(500);
    assert_eq!(world.screen(tabs[1]), Screen::Stopped(Stop::Removed));
    let seats = world.table(tabs[2]).seats.len();
    let notices = world.view(tabs[0]).notices;
    let notice = notices.iter().find(|notice| notice.can_undo).unwrap();
    world.tell(tabs[0], Event::Undo(notice.id));
    world.run(500);
    assert_eq!(world.table(tabs[1]).me, seat);
    assert_eq!(world.table(tabs[2]).seats.len(), seats + 1);
}
