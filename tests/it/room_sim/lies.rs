//! Lies about who holds the table, and kept machines that are damaged.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::ballot::PublicKey;
use floret::room::{Guest, Host, Intent, MAX_RELAY_BYTES, SeatId, ToGuest, ToHost};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::mesh::{Mesh, Word};

/// Sends over every link of this page to that one.
fn say(mesh: &mut Mesh, from: usize, to: usize, word: &Word) {
    for link in mesh.links_between(from, to) {
        mesh.send(from, link, word.clone());
    }
    mesh.run(500);
}

#[test]
fn a_seat_cannot_talk_a_host_that_is_followed_out_of_the_table() {
    let mut mesh = Mesh::ready(600, 3, &[]);
    let liar = (1..=3).find(|at| mesh.at(mesh.table(0).deputy.unwrap()) != *at);
    let liar = liar.unwrap();
    let greeting = ToGuest::Greeting {
        key: PublicKey::from_bytes([1; 32]),
        session: [7; 16],
        epoch: 9,
        insists: true,
    };
    let words = [
        Word::Up(ToHost::Deposed { epoch: 9 }),
        Word::Down(greeting),
        Word::Up(ToHost::Support { epoch: 2 }),
        Word::Up(ToHost::Warm),
        Word::Down(ToGuest::Claim { epoch: 2 }),
        Word::Down(ToGuest::Resigned { epoch: 1 }),
    ];
    for word in words {
        say(&mut mesh, liar, 0, &word);
        assert_eq!(mesh.hosts(), [0], "it goes on");
    }
    mesh.run(3_000);
    assert_eq!((mesh.hosts(), mesh.table(0).epoch), (vec![0], 1));
}

#[test]
fn a_deputy_that_claims_while_the_host_is_there_gets_no_support() {
    let mut mesh = Mesh::ready(601, 3, &[]);
    let deputy = mesh.at(mesh.table(0).deputy.unwrap());
    for at in (1..=3).filter(|at| *at != deputy) {
        say(
            &mut mesh,
            deputy,
            at,
            &Word::Down(ToGuest::Claim { epoch: 2 }),
        );
    }
    mesh.run(3_000);
    assert_eq!((mesh.hosts(), mesh.table(0).epoch), (vec![0], 1));
}

#[test]
fn what_seats_send_each_other_is_passed_on_whole_or_not_at_all() {
    let mut mesh = Mesh::ready(602, 2, &[]);
    let (from, to) = (mesh.guest(1).me(), mesh.guest(2).me());
    for (n_bytes, arrives) in [(MAX_RELAY_BYTES, true), (MAX_RELAY_BYTES + 1, false)] {
        mesh.machines[2].relayed.clear();
        let bytes = vec![200_u8; n_bytes];
        let word = ToHost::Relay { to, bytes };
        say(&mut mesh, 1, 0, &Word::Up(word));
        let got = mesh.machines[2].relayed.clone();
        assert_eq!(got == [(from, n_bytes)], arrives, "{got:?}");
    }
    mesh.intend(1, Intent::Appoint { seat: SeatId(77) });
    mesh.intend(1, Intent::HandOver { seat: from });
    mesh.intend(1, Intent::TakeBack);
    mesh.run(8_000);
    assert_eq!((mesh.hosts(), mesh.table(0).epoch), (vec![0], 1));
}

/// The value with a few bytes changed, if that can still be read.
fn damaged<T: Serialize + DeserializeOwned>(value: &T, rng: &mut ChaCha20Rng) -> Option<T> {
    let mut bytes = postcard::to_allocvec(value).unwrap();
    for _flip in 0..=rng.next_u32() % 3 {
        let at = usize::try_from(rng.next_u32()).unwrap() % bytes.len();
        bytes[at] = u8::try_from(rng.next_u32() & 0xff).unwrap();
    }
    postcard::from_bytes(&bytes).ok()
}

#[test]
fn a_kept_machine_that_is_damaged_breaks_nothing() {
    let mut mesh = Mesh::ready(603, 3, &[]);
    for at in 0..=3 {
        mesh.choose(at, Some(2));
    }
    mesh.seat_here(0, "Zoe");
    mesh.run(500);
    let (host, guest) = (mesh.host(0).saved(), mesh.guest(1).saved().unwrap());
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let mut n_read = 0;
    for _turn in 0..1_500 {
        if let Some(saved) = damaged(&host, &mut rng) {
            n_read += 1;
            let mut host = Host::restore(saved, mesh.now, &mut rng);
            host.choose(Some(1), mesh.now + 10, &mut rng);
            for step in 1..8 {
                host.tick(mesh.now + step * 1_700, &mut rng);
                host.intend(Intent::Reveal { round: 1 }, mesh.now, &mut rng);
            }
            host.carry_on(mesh.now + 20_000, &mut rng);
            host.saved();
        }
        if let Some(saved) = damaged(&guest, &mut rng) {
            n_read += 1;
            let mut guest = Guest::restore(saved, mesh.now);
            guest.choose(Some(1), mesh.now, &mut rng);
            for step in 1..8 {
                guest.tick(mesh.now + step * 1_700);
            }
            if let Ok((mut host, _)) = guest.carry_on(mesh.now + 20_000, &mut rng) {
                host.tick(mesh.now + 21_000, &mut rng);
            }
        }
    }
    assert!(n_read > 500, "{n_read}");
}
