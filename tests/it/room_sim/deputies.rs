//! The host is lost, comes back, gives the table away: the round goes on.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::room::{Intent, Link, Phase, SeatId, VoidReason};

use super::mesh::Mesh;

pub(super) fn counts(mesh: &Mesh, at: usize) -> Vec<u32> {
    let outcome = mesh.table(at).outcome();
    outcome.map_or_else(Vec::new, |outcome| outcome.counts.clone())
}

pub(super) fn all_choose(mesh: &mut Mesh, choice: u16) {
    for at in 0..mesh.machines.len() {
        mesh.choose(at, Some(choice));
    }
    mesh.run(300);
}

pub(super) fn reveal(mesh: &mut Mesh, at: usize) {
    let round = mesh.table(at).round.number;
    mesh.intend(at, Intent::Reveal { round });
}

pub(super) fn deputy(mesh: &Mesh) -> usize {
    mesh.at(mesh.table(0).deputy.unwrap())
}

/// The only host, if everybody who is there sees what it sees.
pub(super) fn agreed(mesh: &mut Mesh) -> usize {
    mesh.run(400);
    let hosts = mesh.hosts();
    assert_eq!(hosts.len(), 1, "{hosts:?}");
    let truth = postcard::to_allocvec(mesh.table(hosts[0])).unwrap();
    for at in 0..mesh.machines.len() {
        if mesh.voter(at).is_some() {
            let seen = postcard::to_allocvec(mesh.table(at)).unwrap();
            assert!(seen == truth, "P{at}: {:#?}", mesh.table(at));
        }
    }
    hosts[0]
}

#[test]
fn the_longest_seated_guest_becomes_the_deputy_once_there_are_two_others() {
    let mut mesh = Mesh::new(300, 1, &[]);
    mesh.run(10_000);
    assert_eq!(mesh.table(0).deputy, None, "of two seats nobody deputises");
    let mut mesh = Mesh::new(301, 3, &[]);
    mesh.run(4_000);
    assert_eq!(mesh.table(0).deputy, None, "not at once");
    mesh.run(3_000);
    let seats: Vec<_> = mesh.table(0).seats.keys().copied().collect();
    assert_eq!(mesh.table(0).deputy, Some(seats[1]));
    assert_eq!(agreed(&mut mesh), 0);
}

#[test]
fn a_deputy_that_is_lost_is_replaced_and_one_chosen_by_hand_stays() {
    let mut mesh = Mesh::ready(302, 4, &[]);
    let first = deputy(&mesh);
    mesh.kill(first, false);
    mesh.run(12_000);
    let second = mesh.table(0).deputy.unwrap();
    assert_ne!(mesh.at(second), first);
    let third = (1..=4)
        .filter(|at| *at != first)
        .map(|at| mesh.guest(at).me())
        .find(|seat| *seat != second)
        .unwrap();
    mesh.intend(0, Intent::Appoint { seat: third });
    mesh.run(3_000);
    assert_eq!(mesh.table(0).deputy, Some(third));
    mesh.revive(first);
    mesh.run(10_000);
    assert_eq!(mesh.table(0).deputy, Some(third));
}

#[test]
fn the_deputy_takes_over_when_the_hosts_page_goes_and_no_vote_is_lost() {
    let mut mesh = Mesh::ready(303, 3, &[]);
    all_choose(&mut mesh, 4);
    let next = deputy(&mesh);
    mesh.kill(0, false);
    mesh.run(4_000);
    assert_eq!(mesh.hosts(), [next], "within four seconds");
    let table = mesh.table(next);
    assert_eq!(table.epoch, 2);
    assert_eq!(table.seats[&SeatId(1)].link, Link::Slow);
    mesh.run(4_000);
    assert_eq!(agreed(&mut mesh), next);
    assert_eq!(mesh.table(next).n_missing(), 0, "votes were kept");
    assert!(!mesh.table(next).is_on_roll(SeatId(1)));
    reveal(&mut mesh, 1);
    mesh.run(1_000);
    assert_eq!(counts(&mesh, next)[4], 3);
    agreed(&mut mesh);
}

