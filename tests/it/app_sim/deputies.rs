//! The host goes away, and the table goes on.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::Event;
use floret::app::view::{LinkView, Mark, NoticeText};

use super::browser::TabId;
use super::world::{BASE, World};

/// Long enough that a deputy is chosen and its links stand, in ms.
const WARM_MS: i64 = 9_000;

fn assert_linked(world: &World, tabs: &[TabId]) {
    for tab in tabs {
        let table = world.table(*tab);
        assert!(table.is_linked, "{tab}");
    }
}

fn host_of(world: &World, tabs: &[TabId]) -> Vec<TabId> {
    let hosts = tabs.iter().filter(|tab| world.table(**tab).is_host);
    hosts.copied().collect()
}

#[test]
fn a_host_that_closes_its_tab_leaves_the_round_and_its_votes_to_the_deputy() {
    let (mut world, tabs) = World::meeting(330, 3);
    world.run(WARM_MS);
    let deputies = world
        .table(tabs[2])
        .seats
        .iter()
        .filter(|one| one.is_deputy)
        .count();
    assert_eq!(deputies, 1, "everybody sees who would go on");
    for tab in &tabs {
        world.tell(*tab, Event::CardPicked(3));
    }
    world.run(300);
    world.close(tabs[0]);
    world.run(8_000);
    let left = &tabs[1..];
    assert_linked(&world, left);
    let hosts = host_of(&world, left);
    assert_eq!(hosts.len(), 1);
    assert!(world.says(hosts[0], &NoticeText::TookOver).is_some());
    for tab in left {
        let seats = world.table(*tab).seats;
        for seat in seats.iter().filter(|seat| seat.link == LinkView::Linked) {
            assert_eq!(seat.mark, Mark::Voted, "{seat:?}");
        }
    }
    world.tell(left[2], Event::RevealPressed);
    world.run(2_000);
    for tab in left {
        let result = world.table(*tab).result.unwrap();
        assert_eq!(result.bars.iter().map(|bar| bar.count).sum::<u32>(), 3);
    }
    // Its invite seats newcomers.
    let link = world.link(hosts[0]);
    let guest = world.answer(&link, "Late");
    world.run(1_600);
    let reply = world.reply(guest);
    world.paste(left[1], &reply);
    world.run(1_000);
    assert_linked(&world, &[guest]);
}

#[test]
fn a_host_that_crashes_comes_back_as_a_guest_and_takes_the_table_back() {
    let (mut world, mut tabs) = World::meeting(331, 3);
    world.run(WARM_MS);
    world.tell(tabs[0], Event::TitleTyped(String::from("Login")));
    world.run(300);
    let browser = world.tabs[tabs[0]].browser;
    world.crash(tabs[0]);
    world.run(20_000);
    assert_eq!(host_of(&world, &tabs[1..]).len(), 1);
    tabs[0] = world.open(browser, &format!("{BASE}#table"));
    world.run(3_000);
    assert_linked(&world, &tabs);
    assert!(!world.table(tabs[0]).is_host);
    assert_eq!(world.table(tabs[0]).story.title, "Login");
    assert_eq!(host_of(&world, &tabs).len(), 1);
    assert!(world.table(tabs[0]).can_take_back);
    world.tell(tabs[0], Event::TakeTableBack);
    world.run(12_000);
    assert_eq!(host_of(&world, &tabs), [tabs[0]]);
    assert_linked(&world, &tabs);
    // And a reload does not lose it again.
    tabs[0] = world.reload(tabs[0]);
    world.run(1_500);
    assert_eq!(host_of(&world, &tabs), [tabs[0]]);
    assert_linked(&world, &tabs);
}

#[test]
fn a_reload_of_the_host_is_quicker_than_the_deputy() {
    let (mut world, mut tabs) = World::meeting(332, 3);
    world.run(WARM_MS);
    tabs[0] = world.reload(tabs[0]);
    world.run(6_000);
    assert_eq!(host_of(&world, &tabs), [tabs[0]]);
    assert_linked(&world, &tabs);
}

#[test]
fn a_host_whom_no_ticket_brings_back_returns_by_one_paste_at_any_seat() {
    let (mut world, mut tabs) = World::meeting(333, 3);
    world.run(WARM_MS);
    for browser in &mut world.browsers {
        browser.takes_agreed = false;
    }
    tabs[0] = world.reload(tabs[0]);
    world.run(8_000);
    assert_eq!(host_of(&world, &tabs[1..]).len(), 1, "the deputy went on");
    let way_back = world.table(tabs[0]).way_back.unwrap();
    assert!(way_back.reply_link.is_some());
    let reply = world.reply(tabs[0]);
    world.paste(tabs[3], &reply);
    world.run(3_000);
    assert_linked(&world, &tabs);
    assert_eq!(host_of(&world, &tabs).len(), 1);
    assert!(!world.table(tabs[0]).is_host);
}

