//! Comment slots: what fits, what is read back, what a collision looks like.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::{
    Heard, MAX_COMMENT_BYTES, SLOT_BYTES, Slots, checksum, fits, random_slots, read, write,
    xor_into,
};

const T: [u8; 32] = [3; 32];
const N_SEATS: usize = 3;
const N_SLOTS: usize = 12;

/// The slots of three seats with each `(slots, tag, text)` written into its places.
fn summed(comments: &[(Slots, u8, &str)]) -> Vec<u8> {
    let mut sum = vec![0; N_SLOTS * SLOT_BYTES];
    for (slots, tag, text) in comments {
        write(&T, &mut sum, *slots, [*tag; 4], text).unwrap();
    }
    sum
}

fn hear(comments: &[(Slots, u8, &str)]) -> Heard {
    read(&T, summed(comments), N_SEATS)
}

#[test]
fn comments_come_back_in_an_order_that_tells_nothing() {
    let said = [
        ([0, 1, 2], 1, "zu groß"),
        ([3, 4, 5], 2, "ask Ana"),
        ([9, 10, 11], 3, "ok"),
    ];
    let heard = hear(&said);
    assert_eq!(heard.comments, ["ask Ana", "ok", "zu groß"]);
    assert_eq!(heard.n_lost, 0);
    let nothing = hear(&[]);
    assert_eq!((nothing.comments.len(), nothing.n_lost), (0, 0));
}

#[test]
fn a_comment_is_read_when_it_is_alone_in_one_slot_or_left_alone_by_others() {
    // "a" is alone in 0; without it "b" is alone in 2; without both "c" is alone in 3 and 4.
    let heard = hear(&[
        ([0, 1, 2], 1, "a"),
        ([1, 2, 3], 2, "b"),
        ([1, 3, 4], 3, "c"),
    ]);
    assert_eq!(heard.comments, ["a", "b", "c"]);
    assert_eq!(heard.n_lost, 0);
}

#[test]
fn two_comments_in_the_same_slots_are_both_lost_and_seen_to_be() {
    let heard = hear(&[
        ([2, 5, 7], 1, "one"),
        ([2, 5, 7], 2, "two"),
        ([7, 8, 9], 3, "three"),
    ]);
    assert_eq!(heard.comments, ["three"]);
    assert_eq!(heard.n_lost, 2);
}

#[test]
fn equal_comments_in_the_same_slots_do_not_cancel() {
    let heard = hear(&[([2, 5, 7], 1, "same"), ([2, 5, 7], 2, "same")]);
    assert_eq!((heard.comments.len(), heard.n_lost), (0, 2));
    let heard = hear(&[([2, 5, 7], 1, "same"), ([2, 5, 8], 2, "same")]);
    assert_eq!(heard.comments, ["same", "same"]);
}

#[test]
fn comments_are_rarely_lost_even_when_everybody_says_something() {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let mut n_rounds_with_loss = 0;
    for _ in 0..1000 {
        let mut sum = vec![0; 20 * SLOT_BYTES];
        for tag in 0..5 {
            write(
                &T,
                &mut sum,
                random_slots(20, &mut rng),
                [tag; 4],
                "something",
            )
            .unwrap();
        }
        n_rounds_with_loss += u32::from(read(&T, sum, 5).n_lost > 0);
    }
    assert!(n_rounds_with_loss < 30, "{n_rounds_with_loss} of 1000");
}

#[test]
fn slots_are_drawn_ascending_from_all_there_are() {
    let mut rng = ChaCha20Rng::seed_from_u64(2);
    let mut n_drawn = [0_u32; 256];
    for _ in 0..10_000 {
        let slots = random_slots(256, &mut rng);
        assert!(slots.is_sorted_by(|a, b| a < b));
        for slot in slots {
            *n_drawn.get_mut(usize::from(slot)).unwrap() += 1;
        }
    }
    assert!(
        n_drawn.iter().all(|n| (60..180).contains(n)),
        "about 117 each"
    );
    assert_eq!(random_slots(0, &mut rng), [0; 3]);
    assert!(random_slots(4, &mut rng).iter().all(|slot| *slot < 4));
}

