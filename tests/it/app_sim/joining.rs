//! Coming to the table.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::Event;
use floret::app::view::{
    LinkView, NameProblem, NamePurpose, NoticeText, ReplyOutcome, Screen, Stop,
};

use super::world::{BASE, World};

#[test]
fn the_link_appears_within_half_a_second_also_when_no_stun_server_answers() {
    let mut world = World::new(100);
    let browser = world.browser();
    world.browsers[browser].stun_answers = false;
    let tab = world.open(browser, BASE);
    world.tell(tab, Event::StartPoker);
    world.tell(tab, Event::NameGiven(String::from("Ana")));
    assert_eq!(
        world.table(tab).seats.len(),
        1,
        "the table is there at once"
    );
    world.run(500);
    assert!(world.link(tab).starts_with(BASE));
    // Late candidates make the next version of the link, never take it away.
    world.run(60_000);
    assert!(world.table(tab).invite.link.is_some());
}

#[test]
fn a_team_that_opens_one_link_in_the_same_second_is_let_in_by_one_paste_with_chat_around() {
    for n_guests in [1, 4, 8] {
        let mut world = World::new(101);
        let host = world.host("Host");
        let link = world.link(host);
        let guests: Vec<_> = (0..n_guests)
            .map(|at| world.answer(&link, &format!("Guest {at}")))
            .collect();
        world.run(2_000);
        let mut chat = String::from("Bo 10:02\nhere is mine (I hope), r=5?\n");
        for guest in &guests {
            chat.push_str("> ");
            chat.push_str(&world.reply(*guest));
            chat.push_str(" .\n👍 thanks!\n");
        }
        world.paste(host, &chat);
        world.run(1_000);
        for guest in guests {
            assert_eq!(world.table(guest).seats.len(), n_guests + 1);
        }
        let outcomes = world.outcomes(host);
        assert!(
            outcomes
                .iter()
                .all(|one| matches!(one, ReplyOutcome::Seated(_))),
            "{outcomes:?}"
        );
    }
}

#[test]
fn more_people_than_the_link_has_places_are_let_in_from_the_links_shown_next() {
    let mut world = World::new(102);
    let host = world.host("Host");
    let mut guests = Vec::new();
    for at in 0..12 {
        let link = world.link(host);
        let guest = world.answer(&link, &format!("Guest {at}"));
        world.run(1_600);
        guests.push(guest);
        if at % 4 == 3 {
            let replies: Vec<_> = guests.iter().map(|guest| world.reply(*guest)).collect();
            world.paste(host, &replies.join("\n"));
            world.run(500);
        }
    }
    assert_eq!(world.table(host).seats.len(), 13);
    assert!(
        guests
            .iter()
            .all(|guest| world.table(*guest).seats.len() == 13)
    );
}

#[test]
fn a_reply_pasted_minutes_later_still_works() {
    let mut world = World::new(103);
    let host = world.host("Host");
    let link = world.link(host);
    let guests = [world.answer(&link, "Ana"), world.answer(&link, "Bo")];
    world.run(7 * 60_000);
    match world.screen(guests[0]) {
        Screen::Waiting(waiting) => assert!(waiting.is_long && waiting.waited.starts_with("06:")),
        other => panic!("{other:?}"),
    }
    for guest in guests {
        let reply = world.reply(guest);
        world.paste(host, &reply);
    }
    world.run(1_000);
    assert_eq!(world.table(host).seats.len(), 3);
}

