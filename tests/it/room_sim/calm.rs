//! One thing at a time: who comes, goes, changes a card or blocks nobody.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::room::{Intent, LOST_AFTER_MS, Link, Phase, Rules, VoidReason};

use super::air::Weather;
use super::net::Net;

pub(super) fn round(net: &Net) -> u32 {
    net.host.table().round.number
}

pub(super) fn reveal(net: &mut Net) {
    let round = round(net);
    net.intend(None, Intent::Reveal { round });
}

pub(super) fn counts(net: &Net) -> Vec<u32> {
    let table = net.host.table();
    let outcome = table.outcome();
    outcome.map_or_else(Vec::new, |outcome| outcome.counts.clone())
}

fn is_void(net: &Net) -> Option<&VoidReason> {
    match &net.host.table().round.phase {
        Phase::Void { reason } => Some(reason),
        Phase::Voting { .. }
        | Phase::Closing { .. }
        | Phase::Opening { .. }
        | Phase::Revealed { .. } => None,
    }
}

#[test]
fn a_card_changed_while_somebody_reveals_counts_as_it_stood_and_voids_nothing() {
    let mut net = Net::seated(1, 3, Rules::default());
    net.weather = Weather {
        delay_ms: (100, 100),
        ..Weather::FINE
    };
    for at in 0..3 {
        net.choose(Some(at), Some(3));
    }
    net.choose(None, Some(3));
    net.run(300);
    reveal(&mut net);
    net.choose(Some(0), Some(9));
    net.choose(Some(1), None);
    net.run(1_000);
    assert_eq!(counts(&net)[3], 4, "{:?}", net.host.table().round.phase);
    let guest = net.people[0].guest.as_ref().unwrap();
    assert_eq!(
        guest.voter().picked(guest.table().unwrap()),
        Some(3),
        "the hand shows it"
    );
    net.assert_same();
}

#[test]
fn whoever_changes_cards_faster_than_the_network_still_opens_what_is_listed() {
    let mut net = Net::seated(2, 2, Rules::default());
    net.weather = Weather {
        delay_ms: (200, 200),
        ..Weather::FINE
    };
    for choice in 0..11 {
        net.choose(Some(0), Some(choice));
        net.run(30);
    }
    reveal(&mut net);
    net.run(2_000);
    assert_eq!(
        counts(&net).iter().sum::<u32>(),
        1,
        "{:?}",
        net.host.table().round.phase
    );
}

#[test]
fn leaving_before_the_list_makes_a_new_attempt_and_keeps_all_votes_without_a_click() {
    let mut net = Net::seated(3, 4, Rules::default());
    for at in 0..4 {
        net.choose(Some(at), Some(2));
    }
    net.choose(None, Some(2));
    net.run(500);
    let attempt = net.host.table().round.attempt;
    net.leave(2);
    net.run(500);
    assert_eq!(net.host.table().round.attempt, attempt + 1);
    assert_eq!(
        net.host.table().n_missing(),
        0,
        "votes were cast again by themselves"
    );
    reveal(&mut net);
    net.run(500);
    assert_eq!(counts(&net)[2], 4);
}

#[test]
fn somebody_who_joins_while_people_vote_votes_too_and_nobody_clicks_again() {
    let mut net = Net::seated(4, 3, Rules::default());
    net.cut(2);
    net.run(500);
    for at in 0..2 {
        net.choose(Some(at), Some(1));
    }
    net.run(200);
    net.join(2, false);
    net.run(500);
    net.choose(Some(2), Some(1));
    net.run(500);
    reveal(&mut net);
    net.run(500);
    assert_eq!(
        (counts(&net)[1], net.host.table().outcome().unwrap().no_vote),
        (3, 1)
    );
}

#[test]
fn somebody_who_joins_after_the_reveal_sees_the_result_and_is_not_asked() {
    let mut net = Net::seated(5, 3, Rules::default());
    net.leave(2);
    net.run(500);
    let expected = net.vote_and_reveal(&[4, 5]);
    net.join(2, false);
    net.run(500);
    let guest = net.people[2].guest.as_ref().unwrap();
    let table = guest.table().unwrap();
    assert_eq!(table.outcome().unwrap().counts, expected);
    assert!(!table.is_on_roll(guest.me()));
    net.vote_and_reveal(&[4]);
    assert_eq!(counts(&net)[4], 4, "in the next round it votes");
}

