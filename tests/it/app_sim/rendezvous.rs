//! With rendezvous on, the link alone brings people to the table, whatever the
//! trackers are like.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::{NoticeText, ReplyOutcome, Screen};
use floret::app::{Event, SocketNews};
use floret::wire::{Invite, Rendezvous};
use serde_json::Value;

use super::browser::TabId;
use super::trackers::Manner;
use super::world::{BASE, World};

/// A host that meets people at these trackers, one line each.
fn host_at(world: &mut World, urls: &[String]) -> TabId {
    let browser = world.browser();
    let tab = world.open(browser, BASE);
    world.tell(tab, Event::TrackersGiven(urls.join("\n")));
    world.tell(tab, Event::RendezvousChosen(true));
    world.tell(tab, Event::StartPoker);
    world.tell(tab, Event::NameGiven(String::from("Host")));
    world.run(500);
    tab
}

/// A host at one good tracker.
pub(super) fn meeting_at(seed: u64, manner: Manner) -> (World, TabId, String) {
    let mut world = World::new(seed);
    let url = world.tracker(manner);
    let host = host_at(&mut world, std::slice::from_ref(&url));
    (world, host, url)
}

fn invite(link: &str) -> Invite {
    Invite::decode(&link[link.find("#j=").unwrap() + 3..]).unwrap()
}

/// All connections of a tab that are linked to somebody.
fn n_linked(world: &World, tab: TabId) -> usize {
    let connections = world.tabs[tab].connections.values();
    connections.filter(|one| one.mate.is_some()).count()
}

#[test]
fn the_link_alone_seats_people_in_every_browser() {
    let (mut world, host, url) = meeting_at(400, Manner::Good);
    let link = world.link(host);
    assert_eq!(invite(&link).trackers, [url.as_str()]);
    let browser = world.browser();
    world.open(browser, &link);
    world.run(20_000);
    let n_asked = world.at(&url).n_asked;
    assert_eq!(n_asked, 1, "the host; guests ask nobody before they join");
    for (at, name) in ["Ana", "Bo", "Cy"].into_iter().enumerate() {
        let guest = world.answer(&link, name);
        world.run(4_000);
        assert_eq!(world.table(guest).seats.len(), at + 2);
        assert_eq!(world.table(host).seats[at + 1].name, name);
        assert_eq!(
            world.outcomes(host)[0],
            ReplyOutcome::Seated(name.to_owned())
        );
    }
    assert_eq!(n_linked(&world, host), 3);
    assert_eq!(world.n_met(&url), 1, "only the host is still there");
}

#[test]
fn it_is_off_until_it_is_switched_on_and_trackers_are_given() {
    let mut world = World::new(401);
    let url = world.tracker(Manner::Good);
    let host = world.host("Host");
    let plain = world.link(host);
    assert_eq!(invite(&plain).trackers, [""; 0]);
    world.tell(host, Event::RendezvousChosen(true));
    assert_eq!(world.link(host), plain, "no tracker was given");
    world.tell(
        host,
        Event::TrackersGiven(format!(" nonsense\n {url} \n{url}\nhttps://x")),
    );
    let link = world.link(host);
    assert_eq!(invite(&link).trackers, [url.as_str()]);
    let set = world.view(host).settings.rendezvous;
    assert!(set.is_on);
    assert_eq!(set.problem.as_deref(), Some("nonsense"));
    world.run(1_000);
    assert_eq!(world.n_met(&url), 1);
    world.tell(host, Event::RendezvousChosen(false));
    assert_eq!(invite(&world.link(host)).trackers, [""; 0]);
    assert_eq!(world.n_met(&url), 0);
    world.run(60_000);
    assert_eq!(world.at(&url).n_asked, 1);
    assert_eq!(world.trackers.unknown, [""; 0]);
}

