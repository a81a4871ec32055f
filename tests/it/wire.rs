//! Invite and reply: what goes in comes out, in as few characters as promised.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::wire::candidate::{MAX_CANDIDATES, select};
use floret::wire::reply::{reply_tag, room_tag};
use floret::wire::{
    Address, Candidate, CandidateKind, CodeKind, EncodeError, IceSettings, Invite, LinkError,
    Reply, ReplyError, RoomSecret, Slot,
};

use crate::wire_samples::{CODE_CHARS, Maker, any_slots, bytes, invite, ok, reply, seeded, slots};

fn secret() -> RoomSecret {
    RoomSecret::from_bytes([9; 16])
}

fn settled(slots: &[Slot]) -> Vec<Slot> {
    slots
        .iter()
        .map(|slot| Slot {
            candidates: select(&slot.candidates),
            ..slot.clone()
        })
        .collect()
}

#[test]
fn links_are_as_short_as_promised() {
    let rng = &mut seeded(1);
    let mut n_chars = |maker, n, stun| ok(invite(rng, maker, n, stun).encode()).len();
    assert_eq!(n_chars(Maker::Chromium, 8, true), 386);
    assert_eq!(n_chars(Maker::Chromium, 8, false), 358);
    assert_eq!(n_chars(Maker::Firefox, 8, true), 526);
    assert_eq!(n_chars(Maker::Firefox, 8, false), 498);
    assert_eq!(n_chars(Maker::Chromium, 1, true), 143);
    let mut n_chars = |maker, n, name| ok(reply(rng, maker, n, name).encode(&secret())).len();
    assert_eq!(n_chars(Maker::Chromium, 1, ""), 126);
    assert_eq!(n_chars(Maker::Firefox, 1, ""), 126);
    assert_eq!(n_chars(Maker::Chromium, 1, "Ana"), 130);
    assert_eq!(n_chars(Maker::Chromium, 8, "Ana"), 374);
    assert_eq!(n_chars(Maker::Firefox, 8, "Ana"), 511);
}

#[test]
fn every_invite_comes_back() {
    let rng = &mut seeded(2);
    for round in 0..2_000 {
        let ice = match round % 3 {
            0 => IceSettings::LanOnly,
            1 => IceSettings::PublicStun,
            _ => IceSettings::Own(vec![
                "stun:a.example".into(),
                "turns:[2001:db8::1]:443".into(),
            ]),
        };
        let slots = any_slots(rng);
        let secret = RoomSecret::random(rng);
        let given = Invite {
            secret,
            fingerprint: bytes(rng),
            slots,
            ice,
            trackers: (0..round % 5)
                .map(|n| format!("wss://t{n}.example.org/announce"))
                .collect(),
        };
        let code = ok(given.encode());
        let read = ok(Invite::decode(&code));
        assert_eq!(
            read,
            Invite {
                slots: settled(&given.slots),
                ..given
            }
        );
        assert_eq!(ok(read.encode()), code, "writing again changes nothing");
        assert!(code.chars().all(|c| CODE_CHARS.contains(c)), "{code}");
        assert!(
            code.ends_with(|c: char| c.is_ascii_alphanumeric()),
            "{code}"
        );
    }
}

#[test]
fn every_reply_comes_back() {
    let rng = &mut seeded(3);
    for name in ["", "Ana", "Zoë 🌻", &"名".repeat(40), &"🌻".repeat(40)] {
        for _ in 0..300 {
            let slots = any_slots(rng);
            let given = Reply {
                fingerprint: bytes(rng),
                name: name.into(),
                slots,
            };
            let code = ok(given.encode(&secret()));
            let read = ok(Reply::decode(&code, &secret()));
            assert_eq!(
                read,
                Reply {
                    slots: settled(&given.slots),
                    ..given.clone()
                }
            );
            assert_eq!(read.id(), given.id());
            assert!(
                code.ends_with(|c: char| c.is_ascii_alphanumeric()),
                "{code}"
            );
        }
    }
}

#[test]
fn an_invite_is_not_a_reply() {
    let invite = ok(invite(&mut seeded(7), Maker::Chromium, 2, true).encode());
    let reply = ok(reply(&mut seeded(7), Maker::Chromium, 2, "Bo").encode(&secret()));
    let found = CodeKind::Reply;
    assert_eq!(Invite::decode(&reply), Err(LinkError::WrongKind { found }));
    let found = LinkError::WrongKind {
        found: CodeKind::Invite,
    };
    assert_eq!(
        Reply::decode(&invite, &secret()),
        Err(ReplyError::Link(found))
    );
}

#[test]
fn a_reply_knows_its_table() {
    let rng = &mut seeded(8);
    let given = reply(rng, Maker::Chromium, 1, "Cy");
    let code = ok(given.encode(&secret()));
    assert_eq!(reply_tag(&code), Ok(room_tag(&secret())));
    let other = RoomSecret::from_bytes([10; 16]);
    assert_eq!(Reply::decode(&code, &other), Err(ReplyError::OtherTable));
}

#[test]
fn a_reply_made_without_the_secret_is_refused() {
    // Another secret whose public tag happens to be the same.
    let rng = &mut seeded(9);
    let forger = loop {
        let secret = RoomSecret::random(rng);
        if room_tag(&secret) == room_tag(&self::secret()) {
            break secret;
        }
    };
    let code = ok(reply(rng, Maker::Chromium, 1, "Mallory").encode(&forger));
    assert_eq!(Reply::decode(&code, &secret()), Err(ReplyError::Tampered));
}

