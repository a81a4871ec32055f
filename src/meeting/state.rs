//! The meeting as everybody sees it.

use serde::{Deserialize, Serialize};

use super::act::Place;
use super::note::{Note, NoteField, NoteId, NoteKind, NoteState};
use super::people::{Duties, Duty, Person, PersonId};
use super::running::Agenda;
use super::topic::{Topic, TopicId};
use super::typed::Typed;
use crate::story::Step;

/// Notes of one meeting, those taken away included.
pub const MAX_NOTES: usize = 500;

/// Longest line of a note, in characters.
pub const MAX_NOTE_CHARS: usize = 2_000;

/// Longest text of a story at the table, in characters.
pub const MAX_TOPIC_CHARS: usize = 20_000;

/// All texts of a meeting together, in characters: a newcomer gets them in one message of
/// 2 MiB at most.
pub const MAX_MEETING_CHARS: usize = 450_000;

/// People whose names are remembered.
pub(super) const MAX_PEOPLE: usize = 200;

/// A point that the team's Definition of Ready asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedPoint {
    /// `R1` to `R15`, or `T1` and on for the team's own.
    pub name: String,
    /// Which gate it keeps.
    pub step: Step,
    /// The team's own wording; `None`: the built-in one.
    pub text: Option<String>,
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Meeting {
    /// Names the meeting and its record.
    pub id: u64,
    /// What it is for, may be empty.
    pub goal: String,
    /// Language of the record, `en`.
    pub language: String,
    /// Minutes by which the clock of the place is ahead of UTC.
    pub utc_offset_min: i32,
    /// The agenda and its clock.
    pub agenda: Agenda,
    /// The stories, in the order they were planned in.
    pub topics: Vec<Topic>,
    /// The story that is talked about.
    pub current: Option<TopicId>,
    /// What is written down, oldest first.
    pub notes: Vec<Note>,
    /// Everybody who was there.
    pub people: Vec<Person>,
    /// Who does what.
    pub duties: Duties,
    /// The name that was planned for the scribe, until somebody of that name comes.
    pub scribe_name: String,
    /// Raised hands, in the order they were raised.
    pub hands: Vec<PersonId>,
    /// Who may leave now.
    pub released: Vec<PersonId>,
    /// What the team asks of a story.
    pub definition: Vec<AskedPoint>,
    /// The team's limit for R7, `8`; empty: none.
    pub limit: String,
    /// Acts so far; two states of one meeting with the same number are the same.
    pub rev: u32,
}

impl Meeting {
    /// A story of the meeting.
    pub fn topic(&self, id: TopicId) -> Option<&Topic> {
        self.topics.get(usize::from(id.0))
    }

    pub(super) fn topic_mut(&mut self, id: TopicId) -> Option<&mut Topic> {
        self.topics.get_mut(usize::from(id.0))
    }

    /// All stories with their names.
    pub fn named_topics(&self) -> impl Iterator<Item = (TopicId, &Topic)> {
        let names = (0..=u16::MAX).map(TopicId);
        names.zip(&self.topics)
    }

    /// A note.
    pub fn note(&self, id: NoteId) -> Option<&Note> {
        self.notes.iter().find(|note| note.id == id)
    }

    pub(super) fn note_mut(&mut self, id: NoteId) -> Option<&mut Note> {
        self.notes.iter_mut().find(|note| note.id == id)
    }

    /// A text that people type into.
    pub fn typed(&self, place: Place) -> Option<&Typed> {
        match place {
            Place::Note(note, field) => self.note(note)?.line(field),
            Place::Topic(topic, field) => Some(self.topic(topic)?.typed(field)),
        }
    }

    pub(super) fn typed_mut(&mut self, place: Place) -> Option<&mut Typed> {
        match place {
            Place::Note(note, field) => self.note_mut(note)?.line_mut(field),
            Place::Topic(topic, field) => Some(self.topic_mut(topic)?.typed_mut(field)),
        }
    }

