//! Browsers that take their time to open a connection, while the table changes hands.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::LinkView;
use floret::app::{PeerId, PeerNews};
use rand_core::Rng;

use super::browser::{Connection, Maker, TabId};
use super::world::{BASE, World};

/// A browser notices that the far end of a half open connection is gone, in ms.
const BROWSER_NOTICES_MS: i64 = 25_000;

impl World {
    /// How long the browsers of these tabs take to open a channel.
    pub(super) fn takes_ms(&mut self, tab: TabId, far: TabId) -> i64 {
        let is_firefox = |tab: TabId| self.browsers[self.tabs[tab].browser].maker == Maker::Firefox;
        if self.firefox_takes_ms == 0 {
            return 0;
        }
        let is_slow = is_firefox(tab) || is_firefox(far);
        let longest = self.firefox_takes_ms / if is_slow { 1 } else { 6 };
        i64::from(self.rng.next_u32() % longest)
    }

    /// What waits for a page that does not come is given up.
    pub(super) fn give_up(&mut self) {
        let now = self.now;
        let (due, later) = self.doomed.iter().partition(|(at, ..)| *at <= now);
        self.doomed = later;
        for (_, tab, peer) in due {
            let one = self.tabs[tab].connections.get(&peer);
            if one.is_some_and(|one| one.mate.is_none()) {
                self.tabs[tab].connections.remove(&peer);
                self.peer_later(tab, peer, 0, PeerNews::Closed);
            }
        }
    }

    pub(super) fn far_end_went(&mut self, one: &Connection, far: TabId, mate: PeerId) {
        let now = self.now;
        match self.tabs[far].connections.get_mut(&mate) {
            Some(end) if now < one.opens_ms.max(end.opens_ms) => {
                end.mate = None;
                end.is_spent = true;
                self.peer_later(far, mate, BROWSER_NOTICES_MS, PeerNews::Closed);
            }
            Some(_) | None => self.peer_later(far, mate, 40, PeerNews::Closed),
        }
    }
}

/// Everybody is at one table, with one host.
fn missing(world: &World, tabs: &[TabId]) -> Vec<String> {
    let mut missing = Vec::new();
    for tab in tabs {
        let table = world.table(*tab);
        if !table.is_linked || table.is_holding {
            missing.push(format!("{tab} is not linked"));
        }
        for seat in table.seats {
            if seat.link != LinkView::Linked {
                missing.push(format!("{tab} sees {} {:?}", seat.name, seat.link));
            }
        }
    }
    let hosts = tabs.iter().filter(|tab| world.table(**tab).is_host).count();
    if hosts != 1 {
        missing.push(format!("{hosts} hosts"));
    }
    missing
}

/// The host's page is away for a time in which the deputy takes over, or just does not.
fn host_away(seed: u64, away_ms: i64) -> Vec<String> {
    let (mut world, mut tabs) = World::meeting(seed, 5);
    world.firefox_takes_ms = 4_500;
    world.run(9_000);
    let (browser, fragment) = (
        world.tabs[tabs[0]].browser,
        world.tabs[tabs[0]].fragment.clone(),
    );
    world.close(tabs[0]);
    world.run(away_ms);
    tabs[0] = world.open(browser, &format!("{BASE}{fragment}"));
    world.run(25_000);
    missing(&world, &tabs)
}

