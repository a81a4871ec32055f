//! The transcript, checked by another program that shares no code with this one.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

use floret::ballot::Transcript;

use super::{Mode, Table};

/// The transcript of one round with five seats.
fn transcript(mode: Mode, comments: bool) -> String {
    let mut table = Table::new(5, 4, mode, comments, 41);
    let comment = comments.then_some("größer als 8?");
    let other = comments.then_some("\u{1F600} and 㐂 sort by code point");
    let played = table.play(&[
        (Some(0), comment),
        (Some(3), None),
        (None, other),
        (Some(3), None),
        (Some(1), None),
    ]);
    let tally = played.tally().unwrap();
    let openings = played.openings.into_iter().flatten().collect();
    let commitments = played.commitments;
    Transcript {
        terms: played.terms,
        commitments,
        openings,
        tally,
    }
    .to_json()
}

/// Runs the verifier over a text; whether it was content, and what it said.
fn verify(name: &str, text: &str) -> (bool, String) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(format!("transcript-{name}.json"));
    std::fs::File::create(&file)
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/verify_transcript.mjs");
    let output = Command::new("node")
        .arg(script)
        .arg(&file)
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

/// The text with one hexadecimal digit changed, `offset` characters into the value after `key`.
fn with_digit_changed(text: &str, key: &str, offset: usize) -> String {
    let start = text.find(key).unwrap() + key.len();
    let place = start + text[start..].find(|c: char| c.is_ascii_hexdigit()).unwrap() + offset;
    let digit = if text.as_bytes()[place] == b'0' {
        "1"
    } else {
        "0"
    };
    format!("{}{digit}{}", &text[..place], &text[place + 1..])
}

#[test]
fn another_program_verifies_an_honest_transcript() {
    for (name, mode, comments) in [
        ("anonymous", Mode::Anonymous, false),
        ("comments", Mode::Anonymous, true),
        ("named", Mode::Named, false),
        ("named-comments", Mode::Named, true),
    ] {
        let (content, said) = verify(name, &transcript(mode, comments));
        assert!(content, "{said}");
        assert!(said.contains("5 of 5 ballots verified"), "{said}");
    }
}

#[test]
fn another_program_finds_what_was_tampered_with() {
    let honest = transcript(Mode::Anonymous, true);
    for (name, key, wanted) in [
        ("session", "\"session\":", "terms_digest"),
        (
            "commitment",
            "\"commitments\":",
            "ballot 1 of 5: does not match its commitment",
        ),
        (
            "body",
            "\"body\":",
            "ballot 1 of 5: does not match its commitment",
        ),
        (
            "nonce",
            "\"nonce\":",
            "ballot 1 of 5: does not match its commitment",
        ),
    ] {
        let (content, said) = verify(name, &with_digit_changed(&honest, key, 5));
        assert!(!content, "{name}: {said}");
        assert!(said.contains(wanted), "{name}: {said}");
    }
    for (name, from, to, wanted) in [
        ("count", "\"no_vote\": 1", "\"no_vote\": 2", "tally.no_vote"),
        ("comment", "größer", "kleiner", "tally.comments"),
        ("deck", "\"n_choices\": 4", "\"n_choices\": 3", "length"),
        ("cut", "\"tally\"", "\"nothing\"", "tally"),
    ] {
        let (content, said) = verify(name, &honest.replacen(from, to, 1));
        assert!(!content, "{name}: {said}");
        assert!(said.contains(wanted), "{name}: {said}");
    }
    let (content, said) = verify("no-json", "{");
    assert!(!content && said.contains("not JSON"), "{said}");
    let named = transcript(Mode::Named, true);
    let (content, said) = verify("vote", &named.replacen("      3,", "      2,", 1));
    assert!(!content && said.contains("tally.votes"), "{said}");
}
