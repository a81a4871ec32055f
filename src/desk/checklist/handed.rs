//! What leaves of a meeting's results is noted with the lists, when it has left.

use crate::checklist::Handed;
use crate::meeting::{Handout, Record, Topic};
use crate::saved::{HANDOUT_PREFIX, Kept, handout_of_key, mark_of, read_handout};
use crate::story::{Story, StoryId};

use crate::desk::effect::DeskCopy;
use crate::desk::stage::Desk;

/// Something that a person lets out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::desk) enum Leaving {
    /// The record of a meeting, or a part of it.
    Record(u64, Handout),
    /// What is decided about stories of the backlog.
    Decisions(Vec<StoryId>),
    /// The same, and their estimates.
    Estimates(Vec<StoryId>),
}

impl Desk {
    /// Whether the clipboard takes it is told by the browser.
    pub(in crate::desk) fn copies(&mut self, leaving: Leaving) {
        self.lists.copying = Some(leaving);
    }

    /// The clipboard took something, or did not.
    pub(in crate::desk) fn copied(&mut self, what: DeskCopy, is_taken: bool) {
        let leaving = match what {
            DeskCopy::Markdown | DeskCopy::Comment(_) => self.lists.copying.take(),
            DeskCopy::Link | DeskCopy::Text => None,
        };
        if let Some(leaving) = leaving.filter(|_| is_taken) {
            self.left(&leaving);
        }
    }

    /// It left. What does not belong to the meeting of these lists is nobody's business.
    pub(in crate::desk) fn left(&mut self, leaving: &Leaving) {
        let Some(record) = self.met().record.clone() else {
            return;
        };
        let mut handed = self.lists.checklist.handed.clone();
        match leaving {
            Leaving::Record(id, handout) if *id == record.meeting.id => {
                note_record(&mut handed, &record, *handout);
            }
            Leaving::Record(..) => {}
            Leaving::Decisions(ids) => self.note_stories(&mut handed, &record, ids, false),
            Leaving::Estimates(ids) => self.note_stories(&mut handed, &record, ids, true),
        }
        self.change_lists(|lists| {
            let is_news = lists.handed != handed;
            lists.handed = handed;
            is_news
        });
    }

    /// Stories of the meeting, as they are at the desk.
    fn note_stories(
        &self,
        handed: &mut Handed,
        record: &Record,
        ids: &[StoryId],
        has_estimates: bool,
    ) {
        let topics = record.meeting.topics.iter().map(Topic::story_id);
        for id in topics.filter(|id| ids.contains(id)) {
            if let Some(story) = self.shelf.story(id) {
                note(handed, id, story, has_estimates);
            }
        }
    }

    /// What left at the table.
    pub(in crate::desk) fn take_handouts(&mut self) {
        for key in self.shelf.keys(HANDOUT_PREFIX) {
            let ended_ms = self.shelf.text(&key).map(read_handout);
            match (handout_of_key(&key), ended_ms) {
                (Some((id, handout)), Some(Kept::Fine(ended_ms))) => {
                    self.shelf.forget(&key);
                    let record = self.met().record.as_deref();
                    // It was of another end, and more was said since.
                    if record.is_some_and(|one| one.meeting.agenda.ended_ms == Some(ended_ms)) {
                        self.left(&Leaving::Record(id, handout));
                    }
                }
                (_, Some(Kept::Newer)) => self.shelf.set_aside(&key, true),
                (_, Some(_) | None) => self.shelf.set_aside(&key, false),
            }
        }
    }
}

fn note_record(handed: &mut Handed, record: &Record, handout: Handout) {
    let meeting = &record.meeting;
    if let (Handout::Text | Handout::Paper, Some(ended_ms)) = (handout, meeting.agenda.ended_ms) {
        handed.record = Some((meeting.id, ended_ms));
    }
    let stories = record.stories();
    for ((at, topic), story) in meeting.named_topics().zip(&stories) {
        let (has_left, has_estimate) = match handout {
            Handout::Text => (true, false),
            Handout::Table => (true, true),
            Handout::ForJira => (!topic.key.is_empty(), true),
            Handout::Comment(of) => (of == at, false),
            // Paper goes to people, and what is for programs to nobody's ticket.
            Handout::Paper | Handout::Data => (false, false),
        };
        if has_left {
            note(handed, topic.story_id(), story, has_estimate);
        }
    }
}

fn note(handed: &mut Handed, id: StoryId, story: &Story, has_estimate: bool) {
    if let Some(mark) = mark_of_decisions(story) {
        handed.note_decisions(id.0, mark);
    }
    if has_estimate && !story.estimate.trim().is_empty() {
        handed.note_estimate(id.0, &story.estimate);
    }
}

/// Tells the decisions about a story from others; `None`: there are none.
pub(super) fn mark_of_decisions(story: &Story) -> Option<u64> {
    let decisions = story.decisions.iter();
    let decisions = decisions.filter(|one| !one.what.trim().is_empty());
    let lines = decisions.map(|one| {
        let parts = [&one.what, &one.why, &one.who, &one.dropped];
        parts.map(|part| part.trim()).join("\u{1f}")
    });
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then(|| mark_of("", &lines.join("\u{1e}")))
}
