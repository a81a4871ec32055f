//! Which acts fit a meeting as it is; what may be written, and how much of it.

use super::act::{Act, Place};
use super::note::NoteId;
use super::state::{MAX_MEETING_CHARS, MAX_NOTE_CHARS, MAX_NOTES, MAX_TOPIC_CHARS, Meeting};
use super::topic::{Topic, TopicField, TopicId};
use super::typed::{Edit, MAX_PARTS, n_after};
use crate::story::Step;

/// Longest budget of a story, in seconds.
const MAX_BUDGET_S: u32 = 4 * 60 * 60;

impl Meeting {
    /// Whether an act fits the meeting as it is; rights are looked at elsewhere.
    pub fn fits(&self, act: &Act) -> bool {
        if self.is_over() {
            return matches!(act, Act::Resume);
        }
        let has_topic = |topic: TopicId| self.topic(topic).is_some();
        let has_note = |note: NoteId| self.note(note).is_some();
        match act {
            Act::Start => self.agenda.running_ms.is_none(),
            Act::Pause => self.agenda.running_ms.is_some(),
            Act::Extend { minutes } => *minutes != 0,
            Act::GoTo { part } => usize::from(*part) < self.agenda.parts.len(),
            Act::Budget { topic, seconds } => has_topic(*topic) && *seconds <= MAX_BUDGET_S,
            Act::Pick { topic }
            | Act::Read { topic, .. }
            | Act::SolutionTalk { topic }
            | Act::SendBack { topic, .. }
            | Act::Reopen { topic }
            | Act::Tick { topic, .. } => has_topic(*topic),
            Act::Overrule { topic, why, .. } => has_topic(*topic) && !why.trim().is_empty(),
            Act::MarkReady { topic } => self.may_be_ready(*topic),
            Act::Write { topic, text, .. } => {
                self.notes.len() < MAX_NOTES
                    && topic.is_none_or(has_topic)
                    && text.chars().count() <= MAX_NOTE_CHARS
            }
            Act::Type { place, edit, .. } => self.takes(*place, edit),
            Act::Settle { note, .. } | Act::Block { note, .. } | Act::Remove { note, .. } => {
                has_note(*note)
            }
            Act::Release { .. }
            | Act::Hand { .. }
            | Act::HeardOut { .. }
            | Act::Give { .. }
            | Act::End => true,
            Act::Resume => false,
        }
    }

    /// Ready needs a decision line, or somebody who overrules.
    fn may_be_ready(&self, id: TopicId) -> bool {
        let is_overruled = |topic: &Topic| {
            let mut overruled = topic.overruled.iter();
            overruled.any(|one| one.step == Step::Ready)
        };
        self.topic(id)
            .is_some_and(|topic| self.is_decided(id) || is_overruled(topic))
    }

    fn takes(&self, place: Place, edit: &Edit) -> bool {
        let most = match place {
            Place::Note(..) => MAX_NOTE_CHARS,
            Place::Topic(..) => MAX_TOPIC_CHARS,
        };
        let Some(typed) = self.typed(place) else {
            return false;
        };
        let n_new = usize::try_from(n_after(edit)).unwrap_or(usize::MAX);
        let n_old = typed.text.chars().count();
        // What only becomes shorter is always taken.
        let has_room = || n_new <= most && self.n_chars() - n_old + n_new <= MAX_MEETING_CHARS;
        edit.0.len() <= MAX_PARTS && (n_new <= n_old || has_room())
    }

    fn n_chars(&self) -> usize {
        let notes = self.notes.iter().flat_map(|note| &note.lines);
        let topics = self
            .topics
            .iter()
            .flat_map(|topic| TopicField::ALL.map(|field| topic.typed(field)));
        let texts = notes.chain(topics);
        texts.map(|typed| typed.text.chars().count()).sum()
    }
}
