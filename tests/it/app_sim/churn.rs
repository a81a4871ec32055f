//! How many connections are made while pages come and go: a browser has room for a few
//! hundred, and collects closed ones when it likes.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::CopyWhat;
use floret::app::view::LinkView;
use floret::wire::Invite;

use super::browser::TabId;
use super::world::{BASE, World};

/// Long enough that a deputy is chosen and its links stand, in ms.
const WARM_MS: i64 = 9_000;

/// Connections that a tab has made so far.
fn n_made(world: &World, tab: TabId) -> usize {
    world.tabs[tab].made.len()
}

/// Of these, answers to somebody's offer.
fn n_answers(world: &World, tab: TabId) -> usize {
    let made = &world.tabs[tab].made;
    made.iter().filter(|is_offer| !**is_offer).count()
}

fn assert_linked(world: &World, tabs: &[TabId]) {
    for tab in tabs {
        let table = world.table(*tab);
        assert!(table.is_linked && !table.is_holding, "{tab}");
        let seats = table.seats.iter();
        let there = seats.filter(|seat| seat.link == LinkView::Linked);
        assert_eq!(there.count(), tabs.len());
    }
}

/// Has a reply been copied for the person?
fn has_reply(world: &World, tab: TabId) -> bool {
    let mut copies = world.tabs[tab].copies.iter();
    copies.any(|(what, _)| *what == CopyWhat::Reply)
}

#[test]
fn a_guest_whose_host_is_near_uses_its_tickets_and_answers_no_invite() {
    let (mut world, mut tabs) = World::meeting(600, 6);
    world.run(WARM_MS);
    for who in 1..tabs.len() {
        tabs[who] = world.reload(tabs[who]);
        world.run(900);
        assert!(world.table(tabs[who]).is_linked);
        let n = n_answers(&world, tabs[who]);
        assert!(n <= 6, "{n} answers by {who}");
        world.run(15_000);
        let n = n_made(&world, tabs[who]);
        assert!(n <= 24, "{n} connections made by {who}");
        assert_linked(&world, &tabs);
    }
}

#[test]
fn ten_reloads_of_guests_cost_the_host_a_few_connections_each() {
    let (mut world, mut tabs) = World::meeting(601, 5);
    world.run(WARM_MS);
    let before = n_made(&world, tabs[0]);
    for turn in 0..10 {
        let who = 1 + turn % (tabs.len() - 1);
        tabs[who] = world.reload(tabs[who]);
        world.run(8_000);
    }
    assert_linked(&world, &tabs);
    let n = n_made(&world, tabs[0]) - before;
    assert!(n <= 40, "{n} connections made");
}

#[test]
fn a_host_that_reloads_opens_its_door_wide_only_when_it_has_stayed_the_host() {
    let (mut world, mut tabs) = World::meeting(602, 6);
    world.run(WARM_MS);
    tabs[0] = world.reload(tabs[0]);
    world.run(900);
    assert_linked(&world, &tabs);
    // Six tickets, six new ones and their spares, three places for newcomers.
    let n = n_made(&world, tabs[0]);
    assert!(n <= 22, "{n} connections made");
    world.run(3_000);
    assert!(n_made(&world, tabs[0]) <= n + 16);
    let link = world.link(tabs[0]);
    let (_, code) = link.split_once("#j=").unwrap();
    assert_eq!(Invite::decode(code).unwrap().slots.len(), 8);
}

#[test]
fn a_guest_finds_the_deputy_that_took_over_while_it_was_away_as_soon_as_ever() {
    for seed in 604..610 {
        let (mut world, mut tabs) = World::meeting(seed, 5);
        world.run(WARM_MS);
        let deputy = world.table(tabs[0]).seats;
        let deputy = deputy.iter().position(|seat| seat.is_deputy).unwrap();
        let who = if deputy == 5 { 4 } else { 5 };
        let tab = tabs[who];
        let (browser, fragment) = (world.tabs[tab].browser, world.tabs[tab].fragment.clone());
        world.close(tab);
        world.run(500);
        world.crash(tabs[0]);
        world.run(15_000);
        assert!(world.table(tabs[deputy]).is_host);
        tabs[who] = world.open(browser, &format!("{BASE}{fragment}"));
        world.run(1_000);
        assert!(world.table(tabs[who]).is_linked, "{seed}");
    }
}

#[test]
fn whom_no_ticket_leads_back_has_its_reply_within_three_seconds_on_any_network() {
    for stun_answers in [true, false] {
        let (mut world, tabs) = World::meeting(611, 2);
        world.run(WARM_MS);
        for browser in &mut world.browsers {
            browser.stun_answers = stun_answers;
        }
        world.is_cut = true;
        let back = world.reload(tabs[2]);
        world.run(2_400);
        assert!(!has_reply(&world, back), "other doors first");
        world.run(700);
        assert!(has_reply(&world, back), "{stun_answers}");
    }
}
