//! What is said at a tracker: sealed for one offer and one way, equally long for
//! everybody; and a tracker may say what it likes.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::wire::rendezvous::tracker::{self, Heard, MAX_TEXT_BYTES, Presence, SealedOffer, Side};
use floret::wire::rendezvous::{Offer, random_id};
use floret::wire::{EncodeError, Rendezvous, RoomSecret};
use serde_json::{Value, json};

use crate::wire_samples::{answer, any_slots, below, offer, ok, seeded};

fn room() -> Rendezvous {
    Rendezvous::of(&RoomSecret::from_bytes([5; 16]))
}

#[test]
fn offers_and_answers_come_back() {
    let rng = &mut seeded(1);
    for round in 0..300 {
        let name = "é".repeat(round % 41);
        let mut given = offer(rng, &name);
        let mut reply = answer(rng, given.call);
        if let Some(slot) = any_slots(rng).into_iter().next() {
            given.slot.credentials = slot.credentials.clone();
            reply.slot.credentials = slot.credentials;
        }
        let id = random_id(rng);
        assert_eq!(id.len(), 20);
        let sealed = ok(room().seal_offer(&given, &id, rng));
        assert_eq!(room().open_offer(&id, &sealed), Some(given));
        let sealed = ok(room().seal_answer(&reply, &id, rng));
        assert_eq!(room().open_answer(&id, &sealed), Some(reply));
    }
}

#[test]
fn nothing_opens_elsewhere() {
    let rng = &mut seeded(2);
    let (given, id) = (offer(rng, "Ana"), random_id(rng));
    let sealed = ok(room().seal_offer(&given, &id, rng));
    let other_room = Rendezvous::of(&RoomSecret::from_bytes([6; 16]));
    assert_ne!(other_room.info_hash(), room().info_hash());
    assert_eq!(other_room.open_offer(&id, &sealed), None);
    assert_eq!(
        room().open_offer(&random_id(rng), &sealed),
        None,
        "another copy's id"
    );
    assert_eq!(
        room().open_answer(&id, &sealed),
        None,
        "sent back the other way"
    );
    assert_eq!(format!("{:?}", room()), "Rendezvous(<redacted>)");
}

#[test]
fn a_changed_or_foreign_text_never_opens() {
    let rng = &mut seeded(3);
    let (given, id) = (offer(rng, "Ana"), random_id(rng));
    let sealed = ok(room().seal_offer(&given, &id, rng));
    for at in 0..sealed.len() {
        let mut changed: Vec<char> = sealed.chars().collect();
        changed[at] = if changed[at] == 'A' { 'B' } else { 'A' };
        let changed: String = changed.into_iter().collect();
        assert_eq!(room().open_offer(&id, &changed), None);
        assert_eq!(room().open_offer(&id, &sealed[..at]), None);
    }
    for text in ["", "A", "🌻", &"A".repeat(5_000)] {
        assert_eq!(room().open_offer(&id, text), None);
        assert_eq!(room().open_answer(&id, text), None);
    }
}

#[test]
fn the_length_tells_neither_name_nor_browser() {
    let rng = &mut seeded(4);
    let mut lengths: Vec<usize> = ["", "Bo", "A very long name, as long as names may be"]
        .iter()
        .map(|name| {
            let name: String = name.chars().take(40).collect();
            ok(room().seal_offer(&offer(rng, &name), &random_id(rng), rng)).len()
        })
        .collect();
    let call = [1; 16];
    lengths.push(ok(room().seal_answer(&answer(rng, call), &random_id(rng), rng)).len());
    assert_eq!(lengths, [720; 4]);
}

#[test]
fn a_name_that_no_reply_holds_is_not_sealed() {
    let rng = &mut seeded(5);
    for name in [&"x".repeat(41), "two\nlines"] {
        let given = offer(rng, name);
        assert_eq!(room().seal_offer(&given, "id", rng), Err(EncodeError::Name));
    }
}

#[test]
fn eight_copies_of_an_offer_fit_in_the_smallest_message_a_tracker_takes() {
    let rng = &mut seeded(6);
    let given = offer(rng, &"é".repeat(40));
    let copies: Vec<SealedOffer> = (0..8).map(|_| copy(&given, rng)).collect();
    let text = tracker::announce(
        room().info_hash(),
        &random_id(rng),
        Side::Guest,
        Presence::Comes,
        &copies,
    );
    assert!(text.len() < 16 * 1024, "{}", text.len());
    assert!(!text.contains('é'));
}

fn copy(given: &Offer, rng: &mut rand_chacha::ChaCha8Rng) -> SealedOffer {
    let offer_id = random_id(rng);
    let sealed = ok(room().seal_offer(given, &offer_id, rng));
    SealedOffer { offer_id, sealed }
}

