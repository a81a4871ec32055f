//! Two versions of one kept value, brought together field by field.
//!
//! Each field has the time of its last change, and so has each item of a list; the newer
//! one stands. Whoever is asked first, and however often: all sides come to the same.
//! Knows no value's meaning.

mod lists;

use litemap::LiteMap;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::order::read_map;

use lists::Marks;

/// Fields by their names in the text.
pub(super) type Fields = Map<String, Value>;

/// Times beyond this are nobody's, nor are places: sums of them stay numbers.
pub(super) const FAR: i64 = 1 << 53;

/// The one field whose entries are fields of their own.
const SAID: &str = "said";

/// Names in a text that are no fields.
const MARKS: [&str; 3] = ["version", "changed", "stamps"];

/// When which part of a value was changed, in ms since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamps {
    /// Fields by their names in the text.
    #[serde(
        default = "LiteMap::new_vec",
        deserialize_with = "read_map",
        skip_serializing_if = "LiteMap::is_empty"
    )]
    at: LiteMap<String, i64>,
    /// Items of lists; a list that was never changed has none.
    #[serde(
        default = "LiteMap::new_vec",
        deserialize_with = "read_map",
        skip_serializing_if = "LiteMap::is_empty"
    )]
    lists: LiteMap<String, Marks>,
}

impl Default for Stamps {
    fn default() -> Self {
        Self {
            at: LiteMap::new_vec(),
            lists: LiteMap::new_vec(),
        }
    }
}

impl Stamps {
    /// Nothing is known.
    pub(super) fn is_empty(&self) -> bool {
        self.at.is_empty() && self.lists.is_empty()
    }

    /// Whether all of it can be times and places.
    pub(super) fn are_fine(&self) -> bool {
        let mut times = self.at.values();
        times.all(|ms| (0..FAR).contains(ms)) && self.lists.values().all(lists::are_fine)
    }

    fn get(&self, name: &str) -> i64 {
        self.at.get(name).copied().unwrap_or_default()
    }
}

/// A moment that no other change of any tab has.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// ms since 1970.
    pub ms: i64,
    /// Any number that is this tab's own.
    pub salt: u16,
}

/// A value's fields with what is known of their changes.
pub(super) struct Version {
    pub(super) fields: Fields,
    pub(super) stamps: Stamps,
    /// When it was changed last, in ms since 1970.
    pub(super) changed_ms: i64,
}

/// The fields of a text.
pub(super) fn fields(text: &impl Serialize) -> Fields {
    let Ok(Value::Object(all)) = serde_json::to_value(text) else {
        return Map::new();
    };
    let mut fields = Map::new();
    for (name, value) in all {
        if let (SAID, Some(entries)) = (name.as_str(), value.as_object()) {
            let entries = entries.iter();
            let entries = entries.map(|(entry, said)| (format!("{SAID}.{entry}"), said.clone()));
            fields.extend(entries);
        } else if !MARKS.contains(&name.as_str()) {
            fields.insert(name, value);
        }
    }
    fields
}

/// The text of some fields, to be read again.
pub(super) fn text_of(fields: Fields) -> Value {
    let mut text = Map::new();
    let mut said = Map::new();
    for (name, value) in fields {
        match name
            .strip_prefix(SAID)
            .and_then(|rest| rest.strip_prefix('.'))
        {
            Some(entry) => said.insert(entry.to_owned(), value),
            None => text.insert(name, value),
        };
    }
    if !said.is_empty() {
        text.insert(SAID.to_owned(), Value::Object(said));
    }
    text.insert(String::from("version"), Value::from(super::VERSION));
    Value::Object(text)
}

/// Brings two versions together; also tells whether the result is what `theirs` is.
pub(super) fn merge(mine: &Version, theirs: &Version) -> (Version, bool) {
    let mut fields = Map::new();
    let mut stamps = mine.stamps.clone();
    for name in names(&mine.fields, &theirs.fields) {
        let (one, other) = (value(&mine.fields, name), value(&theirs.fields, name));
        if one.is_array() || other.is_array() {
            let (one, other) = (items(one), items(other));
            let (list, marks) = lists::merge(
                (one, mine.stamps.lists.get(name)),
                (other, theirs.stamps.lists.get(name)),
            );
            if let Some(marks) = marks {
                stamps.lists.insert(name.clone(), marks);
            }
            put(&mut fields, name, Value::Array(list));
            continue;
        }
        let (my_ms, their_ms) = (mine.stamps.get(name), theirs.stamps.get(name));
        let is_mine = (my_ms, mine.changed_ms, one.to_string())
            > (their_ms, theirs.changed_ms, other.to_string());
        put(&mut fields, name, if is_mine { one } else { other }.clone());
        if their_ms > my_ms {
            stamps.at.insert(name.clone(), their_ms);
        }
    }
    // What is empty on both sides, but not since the same time.
    let is_empty =
        |name: &String| !mine.fields.contains_key(name) && !theirs.fields.contains_key(name);
    for (name, marks) in theirs
        .stamps
        .lists
        .iter()
        .filter(|(name, _)| is_empty(name))
    {
        let (_, marks) = lists::merge((&[], mine.stamps.lists.get(name)), (&[], Some(marks)));
        if let Some(marks) = marks {
            stamps.lists.insert(name.clone(), marks);
        }
    }
    for (name, ms) in theirs.stamps.at.iter().filter(|(name, _)| is_empty(name)) {
        let newest = stamps.get(name).max(*ms);
        stamps.at.insert(name.clone(), newest);
    }
    let is_new = fields != theirs.fields && fields != mine.fields;
    let merged = Version {
        fields,
        stamps,
        changed_ms: mine.changed_ms.max(theirs.changed_ms) + i64::from(is_new),
    };
    // Times count: whoever has older ones would decide otherwise another time.
    let is_theirs = merged.fields == theirs.fields
        && merged.stamps == theirs.stamps
        && merged.changed_ms == theirs.changed_ms;
    (merged, is_theirs)
}

/// Marks what differs as changed now; tells whether anything does.
pub(super) fn restamp(
    before: &Fields,
    after: &Fields,
    stamps: &mut Stamps,
    moment: Moment,
) -> bool {
    let mut differs = false;
    for name in names(before, after) {
        let (old, new) = (value(before, name), value(after, name));
        if old == new {
            continue;
        }
        differs = true;
        if old.is_array() || new.is_array() {
            let marks = stamps.lists.get(name);
            let marks = lists::carry(items(old), marks, items(new), moment);
            stamps.lists.insert(name.clone(), marks);
        } else {
            stamps.at.insert(name.clone(), moment.ms);
        }
    }
    differs
}

/// Takes the change from `before` to `after` back in `now`; what changed since stays.
pub(super) fn revert(before: &Fields, after: &Fields, now: &mut Fields) {
    for name in names(before, after) {
        let (was, became, is) = (value(before, name), value(after, name), value(now, name));
        if was == became {
            continue;
        }
        let reverted = if is != became && (was.is_array() || is.is_array()) {
            Value::Array(lists::revert(items(was), items(became), items(is)))
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

fn items(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Puts a field in as a text has it: without what is empty.
fn put(fields: &mut Fields, name: &str, value: Value) {
    let is_empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    if is_empty {
        fields.remove(name);
    } else {
        fields.insert(name.to_owned(), value);
    }
}
