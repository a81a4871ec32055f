//! Terms: what is refused, and that every field changes `T`.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::{MAX_CHOICES, MAX_SEATS, Mode, Stated, Terms};
use crate::ballot::error::TermsError;
use crate::ballot::primitive::sha256;
use crate::ballot::seat::PublicKey;

fn seat(byte: u8) -> PublicKey {
    PublicKey::from_bytes([byte; 32])
}

fn stated() -> Stated {
    Stated {
        session: [1; 16],
        round: 2,
        attempt: 3,
        deck_digest: [4; 32],
        n_choices: 5,
        mode: Mode::Named,
        comments: true,
        roll: vec![seat(9), seat(8)],
    }
}

#[test]
fn the_digest_is_over_the_canonical_encoding() {
    let mut bytes = b"floret/1/round".to_vec();
    bytes.extend([1; 16]);
    bytes.extend([2, 0, 0, 0]);
    bytes.extend([3, 0, 0, 0]);
    bytes.extend([4; 32]);
    bytes.extend([5, 0]);
    bytes.extend([1, 1]);
    bytes.extend([2, 0]);
    bytes.extend([8; 32]);
    bytes.extend([9; 32]);
    assert_eq!(
        Terms::try_from(stated()).unwrap().digest(),
        sha256(&[&bytes])
    );
}

#[test]
fn every_field_changes_the_digest_but_the_order_of_the_roll_does_not() {
    let changes: [fn(&mut Stated); 9] = [
        |_| {},
        |terms| terms.session[15] = 0,
        |terms| terms.round = 3,
        |terms| terms.attempt = 2,
        |terms| terms.deck_digest[0] = 0,
        |terms| terms.n_choices = 6,
        |terms| terms.mode = Mode::Anonymous,
        |terms| terms.comments = false,
        |terms| terms.roll.push(seat(7)),
    ];
    let mut digests: Vec<_> = changes
        .iter()
        .map(|change| {
            let mut terms = stated();
            change(&mut terms);
            Terms::try_from(terms).unwrap().digest()
        })
        .collect();
    digests.sort_unstable();
    digests.dedup();
    assert_eq!(digests.len(), changes.len());

    let mut turned = stated();
    turned.roll.reverse();
    assert_eq!(
        Terms::try_from(turned).unwrap(),
        Terms::try_from(stated()).unwrap()
    );
}

#[test]
fn the_roll_is_in_order_and_positions_follow_it() {
    let terms = Terms::try_from(stated()).unwrap();
    assert_eq!(terms.roll(), [seat(8), seat(9)]);
    assert_eq!(terms.position(&seat(9)), Some(1));
    assert_eq!(terms.position(&seat(1)), None);
}

#[test]
fn impossible_terms_are_refused_by_name() {
    let refused = |change: fn(&mut Stated)| {
        let mut terms = stated();
        change(&mut terms);
        Terms::try_from(terms).unwrap_err()
    };
    assert_eq!(refused(|terms| terms.roll.clear()), TermsError::EmptyRoll);
    assert_eq!(
        refused(|terms| terms.roll.push(seat(9))),
        TermsError::SeatTwice { seat: seat(9) }
    );
    assert_eq!(
        refused(|terms| terms.roll = (0..65).map(seat).collect()),
        TermsError::TooManySeats {
            n_seats: MAX_SEATS + 1
        }
    );
    assert_eq!(
        refused(|terms| terms.n_choices = 0),
        TermsError::ChoicesOutOfRange { n_choices: 0 }
    );
    assert_eq!(
        refused(|terms| terms.n_choices = MAX_CHOICES + 1),
        TermsError::ChoicesOutOfRange { n_choices: 65 }
    );
}

#[test]
fn terms_from_a_peer_are_checked_as_our_own_are() {
    let terms = Terms::try_from(stated()).unwrap();
    let bytes = postcard::to_allocvec(&terms).unwrap();
    assert_eq!(postcard::from_bytes::<Terms>(&bytes).unwrap(), terms);

    let mut lie = stated();
    lie.roll.push(seat(9));
    let bytes = postcard::to_allocvec(&lie).unwrap();
    assert!(postcard::from_bytes::<Terms>(&bytes).is_err());
}

#[test]
fn bytes_that_are_no_terms_are_an_error_and_never_a_panic() {
    let terms = Terms::try_from(stated()).unwrap();
    let bytes = postcard::to_allocvec(&terms).unwrap();
    for cut in 0..bytes.len() {
        assert!(postcard::from_bytes::<Terms>(&bytes[..cut]).is_err());
    }
    for place in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[place] ^= 0xff;
        if let Ok(other) = postcard::from_bytes::<Terms>(&changed) {
            assert_ne!(other.digest(), terms.digest());
        }
    }
}