#[test]
fn the_host_that_comes_back_is_a_guest_with_its_seat_and_its_vote() {
    for quietly in [false, true] {
        let mut mesh = Mesh::ready(304, 3, &[]);
        all_choose(&mut mesh, 4);
        let next = deputy(&mesh);
        mesh.kill(0, quietly);
        mesh.run(9_000);
        mesh.revive(0);
        assert_eq!(mesh.host(0).me(), SeatId(1));
        assert!(mesh.host(0).is_holding(), "it cannot be sure");
        mesh.run(4_000);
        assert_eq!(agreed(&mut mesh), next);
        let table = mesh.table(0);
        assert_eq!(table.seats[&SeatId(1)].link, Link::Linked);
        assert!(table.has_voted(SeatId(1)));
        reveal(&mut mesh, 0);
        mesh.run(1_000);
        assert_eq!(counts(&mesh, 0)[4], 4);
    }
}

#[test]
fn a_host_that_reloads_quickly_stays_the_host() {
    let mut mesh = Mesh::ready(305, 3, &[]);
    all_choose(&mut mesh, 4);
    mesh.kill(0, false);
    mesh.run(700);
    mesh.revive(0);
    mesh.run(6_000);
    assert_eq!(agreed(&mut mesh), 0);
    assert_eq!(mesh.table(0).epoch, 1);
    reveal(&mut mesh, 0);
    mesh.run(1_000);
    assert_eq!(counts(&mesh, 0)[4], 4);
}

#[test]
fn the_host_lost_at_any_moment_of_the_reveal_costs_at_most_a_click() {
    let mut n_counted = 0;
    for moment in 0..40 {
        let mut mesh = Mesh::ready(400 + moment, 4, &[]);
        mesh.delay_ms = (20, 90);
        all_choose(&mut mesh, 4);
        reveal(&mut mesh, 2);
        mesh.run(i64::try_from(moment).unwrap() * 15);
        let next = deputy(&mesh);
        mesh.kill(0, moment % 2 == 0);
        mesh.run(14_000);
        let host = agreed(&mut mesh);
        assert_eq!(host, next);
        match &mesh.table(host).round.phase {
            Phase::Revealed { .. } => n_counted += 1,
            Phase::Void { reason } => {
                assert_eq!(*reason, VoidReason::Left(vec![String::from("P0")]));
                let round = mesh.table(host).round.number;
                mesh.intend(host, Intent::VoteAgain { round });
            }
            Phase::Voting { .. } => {}
            other => panic!("{other:?}"),
        }
        if !matches!(mesh.table(host).round.phase, Phase::Revealed { .. }) {
            mesh.run(400);
            all_choose(&mut mesh, 4);
            reveal(&mut mesh, host);
            mesh.run(2_000);
        }
        let counted = counts(&mesh, host)[4];
        assert!(counted >= 4, "moment {moment}: {counted}");
    }
    assert!(n_counted > 5, "{n_counted}");
}

#[test]
fn a_deputy_cut_off_alone_does_not_take_over() {
    let mut mesh = Mesh::ready(306, 4, &[]);
    let lonely = deputy(&mesh);
    mesh.isolate(lonely);
    mesh.run(20_000);
    assert_eq!(mesh.hosts(), [0]);
    mesh.mend();
    mesh.run(5_000);
    assert_eq!(agreed(&mut mesh), 0);
}

#[test]
fn a_host_cut_off_alone_holds_still_while_the_others_go_on_and_joins_them_when_it_heals() {
    let mut mesh = Mesh::ready(307, 4, &[]);
    all_choose(&mut mesh, 4);
    let next = deputy(&mesh);
    mesh.isolate(0);
    mesh.run(3_000);
    assert!(mesh.host(0).is_holding());
    assert_eq!(mesh.hosts(), [] as [usize; 0]);
    let before = mesh.table(0).round.clone();
    reveal(&mut mesh, 0);
    mesh.run(17_000);
    assert_eq!(mesh.table(0).round, before, "it takes no step alone");
    assert_eq!(mesh.hosts(), [next]);
    reveal(&mut mesh, next);
    mesh.run(500);
    assert_eq!(counts(&mesh, next)[4], 4);
    mesh.mend();
    mesh.run(6_000);
    assert_eq!(agreed(&mut mesh), next);
    assert_eq!(counts(&mesh, 0)[4], 4);
}

