//! Pages that are loaded anew go on where they were.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::{LinkView, Mark, NoticeText, Screen};
use floret::app::{CopyWhat, Event};

use super::browser::TabId;
use super::world::{BASE, World};

/// Everybody sees everybody linked.
fn assert_all_linked(world: &World, tabs: &[TabId]) {
    for tab in tabs {
        let table = world.table(*tab);
        assert!(table.is_linked && table.way_back.is_none());
        assert_eq!(table.seats.len(), tabs.len());
        for seat in &table.seats {
            assert_eq!(seat.link, LinkView::Linked, "{seat:?}");
        }
    }
}

/// The card face down before this person.
fn picked(world: &World, tab: TabId) -> Option<usize> {
    let table = world.table(tab);
    table.hand.iter().position(|card| card.is_picked)
}

fn vote(world: &mut World, tabs: &[TabId], card: usize) {
    for tab in tabs {
        world.tell(*tab, Event::CardPicked(card));
    }
    world.run(300);
}

#[test]
fn a_guest_that_reloads_is_back_within_a_second_with_its_vote_and_nobody_does_anything() {
    let (mut world, mut tabs) = World::meeting(300, 3);
    vote(&mut world, &tabs, 3);
    let n_copies = world.tabs[tabs[2]].copies.len();
    tabs[2] = world.reload(tabs[2]);
    world.run(900);
    assert_all_linked(&world, &tabs);
    assert_eq!(picked(&world, tabs[2]), Some(3), "the own card");
    assert_eq!(world.tabs[tabs[2]].copies.len(), 0, "no reply was made");
    assert_eq!(n_copies, 1);
    for tab in &tabs {
        let seats = world.table(*tab).seats;
        assert!(
            seats.iter().all(|seat| seat.mark == Mark::Voted),
            "{seats:?}"
        );
    }
    world.tell(tabs[0], Event::RevealPressed);
    world.run(1_000);
    let result = world.table(tabs[2]).result.unwrap();
    assert_eq!(result.bars.iter().map(|bar| bar.count).sum::<u32>(), 4);
    // And the result survives, too.
    tabs[1] = world.reload(tabs[1]);
    world.run(900);
    assert_all_linked(&world, &tabs);
    assert_eq!(world.table(tabs[1]).result, world.table(tabs[2]).result);
}

#[test]
fn a_host_that_reloads_is_back_within_a_second_with_everybody_and_every_vote() {
    let (mut world, mut tabs) = World::meeting(301, 3);
    vote(&mut world, &tabs[1..], 4);
    tabs[0] = world.reload(tabs[0]);
    world.run(900);
    assert_all_linked(&world, &tabs);
    let table = world.table(tabs[0]);
    assert!(table.is_host && table.may_arrange);
    let n_voted = table.seats.iter().filter(|seat| seat.mark == Mark::Voted);
    assert_eq!(n_voted.count(), 3);
    world.tell(tabs[0], Event::CardPicked(4));
    world.run(300);
    world.tell(tabs[0], Event::RevealPressed);
    world.run(1_000);
    for tab in &tabs {
        let result = world.table(*tab).result.unwrap();
        assert_eq!(result.bars.iter().map(|bar| bar.count).sum::<u32>(), 4);
    }
}

#[test]
fn pages_that_reload_again_and_again_come_back_each_time() {
    let (mut world, mut tabs) = World::meeting(302, 4);
    world.run(500);
    for turn in 0..15 {
        let who = turn % tabs.len();
        tabs[who] = world.reload(tabs[who]);
        world.run(1_500);
        assert_all_linked(&world, &tabs);
    }
}

#[test]
fn a_page_that_crashed_is_back_at_its_seat_when_its_address_is_opened() {
    let (mut world, mut tabs) = World::meeting(303, 2);
    vote(&mut world, &tabs, 2);
    let (browser, fragment) = (
        world.tabs[tabs[1]].browser,
        world.tabs[tabs[1]].fragment.clone(),
    );
    world.crash(tabs[1]);
    world.run(60_000);
    assert_eq!(world.table(tabs[0]).seats[1].link, LinkView::Lost);
    tabs[1] = world.open(browser, &format!("{BASE}{fragment}"));
    world.run(900);
    assert_all_linked(&world, &tabs);
    assert_eq!(world.table(tabs[0]).seats[1].mark, Mark::Voted);
}

#[test]
fn where_browsers_refuse_agreed_credentials_the_reply_is_one_paste_away_and_says_why() {
    let (mut world, mut tabs) = World::meeting(304, 2);
    vote(&mut world, &tabs, 2);
    for browser in &mut world.browsers {
        browser.takes_agreed = false;
    }
    tabs[1] = world.reload(tabs[1]);
    world.run(900);
    let table = world.table(tabs[1]);
    assert!(!table.is_linked, "the table is seen all the same");
    assert_eq!(
        table.way_back.unwrap().reply_link,
        None,
        "other doors first"
    );
    world.run(2_500);
    let way_back = world.table(tabs[1]).way_back.unwrap();
    assert!(way_back.reply_link.is_some());
    assert_eq!(way_back.copied, Some(true));
    let reply = world.reply(tabs[1]);
    world.paste(tabs[2], &reply);
    world.run(1_000);
    assert_all_linked(&world, &tabs);
    assert_eq!(picked(&world, tabs[1]), Some(2));
}

