//! Dishonest rounds: each way to spoil one is found, and its culprit named where that is
//! possible.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::ballot::{Culprit, CulpritReason, OpenError};

use super::{Ballot, Commitment, Fault, Mode, Opening, Played, Table, respoil, tally};

fn one(position: usize, reason: CulpritReason) -> Result<super::Tally, Fault> {
    Err(Fault::Culprits(vec![Culprit { position, reason }]))
}

fn round(mode: Mode) -> Played {
    Table::new(4, 3, mode, false, 21).vote(&[Some(0), Some(1), Some(2), None])
}

const MODES: [Mode; 2] = [Mode::Anonymous, Mode::Named];

#[test]
fn a_missing_opening_names_its_seat() {
    for mode in MODES {
        let mut played = round(mode);
        played.openings[2] = None;
        assert_eq!(played.tally(), one(2, CulpritReason::Missing));
    }
}

#[test]
fn an_opening_changed_in_any_byte_names_its_seat() {
    for mode in MODES {
        let played = round(mode);
        let right = played.openings[1].as_ref().unwrap();
        let n_bytes = postcard::to_allocvec(right).unwrap().len();
        for place in 1..n_bytes {
            let changed = respoil(right, |bytes| bytes[place] ^= 1);
            let mut openings = played.openings.clone();
            openings[1] = Some(changed);
            match tally(&played.terms, &played.commitments, &openings) {
                Err(Fault::Culprits(culprits)) => {
                    assert_eq!(culprits.len(), 1);
                    assert_eq!(culprits[0].position, 1);
                }
                other => panic_with(&other),
            }
        }
    }
}

/// Stops a test that got an answer it must not get.
fn panic_with(answer: &impl core::fmt::Debug) {
    assert_eq!(format!("{answer:?}"), "culprits", "the wrong answer");
}

#[test]
fn a_repeated_opening_names_the_seat_that_copied() {
    for mode in MODES {
        let mut played = round(mode);
        played.openings[3] = played.openings[0].clone();
        assert_eq!(played.tally(), one(3, CulpritReason::Repeated));
        // Copying the commitment as well does not help: it belongs to its seat.
        played.commitments[3] = played.commitments[0];
        assert_eq!(played.tally(), one(3, CulpritReason::Repeated));
    }
}

#[test]
fn an_opening_of_another_attempt_names_its_seat() {
    for mode in MODES {
        let mut table = Table::new(4, 3, mode, false, 22);
        let earlier = table.vote(&[Some(0); 4]);
        table.attempt = 1;
        let mut played = table.vote(&[Some(1); 4]);
        played.openings[0] = earlier.openings[0].clone();
        assert_eq!(played.tally(), one(0, CulpritReason::DoesNotMatch));
        played.commitments[0] = earlier.commitments[0];
        assert_eq!(played.tally(), one(0, CulpritReason::DoesNotMatch));
    }
}

#[test]
fn an_opening_of_another_length_names_its_seat() {
    let mut played = round(Mode::Anonymous);
    played.openings[1] = Table::new(4, 2, Mode::Anonymous, false, 21)
        .vote(&[None; 4])
        .openings[1]
        .clone();
    played.openings[2] = Table::new(4, 3, Mode::Anonymous, true, 21)
        .vote(&[None; 4])
        .openings[2]
        .clone();
    let culprit = |position| Culprit {
        position,
        reason: CulpritReason::Malformed,
    };
    assert_eq!(
        played.tally(),
        Err(Fault::Culprits(vec![culprit(1), culprit(2)]))
    );
}

#[test]
fn a_named_vote_outside_the_deck_names_its_seat() {
    let mut played = round(Mode::Named);
    // Length 2, then the choice; the deck has 3 choices and 3 stands for "no vote".
    let cheat = respoil(played.openings[0].as_ref().unwrap(), |bytes| bytes[1] = 4);
    played.commitments[0] = cheat.commitment(&played.terms, &played.terms.roll()[0]);
    played.openings[0] = Some(cheat);
    assert_eq!(played.tally(), one(0, CulpritReason::Malformed));
}

#[test]
fn all_culprits_are_named_together() {
    let mut played = round(Mode::Anonymous);
    played.openings[0] = None;
    played.openings[3] = played.openings[2].clone();
    let culprits = vec![
        Culprit {
            position: 0,
            reason: CulpritReason::Missing,
        },
        Culprit {
            position: 3,
            reason: CulpritReason::Repeated,
        },
    ];
    assert_eq!(played.tally(), Err(Fault::Culprits(culprits)));
}

