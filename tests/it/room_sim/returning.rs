//! Pages that are loaded anew and links that come twice: nothing is lost, nothing is
//! opened twice.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::ballot::Commitment;
use floret::room::{
    GuestNews, Intent, Link, Phase, RETURN_GRACE_MS, Refusal, Rules, SeatId, ToGuest, ToHost,
    VOTED_GRACE_MS,
};

use super::air::Weather;
use super::calm::{counts, reveal, round};
use super::net::Net;

fn commitment(net: &Net, at: usize) -> Option<Commitment> {
    let seat = net.people[at].guest.as_ref().unwrap().me();
    let commitments = net.host.table().commitments()?;
    commitments.get(&seat).copied()
}

fn shown(net: &Net, seat: SeatId) -> Link {
    net.host.table().seats[&seat].link
}

/// A table at which all have voted for card 4.
fn voted(seed: u64, n_guests: usize) -> Net {
    let mut net = Net::seated(seed, n_guests, Rules::default());
    for at in 0..n_guests {
        net.choose(Some(at), Some(4));
    }
    net.choose(None, Some(4));
    net.run(300);
    net
}

#[test]
fn a_quick_reload_changes_neither_the_roll_nor_the_vote() {
    let mut net = voted(80, 3);
    let attempt = net.host.table().round.attempt;
    let before = commitment(&net, 0);
    net.reload(0);
    net.run(300);
    let seat = net.people[0].guest.as_ref().unwrap().me();
    assert_eq!(shown(&net, seat), Link::Slow);
    net.run(700);
    net.link_again(0);
    net.run(500);
    assert_eq!(shown(&net, seat), Link::Linked);
    assert_eq!(net.host.table().round.attempt, attempt);
    assert_eq!((commitment(&net, 0), before.is_some()), (before, true));
    reveal(&mut net);
    net.run(500);
    assert_eq!(counts(&net)[4], 4);
    net.assert_same();
}

#[test]
fn who_stays_away_longer_is_lost_and_its_vote_is_cast_again_when_it_returns() {
    let mut net = voted(81, 3);
    net.reload(0);
    net.run(VOTED_GRACE_MS + 600);
    let seat = net.people[0].guest.as_ref().unwrap().me();
    assert_eq!(shown(&net, seat), Link::Lost);
    assert!(!net.host.table().is_on_roll(seat));
    net.link_again(0);
    net.run(500);
    assert!(net.host.table().has_voted(seat), "without a click");
    reveal(&mut net);
    net.run(500);
    assert_eq!(counts(&net)[4], 4);
}

#[test]
fn a_vote_that_got_lost_with_the_link_is_sent_again_as_it_was() {
    let mut net = Net::seated(82, 3, Rules::default());
    // What is sent from now on does not arrive.
    net.people[0].up_lie = Some(Box::new(|_| Vec::new()));
    net.choose(Some(0), Some(7));
    net.run(200);
    assert_eq!(commitment(&net, 0), None);
    net.people[0].up_lie = None;
    net.reload(0);
    net.link_again(0);
    net.run(500);
    assert!(commitment(&net, 0).is_some());
    net.vote_and_reveal(&[7]);
    assert_eq!(counts(&net)[7], 4);
}

#[test]
fn a_reload_between_list_and_opening_opens_the_same_bytes_and_voids_nothing() {
    for (seed, comments) in [(83, false), (84, true)] {
        let mut net = voted(seed, 3);
        let rules = Rules {
            comments,
            ..Rules::default()
        };
        net.intend(None, Intent::SetRules(Box::new(rules)));
        net.run(300);
        for at in 0..3 {
            net.choose(Some(at), Some(4));
        }
        net.choose(None, Some(4));
        net.remark(Some(0), "too big");
        net.run(300);
        net.people[0].up_lie = Some(Box::new(|message| match message {
            ToHost::Intent {
                intent: Intent::Open { .. },
                ..
            } => Vec::new(),
            other => vec![other],
        }));
        reveal(&mut net);
        net.run(400);
        assert!(matches!(
            net.host.table().round.phase,
            Phase::Opening { .. }
        ));
        net.people[0].up_lie = None;
        net.reload(0);
        net.run(1_000);
        net.link_again(0);
        net.run(1_000);
        // The simulation itself checks that both openings are the same.
        assert_eq!(counts(&net)[4], 4, "{:?}", net.host.table().round.phase);
        net.assert_same();
    }
}

#[test]
fn a_guests_reload_is_harmless_at_any_moment_of_a_round() {
    for moment in 0..30 {
        let mut net = voted(100 + moment, 3);
        net.weather = Weather {
            delay_ms: (20, 120),
            ..Weather::FINE
        };
        if moment % 2 == 0 {
            net.choose(Some(0), Some(6));
        }
        net.run(i64::try_from(moment % 5).unwrap() * 20);
        reveal(&mut net);
        net.run(i64::try_from(moment).unwrap() * 30);
        net.reload(0);
        net.run(900);
        net.link_again(0);
        net.run(3_000);
        let counts = counts(&net);
        assert_eq!(counts[4] + counts[6], 4, "moment {moment}");
        net.assert_same();
    }
}

