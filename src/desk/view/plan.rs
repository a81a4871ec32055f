//! The planned session as it is seen.

use crate::meeting::{AgendaItem, OwnFollowUp};

use super::{GateLine, PackView, StoryId};

/// The planned session.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanView {
    /// What it is for, may be empty.
    pub goal: String,
    /// What it is not for, may be empty.
    pub limits: String,
    /// When it begins, `2026-12-01T10:00`; empty: nobody said.
    pub begins: String,
    /// When its stories went out, as above.
    pub sent_ahead: String,
    /// Comments were asked for along with them.
    pub is_comment_asked: bool,
    /// Who leads through it, may be empty.
    pub moderator: String,
    /// Who writes decisions down, may be empty.
    pub scribe: String,
    /// Length of the slot in minutes.
    pub slot_minutes: u32,
    /// Minutes of all parts that take place.
    pub minutes: u32,
    /// All parts in order.
    pub agenda: Vec<AgendaItem>,
    /// Stories in the order of the session.
    pub stories: Vec<PlanRow>,
    /// What to say of how many they are.
    pub count: PlanCount,
    /// Stories that may be voted on now.
    pub n_votable: usize,
    /// The box to look for a story, as typed.
    pub sought: String,
    /// Stories that could be taken in, the most important first.
    pub candidates: Vec<CandidateRow>,
    /// Stories that were sent back.
    pub sent_back: Vec<SentBackRow>,
    /// Open questions that have an owner or a date.
    pub questions: Vec<QuestionRow>,
    /// Such questions beyond those.
    pub n_more_questions: usize,
    /// Open points that are in no story.
    pub follow_ups: Vec<OwnFollowUp>,
    /// The pack of the session.
    pub pack: PackView,
}

/// How the number of stories compares with the usual 5 to 7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanCount {
    /// No story yet.
    None,
    /// Fewer than usual.
    Few,
    /// As usual.
    Usual,
    /// More than usual.
    Many,
}

/// A planned story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// Which.
    pub id: StoryId,
    /// Key in the tracker, may be empty.
    pub key: String,
    /// Title, may be empty.
    pub title: String,
    /// Who is needed.
    pub needed: Vec<String>,
    /// Open questions.
    pub n_open_questions: usize,
    /// The gate before the vote: a story that does not pass stops here.
    pub gate: GateLine,
    /// The gate before the sprint.
    pub ready: GateLine,
    /// With whom its gaps are worked out; empty: with nobody yet.
    pub helper: String,
    /// The estimate as a card; empty: none.
    pub estimate: String,
    /// Was voted on already.
    pub is_voted: bool,
}

/// A story that could be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateRow {
    /// Which.
    pub id: StoryId,
    /// Key in the tracker, may be empty.
    pub key: String,
    /// Title, may be empty.
    pub title: String,
}

/// A story that was sent back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentBackRow {
    /// Which.
    pub id: StoryId,
    /// Key in the tracker, may be empty.
    pub key: String,
    /// Title, may be empty.
    pub title: String,
    /// Points that were missing then.
    pub points: Vec<String>,
    /// Of those, the ones that are missing now.
    pub still_missing: Vec<String>,
    /// A word to it, may be empty.
    pub note: String,
    /// When, in ms since 1970 UTC.
    pub at_ms: i64,
    /// In this session.
    pub is_planned: bool,
}

/// An open question of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionRow {
    /// Whose.
    pub story: StoryId,
    /// Its place among the questions of the story, from 0.
    pub at: usize,
    /// Title of the story.
    pub title: String,
    /// The question.
    pub text: String,
    /// Who finds out, may be empty.
    pub owner: String,
    /// By when, `2026-11-30`, may be empty.
    pub due: String,
    /// Work cannot begin before.
    pub stops_work: bool,
}
