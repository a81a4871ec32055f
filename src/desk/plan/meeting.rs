//! The meeting that is held over a planned session.

use rand_core::Rng;

use crate::desk::ctx::DeskCtx;
use crate::desk::gate_says;
use crate::desk::stage::Desk;
use crate::meeting::{
    Agenda, AskedPoint, MAX_MEETING_CHARS, MAX_TOPIC_CHARS, Meeting, NoteField, NoteKind,
    NoteState, Timebox, Topic, TopicId, Typed,
};
use crate::story::{OpenQuestion, Story, StoryId};
use crate::words::DeskWords;

/// Seconds of a minute.
const MINUTE_S: u32 = 60;

impl Desk {
    /// Everything that the people at the table need: agenda, stories, follow-ups, and what
    /// the team asks of a story. Nothing else of the backlog leaves.
    pub(super) fn meeting(&self, ctx: &mut DeskCtx) -> Meeting {
        let plan = self.plan.plan();
        let parts = plan.agenda.iter().filter(|item| item.is_on);
        let parts = parts.map(|item| Timebox {
            step: item.step,
            minutes: item.minutes,
            added: 0,
            used_ms: 0,
        });
        let points = self.definition.points.iter().filter(|point| point.is_on);
        let mut meeting = Meeting {
            id: ctx.rng.next_u64(),
            goal: plan.goal.clone(),
            language: self.language.tag().to_owned(),
            utc_offset_min: ctx.utc_offset_min,
            agenda: Agenda {
                parts: parts.collect(),
                ..Agenda::default()
            },
            scribe_name: plan.scribe.trim().to_owned(),
            definition: points
                .map(|point| AskedPoint {
                    name: point.name.clone(),
                    step: point.step,
                    text: point.text.clone(),
                })
                .collect(),
            limit: self
                .definition
                .limit
                .as_ref()
                .map_or_else(String::new, ToString::to_string),
            ..Meeting::default()
        };
        self.put_topics(&mut meeting);
        self.put_follow_ups(&mut meeting);
        meeting
    }

    fn put_topics(&self, meeting: &mut Meeting) {
        let ids = self.plan.plan().stories.iter();
        let stories = ids.filter_map(|id| Some((*id, self.shelf.story(*id)?)));
        let open = stories.filter(|(_, story)| !story.is_voted || story.estimate.is_empty());
        let mut room = MAX_MEETING_CHARS;
        for (id, story) in open {
            let Ok(at) = u16::try_from(meeting.topics.len()) else {
                return;
            };
            meeting.topics.push(topic(id, story, &mut room));
            put_notes(meeting, TopicId(at), story);
        }
        share_time(meeting);
    }

    fn put_follow_ups(&self, meeting: &mut Meeting) {
        let words = DeskWords::of(self.language);
        let own = self.plan.plan().follow_ups.iter();
        for point in own.filter(|point| !point.is_closed) {
            meeting.follow_up(None, point.text.trim());
        }
        for row in self.sent_back() {
            let points = row.still_missing.iter();
            let points = points.filter_map(|name| self.definition.point(name));
            let said = points.map(|point| gate_says::point(words.gate, point).to_owned());
            let mut said: Vec<String> = said.collect();
            said.extend(Some(row.note).filter(|note| !note.is_empty()));
            let is_it = |topic: &&(TopicId, &Topic)| topic.1.story_id() == row.id;
            let found = meeting.named_topics().collect::<Vec<_>>();
            let topic = found.iter().find(is_it).map(|(topic, _)| *topic);
            let name = [row.key, row.title].join(" ");
            let text = format!("{}: {}", name.trim(), said.join("; "));
            meeting.follow_up(topic, &text);
        }
    }
}

/// A story as it comes to the table; texts beyond what one message can hold are cut.
fn topic(id: StoryId, story: &Story, room: &mut usize) -> Topic {
    let mut typed = |text: &str| {
        let cut: String = text.chars().take(MAX_TOPIC_CHARS.min(*room)).collect();
        *room = room.saturating_sub(cut.chars().count());
        Typed::of(&cut)
    };
    Topic {
        story: id.0,
        key: story.key.clone(),
        title: story.title.clone(),
        kind: story.kind,
        link: story.link.clone(),
        description: typed(&story.description),
        why: typed(&story.why),
        acceptance: typed(&story.acceptance),
        dependencies: typed(&story.dependencies),
        needed: story.needed.clone(),
        estimate: story.estimate.clone(),
        is_placed: story.is_placed,
        said: story
            .said
            .iter()
            .map(|(name, on)| (name.clone(), *on))
            .collect(),
        ..Topic::default()
    }
}

/// What is known of the story already: questions, risks and decisions.
fn put_notes(meeting: &mut Meeting, topic: TopicId, story: &Story) {
    for question in &story.questions {
        let OpenQuestion {
            text,
            owner,
            due,
            stops_work,
            is_closed,
        } = question;
        let lines = [
            (NoteField::Text, text),
            (NoteField::Who, owner),
            (NoteField::Due, due),
        ];
        if let Some(note) = meeting.add(NoteKind::Question, Some(topic), &lines) {
            note.blocks = *stops_work;
            if *is_closed {
                note.state = NoteState::Closed;
            }
        }
    }
    for risk in &story.risks {
        let lines = [(NoteField::Text, &risk.text), (NoteField::Who, &risk.owner)];
        if let Some(note) = meeting.add(NoteKind::Risk, Some(topic), &lines) {
            note.blocks = risk.blocks;
        }
    }
    for decision in &story.decisions {
        let lines = [
            (NoteField::Text, &decision.what),
            (NoteField::Why, &decision.why),
            (NoteField::Who, &decision.who),
            (NoteField::Dropped, &decision.dropped),
        ];
        meeting.add(NoteKind::Decision, Some(topic), &lines);
    }
}

/// Each story may take its share of the parts in which stories are talked about.
fn share_time(meeting: &mut Meeting) {
    let parts = meeting.agenda.parts.iter();
    let minutes: u32 = parts
        .filter(|part| part.step.is_of_stories())
        .map(|part| part.minutes)
        .sum();
    let n_topics = u32::try_from(meeting.topics.len()).unwrap_or(u32::MAX);
    let share_s = (minutes * MINUTE_S).checked_div(n_topics).unwrap_or(0);
    // In whole half minutes: nobody plans by the second.
    for topic in &mut meeting.topics {
        topic.budget_s = share_s - share_s % (MINUTE_S / 2);
    }
}
