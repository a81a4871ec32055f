//! Leaving, being removed, and a host that goes or comes back.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::Event;
use floret::app::view::{Guard, Mark, NoticeText, Screen, Stop};

use super::world::{BASE, World};

#[test]
fn a_guest_who_leaves_is_gone_and_can_come_back_by_a_click_and_a_reply() {
    let (mut world, tabs) = World::meeting(160, 2);
    world.tell(tabs[2], Event::LeavePressed);
    assert_eq!(world.screen(tabs[2]), Screen::Stopped(Stop::Left));
    world.run(1_000);
    assert_eq!(world.table(tabs[1]).seats.len(), 2);
    world.tell(tabs[2], Event::JoinAgain);
    world.tell(tabs[2], Event::NameGiven(String::from("Guest 1")));
    world.run(1_600);
    let reply = world.reply(tabs[2]);
    world.paste(tabs[0], &reply);
    world.run(500);
    assert_eq!(world.table(tabs[2]).seats.len(), 3);
}

#[test]
fn a_removed_seat_can_be_brought_back_by_undo_and_else_is_told() {
    let (mut world, tabs) = World::meeting(161, 2);
    let seat = world.table(tabs[0]).seats[1].id;
    world.tell(tabs[1], Event::CardPicked(3));
    world.run(200);
    world.tell(tabs[0], Event::SeatRemoved(seat));
    world.run(200);
    assert_eq!(world.table(tabs[2]).seats.len(), 2);
    let text = NoticeText::SeatRemoved(String::from("Guest 0"));
    let notice = world.says(tabs[0], &text).unwrap();
    world.tell(tabs[0], Event::Undo(notice.id));
    world.run(300);
    assert_eq!(
        world.table(tabs[2]).seats[1].mark,
        Mark::Voted,
        "with its vote"
    );
    world.tell(tabs[0], Event::SeatRemoved(seat));
    world.run(11_000);
    assert_eq!(world.screen(tabs[1]), Screen::Stopped(Stop::Removed));
}

#[test]
fn only_the_facilitator_removes_people_and_is_not_removed() {
    let (mut world, tabs) = World::meeting(162, 2);
    let seats = world.table(tabs[1]).seats;
    world.tell(tabs[1], Event::SeatRemoved(seats[2].id));
    world.tell(tabs[0], Event::SeatRemoved(seats[0].id));
    world.run(500);
    assert_eq!(world.table(tabs[2]).seats.len(), 3);
    for tab in [tabs[0], tabs[1]] {
        let notices = world.view(tab).notices;
        assert!(
            !notices
                .iter()
                .any(|one| matches!(one.text, NoticeText::SeatRemoved(_)))
        );
    }
}

#[test]
fn a_host_that_leaves_is_asked_first_and_everybody_is_told() {
    let (mut world, tabs) = World::meeting(163, 2);
    assert!(world.tabs[tabs[0]].warns, "the browser asks too");
    world.tell(tabs[0], Event::LeavePressed);
    assert_eq!(
        world.view(tabs[0]).guard,
        Some(Guard::HostLeaves {
            others: 2,
            has_deputy: false
        })
    );
    world.tell(tabs[0], Event::GuardDismissed);
    assert_eq!(world.table(tabs[0]).seats.len(), 3);
    world.tell(tabs[0], Event::LeavePressed);
    world.tell(tabs[0], Event::GuardConfirmed);
    assert!(matches!(world.screen(tabs[0]), Screen::Start(_)));
    world.run(1_000);
    for tab in &tabs[1..] {
        assert_eq!(world.screen(*tab), Screen::Stopped(Stop::Ended));
    }
    assert!(!world.tabs[tabs[0]].warns);
    assert_eq!(world.tabs[tabs[0]].fragment, "");
}

