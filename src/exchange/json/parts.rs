//! Parts of a story as JSON: questions, risks, decisions, the vote, the gates.
//! Nothing that is read is trusted: what is missing or of another sort is as if empty.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Object;
use crate::exchange::import::{MAX_LIST, MAX_WORD_CHARS, cut};
use crate::story::{
    Decision, MAX_TEXT_CHARS, Missing, OpenQuestion, Overruling, Risk, Round, Step,
};

/// Nothing that is worth a line.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(flag) => !flag,
        Value::Number(number) => number.as_i64() == Some(0),
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
    }
}

/// An object without what is empty.
fn lean(mut pairs: Vec<(&str, Value)>) -> Value {
    pairs.retain(|(_, value)| !is_empty(value));
    full(pairs)
}

/// An object, one name after the other: a map that is collected brings a sort along.
fn full(pairs: Vec<(&str, Value)>) -> Value {
    let mut object = Object::new();
    for (name, value) in pairs {
        object.insert(name.to_owned(), value);
    }
    Value::Object(object)
}

pub(super) fn strings(texts: &[String]) -> Value {
    Value::Array(texts.iter().map(|text| text.as_str().into()).collect())
}

pub(super) fn list<T>(entries: &[T], to: fn(&T) -> Value) -> Value {
    Value::Array(entries.iter().map(to).collect())
}

pub(super) fn text<'a>(object: &'a Object, name: &str) -> Option<&'a str> {
    let text = object.get(name)?.as_str()?;
    (!text.is_empty()).then_some(text)
}

/// A short text.
pub(super) fn word(object: &Object, name: &str) -> String {
    bounded(object, name, MAX_WORD_CHARS)
}

fn long(object: &Object, name: &str) -> String {
    bounded(object, name, MAX_TEXT_CHARS)
}

fn bounded(object: &Object, name: &str, max_chars: usize) -> String {
    let mut text = text(object, name).unwrap_or_default().to_owned();
    cut(&mut text, max_chars);
    text
}

pub(super) fn flag(object: &Object, name: &str) -> bool {
    object.get(name) == Some(&Value::Bool(true))
}

pub(super) fn whole(object: &Object, name: &str) -> Option<i64> {
    object.get(name)?.as_i64()
}

fn count(object: &Object, name: &str) -> Option<u32> {
    u32::try_from(object.get(name)?.as_u64()?).ok()
}

pub(super) fn object<'a>(object: &'a Object, name: &str) -> Option<&'a Object> {
    object.get(name)?.as_object()
}

fn array<'a>(object: &'a Object, name: &str) -> &'a [Value] {
    object
        .get(name)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// A list of short texts, and whether it was longer.
pub(super) fn words(object: &Object, name: &str) -> (Vec<String>, bool) {
    let all = array(object, name);
    let words = all.iter().take(MAX_LIST).filter_map(Value::as_str);
    let words = words.map(|word| {
        let mut word = word.to_owned();
        cut(&mut word, MAX_WORD_CHARS);
        word
    });
    (words.collect(), all.len() > MAX_LIST)
}

/// A list of objects, and whether it was longer.
pub(super) fn entries<T>(object: &Object, name: &str, of: fn(&Object) -> T) -> (Vec<T>, bool) {
    let all = array(object, name);
    let objects = all.iter().take(MAX_LIST).filter_map(Value::as_object);
    (objects.map(of).collect(), all.len() > MAX_LIST)
}

pub(super) fn question(question: &OpenQuestion) -> Value {
    lean(vec![
        ("text", question.text.as_str().into()),
        ("owner", question.owner.as_str().into()),
        ("due", question.due.as_str().into()),
        ("stopsWork", question.stops_work.into()),
        ("closed", question.is_closed.into()),
    ])
}

pub(super) fn read_question(object: &Object) -> OpenQuestion {
    OpenQuestion {
        text: long(object, "text"),
        owner: word(object, "owner"),
        due: word(object, "due"),
        stops_work: flag(object, "stopsWork"),
        is_closed: flag(object, "closed"),
    }
}

pub(super) fn risk(risk: &Risk) -> Value {
    lean(vec![
        ("text", risk.text.as_str().into()),
        ("owner", risk.owner.as_str().into()),
        ("blocks", risk.blocks.into()),
    ])
}

