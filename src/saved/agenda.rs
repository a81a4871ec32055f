//! Stories that were planned for the table of this browser.

use serde::{Deserialize, Serialize};

use crate::story::StoryId;

use super::{Kept, VERSION, read};

/// Key of the stories planned for the table of this browser.
pub const AGENDA_KEY: &str = "floret.agenda";

/// Stories planned for a table, in the order of the vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// What the session is for, may be empty.
    pub goal: String,
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
    /// Where it lives in the tracker, may be empty.
    pub link: String,
    /// When it came on the table, ms since 1970, host's clock; that names it there.
    /// `None`: not yet.
    pub began_ms: Option<i64>,
    /// When the estimate was saved that the desk was told last, on the same clock.
    pub told_ms: Option<i64>,
}

#[derive(Serialize, Deserialize)]
struct KeptAgenda {
    version: u32,
    stories: Vec<(String, String, Option<i64>, Option<i64>)>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    goal: String,
    /// Addresses, by the story's name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    links: Vec<(String, String)>,
}

/// The agenda as JSON.
pub fn write_agenda(agenda: &Agenda) -> String {
    let stories = agenda.stories.iter();
    let stories = stories.map(|one| {
        let (id, title) = (one.id.to_string(), one.title.clone());
        (id, title, one.began_ms, one.told_ms)
    });
    let links = agenda.stories.iter().filter(|one| !one.link.is_empty());
    let links = links.map(|one| (one.id.to_string(), one.link.clone()));
    let kept = KeptAgenda {
        version: VERSION,
        stories: stories.collect(),
        goal: agenda.goal.clone(),
        links: links.collect(),
    };
    serde_json::to_string(&kept).unwrap_or_default()
}

/// Reads an agenda.
pub fn read_agenda(text: &str) -> Kept<Agenda> {
    read::<KeptAgenda>(text).and_then(|kept| {
        let links = kept.links;
        let stories = kept
            .stories
            .into_iter()
            .map(|(id, title, began_ms, told_ms)| {
                let link = links.iter().find(|(story, _)| *story == id);
                Some(Planned {
                    link: link.map_or_else(String::new, |(_, link)| link.clone()),
                    id: id.parse().ok()?,
                    title,
                    began_ms,
                    told_ms,
                })
            });
        let stories = stories.collect::<Option<_>>()?;
        Some(Agenda {
            goal: kept.goal,
            stories,
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
            link: String::from("https://tracker.example/ABC-1"),
            began_ms,
            told_ms: began_ms,
        };
        let agenda = Agenda {
            goal: String::from("Paying works"),
            stories: vec![planned(7, Some(12)), planned(u64::MAX, None)],
        };
        assert_eq!(read_agenda(&write_agenda(&agenda)), Kept::Fine(agenda));
        assert_eq!(
            read_agenda("{\"version\":1,\"stories\":[[\"x\",\"\",null,null]]}"),
            Kept::Damaged
        );
    }
}