#[test]
fn a_seat_that_leaves_between_list_and_opening_and_stays_away_voids_the_round_by_name_for_good() {
    let mut net = Net::seated(6, 4, Rules::default());
    net.weather = Weather {
        delay_ms: (100, 100),
        ..Weather::FINE
    };
    for at in 0..4 {
        net.choose(Some(at), Some(2));
    }
    net.run(300);
    reveal(&mut net);
    net.cut(1);
    net.run(250);
    // Its opening never came; the close did. It may come back for a while.
    net.run(1_000);
    assert_eq!(is_void(&net), None);
    net.run(3_000);
    assert_eq!(
        is_void(&net),
        Some(&VoidReason::Left(vec![String::from("P1")]))
    );
    net.join(1, false);
    net.run(20_000);
    assert!(
        is_void(&net).is_some(),
        "nobody opens another attempt by itself"
    );
    let attempts: Vec<_> = net
        .people
        .iter()
        .map(|one| {
            net.truth
                .n_openings(one.guest.as_ref().unwrap().voter().key())
        })
        .collect();
    assert!(attempts.iter().all(|n| *n <= 1), "{attempts:?}");
    net.vote_and_reveal(&[7]);
    assert_eq!(counts(&net)[7], 5);
}

#[test]
fn a_closing_seat_that_never_commits_is_left_out_after_its_time_and_the_rest_is_counted() {
    let mut net = Net::seated(7, 3, Rules::default());
    net.choose(Some(0), Some(6));
    net.choose(Some(1), Some(6));
    net.run(300);
    net.people[2].up_lie = Some(Box::new(|message| match message {
        floret::room::ToHost::Intent { .. } => Vec::new(),
        other => vec![other],
    }));
    reveal(&mut net);
    net.run(4_000);
    assert!(matches!(
        net.host.table().round.phase,
        Phase::Closing { .. }
    ));
    net.run(2_000);
    let outcome = net.host.table().outcome().unwrap();
    assert_eq!(
        (outcome.counts[6], outcome.no_vote, outcome.n_verified),
        (2, 1, 3)
    );
}

#[test]
fn the_reveal_cannot_be_put_off_by_coming_and_going() {
    let mut net = Net::seated(8, 4, Rules::default());
    net.choose(None, Some(0));
    net.people[3].up_lie = Some(Box::new(|message| match message {
        floret::room::ToHost::Intent {
            intent: Intent::Commit { .. },
            ..
        } => Vec::new(),
        other => vec![other],
    }));
    net.run(300);
    reveal(&mut net);
    for step in 0..40 {
        net.intend(Some(3), Intent::Observe { on: step % 2 == 0 });
        net.run(250);
    }
    assert!(
        net.host.table().outcome().is_some(),
        "{:?}",
        net.host.table().round.phase
    );
}

#[test]
fn a_roll_that_shrinks_late_leaves_everybody_time_to_seal_again() {
    let mut net = Net::seated(9, 4, Rules::default());
    for at in 0..3 {
        net.choose(Some(at), Some(5));
    }
    net.people[3].up_lie = Some(Box::new(|_| Vec::new()));
    net.run(300);
    reveal(&mut net);
    net.run(4_900);
    net.weather = Weather {
        delay_ms: (300, 300),
        ..Weather::FINE
    };
    net.cut(0);
    net.run(9_000);
    assert_eq!(counts(&net)[5], 2, "{:?}", net.host.table().round.phase);
}

#[test]
fn observers_and_lost_seats_block_nothing() {
    let rules = Rules {
        auto_reveal: true,
        ..Rules::default()
    };
    let mut net = Net::seated(10, 5, rules);
    net.intend(Some(0), Intent::Observe { on: true });
    net.people[1].up_lie = Some(Box::new(|_| Vec::new()));
    net.cut(2);
    net.run(LOST_AFTER_MS + 500);
    let lost = net
        .host
        .table()
        .seats
        .values()
        .filter(|seat| seat.link == Link::Lost);
    assert_eq!(lost.count(), 2);
    for who in [None, Some(3), Some(4)] {
        net.choose(who, Some(8));
    }
    net.run(2_500);
    assert!(net.host.table().round.countdown_ends_ms.is_some());
    net.run(2_000);
    assert_eq!(counts(&net)[8], 3);
}

