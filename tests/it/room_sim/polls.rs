//! Votes that are no estimates.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::meeting::Purpose;
use floret::room::{Intent, MAX_POLLS, Phase, Poll, Rules, TableEvent};

use super::meeting::convened;

#[test]
fn other_votes_use_their_own_cards_and_leave_the_estimate_alone() {
    let mut net = convened(2, 3, Rules::default());
    net.vote_and_reveal(&[2]);
    let round = net.host.table().round.number;
    net.intend(
        Some(0),
        Intent::Ask {
            round,
            purpose: Purpose::Confidence,
        },
    );
    net.run(1_000);
    let table = net.host.table();
    assert_eq!(
        (table.round.purpose, table.hand().n_choices()),
        (Purpose::Confidence, 5)
    );
    net.vote_and_reveal(&[4]);
    let table = net.host.table();
    assert_eq!(table.stories[0].rounds.len(), 1);
    assert_eq!(table.polls.len(), 1);
    assert_eq!(table.polls[0].outcome.counts, [0, 0, 0, 0, 4]);
    assert!(matches!(table.round.phase, Phase::Revealed { .. }));
    let round = table.round.number;
    // A vote with cards on the table is not swept away by another question.
    net.intend(
        None,
        Intent::Ask {
            round,
            purpose: Purpose::Ready,
        },
    );
    net.run(500);
    net.choose(Some(1), Some(0));
    net.run(500);
    let round = net.host.table().round.number;
    net.intend(
        None,
        Intent::Ask {
            round,
            purpose: Purpose::Closing,
        },
    );
    net.run(500);
    assert_eq!(net.host.table().round.purpose, Purpose::Ready);
    net.assert_same();
}

#[test]
fn of_too_many_other_votes_the_oldest_goes_and_the_newest_is_the_result() {
    let mut net = convened(5, 2, Rules::default());
    let round = net.host.table().round.number;
    let purpose = Purpose::Ready;
    net.intend(None, Intent::Ask { round, purpose });
    net.run(1_000);
    net.vote_and_reveal(&[1]);
    let mut table = net.host.table().clone();
    let newest = table.polls[0].clone();
    let mut before = newest.clone();
    before.outcome.counts = vec![9, 9];
    let numbered = |story| Poll {
        story,
        ..before.clone()
    };
    // As it was before the cards turned, after many other votes.
    let Phase::Revealed { list, openings } = table.round.phase.clone() else {
        panic!("{:?}", table.round.phase);
    };
    table.round.phase = Phase::Opening { list };
    table.polls = (0..).take(MAX_POLLS).map(numbered).collect();
    table.apply(&TableEvent::OpeningsPublished(openings));
    assert_eq!(table.polls.len(), MAX_POLLS);
    assert_eq!(table.polls.first(), Some(&numbered(1)));
    assert_eq!(table.polls.last(), Some(&newest));
    assert_eq!(table.outcome(), Some(&newest.outcome));
}
