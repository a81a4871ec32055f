//! Two versions of one kept value, brought together field by field.
//!
//! Each field has the time of its last change; the newer one stands. Lists that were
//! changed on both sides, with neither knowing of the other, keep what either added.
//! Both sides come to the same version, whoever is asked first. Knows no value's meaning.

use litemap::LiteMap;
use serde::Serialize;
use serde_json::{Map, Value};

use super::backlog::FAR;

/// Fields by their names in the text.
pub(super) type Fields = Map<String, Value>;

/// The one field whose entries are brought together by their names.
const SAID: &str = "said";

/// Names in a text that are no fields.
const MARKS: [&str; 4] = ["version", "changed", "from", "at"];

/// A value's fields with what is known of their changes.
pub(super) struct Version {
    pub(super) fields: Fields,
    /// When each field was changed last, in ms since 1970.
    pub(super) stamps: LiteMap<String, i64>,
    /// Names this version: when it was made, in ms since 1970.
    pub(super) changed_ms: i64,
    /// The newest version of another tab that this one contains.
    pub(super) from_ms: i64,
}

impl Version {
    fn stamp(&self, name: &str) -> i64 {
        self.stamps.get(name).copied().unwrap_or_default()
    }

    /// Knows nothing of a change at that time, made elsewhere.
    fn misses(&self, ms: i64) -> bool {
        ms > self.from_ms
    }
}

/// Whether all of these can be times.
pub(super) fn are_times(stamps: &LiteMap<String, i64>, others: [i64; 2]) -> bool {
    let mut times = stamps.values().copied().chain(others);
    times.all(|ms| (0..FAR).contains(&ms))
}

/// The fields of a text.
pub(super) fn fields(text: &impl Serialize) -> Fields {
    match serde_json::to_value(text) {
        Ok(Value::Object(mut fields)) => {
            fields.retain(|name, _| !MARKS.contains(&name.as_str()));
            fields
        }
        Ok(_) | Err(_) => Map::new(),
    }
}

/// The text of some fields, to be read again.
pub(super) fn text_of(mut fields: Fields) -> Value {
    fields.insert(String::from("version"), Value::from(super::VERSION));
    Value::Object(fields)
}

/// Brings two versions together; also tells whether the result is what `theirs` is.
pub(super) fn merge(base: &Fields, mine: &Version, theirs: &Version) -> (Version, bool) {
    let mut fields = mine.fields.clone();
    let mut stamps = mine.stamps.clone();
    for name in names(&mine.fields, &theirs.fields) {
        let (one, other) = (value(&mine.fields, name), value(&theirs.fields, name));
        let (my_ms, their_ms) = (mine.stamp(name), theirs.stamp(name));
        let mut newest = my_ms.max(their_ms);
        let is_mine = (my_ms, mine.changed_ms, one.to_string())
            > (their_ms, theirs.changed_ms, other.to_string());
        let (newer, older) = if is_mine { (one, other) } else { (other, one) };
        let is_blind = theirs.misses(my_ms) && mine.misses(their_ms);
        let chosen = if one != other && is_blind && is_list(name, one, other) {
            newest += 1;
            both(value(base, name), newer, older)
        } else {
            newer.clone()
        };
        if newest > 0 {
            stamps.insert(name.clone(), newest);
        }
        put(&mut fields, name, chosen);
    }
    let is_theirs = fields == theirs.fields;
    let is_new = !is_theirs && fields != mine.fields;
    let merged = Version {
        fields,
        stamps,
        changed_ms: mine.changed_ms.max(theirs.changed_ms) + i64::from(is_new),
        from_ms: theirs.changed_ms,
    };
    (merged, is_theirs)
}

/// Marks what differs as changed now; tells whether anything does.
pub(super) fn restamp(
    before: &Fields,
    after: &Fields,
    stamps: &mut LiteMap<String, i64>,
    now_ms: i64,
) -> bool {
    let mut differs = false;
    for name in names(before, after) {
        if value(before, name) != value(after, name) {
            stamps.insert(name.clone(), now_ms);
            differs = true;
        }
    }
    differs
}

/// Takes the change from `before` to `after` back in `now`; what changed since stays.
pub(super) fn revert(before: &Fields, after: &Fields, now: &mut Fields) {
    for name in names(before, after) {
        let (was, became, is) = (value(before, name), value(after, name), value(now, name));
        let reverted = if was == became {
            continue;
        } else if is_list(name, was, is) && is != became {
            both(became, was, is)
        } else {
            was.clone()
        };
        put(now, name, reverted);
    }
}

/// Every name in either, once.
fn names<'a>(one: &'a Fields, other: &'a Fields) -> Vec<&'a String> {
    let more = other.keys().filter(|name| !one.contains_key(*name));
    one.keys().chain(more).collect()
}

fn value<'a>(fields: &'a Fields, name: &str) -> &'a Value {
    fields.get(name).unwrap_or(&Value::Null)
}

fn put(fields: &mut Fields, name: &str, value: Value) {
    let is_empty = match &value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    };
    if is_empty {
        fields.remove(name);
    } else {
        fields.insert(name.to_owned(), value);
    }
}

fn is_list(name: &str, one: &Value, other: &Value) -> bool {
    name == SAID || one.is_array() || other.is_array()
}

/// What both sides made of a list: the first one's order, with what the second added
/// behind what it stands behind there, without what either took away.
fn both(old: &Value, first: &Value, second: &Value) -> Value {
    if first.is_object() || second.is_object() {
        return both_maps(old, first, second);
    }
    let (old, second) = (items(old), items(second));
    let mut list = items(first).to_vec();
    list.retain(|item| second.contains(item) || !old.contains(item));
    let mut at = 0;
    for item in second {
        if let Some(place) = list.iter().position(|one| one == item) {
            at = place + 1;
        } else if !old.contains(item) {
            list.insert(at.min(list.len()), item.clone());
            at += 1;
        }
    }
    Value::Array(list)
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn both_maps(old: &Value, first: &Value, second: &Value) -> Value {
    let mut merged = first.as_object().cloned().unwrap_or_default();
    let empty = Map::new();
    let second = second.as_object().unwrap_or(&empty);
    for (name, said) in second {
        let is_untouched = merged
            .get(name)
            .is_none_or(|one| old.get(name) == Some(one));
        if is_untouched && old.get(name) != Some(said) {
            merged.insert(name.clone(), said.clone());
        }
    }
    // Taken back on one side and untouched on the other.
    merged.retain(|name, said| second.contains_key(name) || old.get(name) != Some(said));
    Value::Object(merged)
}
