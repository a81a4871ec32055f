//! Comment slots: what fits, what is read back, what a collision looks like.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it fails"
)]

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::{MAX_COMMENT_BYTES, SLOT_BYTES, checksum, fits, read_slots, write_slot};

const T: [u8; 32] = [3; 32];

/// Slots of a table, with each `(slot, tag, text)` written into its place under XOR.
fn summed(n_slots: usize, comments: &[(u16, u8, &str)]) -> Vec<u8> {
    let mut slots = vec![0; n_slots * SLOT_BYTES];
    for (slot, tag, text) in comments {
        let written = write_slot(&T, *slot, [*tag; 4], text).unwrap();
        let start = usize::from(*slot) * SLOT_BYTES;
        for (byte, plain) in slots[start..].iter_mut().zip(written) {
            *byte ^= plain;
        }
    }
    slots
}

#[test]
fn comments_come_back_in_an_order_that_tells_nothing() {
    let heard = read_slots(
        &T,
        &summed(8, &[(1, 1, "zu groß"), (5, 2, "ask Ana"), (0, 3, "ok")]),
    );
    assert_eq!(heard.comments, ["ask Ana", "ok", "zu groß"]);
    assert!(heard.lost_slots.is_empty());
}

#[test]
fn two_comments_in_one_slot_are_both_lost_and_seen_to_be() {
    let heard = read_slots(
        &T,
        &summed(4, &[(2, 1, "one"), (2, 2, "two"), (3, 3, "three")]),
    );
    assert_eq!(heard.comments, ["three"]);
    assert_eq!(heard.lost_slots, [2]);
}

#[test]
fn equal_comments_in_one_slot_do_not_cancel() {
    let heard = read_slots(&T, &summed(4, &[(2, 1, "same"), (2, 2, "same")]));
    assert_eq!(heard.lost_slots, [2]);
}

#[test]
fn a_comment_has_two_limits() {
    assert!(!fits(""));
    assert!(fits(&"a".repeat(200)));
    assert!(!fits(&"a".repeat(201)));
    let widest = "ä".repeat(MAX_COMMENT_BYTES / 2);
    assert!(fits(&widest));
    assert!(!fits(&(widest + "ää")));
    let longest = "€".repeat(81);
    assert_eq!(longest.len(), MAX_COMMENT_BYTES);
    assert_eq!(
        read_slots(&T, &summed(1, &[(0, 0, &longest)])).comments,
        [longest]
    );
}

#[test]
fn a_slot_that_breaks_a_rule_is_lost_even_with_a_right_checksum() {
    let slot_of = |rest: &[u8]| {
        let mut rest = rest.to_vec();
        rest.resize(SLOT_BYTES - 8, 0);
        let mut slot = checksum(&T, 0, &rest).to_vec();
        slot.append(&mut rest);
        slot
    };
    let lost = |slot: &[u8]| read_slots(&T, slot).lost_slots == [0];
    assert!(
        !lost(&slot_of(&[0, 0, 0, 0, 1, b'a'])),
        "the control is read"
    );
    assert!(lost(&slot_of(&[0, 0, 0, 0, 0])), "empty text");
    assert!(
        lost(&slot_of(&[0, 0, 0, 0, 1, b'a', b'b'])),
        "something after the text"
    );
    assert!(lost(&slot_of(&[0, 0, 0, 0, 1, 0xff])), "no UTF-8");
    assert!(lost(&slot_of(&[0, 0, 0, 0, 244])), "longer than the slot");
    assert!(
        lost(&slot_of(
            &[[0; 4].as_slice(), &[201], &[b'a'; 201]].concat()
        )),
        "201 characters"
    );

    let mut changed = slot_of(&[0, 0, 0, 0, 1, b'a']);
    changed[0] ^= 1;
    assert!(lost(&changed), "checksum");
    let moved = [vec![0; SLOT_BYTES], slot_of(&[0, 0, 0, 0, 1, b'a'])].concat();
    assert_eq!(
        read_slots(&T, &moved).lost_slots,
        [1],
        "a slot belongs to its place"
    );
}
