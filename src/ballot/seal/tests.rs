//! Sealing and opening by one seat.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::{Ballot, Commitment, Opening, SavedBallot};
use crate::ballot::{
    CulpritReason, Keyring, Masks, Mode, OpenError, PublicKey, SealError, SeatSecret, Terms,
};

fn alone(mode: Mode, comments: bool) -> (Keyring, Terms, Masks) {
    let mut seat = Keyring::new(SeatSecret::from_bytes([5; 32]));
    let roll = vec![seat.public_key()];
    let terms = Terms::new([1; 16], 1, 0, [2; 32], 3, mode, comments, roll).unwrap();
    let masks = seat.masks(&terms).unwrap();
    (seat, terms, masks)
}

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(11)
}

#[test]
fn what_cannot_be_sealed_is_refused_by_name() {
    let (_, terms, masks) = alone(Mode::Anonymous, false);
    let refused = |choice, comment: Option<&str>| {
        Ballot::seal(&terms, &masks, choice, comment, &mut rng()).unwrap_err()
    };
    assert_eq!(
        refused(Some(3), None),
        SealError::NoSuchChoice {
            choice: 3,
            n_choices: 3
        }
    );
    assert_eq!(refused(Some(0), Some("why")), SealError::CommentsOff);

    let (_, terms, masks) = alone(Mode::Named, true);
    let long = "ö".repeat(150);
    let refused = Ballot::seal(&terms, &masks, None, Some(&long), &mut rng()).unwrap_err();
    assert_eq!(
        refused,
        SealError::CommentTooLong {
            chars: 150,
            bytes: 300
        }
    );

    let (_, other, _) = alone(Mode::Anonymous, true);
    let refused = Ballot::seal(&other, &masks, None, None, &mut rng()).unwrap_err();
    assert_eq!(refused, SealError::OtherTerms);
}

#[test]
fn an_observer_has_no_masks_and_a_bad_key_is_named() {
    let (mut seat, terms, _) = alone(Mode::Anonymous, false);
    let mut observer = Keyring::new(SeatSecret::from_bytes([6; 32]));
    assert_eq!(observer.masks(&terms).unwrap_err(), SealError::NotOnRoll);

    let zero = PublicKey::from_bytes([0; 32]);
    seat.meet([zero]);
    let roll = vec![seat.public_key(), zero];
    let terms = Terms::new([1; 16], 1, 0, [2; 32], 3, Mode::Anonymous, false, roll).unwrap();
    assert_eq!(
        seat.masks(&terms).unwrap_err(),
        SealError::RefusedKey { position: 0 }
    );
    assert_eq!(seat.seat_proof(&zero, &[0; 16]), None);
}

#[test]
fn a_blank_comment_is_none_and_blanks_around_one_are_cut() {
    let (_, terms, masks) = alone(Mode::Named, true);
    let sealed = |text| Ballot::seal(&terms, &masks, None, Some(text), &mut rng()).unwrap();
    assert_eq!(sealed(" \n").comment(), None);
    assert_eq!(sealed(" too big ").comment(), Some("too big"));
}

#[test]
fn a_saved_ballot_gives_the_same_commitment_after_a_reload() {
    for (mode, comments) in [
        (Mode::Anonymous, true),
        (Mode::Named, true),
        (Mode::Named, false),
    ] {
        let (seat, terms, masks) = alone(mode, comments);
        let comment = comments.then_some("later");
        let ballot = Ballot::seal(&terms, &masks, Some(1), comment, &mut rng()).unwrap();
        let json = serde_json::to_string(&ballot.saved()).unwrap();

        let mut back = Keyring::new(SeatSecret::from_bytes(seat.secret_bytes()));
        let masks = back.masks(&terms).unwrap();
        let saved: SavedBallot = serde_json::from_str(&json).unwrap();
        let again = Ballot::restore(&terms, &masks, saved).unwrap();
        assert_eq!(again.commitment(), ballot.commitment());
        assert_eq!(again.choice(), Some(1));
    }
}

#[test]
fn a_damaged_saved_ballot_is_an_answer() {
    let (_, terms, masks) = alone(Mode::Anonymous, true);
    let ballot = Ballot::seal(&terms, &masks, Some(1), Some("x"), &mut rng()).unwrap();
    let slot_out = SavedBallot {
        slots: [1, 2, 4],
        ..ballot.saved()
    };
    let refused = Ballot::restore(&terms, &masks, slot_out).unwrap_err();
    assert_eq!(refused, SealError::NoSuchSlots { slots: [1, 2, 4] });
    let no_text = SavedBallot {
        comment: Some(String::new()),
        ..ballot.saved()
    };
    assert!(Ballot::restore(&terms, &masks, no_text).is_err());
}

#[test]
fn a_seat_opens_only_what_it_sealed() {
    let (_, terms, masks) = alone(Mode::Anonymous, false);
    let ballot = Ballot::seal(&terms, &masks, Some(1), None, &mut rng()).unwrap();
    let own = ballot.commitment();
    assert!(ballot.open(&terms, &[own]).is_ok());
    assert_eq!(
        ballot.open(&terms, &[own, own]).unwrap_err(),
        OpenError::WrongLength {
            n_published: 2,
            n_seats: 1
        }
    );
    assert_eq!(
        ballot
            .open(&terms, &[Commitment::from_bytes([0; 32])])
            .unwrap_err(),
        OpenError::Replaced { position: 0 }
    );
    let (_, other, _) = alone(Mode::Anonymous, true);
    assert_eq!(
        ballot.open(&other, &[own]).unwrap_err(),
        OpenError::OtherTerms
    );
}

#[test]
fn an_opening_of_any_wrong_length_is_malformed() {
    for (mode, comments) in [
        (Mode::Anonymous, false),
        (Mode::Anonymous, true),
        (Mode::Named, true),
    ] {
        let (seat, terms, masks) = alone(mode, comments);
        let ballot = Ballot::seal(&terms, &masks, None, None, &mut rng()).unwrap();
        let right = ballot.open(&terms, &[ballot.commitment()]).unwrap();
        for n_bytes in (0..40).chain([1039, 1041, 70_000]) {
            let opening = Opening {
                body: vec![0xff; n_bytes],
                nonce: right.nonce,
            };
            let commitment = opening.commitment(&terms, &seat.public_key());
            let checked = opening.check(&terms, &seat.public_key(), &commitment);
            let wanted = match mode {
                Mode::Anonymous if n_bytes == terms.masked_bytes() => Ok(()),
                Mode::Anonymous | Mode::Named => Err(CulpritReason::Malformed),
            };
            assert_eq!(checked, wanted);
        }
    }
}

#[test]
fn nothing_kept_shows_in_debug() {
    let (seat, terms, masks) = alone(Mode::Anonymous, true);
    let ballot = Ballot::seal(&terms, &masks, Some(2), Some("hush"), &mut rng()).unwrap();
    let secret = SeatSecret::from_bytes([5; 32]);
    let shown = format!(
        "{seat:?} {secret:?} {masks:?} {ballot:?} {:?}",
        ballot.saved()
    );
    assert_eq!(
        shown,
        "Keyring(<redacted>) SeatSecret(<redacted>) Masks(<redacted>) Ballot(<redacted>) \
         SavedBallot(<redacted>)"
    );
}
