//! The team's Definition of Ready as kept.

use serde::{Deserialize, Serialize};

use crate::story::{Amount, Definition, MAX_POINT_CHARS, MAX_POINTS, Point, Step};

use super::story::{STEPS, name_of, of_name};
use super::{Kept, VERSION, read};

/// Key of the team's Definition of Ready.
pub const READY_KEY: &str = "floret.ready";

/// The team's Definition of Ready, and what the team has said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptReady {
    /// What the team asks for.
    pub definition: Definition,
    /// When the team agreed on it, in ms since 1970 UTC.
    pub agreed_ms: Option<i64>,
    /// When it was changed last, in ms since 1970 UTC.
    pub changed_ms: Option<i64>,
}

#[derive(Serialize, Deserialize)]
struct ReadyText {
    version: u32,
    /// As it was typed, `13` or `½`; empty: no limit.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    limit: String,
    #[serde(default)]
    own: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agreed: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    changed: Option<i64>,
    points: Vec<PointText>,
}

#[derive(Serialize, Deserialize)]
struct PointText {
    name: String,
    step: String,
    on: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// Reads a Definition of Ready; built-in points that it does not know are added, off.
pub fn read_definition(text: &str) -> Kept<KeptReady> {
    read::<ReadyText>(text).and_then(|text| {
        let limit = match text.limit.as_str() {
            "" => None,
            limit => Some(Amount::parse(limit)?),
        };
        let points = text.points.into_iter().take(MAX_POINTS);
        let mut definition = Definition {
            points: points.map(PointText::point).collect::<Option<_>>()?,
            limit,
            n_own: text.own,
        };
        definition.complete();
        Some(KeptReady {
            definition,
            agreed_ms: text.agreed,
            changed_ms: text.changed,
        })
    })
}

/// Writes a Definition of Ready.
pub fn write_definition(kept: &KeptReady) -> String {
    let definition = &kept.definition;
    let text = ReadyText {
        version: VERSION,
        limit: definition
            .limit
            .map_or_else(String::new, |limit| limit.to_string()),
        own: definition.n_own,
        agreed: kept.agreed_ms,
        changed: kept.changed_ms,
        points: definition.points.iter().map(PointText::of).collect(),
    };
    serde_json::to_string(&text).unwrap_or_default()
}

impl PointText {
    fn of(point: &Point) -> Self {
        Self {
            name: point.name.clone(),
            step: name_of(&STEPS, &point.step),
            on: point.is_on,
            text: point.text.clone(),
        }
    }

    fn point(self) -> Option<Point> {
        let step: Step = of_name(&STEPS, &self.step)?;
        let text = self
            .text
            .map(|text| text.chars().take(MAX_POINT_CHARS).collect());
        let built_in = Point::built_in(&self.name);
        Some(Point {
            rule: built_in.and_then(|point| point.rule),
            name: self.name,
            step,
            is_on: self.on,
            text,
        })
    }
}