/// Lets seat 0 commit to its ballot with `add` added to the counters, and open that.
fn with_weights(add: [u32; 4]) -> Result<super::Tally, Fault> {
    let mut played = round(Mode::Anonymous);
    let cheat = respoil(played.openings[0].as_ref().unwrap(), |bytes| {
        for (word, add) in bytes[1..17].as_chunks_mut::<4>().0.iter_mut().zip(add) {
            *word = u32::from_le_bytes(*word).wrapping_add(add).to_le_bytes();
        }
    });
    played.commitments[0] = cheat.commitment(&played.terms, &played.terms.roll()[0]);
    played.openings[0] = Some(cheat);
    played.tally()
}

#[test]
fn a_sum_that_cannot_be_is_void_without_a_culprit() {
    let minus = |n: u32| 0_u32.wrapping_sub(n);
    assert!(with_weights([0; 4]).is_ok());
    assert_eq!(
        with_weights([1, 0, 0, 0]),
        Err(Fault::ImpossibleSum),
        "two votes"
    );
    assert_eq!(
        with_weights([minus(1), 0, 0, 0]),
        Err(Fault::ImpossibleSum),
        "none at all"
    );
    assert_eq!(
        with_weights([2, 0, minus(2), 0]),
        Err(Fault::ImpossibleSum),
        "below zero"
    );
    assert_eq!(
        with_weights([5, minus(5), 0, 0]),
        Err(Fault::ImpossibleSum),
        "above n"
    );
    // What docs/ballot.md §10 admits: taking exactly one honest vote away is not seen.
    assert_eq!(with_weights([1, minus(1), 0, 0]).unwrap().counts, [2, 0, 1]);
}

#[test]
fn masks_that_do_not_cancel_void_the_round() {
    // One seat sealed under a roll of its own and commits to that for these terms.
    let mut played = round(Mode::Anonymous);
    let mut table = Table::new(4, 3, Mode::Anonymous, false, 21);
    table.attempt = 9;
    let foreign = table.vote(&[None; 4]).openings[1].clone().unwrap();
    played.commitments[1] = foreign.commitment(&played.terms, &played.terms.roll()[1]);
    played.openings[1] = Some(foreign);
    assert_eq!(played.tally(), Err(Fault::ImpossibleSum));
}

#[test]
fn a_commitment_opens_one_way_only() {
    let played = round(Mode::Anonymous);
    let seat = &played.terms.roll()[0];
    let right = played.openings[0].as_ref().unwrap();
    assert_eq!(right.commitment(&played.terms, seat), played.commitments[0]);
    let n_bytes = postcard::to_allocvec(right).unwrap().len();
    for place in 1..n_bytes {
        for bit in 0..8 {
            let other = respoil(right, |bytes| bytes[place] ^= 1 << bit);
            assert_ne!(other.commitment(&played.terms, seat), played.commitments[0]);
        }
    }
    // A byte moved over the border between ballot and nonce: another length, so malformed.
    let mut bytes = postcard::to_allocvec(right).unwrap();
    bytes[0] -= 1;
    assert!(
        postcard::take_from_bytes::<Opening>(&bytes).is_ok_and(|(short, _)| short.check(
            &played.terms,
            seat,
            &played.commitments[0]
        ) == Err(
            CulpritReason::Malformed
        ))
    );
}

#[test]
fn a_seat_does_not_open_to_a_list_that_is_not_the_rounds() {
    let played = round(Mode::Anonymous);
    let open = |ballot: &Ballot, list: &[Commitment]| ballot.open(&played.terms, list).unwrap_err();
    let honest = &played.ballots[1];
    assert_eq!(
        open(honest, &played.commitments[..3]),
        OpenError::WrongLength {
            n_published: 3,
            n_seats: 4
        }
    );
    let mut list = played.commitments.clone();
    list.swap(0, 1);
    assert_eq!(open(honest, &list), OpenError::Replaced { position: 1 });
    let mut list = played.commitments.clone();
    list[3] = list[2];
    assert_eq!(
        open(honest, &list),
        OpenError::Repeated {
            first: 2,
            second: 3
        }
    );
    let other = Table {
        attempt: 1,
        ..Table::new(4, 3, Mode::Anonymous, false, 21)
    }
    .terms();
    assert_eq!(
        honest.open(&other, &played.commitments).unwrap_err(),
        OpenError::OtherTerms
    );
}

#[test]
fn lists_of_a_wrong_length_are_nobodys_fault_at_the_table() {
    let mut played = round(Mode::Anonymous);
    played.openings.pop();
    let fault = Fault::WrongLength {
        n_seats: 4,
        n_commitments: 4,
        n_openings: 3,
    };
    assert_eq!(played.tally(), Err(fault));
    played.commitments.clear();
    let fault = Fault::WrongLength {
        n_seats: 4,
        n_commitments: 0,
        n_openings: 3,
    };
    assert_eq!(played.tally(), Err(fault));
}
