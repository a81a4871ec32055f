//! People who do anything at any time, on networks of every sort.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::poker::{Deck, DeckKind};
use floret::room::{Intent, Phase, Rules};
use rand_core::Rng;

use super::air::Weather;
use super::net::Net;

fn any_rules(net: &mut Net) -> Rules {
    let flags = net.rng.next_u32();
    let kind = DeckKind::PRESETS[net.below(8)];
    Rules {
        deck: Deck::preset(kind),
        is_anonymous: flags & 3 != 0,
        everyone_runs: flags & 0xc != 0,
        auto_reveal: flags & 0x30 == 0,
        comments: flags & 0x7c0 == 0,
        ..Rules::default()
    }
}

fn any_weather(net: &mut Net) -> Weather {
    match net.below(4) {
        0 => Weather::FINE,
        1 => Weather {
            delay_ms: (50, 900),
            ..Weather::FINE
        },
        2 => Weather {
            delay_ms: (0, 300),
            loss: 100,
            twice: 100,
            disorder: true,
        },
        _ => Weather {
            delay_ms: (0, 50),
            loss: 300,
            twice: 50,
            disorder: false,
        },
    }
}

/// One person does one thing.
fn act(net: &mut Net, who: Option<usize>) {
    let n_choices = net.host.table().hand().n_choices();
    let round = net.host.table().round.number;
    let story = u32::try_from(net.host.table().stories.len()).unwrap();
    let on = net.rng.next_u32() & 1 == 0;
    let intent = match net.below(24) {
        0..=9 => {
            let choice = u16::try_from(net.below(n_choices)).unwrap();
            return net.choose(who, Some(choice));
        }
        10 => return net.choose(who, None),
        11 => return net.remark(who, "wait for the other team"),
        12..=13 => Intent::Reveal { round },
        14 => Intent::StopCountdown { round },
        15..=16 => Intent::VoteAgain { round },
        17 => Intent::NextStory {
            after: story,
            title: String::from("next"),
        },
        18 => Intent::Title {
            story,
            title: String::from("a title"),
        },
        19 => Intent::Save {
            story,
            estimate: String::from("5"),
        },
        20 => Intent::Observe { on },
        21 => Intent::Rename {
            name: String::from("Same name"),
        },
        22 => Intent::Timer {
            length_s: if on { 60 } else { 0 },
        },
        _ => match net.below(4) {
            0 => Intent::SetRules(Box::new(any_rules(net))),
            1 => Intent::Remove {
                seat: floret::room::SeatId(2),
            },
            2 => Intent::Restore {
                seat: floret::room::SeatId(2),
            },
            _ => Intent::Explain { on },
        },
    };
    net.intend(who, intent);
}

fn come_and_go(net: &mut Net, at: usize) {
    match (net.people[at].link.is_some(), net.below(3)) {
        (true, 0) => net.leave(at),
        (true, 1) => net.cut(at),
        (true, _) => {}
        (false, observer) => net.join(at, observer == 0),
    }
}

fn play(seed: u64) -> usize {
    let n_guests = 1 + usize::try_from(seed % 11).unwrap();
    let mut net = Net::new(seed, n_guests, Rules::default());
    let rules = any_rules(&mut net);
    net.intend(None, Intent::SetRules(Box::new(rules)));
    for at in 0..n_guests {
        net.join(at, false);
    }
    net.run(500);
    for _step in 0..40 {
        match net.below(20) {
            0 => net.weather = any_weather(&mut net),
            1 => {
                let at = net.below(n_guests);
                come_and_go(&mut net, at);
            }
            _ => {
                let who = net.below(n_guests + 1).checked_sub(1);
                act(&mut net, who);
            }
        }
        let pause = [0, 20, 200, 1_500][net.below(4)];
        net.run(pause);
    }
    net.heal();
    check_end(&mut net);
    net.truth.n_counted
}

/// Whatever happened, a calm round works and shows the truth.
fn check_end(net: &mut Net) {
    // Too many left without a word: somebody else might hold the table.
    let outs = net.host.carry_on(net.now, &mut net.rng);
    net.carry_out(outs);
    net.intend(None, Intent::Observe { on: false });
    net.intend(None, Intent::SetRules(Box::default()));
    net.run(1_000);
    if matches!(
        net.host.table().round.phase,
        Phase::Closing { .. } | Phase::Opening { .. }
    ) {
        net.run(16_000);
    }
    let counts = net.vote_and_reveal(&[1, 2, 2, 5]);
    let phase = &net.host.table().round.phase;
    assert!(matches!(phase, Phase::Revealed { .. }), "{phase:?}");
    let outcome = net.host.table().outcome().unwrap();
    assert_eq!((&outcome.counts, outcome.no_vote), (&counts, 0));
    net.assert_same();
}

#[test]
fn whatever_people_do_on_any_network_all_see_the_same_and_the_truth() {
    let n_counted: usize = (0..200).map(play).sum();
    assert!(n_counted > 350, "only {n_counted} rounds were counted");
}