#[test]
fn a_seat_in_use_is_not_taken_by_a_second_tab_of_the_browser() {
    let (mut world, tabs) = World::meeting(305, 1);
    let browser = world.tabs[tabs[1]].browser;
    let address = format!("{BASE}{}", world.tabs[tabs[1]].fragment);
    let second = world.open(browser, &address);
    world.run(300);
    assert!(matches!(world.screen(second), Screen::Name(_)));
    world.tell(second, Event::NameGiven(String::from("Second")));
    world.run(3_000);
    assert_all_linked(&world, &[tabs[0], tabs[1], second]);
}

#[test]
fn a_ticket_stolen_by_another_browser_opens_nothing() {
    let (mut world, tabs) = World::meeting(306, 2);
    let (victim, thief) = (world.tabs[tabs[1]].browser, world.tabs[tabs[2]].browser);
    let kept = world.browsers[victim].kept.clone();
    world.browsers[thief].kept = kept;
    world.close(tabs[1]);
    world.close(tabs[2]);
    world.run(100);
    let address = format!("{BASE}{}", world.tabs[tabs[1]].fragment);
    let stolen = world.open(thief, &address);
    world.run(2_000);
    assert!(!world.table(stolen).is_linked);
    // The owner's own is as good as before.
    let back = world.open(victim, &address);
    world.run(900);
    assert!(world.table(back).is_linked);
    assert!(!world.table(stolen).is_linked);
}

#[test]
fn a_seat_that_was_left_is_not_kept() {
    let (mut world, tabs) = World::meeting(307, 1);
    let browser = world.tabs[tabs[1]].browser;
    let seats = |world: &World| {
        let keys = world.browsers[browser].kept.keys();
        keys.filter(|key| key.starts_with("floret.seat.")).count()
    };
    assert_eq!(seats(&world), 1);
    world.tell(tabs[1], Event::LeavePressed);
    world.run(300);
    assert_eq!(seats(&world), 0);
}

#[test]
fn no_secret_of_a_seat_is_in_a_backup() {
    let (mut world, tabs) = World::meeting(308, 1);
    for tab in tabs {
        world.tell(tab, Event::BackupPressed);
        let (_, text) = world.tabs[tab].files.last().unwrap();
        for key in ["floret.seat", "floret.session", "floret.people"] {
            assert!(!text.contains(key), "{key}");
        }
    }
}

#[test]
fn whoever_sat_here_before_is_let_in_by_next_weeks_link_alone() {
    let (mut world, tabs) = World::meeting(309, 2);
    let browsers: Vec<_> = tabs.iter().map(|tab| world.tabs[*tab].browser).collect();
    for tab in tabs {
        world.close(tab);
    }
    world.run(7 * 24 * 3_600_000 / 1_000);
    world.now += 7 * 24 * 3_600_000;
    let host = world.open(browsers[0], BASE);
    world.tell(host, Event::StartPoker);
    world.tell(host, Event::NameGiven(String::from("Host")));
    world.run(500);
    let link = world.link(host);
    let guest = world.open(browsers[1], &link);
    world.run(1_000);
    assert_all_linked(&world, &[host, guest]);
    assert_eq!(world.table(host).seats[1].name, "Guest 0");
    assert!(world.tabs[guest].copies.is_empty());
    // A stranger still sends a reply.
    let stranger = world.answer(&link, "Stranger");
    world.run(1_600);
    let reply = world.reply(stranger);
    world.paste(host, &reply);
    world.run(500);
    assert_all_linked(&world, &[host, guest, stranger]);
}

#[test]
fn a_known_person_whom_the_network_does_not_let_in_is_shown_the_reply_after_seconds() {
    let (mut world, tabs) = World::meeting(310, 1);
    let browsers: Vec<_> = tabs.iter().map(|tab| world.tabs[*tab].browser).collect();
    for tab in tabs {
        world.close(tab);
    }
    for browser in &mut world.browsers {
        browser.takes_agreed = false;
    }
    world.now += 7 * 24 * 3_600_000;
    let host = world.open(browsers[0], BASE);
    world.tell(host, Event::StartPoker);
    world.tell(host, Event::NameGiven(String::from("Host")));
    world.run(500);
    let guest = world.open(browsers[1], &world.link(host));
    world.run(2_000);
    match world.screen(guest) {
        Screen::Waiting(waiting) => {
            assert!(waiting.is_expected && waiting.reply_link.is_none());
        }
        other => panic!("{other:?}"),
    }
    world.run(3_000);
    match world.screen(guest) {
        Screen::Waiting(waiting) => {
            assert!(waiting.is_known && !waiting.is_expected);
            assert!(waiting.reply_link.is_some());
        }
        other => panic!("{other:?}"),
    }
    let reply = world.reply(guest);
    world.paste(host, &reply);
    world.run(500);
    assert_all_linked(&world, &[host, guest]);
}

