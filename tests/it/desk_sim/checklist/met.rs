//! What the record of the meeting says of each item, and what takes that away.

use super::meeting::{Held, MINUTE_MS, note, part, unwrite};
use floret::desk::DeskEvent;
use floret::meeting::{
    AgendaStep, Fate, NoteField, NoteKind, NoteState, Overruled, PersonId, Record,
};
use floret::story::Step;
use floret::words::Language;

/// A change of a good record.
type Change = fn(&mut Record);

/// An item, what it says of a good record, and what takes that away.
type Row = (&'static str, &'static str, &'static [Change]);

fn remove(record: &mut Record, kind: NoteKind) {
    record.meeting.notes.retain(|one| one.kind != kind);
}

fn overrule(record: &mut Record) {
    record.meeting.topics[0].overruled.push(Overruled {
        step: Step::Vote,
        by: PersonId(1),
        why: String::from("it is tiny"),
        at_ms: 1,
        missing: vec![String::from("R3")],
    });
}

const DURING: [Row; 11] = [
    (
        "D1",
        "1 point of last time is closed or carried over.",
        &[|record| note(record, NoteKind::FollowUp).state = NoteState::Open],
    ),
    (
        "D2",
        "2 of 2 people signalled “I have read it”.",
        &[
            |record| record.meeting.topics[1].read_by.truncate(1),
            |record| part(record, AgendaStep::SilentReading).used_ms = 0,
            |record| {
                record
                    .meeting
                    .agenda
                    .parts
                    .retain(|one| one.step != AgendaStep::SilentReading);
            },
        ],
    ),
    (
        "D3",
        "The walk-through took place, and 2 of 2 stories had their time.",
        &[
            |record| record.meeting.topics[1].used_ms = 900,
            |record| part(record, AgendaStep::WalkThrough).used_ms = 900,
        ],
    ),
    (
        "D5",
        "1 topic was parked.",
        &[|record| {
            remove(record, NoteKind::Parked);
            record.meeting.topics[1].n_solution_talks = 1;
        }],
    ),
    (
        "D11",
        "1 story was estimated, and it passes the vote gate.",
        &[|record| {
            overrule(record);
            record.meeting.agenda.parts.swap(2, 3);
        }],
    ),
    (
        "D12",
        "2 of 2 rounds were at the same moment and without names.",
        &[
            |record| rounds(record)[0].is_named = true,
            |record| rounds(record).clear(),
            |record| record.estimated.clear(),
        ],
    ),
    (
        "D13",
        "On 1 story the first numbers differed, and a new round followed.",
        &[
            |record| rounds(record).truncate(1),
            |record| rounds(record).clear(),
        ],
    ),
    (
        "D15",
        "1 risk or blocker was named.",
        &[|record| {
            remove(record, NoteKind::Risk);
            part(record, AgendaStep::Risks).used_ms = 0;
        }],
    ),
    (
        "D16",
        "6 of 6 timeboxes were held.",
        &[
            |record| part(record, AgendaStep::WalkThrough).used_ms += MINUTE_MS,
            |record| {
                let late = part(record, AgendaStep::Estimate);
                (late.added, late.used_ms) = (5, late.used_ms + 4 * MINUTE_MS);
            },
        ],
    ),
    (
        "D17",
        "1 decision is written with its reason.",
        &[
            |record| unwrite(record, NoteKind::Decision, NoteField::Why),
            |record| note(record, NoteKind::Decision).topic = None,
        ],
    ),
    (
        "D18",
        "1 story is marked ready.",
        &[
            |record| record.meeting.topics[0].fate = Fate::Open,
            |record| {
                record.meeting.topics[0].said.clear();
            },
        ],
    ),
];

const AROUND: [Row; 3] = [
    (
        "B24",
        "Link and deck were tried out: somebody came to the table.",
        &[|record| record.meeting.people.truncate(1)],
    ),
    (
        "A5",
        "1 open question has owner and date.",
        &[
            |record| unwrite(record, NoteKind::Question, NoteField::Due),
            |record| unwrite(record, NoteKind::Question, NoteField::Who),
        ],
    ),
    (
        "A6",
        "1 story sent back is on the next agenda with its gaps.",
        &[|record| {
            if let Fate::SentBack { missing, .. } = &mut record.meeting.topics[1].fate {
                missing.clear();
            }
        }],
    ),
];

fn rounds(record: &mut Record) -> &mut Vec<floret::meeting::Counted> {
    &mut record.estimated[0].rounds
}

#[test]
fn each_item_ticks_with_its_fact_and_not_without() {
    for (name, said, spoils) in DURING.iter().chain(&AROUND) {
        let mut held = Held::new();
        assert!(!held.browser.row(name).is_done, "{name}");
        held.end();
        let row = held.browser.row(name);
        assert_eq!((row.is_done, row.fact.as_str()), (true, *said), "{name}");
        let german = DeskEvent::LanguageChanged(Language::German);
        held.browser.tell(0, german);
        let german = held.browser.row(name).fact;
        assert!(german.ends_with('.') && german != row.fact, "{german}");
        for (at, spoil) in spoils.iter().enumerate() {
            let mut held = Held::new();
            spoil(&mut held.record);
            held.end();
            let row = held.browser.row(name);
            assert_eq!((row.is_done, row.fact.as_str()), (false, ""), "{name} {at}");
            assert!(row.can_tick, "{name}");
        }
    }
}

/// What is said where there was nothing to do.
#[test]
fn what_the_meeting_did_not_need_is_done_and_said() {
    let table: [(&str, &str, Change); 9] = [
        (
            "D5",
            "Nobody pressed “Solution talk”, and nothing had to be parked.",
            |record| remove(record, NoteKind::Parked),
        ),
        (
            "D11",
            "The walk-through came before the estimate of 1 story.",
            overrule,
        ),
        (
            "D11",
            "The walk-through came before the estimate of 1 story.",
            |record| record.meeting.definition.clear(),
        ),
        (
            "D13",
            "In no first round were the numbers two or more cards apart.",
            |record| rounds(record)[0].spread = Some(1),
        ),
        (
            "D15",
            "Risks were asked for, and nobody knew of one.",
            |record| remove(record, NoteKind::Risk),
        ),
        ("D15", "1 risk or blocker was named.", |record| {
            part(record, AgendaStep::Risks).used_ms = 0;
        }),
        ("D16", "5 of 5 timeboxes were held.", |record| {
            part(record, AgendaStep::Risks).used_ms = 2_000;
        }),
        ("A5", "No question is open.", |record| {
            note(record, NoteKind::Question).state = NoteState::Closed;
        }),
        ("A6", "No story was sent back.", |record| {
            record.meeting.topics[1].fate = Fate::Open;
        }),
    ];
    for (name, said, change) in table {
        let mut held = Held::new();
        change(&mut held.record);
        held.end();
        let row = held.browser.row(name);
        assert_eq!((row.is_done, row.fact.as_str()), (true, said), "{name}");
    }
}
