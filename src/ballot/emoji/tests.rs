//! Safety emoji: the list, and what changes them.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use std::collections::BTreeSet;

use super::{EMOJI, PublicKey, safety_emoji, safety_names};

fn keys(bytes: &[u8]) -> Vec<PublicKey> {
    bytes
        .iter()
        .map(|byte| PublicKey::from_bytes([*byte; 32]))
        .collect()
}

#[test]
fn all_emoji_and_all_names_differ_and_each_is_one_character() {
    let pictures: BTreeSet<_> = EMOJI.iter().map(|(picture, _)| picture).collect();
    let names: BTreeSet<_> = EMOJI.iter().map(|(_, name)| name).collect();
    assert_eq!((pictures.len(), names.len()), (64, 64));
    assert!(
        EMOJI
            .iter()
            .all(|(picture, _)| picture.chars().count() == 1)
    );
}

#[test]
fn the_order_of_the_keys_does_not_matter_but_every_key_does() {
    assert_eq!(
        safety_emoji(&keys(&[1, 2, 3])),
        safety_emoji(&keys(&[3, 1, 2, 2]))
    );
    assert_ne!(
        safety_emoji(&keys(&[1, 2, 3])),
        safety_emoji(&keys(&[1, 2]))
    );
    assert_ne!(
        safety_emoji(&keys(&[1, 2, 3])),
        safety_emoji(&keys(&[1, 2, 4]))
    );
}

#[test]
fn names_belong_to_their_emoji() {
    let pictures = safety_emoji(&keys(&[7]));
    let names = safety_names(&keys(&[7]));
    for (picture, name) in pictures.iter().zip(names) {
        assert_eq!(
            EMOJI.iter().find(|(one, _)| one == picture).unwrap().1,
            name
        );
    }
}

#[test]
fn every_emoji_is_reached() {
    let seen: BTreeSet<_> = (0..=255)
        .flat_map(|byte| safety_emoji(&keys(&[byte])))
        .collect();
    assert_eq!(seen.len(), 64);
}