#[test]
fn the_same_connections_are_the_same_reply() {
    let rng = &mut seeded(10);
    let first = reply(rng, Maker::Chromium, 4, "Di");
    let mut again = Reply {
        name: "Diana".into(),
        ..first.clone()
    };
    again
        .slots
        .iter_mut()
        .for_each(|slot| slot.candidates.clear());
    assert_eq!(first.id(), again.id());
    assert_ne!(first.id(), reply(rng, Maker::Chromium, 4, "Di").id());
}

#[test]
fn what_no_code_can_hold_is_named() {
    let rng = &mut seeded(11);
    let good = invite(rng, Maker::Chromium, 2, true);
    let with = |slots: Vec<Slot>| {
        Invite {
            slots,
            ..good.clone()
        }
        .encode()
    };
    assert_eq!(with(vec![]), Err(EncodeError::SlotCount { n_slots: 0 }));
    let many = slots(rng, Maker::Chromium, 17, true);
    assert_eq!(with(many), Err(EncodeError::SlotCount { n_slots: 17 }));
    let twice = vec![good.slots[0].clone(), good.slots[0].clone()];
    assert_eq!(with(twice), Err(EncodeError::DoubleSerial { serial: 0 }));
    let mut slot = good.slots[1].clone();
    slot.credentials.pwd.push('\n');
    assert_eq!(
        with(vec![slot]),
        Err(EncodeError::Credentials { serial: 1 })
    );
    let mut slot = good.slots[1].clone();
    slot.candidates[0].port = 0;
    assert_eq!(with(vec![slot]), Err(EncodeError::Candidate { serial: 1 }));
    let ice = IceSettings::Own(vec![]);
    let none = Invite {
        ice,
        ..good.clone()
    }
    .encode();
    assert_eq!(none, Err(EncodeError::ServerCount { n_servers: 0 }));
    let url = "stun:a\r\na=b".to_owned();
    let ice = IceSettings::Own(vec![url.clone()]);
    assert_eq!(
        Invite {
            ice,
            ..good.clone()
        }
        .encode(),
        Err(EncodeError::Server { url })
    );
    let url = "wss://a#b".to_owned();
    let trackers = vec![url.clone()];
    assert_eq!(
        Invite {
            trackers,
            ..good.clone()
        }
        .encode(),
        Err(EncodeError::Tracker { url })
    );
    let trackers = vec!["wss://a".to_owned(); 5];
    assert_eq!(
        Invite { trackers, ..good }.encode(),
        Err(EncodeError::TrackerCount { n_trackers: 5 })
    );
    for name in [&"x".repeat(41), "two\nlines", "\u{202e}turned"] {
        assert_eq!(
            reply(rng, Maker::Chromium, 1, name).encode(&secret()),
            Err(EncodeError::Name)
        );
    }
}

#[test]
fn the_largest_invite_fits() {
    let rng = &mut seeded(12);
    let mut given = invite(rng, Maker::Chromium, 16, true);
    for (n, slot) in given.slots.iter_mut().enumerate() {
        slot.credentials.ufrag = "u".repeat(64);
        slot.credentials.pwd = "p".repeat(64);
        // One slot with fewer, so that every list is written on its own.
        let n_candidates = if n == 0 { 5 } else { 6 };
        slot.candidates = (0..n_candidates)
            .map(|_| Candidate {
                kind: CandidateKind::Host,
                address: Address::Mdns(bytes(rng)),
                port: 5000,
            })
            .collect();
    }
    given.ice = IceSettings::Own(vec![format!("turn:{}", "a".repeat(123)); 6]);
    let read = ok(Invite::decode(&ok(given.encode())));
    assert_eq!(read.slots, settled(&given.slots));
}

#[test]
fn too_many_candidates_keep_every_kind() {
    let at = |kind, n| Candidate {
        kind,
        address: Address::V4([10, 0, 0, n]),
        port: 5000,
    };
    let mut given: Vec<_> = (1..=9).map(|n| at(CandidateKind::Host, n)).collect();
    given.push(at(CandidateKind::Relay, 20));
    given.push(at(CandidateKind::ServerReflexive, 30));
    let chosen = select(&given);
    assert_eq!(chosen.len(), MAX_CANDIDATES);
    let n_of = |kind| {
        chosen
            .iter()
            .filter(|candidate| candidate.kind == kind)
            .count()
    };
    assert_eq!(n_of(CandidateKind::Host), 4);
    assert_eq!(n_of(CandidateKind::ServerReflexive), 1);
    assert_eq!(n_of(CandidateKind::Relay), 1);
    assert!(chosen.contains(&given[0]) && chosen.contains(&given[3]));
}

#[test]
fn a_late_candidate_on_one_slot_is_kept() {
    let mut given = invite(&mut seeded(13), Maker::Chromium, 8, true);
    let late = Candidate {
        kind: CandidateKind::Relay,
        address: Address::V4([9; 4]),
        port: 3478,
    };
    given.slots[5].candidates.push(late.clone());
    given.slots[2].candidates.pop();
    let read = ok(Invite::decode(&ok(given.encode())));
    assert_eq!(read.slots, settled(&given.slots));
    assert!(read.slots[5].candidates.contains(&late));
}
