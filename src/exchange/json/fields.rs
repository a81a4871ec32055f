//! The JSON names of a story's fields. Does not know the list around it.

use serde_json::Value;

use super::Object;
use super::parts;
use crate::exchange::import::{Field, IncomingStory};
use crate::story::{
    Kind, MAX_KEY_CHARS, MAX_TEXT_CHARS, MAX_TITLE_CHARS, Status, Story, StoryId, Understanding,
};

const KINDS: [(Kind, &str); 4] = [
    (Kind::Story, "story"),
    (Kind::Bug, "bug"),
    (Kind::Task, "task"),
    (Kind::Spike, "spike"),
];

const UNDERSTANDINGS: [(Understanding, &str); 3] = [
    (Understanding::Clear, "clear"),
    (Understanding::Partly, "partly"),
    (Understanding::Unclear, "unclear"),
];

const STATUSES: [(Status, &str); 6] = [
    (Status::Draft, "draft"),
    (Status::Gaps, "gaps"),
    (Status::FitToVote, "fit to vote"),
    (Status::Estimated, "estimated"),
    (Status::Ready, "ready"),
    (Status::SentBack, "sent back"),
];

/// Fields that are one text: field, name, characters, place.
type Text = (Field, &'static str, usize, fn(&mut Story) -> &mut String);

const TEXTS: [Text; 9] = [
    (Field::Key, "key", MAX_KEY_CHARS, |s| &mut s.key),
    (Field::Title, "title", MAX_TITLE_CHARS, |s| &mut s.title),
    (Field::Description, "description", MAX_TEXT_CHARS, |s| {
        &mut s.description
    }),
    (Field::Why, "why", MAX_TEXT_CHARS, |s| &mut s.why),
    (Field::Acceptance, "acceptance", MAX_TEXT_CHARS, |s| {
        &mut s.acceptance
    }),
    (Field::Dependencies, "dependencies", MAX_TEXT_CHARS, |s| {
        &mut s.dependencies
    }),
    (Field::Link, "link", MAX_TEXT_CHARS, |s| &mut s.link),
    (Field::TrackerStatus, "trackerStatus", MAX_TEXT_CHARS, |s| {
        &mut s.tracker_status
    }),
    (Field::Notes, "notes", MAX_TEXT_CHARS, |s| &mut s.notes),
];

/// A story as JSON; what is empty or as it is in a new story is left out.
pub(super) fn object(id: StoryId, story: &Story) -> Object {
    let mut out = Object::new();
    let mut put = |name: &str, value: Value| {
        if !parts::is_empty(&value) {
            out.insert(name.to_owned(), value);
        }
    };
    put("id", id.to_string().into());
    let mut texts = story.clone();
    for (_, name, _, at) in TEXTS {
        put(name, at(&mut texts).as_str().into());
    }
    put("type", word_of(&KINDS, story.kind).into());
    put("labels", parts::strings(&story.labels));
    let understanding = story
        .understanding
        .and_then(|u| word_of(&UNDERSTANDINGS, u));
    put("understanding", understanding.into());
    put("needed", parts::strings(&story.needed));
    put("estimate", story.estimate.as_str().into());
    put("voted", story.is_voted.into());
    put("round", story.round.as_ref().map(parts::round).into());
    put("status", word_of(&STATUSES, story.status).into());
    put("placed", story.is_placed.into());
    put("questions", parts::list(&story.questions, parts::question));
    put("risks", parts::list(&story.risks, parts::risk));
    put("decisions", parts::list(&story.decisions, parts::decision));
    put("said", parts::ticks(&story.said));
    put(
        "overrulings",
        parts::list(&story.overrulings, parts::overruling),
    );
    put(
        "sentBack",
        story.sent_back.as_ref().map(parts::missing).into(),
    );
    put("changed", story.changed_ms.into());
    out
}

/// Reads what [`object`] wrote; what is of another sort than it should be is left out.
pub(in crate::exchange) fn story(line: u32, object: &Object) -> IncomingStory {
    let mut story = IncomingStory::at(line);
    story.id = parts::text(object, "id").and_then(|id| id.parse().ok());
    for (field, name, max_chars, at) in TEXTS {
        if let Some(text) = parts::text(object, name) {
            at(&mut story.story).push_str(text);
            let is_cut = crate::exchange::import::cut(at(&mut story.story), max_chars);
            story.mark(field);
            story.mark_cut(field, is_cut);
        }
    }
    read_words(&mut story, object);
    read_estimate(&mut story, object);
    read_lists(&mut story, object);
    story.story.changed_ms = parts::whole(object, "changed").unwrap_or(0);
    story
}

fn read_words(into: &mut IncomingStory, object: &Object) {
    if let Some(kind) = parts::text(object, "type").and_then(|word| of_word(&KINDS, word)) {
        into.story.kind = kind;
        into.mark(Field::Kind);
    }
    if let Some(status) = parts::text(object, "status").and_then(|word| of_word(&STATUSES, word)) {
        into.story.status = status;
        into.mark(Field::Status);
    }
    let understanding = parts::text(object, "understanding");
    if let Some(how) = understanding.and_then(|word| of_word(&UNDERSTANDINGS, word)) {
        into.story.understanding = Some(how);
        into.mark(Field::Understanding);
    }
    if parts::flag(object, "placed") {
        into.story.is_placed = true;
        into.mark(Field::Placed);
    }
}

fn read_estimate(into: &mut IncomingStory, object: &Object) {
    into.story.estimate = parts::word(object, "estimate");
    into.story.is_voted = parts::flag(object, "voted");
    into.story.round = parts::object(object, "round").map(parts::read_round);
    let story = &into.story;
    if !story.estimate.is_empty() || story.is_voted || story.round.is_some() {
        into.mark(Field::Estimate);
    }
}

fn read_lists(into: &mut IncomingStory, object: &Object) {
    let story = &mut into.story;
    let (labels, labels_cut) = parts::words(object, "labels");
    let (needed, needed_cut) = parts::words(object, "needed");
    let (questions, questions_cut) = parts::entries(object, "questions", parts::read_question);
    let (risks, risks_cut) = parts::entries(object, "risks", parts::read_risk);
    let (decisions, decisions_cut) = parts::entries(object, "decisions", parts::read_decision);
    let (overrulings, over_cut) = parts::entries(object, "overrulings", parts::read_overruling);
    let found = [
        (Field::Labels, !labels.is_empty(), labels_cut),
        (Field::Needed, !needed.is_empty(), needed_cut),
        (Field::Questions, !questions.is_empty(), questions_cut),
        (Field::Risks, !risks.is_empty(), risks_cut),
        (Field::Decisions, !decisions.is_empty(), decisions_cut),
        (Field::Overrulings, !overrulings.is_empty(), over_cut),
    ];
    story.labels = labels;
    story.needed = needed;
    story.questions = questions;
    story.risks = risks;
    story.decisions = decisions;
    story.overrulings = overrulings;
    story.said = parts::said(object);
    story.sent_back = parts::object(object, "sentBack").map(parts::read_missing);
    let (has_said, has_sent_back) = (!story.said.is_empty(), story.sent_back.is_some());
    for (field, is_there, is_cut) in found {
        if is_there {
            into.mark(field);
        }
        into.mark_cut(field, is_cut);
    }
    if has_said {
        into.mark(Field::Said);
    }
    if has_sent_back {
        into.mark(Field::SentBack);
    }
}

/// The word of a value; the first of a table is what a new story has, and needs none.
fn word_of<T: Copy + PartialEq>(table: &[(T, &'static str)], value: T) -> Option<&'static str> {
    let found = table.iter().find(|(known, _)| *known == value);
    found.map(|(_, word)| *word)
}

fn of_word<T: Copy>(table: &[(T, &'static str)], word: &str) -> Option<T> {
    let found = table.iter().find(|(_, known)| *known == word);
    found.map(|(value, _)| *value)
}