#[test]
fn with_the_minority_the_host_holds_and_with_the_majority_it_goes_on() {
    for with_deputy in [false, true] {
        let mut mesh = Mesh::ready(308, 4, &[]);
        let next = deputy(&mesh);
        let others: Vec<_> = (1..=4).filter(|at| *at != next).collect();
        // One other stays with the host, or with the deputy.
        let beyond: Vec<_> = if with_deputy {
            vec![next, others[0]]
        } else {
            vec![next, others[0], others[1]]
        };
        for a in 0..=4 {
            for b in 0..=4 {
                if beyond.contains(&a) != beyond.contains(&b) {
                    mesh.cut(a, b);
                }
            }
        }
        mesh.run(15_000);
        let expected = if with_deputy { 0 } else { next };
        assert_eq!(mesh.hosts(), [expected]);
        mesh.mend();
        mesh.run(10_000);
        assert_eq!(agreed(&mut mesh), expected);
        all_choose(&mut mesh, 7);
        reveal(&mut mesh, expected);
        mesh.run(1_000);
        assert_eq!(counts(&mesh, 0)[7], 5);
    }
}

#[test]
fn clocks_an_hour_apart_change_no_countdown_and_no_timer() {
    let mut mesh = Mesh::ready(309, 3, &[0, 3_600_000, -3_600_000, 1_234_567]);
    mesh.intend(0, Intent::Timer { length_s: 120 });
    mesh.run(500);
    let ends_ms = mesh.table(0).timer.unwrap().ends_ms;
    let next = deputy(&mesh);
    mesh.kill(0, false);
    mesh.run(6_000);
    assert_eq!(agreed(&mut mesh), next);
    let moved_ms = mesh.table(next).timer.unwrap().ends_ms - mesh.machines[next].clock_ms;
    assert!((moved_ms - ends_ms).abs() < 200, "{moved_ms} {ends_ms}");
    mesh.revive(0);
    mesh.run(5_000);
    assert_eq!(agreed(&mut mesh), next);
    let offset = mesh.guest(0).clock_offset_ms();
    assert!((offset - mesh.machines[next].clock_ms).abs() < 200);
}

#[test]
fn a_clock_set_by_an_hour_costs_neither_the_table_nor_the_way_back() {
    for (at, shift_ms) in [
        (0, -3_600_000),
        (0, 3_600_000),
        (1, -3_600_000),
        (2, 3_600_000),
    ] {
        let mut mesh = Mesh::ready(315, 3, &[]);
        mesh.machines[at].clock_ms += shift_ms;
        mesh.run(4_000);
        assert_eq!(agreed(&mut mesh), 0, "{at} {shift_ms}");
        let next = deputy(&mesh);
        mesh.kill(0, at == 1);
        mesh.run(8_000);
        assert_eq!(mesh.hosts(), [next], "{at} {shift_ms}");
    }
}

#[test]
fn handing_over_and_taking_back_lose_no_vote_and_need_no_waiting() {
    let mut mesh = Mesh::ready(310, 3, &[]);
    all_choose(&mut mesh, 4);
    let to = (1..=3).find(|at| *at != deputy(&mesh)).unwrap();
    let seat = mesh.guest(to).me();
    mesh.intend(0, Intent::HandOver { seat });
    mesh.run(5_000);
    assert_eq!(agreed(&mut mesh), to);
    assert_eq!(mesh.table(to).n_missing(), 0);
    assert_eq!(mesh.table(to).founder, SeatId(1));
    mesh.intend(2, Intent::HandOver { seat: SeatId(1) });
    mesh.run(3_000);
    if to != 2 {
        assert_eq!(agreed(&mut mesh), to, "only the facilitator may");
    }
    mesh.run(6_000);
    mesh.intend(0, Intent::TakeBack);
    mesh.run(6_000);
    assert_eq!(agreed(&mut mesh), 0);
    assert_eq!(mesh.table(0).epoch, 3);
    reveal(&mut mesh, 1);
    mesh.run(1_000);
    assert_eq!(counts(&mesh, 0)[4], 4);
}

#[test]
fn the_only_other_seat_can_be_given_the_table_too() {
    let mut mesh = Mesh::new(311, 1, &[]);
    mesh.run(2_000);
    let seat = mesh.guest(1).me();
    mesh.intend(0, Intent::HandOver { seat });
    mesh.run(4_000);
    assert_eq!(agreed(&mut mesh), 1);
}

#[test]
fn a_seat_that_says_good_bye_is_not_waited_for() {
    let mut mesh = Mesh::ready(313, 2, &[]);
    for at in [1, 2] {
        let outs = mesh.guest(at).leave();
        mesh.do_as_guest(at, outs);
        mesh.run(200);
        mesh.kill(at, false);
    }
    mesh.run(5_000);
    assert_eq!(mesh.hosts(), [0], "alone, and sure of it");
}
