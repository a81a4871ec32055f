//! A story as it is talked about in a meeting.

use serde::{Deserialize, Serialize};

use super::people::PersonId;
use super::typed::Typed;
use crate::story::{Kind, MAX_TITLE_CHARS, Step, StoryId};

/// Names one story of the meeting: its place in the order it was planned in.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct TopicId(pub u16);

/// A text of the story that can be edited at the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TopicField {
    /// Description, Markdown.
    Description,
    /// Why it is wanted.
    Why,
    /// Acceptance criteria, Markdown.
    Acceptance,
    /// What it depends on.
    Dependencies,
}

impl TopicField {
    /// All of them, in the order they are read.
    pub const ALL: [Self; 4] = [
        Self::Description,
        Self::Why,
        Self::Acceptance,
        Self::Dependencies,
    ];
}

/// What became of the story.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Fate {
    /// Nothing yet.
    #[default]
    Open,
    /// Marked ready.
    Ready,
    /// Sent back.
    SentBack {
        /// Names of the points that were missing, `R3`.
        missing: Vec<String>,
        /// A word to it.
        note: String,
        /// When, ms since 1970, host's clock.
        at_ms: i64,
    },
}

/// A gate that was passed although something was missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overruled {
    /// Which gate.
    pub step: Step,
    /// Who did it.
    pub by: PersonId,
    /// Why.
    pub why: String,
    /// When, ms since 1970, host's clock.
    pub at_ms: i64,
    /// Names of the points that were missing, `R3`.
    pub missing: Vec<String>,
}

/// A story of the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Topic {
    /// Its name at the desk of whoever opened the table.
    pub story: u64,
    /// Key in the tracker, may be empty.
    pub key: String,
    /// Title.
    pub title: String,
    /// What sort of work.
    pub kind: Kind,
    /// Where it lives in the tracker, may be empty.
    pub link: String,
    /// Description, Markdown.
    pub description: Typed,
    /// Why it is wanted.
    pub why: Typed,
    /// Acceptance criteria, Markdown.
    pub acceptance: Typed,
    /// What it depends on.
    pub dependencies: Typed,
    /// Whose presence it needs; empty: nobody said.
    pub needed: Vec<String>,
    /// The estimate it came with; empty: none.
    pub estimate: String,
    /// Whether somebody gave it its place in the order.
    pub is_placed: bool,
    /// Points of the Definition of Ready ticked or unticked by hand.
    pub said: Vec<(String, bool)>,
    /// Seconds it may take; 0: nobody said.
    pub budget_s: u32,
    /// What it took, in ms; the part that runs now is not in it.
    pub used_ms: i64,
    /// Who has read it.
    pub read_by: Vec<PersonId>,
    /// Who pressed `Solution talk` over it since a topic was parked last; nobody once the
    /// meeting is over.
    pub solution_talk: Vec<PersonId>,
    /// How often that was pressed over the meeting.
    pub n_solution_talks: u32,
    /// Its number among the stories of the table, 1-based; `None`: not there yet.
    pub at_table: Option<u32>,
    /// What became of it.
    pub fate: Fate,
    /// Gates that were overruled, oldest first.
    pub overruled: Vec<Overruled>,
}

impl Topic {
    /// Its name at the desk.
    pub fn story_id(&self) -> StoryId {
        StoryId(self.story)
    }

    /// What it is called at the table: key, if it has one, and title.
    pub fn name(&self) -> String {
        let name = match self.key.as_str() {
            "" => self.title.clone(),
            key => format!("{key} {}", self.title),
        };
        name.chars().take(MAX_TITLE_CHARS).collect()
    }

    /// One of its texts.
    pub fn typed(&self, field: TopicField) -> &Typed {
        match field {
            TopicField::Description => &self.description,
            TopicField::Why => &self.why,
            TopicField::Acceptance => &self.acceptance,
            TopicField::Dependencies => &self.dependencies,
        }
    }

    pub(super) fn typed_mut(&mut self, field: TopicField) -> &mut Typed {
        match field {
            TopicField::Description => &mut self.description,
            TopicField::Why => &mut self.why,
            TopicField::Acceptance => &mut self.acceptance,
            TopicField::Dependencies => &mut self.dependencies,
        }
    }

    /// Ticks or unticks a point by hand; `None` leaves it to the program again.
    pub(super) fn say(&mut self, point: &str, on: Option<bool>) {
        self.said.retain(|(name, _)| name != point);
        if let Some(on) = on {
            self.said.push((point.to_owned(), on));
            self.said.sort();
        }
    }
}
