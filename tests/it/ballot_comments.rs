//! Comments: without a name in anonymous rounds, with one in named rounds, and never lost
//! silently.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::ballot::MAX_COMMENT_BYTES;

use super::{Mode, Table};

#[test]
fn anonymous_comments_are_shown_in_an_order_that_tells_nothing() {
    let said = [
        (Some(0), Some("needs a spike")),
        (Some(1), None),
        (None, Some("Ω?")),
    ];
    let mut table = Table::new(3, 3, Mode::Anonymous, true, 31);
    let result = table.play(&said).tally().unwrap();
    assert_eq!(result.comments, ["needs a spike", "Ω?"]);
    assert!(result.named_comments.is_empty());
    assert_eq!((result.counts, result.no_vote), (vec![1, 1, 0], 1));
}

#[test]
fn named_comments_come_with_their_seat() {
    let said = [
        (None, Some("zu groß")),
        (Some(1), None),
        (Some(2), Some("fine")),
    ];
    let result = Table::new(3, 3, Mode::Named, true, 32)
        .play(&said)
        .tally()
        .unwrap();
    assert_eq!(
        result.named_comments,
        [(0, "zu groß".to_owned()), (2, "fine".to_owned())]
    );
    assert!(result.comments.is_empty());
    assert_eq!(result.votes, Some(vec![None, Some(1), Some(2)]));
}

#[test]
fn the_longest_comment_arrives_whole() {
    let widest = "ü".repeat(MAX_COMMENT_BYTES / 2);
    let longest = "x".repeat(200);
    for (mode, text) in [(Mode::Anonymous, &widest), (Mode::Named, &longest)] {
        let said = [(None, Some(text.as_str())), (None, None)];
        let result = Table::new(2, 1, mode, true, 33)
            .play(&said)
            .tally()
            .unwrap();
        let named = result.named_comments.into_iter().map(|(_, text)| text);
        let got: Vec<_> = result.comments.into_iter().chain(named).collect();
        assert_eq!(got, [text.as_str()]);
    }
}

#[test]
fn comments_tell_nothing_in_a_ballots_size() {
    let mut table = Table::new(2, 3, Mode::Anonymous, true, 34);
    let mut size = |comment| {
        let played = table.play(&[(Some(1), comment), (None, None)]);
        postcard::to_allocvec(&played.openings).unwrap().len()
    };
    assert_eq!(size(None), size(Some("a comment")));
}

#[test]
fn comments_that_collide_are_reported_to_both_and_the_vote_stands() {
    // Two comments take the same three of eight slots once in 56 rounds.
    let mut table = Table::new(2, 3, Mode::Anonymous, true, 35);
    let said = [
        (Some(0), Some("from one")),
        (Some(1), Some("from the other")),
    ];
    let mut n_collided = 0;
    for attempt in 0..400 {
        table.attempt = attempt;
        let played = table.play(&said);
        let result = played.tally().unwrap();
        let lost = played
            .ballots
            .iter()
            .filter(|ballot| ballot.comment_lost(&result))
            .count();
        assert_eq!(result.counts, [1, 1, 0], "votes do not suffer");
        if result.lost_comments == 0 {
            assert_eq!((result.comments.len(), lost), (2, 0));
        } else {
            assert_eq!(
                (result.comments.len(), lost),
                (0, 2),
                "both know, neither is shown"
            );
            assert_eq!(result.lost_comments, 2);
            n_collided += 1;
            let quiet = table.vote(&[None, None]);
            assert!(
                !quiet.ballots[0].comment_lost(&result),
                "who is silent loses nothing"
            );
        }
    }
    assert!((1..20).contains(&n_collided), "{n_collided} of 400");
}
