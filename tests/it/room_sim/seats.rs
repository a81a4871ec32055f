//! Seats: pages come anew, seats removed and brought back, namesakes, a full table.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::ballot::Opening;
use floret::poker::MAX_CARDS;
use floret::room::{
    GuestNews, Intent, MAX_NAME_CHARS, MAX_SEATS, RETURN_GRACE_MS, Rules, TableEvent, ToGuest,
    ToHost,
};
use floret::wire::frame::{MAX_MESSAGE_BYTES, MAX_SNAPSHOT_BYTES};
use floret::wire::message::encode;

use super::calm::{counts, reveal};
use super::net::Net;

#[test]
fn a_page_come_anew_with_the_same_key_keeps_its_seat_and_takes_back_what_it_cannot_open() {
    let mut net = Net::seated(12, 3, Rules::default());
    net.choose(Some(0), Some(4));
    net.run(300);
    let seat = net.seat(0).unwrap();
    net.join(0, false);
    net.run(1_000);
    assert_eq!(net.seat(0), Some(seat));
    assert!(!net.host.table().has_voted(seat));
    net.vote_and_reveal(&[4]);
    assert_eq!(counts(&net)[4], 4);
    net.assert_same();
}

#[test]
fn a_page_come_anew_after_it_opened_does_not_void_the_round() {
    let mut net = Net::seated(13, 3, Rules::default());
    for at in 0..3 {
        net.choose(Some(at), Some(4));
    }
    net.run(300);
    // The last seat opens late, so that the round waits.
    net.people[2].up_lie = Some(Box::new(|message| match message {
        floret::room::ToHost::Intent {
            intent: Intent::Open { .. },
            ..
        } => Vec::new(),
        other => vec![other],
    }));
    reveal(&mut net);
    net.run(400);
    net.join(0, false);
    net.run(800);
    net.people[2].up_lie = None;
    net.run(4_000);
    assert_eq!(
        counts(&net).get(4),
        Some(&3),
        "{:?}",
        net.host.table().round.phase
    );
}

#[test]
fn a_removed_seat_stops_counting_can_be_brought_back_and_is_gone_after_ten_seconds() {
    let mut net = Net::seated(14, 3, Rules::default());
    let seat = net.seat(0).unwrap();
    for at in 0..3 {
        net.choose(Some(at), Some(4));
    }
    net.run(300);
    net.intend(None, Intent::Remove { seat });
    net.run(500);
    assert!(!net.host.table().is_on_roll(seat));
    net.intend(None, Intent::Restore { seat });
    net.run(500);
    assert!(
        net.host.table().has_voted(seat),
        "the vote came back with it"
    );
    net.intend(None, Intent::Remove { seat });
    net.run(11_000);
    assert!(!net.host.table().seats.contains_key(&seat));
    let news = net.people[0].guest.as_mut().unwrap().take_news();
    assert!(
        news.contains(&GuestNews::Refused(floret::room::Refusal::Removed)),
        "{news:?}"
    );
    net.intend(None, Intent::Restore { seat });
    net.assert_same();
}

#[test]
fn namesakes_are_told_apart_within_the_length_of_a_name() {
    let mut net = Net::new(15, 4, Rules::default());
    for at in 0..4 {
        net.people[at].name = "n".repeat(MAX_NAME_CHARS);
        net.join(at, false);
    }
    net.run(1_000);
    let mut names: Vec<_> = net
        .host
        .table()
        .seats
        .values()
        .map(|seat| &seat.name)
        .collect();
    assert!(
        names
            .iter()
            .all(|name| name.chars().count() <= MAX_NAME_CHARS),
        "{names:?}"
    );
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 5);
}

#[test]
fn a_full_table_refuses_the_next_one_but_lost_seats_make_room() {
    let mut net = Net::new(16, MAX_SEATS, Rules::default());
    for at in 0..MAX_SEATS - 1 {
        net.join(at, true);
    }
    net.run(1_000);
    net.join(MAX_SEATS - 1, true);
    net.run(1_000);
    assert_eq!(net.host.table().seats.len(), MAX_SEATS);
    let last = net.people[MAX_SEATS - 1].guest.as_mut().unwrap();
    assert_eq!(
        last.take_news(),
        [GuestNews::Refused(floret::room::Refusal::Full)]
    );
    let seat = net.seat(0).unwrap();
    net.cut(0);
    net.run(RETURN_GRACE_MS + 500);
    net.join(MAX_SEATS - 1, true);
    net.run(1_000);
    assert!(net.seat(MAX_SEATS - 1).is_some());
    assert!(
        !net.host.table().seats.contains_key(&seat),
        "the ghost is gone"
    );
}

#[test]
fn the_openings_of_the_largest_table_with_comments_fit_their_messages() {
    // docs/ballot.md §4: 4·d + 1024·n bytes, and a nonce of 32.
    let n_bytes = 4 * (MAX_CARDS + 3 + 1) + 1024 * MAX_SEATS;
    let bytes = postcard::to_allocvec(&(vec![7_u8; n_bytes], [7_u8; 32])).unwrap();
    let opening: Opening = postcard::from_bytes(&bytes).unwrap();
    let intent = Intent::Open {
        round: u32::MAX,
        attempt: u32::MAX,
        opening: opening.clone(),
    };
    let up = ToHost::Intent {
        id: u32::MAX,
        intent,
    };
    assert!(encode(&up).len() <= MAX_MESSAGE_BYTES);
    let down = ToGuest::Events {
        first: u32::MAX,
        events: vec![TableEvent::OpeningsPublished(vec![opening; MAX_SEATS])],
        acked: u32::MAX,
        epoch: u32::MAX,
    };
    // A latecomer's snapshot holds them too, beside the stories.
    assert!(encode(&down).len() <= MAX_SNAPSHOT_BYTES * 4 / 5);
}
