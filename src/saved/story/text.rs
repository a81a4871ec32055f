//! The JSON of one story: what is empty is left out.

use litemap::LiteMap;
use serde::{Deserialize, Serialize};

use crate::order::read_map;
use crate::saved::VERSION;
use crate::saved::versions::{FAR, Stamps};
use crate::story::{Kind, Status, Step, Story, Understanding};

use super::KeptStory;
use super::items::{DecisionText, MissingText, OverrulingText, QuestionText, RiskText, RoundText};

#[derive(Serialize, Deserialize)]
pub(super) struct StoryText {
    version: u32,
    #[serde(default)]
    changed: i64,
    #[serde(default, skip_serializing_if = "Stamps::is_empty")]
    stamps: Stamps,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    key: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    kind: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    why: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    acceptance: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    dependencies: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    link: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    labels: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    tracker: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    understanding: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    needed: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    estimate: String,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    voted: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    round: Option<RoundText>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    status: String,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    placed: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    questions: Vec<QuestionText>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    risks: Vec<RiskText>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<DecisionText>,
    #[serde(
        default = "LiteMap::new_vec",
        deserialize_with = "read_map",
        skip_serializing_if = "LiteMap::is_empty"
    )]
    said: LiteMap<String, bool>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    overruled: Vec<OverrulingText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    back: Option<MissingText>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    notes: String,
}

const KINDS: [(Kind, &str); 4] = [
    (Kind::Story, ""),
    (Kind::Bug, "bug"),
    (Kind::Task, "task"),
    (Kind::Spike, "spike"),
];

const LEVELS: [(Option<Understanding>, &str); 4] = [
    (None, ""),
    (Some(Understanding::Clear), "clear"),
    (Some(Understanding::Partly), "partly"),
    (Some(Understanding::Unclear), "unclear"),
];

/// What people say; the others follow from the fields.
const STATUSES: [(Status, &str); 3] = [
    (Status::Draft, ""),
    (Status::Ready, "ready"),
    (Status::SentBack, "sent-back"),
];

pub(in crate::saved) const STEPS: [(Step, &str); 2] =
    [(Step::Vote, "vote"), (Step::Ready, "ready")];

/// The name of a value; of one that has none, nothing.
pub(in crate::saved) fn name_of<T: PartialEq>(names: &[(T, &str)], value: &T) -> String {
    let found = names.iter().find(|(one, _)| one == value);
    found.map_or_else(String::new, |(_, name)| (*name).to_owned())
}

/// The value of a name.
pub(in crate::saved) fn of_name<T: Copy>(names: &[(T, &str)], name: &str) -> Option<T> {
    let found = names.iter().find(|(_, one)| *one == name);
    found.map(|(value, _)| *value)
}

impl StoryText {
    pub(super) fn of(kept: &KeptStory) -> Self {
        let mut text = Self::of_story(&kept.story);
        text.stamps.clone_from(&kept.stamps);
        text
    }

    /// The story alone.
    pub(super) fn of_story(story: &Story) -> Self {
        Self {
            version: VERSION,
            changed: story.changed_ms,
            stamps: Stamps::default(),
            key: story.key.clone(),
            title: story.title.clone(),
            kind: name_of(&KINDS, &story.kind),
            description: story.description.clone(),
            why: story.why.clone(),
            acceptance: story.acceptance.clone(),
            dependencies: story.dependencies.clone(),
            link: story.link.clone(),
            labels: story.labels.clone(),
            tracker: story.tracker_status.clone(),
            understanding: name_of(&LEVELS, &story.understanding),
            needed: story.needed.clone(),
            estimate: story.estimate.clone(),
            voted: story.is_voted,
            round: story.round.as_ref().map(RoundText::of),
            status: name_of(&STATUSES, &story.status),
            placed: story.is_placed,
            questions: story.questions.iter().map(QuestionText::of).collect(),
            risks: story.risks.iter().map(RiskText::of).collect(),
            decisions: story.decisions.iter().map(DecisionText::of).collect(),
            said: crate::order::map(story.said.iter().map(|(name, said)| (name.clone(), *said))),
            overruled: story.overrulings.iter().map(OverrulingText::of).collect(),
            back: story.sent_back.as_ref().map(MissingText::of),
            notes: story.notes.clone(),
        }
    }

    pub(super) fn kept(mut self) -> Option<KeptStory> {
        let stamps = std::mem::take(&mut self.stamps);
        let is_fine = stamps.are_fine() && (0..FAR).contains(&self.changed);
        if !is_fine {
            return None;
        }
        Some(KeptStory {
            stamps,
            story: self.story()?.into(),
        })
    }

    pub(super) fn story(self) -> Option<Story> {
        let overrulings = self.overruled.into_iter().map(OverrulingText::overruling);
        Some(Story {
            key: self.key,
            title: self.title,
            kind: of_name(&KINDS, &self.kind)?,
            description: self.description,
            why: self.why,
            acceptance: self.acceptance,
            dependencies: self.dependencies,
            link: self.link,
            labels: self.labels,
            tracker_status: self.tracker,
            understanding: of_name(&LEVELS, &self.understanding)?,
            needed: self.needed,
            estimate: self.estimate,
            is_voted: self.voted,
            round: self.round.map(RoundText::round),
            status: of_name(&STATUSES, &self.status)?,
            is_placed: self.placed,
            questions: self
                .questions
                .into_iter()
                .map(QuestionText::question)
                .collect(),
            risks: self.risks.into_iter().map(RiskText::risk).collect(),
            decisions: self
                .decisions
                .into_iter()
                .map(DecisionText::decision)
                .collect(),
            said: self.said.into_iter().collect(),
            overrulings: overrulings.collect::<Option<_>>()?,
            sent_back: self.back.map(MissingText::missing),
            notes: self.notes,
            changed_ms: self.changed,
        })
    }
}
