//! Links that were cut, changed or never links: each is called what it is, and
//! nothing panics.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::wire::{
    Address, Candidate, Invite, LinkError, Reply, ReplyError, RoomSecret, find_replies,
    read_fragment, read_local,
};
use rand_core::Rng;

use crate::wire_samples::{CODE_CHARS, Maker, below, invite, ok, reply, seeded};

fn secret() -> RoomSecret {
    RoomSecret::from_bytes([9; 16])
}

/// `text` with the character at `at` replaced; codes are ASCII.
fn changed(text: &str, at: usize, with: char) -> String {
    text.chars()
        .enumerate()
        .map(|(n, c)| if n == at { with } else { c })
        .collect()
}

#[test]
fn a_cut_link_is_called_cut() {
    let rng = &mut seeded(4);
    for maker in [Maker::Chromium, Maker::Firefox] {
        for n_slots in 1..=8 {
            let invite = ok(invite(rng, maker, n_slots, true).encode());
            let reply = ok(reply(rng, maker, n_slots, "Ana").encode(&secret()));
            for n in 1..invite.len() {
                assert_eq!(
                    Invite::decode(&invite[..n]),
                    Err(LinkError::Truncated),
                    "{n}"
                );
            }
            for n in 1..reply.len() {
                let cut = Reply::decode(&reply[..n], &secret());
                assert_eq!(cut, Err(ReplyError::Link(LinkError::Truncated)), "{n}");
            }
        }
    }
    assert_eq!(Invite::decode(""), Err(LinkError::NotALink));
}

#[test]
fn every_single_changed_character_is_found() {
    let rng = &mut seeded(5);
    let invite = ok(invite(rng, Maker::Chromium, 3, true).encode());
    let reply = ok(reply(rng, Maker::Firefox, 2, "Ana").encode(&secret()));
    for with in CODE_CHARS.chars() {
        for (at, _) in invite.chars().enumerate().filter(|(_, c)| *c != with) {
            let text = changed(&invite, at, with);
            assert_eq!(
                Invite::decode(&text),
                Err(LinkError::Damaged),
                "{at} {with}"
            );
        }
        for (at, _) in reply.chars().enumerate().filter(|(_, c)| *c != with) {
            let read = Reply::decode(&changed(&reply, at, with), &secret());
            assert_eq!(
                read,
                Err(ReplyError::Link(LinkError::Damaged)),
                "{at} {with}"
            );
        }
    }
    for with in ['%', '.', ' ', 'é', '\u{0}'] {
        for at in 1..invite.len() - 1 {
            assert!(
                Invite::decode(&changed(&invite, at, with)).is_err(),
                "{at} {with}"
            );
        }
    }
}

#[test]
fn two_neighbours_swapped_are_found() {
    let code = ok(invite(&mut seeded(6), Maker::Firefox, 8, true).encode());
    let letters: Vec<char> = code.chars().collect();
    for at in 1..letters.len() {
        let mut swapped = letters.clone();
        swapped.swap(at - 1, at);
        let text: String = swapped.into_iter().collect();
        assert!(text == code || Invite::decode(&text).is_err(), "{at}");
    }
}

#[test]
fn foreign_texts_are_called_foreign() {
    for text in [
        "hello",
        "https://example.org/",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do",
        "{\"type\":\"offer\",\"sdp\":\"v=0 o=- 1 2 IN IP4 127.0.0.1 s=- t=0 0\"}",
        "r",
        "日本語のテキスト",
    ] {
        assert_eq!(Invite::decode(text), Err(LinkError::NotALink), "{text}");
    }
    assert_eq!(
        Invite::decode(&"A".repeat(100_000)),
        Err(LinkError::TooLong)
    );
    assert_eq!(Invite::decode(&"E".repeat(100)), Err(LinkError::Damaged));
}

#[test]
fn garbage_is_answered_and_never_panics() {
    let rng = &mut seeded(14);
    let start = ok(invite(rng, Maker::Firefox, 2, true).encode());
    for round in 0..100_000 {
        let n = usize::try_from(below(rng, 120)).unwrap_or(0);
        let mut noise = vec![0; n];
        rng.fill_bytes(&mut noise);
        let any = String::from_utf8_lossy(&noise).into_owned();
        let mut code = data_encoding::BASE64URL_NOPAD.encode(&noise);
        if round % 2 == 0 {
            code.insert_str(0, &start[..n.min(start.len())]);
        }
        assert!(Invite::decode(&code).is_err() && Invite::decode(&any).is_err());
        assert!(
            Reply::decode(&code, &secret()).is_err() && Reply::decode(&any, &secret()).is_err()
        );
        let _ = (
            Candidate::parse(&any),
            Address::parse(&any),
            read_fragment(&any),
            read_local(&any),
        );
        if round % 8 == 0 {
            let _ = find_replies(&format!("{any} r={code}\n#r={any}"));
        }
    }
}
