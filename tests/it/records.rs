//! The record of a meeting as it leaves: line by line, the same on every seat, safe to open.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

mod sample;
mod travel;

use floret::desk::meeting_says;
use floret::exchange::rich::{Block, parse};
use floret::meeting::{Act, NoteKind, PersonId, Record, TopicId};
use floret::saved::{Kept, read_record};
use floret::story::Step;
use floret::words::{DeskWords, Language};

use sample::{ANA, full, write};

const RECORD: &str = "# Refinement, 30 November 2026, 10:05–11:00

**Goal:** Customers pay \\*by invoice\\*

**Who was there:** Ana (Facilitator), Bo (Product owner), Cy (Scribe)

## [ABC-1](https://tracker.example/ABC-1) Pay by invoice

**Status:** Ready · **Estimate:** 5 · **Votes:** 3 × 1, 5 × 2 · **Agreement:** 67 % · **Rounds:** 2

**What:**

As a customer I pay later.

**Why:**

Half of them ask for it.

**Acceptance criteria:**

- The invoice has a number

**Depends on:**

none

**Decisions:**

- Mail, not paper — costs nothing (Ana; instead of: Letters)

**Open questions:**

- Who sends reminders? (Bo, by 2026-12-04; blocks the start)

**Risks:**

- The bank is slow (Cy; blocks the start)

**Overruled:**

- R2, R8 — known well (Ana)

## ABC-2 Search

**Status:** Sent back

**Sent back:**

- R3, R4 – ask sales

## For the whole session

**Decisions:**

- We meet on Tuesdays

## Other votes

- Confidence, ABC-1 Pay by invoice: 4 × 2, 5 × 1 · Average: 4.33
- Closing vote: 5 × 3 · Average: 5

## Follow-ups

- Ask legal (Bo; closed)
- Old server (carried over)

## Parking lot

- Caching (Ana, Bo; after lunch; ABC-1 Pay by invoice)

## Agenda

- Walk-through: 20 min planned, 25 min taken
- Estimate: 15 min planned, 30 min taken
- Together: 35 min planned, 55 min taken
";

#[test]
fn the_record_has_everything_line_by_line() {
    assert_eq!(meeting_says::record(&full()).markdown(), RECORD);
}

#[test]
fn the_pieces_of_the_screen_are_the_text_of_the_file() {
    let record = meeting_says::record(&full());
    let names: Vec<TopicId> = record.stories.iter().map(|(topic, _)| *topic).collect();
    assert_eq!(names, [TopicId(0), TopicId(1)]);
    assert_eq!(record.sections.len(), 5);
    let parts = [record.intro.clone()].into_iter();
    let parts = parts.chain(record.stories.iter().map(|(_, story)| story.clone()));
    for part in parts.chain(record.sections.clone()) {
        assert!(RECORD.contains(&part), "{part}");
    }
}

#[test]
fn the_record_speaks_the_language_of_the_meeting() {
    let mut german = full();
    german.meeting.language = String::from("de");
    let text = meeting_says::record(&german).markdown();
    assert!(text.starts_with("# Refinement, 30. November 2026, 10:05–11:00\n\n**Ziel:**"));
    assert!(text.contains("- Zuversicht, ABC-1 Pay by invoice: 4 × 2, 5 × 1 · Durchschnitt: 4,33"));
    assert!(text.contains("**Entscheidungen:**"));
}

#[test]
fn a_story_says_what_it_took_if_that_was_measured() {
    let mut record = full();
    let status = |record: &Record, at: usize| {
        let text = meeting_says::record(record).stories[at].1.clone();
        let mut lines = text.lines();
        lines
            .find(|line| line.starts_with("**Status:**"))
            .map(str::to_owned)
    };
    let table = [
        (330_000, 300, "en", " · **Time:** 6 of 5 min"),
        (330_000, 301, "en", " · **Time:** 6 of 6 min"),
        (5_999_999, 0, "en", " · **Time:** 100 min"),
        (330_000, 300, "de", " · **Zeit:** 6 von 5 Min."),
        (29_999, 300, "en", ""),
        (0, 300, "en", ""),
        (i64::MAX, 0, "en", " · **Time:** 153722867280912 min"),
        (i64::MIN, 60, "en", ""),
    ];
    let bare = status(&record, 1).unwrap();
    assert_eq!(bare, "**Status:** Sent back");
    for (used_ms, budget_s, language, time) in table {
        language.clone_into(&mut record.meeting.language);
        let topic = &mut record.meeting.topics[1];
        (topic.used_ms, topic.budget_s) = (used_ms, budget_s);
        let line = status(&record, 1).unwrap();
        assert!(line.ends_with(time), "{line}");
        assert_eq!(
            line.contains("**Time:**") || line.contains("**Zeit:**"),
            !time.is_empty()
        );
        assert!(meeting_says::json(&record).contains(&format!("\"used_ms\":{used_ms}")));
    }
    // The column of the table is about the vote alone.
    let cells = meeting_says::csv(&record);
    assert!(cells.contains(",Sent back,no,,0,,,,,,0,,,,,,"), "{cells}");
}

