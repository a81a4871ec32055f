//! What the wire shows of one seat's card: nothing.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::room::{Intent, Rules, ToHost};
use floret::wire::message::decode;

use super::net::Net;

/// One anonymous round of four guests; what each sent, and the tally.
fn round(cards: [u16; 4], comments: bool) -> (Vec<Vec<Vec<u8>>>, Vec<u32>) {
    let rules = Rules {
        comments,
        ..Rules::default()
    };
    let mut net = Net::seated(70, 4, rules);
    for person in &mut net.people {
        person.sent.clear();
    }
    if comments {
        net.remark(Some(0), "too big for one sprint");
    }
    for (at, card) in cards.into_iter().enumerate() {
        net.choose(Some(at), Some(card));
        net.run(200);
    }
    net.choose(None, Some(5));
    let number = net.host.table().round.number;
    net.intend(None, Intent::Reveal { round: number });
    net.run(1_000);
    let counts = net.host.table().outcome().unwrap().counts.clone();
    (net.people.into_iter().map(|one| one.sent).collect(), counts)
}

/// Type and length of every message: all that one can see of it besides random bytes.
fn shapes(sent: &[Vec<u8>]) -> Vec<(std::mem::Discriminant<ToHost>, u8, usize)> {
    sent.iter()
        .map(|bytes| {
            let message: ToHost = decode(bytes).unwrap();
            let intent = match &message {
                ToHost::Intent { .. } => bytes[3],
                _other => 0,
            };
            (std::mem::discriminant(&message), intent, bytes.len())
        })
        .collect()
}

#[test]
fn two_seats_that_swap_cards_give_the_same_tally_and_messages_of_the_same_shape() {
    for comments in [false, true] {
        let (here, counts) = round([1, 9, 4, 4], comments);
        let (there, swapped) = round([9, 1, 4, 4], comments);
        assert_eq!(counts, swapped);
        for (sent, other) in here.iter().zip(&there) {
            assert!(sent.len() >= 3, "a commitment, an opening, beats");
            assert_eq!(shapes(sent), shapes(other));
        }
    }
}

#[test]
fn the_same_round_with_any_card_has_messages_of_the_same_shape() {
    let (first, _) = round([0, 3, 4, 5], false);
    for card in 1..13 {
        let (other, _) = round([card, 3, 4, 5], false);
        assert_eq!(shapes(&first[0]), shapes(&other[0]), "card {card}");
    }
}

#[test]
fn no_message_holds_the_card_in_the_clear() {
    let (sent, _) = round([2, 9, 4, 4], false);
    let mut one_hot = vec![0_u8; 14 * 4];
    one_hot[2 * 4] = 1;
    for bytes in &sent[0] {
        assert!(!bytes.windows(one_hot.len()).any(|window| window == one_hot));
    }
    // Not even a run of zeros that would mark the cards not chosen.
    let body = sent[0].iter().find(|bytes| bytes.len() > 80).unwrap();
    assert!(!body.windows(6).any(|window| window == [0; 6]), "{body:?}");
}

#[test]
fn two_runs_that_differ_in_the_card_differ_in_every_word_of_the_opening_only_by_chance() {
    // The masks of one attempt are fixed by the keys: the same seed gives the same
    // masks, so the two bodies differ exactly where the one-hot vectors do. Whoever
    // sees one run alone sees random words.
    let (here, _) = round([1, 9, 4, 4], false);
    let words = |sent: &[Vec<u8>]| -> Vec<u32> {
        let bytes = sent.iter().find(|bytes| bytes.len() > 80).unwrap();
        let end = bytes.len() - 32;
        let body = &bytes[end - 14 * 4..end];
        body.chunks(4)
            .map(|word| u32::from_le_bytes(word.try_into().unwrap()))
            .collect()
    };
    let bodies: Vec<_> = here.iter().map(|sent| words(sent)).collect();
    for body in &bodies {
        let n_small = body.iter().filter(|word| **word < 1_000).count();
        assert_eq!(n_small, 0, "{body:?}");
    }
}
