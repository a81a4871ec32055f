//! Seats on the host's screen: they vote as all others, and make room for the person.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::room::{Host, Intent, Link, Rules, SeatId};

use super::calm::{counts, reveal};
use super::mesh::Mesh;
use super::net::Net;
use super::pages::through_storage;

fn seat_here(net: &mut Net, name: &str) -> SeatId {
    let (seat, outs) = net.host.seat_here(name, net.now, &mut net.rng);
    net.carry_out(outs);
    net.run(300);
    seat.unwrap()
}

fn choose_for(net: &mut Net, seat: SeatId, choice: Option<u16>) {
    let outs = net.host.choose_for(seat, choice, net.now, &mut net.rng);
    net.carry_out(outs);
    net.run(200);
}

#[test]
fn a_seat_on_the_hosts_screen_votes_with_a_ballot_of_its_own() {
    let mut net = Net::seated(500, 2, Rules::default());
    let seat = seat_here(&mut net, "Zoe");
    assert!(net.host.table().is_on_roll(seat));
    assert!(net.host.table().seats[&seat].is_held);
    choose_for(&mut net, seat, Some(6));
    for who in [None, Some(0), Some(1)] {
        net.choose(who, Some(3));
    }
    net.run(300);
    let voter = net.host.voter_of(seat).unwrap();
    assert_eq!(voter.picked(net.host.table()), Some(6));
    assert_eq!(net.host.table().n_missing(), 0);
    reveal(&mut net);
    net.run(500);
    assert_eq!((counts(&net)[3], counts(&net)[6]), (3, 1));
    net.assert_same();
}

#[test]
fn who_picks_nothing_at_the_hosts_screen_blocks_nothing_and_can_be_removed() {
    let mut net = Net::seated(501, 2, Rules::default());
    let seat = seat_here(&mut net, "Zoe");
    choose_for(&mut net, seat, Some(6));
    choose_for(&mut net, seat, None);
    assert!(!net.host.table().has_voted(seat));
    net.choose(Some(0), Some(3));
    net.run(300);
    reveal(&mut net);
    net.run(500);
    assert_eq!(net.host.table().outcome().unwrap().no_vote, 3);
    net.intend(None, Intent::Remove { seat });
    net.run(11_000);
    assert!(net.host.table().seats.get(&seat).is_none());
    assert!(net.host.voter_of(seat).is_none());
}

#[test]
fn the_person_who_comes_with_a_browser_takes_the_place_of_the_held_seat() {
    let mut net = Net::seated(502, 3, Rules::default());
    net.leave(2);
    net.run(300);
    net.people[2].name = String::from("Zoe");
    let seat = seat_here(&mut net, "Zoe");
    net.join(2, false);
    net.run(500);
    let seats = &net.host.table().seats;
    assert!(seats.get(&seat).is_none());
    assert_eq!(seats[&net.seat(2).unwrap()].name, "Zoe");
    net.vote_and_reveal(&[2]);
    assert_eq!(counts(&net)[2], 4);
}

#[test]
fn held_seats_and_their_votes_survive_the_hosts_reload() {
    let mut net = Net::seated(503, 2, Rules::default());
    let seat = seat_here(&mut net, "Zoe");
    choose_for(&mut net, seat, Some(6));
    let before = net.host.table().commitments().unwrap()[&seat];
    let saved = through_storage(&net.host.saved());
    let host = Host::restore(saved, net.now, &mut net.rng);
    assert_eq!(host.table().seats[&seat].link, Link::Linked);
    assert_eq!(host.table().commitments().unwrap()[&seat], before);
    let voter = host.voter_of(seat).unwrap();
    assert_eq!(voter.picked(host.table()), Some(6));
}

#[test]
fn when_another_takes_over_held_seats_are_lost_with_the_screen_that_held_them() {
    let mut mesh = Mesh::ready(504, 3, &[]);
    let seat = mesh.seat_here(0, "Zoe");
    mesh.run(500);
    let next = mesh.at(mesh.table(0).deputy.unwrap());
    mesh.kill(0, false);
    mesh.run(10_000);
    assert_eq!(mesh.hosts(), [next]);
    assert_eq!(mesh.table(next).seats[&seat].link, Link::Lost);
    for at in 1..=3 {
        mesh.choose(at, Some(4));
    }
    mesh.run(500);
    assert_eq!(mesh.table(next).n_missing(), 0);
}
