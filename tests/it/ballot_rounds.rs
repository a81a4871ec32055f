//! Honest rounds: the result is right, and the bytes on the wire tell nothing before it.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::{
    Ballot, ChaCha20Rng, Keyring, Mode, SeatSecret, SeedableRng, Table, Terms, histogram,
    random_choice, tally,
};

#[test]
fn the_tally_is_the_true_histogram_for_any_table_and_deck() {
    let mut all = Table::new(40, 1, Mode::Anonymous, false, 1);
    let keys: Vec<_> = all.seats.iter().map(Keyring::public_key).collect();
    all.seats
        .iter_mut()
        .for_each(|seat| seat.meet(keys.clone()));
    // Seats leave one by one; each table plays three decks, so that every deck size comes up.
    while all.seats.len() >= 2 {
        for n in 0..3 {
            let n_seats = all.seats.len();
            all.n_choices = u16::try_from((n_seats * 3 + n) % 64 + 1).unwrap();
            all.attempt += 1;
            let choices: Vec<_> = (0..n_seats)
                .map(|_| random_choice(all.n_choices, &mut all.rng))
                .collect();
            let result = all.vote(&choices).tally().unwrap();
            let mut wanted = histogram(all.n_choices, &choices);
            assert_eq!(Some(result.no_vote), wanted.pop());
            assert_eq!(result.counts, wanted);
            assert_eq!((result.votes, result.lost_comments), (None, 0));
        }
        all.seats.pop();
    }
}

#[test]
fn a_named_round_shows_who_chose_what() {
    let mut table = Table::new(5, 4, Mode::Named, false, 2);
    let choices = [Some(0), None, Some(3), Some(3), None];
    let result = table.vote(&choices).tally().unwrap();
    assert_eq!(result.votes, Some(choices.to_vec()));
    assert_eq!((result.counts, result.no_vote), (vec![1, 0, 0, 2], 2));
}

#[test]
fn a_seat_alone_can_vote() {
    for mode in [Mode::Anonymous, Mode::Named] {
        let result = Table::new(1, 3, mode, true, 3)
            .vote(&[Some(2)])
            .tally()
            .unwrap();
        assert_eq!((result.counts, result.no_vote), (vec![0, 0, 1], 0));
    }
}

#[test]
fn withdrawn_votes_count_as_no_vote_and_changed_ones_as_the_last() {
    let mut table = Table::new(3, 3, Mode::Anonymous, false, 4);
    let terms = table.terms();
    let mut published = Vec::new();
    let mut ballots = Vec::new();
    for (seat, choices) in
        table
            .seats
            .iter_mut()
            .zip([[Some(0), None], [Some(1), Some(2)], [None, Some(2)]])
    {
        let masks = seat.masks(&terms).unwrap();
        let [first, last] =
            choices.map(|one| Ballot::seal(&terms, &masks, one, None, &mut table.rng).unwrap());
        assert_ne!(first.commitment(), last.commitment());
        published.push(last.commitment());
        ballots.push((first, last));
    }
    assert!(
        ballots[0].0.open(&terms, &published).is_err(),
        "the first is no longer there"
    );
    let openings: Vec<_> = ballots
        .iter()
        .map(|(_, last)| Some(last.open(&terms, &published).unwrap()))
        .collect();
    let result = tally(&terms, &published, &openings).unwrap();
    assert_eq!((result.counts, result.no_vote), (vec![0, 0, 2], 1));
}

#[test]
fn the_same_choice_never_looks_the_same_twice() {
    let mut table = Table::new(3, 3, Mode::Anonymous, false, 5);
    let first = table.vote(&[Some(1), Some(1), Some(1)]);
    let again = table.vote(&[Some(1), Some(1), Some(1)]);
    assert_ne!(
        first.commitments, again.commitments,
        "the nonce hides equal choices"
    );
    table.attempt += 1;
    let next = table.vote(&[Some(1), Some(1), Some(1)]);
    for (one, other) in first.openings.iter().zip(&next.openings) {
        assert_ne!(one, other);
    }
}

