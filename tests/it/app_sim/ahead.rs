//! Connections made ahead: what is done when the browser gives one up.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::LinkView;
use floret::app::{Event, PeerNews};

use super::browser::TabId;
use super::world::World;

/// The browser of `tab` gives up every connection that nobody uses yet.
fn give_up_unused(world: &mut World, tab: TabId) -> usize {
    let ends = world.tabs[tab].connections.iter();
    let unused: Vec<_> = ends
        .filter(|(_, end)| end.mate.is_none())
        .map(|(peer, _)| *peer)
        .collect();
    for peer in &unused {
        world.tell(tab, Event::Peer(*peer, PeerNews::Closed));
    }
    unused.len()
}

#[test]
fn a_connection_made_ahead_that_the_browser_gave_up_is_made_anew() {
    let (mut world, mut tabs) = World::meeting(520, 2);
    world.run(5_000);
    for tab in &tabs {
        assert!(give_up_unused(&mut world, *tab) > 0);
    }
    world.run(4_000);
    tabs[1] = world.reload(tabs[1]);
    world.run(1_500);
    let table = world.table(tabs[1]);
    assert!(table.is_linked && table.way_back.is_none(), "no way back");
    assert!(table.seats.iter().all(|seat| seat.link == LinkView::Linked));
}
