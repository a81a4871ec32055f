//! A planned session: what for, which stories, who does what, how the time is spent.

use serde::{Deserialize, Serialize};

use crate::story::StoryId;

use super::WallClock;

/// Usual length of a session, in minutes.
pub const SLOT_MINUTES: u32 = 60;

/// Longest session and longest part of it, in minutes.
pub const MAX_MINUTES: u32 = 480;

/// Stories in one session; 5 to 7 are usual.
pub const MAX_PLANNED: usize = 60;

/// Follow-ups that somebody wrote down.
pub const MAX_FOLLOW_UPS: usize = 60;

/// Longest line (goal, follow-up, name), in characters.
pub const MAX_LINE_CHARS: usize = 300;

/// A part of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AgendaStep {
    /// Everybody reads the stories in silence.
    SilentReading,
    /// Open points of last time.
    FollowUps,
    /// New and changed stories, one after the other.
    WalkThrough,
    /// The vote.
    Estimate,
    /// Risks and blockers.
    Risks,
    /// Stories that pass are marked ready.
    MarkReady,
}

impl AgendaStep {
    /// All parts in their order, with their usual minutes.
    pub const USUAL: [(Self, u32); 6] = [
        (Self::SilentReading, 10),
        (Self::FollowUps, 5),
        (Self::WalkThrough, 20),
        (Self::Estimate, 15),
        (Self::Risks, 5),
        (Self::MarkReady, 5),
    ];

    /// Whether stories are talked about, one after the other.
    pub fn is_of_stories(self) -> bool {
        !matches!(self, Self::SilentReading | Self::FollowUps)
    }
}

/// A part of the session and its timebox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// Which part.
    pub step: AgendaStep,
    /// Timebox in minutes.
    pub minutes: u32,
    /// It takes place.
    pub is_on: bool,
}

/// An open point of last time that is in no story.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OwnFollowUp {
    /// What.
    pub text: String,
    /// Done.
    pub is_closed: bool,
}

/// One session, planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What the session is for.
    pub goal: String,
    /// What it is not for.
    pub limits: String,
    /// When it begins, on the clock of the place; `None`: nobody said.
    pub begins: Option<WallClock>,
    /// When its stories were sent to those who take part, on the same clock.
    pub sent_ahead: Option<WallClock>,
    /// Comments were asked for along with them.
    pub is_comment_asked: bool,
    /// Who leads through it.
    pub moderator: String,
    /// Who writes decisions down.
    pub scribe: String,
    /// Length of the slot in minutes.
    pub slot_minutes: u32,
    /// All parts in order.
    pub agenda: Vec<AgendaItem>,
    /// Stories in the order of the session.
    pub stories: Vec<StoryId>,
    /// With whom the gaps of a story are worked out before the session.
    pub helpers: Vec<(StoryId, String)>,
    /// Open points that are in no story.
    pub follow_ups: Vec<OwnFollowUp>,
}

impl Default for Plan {
    fn default() -> Self {
        let item = |(step, minutes)| AgendaItem {
            step,
            minutes,
            is_on: true,
        };
        Self {
            goal: String::new(),
            limits: String::new(),
            begins: None,
            sent_ahead: None,
            is_comment_asked: false,
            moderator: String::new(),
            scribe: String::new(),
            slot_minutes: SLOT_MINUTES,
            agenda: AgendaStep::USUAL.into_iter().map(item).collect(),
            stories: Vec::new(),
            helpers: Vec::new(),
            follow_ups: Vec::new(),
        }
    }
}

impl Plan {
    /// Minutes of all parts that take place.
    pub fn minutes(&self) -> u32 {
        let parts = self.agenda.iter().filter(|item| item.is_on);
        parts.map(|item| item.minutes).sum()
    }

    /// The part of this name.
    pub fn item_mut(&mut self, step: AgendaStep) -> Option<&mut AgendaItem> {
        self.agenda.iter_mut().find(|item| item.step == step)
    }

    /// With whom the gaps of a story are worked out; empty: with nobody yet.
    pub fn helper(&self, story: StoryId) -> &str {
        let mut helpers = self.helpers.iter();
        let found = helpers.find(|(one, _)| *one == story);
        found.map_or("", |(_, name)| name.as_str())
    }

    /// The session after this one: people and timeboxes as they were, open points carried
    /// over, no stories yet.
    #[must_use]
    pub fn next(&self) -> Self {
        let open = self.follow_ups.iter().filter(|one| !one.is_closed);
        Self {
            moderator: self.moderator.clone(),
            scribe: self.scribe.clone(),
            slot_minutes: self.slot_minutes,
            agenda: self.agenda.clone(),
            follow_ups: open.cloned().collect(),
            ..Self::default()
        }
    }

    /// Puts a story in, at the end; tells whether it was not in and there was room.
    pub fn take_in(&mut self, story: StoryId) -> bool {
        let is_new = !self.stories.contains(&story) && self.stories.len() < MAX_PLANNED;
        if is_new {
            self.stories.push(story);
        }
        is_new
    }

    /// Moves the story at `from` so that it stands at `to`; places beyond the end mean the end.
    pub fn shift(&mut self, from: usize, to: usize) {
        if from < self.stories.len() {
            let story = self.stories.remove(from);
            self.stories.insert(to.min(self.stories.len()), story);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_plan_fills_the_usual_hour() {
        let mut plan = Plan::default();
        assert_eq!(plan.minutes(), SLOT_MINUTES);
        if let Some(item) = plan.item_mut(AgendaStep::SilentReading) {
            item.is_on = false;
        }
        assert_eq!(plan.minutes(), 50);
    }

    #[test]
    fn a_story_is_planned_once_and_moves() {
        let mut plan = Plan::default();
        for id in [1, 2, 3, 2] {
            plan.take_in(StoryId(id));
        }
        plan.shift(0, 9);
        assert_eq!(plan.stories, [StoryId(2), StoryId(3), StoryId(1)]);
    }
}
