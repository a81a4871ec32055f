//! The planned session: which stories, who does what, how the time is spent.

mod meeting;
mod show;

use crate::meeting::{
    MAX_FOLLOW_UPS, MAX_LINE_CHARS, MAX_MINUTES, MAX_PLANNED, NotAWallClock, OwnFollowUp, Plan,
    WallClock,
};
use crate::saved::{Kept, KeptPlan, PLAN_KEY, merge_plans, read_plan, restamp_plan, write_plan};
use crate::story::{SESSION_STORIES, StoryId, judge, pick};

use super::ctx::DeskCtx;
use super::effect::{DeskEffect, PlannedStory, TablePlan};
use super::event::PlanEvent;
use super::stage::{Desk, Undo};
use super::view::DeskNoticeText;

/// The planned session, as this page has it.
#[derive(Debug, Default)]
pub(super) struct Planning {
    kept: KeptPlan,
    sought: String,
}

impl Planning {
    /// Whether a story is in the session.
    pub(super) fn has(&self, id: StoryId) -> bool {
        self.kept.plan.stories.contains(&id)
    }

    /// The plan itself.
    pub(super) fn plan(&self) -> &Plan {
        &self.kept.plan
    }
}

impl Desk {
    /// Reads what was kept, or what another tab has just kept.
    pub(super) fn read_plan(&mut self) {
        let Some(text) = self.shelf.text(PLAN_KEY) else {
            return;
        };
        match read_plan(text) {
            Kept::Fine(theirs) => {
                let mine = &self.plan.kept;
                let (kept, is_theirs) = if mine.changed_ms == 0 {
                    (theirs.clone(), true)
                } else {
                    merge_plans(mine, &theirs)
                };
                self.plan.kept = kept;
                if !is_theirs {
                    self.keep_plan();
                }
            }
            Kept::Damaged => self.shelf.set_aside(PLAN_KEY, false),
            Kept::Newer => self.shelf.set_aside(PLAN_KEY, true),
        }
    }

    fn keep_plan(&mut self) {
        self.shelf.keep(PLAN_KEY, write_plan(&self.plan.kept));
    }

    /// Takes the plan as it is now; tells whether anything changed.
    pub(super) fn set_plan(&mut self, plan: Plan, ctx: &mut DeskCtx) -> bool {
        let before = std::mem::replace(&mut self.plan.kept.plan, plan);
        let mut moment = self.shelf.moment(ctx.now_ms);
        moment.ms = moment.ms.max(self.plan.kept.changed_ms + 1);
        let is_changed = restamp_plan(&before, &mut self.plan.kept, moment);
        if is_changed {
            self.plan.kept.changed_ms = moment.ms;
            self.keep_plan();
        }
        is_changed
    }

    pub(super) fn update_plan(&mut self, event: PlanEvent, ctx: &mut DeskCtx) {
        match event {
            PlanEvent::Sought(text) => self.plan.sought = line(&text),
            PlanEvent::Proposed => self.propose_stories(ctx),
            PlanEvent::TakenOut(id) => {
                let title = self.title(id);
                let text = DeskNoticeText::StoryTakenOut(title);
                self.change_with_undo(text, ctx, |plan| take_out(plan, id));
            }
            PlanEvent::SentBack(id, note) => self.send_back_planned(id, &note, ctx),
            PlanEvent::FollowUpRemoved(at) => {
                let text = DeskNoticeText::FollowUpRemoved;
                self.change_with_undo(text, ctx, |plan| {
                    if at < plan.follow_ups.len() {
                        plan.follow_ups.remove(at);
                    }
                });
            }
            PlanEvent::BegunAnew => self.begin_session_anew(ctx),
            PlanEvent::TableOpened => self.open_table(ctx),
            PlanEvent::TakenIn(id) if self.shelf.story(id).is_none() => {}
            PlanEvent::GoalTyped(_)
            | PlanEvent::LimitsTyped(_)
            | PlanEvent::BeginsTyped(_)
            | PlanEvent::SentAheadTyped(_)
            | PlanEvent::CommentsAsked(_)
            | PlanEvent::ModeratorTyped(_)
            | PlanEvent::ScribeTyped(_)
            | PlanEvent::SlotTyped(_)
            | PlanEvent::MinutesTyped(..)
            | PlanEvent::StepSwitched(..)
            | PlanEvent::TakenIn(_)
            | PlanEvent::Moved { .. }
            | PlanEvent::Shifted { .. }
            | PlanEvent::PrepareWith(..)
            | PlanEvent::FollowUpAdded(_)
            | PlanEvent::FollowUpTyped(..)
            | PlanEvent::FollowUpClosed(..) => {
                let mut plan = self.plan.plan().clone();
                change(&mut plan, event);
                self.set_plan(plan, ctx);
            }
        }
    }

