//! A host that lies to one seat: the honest seat refuses, and the host learns nothing.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::ballot::Commitment;
use floret::room::{GuestNews, Intent, Phase, Rules, SeatId, Table, TableEvent, ToGuest};

use super::net::Net;

const VICTIM: usize = 0;

/// A table whose host tells the victim other events than everybody else.
fn host_that(seed: u64, mut lie: impl FnMut(TableEvent) -> TableEvent + 'static) -> Net {
    let mut net = Net::seated(seed, 4, Rules::default());
    net.people[VICTIM].down_lie = Some(Box::new(move |message| match message {
        ToGuest::Events {
            first,
            events,
            acked,
            epoch,
        } => {
            let events = events.into_iter().map(&mut lie).collect();
            vec![ToGuest::Events {
                first,
                events,
                acked,
                epoch,
            }]
        }
        // Nor does it let the difference heal.
        ToGuest::Beat { .. } | ToGuest::Snapshot { .. } => Vec::new(),
        other => vec![other],
    }));
    net
}

fn key(net: &Net) -> floret::ballot::PublicKey {
    net.people[VICTIM].guest.as_ref().unwrap().voter().key()
}

fn refuses(mut net: Net) {
    net.vote_and_reveal(&[3]);
    net.run(3_000);
    assert_eq!(
        net.truth.n_openings(key(&net)),
        0,
        "the host learns nothing"
    );
    assert!(net.host.table().outcome().is_none());
    let news = net.people[VICTIM].guest.as_mut().unwrap().take_news();
    assert!(news.contains(&GuestNews::ListRefused), "{news:?}");
}

#[test]
fn a_commitment_changed_in_the_list_is_refused() {
    refuses(host_that(50, |event| match event {
        TableEvent::ListPublished(mut list) => {
            for commitment in &mut list {
                *commitment = Commitment::from_bytes([8; 32]);
            }
            TableEvent::ListPublished(list)
        }
        other => other,
    }));
}

#[test]
fn a_list_without_one_seat_is_refused() {
    refuses(host_that(51, |event| match event {
        TableEvent::ListPublished(mut list) => {
            list.pop();
            TableEvent::ListPublished(list)
        }
        other => other,
    }));
}

#[test]
fn a_list_with_one_commitment_twice_is_refused() {
    refuses(host_that(52, |event| match event {
        TableEvent::ListPublished(list) => {
            let first = list[0];
            TableEvent::ListPublished(list.iter().map(|_| first).collect())
        }
        other => other,
    }));
}

/// Tells the victim of this roll instead of the true one, in which seat `from` is another.
fn with_roll(seed: u64, change: impl Fn(&mut Vec<SeatId>, &[SeatId]) + 'static) -> Net {
    let mut net = host_that(seed, |event| event);
    let seats: Vec<_> = (0..4).filter_map(|at| net.seat(at)).collect();
    net.people[VICTIM].down_lie = Some(Box::new(move |message| match message {
        ToGuest::Events {
            first,
            mut events,
            acked,
            epoch,
        } => {
            for event in &mut events {
                if let TableEvent::RollCalled(roll) = event {
                    change(roll, &seats);
                }
            }
            vec![ToGuest::Events {
                first,
                events,
                acked,
                epoch,
            }]
        }
        ToGuest::Beat { .. } | ToGuest::Snapshot { .. } => Vec::new(),
        other => vec![other],
    }));
    // A new attempt, so that there is a roll to lie about.
    net.intend(Some(3), Intent::Observe { on: true });
    net.run(500);
    net
}

#[test]
fn a_roll_that_keeps_a_seat_out_for_one_seat_only_is_refused() {
    refuses(with_roll(53, |roll, seats| {
        roll.retain(|seat| *seat != seats[2]);
    }));
}

#[test]
fn a_roll_with_only_the_host_and_the_victim_gets_no_vote() {
    let mut net = with_roll(59, |roll, seats| {
        roll.retain(|seat| [SeatId(1), seats[0]].contains(seat));
    });
    net.vote_and_reveal(&[3]);
    net.run(20_000);
    assert_eq!(
        net.truth.n_openings(key(&net)),
        0,
        "the host learns nothing"
    );
}

#[test]
fn a_roll_with_an_observer_in_place_of_a_voter_gets_no_vote() {
    let mut net = with_roll(60, |roll, seats| {
        for seat in roll.iter_mut().filter(|seat| **seat == seats[2]) {
            *seat = seats[3];
        }
    });
    net.vote_and_reveal(&[3]);
    net.run(20_000);
    assert_eq!(
        net.truth.n_openings(key(&net)),
        0,
        "the host learns nothing"
    );
}