pub(super) fn read_risk(object: &Object) -> Risk {
    Risk {
        text: long(object, "text"),
        owner: word(object, "owner"),
        blocks: flag(object, "blocks"),
    }
}

pub(super) fn decision(decision: &Decision) -> Value {
    lean(vec![
        ("what", decision.what.as_str().into()),
        ("why", decision.why.as_str().into()),
        ("who", decision.who.as_str().into()),
        ("dropped", decision.dropped.as_str().into()),
    ])
}

pub(super) fn read_decision(object: &Object) -> Decision {
    Decision {
        what: long(object, "what"),
        why: long(object, "why"),
        who: word(object, "who"),
        dropped: long(object, "dropped"),
    }
}

pub(super) fn round(round: &Round) -> Value {
    let vote = |(card, n): &(String, u32)| Value::Array(vec![card.as_str().into(), (*n).into()]);
    let votes = round.votes.iter().map(vote).collect();
    let pairs: [(&str, Value); 9] = [
        ("rounds", round.n_rounds.into()),
        ("votes", Value::Array(votes)),
        ("agreement", round.agreement.into()),
        ("average", round.average.as_deref().into()),
        ("median", round.median.as_deref().into()),
        ("lowest", round.lowest.as_deref().into()),
        ("highest", round.highest.as_deref().into()),
        ("seconds", round.seconds.into()),
        ("votedAt", round.voted_at_ms.into()),
    ];
    // A vote without anything in it is one all the same.
    full(pairs.into())
}

pub(super) fn read_round(object: &Object) -> Round {
    let said = |name| text(object, name).map(|_| word(object, name));
    let votes = array(object, "votes").iter().take(MAX_LIST);
    Round {
        n_rounds: count(object, "rounds").unwrap_or(0),
        votes: votes.filter_map(vote).collect(),
        agreement: count(object, "agreement").and_then(|n| u8::try_from(n).ok()),
        average: said("average"),
        median: said("median"),
        lowest: said("lowest"),
        highest: said("highest"),
        seconds: count(object, "seconds"),
        voted_at_ms: whole(object, "votedAt"),
    }
}

/// `["5", 3]`
fn vote(value: &Value) -> Option<(String, u32)> {
    let [card, n] = value.as_array()?.as_slice() else {
        return None;
    };
    let mut card = card.as_str()?.to_owned();
    cut(&mut card, MAX_WORD_CHARS);
    Some((card, u32::try_from(n.as_u64()?).ok()?))
}

pub(super) fn ticks(said: &BTreeMap<String, bool>) -> Value {
    let pairs = said
        .iter()
        .map(|(name, tick)| (name.as_str(), (*tick).into()));
    full(pairs.collect())
}

/// Ticks by hand; each has a short name.
pub(super) fn said(object: &Object) -> BTreeMap<String, bool> {
    let mut ticks = BTreeMap::new();
    let all = self::object(object, "said").into_iter().flatten();
    for (name, value) in all.take(MAX_LIST) {
        let is_short = name.chars().count() <= MAX_WORD_CHARS;
        if let Some(tick) = value.as_bool().filter(|_| is_short) {
            ticks.insert(name.clone(), tick);
        }
    }
    ticks
}

pub(super) fn overruling(overruling: &Overruling) -> Value {
    let step = match overruling.step {
        Step::Vote => "vote",
        Step::Ready => "ready",
    };
    lean(vec![
        ("step", step.into()),
        ("who", overruling.who.as_str().into()),
        ("why", overruling.why.as_str().into()),
        ("at", overruling.at_ms.into()),
        ("missing", strings(&overruling.missing)),
    ])
}

pub(super) fn read_overruling(object: &Object) -> Overruling {
    Overruling {
        step: match text(object, "step") {
            Some("vote") => Step::Vote,
            Some(_) | None => Step::Ready,
        },
        who: word(object, "who"),
        why: long(object, "why"),
        at_ms: whole(object, "at").unwrap_or(0),
        missing: words(object, "missing").0,
    }
}

pub(super) fn missing(missing: &Missing) -> Value {
    full(vec![
        ("points", strings(&missing.points)),
        ("note", missing.note.as_str().into()),
        ("at", missing.at_ms.into()),
    ])
}

pub(super) fn read_missing(object: &Object) -> Missing {
    Missing {
        points: words(object, "points").0,
        note: long(object, "note"),
        at_ms: whole(object, "at").unwrap_or(0),
    }
}
