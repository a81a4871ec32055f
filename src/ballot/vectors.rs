//! Writes `docs/vectors/ballot.json`, or fails when the file is not what the code produces.
//!
//! `FLORET_WRITE_VECTORS=1 cargo test --lib vectors` writes it anew: that is a new version of
//! the protocol and needs a new number in every label.
#![expect(clippy::unwrap_used, reason = "a test may stop where it fails")]

use base16ct::lower;
use serde_json::{Value, json};

use super::masks::{COMMENT_MASK_LABEL, MASK_LABEL, counter_masks, pair_key};
use super::primitive::x25519;
use super::{
    Ballot, Keyring, Masks, Mode, SavedBallot, SeatSecret, Terms, Transcript, safety_emoji,
    safety_names, tally,
};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/vectors/ballot.json");
const SESSION: [u8; 16] = *b"a session's name";

fn hex(bytes: &[u8]) -> String {
    lower::encode_string(bytes)
}

/// Three seats with plain secrets, in roll order.
fn seats() -> Vec<Keyring> {
    let secrets = [[0x11; 32], [0x22; 32], [0x33; 32]];
    let mut seats: Vec<_> = secrets
        .into_iter()
        .map(|secret| Keyring::new(SeatSecret::from_bytes(secret)))
        .collect();
    seats.sort_by_key(Keyring::public_key);
    seats
}

fn terms(attempt: u32, mode: Mode, comments: bool) -> Terms {
    let roll = seats().iter().map(Keyring::public_key).collect();
    Terms::new(SESSION, 1, attempt, [0xdd; 32], 4, mode, comments, roll).unwrap()
}

/// What the seats say: the second has no vote and, where there are comments, the others one each
/// that share two slots.
fn said(comments: bool) -> [Value; 3] {
    let said = |choice: Option<u16>, fill: u8, slots: [u8; 3], comment: Option<&str>| {
        let comment = comment.filter(|_| comments);
        let slots = if comments { slots } else { [0; 3] };
        let (nonce, tag) = ([fill; 32], [fill; 4]);
        json!({ "choice": choice, "nonce": nonce, "slots": slots, "tag": tag, "comment": comment })
    };
    [
        said(Some(2), 0xa1, [1, 4, 9], Some("zu groß")),
        said(None, 0xa2, [0, 2, 3], None),
        said(Some(0), 0xa3, [4, 9, 11], Some("what about errors?")),
    ]
}

/// What two seats share in one round.
fn pair(low: &Keyring, high: &Keyring, terms: &Terms) -> Value {
    let (a, b, t) = (low.public_key(), high.public_key(), terms.digest());
    let shared = x25519(&low.secret_bytes(), b.as_bytes()).unwrap();
    let mask = counter_masks(&shared, &t, &a, &b, terms.n_counters());
    let mask: Vec<u8> = mask.iter().flat_map(|word| word.to_le_bytes()).collect();
    json!({
        "low": a.to_string(),
        "high": b.to_string(),
        "x25519": hex(&shared),
        "mask_key": hex(&pair_key(&shared, &t, MASK_LABEL, &a, &b)),
        "mask": hex(&mask),
        "comment_mask_key": hex(&pair_key(&shared, &t, COMMENT_MASK_LABEL, &a, &b)),
        "seat_proof": hex(&low.seat_proof(&b, &SESSION).unwrap()),
    })
}

/// What one seat keeps to itself.
fn kept_by(seat: &Keyring, said: &Value, masks: &Masks) -> Value {
    let sum: Vec<u8> = masks
        .counters
        .iter()
        .flat_map(|word| word.to_le_bytes())
        .collect();
    let tag: [u8; 4] = serde_json::from_value(said["tag"].clone()).unwrap();
    json!({
        "secret": hex(&seat.secret_bytes()),
        "public": seat.public_key().to_string(),
        "choice": said["choice"],
        "comment": said["comment"],
        "comment_slots": said["slots"],
        "comment_tag": hex(&tag),
        "mask_sum": hex(&sum),
        "comment_mask_sum": hex(&masks.slots),
    })
}

/// One round with all its kept and public values.
fn round(name: &str, attempt: u32, mode: Mode, comments: bool) -> Value {
    let terms = terms(attempt, mode, comments);
    let mut seats = seats();
    let mut kept = Vec::new();
    let mut ballots = Vec::new();
    for (seat, said) in seats.iter_mut().zip(said(comments)) {
        let masks = seat.masks(&terms).unwrap();
        let saved: SavedBallot = serde_json::from_value(said.clone()).unwrap();
        let ballot = Ballot::restore(&terms, &masks, saved).unwrap();
        kept.push(kept_by(seat, &said, &masks));
        ballots.push(ballot);
    }
    let commitments: Vec<_> = ballots.iter().map(Ballot::commitment).collect();
    let openings: Vec<_> = ballots
        .iter()
        .map(|one| one.open(&terms, &commitments).unwrap())
        .collect();
    let given: Vec<_> = openings.iter().cloned().map(Some).collect();
    let tally = tally(&terms, &commitments, &given).unwrap();
    let pairs: Vec<_> = [(0, 1), (0, 2), (1, 2)]
        .iter()
        .map(|(a, b)| pair(seats.get(*a).unwrap(), seats.get(*b).unwrap(), &terms))
        .collect();
    let public = Transcript {
        terms,
        commitments,
        openings,
        tally,
    }
    .to_json();
    let public: Value = serde_json::from_str(&public).unwrap();
    json!({ "name": name, "seats": kept, "pairs": pairs, "transcript": public })
}

#[test]
fn the_vectors_in_docs_are_what_the_code_produces() {
    let keys: Vec<_> = seats().iter().map(Keyring::public_key).collect();
    let vectors = json!({
        "about": "docs/ballot.md §11; bytes in hexadecimal, masks as little-endian u32",
        "rounds": [
            round("anonymous", 0, Mode::Anonymous, false),
            round("anonymous with comments", 1, Mode::Anonymous, true),
            round("named with comments", 2, Mode::Named, true),
        ],
        "safety": { "emoji": safety_emoji(&keys), "names": safety_names(&keys) },
    });
    if std::env::var_os("FLORET_WRITE_VECTORS").is_some_and(|value| value == "1") {
        let text = serde_json::to_string_pretty(&vectors).unwrap() + "\n";
        std::fs::write(FILE, text).unwrap();
    }
    let written = std::fs::read_to_string(FILE).unwrap_or_default();
    let written: Value = serde_json::from_str(&written).unwrap_or_default();
    assert!(
        written == vectors,
        "docs/vectors/ballot.json differs: see src/ballot/vectors.rs"
    );
}