#[test]
fn a_person_who_is_forgotten_or_did_not_agree_is_a_stranger_next_time() {
    let (mut world, tabs) = World::meeting(311, 1);
    let view = world.view(tabs[0]);
    assert_eq!(view.settings.people, ["Guest 0"]);
    world.tell(tabs[0], Event::PersonForgotten(0));
    assert!(world.view(tabs[0]).settings.people.is_empty());
    let text = NoticeText::PersonForgotten(String::from("Guest 0"));
    let notice = world.says(tabs[0], &text).unwrap();
    world.tell(tabs[0], Event::Undo(notice.id));
    assert_eq!(world.view(tabs[0]).settings.people, ["Guest 0"]);
    let guest = world.answer(&world.link(tabs[0]), "Shy");
    world.tell(guest, Event::RememberMe(false));
    world.run(1_600);
    let reply = world.reply(guest);
    world.paste(tabs[0], &reply);
    world.run(500);
    assert_eq!(world.view(tabs[0]).settings.people, ["Guest 0"]);
    assert!(
        world.tabs[guest]
            .copies
            .iter()
            .any(|(what, _)| *what == CopyWhat::Reply)
    );
}

#[test]
fn an_outage_that_heals_on_the_same_connection_leaves_no_trace() {
    let (mut world, tabs) = World::meeting(312, 2);
    vote(&mut world, &tabs, 3);
    for outage_ms in [4_000, 20_000] {
        world.cut_for(outage_ms);
        world.run(8_000);
        assert_all_linked(&world, &tabs);
        assert_eq!(picked(&world, tabs[1]), Some(3));
    }
    for tab in &tabs {
        let seats = world.table(*tab).seats;
        assert!(
            seats.iter().all(|seat| seat.mark == Mark::Voted),
            "{seats:?}"
        );
    }
}

#[test]
fn a_card_picked_while_the_host_is_away_is_not_lost() {
    let (mut world, mut tabs) = World::meeting(313, 2);
    world.run(1_000);
    let (browser, fragment) = (
        world.tabs[tabs[0]].browser,
        world.tabs[tabs[0]].fragment.clone(),
    );
    world.close(tabs[0]);
    world.run(200);
    world.tell(tabs[1], Event::CardPicked(4));
    world.run(300);
    tabs[0] = world.open(browser, &format!("{BASE}{fragment}"));
    world.run(1_500);
    assert_all_linked(&world, &tabs);
    assert_eq!(world.table(tabs[0]).seats[1].mark, Mark::Voted);
}

#[test]
fn two_minutes_without_network_heal_by_themselves_also_where_firefox_gives_up() {
    let (mut world, tabs) = World::meeting(314, 4);
    vote(&mut world, &tabs, 3);
    world.run(2_000);
    // Behind routers no ticket helps: only what both sides know already.
    for browser in &mut world.browsers {
        browser.takes_agreed = false;
    }
    for outage_ms in [120_000, 600_000] {
        world.cut_for(outage_ms);
        world.run(12_000);
        assert_all_linked(&world, &tabs);
        assert!(world.table(tabs[0]).is_host);
    }
    for tab in &tabs {
        assert_eq!(picked(&world, *tab), Some(3));
        let seats = world.table(*tab).seats;
        assert!(
            seats.iter().all(|seat| seat.mark == Mark::Voted),
            "{seats:?}"
        );
    }
}

#[test]
fn a_page_whose_links_all_end_at_once_is_back_and_the_round_goes_on() {
    for (seed, who) in (320_u64..).zip([0, 1, 2, 0, 0, 3]) {
        let (mut world, tabs) = World::meeting(seed, 5);
        world.run(9_000);
        vote(&mut world, &tabs, 3);
        world.drop_links(tabs[who]);
        world.run(100 + i64::try_from(seed % 7).unwrap() * 300);
        world.tell(tabs[4], Event::RevealPressed);
        world.tell(tabs[4], Event::GuardConfirmed);
        world.run(8_000);
        assert_all_linked(&world, &tabs);
        for tab in &tabs {
            let result = world.table(*tab).result.unwrap();
            assert_eq!(result.bars.iter().map(|bar| bar.count).sum::<u32>(), 6);
        }
        assert!(world.table(tabs[0]).is_host);
        world.tell(tabs[3], Event::VoteAgain);
        world.run(300);
        vote(&mut world, &tabs, 4);
        world.tell(tabs[5], Event::RevealPressed);
        world.run(1_500);
        for tab in &tabs {
            assert!(world.table(*tab).result.is_some(), "{seed} {tab}");
        }
    }
}
