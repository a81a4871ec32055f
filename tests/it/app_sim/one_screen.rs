//! Seats on the host's own screen.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::Event;
use floret::app::view::Mark;

use super::world::World;

#[test]
fn who_finds_no_way_votes_on_the_hosts_screen_and_everybody_sees_that() {
    let (mut world, tabs) = World::meeting(340, 2);
    world.tell(tabs[0], Event::SeatHere(String::from("  Zoe ")));
    world.run(300);
    for tab in &tabs {
        let seats = world.table(*tab).seats;
        assert_eq!(seats.len(), 4);
        assert!(seats[3].is_held && seats[3].name == "Zoe");
    }
    let hands = world.table(tabs[0]).hands;
    assert_eq!(hands.len(), 2);
    assert!(hands[1].is_shown, "her hand is next");
    assert!(world.table(tabs[1]).hands.is_empty());
    world.tell(tabs[0], Event::CardPicked(5));
    world.run(300);
    let table = world.table(tabs[0]);
    assert!(table.hands[0].is_shown && table.hands[1].has_voted);
    assert!(
        table.hand.iter().all(|card| !card.is_picked),
        "face down again"
    );
    assert_eq!(world.table(tabs[1]).seats[3].mark, Mark::Voted);
    for tab in &tabs {
        world.tell(*tab, Event::CardPicked(3));
    }
    world.run(300);
    world.tell(tabs[1], Event::RevealPressed);
    world.run(1_000);
    let result = world.table(tabs[2]).result.unwrap();
    let counts: Vec<_> = result.bars.iter().map(|bar| bar.count).collect();
    assert_eq!(counts, [3, 1]);
}

#[test]
fn only_the_host_seats_people_on_its_screen() {
    let (mut world, tabs) = World::meeting(341, 1);
    world.tell(tabs[1], Event::SeatHere(String::from("Zoe")));
    world.tell(tabs[0], Event::SeatHere(String::from("   ")));
    world.run(300);
    assert_eq!(world.table(tabs[0]).seats.len(), 2);
}

#[test]
fn the_person_who_joins_after_all_takes_the_seat_over() {
    let (mut world, tabs) = World::meeting(342, 1);
    world.tell(tabs[0], Event::SeatHere(String::from("Zoe")));
    world.run(300);
    let link = world.link(tabs[0]);
    let zoe = world.answer(&link, "Zoe");
    world.run(1_600);
    let reply = world.reply(zoe);
    world.paste(tabs[0], &reply);
    world.run(1_000);
    let seats = world.table(zoe).seats;
    assert_eq!(seats.len(), 3, "{seats:?}");
    assert!(seats.iter().all(|seat| !seat.is_held));
}