#[test]
fn five_people_who_open_the_link_in_the_same_moment_all_sit_down() {
    for seed in 410..413 {
        let (mut world, host, _) = meeting_at(seed, Manner::Good);
        let link = world.link(host);
        let guests: Vec<_> = (0..5)
            .map(|at| world.answer(&link, &format!("Guest {at}")))
            .collect();
        world.run(10_000);
        for guest in guests {
            assert_eq!(world.table(guest).seats.len(), 6);
        }
    }
}

#[test]
fn more_people_than_the_link_has_places_all_sit_down() {
    let (mut world, host, _) = meeting_at(420, Manner::Good);
    let link = world.link(host);
    let n_slots = invite(&link).slots.len();
    let n_guests = n_slots + 6;
    let guests: Vec<_> = (0..n_guests)
        .map(|at| world.answer(&link, &format!("Guest {at}")))
        .collect();
    world.run(20_000);
    for guest in guests {
        assert_eq!(world.table(guest).seats.len(), n_guests + 1);
    }
}

#[test]
fn a_dead_tracker_listed_first_costs_no_time() {
    let mut times = Vec::new();
    for manner in [
        Manner::Good,
        Manner::BlackHole,
        Manner::Refuses,
        Manner::HangsUp,
        Manner::Floods,
    ] {
        let mut world = World::new(421);
        let urls = [world.tracker(manner), world.tracker(Manner::Good)];
        let host = host_at(&mut world, &urls);
        let link = world.link(host);
        let guest = world.answer(&link, "Ana");
        let from = world.now;
        while !matches!(world.screen(guest), Screen::Table(_)) {
            world.run(50);
            assert!(world.now - from < 10_000, "{manner:?}");
        }
        times.push(world.now - from);
        world.run(5_000);
        assert_eq!(world.table(host).seats.len(), 2);
    }
    assert!(
        times.iter().all(|time| *time <= times[0] + 500),
        "{times:?}"
    );
}

#[test]
fn with_only_dead_trackers_the_link_appears_at_once_and_the_reply_seats() {
    let mut world = World::new(422);
    let urls = [
        world.tracker(Manner::BlackHole),
        world.tracker(Manner::Refuses),
    ];
    let host = host_at(&mut world, &urls);
    let link = world.link(host);
    let told = world.table(host).invite.trackers;
    assert_eq!(told, ["tracker0.example", "tracker1.example"]);
    let browser = world.browser();
    let guest = world.open(browser, &link);
    match world.screen(guest) {
        Screen::Name(form) => assert_eq!(form.trackers, told, "said before it is done"),
        other => panic!("{other:?}"),
    }
    world.tell(guest, Event::NameGiven(String::from("Ana")));
    world.run(2_000);
    match world.screen(guest) {
        Screen::Waiting(waiting) => assert!(waiting.calls),
        other => panic!("{other:?}"),
    }
    let reply = world.reply(guest);
    world.paste(host, &reply);
    world.run(1_000);
    assert_eq!(world.table(guest).seats.len(), 2);
}

#[test]
fn a_reply_given_at_the_same_time_is_the_same_seat() {
    for (seed, pasted_after_ms) in [(430, 0), (431, 200), (432, 400), (433, 1_000), (434, 5_000)] {
        let (mut world, host, _) = meeting_at(seed, Manner::Good);
        let link = world.link(host);
        let guest = world.answer(&link, "Ana");
        let has_reply = |world: &World| !world.tabs[guest].copies.is_empty();
        while !has_reply(&world) {
            world.run(10);
        }
        let reply = world.reply(guest);
        world.run(pasted_after_ms);
        world.paste(host, &reply);
        // The last one longer than a reply is waited for.
        let wait_ms = if pasted_after_ms == 5_000 {
            130_000
        } else {
            8_000
        };
        world.run(wait_ms);
        assert_eq!(world.table(host).seats.len(), 2, "{pasted_after_ms}");
        assert_eq!(world.table(guest).seats.len(), 2);
        assert_eq!(n_linked(&world, host), 1);
        assert_eq!(n_linked(&world, guest), 1);
        let outcomes = world.outcomes(host);
        let seated = ReplyOutcome::Seated(String::from("Ana"));
        assert!(outcomes.contains(&seated), "{outcomes:?}");
        let twice = ReplyOutcome::Twice(String::from("Ana"));
        assert!(
            outcomes.iter().all(|one| *one == seated || *one == twice),
            "{outcomes:?}"
        );
        let unreachable = ReplyOutcome::Unreachable(String::from("Ana"));
        assert_eq!(world.says(host, &NoticeText::Reply(unreachable)), None);
    }
}