#[test]
fn another_question_on_the_screen_does_not_let_the_host_end_the_session_unasked() {
    let (mut world, tabs) = World::meeting(164, 2);
    world.tell(tabs[0], Event::CardPicked(1));
    world.tell(tabs[0], Event::RevealPressed);
    world.tell(tabs[0], Event::LeavePressed);
    assert_eq!(
        world.view(tabs[0]).guard,
        Some(Guard::HostLeaves {
            others: 2,
            has_deputy: false
        })
    );
    world.tell(tabs[0], Event::GuardDismissed);
    world.run(500);
    assert_eq!(world.table(tabs[1]).seats.len(), 3);
}

#[test]
fn a_host_that_reloads_finds_rules_stories_estimates_and_guests_again() {
    let (mut world, tabs) = World::meeting(165, 2);
    world.tell(tabs[0], Event::DeckChosen(1));
    world.tell(tabs[0], Event::TitleTyped(String::from("Login")));
    world.run(300);
    for tab in &tabs {
        world.tell(*tab, Event::CardPicked(3));
    }
    world.run(300);
    world.tell(tabs[0], Event::RevealPressed);
    world.run(500);
    world.tell(tabs[0], Event::EstimateSaved(String::from("5")));
    world.tell(tabs[0], Event::NextStory);
    world.tell(tabs[0], Event::TitleTyped(String::from("Logout")));
    world.run(300);
    let again = world.reload(tabs[0]);
    world.run(900);
    let table = world.table(again);
    assert_eq!(
        (table.is_host, table.story.title.as_str()),
        (true, "Logout")
    );
    assert_eq!(table.stories[0].estimate.as_deref(), Some("5"));
    assert_eq!(table.rules.deck, Some(1));
    assert_eq!(table.seats[0].name, "Host");
    assert!(table.invite.link.is_some());
    for tab in &tabs[1..] {
        let table = world.table(*tab);
        assert!(table.is_linked && table.can_vote && table.may_run);
        assert_eq!(table.stories[0].estimate.as_deref(), Some("5"));
    }
    // The old link is of no use any more; the new one is.
    let link = world.link(again);
    let guest = world.answer(&link, "Guest 2");
    world.run(1_600);
    let reply = world.reply(guest);
    world.paste(again, &reply);
    world.run(500);
    assert_eq!(world.table(guest).stories.len(), 2);
}

#[test]
fn a_host_page_that_crashes_opens_its_table_again_from_the_start_page() {
    let (mut world, tabs) = World::meeting(166, 1);
    world.tell(tabs[0], Event::TitleTyped(String::from("Login")));
    world.run(300);
    world.crash(tabs[0]);
    world.run(7_000);
    assert!(!world.table(tabs[1]).is_linked);
    let browser = world.tabs[tabs[0]].browser;
    let tab = world.open(browser, BASE);
    match world.screen(tab) {
        Screen::Start(start) => assert_eq!(start.kept_table.unwrap().title, "Login"),
        other => panic!("{other:?}"),
    }
    world.tell(tab, Event::ReopenTable);
    world.run(500);
    assert_eq!(world.table(tab).story.title, "Login");
}

#[test]
fn a_seat_that_leaves_during_the_reveal_voids_the_round_on_every_screen() {
    use floret::app::view::{PhaseView, VoidView};
    let (mut world, tabs) = World::meeting(167, 3);
    for tab in &tabs {
        world.tell(*tab, Event::CardPicked(2));
    }
    world.run(300);
    world.tell(tabs[0], Event::RevealPressed);
    // List published, openings not here yet.
    world.crash(tabs[3]);
    world.run(20_000);
    for tab in &tabs[..3] {
        let phase = world.table(*tab).round.phase;
        let left = VoidView::Left(vec![String::from("Guest 2")]);
        assert_eq!(phase, PhaseView::Void(left));
    }
    world.tell(tabs[1], Event::VoteAgain);
    world.run(300);
    assert_eq!(world.table(tabs[2]).round.n_voters, 3);
}