/// One page after the other reloads, dies or loses its links, often before the last is back.
fn storm(seed: u64, n_troubles: u32) -> Vec<String> {
    let (mut world, mut tabs) = World::meeting(seed, 5);
    world.firefox_takes_ms = 4_500;
    world.run(3_000);
    for _ in 0..n_troubles {
        let who = (world.rng.next_u32() % 3) as usize * (world.rng.next_u32() % 3) as usize;
        let tab = tabs[who];
        let away_ms = i64::from(world.rng.next_u32() % 6_000);
        if world.rng.next_u32().is_multiple_of(3) {
            world.drop_links(tab);
        } else {
            let (browser, fragment) = (world.tabs[tab].browser, world.tabs[tab].fragment.clone());
            if world.rng.next_u32().is_multiple_of(2) {
                world.close(tab);
            } else {
                world.crash(tab);
            }
            world.run(away_ms);
            tabs[who] = world.open(browser, &format!("{BASE}{fragment}"));
        }
        for _ in 0..60 {
            world.run(1_000);
            if missing(&world, &tabs).is_empty() {
                break;
            }
        }
        let quiet_ms = i64::from(world.rng.next_u32() % 6_000) + 8_000;
        world.run(quiet_ms);
        let missing = missing(&world, &tabs);
        if !missing.is_empty() {
            return missing;
        }
    }
    Vec::new()
}

#[test]
fn after_a_storm_of_troubles_everybody_finds_back() {
    let n_seeds = if cfg!(target_arch = "wasm32") { 2 } else { 40 };
    let mut faults = Vec::new();
    for seed in 0..n_seeds {
        let missing = storm(800 + seed, 8);
        if !missing.is_empty() {
            faults.push(format!("seed {seed}: {missing:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nobody_is_lost_when_the_host_is_away_for_just_as_long_as_it_takes_to_follow_another() {
    let step = if cfg!(target_arch = "wasm32") {
        1_700
    } else {
        250
    };
    let mut faults = Vec::new();
    for (turn, away_ms) in (50..9_000).step_by(step).enumerate() {
        let missing = host_away(700 + turn as u64, away_ms);
        if !missing.is_empty() {
            faults.push(format!("away for {away_ms} ms: {missing:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn connections_made_ahead_that_are_given_up_at_once_are_made_again_ever_more_seldom() {
    let (mut world, tabs) = World::meeting(910, 5);
    world.run(9_000);
    let newest = |world: &World, tab: usize| {
        let connections = world.tabs[tab].connections.keys().next_back();
        connections.copied().unwrap_or_default()
    };
    // The twins that are there die with their links; the new ones die young.
    world.gives_up_ms = 500;
    for tab in &tabs {
        world.drop_links(*tab);
    }
    world.run(20_000);
    let before: Vec<_> = tabs.iter().map(|tab| newest(&world, *tab)).collect();
    world.run(10 * 60_000);
    for (tab, before) in tabs.iter().zip(before) {
        let n_made = i64::from(newest(&world, *tab)) - i64::from(before);
        let n_ties = i64::try_from(tabs.len()).unwrap() * 2;
        assert!(n_made <= 25 * n_ties, "{n_made} connections made");
    }
}

#[test]
fn somebody_who_is_gone_for_good_costs_no_more_and_more_connections() {
    let (mut world, tabs) = World::meeting(900, 5);
    world.firefox_takes_ms = 4_500;
    world.run(9_000);
    // The deputy perhaps, and a guest; nobody comes back.
    world.crash(tabs[1]);
    world.run(60_000);
    world.close(tabs[2]);
    world.run(60_000);
    let stay: Vec<_> = tabs
        .iter()
        .filter(|tab| world.tabs[**tab].is_open)
        .collect();
    let newest = |world: &World, tab: usize| {
        let connections = world.tabs[tab].connections.keys().next_back();
        connections.copied().unwrap_or_default()
    };
    let before: Vec<_> = stay.iter().map(|tab| newest(&world, **tab)).collect();
    let minutes = 10;
    world.run(minutes * 60_000);
    for (tab, before) in stay.iter().zip(before) {
        let table = world.table(**tab);
        assert!(table.is_linked && !table.is_holding);
        let n_open = world.tabs[**tab].connections.len();
        assert!(n_open < 60, "{n_open} connections in one page");
        let n_made = i64::from(newest(&world, **tab)) - i64::from(before);
        assert!(n_made <= 3 * minutes, "{n_made} connections made");
    }
}
