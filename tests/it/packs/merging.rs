//! Replies are brought together in any order and any grouping, and twice is once.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::meeting::Replies;

use crate::wire_samples::{below, seeded};

fn joined(one: &Replies, other: &Replies) -> Replies {
    let mut both = one.clone();
    both.merge(other);
    both
}

fn any(rng: &mut impl rand_core::Rng) -> Replies {
    let mut all = Replies::default();
    for _ in 0..below(rng, 5) {
        all.merge(&Replies::of(&super::reply(rng, 3)));
    }
    all
}

#[test]
fn merging_is_associative_commutative_and_idempotent() {
    let rng = &mut seeded(71);
    for _ in 0..3_000 {
        let (a, b, c) = (any(rng), any(rng), any(rng));
        assert_eq!(joined(&joined(&a, &b), &c), joined(&a, &joined(&b, &c)));
        assert_eq!(joined(&a, &b), joined(&b, &a));
        assert_eq!(joined(&a, &a), a);
        assert_eq!(joined(&a, &Replies::default()), a);
        assert_eq!(joined(&Replies::default(), &a), a);
    }
}

#[test]
fn merging_says_whether_anything_was_new() {
    let rng = &mut seeded(72);
    for _ in 0..3_000 {
        let (a, b) = (any(rng), any(rng));
        let mut both = a.clone();
        assert_eq!(both.merge(&b), both != a);
        assert!(!both.merge(&b) && !both.merge(&a));
    }
}

#[test]
fn replies_come_to_the_same_in_any_order_and_however_often() {
    let rng = &mut seeded(73);
    for _ in 0..500 {
        let replies: Vec<_> = (0..6).map(|_| super::reply(rng, 3)).collect();
        let mut expected = Replies::default();
        for reply in &replies {
            expected.merge(&Replies::of(reply));
        }
        let mut shuffled: Vec<_> = replies.iter().chain(&replies).collect();
        for at in (1..shuffled.len()).rev() {
            let with = usize::try_from(below(rng, u32::try_from(at + 1).unwrap())).unwrap();
            shuffled.swap(at, with);
        }
        let mut found = Replies::default();
        for reply in shuffled {
            found.merge(&Replies::of(reply));
        }
        assert_eq!(found, expected);
    }
}
