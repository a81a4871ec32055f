//! Stories as JSON with everything that is known of them, out and in again.
//!
//! `{"floret": 1, "backlog": "…", "stories": […]}`; a story has only what it has, names are in
//! [`fields`]. Does not know where the text is kept.

mod fields;
mod parts;

use serde_json::{Map, Value};

pub(super) use fields::story;

use crate::story::{Story, StoryId};

/// Version of the form, under the name `floret`.
pub(super) const VERSION: u64 = 1;

pub(super) type Object = Map<String, Value>;

/// All stories of a backlog in their order, as JSON that [`read`](super::read) takes again.
pub fn write(backlog: &str, stories: &[(StoryId, &Story)]) -> String {
    let stories = stories
        .iter()
        .map(|(id, story)| Value::Object(fields::object(*id, story)));
    let mut all = Object::new();
    all.insert("floret".to_owned(), VERSION.into());
    all.insert("backlog".to_owned(), backlog.into());
    all.insert("stories".to_owned(), Value::Array(stories.collect()));
    let mut text = serde_json::to_string_pretty(&Value::Object(all)).unwrap_or_default();
    text.push('\n');
    text
}

/// Whether a JSON text that begins with an object is ours: the name stands near its beginning.
pub(super) fn is_ours(text: &str) -> bool {
    version(text).is_some()
}

/// The version that an object says, where it is ours. Looks at the names before the list.
pub(super) fn version(object: &str) -> Option<u64> {
    let mut head = object;
    // Our names are in the order of the alphabet: backlog, floret, stories.
    if let Some(at) = object.find("\"stories\"") {
        head = object.get(..at)?;
    }
    let (_, behind) = head.split_once("\"floret\"")?;
    let digits = behind.trim_start().strip_prefix(':')?.trim_start();
    let end = digits.find(|c: char| !c.is_ascii_digit());
    digits.get(..end.unwrap_or(digits.len()))?.parse().ok()
}
