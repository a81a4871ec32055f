//! The network test: what each kind of network shows, and that it ends and can be stopped.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::Event;
use floret::app::view::{
    Advice, CheckName, Finding, IceView, Panel, Password, ProbeState, ProbeView, Screen, Verdict,
};

use super::browser::{Browser, TabId};
use super::trackers::Manner;
use super::world::{BASE, World};

fn probe(world: &World, tab: TabId) -> ProbeView {
    world.view(tab).probe.unwrap()
}

fn finding(world: &World, tab: TabId, wanted: fn(&CheckName) -> bool) -> Finding {
    let mut checks = probe(world, tab).checks.into_iter();
    checks.find(|one| wanted(&one.name)).unwrap().finding
}

/// What a test says in a browser that differs from the usual.
fn judged(change: impl FnOnce(&mut Browser), ice: IceView, is_turn: bool) -> (World, TabId) {
    let mut world = World::new(520);
    let browser = world.browser();
    change(&mut world.browsers[browser]);
    let tab = world.open(browser, BASE);
    world.tell(tab, Event::IceChosen(ice));
    if is_turn {
        world.tell(
            tab,
            Event::TurnGiven {
                url: String::from("turn:turn.example:3478"),
                user: String::from("ana"),
                password: Password(String::from("secret")),
            },
        );
    }
    world.tell(tab, Event::PanelOpened(Panel::Probe));
    world.run(6_000);
    (world, tab)
}

#[test]
fn each_kind_of_network_is_told_apart() {
    let verdict = |(world, tab): (World, TabId)| probe(&world, tab).verdict.unwrap();
    let public = |change: fn(&mut Browser)| verdict(judged(change, IceView::Public, false));
    assert_eq!(public(|_| {}), Verdict::Open);
    assert_eq!(public(|one| one.is_symmetric = true), Verdict::Strict);
    assert_eq!(public(|one| one.stun_answers = false), Verdict::Blocked);
    assert_eq!(
        public(|one| one.dead_server = Some("google")),
        Verdict::Likely
    );
    assert_eq!(
        verdict(judged(|_| {}, IceView::LanOnly, false)),
        Verdict::HereOnly
    );
    let symmetric = |one: &mut Browser| one.is_symmetric = true;
    assert_eq!(
        verdict(judged(symmetric, IceView::Public, true)),
        Verdict::Everywhere
    );
    let no_turn = |one: &mut Browser| one.dead_server = Some("turn.example");
    assert_eq!(
        verdict(judged(no_turn, IceView::Public, true)),
        Verdict::Open
    );
}

#[test]
fn every_check_says_what_it_found() {
    let (world, tab) = judged(
        |one| one.dead_server = Some("google"),
        IceView::Public,
        true,
    );
    let is_first =
        |name: &CheckName| *name == CheckName::Stun(String::from("stun.l.google.com:19302"));
    let within_s = String::from("5");
    assert_eq!(finding(&world, tab, is_first), Finding::Silent { within_s });
    let second = finding(&world, tab, |name| {
        *name == CheckName::Stun(String::from("stun.cloudflare.com:3478"))
    });
    assert!(matches!(second, Finding::Answers { .. }));
    assert_eq!(
        finding(&world, tab, |name| *name == CheckName::Local),
        Finding::Hidden
    );
    assert_eq!(
        finding(&world, tab, |name| *name == CheckName::Ports),
        Finding::PortUnknown
    );
    let turn = finding(&world, tab, |name| matches!(name, CheckName::Turn(_)));
    assert!(matches!(turn, Finding::Relays { .. }));
    let (world, tab) = judged(|_| {}, IceView::LanOnly, false);
    let names: Vec<_> = probe(&world, tab)
        .checks
        .into_iter()
        .map(|one| one.name)
        .collect();
    let expected = [
        CheckName::WebRtc,
        CheckName::NoStun,
        CheckName::Local,
        CheckName::NoTurn,
    ];
    assert_eq!(
        names, expected,
        "no server is asked that is not switched on"
    );
}

