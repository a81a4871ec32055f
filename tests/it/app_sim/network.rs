//! Servers of one's own: used by this browser alone, kept, and never told.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::{IceProblem, IceView, Password, TurnProblem};
use floret::app::{Event, IceServer};
use floret::saved::SETTINGS_KEY;

use super::browser::TabId;
use super::world::{BASE, World};

const URL: &str = "turn:turn.example:3478?transport=tcp";
const SECRET: &str = "correct horse";

fn give(world: &mut World, tab: TabId, url: &str, user: &str, password: &str) {
    let event = Event::TurnGiven {
        url: url.to_owned(),
        user: user.to_owned(),
        password: Password(password.to_owned()),
    };
    world.tell(tab, event);
    world.run(500);
}

fn turn() -> IceServer {
    IceServer {
        url: URL.to_owned(),
        user: Some(String::from("ana")),
        password: Some(SECRET.to_owned()),
    }
}

/// The servers of the newest connection of a tab.
fn newest(world: &World, tab: TabId) -> Vec<IceServer> {
    let connections = &world.tabs[tab].connections;
    connections.values().next_back().unwrap().ice.clone()
}

#[test]
fn host_and_guest_each_use_their_own_turn_server_beside_the_invites_list() {
    let mut world = World::new(500);
    let host = world.host("Ana");
    assert_eq!(newest(&world, host).len(), 2);
    give(&mut world, host, URL, "ana", SECRET);
    let servers = newest(&world, host);
    assert_eq!((servers.len(), servers.last()), (3, Some(&turn())));
    let link = world.link(host);
    let browser = world.browser();
    let guest = world.open(browser, &link);
    assert_eq!(
        newest(&world, guest).len(),
        2,
        "nothing of it is in the link"
    );
    let other = world.browser();
    let tab = world.open(other, BASE);
    give(&mut world, tab, URL, "ana", SECRET);
    let guest = world.open(other, &link);
    assert_eq!(newest(&world, guest).last(), Some(&turn()));
    world.tell(host, Event::IceChosen(IceView::LanOnly));
    world.run(500);
    assert_eq!(newest(&world, host), [turn()]);
}

#[test]
fn a_turn_server_that_cannot_work_is_said_and_not_used() {
    let mut world = World::new(501);
    let host = world.host("Ana");
    let cases = [
        (
            "turn.example",
            "a",
            "b",
            TurnProblem::NoAddress(String::from("turn.example")),
        ),
        (
            "stun:a.example",
            "a",
            "b",
            TurnProblem::NoAddress(String::from("stun:a.example")),
        ),
        (URL, "", "b", TurnProblem::NoCredentials),
        (URL, "a", " ", TurnProblem::NoCredentials),
    ];
    for (url, user, password, problem) in cases {
        give(&mut world, host, url, user, password);
        let turn = world.view(host).settings.turn;
        assert_eq!((turn.problem, turn.is_used), (Some(problem), false));
        assert_eq!(newest(&world, host).len(), 2);
    }
    give(&mut world, host, "", "", "");
    assert_eq!(world.view(host).settings.turn.problem, None);
}

#[test]
fn a_turn_address_without_credentials_breaks_no_connection() {
    let mut world = World::new(502);
    let host = world.host("Ana");
    world.tell(host, Event::IceChosen(IceView::Own));
    let lines = format!("stun:stun.example\n{URL}");
    world.tell(host, Event::OwnServers(lines));
    world.run(500);
    let problem = world.view(host).settings.ice_problem;
    assert_eq!(problem, Some(IceProblem::IsTurn(URL.to_owned())));
    assert_eq!(
        newest(&world, host),
        [IceServer::plain("stun:stun.example")]
    );
}

#[test]
fn the_password_is_kept_but_in_no_backup_and_in_no_log() {
    let mut world = World::new(503);
    let host = world.host("Ana");
    give(&mut world, host, URL, "ana", SECRET);
    let browser = world.tabs[host].browser;
    assert!(world.browsers[browser].kept[SETTINGS_KEY].contains(SECRET));
    world.tell(host, Event::BackupPressed);
    let backup = world.tabs[host].files[0].1.clone();
    assert!(backup.contains("turn.example") && !backup.contains(SECRET));
    assert!(!format!("{:?}", newest(&world, host)).contains(SECRET));
    assert!(!format!("{:?}", world.view(host)).contains(SECRET));
    // Here it stays; elsewhere it is missing, and that is said.
    world.tell(host, Event::RestoreGiven(backup.clone()));
    assert!(world.view(host).settings.turn.is_used);
    assert!(world.browsers[browser].kept[SETTINGS_KEY].contains(SECRET));
    let other = world.browser();
    let tab = world.open(other, BASE);
    world.tell(tab, Event::RestoreGiven(backup));
    let turn = world.view(tab).settings.turn;
    assert_eq!(turn.problem, Some(TurnProblem::NoCredentials));
    let again = world.reload(host);
    assert!(world.view(again).settings.turn.is_used);
}
