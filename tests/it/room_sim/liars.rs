//! One liar among honest seats, of every sort: named or ignored, and the others go on.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::ballot::{Commitment, Opening, SeatSecret};
use floret::poker::{Deck, DeckKind};
use floret::room::{GuestNews, Intent, Phase, Refusal, Rules, SeatId, ToHost, VoidReason};

use super::net::Net;

const LIAR: usize = 1;

/// Four guests; the liar does this to every intent it sends.
fn table_with(seed: u64, mut lie: impl FnMut(Intent) -> Intent + 'static) -> Net {
    let mut net = Net::seated(seed, 4, Rules::default());
    net.people[LIAR].up_lie = Some(Box::new(move |message| match message {
        ToHost::Intent { id, intent } => vec![ToHost::Intent {
            id,
            intent: lie(intent),
        }],
        other => vec![other],
    }));
    net
}

/// The liar's round is void and names it; without it the next one is counted.
fn assert_named(mut net: Net, reason: &VoidReason) {
    net.vote_and_reveal(&[3]);
    net.run(12_000);
    match &net.host.table().round.phase {
        Phase::Void { reason: found } => assert_eq!(found, reason),
        other => panic!("{other:?}"),
    }
    let seat = net.seat(LIAR).unwrap();
    net.intend(None, Intent::Remove { seat });
    net.run(11_000);
    let counts = net.vote_and_reveal(&[1, 2]);
    assert_eq!(net.host.table().outcome().unwrap().counts, counts);
    assert_eq!(counts.iter().sum::<u32>(), 4);
    net.assert_same();
}

fn liar() -> Vec<String> {
    vec![String::from("P1")]
}

/// The same opening with its last byte changed.
fn changed(opening: &Opening) -> Opening {
    let mut bytes = postcard::to_allocvec(opening).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    postcard::from_bytes(&bytes).unwrap()
}

#[test]
fn opening_something_else_is_named() {
    let net = table_with(30, |intent| match intent {
        Intent::Open {
            round,
            attempt,
            opening,
        } => Intent::Open {
            round,
            attempt,
            opening: changed(&opening),
        },
        other => other,
    });
    assert_named(net, &VoidReason::DoesNotMatch(liar()));
}

#[test]
fn opening_another_seats_opening_is_named() {
    let mut net = Net::seated(31, 4, Rules::default());
    let heard = std::rc::Rc::new(std::cell::RefCell::new(None));
    let saw = heard.clone();
    net.people[0].up_lie = Some(Box::new(move |message| {
        if let ToHost::Intent {
            intent: Intent::Open { opening, .. },
            ..
        } = &message
        {
            *saw.borrow_mut() = Some(opening.clone());
        }
        vec![message]
    }));
    net.people[LIAR].up_lie = Some(Box::new(move |message| match message {
        ToHost::Intent {
            id,
            intent:
                Intent::Open {
                    round,
                    attempt,
                    opening,
                },
        } => {
            let opening = heard.borrow().clone().unwrap_or(opening);
            vec![ToHost::Intent {
                id,
                intent: Intent::Open {
                    round,
                    attempt,
                    opening,
                },
            }]
        }
        other => vec![other],
    }));
    // The liar opens after the other one.
    for at in 0..4 {
        net.choose(Some(at), Some(3));
    }
    net.run(500);
    let round = net.host.table().round.number;
    net.intend(None, Intent::Reveal { round });
    net.run(2_000);
    if let Phase::Void { reason } = &net.host.table().round.phase {
        assert_eq!(*reason, VoidReason::DoesNotMatch(liar()));
    } else {
        // It opened first, honestly: nothing to steal yet.
        assert!(net.host.table().outcome().is_some());
    }
    net.assert_same();
}

#[test]
fn refusing_to_open_is_named() {
    let net = table_with(32, |intent| match intent {
        Intent::Open { round, .. } => Intent::Refuse { round },
        other => other,
    });
    assert_named(net, &VoidReason::Refused(String::from("P1")));
}

#[test]
fn keeping_silent_at_the_opening_is_named() {
    let net = table_with(33, |intent| match intent {
        Intent::Open { .. } => Intent::Explain { on: true },
        other => other,
    });
    assert_named(net, &VoidReason::Left(liar()));
}

#[test]
fn a_garbage_commitment_is_named() {
    let net = table_with(34, |intent| match intent {
        Intent::Commit { round, attempt, .. } => Intent::Commit {
            round,
            attempt,
            commitment: Commitment::from_bytes([9; 32]),
        },
        other => other,
    });
    // Its own honest half sees a commitment that it never made, and refuses.
    assert_named(net, &VoidReason::Refused(String::from("P1")));
}

#[test]
fn committing_for_another_round_does_not_count() {
    let mut net = table_with(35, |intent| match intent {
        Intent::Commit {
            round,
            attempt,
            commitment,
        } => Intent::Commit {
            round: round + 1,
            attempt,
            commitment,
        },
        other => other,
    });
    net.vote_and_reveal(&[3]);
    net.run(6_000);
    let outcome = net.host.table().outcome().unwrap();
    assert_eq!(
        (outcome.counts[3], outcome.n_verified),
        (4, 4),
        "left out after its time"
    );
}