    /// What was packed for the session before is of no use to this one.
    fn begin_session_anew(&mut self, ctx: &mut DeskCtx) {
        let before = self.plan.plan().clone();
        let pack = self.drop_pack();
        if self.set_plan(before.next(), ctx) || pack.is_some() {
            let undo = Undo::Session(Box::new(before), pack);
            let text = DeskNoticeText::PlanBegunAnew;
            self.notices.add_undo(text, undo, ctx.now_ms);
        }
    }

    pub(super) fn change_with_undo(
        &mut self,
        text: DeskNoticeText,
        ctx: &mut DeskCtx,
        change: impl FnOnce(&mut Plan),
    ) {
        let before = self.plan.plan().clone();
        let mut plan = before.clone();
        change(&mut plan);
        if self.set_plan(plan, ctx) {
            let undo = Undo::Plan(Box::new(before));
            self.notices.add_undo(text, undo, ctx.now_ms);
        }
    }

    fn title(&self, id: StoryId) -> String {
        let story = self.shelf.story(id);
        story.map_or_else(String::new, |story| story.title.clone())
    }

    /// Fills up to the usual number with what is proposed.
    fn propose_stories(&mut self, ctx: &mut DeskCtx) {
        // What follows from the fields of the stories has to be known of them.
        self.shelf.look_at_some(usize::MAX, &self.definition);
        let stories = self.shelf.stories();
        let stories = stories.filter(|(id, _)| !self.plan.has(*id));
        let stories: Vec<_> = stories.map(|(id, story)| (id, story.as_ref())).collect();
        let wanted = SESSION_STORIES.end().saturating_sub(self.n_planned());
        let mut picked = pick(&stories, &self.definition, wanted);
        picked.truncate(wanted);
        if picked.is_empty() {
            let text = DeskNoticeText::NoStoryToPropose;
            self.notices.add(text, ctx.now_ms);
            return;
        }
        let text = DeskNoticeText::StoriesProposed(picked.len());
        self.change_with_undo(text, ctx, |plan| {
            for id in picked {
                plan.take_in(id);
            }
        });
    }

    fn n_planned(&self) -> usize {
        let stories = self.plan.plan().stories.iter();
        stories
            .filter(|id| self.shelf.story(**id).is_some())
            .count()
    }

    fn send_back_planned(&mut self, id: StoryId, note: &str, ctx: &mut DeskCtx) {
        let before = self.plan.plan().clone();
        self.shelf.begin_record();
        let is_sent = self.send_back(id, note, ctx);
        let change = self.shelf.end_record();
        if !is_sent {
            return;
        }
        let mut plan = before.clone();
        take_out(&mut plan, id);
        self.set_plan(plan, ctx);
        let text = DeskNoticeText::StorySentBack(self.title(id));
        let undo = Undo::SentBack(Box::new(change), Box::new(before));
        self.notices.add_undo(text, undo, ctx.now_ms);
    }

    /// Stories that do not pass the vote gate stop here, those voted on are done.
    fn open_table(&mut self, ctx: &mut DeskCtx) {
        let ids = self.plan.plan().stories.iter();
        let stories: Vec<PlannedStory> = ids
            .filter_map(|id| Some((*id, self.shelf.story(*id)?)))
            .filter(|(_, story)| !story.is_voted || story.estimate.is_empty())
            .filter(|(_, story)| judge(story, &self.definition).vote.is_passed())
            .map(|(id, story)| PlannedStory {
                id,
                key: story.key.clone(),
                title: story.title.clone(),
                link: story.link.clone(),
            })
            .collect();
        if stories.is_empty() {
            let text = DeskNoticeText::NothingToVote;
            self.notices.add(text, ctx.now_ms);
            return;
        }
        let goal = self.plan.plan().goal.clone();
        let meeting = self.meeting(ctx);
        self.lists_meet(meeting.id);
        ctx.ask(DeskEffect::OpenTable(Box::new(TablePlan {
            goal,
            stories,
            meeting,
        })));
    }
}