#[test]
fn the_test_can_be_stopped_and_leaves_no_connection_behind() {
    let mut world = World::new(521);
    let browser = world.browser();
    world.browsers[browser].stun_answers = false;
    let tab = world.open(browser, &format!("{BASE}#test"));
    assert!(matches!(world.screen(tab), Screen::Start(_)));
    world.run(1_000);
    assert_eq!(probe(&world, tab).state, ProbeState::Runs);
    world.tell(tab, Event::ProbeStopped);
    let stopped = probe(&world, tab);
    assert_eq!(
        (stopped.state, stopped.verdict),
        (ProbeState::Stopped, None)
    );
    assert!(
        stopped
            .checks
            .iter()
            .any(|one| one.finding == Finding::Unfinished)
    );
    assert!(world.tabs[tab].connections.is_empty());
    world.tell(tab, Event::ProbeAgain);
    world.run(6_000);
    let over = probe(&world, tab);
    assert_eq!(over.verdict, Some(Verdict::Blocked));
    assert!(over.advice.contains(&Advice::OneScreen));
    assert_eq!(over.n_done, over.checks.len());
    world.tell(tab, Event::ProbeAgain);
    world.tell(tab, Event::PanelClosed);
    assert_eq!(world.view(tab).probe, None);
    assert!(world.tabs[tab].connections.is_empty());
}

#[test]
fn a_table_stays_while_its_network_is_tested() {
    let (mut world, tabs) = World::meeting(522, 1);
    world.run(2_000);
    for tab in [tabs[0], tabs[1]] {
        let fragment = world.tabs[tab].fragment.clone();
        world.tell(tab, Event::FragmentChanged(String::from("#test")));
        assert_eq!(world.view(tab).panel, Some(Panel::Probe));
        assert_eq!(world.tabs[tab].fragment[..3], fragment[..3]);
    }
    world.run(6_000);
    assert_eq!(probe(&world, tabs[0]).verdict, Some(Verdict::Open));
    assert_eq!(probe(&world, tabs[1]).verdict, Some(Verdict::Open));
    assert_eq!(world.table(tabs[0]).seats.len(), 2);
    world.tell(tabs[1], Event::CardPicked(0));
    world.run(300);
    assert_eq!(world.table(tabs[0]).round.n_voted, 1);
}

#[test]
fn a_browser_without_webrtc_is_told_at_once() {
    let mut world = World::new(523);
    let browser = world.browser();
    let tab = world.open_with(browser, BASE, |boot| boot.has_webrtc = false);
    world.tell(tab, Event::PanelOpened(Panel::Probe));
    let shown = probe(&world, tab);
    assert_eq!(shown.verdict, Some(Verdict::NoWebRtc));
    assert_eq!(shown.advice, [Advice::OtherBrowser, Advice::OneScreen]);
}

#[test]
fn trackers_are_tried_only_where_they_are_switched_on() {
    let mut world = World::new(524);
    let manners = [Manner::Good, Manner::BlackHole, Manner::Refuses];
    let urls = manners.map(|manner| world.tracker(manner));
    let browser = world.browser();
    let tab = world.open(browser, BASE);
    world.tell(tab, Event::TrackersGiven(urls.join("\n")));
    world.tell(tab, Event::PanelOpened(Panel::Probe));
    world.run(6_000);
    let found = |world: &World| -> Vec<_> {
        let checks = probe(world, tab).checks.into_iter();
        let of_trackers = checks.filter(|one| matches!(one.name, CheckName::Tracker(_)));
        of_trackers.map(|one| one.finding).collect()
    };
    assert!(found(&world).is_empty());
    assert!(probe(&world, tab).advice.contains(&Advice::Rendezvous));
    world.tell(tab, Event::RendezvousChosen(true));
    world.tell(tab, Event::ProbeAgain);
    assert_eq!(found(&world), vec![Finding::Waiting; 3]);
    world.run(6_000);
    let silent = Finding::Silent {
        within_s: String::from("5"),
    };
    assert!(matches!(found(&world)[0], Finding::Answers { .. }));
    assert_eq!(found(&world)[1..], [silent.clone(), silent]);
    assert!(!probe(&world, tab).advice.contains(&Advice::Rendezvous));
    let name = CheckName::Tracker(String::from("tracker0.example/announce"));
    assert!(probe(&world, tab).checks.iter().any(|one| one.name == name));
}