#[test]
fn a_tracker_reads_no_name_no_certificate_and_no_address() {
    let (mut world, host, url) = meeting_at(440, Manner::Good);
    let link = world.link(host);
    let guest = world.answer(&link, "Annegret-Unmistakable");
    world.run(4_000);
    assert_eq!(world.table(guest).seats.len(), 2);
    let heard = world.at(&url).heard.join("\n");
    assert!(heard.contains("\"answer\""));
    let mut secrets = vec![
        String::from("Annegret"),
        String::from("candidate"),
        String::from("a="),
    ];
    let code = &link[link.find("#j=").unwrap() + 3..];
    secrets.push(code[8..28].to_owned());
    for tab in [host, guest] {
        for one in world.tabs[tab].connections.values() {
            let name = one.host_line.split(' ').nth(4).unwrap();
            secrets.extend([&one.ufrag, &one.pwd, &one.fingerprint, name].map(ToString::to_string));
            secrets.push(one.fingerprint.replace(':', ""));
        }
    }
    // Chromium's user fragments have four letters: by chance some stand in base64.
    for secret in secrets
        .iter()
        .filter(|secret| secret.len() > 6 || *secret == "a=")
    {
        assert!(!heard.contains(secret.as_str()), "{secret}");
    }
    let invite = invite(&link);
    let id = data_encoding::BASE64URL_NOPAD.encode(&invite.secret.room_id());
    assert!(!heard.contains(&id[..10]));
}

#[test]
fn a_tracker_that_lies_and_repeats_seats_nobody_twice() {
    for seed in 450..452 {
        let (mut world, host, _) = meeting_at(seed, Manner::Lies);
        let link = world.link(host);
        let guests: Vec<_> = ["Ana", "Bo"].map(|name| world.answer(&link, name)).into();
        world.run(60_000);
        for guest in &guests {
            assert_eq!(world.table(*guest).seats.len(), 3);
        }
        assert_eq!(n_linked(&world, host), 2);
        let (ready, each_ahead) = (8, 4);
        assert!(
            world.tabs[host].connections.len() <= 2 + ready + each_ahead,
            "nothing is left over"
        );
    }
}

#[test]
fn an_answer_that_gets_lost_is_given_again() {
    let (mut world, host, _) = meeting_at(460, Manner::Loses(2));
    let link = world.link(host);
    let guest = world.answer(&link, "Ana");
    world.run(20_000);
    assert_eq!(world.table(guest).seats.len(), 2);
    assert_eq!(world.table(host).seats.len(), 2);
}

#[test]
fn a_tracker_that_goes_away_is_asked_again_ever_more_seldom_and_found_when_it_is_back() {
    let (mut world, host, url) = meeting_at(461, Manner::Good);
    let link = world.link(host);
    world.hang_up(&url, Manner::Refuses);
    world.run(600_000);
    let n_asked = world.at(&url).n_asked;
    assert!((15..=50).contains(&n_asked), "{n_asked}");
    world.at(&url).manner = Manner::Good;
    world.run(31_000);
    let guest = world.answer(&link, "Ana");
    world.run(5_000);
    assert_eq!(world.table(guest).seats.len(), 2);
}

