//! The table this browser hosts, as kept: rules, stories, estimates. No votes,
//! no keys: an open round begins anew after a reload of the host's page.

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::room::{MAX_STORIES, Rules, Story};

use super::outcome::{KeptOutcome, add_on_flags, add_ons_of};
use super::settings::KeptDeck;
use super::{Kept, VERSION, read};

/// A table that can be opened again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptTable {
    /// How votes are taken.
    pub rules: Rules,
    /// Stories, the current one last.
    pub stories: Vec<Story>,
    /// The meeting, if there is one.
    pub meeting: Option<Box<Meeting>>,
}

#[derive(Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "as the rules have them")]
struct TableText {
    version: u32,
    deck: KeptDeck,
    add_ons: [bool; 3],
    anonymous: bool,
    everyone_runs: bool,
    auto_reveal: bool,
    comments: bool,
    stories: Vec<StoryText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    meeting: Option<Box<Meeting>>,
}

#[derive(Serialize, Deserialize)]
struct StoryText {
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    estimate: Option<String>,
    rounds: Vec<KeptOutcome>,
    began_ms: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    estimated_ms: Option<i64>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    link: String,
}

/// Reads a table.
pub fn read_table(text: &str) -> Kept<KeptTable> {
    read::<TableText>(text).and_then(|kept| {
        let rules = Rules {
            deck: kept.deck.deck()?,
            add_ons: add_ons_of(kept.add_ons),
            is_anonymous: kept.anonymous,
            everyone_runs: kept.everyone_runs,
            auto_reveal: kept.auto_reveal,
            comments: kept.comments,
        };
        let stories: Option<Vec<_>> = kept
            .stories
            .into_iter()
            .take(MAX_STORIES)
            .map(StoryText::story)
            .collect();
        Some(KeptTable {
            rules,
            stories: stories?,
            meeting: kept.meeting,
        })
    })
}

/// Writes a table.
pub fn write_table(table: &KeptTable) -> String {
    let KeptTable {
        rules,
        stories,
        meeting,
    } = table;
    let text = TableText {
        version: VERSION,
        deck: KeptDeck::of(&rules.deck),
        add_ons: add_on_flags(rules.add_ons),
        anonymous: rules.is_anonymous,
        everyone_runs: rules.everyone_runs,
        auto_reveal: rules.auto_reveal,
        comments: rules.comments,
        stories: stories.iter().map(StoryText::of).collect(),
        meeting: meeting.clone(),
    };
    serde_json::to_string(&text).unwrap_or_default()
}

impl StoryText {
    fn of(story: &Story) -> Self {
        Self {
            title: story.title.clone(),
            estimate: story.estimate.clone(),
            rounds: story.rounds.iter().map(KeptOutcome::of).collect(),
            began_ms: story.began_ms,
            estimated_ms: story.estimated_ms,
            link: story.link.clone(),
        }
    }

    fn story(self) -> Option<Story> {
        Some(Story {
            title: self.title,
            estimate: self.estimate,
            rounds: self
                .rounds
                .into_iter()
                .map(KeptOutcome::outcome)
                .collect::<Option<_>>()?,
            began_ms: self.began_ms,
            estimated_ms: self.estimated_ms,
            link: self.link,
        })
    }
}