#[test]
fn a_comment_has_two_limits() {
    assert!(!fits(""));
    assert!(fits(&"a".repeat(200)));
    assert!(!fits(&"a".repeat(201)));
    assert_eq!(MAX_COMMENT_BYTES, 240);
    let longest = "€".repeat(80);
    assert_eq!(longest.len(), MAX_COMMENT_BYTES);
    assert_eq!(hear(&[([0, 1, 2], 0, &longest)]).comments.concat(), longest);
    assert!(!fits(&(longest + "!")));
}

#[test]
fn slots_that_are_not_there_are_refused() {
    let mut sum = vec![0; 4 * SLOT_BYTES];
    for slots in [[0, 0, 1], [2, 1, 0], [1, 2, 4], [0, 0, 0]] {
        assert_eq!(write(&T, &mut sum, slots, [0; 4], "x"), None, "{slots:?}");
    }
    assert!(sum.iter().all(|byte| *byte == 0));
}

/// One record in slot 0 with a right checksum over whatever is in it; how many are lost.
fn n_lost(rest: &[u8], spoil: impl FnOnce(&mut [u8])) -> u32 {
    let mut rest = rest.to_vec();
    rest.resize(SLOT_BYTES - 8, 0);
    let record = [checksum(&T, &rest), rest].concat().try_into().unwrap();
    let mut sum = summed(&[]);
    xor_into(sum.as_chunks_mut().0, [0, 1, 2], &record);
    spoil(&mut sum);
    read(&T, sum, N_SEATS).n_lost
}

#[test]
fn a_record_that_breaks_a_rule_is_not_read_even_with_a_right_checksum() {
    let lost = |rest: &[u8]| n_lost(rest, |_| {}) > 0;
    assert!(
        !lost(&[0, 0, 0, 0, 0, 1, 2, 1, b'a']),
        "the control is read"
    );
    assert!(lost(&[0, 0, 0, 0, 0, 1, 2, 0]), "empty text");
    assert!(
        lost(&[0, 0, 0, 0, 0, 1, 2, 1, b'a', b'b']),
        "something after the text"
    );
    assert!(lost(&[0, 0, 0, 0, 0, 1, 2, 1, 0xff]), "no UTF-8");
    assert!(lost(&[0, 0, 0, 0, 0, 1, 2, 241]), "longer than the slot");
    assert!(
        lost(&[[0, 0, 0, 0, 0, 1, 2, 201].as_slice(), &[b'a'; 201]].concat()),
        "201 long"
    );
    assert!(lost(&[0, 0, 0, 0, 0, 2, 1, 1, b'a']), "slots not ascending");
    assert!(
        lost(&[0, 0, 0, 0, 0, 1, 12, 1, b'a']),
        "a slot that is not there"
    );
    assert!(
        lost(&[0, 0, 0, 0, 3, 4, 5, 1, b'a']),
        "slots it does not stand in"
    );
}

#[test]
fn a_liar_cannot_make_the_reading_endless_or_bring_many_comments() {
    // In one of its three slots only: taking it out puts it into the others.
    let rest = [0, 0, 0, 0, 0, 1, 2, 1, b'a'];
    let only_in_one = |sum: &mut [u8]| {
        sum.iter_mut().skip(SLOT_BYTES).for_each(|byte| *byte = 0);
    };
    assert!(n_lost(&rest, only_in_one) > 0);

    // More comments than seats: as many are read as there are seats.
    let many = [
        ([0, 1, 2], 1, "a"),
        ([3, 4, 5], 1, "b"),
        ([6, 7, 8], 1, "c"),
        ([9, 10, 11], 1, "d"),
    ];
    let heard = hear(&many);
    assert_eq!((heard.comments.len(), heard.n_lost), (N_SEATS, 2));
}

#[test]
fn a_comment_belongs_to_its_round() {
    let sum = summed(&[([0, 1, 2], 1, "a")]);
    assert!(read(&[4; 32], sum, N_SEATS).comments.is_empty());
}