/// Pearson's chi-square over the values of the bytes, 255 degrees of freedom.
fn chi_square(bytes: &[u8]) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    let expected = f64::from(u32::try_from(bytes.len()).unwrap()) / 256.0;
    counts
        .iter()
        .map(|count| (f64::from(*count) - expected).powi(2) / expected)
        .sum()
}

#[test]
fn one_opened_ballot_is_uniform_without_the_others() {
    // The same seat, the same choice, 400 rounds; the other two stay unknown.
    let mut table = Table::new(3, 10, Mode::Anonymous, true, 6);
    let mut counters = Vec::new();
    let mut chosen_place = Vec::new();
    let mut slots = Vec::new();
    for attempt in 0..400 {
        table.attempt = attempt;
        let played = table.play(&[(Some(4), Some("same")), (Some(1), None), (None, None)]);
        let wire = postcard::to_allocvec(played.openings[0].as_ref().unwrap()).unwrap();
        // Two bytes of length, the counters, the slots, the nonce.
        counters.extend_from_slice(&wire[2..2 + 44]);
        chosen_place.extend_from_slice(&wire[2 + 16..2 + 20]);
        slots.extend_from_slice(&wire[2 + 44..2 + 44 + 512]);
    }
    // 150 and 390 cut off less than one in a million at either end.
    for bytes in [counters, chosen_place, slots] {
        let distance = chi_square(&bytes);
        assert!((150.0..390.0).contains(&distance), "chi-square {distance}");
    }
}

#[test]
fn partial_sums_stay_uniform_until_the_last_ballot_is_added() {
    let mut table = Table::new(4, 3, Mode::Anonymous, false, 7);
    let mut bytes = Vec::new();
    for attempt in 0..400 {
        table.attempt = attempt;
        let played = table.vote(&[Some(0); 4]);
        let mut sum = [0_u32; 4];
        for opening in &played.openings[..3] {
            let wire = postcard::to_allocvec(opening.as_ref().unwrap()).unwrap();
            for (sum, word) in sum.iter_mut().zip(wire[1..17].as_chunks::<4>().0) {
                *sum = sum.wrapping_add(u32::from_le_bytes(*word));
            }
        }
        bytes.extend(sum.iter().flat_map(|word| word.to_le_bytes()));
    }
    let distance = chi_square(&bytes);
    assert!((150.0..390.0).contains(&distance), "chi-square {distance}");
}

#[test]
fn a_returning_seat_is_known_by_its_proof_and_nobody_else_is() {
    let mut rng = ChaCha20Rng::seed_from_u64(8);
    let mut keyring = || Keyring::new(SeatSecret::generate(&mut rng));
    let (mut host, guest, other) = (keyring(), keyring(), keyring());
    let session = [3; 16];
    let proof = guest.seat_proof(&host.public_key(), &session).unwrap();
    assert!(host.knows_seat(&guest.public_key(), &session, &proof));
    host.meet([guest.public_key()]);
    assert!(host.knows_seat(&guest.public_key(), &session, &proof));
    assert!(!host.knows_seat(&other.public_key(), &session, &proof));
    assert!(!host.knows_seat(&guest.public_key(), &[4; 16], &proof));
    assert!(!other.knows_seat(&guest.public_key(), &session, &proof));
}

#[test]
fn what_travels_comes_back_unchanged() {
    let played = Table::new(3, 5, Mode::Anonymous, true, 9).vote(&[Some(1), None, Some(4)]);
    let bytes = postcard::to_allocvec(&(&played.terms, &played.commitments, &played.openings));
    let (terms, commitments, openings): (Terms, Vec<_>, Vec<_>) =
        postcard::from_bytes(&bytes.unwrap()).unwrap();
    assert_eq!((&terms, &commitments), (&played.terms, &played.commitments));
    assert_eq!(tally(&terms, &commitments, &openings), played.tally());
}

#[test]
fn a_full_table_votes() {
    let mut table = Table::new(64, 64, Mode::Anonymous, false, 10);
    let choices: Vec<_> = (0..64).map(|_| random_choice(64, &mut table.rng)).collect();
    let mut wanted = histogram(64, &choices);
    let result = table.vote(&choices).tally().unwrap();
    assert_eq!(Some(result.no_vote), wanted.pop());
    assert_eq!(result.counts, wanted);
}
