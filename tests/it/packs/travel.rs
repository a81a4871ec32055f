//! Packs and replies as links and files: what goes in comes out, and whatever became of
//! them on their way has a name.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::meeting::{Ahead, Answer, Pack, PackSecret, PackStory, ReplierId, Reply};
use floret::story::{Kind, StoryId};
use floret::wire::code::MAX_PACK_LINK_BYTES;
use floret::wire::pack::{
    FILE_MARK, MAX_FILE_BYTES, find_answers, is_packed, packed_url, read_answer, read_pack,
};
use floret::wire::{CodeKind, EncodeError, PackError, PackedKind, Parcel};

use super::{pack, reply};
use crate::wire_samples::{CODE_CHARS, below, ok, seeded};

/// The text of a parcel, whatever its shape.
fn text(parcel: Parcel) -> String {
    match parcel {
        Parcel::Link(text) | Parcel::File(text) => text,
    }
}

/// `text` with the character at `at` replaced; codes are ASCII.
fn changed(text: &str, at: usize, with: char) -> String {
    let chars = text.chars().enumerate();
    chars.map(|(n, c)| if n == at { with } else { c }).collect()
}

const SECRET: PackSecret = PackSecret([5; 16]);

fn some_reply(seed: u64, max_chars: u32) -> Reply {
    let rng = &mut seeded(seed);
    loop {
        let reply = reply(rng, max_chars);
        if reply.answers.len() > 2 {
            return reply;
        }
    }
}

/// The codes of [`first`], for ever.
const PACK_1: &str = "FQC2QgUFBQUFBQUFBQUFBQUFBQUHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwNQYXkQMjAyNi0xMi0wMVQxMDowMANBbmECAsK9AT8BqwEFQUJDLTEMR3LDtsOfZSDwn6WsAwhPbmUKClR3bwdCZWNhdXNlBy0gd29ya3MEbm9uZRlodHRwczovL3RyYWNrZXIuZXhhbXBsZS8xAQlXaG8gcGF5cz805qbW7-E_q-Q";
const ANSWER_1: &str = "FgC8yZVqe8yxeNX3AwMDAwMDAwMERGFuYawCA6sBAQEMTGFyZ2UKaW5kZWVkAQhCeSB3aGVuPwJZCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkBAQEMTGFyZ2UKaW5kZWVkAQhCeSB3aGVuPwECAAAAAAC15w4E2xYu-jQ";

/// A pack and a reply with something in every field.
fn first() -> (Pack, Reply) {
    let story = PackStory {
        id: StoryId(0xab),
        key: String::from("ABC-1"),
        title: String::from("Größe 🥬"),
        kind: Kind::Spike,
        description: String::from("One\n\nTwo"),
        why: String::from("Because"),
        acceptance: String::from("- works"),
        dependencies: String::from("none"),
        link: String::from("https://tracker.example/1"),
        questions: vec![String::from("Who pays?")],
    };
    let pack = Pack {
        secret: SECRET,
        key: [7; 32],
        goal: String::from("Pay"),
        begins: String::from("2026-12-01T10:00"),
        organiser: String::from("Ana"),
        deck: vec![String::from("½"), String::from("?")],
        stories: vec![story],
    };
    let answer = |ahead| Answer {
        is_read: true,
        is_unclear: true,
        comment: String::from("Large\nindeed"),
        questions: vec![String::from("By when?")],
        ahead,
    };
    let reply = Reply {
        who: ReplierId([3; 8]),
        name: String::from("Dana"),
        revision: 300,
        answers: vec![
            (StoryId(0xab), answer(Ahead::Sealed(vec![9; 89]))),
            (StoryId(1), answer(Ahead::Kept)),
            (StoryId(2), Answer::default()),
        ],
    };
    (pack, reply)
}

#[test]
fn released_codes_are_written_and_read_for_ever() {
    let (pack, reply) = first();
    let codes = [
        text(ok(Parcel::of_pack(&pack))),
        text(ok(Parcel::of_reply(&reply, &SECRET))),
    ];
    assert_eq!(codes, [PACK_1, ANSWER_1]);
    assert_eq!(read_pack(PACK_1), Ok(pack));
    assert_eq!(read_answer(ANSWER_1, &SECRET), Ok(reply));
}

