//! Records as links and files: what goes in comes out, the same from every seat, and whatever
//! became of them on their way has a name.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use base64ct::{Base64UrlUnpadded, Encoding};
use floret::desk::meeting_says::{self, RecordParcel};
use floret::meeting::{Counted, Fate, NoteKind, PersonId, Record, TopicId};
use floret::wire::code::MAX_PACK_LINK_BYTES;
use floret::wire::pack::{FILE_MARK, MAX_FILE_BYTES, is_packed, packed_url, read_pack};
use floret::wire::record::{read_record, record_parcel};
use floret::wire::{CodeKind, EncodeError, PackError, PackedKind, Parcel};

use super::sample::{full, write};
use crate::wire_samples::{CODE_CHARS, below, ok, seeded};

/// The code of [`full`], for ever.
const RECORD_1: &str = include_str!("record-1.txt");

fn link(record: &Record) -> String {
    match ok(record_parcel(record)) {
        Parcel::Link(code) => code,
        Parcel::File(_) => panic!("too long for a link"),
    }
}

fn file(record: &Record) -> String {
    match ok(record_parcel(record)) {
        Parcel::File(text) => text,
        Parcel::Link(_) => panic!("short enough for a link"),
    }
}

/// A record with texts too long for a link.
fn long() -> Record {
    let mut record = full();
    record.meeting.topics[0].description.text = "many words ".repeat(1_000);
    record
}

/// `text` with the character at `at` replaced; codes are ASCII.
fn changed(text: &str, at: usize, with: char) -> String {
    let chars = text.chars().enumerate();
    chars.map(|(n, c)| if n == at { with } else { c }).collect()
}

/// As `docs/wire.md` §1 has it.
fn crc8(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0xff, |crc, byte| {
        (0..8).fold(crc ^ byte, |crc, _| {
            if crc & 0x80 == 0 {
                crc << 1
            } else {
                crc << 1 ^ 0x07
            }
        })
    })
}

/// The beginning of a code or a file with this header.
fn headed(header: &[u8]) -> String {
    let bytes = [header, &[crc8(header)], &[0; 90]].concat();
    Base64UrlUnpadded::encode_string(&bytes)
}

#[test]
fn the_released_code_is_written_and_read_for_ever() {
    assert_eq!(link(&full()), RECORD_1.trim_end());
    assert_eq!(read_record(RECORD_1), Ok(full().leaving()));
}

#[test]
fn a_record_comes_back_as_link_and_as_file() {
    let record = full();
    let code = link(&record);
    assert!(code.len() <= MAX_PACK_LINK_BYTES / 3 * 4);
    assert!(code.ends_with(|c: char| c.is_ascii_alphanumeric()));
    let url = packed_url("https://any.host/x#old", PackedKind::Record, &code);
    assert!(url.starts_with("https://any.host/x#minutes="), "{url}");
    for text in [&code, &url, &format!("{url}&utm=x"), &format!(" {url}.\n")] {
        assert_eq!(read_record(text), Ok(record.leaving()), "{text}");
    }
    let text = format!("Floret: open me.\r\n\r\n{}\r\n", file(&long()));
    assert!(is_packed(text.as_bytes()));
    assert_eq!(read_record(&text), Ok(long().leaving()));
}

#[test]
fn it_reads_the_same_where_it_arrives() {
    for record in [full(), long(), Record::default()] {
        let there = record.leaving();
        assert_eq!(meeting_says::record(&there), meeting_says::record(&record));
        assert_eq!(meeting_says::csv(&there), meeting_says::csv(&record));
        assert_eq!(
            meeting_says::jira_csv(&there),
            meeting_says::jira_csv(&record)
        );
        let base = "https://any.host/";
        let parcel = meeting_says::parcel(&record, base);
        assert_eq!(meeting_says::parcel(&there, base), parcel);
    }
    let RecordParcel::File(file) = meeting_says::parcel(&long(), "https://any.host/#table") else {
        panic!("no file");
    };
    assert_eq!(file.name, "refinement-2026-11-30-floret.txt");
    let words = "Floret record: what became of a refinement. Open https://any.host/#backlog and";
    assert!(file.text.starts_with(words), "{}", &file.text[..120]);
    assert!(read_record(&file.text).is_ok());
}