#[test]
fn a_guest_is_given_its_reply_on_the_clipboard_by_the_join_click_itself() {
    let mut world = World::new(104);
    let host = world.host("Host");
    let link = world.link(host);
    let browser = world.browser();
    let guest = world.open(browser, &link);
    match world.screen(guest) {
        Screen::Name(form) => assert_eq!(form.purpose, NamePurpose::Guest),
        other => panic!("{other:?}"),
    }
    world.run(3_000);
    world.tell(guest, Event::NameGiven(String::from("Ana")));
    assert!(
        world.reply(guest).contains("#r="),
        "everything was ready before the click"
    );
    world.run(100);
    match world.screen(guest) {
        Screen::Waiting(waiting) => assert_eq!(waiting.copied, Some(true)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_name_of_no_or_too_many_characters_is_sent_back_with_the_reason() {
    let mut world = World::new(105);
    let host = world.host("Host");
    let link = world.link(host);
    let (here, there) = (world.browser(), world.browser());
    let forms = [world.open(here, BASE), world.open(there, &link)];
    world.tell(forms[0], Event::StartPoker);
    let long = "x".repeat(200);
    let problems = [
        (" \u{a0}\t", NameProblem::Empty),
        (
            long.as_str(),
            NameProblem::TooLong {
                length: 200,
                limit: 40,
            },
        ),
    ];
    for tab in forms {
        for (name, problem) in &problems {
            world.tell(tab, Event::NameGiven((*name).to_owned()));
            match world.screen(tab) {
                Screen::Name(form) => assert_eq!(form.problem, Some(*problem)),
                other => panic!("{other:?}"),
            }
        }
    }
    let name = "n".repeat(40);
    world.tell(forms[1], Event::NameGiven(name.clone()));
    world.run(2_000);
    let reply = world.reply(forms[1]);
    world.paste(host, &reply);
    world.run(500);
    assert!(world.table(host).seats.iter().any(|seat| seat.name == name));
}

#[test]
fn a_name_typed_before_the_program_arrived_is_taken() {
    let mut world = World::new(106);
    let browser = world.browser();
    let tab = world.open_with(browser, BASE, |boot| {
        boot.typed_name = Some(String::from("Ana"));
        boot.name_sent = true;
    });
    assert_eq!(world.table(tab).seats[0].name, "Ana");
    let browser = world.browser();
    let tab = world.open_with(browser, BASE, |boot| {
        boot.typed_name = Some(String::from("An"));
    });
    match world.screen(tab) {
        Screen::Name(form) => assert_eq!((form.name.as_str(), form.problem), ("An", None)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_link_that_was_cut_changed_or_is_no_link_says_so() {
    let mut world = World::new(107);
    let host = world.host("Host");
    let link = world.link(host);
    let at = link.find("#j=").unwrap() + 3;
    let mut damaged = link.clone().into_bytes();
    let place = at + 40;
    damaged[place] = if damaged[place] == b'A' { b'B' } else { b'A' };
    let damaged = String::from_utf8(damaged).unwrap();
    let guest = world.answer(&link, "Ana");
    world.run(2_000);
    let reply = world.reply(guest);
    let swapped = reply.replace("#r=", "#j=");
    let cases = [
        (link[..link.len() - 20].to_owned(), Stop::LinkTruncated),
        (link[..at + 3].to_owned(), Stop::LinkTruncated),
        (damaged, Stop::LinkDamaged),
        (swapped, Stop::LinkForeign),
        (format!("{BASE}#j=hello"), Stop::LinkForeign),
        (format!("{BASE}#j={}", "A".repeat(9_000)), Stop::LinkDamaged),
        (format!("{BASE}#some-heading"), Stop::LinkForeign),
    ];
    for (address, stop) in cases {
        let browser = world.browser();
        let tab = world.open(browser, &address);
        assert_eq!(world.screen(tab), Screen::Stopped(stop), "{address}");
    }
    let browser = world.browser();
    let tab = world.open_with(browser, &link, |boot| boot.has_webrtc = false);
    assert_eq!(world.screen(tab), Screen::Stopped(Stop::NoWebRtc));
}

#[test]
fn the_person_after_the_last_seat_is_told_that_the_table_is_full() {
    let mut world = World::new(108);
    let host = world.host("Host");
    let mut last = host;
    for at in 0..40 {
        let link = world.link(host);
        last = world.answer(&link, &format!("Guest {at}"));
        world.run(1_600);
        let reply = world.reply(last);
        world.paste(host, &reply);
        world.run(400);
    }
    assert_eq!(world.table(host).seats.len(), 40);
    assert_eq!(
        world.screen(last),
        Screen::Stopped(Stop::Full { limit: 40 })
    );
    assert_eq!(
        world.outcomes(host)[0],
        ReplyOutcome::Full(String::from("Guest 39"))
    );
}

#[test]
fn a_seat_whose_page_goes_is_slow_at_once_then_lost_and_comes_back_by_its_link() {
    let (mut world, tabs) = World::meeting(109, 2);
    world.run(1_000);
    world.close(tabs[2]);
    world.run(200);
    for tab in [tabs[0], tabs[1]] {
        assert_eq!(world.table(tab).seats[2].link, LinkView::Slow);
    }
    world.run(4_500);
    for tab in [tabs[0], tabs[1]] {
        assert_eq!(world.table(tab).seats[2].link, LinkView::Lost);
    }
    let address = format!("{BASE}{}", world.tabs[tabs[2]].fragment);
    let browser = world.tabs[tabs[2]].browser;
    let again = world.open(browser, &address);
    world.run(900);
    let seats = world.table(again).seats;
    assert_eq!(seats.len(), 3, "no ghost is left: {seats:?}");
    assert!(seats.iter().all(|seat| seat.link == LinkView::Linked));
}

#[test]
fn a_network_that_falls_silent_shows_slow_then_lost_and_heals() {
    let (mut world, tabs) = World::meeting(110, 1);
    world.is_cut = true;
    world.run(3_500);
    assert_eq!(world.table(tabs[0]).seats[1].link, LinkView::Slow);
    world.run(4_000);
    assert_eq!(world.table(tabs[0]).seats[1].link, LinkView::Lost);
    assert!(!world.table(tabs[1]).is_linked);
    world.is_cut = false;
    world.run(3_000);
    assert_eq!(world.table(tabs[0]).seats[1].link, LinkView::Linked);
    assert!(world.table(tabs[1]).is_linked);
    world.tell(tabs[1], Event::Online(false));
    assert!(world.says(tabs[1], &NoticeText::Offline).is_some());
    world.tell(tabs[1], Event::Online(true));
    assert!(world.says(tabs[1], &NoticeText::Offline).is_none());
}
