//! The story: its fields, its place in a backlog, and what a team asks of it.
//!
//! Pure values and rules; knows no file, no screen, no language and no clock.

mod amount;
mod backlog;
mod criteria;
mod draft;
mod fields;
mod gate;
mod order;
mod prose;
mod questions;
mod ready;
mod search;

pub use amount::Amount;
pub use backlog::{Backlog, BacklogId, MAX_BACKLOG_NAME_CHARS, MAX_BACKLOGS, MAX_STORIES};
pub use criteria::{criteria, unmarked};
pub use draft::{Draft, DraftForm, DraftWords, Field, Shape, changed_fields, draft};
pub use fields::{
    Decision, Kind, MAX_KEY_CHARS, MAX_TEXT_CHARS, MAX_TITLE_CHARS, Missing, OpenQuestion,
    Overruling, Risk, Round, Status, Step, Story, StoryId, Understanding,
};
pub use gate::{GateState, Judged, State, Verdict, Why, judge, status};
pub use order::{SESSION_STORIES, pick, propose};
pub use questions::{MAX_QUESTIONS, MIN_QUESTIONS, Question, QuestionRule, findings, questions};
pub use ready::{Definition, MAX_POINT_CHARS, MAX_POINTS, Point, Rule};
pub use search::{Filter, Haystack};