#[test]
fn files_are_named_by_the_day_at_the_place() {
    let mut record = full();
    assert_eq!(meeting_says::file_name(&record), "refinement-2026-11-30");
    // The same moment, east of the date line.
    record.meeting.utc_offset_min = 14 * 60 + 60;
    assert_eq!(meeting_says::file_name(&record), "refinement-2026-12-01");
    record.meeting.agenda.began_ms = None;
    assert_eq!(meeting_says::file_name(&record), "refinement");
    assert!(
        meeting_says::record(&record)
            .markdown()
            .starts_with("# Refinement\n")
    );
}

#[test]
fn an_end_on_another_day_is_not_said() {
    let mut record = full();
    record.meeting.agenda.ended_ms = record.meeting.agenda.began_ms.map(|ms| ms + 86_400_000);
    assert!(meeting_says::record(&record).heading.ends_with(", 10:05"));
}

#[test]
fn the_table_says_what_was_marked_ready() {
    let text = meeting_says::csv(&full());
    let mut lines = text.split("\r\n").skip(1);
    let first = "ABC-1,Pay by invoice,5,Ready,yes,2026-11-30T09:50:00Z,3,4.33,5,3,5,67,2,95,,\
        \"Mail, not paper — costs nothing\",\"Who sends reminders? (@Bo, 2026-12-04)\",,\
        https://tracker.example/ABC-1";
    assert_eq!(lines.next(), Some(first));
    let second = "ABC-2,Search,,Sent back,no,,0,,,,,,0,,,,,,";
    assert_eq!(lines.next(), Some(second));
}

#[test]
fn only_stories_with_a_key_are_updated_in_jira() {
    let mut record = full();
    let text = meeting_says::jira_csv(&record);
    assert!(text.starts_with("Issue Key,Summary,Story Points,Comment\r\nABC-1,Pay by invoice,5,"));
    assert!(text.contains("\r\nABC-2,Search,,"));
    record.meeting.topics[1].key = String::new();
    assert!(!meeting_says::jira_csv(&record).contains("Search"));
}

#[test]
fn the_json_is_the_record_again() {
    let record = full();
    let text = meeting_says::json(&record);
    assert_eq!(text, meeting_says::json(&record.clone()));
    let Kept::Fine(again) = read_record(&text) else {
        panic!("{text}");
    };
    assert_eq!(again, record);
}

#[test]
fn a_comment_is_of_one_story() {
    let record = full();
    let first = meeting_says::comment(&record, TopicId(0));
    assert!(first.starts_with("**Estimate:** 5"));
    assert!(first.contains("Who sends reminders?") && !first.contains("We meet on Tuesdays"));
    assert!(meeting_says::comment(&record, TopicId(1)).contains("R3, R4"));
    assert_eq!(meeting_says::comment(&record, TopicId(7)), "");
}

/// What people might write to make something of it that it is not.
const HOSTILE: [&str; 8] = [
    "# No heading",
    "- no list",
    "1. no list",
    "a | b | c",
    "<script>alert(1)</script>",
    "one\n\n# two\r\n## three",
    "=HYPERLINK(\"https://evil.example\")",
    "[press](javascript:alert(1)) `code` **bold** <!-- hidden",
];

/// A record in which this stands in every place.
fn with(text: &str) -> Record {
    let mut record = full();
    let meeting = &mut record.meeting;
    text.clone_into(&mut meeting.goal);
    for person in &mut meeting.people {
        text.clone_into(&mut person.name);
    }
    for topic in &mut meeting.topics {
        text.clone_into(&mut topic.title);
        topic.key.clear();
        topic.link.clear();
    }
    for note in &mut meeting.notes {
        for line in &mut note.lines {
            text.clone_into(&mut line.text);
        }
    }
    record
}