#[test]
fn what_only_the_table_needed_stays_there() {
    let mut record = full();
    let slip = ["A slip of the tongue"];
    let note = write(&mut record.meeting, NoteKind::Decision, None, &slip);
    let notes = &mut record.meeting.notes;
    let found = notes.iter_mut().find(|one| one.id == note);
    found.unwrap().is_removed = true;
    record.meeting.topics[0].solution_talk = vec![PersonId(2)];
    record.meeting.topics[0].n_solution_talks = 3;
    let there = ok(read_record(&link(&record)));
    assert!(there.meeting.note(note).is_none());
    assert!(there.meeting.topics[0].solution_talk.is_empty());
    assert_eq!(there.meeting.topics[0].n_solution_talks, 3);
    let notes = there.meeting.notes.iter().flat_map(|note| &note.lines);
    for typed in notes {
        assert!(typed.rev == 0 && typed.seen.is_empty());
    }
}

/// A text with letters, blanks, and what cannot be printed.
fn noise(rng: &mut impl rand_core::Rng) -> String {
    let letters = [
        'a', ' ', '\n', '\t', '\r', '\u{7}', '\u{202e}', '½', '名', '🥦', '\u{2028}', '\u{a0}',
    ];
    let n = below(rng, 12);
    (0..n)
        .map(|_| letters[usize::try_from(below(rng, 12)).unwrap()])
        .collect()
}

#[test]
fn whatever_people_wrote_it_leaves_and_arrives_alike() {
    let rng = &mut seeded(61);
    for _ in 0..500 {
        let mut record = full();
        let meeting = &mut record.meeting;
        meeting.goal = noise(rng);
        for person in &mut meeting.people {
            person.name = noise(rng);
        }
        for topic in &mut meeting.topics {
            (topic.title, topic.key, topic.link) = (noise(rng), noise(rng), noise(rng));
            topic.description.text = noise(rng);
            topic.needed = vec![noise(rng)];
            topic.fate = Fate::SentBack {
                missing: vec![noise(rng)],
                note: noise(rng),
                at_ms: 1,
            };
        }
        for typed in meeting.notes.iter_mut().flat_map(|note| &mut note.lines) {
            typed.text = noise(rng);
        }
        let there = record.leaving();
        assert!(there.is_lawful());
        assert_eq!(there.leaving(), there);
        assert_eq!(read_record(&link(&record)), Ok(there));
    }
}

#[test]
fn what_is_cut_off_is_called_so() {
    let code = link(&full());
    for n in 1..code.len() {
        assert_eq!(read_record(&code[..n]), Err(PackError::CutOff), "{n}");
    }
    let file = file(&long());
    for n in (FILE_MARK.len()..file.len()).step_by(97) {
        assert_eq!(read_record(&file[..n]), Err(PackError::CutOff), "{n}");
    }
}

#[test]
fn every_changed_character_is_found() {
    let code = link(&full());
    for with in CODE_CHARS.chars().step_by(9) {
        for (at, _) in code.chars().enumerate().filter(|(_, c)| *c != with) {
            let found = read_record(&changed(&code, at, with));
            assert_eq!(found, Err(PackError::Damaged), "{at} {with}");
        }
    }
    let file = file(&long());
    for at in (FILE_MARK.len()..file.len()).step_by(61) {
        let with = if &file[at..=at] == "A" { 'B' } else { 'A' };
        let found = read_record(&changed(&file, at, with));
        assert_eq!(found, Err(PackError::Damaged), "{at}");
    }
}

