//! A refinement whose table was opened, and the record of a meeting in which all went well.

use super::Browser;
use floret::desk::event::{Field, PlanEvent, StoryEvent};
use floret::desk::{DeskEffect, DeskEvent};
use floret::meeting::{
    AgendaStep, Counted, Estimated, Fate, Meeting, Note, NoteField, NoteId, NoteKind, NoteState,
    Person, PersonId, Record, Timebox, TopicId, Typed,
};
use floret::saved::{KeptEstimate, MET_KEY, back_key, record_key, write_back, write_record};
use floret::story::{Round, StoryId};

pub(super) const MINUTE_MS: i64 = 60_000;

/// A meeting that these lists know nothing of.
pub(super) const A_LATER_MEETING: u64 = 0xffff;

const BEGAN_MS: i64 = 1_770_000_100_000;
pub(super) const ENDED_MS: i64 = BEGAN_MS + 60 * MINUTE_MS;

/// A refinement of two stories: the first becomes ready, the second is sent back.
pub(super) struct Held {
    pub(super) browser: Browser,
    pub(super) stories: Vec<StoryId>,
    pub(super) record: Record,
}

impl Held {
    /// The table is open; nobody has said anything yet.
    pub(super) fn new() -> Self {
        let mut browser = Browser::with_tab();
        let stories = browser.plan_stories(2);
        for (id, key) in stories.iter().zip(["ABC-1", ""]) {
            let typed = |field, text: &str| StoryEvent::Typed(field, text.to_owned());
            let said = |point: &str| StoryEvent::Said(point.to_owned(), Some(true));
            for event in [
                typed(Field::Key, key),
                typed(Field::Acceptance, "- it works"),
                typed(Field::Dependencies, "none"),
                StoryEvent::Placed(true),
                said("R1"),
                said("R2"),
                said("R5"),
                said("R7"),
            ] {
                browser.tell(0, DeskEvent::Story(*id, event));
            }
        }
        browser.plans(PlanEvent::FollowUpAdded(String::from("Ask legal")));
        let mut held = Self {
            browser,
            stories,
            record: Record::default(),
        };
        let meeting = held.open_table();
        held.record = good(meeting);
        held
    }

    /// Opens a table; the meeting that is held at it.
    pub(super) fn open_table(&mut self) -> Meeting {
        self.browser.plans(PlanEvent::TableOpened);
        let wishes = self.browser.wishes.drain(..);
        let mut plans = wishes.filter_map(|wish| {
            if let DeskEffect::OpenTable(plan) = wish {
                Some(plan.meeting)
            } else {
                None
            }
        });
        plans.next_back().expect("a table")
    }

    /// The table tells the desk how it stands.
    pub(super) fn tell_desk(&mut self) {
        let text = write_record(&self.record);
        self.browser.table_writes(MET_KEY, &text);
    }

    /// Everything that the table writes at the end of the meeting.
    pub(super) fn end(&mut self) {
        let meeting = &mut self.record.meeting;
        meeting.agenda.ended_ms = Some(ENDED_MS);
        for one in &self.record.estimated {
            let topic = self.record.meeting.topic(one.topic).unwrap();
            let estimate = KeptEstimate {
                estimate: one.estimate.clone(),
                round: one.votes.clone(),
                at_ms: ENDED_MS,
            };
            let key = back_key(&topic.story_id().to_string());
            self.browser.table_writes(&key, &write_back(&estimate));
        }
        let key = record_key(self.record.meeting.id);
        let text = write_record(&self.record);
        self.browser.table_writes(&key, &text);
        self.tell_desk();
    }
}

/// The first note of a kind.
pub(super) fn note(record: &mut Record, kind: NoteKind) -> &mut Note {
    let notes = &mut record.meeting.notes;
    notes.iter_mut().find(|one| one.kind == kind).unwrap()
}

/// Empties a line of the first note of a kind.
pub(super) fn unwrite(record: &mut Record, kind: NoteKind, field: NoteField) {
    let note = note(record, kind);
    let at = kind.fields().iter().position(|one| *one == field).unwrap();
    note.lines[at].text.clear();
}

/// A part of the agenda.
pub(super) fn part(record: &mut Record, step: AgendaStep) -> &mut Timebox {
    let parts = &mut record.meeting.agenda.parts;
    parts.iter_mut().find(|one| one.step == step).unwrap()
}

fn good(mut meeting: Meeting) -> Record {
    meeting.people = [(1, "Ana"), (2, "Bo")]
        .map(|(id, name)| Person {
            id: PersonId(id),
            name: name.to_owned(),
        })
        .to_vec();
    meeting.agenda.began_ms = Some(BEGAN_MS);
    for part in &mut meeting.agenda.parts {
        // Nobody goes on in the very second.
        part.used_ms = i64::from(part.minutes) * MINUTE_MS + 20_000;
    }
    meeting.agenda.at = 5;
    for topic in &mut meeting.topics {
        topic.read_by = vec![PersonId(1), PersonId(2)];
        topic.used_ms = 15 * MINUTE_MS;
    }
    meeting.topics[0].fate = Fate::Ready;
    meeting.topics[1].fate = Fate::SentBack {
        missing: vec![String::from("R3")],
        note: String::new(),
        at_ms: BEGAN_MS,
    };
    meeting.notes[0].state = NoteState::Closed;
    for (kind, topic, lines) in [
        (NoteKind::Decision, Some(0), ["By mail", "costs nothing"]),
        (NoteKind::Question, Some(0), ["Who pays?", "Bo"]),
        (NoteKind::Risk, None, ["Holidays", "Bo"]),
        (NoteKind::Parked, Some(1), ["Caching", "Ana"]),
    ] {
        let id = NoteId(u32::try_from(meeting.notes.len()).unwrap() + 1);
        let mut note = Note::new(id, kind, topic.map(TopicId), lines[0]);
        note.lines[1] = Typed::of(lines[1]);
        if kind == NoteKind::Question {
            note.lines[2] = Typed::of("2026-12-04");
        }
        note.by = Some(PersonId(1));
        meeting.notes.push(note);
    }
    meeting.rev = 40;
    let round = |spread| Counted {
        is_named: false,
        spread: Some(spread),
    };
    let votes = Round {
        n_rounds: 2,
        votes: vec![(String::from("5"), 2)],
        ..Round::default()
    };
    let estimated = Estimated {
        topic: TopicId(0),
        estimate: String::from("5"),
        votes: Some(votes),
        rounds: vec![round(3), round(0)],
    };
    Record {
        meeting,
        estimated: vec![estimated],
        polls: Vec::new(),
    }
}