#[test]
fn intents_out_of_phase_or_without_the_right_change_nothing() {
    let rules = Rules {
        everyone_runs: false,
        ..Rules::default()
    };
    let mut net = Net::seated(36, 3, rules);
    net.vote_and_reveal(&[1]);
    let before = net.host.table().clone();
    let round = before.round.number;
    let other = Rules {
        deck: Deck::preset(DeckKind::TShirt),
        ..Rules::default()
    };
    let commitment = Commitment::from_bytes([1; 32]);
    let wishes = [
        Intent::Commit {
            round,
            attempt: before.round.attempt,
            commitment,
        },
        Intent::Withdraw {
            round,
            attempt: before.round.attempt,
        },
        Intent::Refuse { round },
        Intent::Reveal { round },
        Intent::StopCountdown { round },
        Intent::VoteAgain { round },
        Intent::NextStory {
            after: 1,
            title: String::from("mine"),
        },
        Intent::Title {
            story: 1,
            title: String::from("mine"),
        },
        Intent::Save {
            story: 1,
            estimate: String::from("1"),
        },
        Intent::Timer { length_s: 60 },
        Intent::SetRules(Box::new(other)),
        Intent::Remove { seat: SeatId(1) },
        Intent::Remove {
            seat: net.seat(2).unwrap(),
        },
        Intent::Restore { seat: SeatId(99) },
        Intent::Rename {
            name: String::from("   "),
        },
        Intent::Rename {
            name: "x".repeat(300),
        },
    ];
    for wish in wishes {
        net.intend(Some(LIAR), wish);
    }
    net.run(2_000);
    assert_eq!(*net.host.table(), before);
    net.intend(None, Intent::Remove { seat: SeatId(1) });
    net.intend(None, Intent::Timer { length_s: u32::MAX });
    net.run(100);
    assert_eq!(*net.host.table(), before, "not even the facilitator");
}

#[test]
fn a_flood_is_told_slowed_and_unseated_while_the_others_go_on() {
    let mut net = Net::seated(37, 3, Rules::default());
    for _second in 0..20 {
        for _message in 0..100 {
            net.send_up(LIAR, vec![ToHost::NeedFrom { seq: 0 }]);
        }
        net.run(1_000);
    }
    let news = net.people[LIAR].guest.as_mut().unwrap().take_news();
    assert!(news.contains(&GuestNews::SlowDown), "{news:?}");
    assert_eq!(news.last(), Some(&GuestNews::Refused(Refusal::Rude)));
    assert!(net.people[LIAR].link.is_none());
    let n_told = news
        .iter()
        .filter(|one| **one == GuestNews::SlowDown)
        .count();
    assert!(n_told < 10, "told {n_told} times");
    net.vote_and_reveal(&[3]);
    assert_eq!(net.host.table().outcome().unwrap().counts[3], 3);
    net.assert_same();
}

#[test]
fn one_link_is_one_seat_whatever_keys_it_shows() {
    let mut net = Net::seated(38, 3, Rules::default());
    let before = net.host.table().clone();
    let hello = net.people[LIAR].sent[0].clone();
    for byte in 50..60 {
        let secret = SeatSecret::from_bytes([byte; 32]);
        let voter = floret::room::Voter::new(secret);
        let proof = voter
            .proof(&net.host.voter().key(), &before.session)
            .unwrap();
        let key = voter.key();
        let hello = ToHost::Hello {
            name: String::from("Sybil"),
            key,
            proof,
            is_observer: false,
            page: 0,
            may_deputise: true,
        };
        net.send_up(LIAR, vec![hello]);
    }
    let own: ToHost = floret::wire::message::decode(&hello).unwrap();
    net.send_up(LIAR, vec![own.clone(), own]);
    net.run(1_000);
    assert_eq!(net.host.table().seats.len(), before.seats.len());
    // Its own greeting again does not make the host forget what it took.
    net.intend(
        Some(LIAR),
        Intent::Rename {
            name: String::from("Still here"),
        },
    );
    net.run(1_000);
    let seat = net.seat(LIAR).unwrap();
    assert_eq!(net.host.table().seats[&seat].name, "Still here");
}

#[test]
fn a_key_that_is_somebody_elses_or_proves_nothing_gets_no_seat() {
    let mut net = Net::seated(39, 3, Rules::default());
    net.cut(LIAR);
    net.run(500);
    let before = net.host.table().seats.clone();
    let victim = before[&net.seat(0).unwrap()].key;
    let weak = floret::ballot::PublicKey::from_bytes([0; 32]);
    for key in [victim, weak, net.host.voter().key()] {
        net.people[LIAR].up_lie = Some(Box::new(move |message| match message {
            ToHost::Hello {
                name,
                proof,
                is_observer,
                page,
                ..
            } => {
                vec![ToHost::Hello {
                    name,
                    key,
                    proof,
                    is_observer,
                    page,
                    may_deputise: true,
                }]
            }
            other => vec![other],
        }));
        net.join(LIAR, false);
        net.run(500);
        let news = net.people[LIAR].guest.as_mut().unwrap().take_news();
        assert_eq!(news, [GuestNews::Refused(Refusal::Key)]);
        assert_eq!(net.host.table().seats, before);
    }
}

#[test]
fn intents_for_numbers_that_are_not_next_are_not_taken() {
    let mut net = Net::seated(40, 2, Rules::default());
    let rename = |name: &str| Intent::Rename {
        name: name.to_owned(),
    };
    for id in [0, 2, 7, u32::MAX] {
        net.send_up(
            LIAR,
            vec![ToHost::Intent {
                id,
                intent: rename("Wrong"),
            }],
        );
    }
    net.send_up(
        LIAR,
        vec![ToHost::Intent {
            id: 1,
            intent: rename("Right"),
        }],
    );
    net.send_up(
        LIAR,
        vec![ToHost::Intent {
            id: 1,
            intent: rename("Again"),
        }],
    );
    net.send_up(
        LIAR,
        vec![
            ToHost::NeedFrom { seq: u32::MAX },
            ToHost::Beat {
                seq: u32::MAX,
                echo_ms: i64::MAX,
            },
        ],
    );
    net.run(500);
    let seat = net.seat(LIAR).unwrap();
    assert_eq!(net.host.table().seats[&seat].name, "Right");
    net.assert_same();
}
