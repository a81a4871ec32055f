//! What is left of a meeting: everything that was written down, with every vote; the same
//! bytes on every seat.

use serde::{Deserialize, Serialize};

use super::note::{Note, NoteField, NoteKind, NoteState};
use super::state::Meeting;
use super::topic::{Fate, Topic, TopicId};
use crate::story::{Decision, Missing, OpenQuestion, Overruling, Risk, Round, Status, Story};

/// What was asked in a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Purpose {
    /// How much work it is.
    #[default]
    Estimate,
    /// How sure everybody is, one to five fingers.
    Confidence,
    /// Whether the story is ready.
    Ready,
    /// How good the meeting was, one to five.
    Closing,
}

/// One round of a vote, as far as it says how the team voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counted {
    /// Everybody saw who voted what.
    pub is_named: bool,
    /// Steps of the deck from the lowest to the highest card; `None`: no card counts.
    pub spread: Option<u16>,
}

/// The estimate of a story.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Estimated {
    /// Which story.
    pub topic: TopicId,
    /// A card; empty: nobody settled on one.
    pub estimate: String,
    /// The vote; `None`: there was none.
    pub votes: Option<Round>,
    /// Each of its rounds, oldest first; empty: an older record, which does not say.
    #[serde(default)]
    pub rounds: Vec<Counted>,
}

/// Another vote.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Poll {
    /// What was asked.
    pub purpose: Purpose,
    /// Over which story; `None`: over none.
    pub topic: Option<TopicId>,
    /// What came of it.
    pub votes: Round,
}

/// A form in which a record is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handout {
    /// All of it as a text to read.
    Text,
    /// All of it on paper.
    Paper,
    /// Its stories as a table.
    Table,
    /// Those that have a key, for Jira.
    ForJira,
    /// Everything, for programs.
    Data,
    /// One story as a comment for its ticket.
    Comment(TopicId),
}

/// A meeting and its votes.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Record {
    /// The meeting as it was when it ended.
    pub meeting: Meeting,
    /// Estimates.
    pub estimated: Vec<Estimated>,
    /// Other votes, oldest first.
    pub polls: Vec<Poll>,
}

impl Record {
    /// Each story as the meeting left it, in the order of the meeting.
    pub fn stories(&self) -> Vec<Story> {
        let topics = self.meeting.named_topics();
        let story = |(id, topic): (TopicId, &Topic)| {
            let mut estimated = self.estimated.iter();
            let found = estimated.find(|one| one.topic == id);
            self.meeting.story(id, topic, found)
        };
        topics.map(story).collect()
    }

    /// Decisions, questions and risks that belong to no story, as those of one without a name.
    pub fn beside(&self) -> Story {
        Story {
            questions: self.over_none(NoteKind::Question).map(question).collect(),
            risks: self.over_none(NoteKind::Risk).map(risk).collect(),
            decisions: self.over_none(NoteKind::Decision).map(decision).collect(),
            ..Story::default()
        }
    }

    /// Notes of one kind that belong to no story.
    fn over_none(&self, kind: NoteKind) -> impl Iterator<Item = &Note> {
        let notes = self.meeting.notes.iter();
        notes.filter(move |note| note.kind == kind && note.topic.is_none() && note.is_kept())
    }
}

impl Meeting {
    /// A story with everything that the meeting knows of it.
    pub fn story(&self, id: TopicId, topic: &Topic, estimated: Option<&Estimated>) -> Story {
        let round = estimated.and_then(|one| one.votes.clone());
        let estimate = estimated.map_or("", |one| one.estimate.as_str());
        let has_new = !estimate.is_empty();
        let missing = missing(topic);
        Story {
            key: topic.key.clone(),
            title: topic.title.clone(),
            kind: topic.kind,
            description: topic.description.text.clone(),
            why: topic.why.text.clone(),
            acceptance: topic.acceptance.text.clone(),
            dependencies: topic.dependencies.text.clone(),
            link: topic.link.clone(),
            needed: topic.needed.clone(),
            estimate: if has_new { estimate } else { &topic.estimate }.to_owned(),
            is_voted: has_new && round.is_some(),
            round,
            status: match &topic.fate {
                Fate::Ready => Status::Ready,
                Fate::SentBack { .. } => Status::SentBack,
                Fate::Open if has_new => Status::Estimated,
                Fate::Open => Status::Draft,
            },
            is_placed: topic.is_placed,
            questions: self.kept(id, NoteKind::Question).map(question).collect(),
            risks: self.kept(id, NoteKind::Risk).map(risk).collect(),
            decisions: self.kept(id, NoteKind::Decision).map(decision).collect(),
            said: topic.said.iter().cloned().collect(),
            overrulings: self.overrulings(topic),
            sent_back: missing,
            ..Story::default()
        }
    }

    fn kept(&self, topic: TopicId, kind: NoteKind) -> impl Iterator<Item = &Note> {
        let is_of =
            move |note: &&Note| note.kind == kind && note.topic == Some(topic) && note.is_kept();
        self.notes.iter().filter(is_of)
    }

    fn overrulings(&self, topic: &Topic) -> Vec<Overruling> {
        let overruled = topic.overruled.iter().map(|one| Overruling {
            step: one.step,
            who: self.name(one.by).to_owned(),
            why: one.why.clone(),
            at_ms: one.at_ms,
            missing: one.missing.clone(),
        });
        overruled.collect()
    }
}

fn missing(topic: &Topic) -> Option<Missing> {
    match &topic.fate {
        Fate::SentBack {
            missing,
            note,
            at_ms,
        } => Some(Missing {
            points: missing.clone(),
            note: note.clone(),
            at_ms: *at_ms,
        }),
        Fate::Open | Fate::Ready => None,
    }
}

fn question(note: &Note) -> OpenQuestion {
    OpenQuestion {
        text: note.text(NoteField::Text).to_owned(),
        owner: note.text(NoteField::Who).to_owned(),
        due: note.text(NoteField::Due).to_owned(),
        stops_work: note.blocks,
        is_closed: note.state == NoteState::Closed,
    }
}

fn risk(note: &Note) -> Risk {
    Risk {
        text: note.text(NoteField::Text).to_owned(),
        owner: note.text(NoteField::Who).to_owned(),
        blocks: note.blocks,
    }
}

fn decision(note: &Note) -> Decision {
    Decision {
        what: note.text(NoteField::Text).to_owned(),
        why: note.text(NoteField::Why).to_owned(),
        who: note.text(NoteField::Who).to_owned(),
        dropped: note.text(NoteField::Dropped).to_owned(),
    }
}
