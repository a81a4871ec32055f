//! The planned session as kept.

use serde::{Deserialize, Serialize};

use crate::meeting::{
    AgendaItem, AgendaStep, MAX_FOLLOW_UPS, MAX_PLANNED, NotAWallClock, OwnFollowUp, Plan,
    WallClock,
};
use crate::story::StoryId;

use super::story::{name_of, of_name};
use super::versions::{self, FAR, Fields, Moment, Stamps, Version};
use super::{Kept, VERSION, read};

/// Key of the planned session.
pub const PLAN_KEY: &str = "floret.plan";

/// The planned session as kept, with what two tabs need to bring their versions together.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct KeptPlan {
    /// The plan.
    pub plan: Plan,
    /// When which part of it was changed.
    pub stamps: Stamps,
    /// When it was changed last, in ms since 1970.
    pub changed_ms: i64,
}

#[derive(Serialize, Deserialize)]
struct PlanText {
    version: u32,
    #[serde(default)]
    changed: i64,
    #[serde(default, skip_serializing_if = "Stamps::is_empty")]
    stamps: Stamps,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    goal: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    limits: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    begins: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sent_ahead: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    comments_asked: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    moderator: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    scribe: String,
    slot: u32,
    agenda: Vec<(String, u32, bool)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    stories: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    helpers: Vec<(String, String)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    follow_ups: Vec<(String, bool)>,
}

const STEPS: [(AgendaStep, &str); 6] = [
    (AgendaStep::SilentReading, "reading"),
    (AgendaStep::FollowUps, "follow-ups"),
    (AgendaStep::WalkThrough, "walk-through"),
    (AgendaStep::Estimate, "estimate"),
    (AgendaStep::Risks, "risks"),
    (AgendaStep::MarkReady, "mark-ready"),
];

/// Reads the planned session.
pub fn read_plan(text: &str) -> Kept<KeptPlan> {
    read::<PlanText>(text).and_then(|mut text| {
        let (stamps, changed_ms) = (std::mem::take(&mut text.stamps), text.changed);
        let is_fine = stamps.are_fine() && (0..FAR).contains(&changed_ms);
        Some(KeptPlan {
            plan: text.plan().filter(|_| is_fine)?,
            stamps,
            changed_ms,
        })
    })
}

/// Writes the planned session.
pub fn write_plan(kept: &KeptPlan) -> String {
    let text = PlanText {
        changed: kept.changed_ms,
        stamps: kept.stamps.clone(),
        ..PlanText::of(&kept.plan)
    };
    serde_json::to_string(&text).unwrap_or_default()
}

/// Brings together what this tab has and what another one has kept; also tells whether
/// the result is what the other has already.
pub fn merge_plans(mine: &KeptPlan, theirs: &KeptPlan) -> (KeptPlan, bool) {
    let (merged, is_theirs) = versions::merge(&version(mine), &version(theirs));
    let text = serde_json::from_value::<PlanText>(versions::text_of(merged.fields));
    let plan = text.ok().and_then(PlanText::plan);
    let kept = KeptPlan {
        plan: plan.unwrap_or_else(|| theirs.plan.clone()),
        stamps: merged.stamps,
        changed_ms: merged.changed_ms,
    };
    (kept, is_theirs)
}

/// Marks what differs from `before` as changed now; tells whether anything does.
pub fn restamp_plan(before: &Plan, kept: &mut KeptPlan, moment: Moment) -> bool {
    let after = fields(&kept.plan);
    versions::restamp(&fields(before), &after, &mut kept.stamps, moment)
}

fn version(kept: &KeptPlan) -> Version {
    Version {
        fields: fields(&kept.plan),
        stamps: kept.stamps.clone(),
        changed_ms: kept.changed_ms,
    }
}

fn clock(text: Option<&str>) -> Result<Option<WallClock>, NotAWallClock> {
    text.map(str::parse).transpose()
}

fn fields(plan: &Plan) -> Fields {
    versions::fields(&PlanText::of(plan))
}

impl PlanText {
    fn of(plan: &Plan) -> Self {
        let item = |item: &AgendaItem| (name_of(&STEPS, &item.step), item.minutes, item.is_on);
        let point = |one: &OwnFollowUp| (one.text.clone(), one.is_closed);
        let helper = |(story, name): &(StoryId, String)| (story.to_string(), name.clone());
        Self {
            version: VERSION,
            changed: 0,
            stamps: Stamps::default(),
            goal: plan.goal.clone(),
            limits: plan.limits.clone(),
            begins: plan.begins.map(|clock| clock.to_string()),
            sent_ahead: plan.sent_ahead.map(|clock| clock.to_string()),
            comments_asked: plan.is_comment_asked,
            moderator: plan.moderator.clone(),
            scribe: plan.scribe.clone(),
            slot: plan.slot_minutes,
            agenda: plan.agenda.iter().map(item).collect(),
            stories: plan.stories.iter().map(StoryId::to_string).collect(),
            helpers: plan.helpers.iter().map(helper).collect(),
            follow_ups: plan.follow_ups.iter().map(point).collect(),
        }
    }

    fn plan(self) -> Option<Plan> {
        let agenda = self.agenda.into_iter().map(|(step, minutes, is_on)| {
            Some(AgendaItem {
                step: of_name(&STEPS, &step)?,
                minutes: minutes.min(crate::meeting::MAX_MINUTES),
                is_on,
            })
        });
        let stories = self.stories.iter().take(MAX_PLANNED);
        let point = |(text, is_closed)| OwnFollowUp { text, is_closed };
        let helpers = self.helpers.into_iter().take(MAX_PLANNED);
        let helpers = helpers.map(|(story, name)| Some((story.parse().ok()?, name)));
        let follow_ups = self.follow_ups.into_iter().take(MAX_FOLLOW_UPS);
        Some(Plan {
            goal: self.goal,
            limits: self.limits,
            begins: clock(self.begins.as_deref()).ok()?,
            sent_ahead: clock(self.sent_ahead.as_deref()).ok()?,
            is_comment_asked: self.comments_asked,
            moderator: self.moderator,
            scribe: self.scribe,
            slot_minutes: self.slot.min(crate::meeting::MAX_MINUTES),
            agenda: agenda.collect::<Option<_>>()?,
            stories: stories.map(|id| id.parse().ok()).collect::<Option<_>>()?,
            helpers: helpers.collect::<Option<_>>()?,
            follow_ups: follow_ups.map(point).collect(),
        })
    }
}