    /// A person's name, as it was last; empty: nobody knows.
    pub fn name(&self, person: PersonId) -> &str {
        let mut people = self.people.iter();
        let found = people.find(|one| one.id == person);
        found.map_or("", |one| one.name.as_str())
    }

    /// Notes that are shown to this person: not taken away, not hidden by another.
    pub fn notes_for(&self, person: PersonId) -> impl Iterator<Item = &Note> {
        let is_shown =
            move |note: &&Note| !note.is_removed && (!note.is_hidden || note.by == Some(person));
        self.notes.iter().filter(is_shown)
    }

    /// Whether the meeting was ended.
    pub fn is_over(&self) -> bool {
        self.agenda.ended_ms.is_some()
    }

    /// Whether a decision is written for this story.
    pub fn is_decided(&self, topic: TopicId) -> bool {
        self.notes.iter().any(|note| {
            note.kind == NoteKind::Decision && note.topic == Some(topic) && note.is_kept()
        })
    }

    /// Somebody sits down or changes their name.
    pub fn meet(&mut self, id: PersonId, name: &str) {
        let has_room = self.people.len() < MAX_PEOPLE;
        match self.people.iter_mut().find(|one| one.id == id) {
            Some(known) => name.clone_into(&mut known.name),
            None if has_room => self.people.push(Person {
                id,
                name: name.to_owned(),
            }),
            None => {}
        }
        let is_scribe =
            !self.scribe_name.is_empty() && self.scribe_name.to_lowercase() == name.to_lowercase();
        if is_scribe && self.duties.scribe.is_none() {
            self.duties.scribe = Some(id);
            self.scribe_name.clear();
        }
        self.rev = self.rev.wrapping_add(1);
    }

    /// The table's newest story is the one of this name: it is talked about now. Answers
    /// with the number under which it was on the table before.
    pub fn bind(&mut self, name: &str, number: u32) -> Option<u32> {
        let (id, _) = self
            .named_topics()
            .find(|(_, topic)| topic.name() == name)?;
        self.current = Some(id);
        self.rev = self.rev.wrapping_add(1);
        self.topic_mut(id)?.at_table.replace(number)
    }

    /// A note that was there before the meeting, with the lines it has; `None` if there are
    /// too many.
    pub fn add(
        &mut self,
        kind: NoteKind,
        topic: Option<TopicId>,
        lines: &[(NoteField, &String)],
    ) -> Option<&mut Note> {
        if self.notes.len() >= MAX_NOTES {
            return None;
        }
        let last = self.notes.last().map_or(0, |note| note.id.0);
        let mut note = Note::new(NoteId(last.saturating_add(1)), kind, topic, "");
        for (field, text) in lines {
            if let Some(line) = note.line_mut(*field) {
                let cut: String = text.chars().take(MAX_NOTE_CHARS).collect();
                *line = Typed::of(&cut);
            }
        }
        self.notes.push(note);
        self.notes.last_mut()
    }

    /// A follow-up that was there before the meeting.
    pub fn follow_up(&mut self, topic: Option<TopicId>, text: &str) {
        let lines = [(NoteField::Text, &text.to_owned())];
        self.add(NoteKind::FollowUp, topic, &lines);
    }

    /// The same on a clock that shows `offset_ms` less: somebody else holds the table.
    pub fn change_clock(&mut self, offset_ms: i64) {
        self.agenda.change_clock(offset_ms);
        self.rev = self.rev.wrapping_add(1);
    }

    /// Who does what when the meeting begins: whoever opens the table leads.
    pub fn begin(&mut self, opener: PersonId) {
        if self.duties.of(Duty::Facilitator).is_none() {
            self.duties.give(Duty::Facilitator, Some(opener));
        }
    }

    /// Follow-ups that wait for the next session.
    pub fn carried_over(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter().filter(|note| {
            note.kind == NoteKind::FollowUp && note.is_kept() && note.state != NoteState::Closed
        })
    }
}