#[test]
fn what_is_foreign_too_large_or_too_new_is_refused_by_name() {
    for foreign in ["", "hello", "https://any.host/#backlog", "Key,Title\n1,x"] {
        assert_eq!(read_record(foreign), Err(PackError::NotOurs), "{foreign}");
    }
    let found = CodeKind::Record;
    let code = link(&full());
    assert_eq!(read_pack(&code), Err(PackError::WrongKind { found }));
    assert_eq!(
        read_pack(&file(&long())),
        Err(PackError::WrongKind { found })
    );
    let long = ["minutes=", &"F".repeat(20_000)].concat();
    assert_eq!(read_record(&long), Err(PackError::TooLarge));
    let too_long = [FILE_MARK, &headed(&[0x17, 1, 0, 0, 0])].concat();
    assert_eq!(read_record(&too_long), Err(PackError::TooLarge));
    let version = 2;
    let newer = headed(&[0x27, 0, 90]);
    assert_eq!(read_record(&newer), Err(PackError::TooNew { version }));
    let newer = [FILE_MARK, &headed(&[0x27, 0, 0, 0, 90])].concat();
    assert_eq!(read_record(&newer), Err(PackError::TooNew { version }));
    let pack = headed(&[0x15, 0, 90]);
    let found = CodeKind::Pack;
    assert_eq!(read_record(&pack), Err(PackError::WrongKind { found }));
}

#[test]
fn what_is_out_of_bounds_does_not_leave() {
    let unlawful = |breaks: fn(&mut Record)| {
        let mut record = full();
        breaks(&mut record);
        record_parcel(&record) == Err(EncodeError::Unlawful)
    };
    assert!(!unlawful(|_| {}));
    assert!(unlawful(|record| record.meeting.utc_offset_min = i32::MIN));
    assert!(unlawful(|record| {
        record.meeting.agenda.began_ms = Some(i64::MAX);
    }));
    assert!(unlawful(|record| {
        record.meeting.topics[0].used_ms = i64::MIN;
    }));
    assert!(unlawful(|record| {
        let topic = record.meeting.topics[0].clone();
        record.meeting.topics = vec![topic; 61];
    }));
    assert!(unlawful(|record| {
        record.estimated[0].rounds = vec![Counted::default(); 1_001];
    }));
    let mut record = full();
    for topic in &mut record.meeting.topics {
        topic.link = "x".repeat(5_000);
        topic.description.text = "x".repeat(500_000);
    }
    let there = ok(read_record(&file(&record)));
    let topic = there.meeting.topic(TopicId(0)).unwrap();
    assert_eq!(topic.link.len(), 2_000);
    assert_eq!(topic.description.text.len(), 20_000);
    record.meeting.topics = vec![record.meeting.topics[0].clone(); 60];
    for topic in &mut record.meeting.topics {
        topic.why.text = "y".repeat(20_000);
    }
    let found = record_parcel(&record);
    assert!(matches!(found, Err(EncodeError::TooLong { n_bytes }) if n_bytes > MAX_FILE_BYTES));
    assert_eq!(meeting_says::parcel(&record, ""), RecordParcel::TooLong);
}

#[test]
fn noise_never_does_harm() {
    let rng = &mut seeded(62);
    for sample in [link(&full()), file(&long())] {
        for _ in 0..1_000 {
            let mut bytes = sample.clone().into_bytes();
            let n_bytes = u32::try_from(bytes.len()).unwrap();
            for _ in 0..=below(rng, 4) {
                let at = usize::try_from(below(rng, n_bytes)).unwrap();
                bytes[at] = u8::try_from(below(rng, 128)).unwrap();
            }
            if let Ok(text) = String::from_utf8(bytes) {
                let _answer = read_record(&text);
            }
        }
    }
}

#[test]
fn the_record_with_more_acts_is_the_newer_one() {
    let record = full();
    assert!(!record.is_newer_than(&record));
    let mut later = record.clone();
    later.meeting.rev += 1;
    assert!(later.is_newer_than(&record) && !record.is_newer_than(&later));
    let mut ended = record.clone();
    ended.meeting.agenda.ended_ms = record.meeting.agenda.ended_ms.map(|ms| ms + 1);
    assert!(ended.is_newer_than(&record) && !ended.is_newer_than(&later));
}