#[test]
fn a_hosts_reload_is_harmless_at_any_moment_of_a_round() {
    for moment in 0..30 {
        let mut net = voted(200 + moment, 3);
        net.weather = Weather {
            delay_ms: (20, 120),
            ..Weather::FINE
        };
        net.choose(Some(1), Some(6));
        net.run(i64::try_from(moment % 5).unwrap() * 20);
        reveal(&mut net);
        net.run(i64::try_from(moment).unwrap() * 30);
        let round = round(&net);
        net.reload_host();
        net.run(900);
        for at in 0..3 {
            net.link_again(at);
        }
        net.run(3_000);
        assert_eq!(net.host.table().round.number, round);
        // A reveal asked for is not lost; one that was only on its way may be.
        reveal(&mut net);
        net.run(3_000);
        let counts = counts(&net);
        assert_eq!(counts[4] + counts[6], 4, "moment {moment}");
        net.assert_same();
    }
}

#[test]
fn who_is_away_for_a_moment_holds_the_list_back_instead_of_voiding_the_round() {
    let mut net = voted(85, 3);
    net.reload(0);
    net.run(100);
    reveal(&mut net);
    net.run(1_500);
    assert!(matches!(
        net.host.table().round.phase,
        Phase::Closing { .. }
    ));
    net.link_again(0);
    net.run(500);
    assert_eq!(counts(&net)[4], 4);
    // And who does not come back is left out.
    let round = round(&net);
    net.intend(None, Intent::VoteAgain { round });
    net.run(300);
    for at in 0..3 {
        net.choose(Some(at), Some(2));
    }
    net.run(300);
    net.reload(1);
    net.run(100);
    reveal(&mut net);
    net.run(VOTED_GRACE_MS + 1_500);
    assert_eq!(counts(&net)[2], 2);
}

#[test]
fn whose_card_lies_on_the_table_is_waited_for_longer() {
    let mut net = voted(88, 3);
    net.reload(0);
    net.run(RETURN_GRACE_MS + 3_000);
    assert_eq!(net.host.table().round.roll.len(), 4);
    reveal(&mut net);
    net.run(1_000);
    net.link_again(0);
    net.run(500);
    assert_eq!(counts(&net)[4], 4);
}

#[test]
fn a_second_link_takes_over_and_the_first_is_closed_without_a_word() {
    let mut net = voted(86, 3);
    let guest = net.people[0].guest.as_mut().unwrap();
    guest.take_news();
    let first = guest.host_link();
    net.link_again(0);
    net.run(1_000);
    let guest = net.people[0].guest.as_mut().unwrap();
    assert_ne!(guest.host_link(), first);
    assert_eq!(guest.host_link(), net.people[0].link);
    let guest = net.people[0].guest.as_mut().unwrap();
    let link = guest.host_link().unwrap();
    assert_eq!(guest.take_news(), [GuestNews::Follows(link)]);
    net.vote_and_reveal(&[3]);
    net.assert_same();
}

#[test]
fn the_same_seat_open_in_another_page_is_told_so() {
    let mut net = voted(87, 2);
    let saved = net.people[0].guest.as_ref().unwrap().saved().unwrap();
    let mut other = floret::room::Guest::restore(saved, net.now);
    other.link_opened(99, net.now);
    let outs = net.host.link_opened(99, net.now);
    let (now, mut rng) = (net.now, net.rng.clone());
    let greeting = outs.into_iter().find_map(|out| match out {
        floret::room::Out::Send(99, greeting) => Some(greeting),
        _other => None,
    });
    for out in other.hear(99, greeting.unwrap(), now, &mut rng) {
        let floret::room::GuestOut::Up(99, hello) = out else {
            panic!("{out:?}")
        };
        let outs = net.host.hear(99, hello, now, &mut rng);
        net.carry_out(outs);
    }
    net.run(500);
    let news = net.people[0].guest.as_mut().unwrap().take_news();
    assert!(
        news.contains(&GuestNews::Refused(Refusal::Replaced)),
        "{news:?}"
    );
}

#[test]
fn intents_go_on_over_a_new_link_in_their_order_and_none_counts_twice() {
    let mut net = Net::seated(88, 2, Rules::default());
    let title = |text: &str| Intent::Title {
        story: 1,
        title: text.to_owned(),
    };
    // It arrives, but the seat does not hear of it.
    net.people[0].down_lie = Some(Box::new(|message| match message {
        ToGuest::Greeting { .. } => vec![message],
        _other => Vec::new(),
    }));
    net.intend(Some(0), title("mine"));
    net.run(300);
    net.intend(Some(1), title("theirs"));
    net.intend(
        Some(0),
        Intent::Rename {
            name: String::from("Pia"),
        },
    );
    net.run(200);
    net.reload(0);
    net.people[0].down_lie = None;
    net.link_again(0);
    net.run(8_000);
    assert_eq!(net.host.table().story().unwrap().title, "theirs");
    let seat = net.seat(0).unwrap();
    assert_eq!(net.host.table().seats[&seat].name, "Pia");
    net.assert_same();
}

#[test]
fn a_host_that_comes_back_with_another_list_gets_no_second_opening() {
    let mut net = voted(89, 3);
    let saved = net.host.saved();
    reveal(&mut net);
    net.run(500);
    let key = net.people[0].guest.as_ref().unwrap().voter().key();
    assert_eq!(net.truth.n_openings(key), 1);
    // It goes back to before the reveal, and others change their cards.
    net.truth.lists_may_differ = true;
    net.reload_host();
    net.host = floret::room::Host::restore(saved, net.now, &mut net.rng.clone());
    net.choose(None, Some(9));
    for at in 0..3 {
        net.link_again(at);
    }
    net.run(500);
    reveal(&mut net);
    net.run(1_000);
    assert!(
        matches!(net.host.table().round.phase, Phase::Void { .. }),
        "{:?}",
        net.host.table().round.phase
    );
    assert_eq!(net.truth.n_openings(key), 1);
    net.vote_and_reveal(&[1]);
    assert_eq!(counts(&net)[1], 4);
}
