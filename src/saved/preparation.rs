//! The answers of guided preparation, one text for each story that is being prepared.

use serde::{Deserialize, Serialize};

use crate::story::{Field, QuestionRule, Shape, StoryId};

use super::story::{name_of, of_name};
use super::{Kept, VERSION, read};

/// Keys of answers begin so; the rest is the story's name.
pub const PREPARATION_PREFIX: &str = "floret.preparation.";

const SHAPES: [(Shape, &str); 2] = [(Shape::Story, "story"), (Shape::Bug, "bug")];

const FIELDS: [(Field, &str); 5] = [
    (Field::Title, "title"),
    (Field::Description, "description"),
    (Field::Why, "why"),
    (Field::Acceptance, "acceptance"),
    (Field::Dependencies, "dependencies"),
];

/// What somebody has answered about one story.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct KeptPreparation {
    /// As what the draft is written; `None`: as the story's own sort of work.
    pub shape: Option<Shape>,
    /// Whether new criteria become Given, When, Then.
    pub given_when_then: bool,
    /// The questions asked, in their order.
    pub answers: Vec<KeptAnswer>,
    /// What a model proposed and the person took into the draft.
    pub proposed: Proposed,
}

/// A question that was asked, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAnswer {
    /// What it is about.
    pub rule: QuestionRule,
    /// The story's own words that made it ask.
    pub found: Vec<String>,
    /// The answer; empty: none yet.
    pub answer: String,
    /// The person does not want to be asked.
    pub is_skipped: bool,
    /// Fields of the story into which the answer was taken over.
    pub taken: Vec<Field>,
}

/// Texts of a model in the draft; empty: none.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Proposed {
    /// The description anew.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Criteria to be added.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub acceptance: String,
    /// Open questions to be added, one a line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub questions: String,
}

#[derive(Serialize, Deserialize)]
struct PreparationText {
    version: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    shape: String,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    scenarios: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    answers: Vec<AnswerText>,
    #[serde(default)]
    proposed: Proposed,
}

#[derive(Serialize, Deserialize)]
struct AnswerText {
    rule: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    found: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    answer: String,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    skipped: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    taken: Vec<String>,
}

/// The key of a story's answers.
pub fn preparation_key(id: StoryId) -> String {
    format!("{PREPARATION_PREFIX}{id}")
}

/// The story whose answers a key has.
pub fn preparation_of_key(key: &str) -> Option<StoryId> {
    key.strip_prefix(PREPARATION_PREFIX)?.parse().ok()
}

/// Reads the answers about one story.
pub fn read_preparation(text: &str) -> Kept<KeptPreparation> {
    read::<PreparationText>(text).and_then(|text| {
        let shape = match text.shape.as_str() {
            "" => None,
            name => Some(of_name(&SHAPES, name)?),
        };
        let answers = text.answers.into_iter().map(AnswerText::answer);
        Some(KeptPreparation {
            shape,
            given_when_then: text.scenarios,
            answers: answers.collect::<Option<_>>()?,
            proposed: text.proposed,
        })
    })
}

/// Writes the answers about one story.
pub fn write_preparation(kept: &KeptPreparation) -> String {
    let text = PreparationText {
        version: VERSION,
        shape: kept
            .shape
            .map_or_else(String::new, |shape| name_of(&SHAPES, &shape)),
        scenarios: kept.given_when_then,
        answers: kept.answers.iter().map(AnswerText::of).collect(),
        proposed: kept.proposed.clone(),
    };
    serde_json::to_string(&text).unwrap_or_default()
}

impl AnswerText {
    fn of(kept: &KeptAnswer) -> Self {
        let taken = kept.taken.iter();
        Self {
            rule: kept.rule.name().to_owned(),
            found: kept.found.clone(),
            answer: kept.answer.clone(),
            skipped: kept.is_skipped,
            taken: taken.map(|field| name_of(&FIELDS, field)).collect(),
        }
    }

    fn answer(self) -> Option<KeptAnswer> {
        let taken = self.taken.iter();
        Some(KeptAnswer {
            rule: QuestionRule::of_name(&self.rule)?,
            found: self.found,
            answer: self.answer,
            is_skipped: self.skipped,
            taken: taken
                .map(|name| of_name(&FIELDS, name))
                .collect::<Option<_>>()?,
        })
    }
}
