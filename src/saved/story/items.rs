//! Questions, risks, decisions and votes of a story, as its text has them.

use serde::{Deserialize, Serialize};

use crate::story::{Decision, Missing, OpenQuestion, Overruling, Risk, Round};

use super::text::{STEPS, name_of, of_name};

#[derive(Serialize, Deserialize)]
pub(super) struct QuestionText {
    text: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    owner: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    due: String,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    stops: bool,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    closed: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) struct RiskText {
    text: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    owner: String,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    blocks: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) struct DecisionText {
    what: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    why: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    who: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    dropped: String,
}

#[derive(Serialize, Deserialize)]
pub(in crate::saved) struct RoundText {
    rounds: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    votes: Vec<(String, u32)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agreement: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    average: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    median: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lowest: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    highest: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seconds: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    voted_ms: Option<i64>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct OverrulingText {
    step: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    who: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    why: String,
    ms: i64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    missing: Vec<String>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct MissingText {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    points: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    ms: i64,
}

impl QuestionText {
    pub(super) fn of(question: &OpenQuestion) -> Self {
        Self {
            text: question.text.clone(),
            owner: question.owner.clone(),
            due: question.due.clone(),
            stops: question.stops_work,
            closed: question.is_closed,
        }
    }

    pub(super) fn question(self) -> OpenQuestion {
        OpenQuestion {
            text: self.text,
            owner: self.owner,
            due: self.due,
            stops_work: self.stops,
            is_closed: self.closed,
        }
    }
}

impl RiskText {
    pub(super) fn of(risk: &Risk) -> Self {
        Self {
            text: risk.text.clone(),
            owner: risk.owner.clone(),
            blocks: risk.blocks,
        }
    }

    pub(super) fn risk(self) -> Risk {
        Risk {
            text: self.text,
            owner: self.owner,
            blocks: self.blocks,
        }
    }
}

impl DecisionText {
    pub(super) fn of(decision: &Decision) -> Self {
        Self {
            what: decision.what.clone(),
            why: decision.why.clone(),
            who: decision.who.clone(),
            dropped: decision.dropped.clone(),
        }
    }

    pub(super) fn decision(self) -> Decision {
        Decision {
            what: self.what,
            why: self.why,
            who: self.who,
            dropped: self.dropped,
        }
    }
}

impl RoundText {
    pub(in crate::saved) fn of(round: &Round) -> Self {
        Self {
            rounds: round.n_rounds,
            votes: round.votes.clone(),
            agreement: round.agreement,
            average: round.average.clone(),
            median: round.median.clone(),
            lowest: round.lowest.clone(),
            highest: round.highest.clone(),
            seconds: round.seconds,
            voted_ms: round.voted_at_ms,
        }
    }

    pub(in crate::saved) fn round(self) -> Round {
        Round {
            n_rounds: self.rounds,
            votes: self.votes,
            agreement: self.agreement,
            average: self.average,
            median: self.median,
            lowest: self.lowest,
            highest: self.highest,
            seconds: self.seconds,
            voted_at_ms: self.voted_ms,
        }
    }
}

impl OverrulingText {
    pub(super) fn of(overruling: &Overruling) -> Self {
        Self {
            step: name_of(&STEPS, &overruling.step),
            who: overruling.who.clone(),
            why: overruling.why.clone(),
            ms: overruling.at_ms,
            missing: overruling.missing.clone(),
        }
    }

    pub(super) fn overruling(self) -> Option<Overruling> {
        Some(Overruling {
            step: of_name(&STEPS, &self.step)?,
            who: self.who,
            why: self.why,
            at_ms: self.ms,
            missing: self.missing,
        })
    }
}

impl MissingText {
    pub(super) fn of(missing: &Missing) -> Self {
        Self {
            points: missing.points.clone(),
            note: missing.note.clone(),
            ms: missing.at_ms,
        }
    }

    pub(super) fn missing(self) -> Missing {
        Missing {
            points: self.points,
            note: self.note,
            at_ms: self.ms,
        }
    }
}
