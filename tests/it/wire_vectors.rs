//! The released bytes: `docs/vectors/wire.json` is what an independent
//! implementation is checked against, and must never change by accident.
//! `FLORET_WRITE_VECTORS=1 cargo test` writes it anew.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::wire::frame::{FrameKind, MAX_FRAME_BYTES, split};
use floret::wire::reply::room_tag;
use floret::wire::{Candidate, Invite, LinkError, Rendezvous, Reply, RoomSecret, Slot, offer_sdp};
use rand_core::CryptoRng;
use serde_json::{Value, json};

use crate::wire_samples::{Maker, answer, invite, offer, ok, reply, seeded};

const VECTORS: &str = include_str!("../../docs/vectors/wire.json");

fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}

fn slots_json(slots: &[Slot]) -> Value {
    let slot = |slot: &Slot| {
        let line = |candidate: &Candidate| candidate.line("1");
        json!({
            "serial": slot.serial,
            "ufrag": slot.credentials.ufrag,
            "pwd": slot.credentials.pwd,
            "candidates": slot.candidates.iter().map(line).collect::<Vec<_>>(),
        })
    };
    slots.iter().map(slot).collect()
}

fn secret_json(secret: &RoomSecret) -> Value {
    json!({
        "secret": hex(secret.expose_bytes()),
        "room": hex(&secret.room_id()),
        "session": hex(&secret.session_id()),
        "tag": hex(&room_tag(secret)),
    })
}

fn invite_json(given: &Invite) -> Value {
    let code = ok(given.encode());
    let read = ok(Invite::decode(&code));
    let first = &read.slots[0];
    json!({
        "secret": hex(read.secret.expose_bytes()),
        "fingerprint": hex(&read.fingerprint),
        "ice": format!("{:?}", read.ice),
        "slots": slots_json(&read.slots),
        "offer of the first slot": offer_sdp(&read.fingerprint, &first.credentials, &first.candidates),
        "code": code,
    })
}

fn reply_json(given: &Reply, secret: &RoomSecret) -> Value {
    let code = ok(given.encode(secret));
    let read = ok(Reply::decode(&code, secret));
    json!({
        "secret": hex(secret.expose_bytes()),
        "fingerprint": hex(&read.fingerprint),
        "name": read.name,
        "slots": slots_json(&read.slots),
        "id": hex(&read.id().0),
        "code": code,
    })
}

fn frames_json() -> Value {
    let message = vec![0x61; MAX_FRAME_BYTES + 10];
    let starts = |kind| {
        let frames = ok(split(&message, kind));
        frames
            .iter()
            .map(|frame| json!([frame.len(), hex(&frame[..8])]))
            .collect::<Vec<_>>()
    };
    json!({
        "message 'hello'": ok(split(b"hello", FrameKind::Message)).iter().map(|f| hex(f)).collect::<Vec<_>>(),
        "snapshot 'hello'": ok(split(b"hello", FrameKind::Snapshot)).iter().map(|f| hex(f)).collect::<Vec<_>>(),
        "message of 16394 times 'a': length and first 8 bytes of each frame": starts(FrameKind::Message),
        "snapshot of 16394 times 'a': length and first 8 bytes of each frame": starts(FrameKind::Snapshot),
    })
}

/// An invite that names trackers has version 2.
fn trackers_json(given: &Invite) -> Value {
    let mut invite = invite_json(given);
    invite["trackers"] = given.trackers.clone().into();
    invite
}

fn rendezvous_json(rng: &mut impl CryptoRng, secret: &RoomSecret) -> Value {
    let room = Rendezvous::of(secret);
    let offer = offer(rng, "Zoë");
    let answer = answer(rng, offer.call);
    let id = "OfferIdOfTwentyChars";
    json!({
        "secret": hex(secret.expose_bytes()),
        "info_hash": room.info_hash(),
        "key": hex(&secret.derive::<32>("rendezvous/seal")),
        "offer id": id,
        "offer": {
            "call": hex(&offer.call),
            "fingerprint": hex(&offer.fingerprint),
            "name": offer.name,
            "reply": hex(&offer.reply.0),
            "slot": slots_json(core::slice::from_ref(&offer.slot))[0],
            "sealed": ok(room.seal_offer(&offer, id, rng)),
        },
        "answer": {
            "call": hex(&answer.call),
            "fingerprint": hex(&answer.fingerprint),
            "slot": slots_json(core::slice::from_ref(&answer.slot))[0],
            "sealed": ok(room.seal_answer(&answer, id, rng)),
        },
    })
}

fn vectors() -> Value {
    let rng = &mut seeded(100);
    let secret = RoomSecret::from_bytes(*b"0123456789abcdef");
    let mut ragged = invite(rng, Maker::Chromium, 3, true);
    ragged.slots[1].candidates.pop();
    ragged.slots[2].credentials.ufrag = "odd+ufrag".into();
    ragged.ice = floret::wire::IceSettings::Own(vec!["turn:turn.example.org:3478".into()]);
    let mut with_trackers = invite(&mut seeded(101), Maker::Chromium, 1, false);
    with_trackers.trackers = vec![
        "wss://relay.example.org/announce".into(),
        "ws://10.0.0.7:8000".into(),
    ];
    json!({
        "secrets": [secret_json(&secret), secret_json(&RoomSecret::from_bytes([0; 16]))],
        "invites": [
            invite_json(&invite(rng, Maker::Chromium, 8, true)),
            invite_json(&invite(rng, Maker::Firefox, 2, false)),
            invite_json(&ragged),
        ],
        "replies": [
            reply_json(&reply(rng, Maker::Chromium, 1, ""), &secret),
            reply_json(&reply(rng, Maker::Firefox, 8, "Zoë 🌻"), &secret),
        ],
        "frames": frames_json(),
        "invites with trackers": [trackers_json(&with_trackers)],
        "rendezvous": rendezvous_json(&mut seeded(102), &secret),
    })
}

#[test]
fn the_released_bytes_stay_as_they_are() {
    let now = ok(serde_json::to_string_pretty(&vectors())) + "\n";
    #[cfg(not(target_arch = "wasm32"))]
    if std::env::var_os("FLORET_WRITE_VECTORS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/vectors/wire.json");
        ok(std::fs::write(path, now));
        return;
    }
    let differs = now
        .lines()
        .zip(VECTORS.lines())
        .find(|(now, then)| now != then);
    assert_eq!(differs, None);
    assert_eq!(now.len(), VECTORS.len());
}

#[test]
fn the_next_version_will_be_recognised() {
    // Version 3, an invite, 0x0123 bytes, and the sum over these three.
    assert_eq!(
        Invite::decode("MQEjXQAA"),
        Err(LinkError::TooNew { version: 3 })
    );
}