#[test]
fn a_host_that_leaves_hands_the_table_over_and_nobody_notices_but_by_name() {
    let (mut world, tabs) = World::meeting(334, 3);
    world.run(WARM_MS);
    for tab in &tabs {
        world.tell(*tab, Event::CardPicked(1));
    }
    world.run(300);
    world.tell(tabs[0], Event::LeavePressed);
    world.tell(tabs[0], Event::HandOverAndLeave);
    world.run(6_000);
    let left = &tabs[1..];
    assert_eq!(host_of(&world, left).len(), 1);
    assert_linked(&world, left);
    assert_eq!(world.table(left[0]).seats.len(), 3, "the old host has left");
}

#[test]
fn the_facilitator_chooses_another_deputy() {
    let (mut world, tabs) = World::meeting(335, 3);
    world.run(WARM_MS);
    let deputy = |world: &World| {
        let seats = world.table(tabs[0]).seats;
        seats.iter().find(|seat| seat.is_deputy).map(|seat| seat.id)
    };
    let before = deputy(&world).unwrap();
    let other = world
        .table(tabs[0])
        .seats
        .iter()
        .map(|seat| seat.id)
        .rfind(|id| *id != before)
        .unwrap();
    world.tell(tabs[0], Event::DeputyChosen(other));
    world.run(5_000);
    assert_eq!(deputy(&world), Some(other));
    world.crash(tabs[0]);
    world.run(20_000);
    let hosts = host_of(&world, &tabs[1..]);
    assert_eq!(hosts.len(), 1);
    assert_eq!(world.table(hosts[0]).me, other);
}

#[test]
fn a_guest_that_reloads_after_a_takeover_finds_the_new_host() {
    let (mut world, mut tabs) = World::meeting(336, 4);
    world.run(WARM_MS);
    world.crash(tabs[0]);
    world.run(12_000);
    let left: Vec<_> = tabs[1..].to_vec();
    let host = host_of(&world, &left)[0];
    let at = tabs
        .iter()
        .position(|tab| *tab != tabs[0] && *tab != host)
        .unwrap();
    tabs[at] = world.reload(tabs[at]);
    world.run(1_200);
    assert_linked(&world, &tabs[1..]);
    // The new host, too.
    let at = tabs.iter().position(|tab| *tab == host).unwrap();
    tabs[at] = world.reload(host);
    world.run(1_500);
    assert_linked(&world, &tabs[1..]);
    assert_eq!(host_of(&world, &tabs[1..]), [tabs[at]]);
}

#[test]
fn a_phone_never_holds_the_table_for_others() {
    let mut world = World::new(337);
    let host = world.host("Host");
    let mut tabs = vec![host];
    for name in ["Ana", "Bo", "Cy"] {
        let link = world.link(host);
        let browser = world.browser();
        let tab = world.open_with(browser, &link, |boot| boot.is_phone = name != "Cy");
        world.tell(tab, Event::NameGiven(name.to_owned()));
        world.run(1_600);
        let reply = world.reply(tab);
        world.paste(host, &reply);
        world.run(500);
        tabs.push(tab);
    }
    world.run(WARM_MS);
    world.crash(host);
    world.run(12_000);
    assert_eq!(host_of(&world, &tabs[1..]), [tabs[3]]);
}

#[test]
fn without_a_deputy_a_seat_opens_the_table_again_with_all_that_is_known() {
    let (mut world, tabs) = World::meeting(338, 1);
    world.tell(tabs[0], Event::TitleTyped(String::from("Login")));
    world.run(500);
    world.crash(tabs[0]);
    world.run(15_000);
    let table = world.table(tabs[1]);
    assert!(!table.is_linked && table.way_back.is_some());
    world.tell(tabs[1], Event::CarryOnHere);
    world.run(500);
    let table = world.table(tabs[1]);
    assert!(table.is_host && table.is_linked);
    assert_eq!(table.story.title, "Login");
    assert!(table.invite.link.is_some());
}

#[test]
fn a_host_that_crashes_and_is_opened_again_at_any_moment_splits_nobody_off() {
    for (seed, after_ms) in (350_u64..).zip([50, 1_000, 2_000, 2_600, 3_500, 4_800, 5_200, 7_000]) {
        let (mut world, mut tabs) = World::meeting(seed, 7);
        world.run(WARM_MS);
        for tab in &tabs {
            world.tell(*tab, Event::CardPicked(3));
        }
        world.run(300);
        let browser = world.tabs[tabs[0]].browser;
        world.crash(tabs[0]);
        world.run(after_ms);
        tabs[0] = world.open(browser, &format!("{BASE}#table"));
        world.run(30_000);
        assert_linked(&world, &tabs);
        assert_eq!(host_of(&world, &tabs).len(), 1, "{after_ms}");
        for tab in &tabs {
            let seats = world.table(*tab).seats;
            assert_eq!(seats.len(), 8);
            for seat in seats {
                assert_eq!(
                    (seat.link, seat.mark),
                    (LinkView::Linked, Mark::Voted),
                    "{after_ms}"
                );
            }
        }
    }
}
