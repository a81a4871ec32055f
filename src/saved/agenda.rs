//! Stories that were planned for a table, and what became of them there.

use serde::{Deserialize, Serialize};

use crate::story::{Round, StoryId};

use super::{Kept, VERSION, read};

/// Key of the stories planned for the table of this browser.
pub const AGENDA_KEY: &str = "floret.agenda";

/// What a table says of a planned story is kept under this and the story's name, for the
/// desk to read.
pub const VOTED_PREFIX: &str = "floret.voted.";

/// Stories planned for a table, in the order of the vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// First to last.
    pub stories: Vec<Planned>,
}

/// One of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Planned {
    /// Which, at the desk.
    pub id: StoryId,
    /// Title it gets at the table.
    pub title: String,
    /// When it came on the table, ms since 1970, host's clock; that names it there.
    /// `None`: not yet.
    pub began_ms: Option<i64>,
    /// When the estimate was saved that the desk was told last, on the same clock.
    pub told_ms: Option<i64>,
}

/// What a table made of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voted {
    /// The estimate as a card.
    pub estimate: String,
    /// The vote.
    pub round: Round,
}

#[derive(Serialize, Deserialize)]
struct KeptAgenda {
    version: u32,
    stories: Vec<(String, String, Option<i64>, Option<i64>)>,
}

#[derive(Serialize, Deserialize)]
struct KeptVoted {
    version: u32,
    estimate: String,
    rounds: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    votes: Vec<(String, u32)>,
    agreement: Option<u8>,
    average: Option<String>,
    median: Option<String>,
    lowest: Option<String>,
    highest: Option<String>,
    seconds: Option<u32>,
    voted_at_ms: Option<i64>,
}

/// The agenda as JSON.
pub fn write_agenda(agenda: &Agenda) -> String {
    let stories = agenda.stories.iter();
    let stories = stories.map(|one| {
        let (id, title) = (one.id.to_string(), one.title.clone());
        (id, title, one.began_ms, one.told_ms)
    });
    let kept = KeptAgenda {
        version: VERSION,
        stories: stories.collect(),
    };
    serde_json::to_string(&kept).unwrap_or_default()
}

/// Reads an agenda.
pub fn read_agenda(text: &str) -> Kept<Agenda> {
    read::<KeptAgenda>(text).and_then(|kept| {
        let stories = kept
            .stories
            .into_iter()
            .map(|(id, title, began_ms, told_ms)| {
                Some(Planned {
                    id: id.parse().ok()?,
                    title,
                    began_ms,
                    told_ms,
                })
            });
        let stories = stories.collect::<Option<_>>()?;
        Some(Agenda { stories })
    })
}

/// The key for what a table says of a story.
pub fn voted_key(id: StoryId) -> String {
    let mut key = id.to_string();
    key.insert_str(0, VOTED_PREFIX);
    key
}

/// What a table says of a story, as JSON.
pub fn write_voted(voted: &Voted) -> String {
    let round = voted.round.clone();
    let kept = KeptVoted {
        version: VERSION,
        estimate: voted.estimate.clone(),
        rounds: round.n_rounds,
        votes: round.votes,
        agreement: round.agreement,
        average: round.average,
        median: round.median,
        lowest: round.lowest,
        highest: round.highest,
        seconds: round.seconds,
        voted_at_ms: round.voted_at_ms,
    };
    serde_json::to_string(&kept).unwrap_or_default()
}

/// Reads what a table says of a story.
pub fn read_voted(text: &str) -> Kept<Voted> {
    read::<KeptVoted>(text).and_then(|kept| {
        let round = Round {
            n_rounds: kept.rounds,
            votes: kept.votes,
            agreement: kept.agreement,
            average: kept.average,
            median: kept.median,
            lowest: kept.lowest,
            highest: kept.highest,
            seconds: kept.seconds,
            voted_at_ms: kept.voted_at_ms,
        };
        Some(Voted {
            estimate: kept.estimate,
            round,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agenda_is_read_as_it_was_written() {
        let planned = |id, began_ms| Planned {
            id: StoryId(id),
            title: String::from("ABC-1 Login"),
            began_ms,
            told_ms: began_ms,
        };
        let agenda = Agenda {
            stories: vec![planned(7, Some(12)), planned(u64::MAX, None)],
        };
        assert_eq!(read_agenda(&write_agenda(&agenda)), Kept::Fine(agenda));
        assert_eq!(
            read_agenda("{\"version\":1,\"stories\":[[\"x\",\"\",null,null]]}"),
            Kept::Damaged
        );
    }

    #[test]
    fn a_vote_is_read_as_it_was_written() {
        let voted = Voted {
            estimate: String::from("½"),
            round: Round {
                n_rounds: 2,
                votes: vec![(String::from("½"), 3)],
                agreement: Some(100),
                average: Some(String::from("0.5")),
                ..Round::default()
            },
        };
        assert_eq!(read_voted(&write_voted(&voted)), Kept::Fine(voted));
        assert_eq!(read_voted("{\"version\":9}"), Kept::Newer);
        assert_eq!(voted_key(StoryId(0xab)), "floret.voted.00000000000000ab");
    }
}
