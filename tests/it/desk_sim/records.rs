//! Records of meetings: found again, searched, read, handed on, thrown away and back.

mod came;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::RecordEvent;
use floret::desk::meeting_says::{self, RecordForm};
use floret::desk::view::{DeskNoticeText, DeskScreen, RecordView, RecordsView};
use floret::desk::{DeskEvent, DeskPage};
use floret::meeting::AgendaStep;
use floret::meeting::{
    Estimated, Fate, Meeting, Note, NoteId, NoteKind, NoteState, Person, PersonId, Poll, Purpose,
    Record, Timebox, Topic, TopicId, Typed,
};
use floret::saved::{Kept, read_record, record_key, write_record};
use floret::story::Round;
use floret::words::Language;

use super::browser::Browser;

/// The record that `e2e` reads, too.
const SAMPLE: &str = include_str!("../saved/record-1-rounds.json");
/// The same, kept before rounds were told.
const OLDER: &str = include_str!("../saved/record-1-meeting.json");

const ID: u64 = 0xab;

fn note(id: u32, kind: NoteKind, topic: Option<u16>, lines: &[&str]) -> Note {
    let first = lines.first().copied().unwrap_or_default();
    let mut note = Note::new(NoteId(id), kind, topic.map(TopicId), first);
    for (place, text) in note.lines.iter_mut().zip(lines) {
        *place = Typed::of(text);
    }
    note
}

fn notes() -> Vec<Note> {
    let mut closed = note(5, NoteKind::FollowUp, None, &["Ask the lawyers", "Ana"]);
    closed.state = NoteState::Closed;
    let mut removed = note(7, NoteKind::Decision, Some(0), &["A slip of the tongue"]);
    removed.is_removed = true;
    vec![
        note(
            1,
            NoteKind::Decision,
            Some(0),
            &[
                "Invoices are PDFs",
                "the clerks <b>print</b> them",
                "Ana",
                "XML",
            ],
        ),
        note(
            2,
            NoteKind::Question,
            Some(0),
            &["Who pays for returns?", "Bo", "2026-12-01"],
        ),
        note(3, NoteKind::Risk, None, &["The other team moves", "Bo"]),
        note(
            4,
            NoteKind::Parked,
            Some(0),
            &["A library for PDFs", "Bo", "Cleo", "Tuesday"],
        ),
        closed,
        note(6, NoteKind::FollowUp, None, &["Measure the export"]),
        removed,
    ]
}

fn votes(cards: &[(&str, u32)]) -> Round {
    Round {
        n_rounds: 2,
        votes: cards
            .iter()
            .map(|(card, n)| ((*card).to_owned(), *n))
            .collect(),
        agreement: Some(75),
        median: Some(String::from("5")),
        ..Round::default()
    }
}

fn record() -> Record {
    let mut meeting = Meeting {
        id: ID,
        goal: String::from("Check-out, second half"),
        language: String::from("en"),
        utc_offset_min: 60,
        notes: notes(),
        ..Meeting::default()
    };
    meeting.agenda.parts = vec![Timebox {
        step: AgendaStep::Estimate,
        minutes: 15,
        added: 0,
        used_ms: 17 * 60_000,
    }];
    meeting.agenda.began_ms = Some(1_700_000_000_000);
    meeting.agenda.ended_ms = Some(1_700_003_600_000);
    let person = |id, name: &str| Person {
        id: PersonId(id),
        name: name.to_owned(),
    };
    meeting.people = vec![person(1, "Ana"), person(2, "Bo")];
    meeting.duties.scribe = Some(PersonId(2));
    meeting.topics = vec![
        Topic {
            story: 7,
            key: String::from("ABC-1"),
            title: String::from("Pay by invoice"),
            why: Typed::of("As a clerk I want invoices."),
            link: String::from("https://github.com/o/r/issues/7"),
            fate: Fate::Ready,
            ..Topic::default()
        },
        Topic {
            title: String::from("Without a key"),
            ..Topic::default()
        },
    ];
    Record {
        meeting,
        estimated: vec![Estimated {
            topic: TopicId(0),
            estimate: String::from("5"),
            votes: Some(votes(&[("5", 3), ("8", 1)])),
            rounds: Vec::new(),
        }],
        polls: vec![Poll {
            purpose: Purpose::Closing,
            topic: None,
            votes: votes(&[("4", 3)]),
        }],
    }
}

/// A browser with two records, on the page of records.
fn browser() -> Browser {
    let mut browser = Browser::new(77);
    browser
        .storage
        .insert(record_key(ID), write_record(&record()));
    let mut later = Record::default();
    later.meeting.id = 0xcd;
    later.meeting.agenda.ended_ms = Some(1_710_000_000_000);
    browser
        .storage
        .insert(record_key(0xcd), write_record(&later));
    browser.open_at(DeskPage::Records);
    browser
}