#[test]
fn a_countdown_that_somebody_stops_stays_stopped_until_a_vote_is_missing() {
    let rules = Rules {
        auto_reveal: true,
        ..Rules::default()
    };
    let mut net = Net::seated(11, 2, rules);
    for who in [None, Some(0), Some(1)] {
        net.choose(who, Some(1));
    }
    net.run(300);
    let round = round(&net);
    net.intend(Some(1), Intent::StopCountdown { round });
    net.run(8_000);
    assert!(matches!(net.host.table().round.phase, Phase::Voting { .. }));
    net.choose(Some(1), None);
    net.run(300);
    net.choose(Some(1), Some(2));
    net.run(4_000);
    assert_eq!(counts(&net)[1..3], [2, 1]);
}

#[test]
fn a_link_that_stalls_while_somebody_types_does_not_cost_the_seat() {
    let mut net = Net::seated(17, 2, Rules::default());
    net.weather = Weather {
        delay_ms: (20_000, 20_000),
        ..Weather::FINE
    };
    for n in 0..60 {
        net.intend(
            Some(0),
            Intent::Title {
                story: 1,
                title: "x".repeat(n),
            },
        );
        net.run(100);
    }
    net.weather = Weather::FINE;
    net.run(60_000);
    assert!(net.people[0].link.is_some(), "not unseated");
    assert_eq!(net.host.table().story().unwrap().title.len(), 59);
    net.assert_same();
}

#[test]
fn a_comment_typed_for_one_story_does_not_ride_with_the_vote_on_the_next() {
    let rules = Rules {
        comments: true,
        ..Rules::default()
    };
    let mut net = Net::seated(18, 2, rules);
    net.remark(Some(0), "only about this one");
    net.choose(Some(0), Some(1));
    net.run(300);
    net.intend(
        None,
        Intent::NextStory {
            after: 1,
            title: String::new(),
        },
    );
    net.run(300);
    net.vote_and_reveal(&[2]);
    assert!(net.host.table().outcome().unwrap().remarks.is_empty());
    let round = round(&net);
    net.intend(None, Intent::VoteAgain { round });
    net.run(300);
    net.remark(Some(1), "about that one");
    net.run(100);
    net.vote_and_reveal(&[2]);
    let remarks = &net.host.table().outcome().unwrap().remarks;
    assert_eq!(remarks.len(), 1);
    assert_eq!(remarks[0].text, "about that one");
}

#[test]
fn only_the_facilitator_puts_a_planned_story_on_the_table() {
    let mut net = Net::seated(21, 2, Rules::default());
    let bring = |title: &str, link: &str| Intent::Bring {
        story: 1,
        title: title.to_owned(),
        link: link.to_owned(),
    };
    net.intend(Some(0), bring("mine", "https://elsewhere.example"));
    net.run(500);
    assert_eq!(net.host.table().story().unwrap().title, "");
    net.intend(None, bring("ABC-1\nLogin", "https://tracker.example/ABC-1"));
    net.run(500);
    let story = net.host.table().story().unwrap();
    assert_eq!(story.title, "ABC-1 Login");
    assert_eq!(story.link, "https://tracker.example/ABC-1");
    net.assert_same();
    net.intend(None, bring("Search", &"x".repeat(2_001)));
    net.run(500);
    assert_eq!(net.host.table().story().unwrap().link, "");
    net.assert_same();
}

#[test]
fn the_goal_of_a_session_is_told_to_whoever_sits_down() {
    let mut net = Net::new(22, 1, Rules::default());
    net.host.aim("  Paying\nworks ");
    net.join(0, false);
    net.run(1_000);
    let guest = net.people[0].guest.as_ref().unwrap();
    assert_eq!(guest.table().unwrap().goal, "Paying works");
    net.assert_same();
}
