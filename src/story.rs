//! The story: its fields, its place in a backlog, and what a team asks of it.
//!
//! Pure values and rules; knows no file, no screen, no language and no clock.

mod backlog;
mod fields;

pub use backlog::{Backlog, BacklogId, MAX_BACKLOG_NAME_CHARS, MAX_BACKLOGS, MAX_STORIES};
pub use fields::{
    Decision, Kind, MAX_KEY_CHARS, MAX_TEXT_CHARS, MAX_TITLE_CHARS, Missing, OpenQuestion,
    Overruling, Risk, Round, Status, Step, Story, StoryId, Understanding,
};