impl Browser {
    fn records(&self, tab: usize) -> RecordsView {
        let DeskScreen::Records(view) = self.view(tab).screen else {
            panic!("not the records");
        };
        *view
    }

    fn record(&mut self, id: u64) -> RecordView {
        self.tell(0, DeskEvent::Opened(DeskPage::Record(id)));
        let DeskScreen::Record(view) = self.view(0).screen else {
            panic!("not a record");
        };
        *view
    }

    fn rows_of(&mut self, text: &str) -> Vec<u64> {
        let search = RecordEvent::Searched(text.to_owned());
        self.tell(0, DeskEvent::Records(search));
        self.records(0).rows.iter().map(|row| row.id).collect()
    }

    fn ask(&mut self, event: RecordEvent) {
        self.tell(0, DeskEvent::Records(event));
    }
}

#[test]
fn the_sample_is_what_a_table_keeps() {
    assert_eq!(write_record(&record()), SAMPLE.trim_end());
    assert_eq!(read_record(SAMPLE), Kept::Fine(record()));
    assert_eq!(read_record(OLDER), Kept::Fine(record()));
}

#[test]
fn records_stand_there_newest_first() {
    let records = browser().records(0);
    let rows = records.rows.iter();
    let rows: Vec<_> = rows
        .map(|row| (row.id, row.day.as_str(), row.goal.as_str(), row.n_stories))
        .collect();
    assert_eq!(
        rows,
        [
            (0xcd, "9 March 2024", "", 0),
            (ID, "14 November 2023", "Check-out, second half", 2),
        ]
    );
}

#[test]
fn a_search_looks_everywhere_in_any_case() {
    let mut browser = browser();
    for text in [
        "check-out",
        "INVOICE ana",
        "lawyers",
        "pdfs tuesday",
        "14 november",
        "clerk returns cleo",
    ] {
        assert_eq!(browser.rows_of(text), [ID], "{text}");
    }
    assert!(browser.rows_of("invoice zebra").is_empty());
    assert!(browser.rows_of("slip").is_empty(), "taken away again");
    assert_eq!(browser.rows_of(" "), [0xcd, ID]);
}

#[test]
fn a_record_has_everything_and_nothing_that_was_taken_away() {
    let mut browser = browser();
    let record = browser.record(ID);
    assert_eq!(
        record.parts.text.heading,
        "Refinement, 14 November 2023, 23:13"
    );
    assert_eq!(
        record.parts.names,
        ["ABC-1 Pay by invoice", "Without a key"]
    );
    let text = record.parts.texts().collect::<Vec<_>>().join("\n");
    for part in [
        "**Goal:** Check-out, second half",
        "**Who was there:** Ana, Bo (Scribe)",
        "As a clerk I want invoices.",
        "**Estimate:** 5",
        "5 × 3, 8 × 1",
        "Invoices are PDFs — the clerks &lt;b&gt;print&lt;/b&gt; them (Ana; instead of: XML)",
        "Who pays for returns? (Bo, by 2026-12-01)",
        "The other team moves (Bo)",
        "A library for PDFs (Bo, Cleo; Tuesday; ABC-1 Pay by invoice)",
        "Ask the lawyers (Ana; closed)",
        "Measure the export (carried over)",
        "Estimate: 15 min planned, 17 min taken",
        "Closing vote: 4 × 3",
    ] {
        assert!(text.contains(part), "{part}\n\n{text}");
    }
    assert!(!text.contains("slip"), "{text}");
}

#[test]
fn a_record_leaves_in_every_form() {
    let mut browser = browser();
    browser.record(ID);
    browser.ask(RecordEvent::Copied(ID));
    let copied = browser.tabs[0].copied.clone();
    assert!(
        copied.starts_with("# Refinement, 14 November 2023, 23:13\n\n**Goal:** Check-out"),
        "{copied}"
    );
    for (event, name, inside) in [
        (
            RecordEvent::Saved(ID),
            "refinement-2023-11-14.md",
            copied.as_str(),
        ),
        (
            RecordEvent::CsvSaved(ID),
            "refinement-2023-11-14.csv",
            "ABC-1,Pay by invoice,5,",
        ),
        (
            RecordEvent::JiraSaved(ID),
            "refinement-2023-11-14-jira.csv",
            "ABC-1,Pay by invoice,5,",
        ),
        (
            RecordEvent::JsonSaved(ID),
            "refinement-2023-11-14.json",
            "\"Invoices are PDFs\"",
        ),
    ] {
        browser.ask(event);
        let (file, text) = browser.tabs[0].files.last().expect("a file");
        assert_eq!(file, name);
        assert!(text.contains(inside), "{text}");
        assert!(!text.contains("slip"), "{text}");
    }
    let (_, jira) = &browser.tabs[0].files[2];
    assert!(
        !jira.contains("Without a key"),
        "Jira would make an issue of it"
    );
}

