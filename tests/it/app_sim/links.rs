//! What is seen of links: how long a seat has been away, and which way a link takes.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::Event;
use floret::app::view::{LinkView, Panel, PathView, ReplyOutcome};
use floret::wire::Invite;

use super::browser::TabId;
use super::world::World;

/// The link of a seat as a tab shows it.
fn seat(world: &World, tab: TabId, at: usize) -> (LinkView, Option<String>) {
    let seat = world.table(tab).seats[at].clone();
    (seat.link, seat.waited)
}

fn away(text: &str) -> (LinkView, Option<String>) {
    (LinkView::Lost, Some(text.to_owned()))
}

#[test]
fn a_seat_that_went_away_is_waited_for_and_lost_after_a_minute() {
    let (mut world, tabs) = World::meeting(510, 2);
    assert_eq!(seat(&world, tabs[0], 1), (LinkView::Linked, None));
    world.crash(tabs[1]);
    world.run(4_000);
    assert_eq!(seat(&world, tabs[0], 1), (LinkView::Slow, None));
    // Counted from the moment it stopped being linked, on each screen's own clock.
    world.run(10_000);
    for tab in [tabs[0], tabs[2]] {
        let (link, waited) = seat(&world, tab, 1);
        assert_eq!(link, LinkView::Lost);
        assert!(["0:10", "0:11", "0:12"].contains(&waited.unwrap().as_str()));
    }
    world.run(60_000);
    for tab in [tabs[0], tabs[2]] {
        assert_eq!(seat(&world, tab, 1), (LinkView::Lost, None));
    }
}

#[test]
fn a_guest_sees_its_own_link() {
    let (mut world, tabs) = World::meeting(511, 1);
    let own = |world: &World| world.table(tabs[1]).connection.own.unwrap();
    assert_eq!(own(&world).link, LinkView::Linked);
    assert_eq!(world.table(tabs[0]).connection.own, None);
    world.is_cut = true;
    world.run(4_000);
    assert_eq!(own(&world).link, LinkView::Slow);
    world.run(5_000);
    let waited = own(&world).waited.unwrap();
    assert!(
        ["0:05", "0:06", "0:07"].contains(&waited.as_str()),
        "{waited}"
    );
    assert_eq!(seat(&world, tabs[1], 1), away(&waited));
    world.is_cut = false;
    world.run(3_000);
    assert_eq!(own(&world).link, LinkView::Linked);
    assert_eq!(own(&world).waited, None);
}

#[test]
fn ways_are_asked_for_while_somebody_looks() {
    let (mut world, tabs) = World::meeting(512, 2);
    let ways = |world: &World, tab| world.table(tab).connection.ways;
    let direct = PathView {
        is_relayed: false,
        round_trip_ms: Some(String::from("7")),
    };
    assert!(ways(&world, tabs[0]).iter().all(|way| way.path.is_none()));
    for tab in [tabs[0], tabs[1]] {
        world.tell(tab, Event::PanelOpened(Panel::Connection));
    }
    world.run(100);
    let names = |world: &World, tab| -> Vec<_> {
        let ways = ways(world, tab).into_iter();
        ways.map(|way| (way.name, way.path)).collect()
    };
    let to = |name: &str| (name.to_owned(), Some(direct.clone()));
    assert_eq!(names(&world, tabs[0]), [to("Guest 0"), to("Guest 1")]);
    assert_eq!(names(&world, tabs[1]), [to("Host")]);
    world.tell(tabs[0], Event::PanelClosed);
    world.run(100);
    assert!(ways(&world, tabs[0]).iter().all(|way| way.path.is_none()));
    // A link that is gone has no way.
    world.crash(tabs[0]);
    world.run(9_000);
    assert_eq!(names(&world, tabs[1]), [(String::from("Host"), None)]);
}

#[test]
fn a_typed_address_stands_in_the_invite_and_in_the_reply() {
    let mut world = World::new(513);
    let host = world.host("Ana");
    let hidden = world.link(host);
    world.tell(host, Event::LanAddressGiven(String::from("localhost")));
    assert_eq!(world.view(host).lan.problem.as_deref(), Some("localhost"));
    assert_eq!(world.link(host), hidden);
    world.tell(host, Event::LanAddressGiven(String::from("10.0.0.5 ")));
    assert_eq!(world.view(host).lan.in_use.as_deref(), Some("10.0.0.5"));
    let link = world.link(host);
    assert!(all_candidates_of(&link).contains("10.0.0.5"));
    assert!(!all_candidates_of(&link).contains("Mdns"));
    let guest = world.answer(&link, "Bo");
    world.run(1_600);
    let first = world.reply(guest);
    world.tell(guest, Event::LanAddressGiven(String::from("fd00::7")));
    world.run(10);
    let second = world.reply(guest);
    assert_ne!(first, second);
    world.paste(host, &second);
    world.run(400);
    assert_eq!(world.table(guest).seats.len(), 2);
    // Another table of this page carries it, too.
    world.tell(host, Event::LanAddressGiven(String::new()));
    assert_eq!(world.view(host).lan, floret::app::view::LanView::default());
}

#[test]
fn an_address_added_to_a_reply_that_was_taken_reaches_its_connection() {
    let mut world = World::new(514);
    let host = world.host("Ana");
    let link = world.link(host);
    let guest = world.answer(&link, "Bo");
    world.run(1_600);
    let first = world.reply(guest);
    // The host's browser does not find the guest's.
    world.tabs[guest].is_open = false;
    world.paste(host, &first);
    world.run(2_000);
    world.tabs[guest].is_open = true;
    world.tell(guest, Event::LanAddressGiven(String::from("10.0.0.6")));
    world.run(10);
    let second = world.reply(guest);
    world.paste(host, &second);
    let taken = ReplyOutcome::Taken(String::from("Bo"));
    assert_eq!(world.outcomes(host)[0], taken);
    let mut connections = world.tabs[host].connections.values();
    assert!(connections.any(|one| one.knows("10.0.0.6")));
    world.paste(host, &second);
    assert_eq!(
        world.outcomes(host)[0],
        ReplyOutcome::Twice(String::from("Bo"))
    );
}

/// The candidates of an invite, as text.
fn all_candidates_of(link: &str) -> String {
    let (_, code) = link.split_once("#j=").unwrap();
    format!("{:?}", Invite::decode(code).unwrap().slots).replace("[10, 0, 0, 5]", "10.0.0.5")
}
