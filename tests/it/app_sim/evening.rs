//! A long evening: half an hour in which one of eight pages reloads, dies or loses its
//! links every 20 s, while rounds are played.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::Event;
use floret::app::view::{LinkView, Mark};

use super::browser::TabId;
use super::world::{BASE, World};

const TROUBLE_EVERY_MS: i64 = 20_000;
/// Half an hour; WebAssembly without optimisation has time for a part of it.
const N_TROUBLES: usize = if cfg!(target_arch = "wasm32") { 12 } else { 90 };

/// One page after the other, each kind of trouble in turn.
fn trouble(world: &mut World, tabs: &mut [TabId], turn: usize) {
    let who = turn % tabs.len();
    let tab = tabs[who];
    match (turn % tabs.len() + turn / tabs.len()) % 3 {
        0 => tabs[who] = world.reload(tab),
        1 => {
            let fragment = world.tabs[tab].fragment.clone();
            let browser = world.tabs[tab].browser;
            world.crash(tab);
            world.run(600);
            tabs[who] = world.open(browser, &format!("{BASE}{fragment}"));
        }
        _ => world.drop_links(tab),
    }
}

/// Everybody votes, somebody reveals, all see the same sum; then the next round.
fn round(world: &mut World, tabs: &[TabId], number: usize) {
    for (at, tab) in tabs.iter().enumerate() {
        world.tell(*tab, Event::CardPicked(1 + (at + number) % 5));
    }
    world.run(600);
    let caller = tabs[number % tabs.len()];
    world.tell(caller, Event::RevealPressed);
    world.run(1_500);
    let result = world.table(tabs[0]).result;
    let result = result.unwrap_or_else(|| panic!("round {number} has no result"));
    let n_votes: u32 = result.bars.iter().map(|bar| bar.count).sum();
    assert_eq!(n_votes as usize, tabs.len(), "round {number}");
    for tab in tabs {
        let seen = world.table(*tab).result.map(|seen| seen.bars);
        assert_eq!(seen.as_ref(), Some(&result.bars), "round {number}");
    }
    world.tell(caller, Event::VoteAgain);
    world.run(400);
}

fn assert_all_there(world: &World, tabs: &[TabId], turn: usize) {
    let hosts = tabs.iter().filter(|tab| world.table(**tab).is_host).count();
    assert_eq!(hosts, 1, "after trouble {turn}");
    for tab in tabs {
        let table = world.table(*tab);
        assert!(
            table.is_linked && !table.is_holding,
            "{tab} after trouble {turn}"
        );
        assert_eq!(table.seats.len(), tabs.len(), "after trouble {turn}");
        for seat in table.seats {
            assert_eq!(
                seat.link,
                LinkView::Linked,
                "{} after trouble {turn}",
                seat.name
            );
            assert_ne!(seat.mark, Mark::NextRound, "after trouble {turn}");
        }
    }
}

#[test]
fn half_an_hour_of_trouble_ends_with_everybody_there_and_every_sum_right() {
    let (mut world, mut tabs) = World::meeting(600, 7);
    world.run(9_000);
    for turn in 0..N_TROUBLES {
        let end = world.now + TROUBLE_EVERY_MS;
        trouble(&mut world, &mut tabs, turn);
        world.run(8_000);
        assert_all_there(&world, &tabs, turn);
        round(&mut world, &tabs, turn);
        world.run((end - world.now).max(0));
        for tab in &tabs {
            let n_open = world.tabs[*tab].connections.len();
            assert!(
                n_open < 60,
                "{n_open} connections in one page after trouble {turn}"
            );
        }
    }
}
