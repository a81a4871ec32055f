//! What a file would change in the stories that are here. Does not know backlogs.

use std::collections::BTreeMap;

use super::field::Field;
use super::incoming::IncomingStory;
use crate::story::{Story, StoryId};

/// What a row becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFate {
    /// No story here has its key.
    New,
    /// It changes a story that is here.
    Changed {
        /// Which.
        id: StoryId,
        /// What would be different.
        fields: Vec<Field>,
    },
    /// It is as it is here.
    Same {
        /// Which story.
        id: StoryId,
    },
}

/// What each row becomes, beside the stories that are here.
///
/// A row is the story with its key: blanks around it and upper or lower case do not matter.
/// Numbers alone (`#12`) are keys of one project only, so that two links that differ are two
/// stories. A row of Floret's own file is first of all the story with its id.
pub fn compare(incoming: &[IncomingStory], existing: &[(StoryId, &Story)]) -> Vec<RowFate> {
    let mut by_key = BTreeMap::new();
    let mut by_id = BTreeMap::new();
    for (id, story) in existing {
        let known = (*id, *story);
        by_id.insert(*id, known);
        if let Some(name) = identity(story) {
            by_key.entry(name).or_insert(known);
        }
    }
    incoming
        .iter()
        .map(|row| {
            let same_id = row.id.and_then(|id| by_id.get(&id));
            let known = same_id.or_else(|| by_key_of(&by_key, identity(&row.story)?));
            fate(row, known)
        })
        .collect()
}

fn fate(row: &IncomingStory, known: Option<&(StoryId, &Story)>) -> RowFate {
    let Some((id, story)) = known else {
        return RowFate::New;
    };
    let fields = row.changes(story);
    if fields.is_empty() {
        RowFate::Same { id: *id }
    } else {
        RowFate::Changed { id: *id, fields }
    }
}

/// The key, and the link where the key is a number within a project.
pub(super) type Identity = (String, String);

/// What makes a story the same as another one; `None` without a key.
pub(super) fn identity(story: &Story) -> Option<Identity> {
    let key = story.key.trim().to_ascii_lowercase();
    if key.is_empty() {
        return None;
    }
    let link = if key.starts_with('#') {
        story.link.trim().trim_end_matches('/').to_ascii_lowercase()
    } else {
        String::new()
    };
    Some((key, link))
}

/// The same key and link; else, where one of the two has no link, the same key.
fn by_key_of<T>(known: &BTreeMap<Identity, T>, name: Identity) -> Option<&T> {
    known.get(&name).or_else(|| {
        let (key, link) = name;
        if link.is_empty() {
            let from = (key.clone(), String::new());
            let (found, story) = known.range(from..).next()?;
            (found.0 == key).then_some(story)
        } else {
            known.get(&(key, String::new()))
        }
    })
}

impl IncomingStory {
    /// Fields of a story that [`Self::merge_into`] would change, in the order of [`Field`].
    pub fn changes(&self, story: &Story) -> Vec<Field> {
        let mut merged = story.clone();
        self.merge_into(&mut merged);
        let differs = |field: &Field| differs(*field, &merged, story);
        let known = Field::ALL.into_iter().filter(|field| self.has(*field));
        known.filter(differs).collect()
    }

    /// Writes what the file has over a story that is here.
    ///
    /// What the file does not have stays, labels and names are added to those that are here,
    /// and an estimate that was voted on here is kept.
    pub fn merge_into(&self, story: &mut Story) {
        for field in &self.fields {
            take(*field, &self.story, story);
        }
    }

    /// The story that a new row becomes.
    pub fn into_story(self) -> Story {
        self.story
    }
}

/// Copies one field.
fn take(field: Field, from: &Story, to: &mut Story) {
    match field {
        Field::Key => to.key.clone_from(&from.key),
        Field::Title => to.title.clone_from(&from.title),
        Field::Kind => to.kind = from.kind,
        Field::Description => to.description.clone_from(&from.description),
        Field::Why => to.why.clone_from(&from.why),
        Field::Acceptance => to.acceptance.clone_from(&from.acceptance),
        Field::Dependencies => to.dependencies.clone_from(&from.dependencies),
        Field::Link => to.link.clone_from(&from.link),
        Field::Labels => add(&mut to.labels, &from.labels),
        Field::TrackerStatus => to.tracker_status.clone_from(&from.tracker_status),
        Field::Understanding => to.understanding = from.understanding,
        Field::Needed => add(&mut to.needed, &from.needed),
        Field::Estimate => take_estimate(from, to),
        Field::Status => to.status = from.status,
        Field::Placed => to.is_placed = from.is_placed,
        Field::Questions => to.questions.clone_from(&from.questions),
        Field::Risks => to.risks.clone_from(&from.risks),
        Field::Decisions => to.decisions.clone_from(&from.decisions),
        Field::Said => to.said.clone_from(&from.said),
        Field::Overrulings => to.overrulings.clone_from(&from.overrulings),
        Field::SentBack => to.sent_back.clone_from(&from.sent_back),
        Field::Notes => to.notes.clone_from(&from.notes),
    }
}

fn add(known: &mut Vec<String>, new: &[String]) {
    for word in new {
        if !known.contains(word) {
            known.push(word.clone());
        }
    }
}

/// A vote of this team is worth more than a number in a file.
fn take_estimate(from: &Story, to: &mut Story) {
    if to.is_voted && !to.estimate.is_empty() {
        return;
    }
    if !from.estimate.is_empty() {
        to.estimate.clone_from(&from.estimate);
        to.is_voted = from.is_voted;
    }
    if from.round.is_some() {
        to.round.clone_from(&from.round);
    }
}

fn differs(field: Field, a: &Story, b: &Story) -> bool {
    match field {
        Field::Key => a.key != b.key,
        Field::Title => a.title != b.title,
        Field::Kind => a.kind != b.kind,
        Field::Description => a.description != b.description,
        Field::Why => a.why != b.why,
        Field::Acceptance => a.acceptance != b.acceptance,
        Field::Dependencies => a.dependencies != b.dependencies,
        Field::Link => a.link != b.link,
        Field::Labels => a.labels != b.labels,
        Field::TrackerStatus => a.tracker_status != b.tracker_status,
        Field::Understanding => a.understanding != b.understanding,
        Field::Needed => a.needed != b.needed,
        Field::Estimate => {
            (&a.estimate, a.is_voted, &a.round) != (&b.estimate, b.is_voted, &b.round)
        }
        Field::Status => a.status != b.status,
        Field::Placed => a.is_placed != b.is_placed,
        Field::Questions => a.questions != b.questions,
        Field::Risks => a.risks != b.risks,
        Field::Decisions => a.decisions != b.decisions,
        Field::Said => a.said != b.said,
        Field::Overrulings => a.overrulings != b.overrulings,
        Field::SentBack => a.sent_back != b.sent_back,
        Field::Notes => a.notes != b.notes,
    }
}