#[test]
fn every_pack_and_every_reply_comes_back_as_link_or_file() {
    let rng = &mut seeded(81);
    let (mut n_links, mut n_files) = (0, 0);
    for round in 0..400 {
        let max_chars = [20, 200, 2_000][round % 3];
        let n_stories = u64::from(below(rng, 9)) + 1;
        let given = pack(rng, n_stories, max_chars);
        let parcel = ok(Parcel::of_pack(&given));
        let url = match &parcel {
            Parcel::Link(code) => {
                n_links += 1;
                assert!(code.len() <= MAX_PACK_LINK_BYTES / 3 * 4);
                assert!(code.ends_with(|c: char| c.is_ascii_alphanumeric()));
                packed_url("https://any.host/x#old", PackedKind::Pack, code)
            }
            Parcel::File(text) => {
                n_files += 1;
                assert!(is_packed(text.as_bytes()));
                format!("Floret: open me.\r\n\r\n{text}\r\n")
            }
        };
        assert_eq!(read_pack(&url), Ok(given));

        let given = reply(rng, max_chars.min(1_500));
        let parcel = ok(Parcel::of_reply(&given, &SECRET));
        assert_eq!(read_answer(&text(parcel), &SECRET), Ok(given));
    }
    assert!(n_links > 100 && n_files > 100, "{n_links} {n_files}");
}

#[test]
fn what_is_cut_off_is_called_so() {
    let rng = &mut seeded(82);
    let link = text(ok(Parcel::of_pack(&pack(rng, 2, 20))));
    for n in 1..link.len() {
        assert_eq!(read_pack(&link[..n]), Err(PackError::CutOff), "{n}");
    }
    let answer = text(ok(Parcel::of_reply(&some_reply(1, 20), &SECRET)));
    for n in 1..answer.len() {
        let cut = read_answer(&answer[..n], &SECRET);
        assert_eq!(cut, Err(PackError::CutOff), "{n}");
    }
    let file = text(ok(Parcel::of_pack(&pack(rng, 9, 2_000))));
    for n in (FILE_MARK.len()..file.len()).step_by(97) {
        assert_eq!(read_pack(&file[..n]), Err(PackError::CutOff), "{n}");
    }
}

#[test]
fn every_changed_character_is_found() {
    let rng = &mut seeded(83);
    let link = text(ok(Parcel::of_pack(&pack(rng, 1, 10))));
    let answer = text(ok(Parcel::of_reply(&some_reply(2, 10), &SECRET)));
    for with in CODE_CHARS.chars().step_by(5) {
        for (at, _) in link.chars().enumerate().filter(|(_, c)| *c != with) {
            let found = read_pack(&changed(&link, at, with));
            assert_eq!(found, Err(PackError::Damaged), "{at} {with}");
        }
        for (at, _) in answer.chars().enumerate().filter(|(_, c)| *c != with) {
            let found = read_answer(&changed(&answer, at, with), &SECRET);
            assert_eq!(found, Err(PackError::Damaged), "{at} {with}");
        }
    }
    let file = text(ok(Parcel::of_pack(&pack(rng, 9, 2_000))));
    for at in (FILE_MARK.len()..file.len()).step_by(61) {
        let with = if &file[at..=at] == "A" { 'B' } else { 'A' };
        let found = read_pack(&changed(&file, at, with));
        assert_eq!(found, Err(PackError::Damaged), "{at}");
    }
}

