//! Nobody can be sure to hold the table: a person decides, and later all meet again.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::deputies::{agreed, all_choose, counts, deputy, reveal};
use super::mesh::{Kept, Mesh, Page};

#[test]
fn who_cannot_be_sure_may_go_on_by_hand_and_joins_the_others_later() {
    let mut mesh = Mesh::ready(312, 3, &[]);
    let next = deputy(&mesh);
    mesh.isolate(0);
    mesh.run(10_000);
    assert!(mesh.host(0).is_holding());
    mesh.witness.carried_on = true;
    mesh.carry_on(0);
    assert!(!mesh.host(0).is_holding());
    assert_eq!(mesh.table(0).seats.len(), 1);
    mesh.run(2_000);
    mesh.mend();
    mesh.link_up(0, next);
    mesh.run(5_000);
    assert_eq!(agreed(&mut mesh), next);
}

#[test]
fn of_two_the_one_who_is_left_may_hold_the_table_by_hand() {
    let mut mesh = Mesh::new(314, 1, &[]);
    mesh.run(3_000);
    mesh.carry_on(1);
    assert_eq!(mesh.hosts(), [0], "not while the host is there");
    mesh.choose(0, Some(3));
    mesh.choose(1, Some(3));
    mesh.run(300);
    mesh.kill(0, false);
    mesh.run(10_000);
    assert!(mesh.hosts().is_empty(), "nobody does so by itself");
    mesh.carry_on(1);
    mesh.run(5_000);
    assert_eq!(mesh.hosts(), [1]);
    mesh.witness.carried_on = true;
    mesh.revive(0);
    mesh.link_up(0, 1);
    mesh.run(2_000);
    assert_eq!(agreed(&mut mesh), 1);
    assert_eq!(mesh.table(1).n_missing(), 0);
    reveal(&mut mesh, 0);
    mesh.run(1_000);
    assert_eq!(counts(&mesh, 0)[3], 2);
}

#[test]
fn who_held_the_table_by_hand_too_early_comes_back_to_the_one_that_is_followed() {
    let mut mesh = Mesh::ready(316, 4, &[]);
    let early = (1..=4).find(|at| *at != deputy(&mesh)).unwrap();
    mesh.isolate(early);
    mesh.run(6_000);
    mesh.witness.carried_on = true;
    mesh.carry_on(early);
    mesh.run(5_000);
    assert_eq!(mesh.hosts(), [0, early]);
    mesh.mend();
    mesh.link_up(early, 0);
    mesh.run(5_000);
    assert_eq!(agreed(&mut mesh), 0);
    assert_eq!(mesh.table(0).epoch, 1);
}

#[test]
fn a_table_that_everybody_lost_is_taken_up_by_hand_by_anyone() {
    for by in 0..=4 {
        let mut mesh = Mesh::ready(317, 4, &[]);
        let next = deputy(&mesh);
        let before = mesh.guest(next).saved().unwrap();
        mesh.isolate(0);
        mesh.run(8_000);
        assert_eq!(mesh.hosts(), [next]);
        // It could not keep anything since; the old host believed it, rightly.
        mesh.kill(next, false);
        mesh.machines[next].page = Page::Away(Kept::Guest(Box::new(before)));
        mesh.mend();
        mesh.revive(next);
        mesh.run(10_000);
        assert!(mesh.hosts().is_empty());
        mesh.carry_on(by);
        mesh.run(15_000);
        let host = agreed(&mut mesh);
        assert_eq!(host, by);
        all_choose(&mut mesh, 2);
        reveal(&mut mesh, host);
        mesh.run(1_000);
        assert_eq!(counts(&mesh, host)[2], 5);
    }
}
