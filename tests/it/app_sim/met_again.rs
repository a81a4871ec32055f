//! With rendezvous on, pages that were loaded anew find back by the trackers where
//! nothing else leads.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::LinkView;

use super::browser::TabId;
use super::rendezvous::meeting_at;
use super::trackers::Manner;
use super::world::World;

/// Browsers that refuse agreed credentials, so that only a tracker leads back.
fn without_tickets(seed: u64, n_guests: usize) -> (World, Vec<TabId>, String) {
    let (mut world, host, _) = meeting_at(seed, Manner::Good);
    let link = world.link(host);
    let mut tabs = vec![host];
    for at in 0..n_guests {
        tabs.push(world.answer(&link, &format!("Guest {at}")));
    }
    for browser in &mut world.browsers {
        browser.takes_agreed = false;
    }
    world.run(6_000);
    for tab in &tabs {
        assert_eq!(world.table(*tab).seats.len(), n_guests + 1);
    }
    (world, tabs, link)
}

/// Everybody is linked to everybody, and nobody is there twice.
fn assert_all_here(world: &World, tabs: &[TabId]) {
    for tab in tabs {
        let table = world.table(*tab);
        let seats: Vec<_> = table.seats.iter().map(|seat| seat.link).collect();
        assert_eq!(seats, vec![LinkView::Linked; tabs.len()]);
        assert!(table.way_back.is_none());
    }
}

#[test]
fn a_guest_that_reloads_comes_back_by_the_tracker_where_tickets_are_refused() {
    let (mut world, mut tabs, _) = without_tickets(470, 2);
    tabs[1] = world.reload(tabs[1]);
    world.run(6_000);
    assert_all_here(&world, &tabs);
}

#[test]
fn when_the_host_reloads_everybody_comes_back_and_the_old_link_seats_new_people() {
    let (mut world, mut tabs, link) = without_tickets(471, 2);
    tabs[0] = world.reload(tabs[0]);
    world.run(15_000);
    assert_all_here(&world, &tabs);
    let guest = world.answer(&link, "Late");
    world.run(5_000);
    tabs.push(guest);
    assert_all_here(&world, &tabs);
}

#[test]
fn who_takes_the_table_over_is_met_at_the_same_trackers() {
    let (mut world, mut tabs, _) = without_tickets(472, 3);
    world.run(9_000);
    world.close(tabs.remove(0));
    world.run(8_000);
    let is_host = |tab: &TabId| world.table(*tab).is_host;
    let deputy = tabs.iter().copied().find(is_host).unwrap();
    let at = tabs.iter().position(|tab| *tab != deputy).unwrap();
    // Back at the newest invite, which the deputy has told.
    tabs[at] = world.reload(tabs[at]);
    world.run(8_000);
    for tab in &tabs {
        let table = world.table(*tab);
        assert!(table.is_linked && table.way_back.is_none(), "{tab}");
    }
    let guest = world.answer(&world.link(deputy), "Late");
    world.run(5_000);
    assert!(world.table(guest).is_linked);
}
