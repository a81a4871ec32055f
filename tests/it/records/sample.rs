//! A meeting with everything in it, after its end.

use floret::meeting::{
    Act, AgendaStep, AskedPoint, Duty, Edit, Estimated, Meeting, NoteField, NoteId, NoteKind,
    NoteState, PersonId, Place, Poll, Purpose, Record, Timebox, Topic, TopicId, Typed,
};
use floret::story::{Round, Step};

pub(crate) const ANA: PersonId = PersonId(1);
const BO: PersonId = PersonId(2);
const CY: PersonId = PersonId(3);

const MINUTE_MS: i64 = 60_000;

/// 2026-11-30, 09:05 UTC.
const BEGAN_MS: i64 = 1_796_029_500_000;

/// Writes a note with these lines; answers its name.
pub(crate) fn write(
    meeting: &mut Meeting,
    kind: NoteKind,
    topic: Option<TopicId>,
    lines: &[&str],
) -> NoteId {
    let text = String::new();
    meeting.apply(CY, &Act::Write { kind, topic, text }, 1);
    let id = meeting.notes.last().map(|note| note.id).unwrap();
    for (field, line) in kind.fields().iter().zip(lines) {
        type_in(meeting, Place::Note(id, *field), line);
    }
    id
}

/// Fills an empty line.
fn type_in(meeting: &mut Meeting, place: Place, line: &str) {
    let act = Act::Type {
        place,
        rev: 0,
        number: 1,
        edit: Edit::between("", line),
    };
    meeting.apply(CY, &act, 1);
}

fn topics() -> Vec<Topic> {
    let pay = Topic {
        story: 1,
        key: String::from("ABC-1"),
        title: String::from("Pay by invoice"),
        link: String::from("https://tracker.example/ABC-1"),
        description: Typed::of("As a customer I pay later."),
        why: Typed::of("Half of them ask for it."),
        acceptance: Typed::of("- The invoice has a number"),
        dependencies: Typed::of("none"),
        at_table: Some(1),
        ..Topic::default()
    };
    let search = Topic {
        story: 2,
        key: String::from("ABC-2"),
        title: String::from("Search"),
        ..Topic::default()
    };
    vec![pay, search]
}

fn planned() -> Meeting {
    let part = |step, minutes| Timebox {
        step,
        minutes,
        added: 0,
        used_ms: 0,
    };
    let asked = |name: &str, step, text: Option<&str>| AskedPoint {
        name: name.to_owned(),
        step,
        text: text.map(str::to_owned),
    };
    let mut meeting = Meeting {
        id: 7,
        goal: String::from("Customers pay *by invoice*"),
        language: String::from("en"),
        utc_offset_min: 60,
        topics: topics(),
        definition: vec![
            asked("R2", Step::Vote, None),
            asked("R3", Step::Vote, None),
            asked("R8", Step::Ready, None),
            asked("R9", Step::Ready, None),
            asked("T1", Step::Ready, Some("A demo is planned")),
        ],
        ..Meeting::default()
    };
    meeting.agenda.parts = vec![
        part(AgendaStep::WalkThrough, 20),
        part(AgendaStep::Estimate, 15),
    ];
    meeting.follow_up(None, "Ask legal");
    meeting.follow_up(None, "Old server");
    meeting.begin(ANA);
    for (person, name) in [(ANA, "Ana"), (BO, "Bo"), (CY, "Cy")] {
        meeting.meet(person, name);
    }
    meeting
}

fn held() -> Meeting {
    let mut meeting = planned();
    let (pay, search) = (TopicId(0), TopicId(1));
    let give = |duty, person| Act::Give {
        duty,
        person: Some(person),
    };
    for act in [
        give(Duty::ProductOwner, BO),
        give(Duty::Scribe, CY),
        Act::Start,
    ] {
        meeting.apply(ANA, &act, BEGAN_MS);
    }
    let kept: Vec<NoteId> = meeting.notes.iter().map(|note| note.id).collect();
    let closed = Act::Settle {
        note: kept[0],
        state: NoteState::Closed,
    };
    meeting.apply(BO, &closed, BEGAN_MS);
    type_in(&mut meeting, Place::Note(kept[0], NoteField::Who), "Bo");
    meeting.apply(ANA, &Act::GoTo { part: 1 }, BEGAN_MS + 25 * MINUTE_MS);
    let decision = ["Mail, not paper", "costs nothing", "Ana", "Letters"];
    write(&mut meeting, NoteKind::Decision, Some(pay), &decision);
    let question = ["Who sends reminders?", "Bo", "2026-12-04"];
    let question = write(&mut meeting, NoteKind::Question, Some(pay), &question);
    let risk = write(
        &mut meeting,
        NoteKind::Risk,
        Some(pay),
        &["The bank is slow", "Cy"],
    );
    let parked = ["Caching", "Ana", "Bo", "after lunch"];
    write(&mut meeting, NoteKind::Parked, Some(pay), &parked);
    write(
        &mut meeting,
        NoteKind::Decision,
        None,
        &["We meet on Tuesdays"],
    );
    for note in [question, risk] {
        meeting.apply(CY, &Act::Block { note, on: true }, 1);
    }
    let overrule = Act::Overrule {
        topic: pay,
        step: Step::Ready,
        why: String::from("known well"),
        missing: vec![String::from("R2"), String::from("R8")],
    };
    let back = Act::SendBack {
        topic: search,
        missing: vec![String::from("R3"), String::from("R4")],
        note: String::from("ask sales"),
    };
    for act in [overrule, Act::MarkReady { topic: pay }, back] {
        meeting.apply(ANA, &act, BEGAN_MS + 30 * MINUTE_MS);
    }
    meeting.apply(ANA, &Act::End, BEGAN_MS + 55 * MINUTE_MS);
    // What was there before the meeting stands behind what was written first in the tests.
    meeting.notes.rotate_left(2);
    meeting
}

fn cards(cards: &[(&str, u32)], average: &str) -> Round {
    let cards = cards.iter().map(|(card, n)| ((*card).to_owned(), *n));
    Round {
        n_rounds: 1,
        votes: cards.collect(),
        average: Some(average.to_owned()),
        ..Round::default()
    }
}

/// Two stories, one ready and one sent back, and everything that can be written down.
pub(crate) fn full() -> Record {
    let votes = Round {
        n_rounds: 2,
        agreement: Some(67),
        median: Some(String::from("5")),
        lowest: Some(String::from("3")),
        highest: Some(String::from("5")),
        seconds: Some(95),
        voted_at_ms: Some(BEGAN_MS + 45 * MINUTE_MS),
        ..cards(&[("3", 1), ("5", 2)], "4.33")
    };
    let poll = |purpose, topic, votes| Poll {
        purpose,
        topic,
        votes,
    };
    Record {
        meeting: held(),
        estimated: vec![Estimated {
            topic: TopicId(0),
            estimate: String::from("5"),
            votes: Some(votes),
            rounds: Vec::new(),
        }],
        polls: vec![
            poll(
                Purpose::Confidence,
                Some(TopicId(0)),
                cards(&[("4", 2), ("5", 1)], "4.33"),
            ),
            poll(Purpose::Closing, None, cards(&[("5", 3)], "5")),
        ],
    }
}
