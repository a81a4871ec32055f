//! A backlog: a name and the order of its stories. Does not hold the stories.

use std::fmt;
use std::str::FromStr;

use super::StoryId;

/// Stories in one backlog.
pub const MAX_STORIES: usize = 10_000;

/// Backlogs (teams) in one browser.
pub const MAX_BACKLOGS: usize = 50;

/// Longest name of a backlog, in characters.
pub const MAX_BACKLOG_NAME_CHARS: usize = 60;

/// Names one backlog of this browser; written as 8 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct BacklogId(pub u32);

impl fmt::Display for BacklogId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

impl FromStr for BacklogId {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u32::from_str_radix(text, 16).map(Self)
    }
}

/// One list of stories.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Backlog {
    /// Its name, usually the team's; empty: not named yet.
    pub name: String,
    /// Its stories, the most important first.
    pub order: Vec<StoryId>,
}

impl Backlog {
    /// Moves the story at `from` so that it stands at `to`; places beyond the end mean the end.
    pub fn shift(&mut self, from: usize, to: usize) {
        if from >= self.order.len() {
            return;
        }
        let story = self.order.remove(from);
        self.order.insert(to.min(self.order.len()), story);
    }
}
