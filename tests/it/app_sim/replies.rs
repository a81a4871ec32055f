//! What becomes of a reply, one plain sentence each.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::{HandedView, NoticeText, ReplyOutcome, Screen};
use floret::app::{CopyWhat, Event};

use super::world::{BASE, World};

/// A host and a guest whose reply is out.
fn waiting(seed: u64) -> (World, usize, usize, String) {
    let mut world = World::new(seed);
    let host = world.host("Host");
    let link = world.link(host);
    let guest = world.answer(&link, "Ana");
    world.run(2_000);
    let reply = world.reply(guest);
    (world, host, guest, reply)
}

#[test]
fn the_same_reply_twice_is_said_and_changes_nothing() {
    let (mut world, host, guest, reply) = waiting(120);
    world.paste(host, &reply);
    world.paste(host, &reply);
    assert_eq!(
        world.outcomes(host)[0],
        ReplyOutcome::Twice(String::from("Ana"))
    );
    world.run(1_000);
    world.paste(host, &reply);
    assert_eq!(world.table(host).seats.len(), 2);
    assert_eq!(world.table(guest).seats.len(), 2);
}

#[test]
fn a_reply_to_another_table_cut_or_damaged_or_no_reply_at_all_is_said() {
    let (mut world, host, _guest, reply) = waiting(121);
    let (mut other, elsewhere, ..) = waiting(122);
    let cut = &reply[..reply.len() - 9];
    let damaged = reply.replace("#r=EA", "#r=EB");
    let at = reply.len() - 30;
    let mut changed = reply.clone().into_bytes();
    changed[at] = if changed[at] == b'a' { b'b' } else { b'a' };
    let changed = String::from_utf8(changed).unwrap();
    for text in [cut, damaged.as_str(), changed.as_str()] {
        if text != reply {
            world.paste(host, text);
            assert_eq!(world.outcomes(host)[0], ReplyOutcome::Damaged, "{text}");
        }
    }
    other.paste(elsewhere, &reply);
    assert_eq!(other.outcomes(elsewhere)[0], ReplyOutcome::OtherTable);
    world.paste(host, "see you at ten");
    assert_eq!(world.outcomes(host)[0], ReplyOutcome::NoneFound);
    let n_outcomes = world.outcomes(host).len();
    world.paste(host, "  \n ");
    assert_eq!(world.outcomes(host).len(), n_outcomes, "nothing was pasted");
}

#[test]
fn a_reply_to_places_that_are_all_taken_is_told_to_open_the_newest_link() {
    let mut world = World::new(123);
    let host = world.host("Host");
    let link = world.link(host);
    let guests: Vec<_> = (0..9)
        .map(|at| world.answer(&link, &format!("Guest {at}")))
        .collect();
    world.run(2_000);
    for guest in &guests {
        let reply = world.reply(*guest);
        world.paste(host, &reply);
    }
    world.run(1_000);
    assert_eq!(world.table(host).seats.len(), 9);
    let outcomes = world.outcomes(host);
    assert!(
        outcomes.contains(&ReplyOutcome::TooLate(String::from("Guest 8"))),
        "{outcomes:?}"
    );
}

#[test]
fn a_reply_link_opened_in_another_tab_of_the_hosts_browser_lets_the_person_in() {
    let (mut world, host, guest, reply) = waiting(124);
    let browser = world.tabs[host].browser;
    let tab = world.open(browser, &reply);
    assert_eq!(world.screen(tab), Screen::Handed(HandedView::Searching));
    world.run(1_000);
    assert_eq!(
        world.screen(tab),
        Screen::Handed(HandedView::Seated(String::from("Ana")))
    );
    assert_eq!(world.table(guest).seats.len(), 2);
}