#[test]
fn announces_say_what_trackers_ask_for() {
    let sealed = SealedOffer {
        offer_id: "o".repeat(20),
        sealed: "text".to_owned(),
    };
    let guest = tracker::announce("hash", "peer", Side::Guest, Presence::Comes, &[sealed]);
    let expected = json!({
        "action": "announce", "info_hash": "hash", "peer_id": "peer", "numwant": 1,
        "uploaded": 0, "downloaded": 0, "left": 1, "event": "started",
        "offers": [{"offer_id": "o".repeat(20), "offer": {"type": "offer", "sdp": "text"}}],
    });
    assert_eq!(ok(serde_json::from_str::<Value>(&guest)), expected);
    let host = tracker::announce("hash", "peer", Side::Host, Presence::Stays, &[]);
    let host: Value = ok(serde_json::from_str(&host));
    assert_eq!(host.get("event"), None);
    assert_eq!((&host["numwant"], &host["left"]), (&json!(0), &json!(0)));
    let goes = tracker::announce("hash", "peer", Side::Guest, Presence::Goes, &[]);
    assert_eq!(ok(serde_json::from_str::<Value>(&goes))["event"], "stopped");
    let answer = tracker::answer("hash", "peer", "\u{e9}\"\n", "offer", "text");
    let expected = json!({
        "action": "announce", "info_hash": "hash", "peer_id": "peer", "to_peer_id": "\u{e9}\"\n",
        "offer_id": "offer", "answer": {"type": "answer", "sdp": "text"},
    });
    assert_eq!(ok(serde_json::from_str::<Value>(&answer)), expected);
}

#[test]
fn what_a_tracker_says_is_read_if_it_is_one_of_the_few_words_needed() {
    let (peer, offer) = ("\u{e9}".repeat(20), "o".repeat(20));
    let read = |value: Value| tracker::read(&value.to_string(), "hash");
    assert_eq!(
        read(
            json!({"action": "announce", "info_hash": "hash", "interval": 120, "complete": 1,
            "incomplete": 0, "more": [[{}]]})
        ),
        Some(Heard::Interval(120))
    );
    assert_eq!(
        read(
            json!({"info_hash": "hash", "peer_id": peer, "offer_id": offer,
            "offer": {"type": "offer", "sdp": "x"}})
        ),
        Some(Heard::Offer {
            peer_id: peer.clone(),
            offer_id: offer.clone(),
            sealed: "x".to_owned()
        })
    );
    assert_eq!(
        read(
            json!({"info_hash": "hash", "peer_id": peer, "offer_id": offer,
            "answer": {"type": "answer", "sdp": "x"}, "offer": null})
        ),
        Some(Heard::Answer {
            offer_id: offer.clone(),
            sealed: "x".to_owned()
        })
    );
    assert_eq!(
        read(json!({"failure reason": "n".repeat(999)})),
        Some(Heard::Refused("n".repeat(200)))
    );
    for nothing in [
        json!(null),
        json!([]),
        json!({}),
        json!({"info_hash": "hash"}),
        json!({"info_hash": "other", "interval": 120}),
        json!({"info_hash": "hash", "interval": -1}),
        json!({"info_hash": "hash", "interval": "soon"}),
        json!({"info_hash": "hash", "offer_id": offer, "offer": {"sdp": "x"}}),
        json!({"info_hash": "hash", "peer_id": "short", "offer_id": offer, "offer": {"sdp": "x"}}),
        json!({"info_hash": "hash", "peer_id": "🌻".repeat(20), "offer_id": offer, "offer": {"sdp": "x"}}),
        json!({"info_hash": "hash", "offer_id": offer, "answer": {"sdp": 5}}),
        json!({"info_hash": "hash", "offer_id": "o", "answer": {"sdp": "x"}}),
    ] {
        assert_eq!(read(nothing.clone()), None, "{nothing}");
    }
}

#[test]
fn no_text_of_a_tracker_breaks_the_reading() {
    let rng = &mut seeded(7);
    assert_eq!(tracker::read(&"[".repeat(MAX_TEXT_BYTES), "hash"), None);
    let deep = format!(r#"{{"x":{}1"#, "[".repeat(60_000));
    assert_eq!(tracker::read(&deep, "hash"), None);
    let long = format!(
        r#"{{"info_hash":"hash","interval":1,"x":"{}"}}"#,
        "y".repeat(MAX_TEXT_BYTES)
    );
    assert_eq!(tracker::read(&long, "hash"), None);
    let good = r#"{"info_hash":"hash","peer_id":"pppppppppppppppppppp","offer_id":"oooooooooooooooooooo","offer":{"sdp":"x"}}"#;
    assert!(tracker::read(good, "hash").is_some());
    for _ in 0..3_000 {
        let mut bytes = good.as_bytes().to_vec();
        for _ in 0..=below(rng, 4) {
            let at = usize::try_from(below(rng, 100)).unwrap_or(0);
            if let Some(byte) = bytes.get_mut(at) {
                *byte = u8::try_from(below(rng, 128)).unwrap_or(0);
            }
        }
        let _read = tracker::read(&String::from_utf8_lossy(&bytes), "hash");
    }
}