#[test]
fn a_roll_cut_down_to_two_after_the_reveal_was_asked_for_gets_no_vote() {
    let mut net = Net::seated(61, 4, Rules::default());
    net.choose(Some(VICTIM), Some(7));
    net.run(500);
    let before = sealed(&net);
    let seat = net.seat(VICTIM).unwrap();
    let cut = snapshot(&net, |table| {
        table.round.attempt += 1;
        table
            .round
            .roll
            .retain(|entry| entry.seat == seat || entry.seat == SeatId(1));
        table.round.phase = Phase::Closing {
            commitments: floret::order::map([]),
        };
    });
    tell(&mut net, cut);
    assert_eq!(
        sealed(&net),
        before,
        "nothing is sealed for so small a roll"
    );
}

/// A snapshot in which the host has turned the round back.
fn snapshot(net: &Net, turn: impl FnOnce(&mut Table)) -> ToGuest {
    let mut table = net.host.table().clone();
    turn(&mut table);
    let seat = net.seat(VICTIM).unwrap();
    ToGuest::Snapshot {
        seat,
        seq: 9_999,
        acked: 0,
        now_ms: net.now,
        table: Box::new(table),
    }
}

fn tell(net: &mut Net, message: ToGuest) {
    let (now, mut rng) = (net.now, net.rng.clone());
    let guest = net.people[VICTIM].guest.as_mut().unwrap();
    let link = guest.host_link().unwrap();
    let outs = guest.hear(link, message, now, &mut rng);
    net.do_as_guest(VICTIM, outs);
}

/// The victim's newest commitment.
fn sealed(net: &Net) -> Option<Commitment> {
    net.people[VICTIM].sent.iter().rev().find_map(|bytes| {
        let message = floret::wire::message::decode(bytes).unwrap();
        match message {
            floret::room::ToHost::Intent {
                intent: Intent::Commit { commitment, .. },
                ..
            } => Some(commitment),
            _other => None,
        }
    })
}

/// Tells the victim to vote under these changed terms, and then to open.
fn lead_on(net: &mut Net, turn: impl Fn(&mut Table)) {
    let voting = snapshot(net, |table| {
        turn(table);
        table.round.phase = Phase::Voting {
            commitments: floret::order::map([]),
        };
    });
    tell(net, voting);
    let Some(own) = sealed(net) else { return };
    let key = key(net);
    let opening = snapshot(net, |table| {
        turn(table);
        let entries = table.round.roll.iter().zip(1..);
        let list = entries
            .map(|(entry, n)| {
                if entry.key == key {
                    own
                } else {
                    Commitment::from_bytes([n; 32])
                }
            })
            .collect();
        table.round.phase = Phase::Opening { list };
    });
    tell(net, opening);
}

#[test]
fn a_round_that_is_over_is_not_opened_again_with_fewer_seats() {
    let mut net = Net::seated(54, 4, Rules::default());
    net.vote_and_reveal(&[3]);
    let first = net.host.table().round.number;
    net.intend(None, Intent::VoteAgain { round: first });
    net.run(500);
    // A round in which the victim picks nothing.
    net.choose(None, Some(1));
    net.run(100);
    net.intend(None, Intent::Reveal { round: first + 1 });
    net.run(1_000);
    assert_eq!(net.truth.n_openings(key(&net)), 2);
    lead_on(&mut net, |table| {
        table.round.number = first;
        table.round.attempt = 2;
        table.round.roll.retain(|entry| entry.seat != SeatId(5));
    });
    assert_eq!(net.truth.n_openings(key(&net)), 2);
}

#[test]
fn a_card_picked_for_an_anonymous_round_is_not_cast_with_a_name() {
    let mut net = Net::seated(55, 4, Rules::default());
    net.choose(Some(VICTIM), Some(7));
    net.run(500);
    net.people[VICTIM].sent.clear();
    lead_on(&mut net, |table| table.rules.is_anonymous = false);
    assert_eq!(sealed(&net), None, "it was not picked for this");
    assert_eq!(net.truth.n_openings(key(&net)), 0);
}

#[test]
fn a_card_picked_for_one_session_or_deck_is_not_cast_in_another() {
    use floret::poker::{Deck, DeckKind};
    for (seed, other_deck) in [(56, true), (57, false)] {
        let mut net = Net::seated(seed, 4, Rules::default());
        net.choose(Some(VICTIM), Some(3));
        net.run(500);
        net.people[VICTIM].sent.clear();
        lead_on(&mut net, |table| {
            if other_deck {
                table.rules.deck = Deck::preset(DeckKind::TShirt);
            } else {
                table.session = [99; 16];
            }
        });
        assert_eq!(sealed(&net), None);
        assert_eq!(net.truth.n_openings(key(&net)), 0);
    }
}

#[test]
fn a_snapshot_overtaken_by_newer_events_does_not_turn_the_table_back() {
    let mut net = Net::seated(58, 3, Rules::default());
    let seat = net.seat(VICTIM).unwrap();
    let table = Box::new(net.host.table().clone());
    net.vote_and_reveal(&[2]);
    let now_ms = net.now;
    tell(
        &mut net,
        ToGuest::Snapshot {
            seat,
            seq: 3,
            acked: 0,
            now_ms,
            table,
        },
    );
    net.assert_same();
}