#[test]
fn what_leaves_the_desk_is_what_leaves_the_table() {
    let mut browser = browser();
    browser.tell(0, DeskEvent::LanguageChanged(Language::German));
    browser.record(ID);
    for (event, form) in [
        (RecordEvent::Saved(ID), RecordForm::Markdown),
        (RecordEvent::CsvSaved(ID), RecordForm::Csv),
        (RecordEvent::JiraSaved(ID), RecordForm::Jira),
        (RecordEvent::JsonSaved(ID), RecordForm::Json),
    ] {
        browser.ask(event);
        let (name, text) = browser.tabs[0].files.last().expect("a file");
        let file = meeting_says::file(&record(), form);
        assert_eq!((name, text), (&file.name, &file.text));
    }
    let markdown = meeting_says::record(&record()).markdown();
    assert_eq!(browser.tabs[0].files[0].1, markdown);
    browser.ask(RecordEvent::Copied(ID));
    assert_eq!(browser.tabs[0].copied, markdown);
    browser.ask(RecordEvent::CommentCopied(ID, TopicId(0)));
    let comment = meeting_says::comment(&record(), TopicId(0));
    assert_eq!(browser.tabs[0].copied, comment);
}

#[test]
fn one_story_of_it_is_a_comment_for_its_ticket() {
    let mut browser = browser();
    browser.record(ID);
    browser.ask(RecordEvent::CommentCopied(ID, TopicId(0)));
    let copied = browser.tabs[0].copied.clone();
    assert!(copied.starts_with("**Estimate:** 5"), "{copied}");
    for at in [1, 2] {
        browser.ask(RecordEvent::CommentCopied(ID, TopicId(at)));
        assert_eq!(browser.tabs[0].copied, copied, "nothing to say");
    }
    let notices = browser.view(0).notices;
    let last = notices.last().map(|notice| &notice.text);
    assert_eq!(last, Some(&DeskNoticeText::NothingToComment));
}

#[test]
fn it_is_printed_once_it_is_drawn() {
    let mut browser = browser();
    browser.record(ID);
    browser.ask(RecordEvent::Printed(ID));
    assert!(browser.record(ID).paper.is_some());
    assert_eq!(browser.tabs[0].n_prints, 0);
    browser.wait(1);
    assert_eq!(browser.tabs[0].n_prints, 1);
}

#[test]
fn a_deleted_record_comes_back_by_undo_and_only_so() {
    let mut browser = browser();
    browser.record(ID);
    browser.ask(RecordEvent::Deleted(ID));
    assert_eq!(browser.view(0).page, DeskPage::Records);
    assert_eq!(browser.records(0).rows.len(), 1);
    assert!(!browser.storage.contains_key(&record_key(ID)));
    browser.tell(0, DeskEvent::UndoLast);
    assert_eq!(browser.records(0).rows.len(), 2);
    assert_eq!(browser.storage[&record_key(ID)], SAMPLE.trim_end());
    browser.ask(RecordEvent::Deleted(0x99));
    assert_eq!(browser.records(0).rows.len(), 2);
}

#[test]
fn a_record_of_another_tab_is_there_at_once() {
    let mut browser = browser();
    let other = browser.open_at(DeskPage::Records);
    browser.record(ID);
    browser.ask(RecordEvent::Deleted(ID));
    assert_eq!(browser.records(other).rows.len(), 1);
    browser.tell(0, DeskEvent::UndoLast);
    assert_eq!(browser.records(other).rows.len(), 2);
}

#[test]
fn damaged_and_newer_records_are_left_alone() {
    for text in ["{\"version\":1,\"record\":7}", "{\"version\":9}", "x"] {
        let mut browser = Browser::new(78);
        browser.storage.insert(record_key(ID), text.to_owned());
        browser.open_at(DeskPage::Records);
        assert_eq!(browser.records(0).n_all, 0, "{text}");
        assert_eq!(browser.view(0).notices.len(), 1, "{text}");
        browser.ask(RecordEvent::Deleted(ID));
        assert_eq!(browser.storage[&record_key(ID)], text);
        browser.tell(0, DeskEvent::Opened(DeskPage::Record(ID)));
        assert_eq!(browser.view(0).screen, DeskScreen::NoRecord);
    }
}
