//! Why a masked ballot tells nothing: the argument, done with numbers.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

use super::{COMMENT_MASK_LABEL, MASK_LABEL, counter_masks, pair_key};
use crate::ballot::primitive::{hkdf, x25519};
use crate::ballot::{Keyring, Mode, PublicKey, SeatSecret, Terms};

const N_CHOICES: u16 = 7;
const D: usize = 8;

/// A table of `n` seats in roll order, with everybody's terms.
fn table(n: usize, seed: u64, comments: bool) -> (Vec<Keyring>, Terms) {
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    let mut seats: Vec<_> = (0..n)
        .map(|_| Keyring::new(SeatSecret::generate(&mut rng)))
        .collect();
    seats.sort_by_key(Keyring::public_key);
    let roll = seats.iter().map(Keyring::public_key).collect();
    let mut session = [0; 16];
    rng.fill_bytes(&mut session);
    let terms = Terms::new(
        session,
        1,
        0,
        [0; 32],
        N_CHOICES,
        Mode::Anonymous,
        comments,
        roll,
    )
    .unwrap();
    (seats, terms)
}

fn onehot(choice: usize) -> [u32; D] {
    core::array::from_fn(|place| u32::from(place == choice))
}

/// `b_i` from its definition: the choice, plus masks with later seats, minus those with earlier.
fn masked(i: usize, choice: usize, m: &[Vec<Vec<u32>>]) -> Vec<u32> {
    let mut b = onehot(choice).to_vec();
    for (j, mask) in m[i].iter().enumerate() {
        for (sum, part) in b.iter_mut().zip(mask) {
            *sum = match j.cmp(&i) {
                core::cmp::Ordering::Greater => sum.wrapping_add(*part),
                core::cmp::Ordering::Less => sum.wrapping_sub(*part),
                core::cmp::Ordering::Equal => *sum,
            };
        }
    }
    b
}

/// All pair masks of a table; `m[i][i]` is not used.
fn pair_masks(seats: &[Keyring], terms: &Terms) -> Vec<Vec<Vec<u32>>> {
    let pair = |a: &Keyring, b: &Keyring| {
        let shared = x25519(&a.secret_bytes(), b.public_key().as_bytes()).unwrap();
        counter_masks(
            &shared,
            &terms.digest(),
            &a.public_key(),
            &b.public_key(),
            D,
        )
    };
    seats
        .iter()
        .map(|a| seats.iter().map(|b| pair(a, b)).collect())
        .collect()
}

#[test]
fn the_masks_of_all_seats_cancel_and_are_those_of_the_definition() {
    let (mut seats, terms) = table(5, 1, true);
    let m = pair_masks(&seats, &terms);
    let mut counters = [0_u32; D];
    let mut slots = vec![0_u8; 20 * 256];
    for (i, seat) in seats.iter_mut().enumerate() {
        let masks = seat.masks(&terms).unwrap();
        let zero_choice = masked(i, D, &m);
        assert_eq!(masks.counters, zero_choice);
        assert!(masks.slots.iter().any(|byte| *byte != 0));
        counters
            .iter_mut()
            .zip(&masks.counters)
            .for_each(|(s, m)| *s = s.wrapping_add(*m));
        slots
            .iter_mut()
            .zip(&masks.slots)
            .for_each(|(s, m)| *s ^= m);
    }
    assert_eq!(counters, [0; D]);
    assert!(slots.iter().all(|byte| *byte == 0));
}

#[test]
fn two_honest_seats_could_always_have_chosen_the_other_way_round() {
    // Everybody but the honest two works together and knows all masks except the one between
    // those two. For every pair of choices there is a mask between them, as likely as the real
    // one, under which the same public values come from the choices exchanged.
    let (seats, terms) = table(5, 2, false);
    let real = pair_masks(&seats, &terms);
    for (a, b) in [(0, 1), (0, 4), (1, 3), (3, 4)] {
        for x in 0..D {
            for y in 0..D {
                let mut other = real.clone();
                for place in 0..D {
                    let shift = onehot(x)[place].wrapping_sub(onehot(y)[place]);
                    let mask = real[a][b][place].wrapping_add(shift);
                    other[a][b][place] = mask;
                    other[b][a][place] = mask;
                }
                assert_eq!(masked(a, x, &real), masked(a, y, &other));
                assert_eq!(masked(b, y, &real), masked(b, x, &other));
            }
        }
    }
}

#[test]
fn masks_are_new_for_every_attempt_and_use() {
    let (seats, terms) = table(2, 3, true);
    let (low, high) = (seats[0].public_key(), seats[1].public_key());
    let shared = x25519(&seats[0].secret_bytes(), high.as_bytes()).unwrap();
    let key = |t: [u8; 32], label| pair_key(&shared, &t, label, &low, &high);
    let t = terms.digest();
    assert_ne!(key(t, MASK_LABEL), key([1; 32], MASK_LABEL));
    assert_ne!(key(t, MASK_LABEL), key(t, COMMENT_MASK_LABEL));
    let back = pair_key(&shared, &t, MASK_LABEL, &high, &low);
    assert_eq!(key(t, MASK_LABEL), back, "both sides derive the same key");
    let info = [MASK_LABEL, low.as_bytes(), high.as_bytes()].concat();
    assert_eq!(back, hkdf(&shared, &t, &[&info]));
}

#[test]
fn a_twin_of_a_key_does_not_bring_the_same_masks() {
    // X25519 ignores the top bit of a key, so these two agree on one secret with everybody.
    let (seats, terms) = table(2, 4, false);
    let honest = *seats[0].public_key().as_bytes();
    let mut twin = honest;
    twin[31] |= 0x80;
    let secret = seats[1].secret_bytes();
    let shared = x25519(&secret, &honest).unwrap();
    assert_eq!(x25519(&secret, &twin), Some(shared));
    let masks = |key: [u8; 32]| {
        let peer = PublicKey::from_bytes(key);
        counter_masks(&shared, &terms.digest(), &seats[1].public_key(), &peer, D)
    };
    assert_ne!(masks(honest), masks(twin));
}