/// Headings of a text, and how many blocks it has.
fn outline(text: &str) -> (usize, usize) {
    let blocks = parse(text);
    let headings = blocks
        .iter()
        .filter(|block| matches!(block, Block::Heading { .. }));
    (headings.count(), blocks.len())
}

fn has_inner_block(text: &str) -> bool {
    parse(text).iter().any(|block| match block {
        Block::List { items, .. } => items
            .iter()
            .any(|item| !matches!(item.blocks.as_slice(), [Block::Paragraph(_)])),
        Block::Table { .. } | Block::Quote(_) | Block::Rule => true,
        Block::Paragraph(_) | Block::Heading { .. } | Block::Code(_) => false,
    })
}

#[test]
fn what_people_wrote_makes_nothing_else_of_the_record() {
    let plain = outline(&meeting_says::record(&with("plain")).markdown());
    for text in HOSTILE {
        let record = with(text);
        let markdown = meeting_says::record(&record).markdown();
        assert_eq!(outline(&markdown), plain, "{markdown}");
        assert!(!has_inner_block(&markdown), "{markdown}");
        assert!(
            !markdown.contains("<script") && !markdown.contains("<!--"),
            "{markdown}"
        );
        for cells in [meeting_says::csv(&record), meeting_says::jira_csv(&record)] {
            assert!(!cells.contains(",=") && !cells.contains(",\"="), "{cells}");
        }
    }
}

#[test]
fn a_description_left_open_hides_nothing_behind_it() {
    for open in [
        "````\n```\ncode",
        "~~~ js\n# code\n```",
        "text <!-- note",
        "# <!-- head",
    ] {
        let mut record = full();
        open.clone_into(&mut record.meeting.topics[0].description.text);
        let markdown = meeting_says::record(&record).markdown();
        let headings = parse(&markdown)
            .into_iter()
            .filter(|block| matches!(block, Block::Heading { level: 2, .. }));
        assert_eq!(headings.count(), 7, "{markdown}");
        assert!(!markdown.contains("<!--"), "{markdown}");
    }
}

#[test]
fn a_story_is_judged_by_what_the_team_asks_for() {
    let mut record = full();
    let words = DeskWords::of(Language::English).gate;
    let gates = meeting_says::gates(words, &record, TopicId(0)).unwrap();
    let names = |step| {
        let points = &gates.side(step).points;
        points
            .iter()
            .map(|one| one.name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(Step::Vote), ["R2", "R3"]);
    assert_eq!(names(Step::Ready), ["R8", "R9", "T1"]);
    assert_eq!(gates.vote.line.missing, ["R2"]);
    assert_eq!(gates.ready.points[2].wording, "A demo is planned");
    assert!(gates.is_ready && gates.ready.line.is_overruled);
    // Ticked by hand, it is met; the decision that was taken away is missed.
    let tick = |point: &str| Act::Tick {
        topic: TopicId(0),
        point: point.to_owned(),
        on: Some(true),
    };
    let note = record.meeting.notes[0].id;
    let acts = [
        Act::Resume,
        tick("R2"),
        tick("T1"),
        Act::Remove { note, on: true },
    ];
    for act in acts {
        record.meeting.apply(ANA, &act, 1);
    }
    let gates = meeting_says::gates(words, &record, TopicId(0)).unwrap();
    assert!(gates.vote.line.missing.is_empty());
    assert_eq!(gates.ready.line.missing, ["R9"]);
    assert!(meeting_says::gates(words, &record, TopicId(9)).is_none());
}

#[test]
fn notes_over_no_story_stand_by_themselves_and_removed_ones_nowhere() {
    let mut record = Record::default();
    let risk = write(
        &mut record.meeting,
        NoteKind::Risk,
        None,
        &["Holidays", "Cy"],
    );
    write(&mut record.meeting, NoteKind::Question, None, &["Budget?"]);
    let text = meeting_says::record(&record).markdown();
    let expected = "# Refinement\n\n## For the whole session\n\n\
        **Open questions:**\n\n- Budget?\n\n**Risks:**\n\n- Holidays (Cy)\n";
    assert_eq!(text, expected);
    record.meeting.apply(
        PersonId(1),
        &Act::Remove {
            note: risk,
            on: true,
        },
        2,
    );
    assert!(
        !meeting_says::record(&record)
            .markdown()
            .contains("Holidays")
    );
}