#[test]
fn what_is_foreign_or_of_another_session_is_refused() {
    let rng = &mut seeded(84);
    let mine = pack(rng, 1, 10);
    let link = text(ok(Parcel::of_pack(&mine)));
    let answer = text(ok(Parcel::of_reply(&some_reply(3, 10), &SECRET)));
    assert_eq!(
        read_answer(&answer, &mine.secret),
        Err(PackError::OtherPack)
    );
    let found = CodeKind::Answer;
    assert_eq!(read_pack(&answer), Err(PackError::WrongKind { found }));
    let url = packed_url("https://a.host/", PackedKind::Pack, &link);
    let found = CodeKind::Pack;
    assert_eq!(
        read_answer(&url, &SECRET),
        Err(PackError::WrongKind { found })
    );
    for foreign in ["", "hello", "https://any.host/#backlog", "Key,Title\n1,x"] {
        assert_eq!(read_pack(foreign), Err(PackError::NotOurs), "{foreign}");
        assert!(find_answers(foreign).is_empty());
        assert!(!is_packed(foreign.as_bytes()));
    }
}

#[test]
fn what_is_out_of_bounds_is_neither_written_nor_read() {
    let rng = &mut seeded(85);
    let mut too_much = pack(rng, 60, 1);
    for story in &mut too_much.stories {
        story.description = "x".repeat(40_000);
    }
    let found = Parcel::of_pack(&too_much);
    assert!(matches!(found, Err(EncodeError::TooLong { n_bytes }) if n_bytes > MAX_FILE_BYTES));
    too_much.stories.truncate(20);
    assert!(matches!(Parcel::of_pack(&too_much), Ok(Parcel::File(_))));
    too_much.stories[0].title = String::from("two\nlines");
    assert_eq!(Parcel::of_pack(&too_much), Err(EncodeError::Unlawful));
    too_much.stories.clear();
    assert_eq!(Parcel::of_pack(&too_much), Err(EncodeError::Unlawful));
    let nameless = Reply {
        name: String::new(),
        ..some_reply(5, 10)
    };
    let found = Parcel::of_reply(&nameless, &SECRET);
    assert_eq!(found, Err(EncodeError::Unlawful));

    let long = ["pack=", &"F".repeat(20_000)].concat();
    assert_eq!(read_pack(&long), Err(PackError::TooLarge));
    // A file whose header claims more than any has: version 1, kind 5, length 2^24.
    let file = [FILE_MARK, "FQEAAAAx", &"A".repeat(100)].concat();
    assert!(matches!(
        read_pack(&file),
        Err(PackError::TooLarge | PackError::Damaged)
    ));
}

#[test]
fn all_replies_in_a_pasted_text_are_found_each_once() {
    let links: Vec<String> = (0..3)
        .map(|seed| {
            let code = text(ok(Parcel::of_reply(&some_reply(10 + seed, 20), &SECRET)));
            packed_url("https://any.host/", PackedKind::Answer, &code)
        })
        .collect();
    let chat = format!(
        "Dana: here you are {}\nEve 10:03\n> {} \nsee {} again {}",
        links[0], links[1], links[2], links[0]
    );
    let found = find_answers(&chat);
    assert_eq!(found.len(), 3);
    for one in &found {
        assert!(read_answer(one, &SECRET).is_ok());
    }
    let file = text(ok(Parcel::of_pack(&pack(&mut seeded(86), 9, 2_000))));
    assert_eq!(find_answers(&file), [file]);
}

#[test]
fn noise_never_does_harm() {
    let rng = &mut seeded(87);
    let link = text(ok(Parcel::of_pack(&pack(rng, 2, 20))));
    let answer = text(ok(Parcel::of_reply(&some_reply(6, 20), &SECRET)));
    let file = text(ok(Parcel::of_pack(&pack(rng, 9, 2_000))));
    for sample in [&link, &answer, &file] {
        for _ in 0..1_000 {
            let mut bytes = sample.clone().into_bytes();
            for _ in 0..=below(rng, 4) {
                let n_bytes = u32::try_from(bytes.len()).unwrap();
                let at = usize::try_from(below(rng, n_bytes)).unwrap();
                bytes[at] = u8::try_from(below(rng, 128)).unwrap();
            }
            let noise = String::from_utf8(bytes).unwrap();
            let _answers = (
                read_pack(&noise),
                read_answer(&noise, &SECRET),
                find_answers(&noise),
                is_packed(noise.as_bytes()),
            );
        }
    }
}
