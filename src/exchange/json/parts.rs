//! Parts of a story as JSON: questions, risks, decisions, the vote, the gates.
//! Nothing that is read is trusted: what is missing or of another sort is as if empty.

use std::collections::BTreeMap;

use serde_json::{Value, json};

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
fn lean(pairs: Vec<(&str, Value)>) -> Value {
    let pairs = pairs.into_iter().filter(|(_, value)| !is_empty(value));
    Value::Object(
        pairs
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
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
        ("text", json!(question.text)),
        ("owner", json!(question.owner)),
        ("due", json!(question.due)),
        ("stopsWork", json!(question.stops_work)),
        ("closed", json!(question.is_closed)),
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
        ("text", json!(risk.text)),
        ("owner", json!(risk.owner)),
        ("blocks", json!(risk.blocks)),
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
        ("what", json!(decision.what)),
        ("why", json!(decision.why)),
        ("who", json!(decision.who)),
        ("dropped", json!(decision.dropped)),
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
    let votes: Vec<Value> = round
        .votes
        .iter()
        .map(|(card, n)| json!([card, n]))
        .collect();
    json!({
        "rounds": round.n_rounds,
        "votes": votes,
        "agreement": round.agreement,
        "average": round.average,
        "median": round.median,
        "lowest": round.lowest,
        "highest": round.highest,
        "seconds": round.seconds,
        "votedAt": round.voted_at_ms,
    })
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

/// Ticks by hand; each has a short name.
pub(super) fn said(object: &Object) -> BTreeMap<String, bool> {
    let all = self::object(object, "said").into_iter().flatten();
    let ticks = all.filter_map(|(name, value)| Some((name.clone(), value.as_bool()?)));
    ticks
        .filter(|(name, _)| name.chars().count() <= MAX_WORD_CHARS)
        .take(MAX_LIST)
        .collect()
}

pub(super) fn overruling(overruling: &Overruling) -> Value {
    let step = match overruling.step {
        Step::Vote => "vote",
        Step::Ready => "ready",
    };
    json!({
        "step": step,
        "who": overruling.who,
        "why": overruling.why,
        "at": overruling.at_ms,
        "missing": overruling.missing,
    })
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
    json!({ "points": missing.points, "note": missing.note, "at": missing.at_ms })
}

pub(super) fn read_missing(object: &Object) -> Missing {
    Missing {
        points: words(object, "points").0,
        note: long(object, "note"),
        at_ms: whole(object, "at").unwrap_or(0),
    }
}
