//! Pages that die, come back, are cut off and hand the table round, at random.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::room::{Intent, Phase, Rules};
use rand_core::Rng;

use super::mesh::{Mesh, Page};

fn below(mesh: &mut Mesh, n: usize) -> usize {
    usize::try_from(mesh.rng.next_u32()).unwrap() % n
}

/// Somebody at the table does something.
fn act(mesh: &mut Mesh) {
    let n = mesh.machines.len();
    let at = below(mesh, n);
    let Some((_, me, table)) = mesh.voter(at) else {
        return;
    };
    let n_choices = table.hand().n_choices();
    let round = table.round.number;
    let story = u32::try_from(table.stories.len()).unwrap();
    let seats: Vec<_> = table
        .seats
        .keys()
        .copied()
        .filter(|seat| *seat != me)
        .collect();
    let intent = match below(mesh, 20) {
        0..=9 => {
            let choice = u16::try_from(below(mesh, n_choices)).unwrap();
            return mesh.choose(at, Some(choice));
        }
        10 => return mesh.choose(at, None),
        11..=13 => Intent::Reveal { round },
        14..=15 => Intent::VoteAgain { round },
        16 => Intent::NextStory {
            after: story,
            title: String::from("next"),
        },
        17 => Intent::SetRules(Box::new(Rules {
            is_anonymous: below(mesh, 2) == 0,
            auto_reveal: below(mesh, 2) == 0,
            ..Rules::default()
        })),
        18 if !seats.is_empty() => {
            let seat = seats[below(mesh, seats.len())];
            match below(mesh, 3) {
                0 => Intent::Appoint { seat },
                1 => Intent::HandOver { seat },
                _ => Intent::TakeBack,
            }
        }
        _ => Intent::Title {
            story,
            title: String::from("a title"),
        },
    };
    mesh.intend(at, intent);
}

/// The network or a browser does something.
fn break_or_mend(mesh: &mut Mesh) {
    let n = mesh.machines.len();
    let (a, b) = (below(mesh, n), below(mesh, n));
    let quietly = below(mesh, 2) == 0;
    match below(mesh, 12) {
        0..=2 => mesh.kill(a, quietly),
        3..=5 => mesh.revive(a),
        6 => mesh.isolate(a),
        7 if a != b => mesh.cut(a, b),
        8 => {
            // Two halves.
            for at in (0..n).filter(|at| at % 2 == a % 2) {
                for other in (0..n).filter(|at| at % 2 != a % 2) {
                    mesh.cut(at, other);
                }
            }
        }
        9 => mesh.close_any(a),
        _ => mesh.mend(),
    }
}

fn play(seed: u64) -> usize {
    let n_guests = 1 + usize::try_from(seed % 7).unwrap();
    let clocks: Vec<_> = (0..=n_guests)
        .map(|at| i64::try_from(at * at).unwrap() * 700_001 - 3_600_000)
        .collect();
    let mut mesh = Mesh::new(seed, n_guests, &clocks);
    if seed.is_multiple_of(3) {
        mesh.delay_ms = (20, 400);
    }
    mesh.run(8_000);
    for _step in 0..40 {
        if below(&mut mesh, 5) == 0 {
            break_or_mend(&mut mesh);
        } else {
            act(&mut mesh);
        }
        let pause = [0, 50, 400, 2_000, 5_000][below(&mut mesh, 5)];
        mesh.run(pause);
    }
    check_end(&mut mesh, seed);
    mesh.witness.n_counted
}

/// All come back, the network heals: one table, and a round works.
fn check_end(mesh: &mut Mesh, seed: u64) {
    mesh.mend();
    for at in 0..mesh.machines.len() {
        mesh.revive(at);
    }
    mesh.delay_ms = (5, 60);
    mesh.run(60_000);
    if mesh.hosts().is_empty() {
        let newest = (0..mesh.machines.len())
            .filter(|at| matches!(mesh.machines[*at].page, Page::Host(_)))
            .max_by_key(|at| mesh.table(*at).epoch);
        panic!("seed {seed}: nobody is sure to hold the table; {newest:?} could");
    }
    assert_eq!(mesh.hosts().len(), 1, "seed {seed}");
    let host = mesh.hosts()[0];
    if matches!(
        mesh.table(host).round.phase,
        Phase::Closing { .. } | Phase::Opening { .. }
    ) {
        mesh.run(16_000);
    }
    let same = mesh.all_agree();
    assert!(same.is_ok(), "seed {seed}: {same:?}");
    mesh.intend(host, Intent::SetRules(Box::default()));
    let round = mesh.table(host).round.number;
    mesh.intend(host, Intent::VoteAgain { round });
    mesh.run(1_000);
    assert_picks_stand(mesh, seed);
    for at in 0..mesh.machines.len() {
        mesh.choose(at, Some(5));
    }
    mesh.run(1_000);
    assert_picks_stand(mesh, seed);
    let round = mesh.table(host).round.number;
    mesh.intend(host, Intent::Reveal { round });
    mesh.run(1_500);
    let table = mesh.table(host);
    let outcome = table.outcome();
    let outcome = outcome.unwrap_or_else(|| panic!("seed {seed}: {:?}", table.round.phase));
    let n_seats = u32::try_from(mesh.machines.len()).unwrap();
    assert_eq!(
        (outcome.counts[5], outcome.no_vote),
        (n_seats, 0),
        "seed {seed}"
    );
}

/// What a person sees as picked has been cast, and the other way round.
fn assert_picks_stand(mesh: &Mesh, seed: u64) {
    let host = mesh.hosts()[0];
    let held = mesh.table(host);
    for at in 0..mesh.machines.len() {
        let (voter, me, table) = mesh.voter(at).unwrap();
        if matches!(held.round.phase, Phase::Voting { .. }) && held.is_on_roll(me) {
            let picked = voter.picked(table).is_some();
            assert_eq!(held.has_voted(me), picked, "seed {seed}, P{at}");
        }
    }
}

#[test]
fn whatever_breaks_there_is_one_table_in_the_end_and_never_two_hosts() {
    let n_counted: usize = (0..150).map(|n| play(10_000 + n)).sum();
    assert!(n_counted > 150, "only {n_counted} rounds were counted");
}