#[test]
fn a_reply_link_opened_in_a_seated_guests_browser_is_passed_to_the_host() {
    let (mut world, tabs) = World::meeting(125, 1);
    let link = world.link(tabs[1]);
    let guest = world.answer(&link, "Bo");
    world.run(2_000);
    let reply = world.reply(guest);
    let browser = world.tabs[tabs[1]].browser;
    let tab = world.open(browser, &reply);
    world.run(1_000);
    assert_eq!(world.table(guest).seats.len(), 3);
    match world.screen(tab) {
        Screen::Handed(HandedView::Seated(name) | HandedView::Told(ReplyOutcome::Taken(name))) => {
            assert_eq!(name, "Bo");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_reply_pasted_at_a_guests_seat_is_passed_to_the_host() {
    let (mut world, tabs) = World::meeting(126, 1);
    let link = world.link(tabs[1]);
    let guest = world.answer(&link, "Bo");
    world.run(2_000);
    let reply = world.reply(guest);
    world.paste(tabs[1], &format!("Bo says: {reply}!"));
    world.run(1_000);
    assert_eq!(world.table(guest).seats.len(), 3);
    assert_eq!(
        world.outcomes(tabs[1])[0],
        ReplyOutcome::Taken(String::from("Bo"))
    );
}

#[test]
fn a_reply_link_opened_where_nobody_sits_offers_itself_to_be_copied() {
    let (mut world, _host, _guest, reply) = waiting(127);
    let browser = world.browser();
    let tab = world.open(browser, &reply);
    world.run(2_000);
    match world.screen(tab) {
        Screen::Handed(HandedView::NoTable { reply_link }) => assert_eq!(reply_link, reply),
        other => panic!("{other:?}"),
    }
    world.tell(tab, Event::CopyPressed(CopyWhat::Reply));
    assert_eq!(world.tabs[tab].copies, [(CopyWhat::Reply, reply)]);
}

#[test]
fn a_reply_opened_in_the_tab_that_holds_the_table_is_taken_and_the_address_restored() {
    let (mut world, host, guest, reply) = waiting(128);
    let fragment = reply[reply.find('#').unwrap()..].to_owned();
    world.tabs[host].fragment.clone_from(&fragment);
    world.tell(host, Event::FragmentChanged(fragment));
    world.run(1_000);
    assert_eq!(world.table(guest).seats.len(), 2);
    assert_eq!(world.tabs[host].fragment, "#table");
}

#[test]
fn a_guest_in_the_hosts_own_browser_needs_no_reply() {
    let mut world = World::new(129);
    let host = world.host("Host");
    let link = world.link(host);
    let browser = world.tabs[host].browser;
    let mut guests = Vec::new();
    for name in ["Ana", "Bo", "Cy"] {
        let guest = world.open(browser, &link);
        world.tell(guest, Event::NameGiven(name.to_owned()));
        world.run(3_000);
        guests.push(guest);
    }
    for guest in guests {
        assert_eq!(world.table(guest).seats.len(), 4);
    }
    let outcomes = world.outcomes(host);
    assert!(
        outcomes
            .iter()
            .all(|one| matches!(one, ReplyOutcome::Seated(_))),
        "{outcomes:?}"
    );
    let notices = world.view(host).notices;
    let replies = notices
        .iter()
        .filter(|one| matches!(one.text, NoticeText::Reply(_)));
    assert_eq!(replies.count(), 0, "{notices:?}");
}

#[test]
fn a_link_to_one_table_opened_beside_a_seat_at_another_disturbs_neither() {
    let (mut world, tabs) = World::meeting(130, 1);
    let browser = world.tabs[tabs[1]].browser;
    let other = world.host("Other host");
    let link = world.link(other);
    let guest = world.open(browser, &link);
    world.tell(guest, Event::NameGiven(String::from("Ana")));
    world.run(2_000);
    assert!(
        world
            .outcomes(tabs[0])
            .iter()
            .all(|one| matches!(one, ReplyOutcome::Seated(_)))
    );
    assert_eq!(world.outcomes(tabs[1]), []);
    match world.screen(guest) {
        Screen::Waiting(waiting) => assert!(!waiting.same_browser),
        other => panic!("{other:?}"),
    }
    let reply = world.reply(guest);
    world.paste(other, &reply);
    world.run(500);
    assert_eq!(world.table(guest).seats.len(), 2);
    assert!(world.link(guest).starts_with(BASE));
}
