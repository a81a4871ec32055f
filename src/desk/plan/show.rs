//! The planned session as it is seen.

use crate::desk::stage::Desk;
use crate::desk::story::gate_line;
use crate::desk::view::{CandidateRow, PlanCount, PlanRow, PlanView, QuestionRow, SentBackRow};
use crate::meeting::WallClock;
use crate::story::{SESSION_STORIES, Story, StoryId, judge};

/// Stories offered to be taken in.
const MAX_CANDIDATES: usize = 12;

/// Open questions listed among the follow-ups.
const MAX_QUESTIONS: usize = 30;

impl Desk {
    pub(in crate::desk) fn plan_view(&self) -> PlanView {
        let plan = self.plan.plan();
        let ids = plan.stories.iter();
        let stories: Vec<PlanRow> = ids.filter_map(|id| self.plan_row(*id)).collect();
        let mut questions = self.open_questions();
        let n_more_questions = questions.len().saturating_sub(MAX_QUESTIONS);
        questions.truncate(MAX_QUESTIONS);
        let votable = stories
            .iter()
            .filter(|row| row.gate.is_passed && !row.is_voted);
        PlanView {
            goal: plan.goal.clone(),
            limits: plan.limits.clone(),
            begins: clock(plan.begins),
            sent_ahead: clock(plan.sent_ahead),
            is_comment_asked: plan.is_comment_asked,
            moderator: plan.moderator.clone(),
            scribe: plan.scribe.clone(),
            slot_minutes: plan.slot_minutes,
            minutes: plan.minutes(),
            agenda: plan.agenda.clone(),
            count: count(stories.len()),
            n_votable: votable.count(),
            stories,
            sought: self.plan.sought.clone(),
            candidates: self.candidates(),
            sent_back: self.sent_back(),
            questions,
            n_more_questions,
            follow_ups: plan.follow_ups.clone(),
            pack: self.pack_view(),
        }
    }

    fn plan_row(&self, id: StoryId) -> Option<PlanRow> {
        let story = self.shelf.story(id)?;
        let judged = judge(story, &self.definition);
        Some(PlanRow {
            id,
            key: story.key.clone(),
            title: story.title.clone(),
            needed: story.needed.clone(),
            n_open_questions: story.questions.iter().filter(|one| !one.is_closed).count(),
            gate: gate_line(&judged.vote),
            ready: gate_line(&judged.ready),
            helper: self.plan.plan().helper(id).to_owned(),
            estimate: story.estimate.clone(),
            is_voted: story.is_voted && !story.estimate.is_empty(),
        })
    }

    /// Stories that are not in the session and have all words of the box in key or title.
    fn candidates(&self) -> Vec<CandidateRow> {
        let sought = self.plan.sought.to_lowercase();
        let words: Vec<&str> = sought.split_whitespace().collect();
        let stories = self.shelf.stories().filter(|(id, _)| !self.plan.has(*id));
        let found = stories.filter(|(_, story)| {
            let text = || format!("{} {}", story.key, story.title).to_lowercase();
            words.is_empty() || {
                let text = text();
                words.iter().all(|word| text.contains(word))
            }
        });
        let row = |(id, story): (StoryId, &std::sync::Arc<Story>)| CandidateRow {
            id,
            key: story.key.clone(),
            title: story.title.clone(),
        };
        found.take(MAX_CANDIDATES).map(row).collect()
    }

    pub(super) fn sent_back(&self) -> Vec<SentBackRow> {
        let backlogs = self.shelf.backlogs().values();
        let ids = backlogs.flat_map(|backlog| &backlog.order);
        ids.filter_map(|id| {
            let story = self.shelf.story(*id)?;
            let missing = story.sent_back.as_ref()?;
            let judged = judge(story, &self.definition);
            let now = judged.vote.missing();
            let still = missing.points.iter();
            let still = still.filter(|point| now.contains(&point.as_str()));
            Some(SentBackRow {
                id: *id,
                key: story.key.clone(),
                title: story.title.clone(),
                points: missing.points.clone(),
                still_missing: still.cloned().collect(),
                note: missing.note.clone(),
                at_ms: missing.at_ms,
                is_planned: self.plan.has(*id),
            })
        })
        .collect()
    }

    /// Open questions that somebody has taken on, those with the nearest date first.
    fn open_questions(&self) -> Vec<QuestionRow> {
        let mut rows = Vec::new();
        for (id, story) in self.shelf.stories() {
            for (at, question) in story.questions.iter().enumerate() {
                let is_taken_on = !question.owner.is_empty() || !question.due.is_empty();
                if is_taken_on && !question.is_closed {
                    rows.push(QuestionRow {
                        story: id,
                        at,
                        title: story.title.clone(),
                        text: question.text.clone(),
                        owner: question.owner.clone(),
                        due: question.due.clone(),
                        stops_work: question.stops_work,
                    });
                }
            }
        }
        rows.sort_by(|one, other| {
            let key = |row: &QuestionRow| (row.due.is_empty(), row.due.clone());
            key(one).cmp(&key(other))
        });
        rows
    }
}

fn clock(clock: Option<WallClock>) -> String {
    clock.map_or_else(String::new, |clock| clock.to_string())
}

fn count(n: usize) -> PlanCount {
    if n == 0 {
        PlanCount::None
    } else if n < *SESSION_STORIES.start() {
        PlanCount::Few
    } else if n > *SESSION_STORIES.end() {
        PlanCount::Many
    } else {
        PlanCount::Usual
    }
}
