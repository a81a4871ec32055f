//! What each act does to a meeting; the same on every seat.

use super::act::Act;
use super::note::{Note, NoteId, NoteKind};
use super::people::PersonId;
use super::plan::{AgendaStep, MAX_LINE_CHARS};
use super::state::Meeting;
use super::topic::{Fate, Overruled, Topic, TopicId};

impl Meeting {
    /// What somebody did. What does not fit changes nothing, on every seat alike.
    pub fn apply(&mut self, who: PersonId, act: &Act, now_ms: i64) {
        if !self.fits(act) {
            return;
        }
        self.rev = self.rev.wrapping_add(1);
        match act {
            Act::Start
            | Act::Pause
            | Act::Extend { .. }
            | Act::GoTo { .. }
            | Act::Pick { .. }
            | Act::Budget { .. }
            | Act::End
            | Act::Resume => self.run(act, now_ms),
            Act::Read { topic, on } => {
                self.with_topic(*topic, |topic| mark(&mut topic.read_by, who, *on));
            }
            Act::Release { person, on } => mark(&mut self.released, *person, *on),
            Act::Hand { on } => mark(&mut self.hands, who, *on),
            Act::HeardOut { person } => mark(&mut self.hands, *person, false),
            Act::SolutionTalk { topic } => self.with_topic(*topic, |topic| {
                mark(&mut topic.solution_talk, who, true);
                topic.n_solution_talks = topic.n_solution_talks.saturating_add(1);
            }),
            Act::Give { duty, person } => self.duties.give(*duty, *person),
            Act::Write { kind, topic, text } => self.write(who, *kind, *topic, text, now_ms),
            Act::Type {
                place,
                number,
                edit,
                ..
            } => {
                if let Some(typed) = self.typed_mut(*place) {
                    typed.apply(who, *number, edit);
                }
            }
            Act::Settle { note, state } => self.with_note(*note, |note| note.state = *state),
            Act::Block { note, on } => self.with_note(*note, |note| note.blocks = *on),
            Act::Remove { note, on } => self.with_note(*note, |note| note.is_removed = *on),
            Act::Tick { topic, point, on } => {
                let point: String = point.chars().take(MAX_LINE_CHARS).collect();
                self.with_topic(*topic, |topic| topic.say(&point, *on));
            }
            Act::Overrule { .. }
            | Act::MarkReady { .. }
            | Act::SendBack { .. }
            | Act::Reopen { .. } => self.judge(who, act, now_ms),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "`apply` passes acts of the clock only"
    )]
    fn run(&mut self, act: &Act, now_ms: i64) {
        let fresh_ms = self.agenda.settle(now_ms);
        let is_of_story = self.agenda.step().is_some_and(AgendaStep::is_of_stories);
        if let Some(topic) = self.current.filter(|_| is_of_story) {
            self.with_topic(topic, |one| {
                one.used_ms = one.used_ms.saturating_add(fresh_ms);
            });
        }
        match act {
            Act::Start => {
                self.agenda.running_ms = Some(now_ms);
                self.agenda.began_ms.get_or_insert(now_ms);
            }
            Act::Pause => self.agenda.running_ms = None,
            Act::Extend { minutes } => self.agenda.extend(i32::from(*minutes)),
            Act::GoTo { part } => {
                self.agenda.at = usize::from(*part);
                if self.agenda.step() != Some(AgendaStep::SilentReading) {
                    self.unhide();
                }
            }
            Act::Pick { topic } => self.current = Some(*topic),
            Act::Budget { topic, seconds } => {
                self.with_topic(*topic, |one| one.budget_s = *seconds);
            }
            Act::End => {
                self.agenda.running_ms = None;
                self.agenda.ended_ms = Some(now_ms);
                self.hands.clear();
                self.unhide();
                // What was said without a word is counted, and named to nobody afterwards.
                for topic in &mut self.topics {
                    topic.solution_talk.clear();
                }
            }
            Act::Resume => self.agenda.ended_ms = None,
            _not_of_the_clock => {}
        }
    }

    fn unhide(&mut self) {
        for note in &mut self.notes {
            note.is_hidden = false;
        }
    }

    fn write(
        &mut self,
        who: PersonId,
        kind: NoteKind,
        topic: Option<TopicId>,
        text: &str,
        now_ms: i64,
    ) {
        let last = self.notes.last().map_or(0, |note| note.id.0);
        let mut note = Note::new(NoteId(last.saturating_add(1)), kind, topic, text);
        let is_reading = self.agenda.step() == Some(AgendaStep::SilentReading);
        note.is_hidden = is_reading && kind == NoteKind::Question;
        (note.by, note.at_ms) = (Some(who), now_ms);
        self.notes.push(note);
        if let Some(topic) = topic.filter(|_| kind == NoteKind::Parked) {
            self.with_topic(topic, |topic| topic.solution_talk.clear());
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "`apply` passes acts of the gate only"
    )]
    fn judge(&mut self, who: PersonId, act: &Act, now_ms: i64) {
        match act {
            Act::Overrule {
                topic,
                step,
                why,
                missing,
            } => {
                let overruled = Overruled {
                    step: *step,
                    by: who,
                    why: line(why),
                    at_ms: now_ms,
                    missing: points(missing),
                };
                self.with_topic(*topic, |topic| topic.overruled.push(overruled));
            }
            Act::MarkReady { topic } => self.with_topic(*topic, |one| one.fate = Fate::Ready),
            Act::SendBack {
                topic,
                missing,
                note,
            } => {
                let fate = Fate::SentBack {
                    missing: points(missing),
                    note: line(note),
                    at_ms: now_ms,
                };
                self.with_topic(*topic, |topic| topic.fate = fate);
            }
            Act::Reopen { topic } => self.with_topic(*topic, |one| one.fate = Fate::Open),
            _not_of_the_gate => {}
        }
    }

    fn with_topic(&mut self, id: TopicId, change: impl FnOnce(&mut Topic)) {
        if let Some(topic) = self.topic_mut(id) {
            change(topic);
        }
    }

    fn with_note(&mut self, id: NoteId, change: impl FnOnce(&mut Note)) {
        if let Some(note) = self.note_mut(id) {
            change(note);
        }
    }
}

fn mark(people: &mut Vec<PersonId>, person: PersonId, on: bool) {
    if !on {
        people.retain(|one| *one != person);
    } else if !people.contains(&person) {
        people.push(person);
    }
}

fn line(text: &str) -> String {
    text.trim().chars().take(MAX_LINE_CHARS).collect()
}

fn points(names: &[String]) -> Vec<String> {
    let names = names.iter().take(crate::story::MAX_POINTS);
    names.map(|name| line(name)).collect()
}
