//! What a meeting made of its stories, on its way from the table back to the desk.

use crate::meeting::{
    Fate, MAX_FOLLOW_UPS, MAX_LINE_CHARS, Meeting, Note, NoteField, NoteKind, NoteState,
    OwnFollowUp, Record, Topic, TopicField, TopicId,
};
use crate::saved::{Kept, MET_KEY, read_record};
use crate::story::{Status, Story};

use super::ctx::DeskCtx;
use super::stage::Desk;
use super::view::DeskNoticeText;

impl Desk {
    /// Takes in what the table wrote; once the meeting is over, for the last time.
    pub(super) fn take_meeting(&mut self, ctx: &mut DeskCtx) {
        self.forget_met();
        let Some(text) = self.shelf.text(MET_KEY) else {
            return;
        };
        let record = match read_record(text) {
            Kept::Fine(record) => record,
            Kept::Damaged => return self.shelf.set_aside(MET_KEY, false),
            Kept::Newer => return self.shelf.set_aside(MET_KEY, true),
        };
        let meeting = &record.meeting;
        let stories = record.stories();
        for ((id, topic), met) in meeting.named_topics().zip(stories) {
            let has_begun = has_begun(meeting, id, topic);
            self.shelf.edit(topic.story_id(), ctx.now_ms, |story| {
                if has_begun {
                    take_in(story, topic, met);
                }
            });
        }
        if meeting.is_over() {
            self.shelf.forget(MET_KEY);
            self.take_follow_ups(&record, ctx);
            let text = DeskNoticeText::MeetingCame(meeting.topics.len());
            self.notices.add(text, ctx.now_ms);
        }
    }

    /// What is done is closed; what is open, parked or new waits for the next session.
    fn take_follow_ups(&mut self, record: &Record, ctx: &mut DeskCtx) {
        let mut plan = self.plan.plan().clone();
        let notes = record.meeting.notes.iter().filter(|note| note.is_kept());
        for note in notes {
            let is_own = note.topic.is_none() || note.by.is_some();
            let text = match note.kind {
                NoteKind::FollowUp if is_own => note.text(NoteField::Text).to_owned(),
                NoteKind::Parked => parked(&record.meeting, note),
                NoteKind::FollowUp | NoteKind::Decision | NoteKind::Question | NoteKind::Risk => {
                    continue;
                }
            };
            let is_closed = note.state == NoteState::Closed;
            let has_room = plan.follow_ups.len() < MAX_FOLLOW_UPS;
            let mut known = plan.follow_ups.iter_mut();
            match known.find(|point| point.text.trim() == text) {
                Some(point) => point.is_closed = is_closed,
                None if has_room => plan.follow_ups.push(OwnFollowUp { text, is_closed }),
                None => {}
            }
        }
        // Ready and sent back: the session has nothing more to do with them.
        let topics = record.meeting.topics.iter();
        for topic in topics.filter(|topic| topic.fate != Fate::Open) {
            plan.stories.retain(|id| *id != topic.story_id());
        }
        self.set_plan(plan, ctx);
    }
}

/// `Retry policy (PAY-7 Refunds; Ana + Bo; Tuesday 14:00)`
fn parked(meeting: &Meeting, note: &Note) -> String {
    let text = |field| note.text(field).to_owned();
    let topic = note.topic.and_then(|topic| meeting.topic(topic));
    let names = [text(NoteField::Who), text(NoteField::Second)];
    let names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
    let more = [
        topic.map_or_else(String::new, Topic::name),
        names.join(" + "),
        text(NoteField::Slot),
    ];
    let more: Vec<String> = more.into_iter().filter(|one| !one.is_empty()).collect();
    let said = match more.as_slice() {
        [] => text(NoteField::Text),
        more => format!("{} ({})", text(NoteField::Text), more.join("; ")),
    };
    said.chars().take(MAX_LINE_CHARS).collect()
}

/// Whether anything was said or written about a story at the table.
fn has_begun(meeting: &Meeting, id: TopicId, topic: &Topic) -> bool {
    let is_touched = |note: &Note| {
        note.by.is_some() || note.is_removed || note.lines.iter().any(|line| line.rev > 0)
    };
    let mut notes = meeting.notes.iter().filter(|note| note.topic == Some(id));
    meeting.agenda.began_ms.is_some()
        || topic.at_table.is_some()
        || TopicField::ALL
            .iter()
            .any(|field| topic.typed(*field).rev > 0)
        || notes.any(is_touched)
}

/// The story at the desk with what the table made of it.
fn take_in(story: &mut Story, topic: &Topic, met: Story) {
    let texts = [
        (
            TopicField::Description,
            &mut story.description,
            met.description,
        ),
        (TopicField::Why, &mut story.why, met.why),
        (
            TopicField::Acceptance,
            &mut story.acceptance,
            met.acceptance,
        ),
        (
            TopicField::Dependencies,
            &mut story.dependencies,
            met.dependencies,
        ),
    ];
    for (field, at_desk, at_table) in texts {
        // A text that nobody touched at the table may have been cut for it.
        if topic.typed(field).rev > 0 {
            *at_desk = at_table;
        }
    }
    story.questions = met.questions;
    story.risks = met.risks;
    story.decisions = met.decisions;
    story.said = met.said;
    for overruling in met.overrulings {
        if !story.overrulings.contains(&overruling) {
            story.overrulings.push(overruling);
        }
    }
    match met.status {
        Status::Ready => {
            story.status = Status::Ready;
            story.sent_back = None;
        }
        Status::SentBack => {
            story.status = Status::SentBack;
            story.sent_back = met.sent_back;
        }
        Status::Draft | Status::Gaps | Status::FitToVote | Status::Estimated => {}
    }
}