/// Everything that only changes the plan itself.
fn change(plan: &mut Plan, event: PlanEvent) {
    match event {
        PlanEvent::GoalTyped(text) => plan.goal = line(&text),
        PlanEvent::LimitsTyped(text) => plan.limits = line(&text),
        PlanEvent::BeginsTyped(text) => set_clock(&mut plan.begins, &text),
        PlanEvent::SentAheadTyped(text) => set_clock(&mut plan.sent_ahead, &text),
        PlanEvent::CommentsAsked(is_asked) => plan.is_comment_asked = is_asked,
        PlanEvent::ModeratorTyped(text) => plan.moderator = line(&text),
        PlanEvent::ScribeTyped(text) => plan.scribe = line(&text),
        PlanEvent::SlotTyped(minutes) => plan.slot_minutes = minutes.min(MAX_MINUTES),
        PlanEvent::MinutesTyped(step, minutes) => {
            if let Some(item) = plan.item_mut(step) {
                item.minutes = minutes.min(MAX_MINUTES);
            }
        }
        PlanEvent::StepSwitched(step, is_on) => {
            if let Some(item) = plan.item_mut(step) {
                item.is_on = is_on;
            }
        }
        PlanEvent::TakenIn(id) => {
            plan.take_in(id);
        }
        PlanEvent::Moved { story, before } => {
            let Some(from) = plan.stories.iter().position(|one| *one == story) else {
                return;
            };
            plan.stories.remove(from);
            let to = before.and_then(|id| plan.stories.iter().position(|one| *one == id));
            plan.stories.insert(to.unwrap_or(plan.stories.len()), story);
        }
        PlanEvent::Shifted { story, by } => {
            if let Some(from) = plan.stories.iter().position(|one| *one == story) {
                let step = isize::try_from(by).unwrap_or_default();
                plan.shift(from, from.saturating_add_signed(step));
            }
        }
        PlanEvent::PrepareWith(id, name) => {
            plan.helpers.retain(|(one, _)| *one != id);
            let name = line(&name);
            if !name.trim().is_empty() && plan.helpers.len() < MAX_PLANNED {
                plan.helpers.push((id, name));
            }
        }
        PlanEvent::FollowUpAdded(text) => {
            let text = line(text.trim());
            if !text.is_empty() && plan.follow_ups.len() < MAX_FOLLOW_UPS {
                let is_closed = false;
                plan.follow_ups.push(OwnFollowUp { text, is_closed });
            }
        }
        PlanEvent::FollowUpTyped(at, text) => {
            if let Some(point) = plan.follow_ups.get_mut(at) {
                point.text = line(&text);
            }
        }
        PlanEvent::FollowUpClosed(at, is_closed) => {
            if let Some(point) = plan.follow_ups.get_mut(at) {
                point.is_closed = is_closed;
            }
        }
        PlanEvent::Sought(_)
        | PlanEvent::Proposed
        | PlanEvent::TakenOut(_)
        | PlanEvent::SentBack(..)
        | PlanEvent::FollowUpRemoved(_)
        | PlanEvent::BegunAnew
        | PlanEvent::TableOpened => {}
    }
}

/// Blank takes it away; what is no day with a time changes nothing.
fn set_clock(place: &mut Option<WallClock>, text: &str) {
    match text.parse() {
        Ok(clock) => *place = Some(clock),
        Err(NotAWallClock) if text.trim().is_empty() => *place = None,
        Err(NotAWallClock) => {}
    }
}

fn take_out(plan: &mut Plan, id: StoryId) {
    plan.stories.retain(|one| *one != id);
    plan.helpers.retain(|(one, _)| *one != id);
}

fn line(text: &str) -> String {
    text.chars().take(MAX_LINE_CHARS).collect()
}