#[test]
fn who_waits_longer_than_anybody_calls_more_seldom_and_gets_in_when_the_host_comes() {
    let (mut world, host, url) = meeting_at(462, Manner::Good);
    let link = world.link(host);
    world.tell(host, Event::RendezvousChosen(false));
    let guest = world.answer(&link, "Ana");
    world.run(600_000);
    let n_heard = world.at(&url).heard.len();
    assert!((60..=90).contains(&n_heard), "{n_heard}");
    assert!(matches!(world.screen(guest), Screen::Waiting(_)));
    world.tell(host, Event::RendezvousChosen(true));
    world.run(40_000);
    assert_eq!(world.table(guest).seats.len(), 2);
}

#[test]
fn nobody_but_the_host_of_the_invite_is_believed() {
    let (mut world, host, url) = meeting_at(463, Manner::Good);
    let link = world.link(host);
    // To this guest the host that answers is another one with the same secret.
    let mut other = invite(&link);
    other.fingerprint[0] ^= 1;
    let guest = world.answer(&format!("{BASE}#j={}", other.encode().unwrap()), "Ana");
    world.run(30_000);
    assert!(matches!(world.screen(guest), Screen::Waiting(_)));
    let answers = world.at(&url).heard.iter();
    let n_answers = answers.filter(|text| text.contains("\"answer\"")).count();
    assert!(n_answers > 1, "the host did answer");
}

#[test]
fn words_of_sockets_that_nobody_asked_for_change_nothing() {
    let (mut world, host, url) = meeting_at(464, Manner::Good);
    let before = world.view(host);
    for news in [
        SocketNews::Opened,
        SocketNews::Text(String::from("{}")),
        SocketNews::Closed,
    ] {
        world.tell(host, Event::Socket(99, news));
    }
    assert_eq!(world.view(host), before);
    let link = world.link(host);
    let guest = world.answer(&link, "Ana");
    world.run(4_000);
    for news in [
        SocketNews::Opened,
        SocketNews::Text(String::from("{}")),
        SocketNews::Closed,
    ] {
        world.tell(guest, Event::Socket(1, news));
    }
    assert_eq!(world.table(guest).seats.len(), 2);
    world.tell(guest, Event::LeavePressed);
    world.tell(host, Event::LeavePressed);
    world.tell(host, Event::GuardConfirmed);
    world.run(60_000);
    assert_eq!(world.n_met(&url), 0);
}

#[test]
fn a_typed_lan_address_stands_in_calls_and_answers() {
    let (mut world, host, url) = meeting_at(480, Manner::Good);
    world.tell(host, Event::LanAddressGiven(String::from("192.168.7.1")));
    world.run(100);
    let link = world.link(host);
    let browser = world.browser();
    let guest = world.open(browser, &link);
    world.tell(guest, Event::LanAddressGiven(String::from("192.168.7.2")));
    world.tell(guest, Event::NameGiven(String::from("Ana")));
    world.run(4_000);
    assert_eq!(world.table(guest).seats.len(), 2);
    let room = Rendezvous::of(&invite(&link).secret);
    let mut hosts = Vec::new();
    for text in &world.at(&url).heard {
        let said: Value = serde_json::from_str(text).unwrap();
        let sealed = |one: &Value| one["sdp"].as_str().unwrap_or_default().to_owned();
        let id = |one: &Value| one["offer_id"].as_str().unwrap_or_default().to_owned();
        let answer = room.open_answer(&id(&said), &sealed(&said["answer"]));
        hosts.extend(answer.map(|one| one.slot));
        for one in said["offers"].as_array().into_iter().flatten() {
            let offer = room.open_offer(&id(one), &sealed(&one["offer"]));
            hosts.extend(offer.map(|one| one.slot));
        }
    }
    let mut addresses: Vec<String> = hosts
        .iter()
        .map(|slot| slot.candidates[0].address.text())
        .collect();
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses, ["192.168.7.1", "192.168.7.2"]);
}
