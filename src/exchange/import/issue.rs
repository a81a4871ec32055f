//! One issue of a JSON list: GitHub's names, and the header names of tables for others.
//! Does not know where the list comes from.

use serde_json::{Map, Value};

use super::field::{Field, LAST_RANK, named, normal};
use super::incoming::IncomingStory;

type Object = Map<String, Value>;

/// Whether GitHub lists a pull request among its issues.
///
/// GitHub REST, "List repository issues": "GitHub's REST API considers every pull request an
/// issue … identify pull requests by the `pull_request` key."
pub(super) fn is_pull_request(issue: &Object) -> bool {
    issue
        .get("pull_request")
        .is_some_and(|value| !value.is_null())
        || issue.get("isPullRequest") == Some(&Value::Bool(true))
}

/// Whether it has the marks of an issue on GitHub.
pub(super) fn is_github(issue: &Object) -> bool {
    issue.get("number").is_some_and(Value::is_number)
}

/// The story of an issue.
pub(super) fn story(line: u32, issue: &Object) -> IncomingStory {
    let mut story = IncomingStory::at(line);
    let is_github = is_github(issue);
    if let Some(number) = issue.get("number").filter(|_| is_github) {
        story.put(Field::Key, &format!("#{number}"));
    }
    // The REST interface calls its own address `url`, and the page `html_url`.
    if let Some(page) = issue.get("html_url") {
        put(&mut story, Field::Link, page);
    }
    for wanted in 0..LAST_RANK {
        for (name, value) in issue {
            let known = named(&normal(name)).filter(|(_, rank)| *rank == wanted);
            // What GitHub calls `id` is not the number that people know.
            let known = known.filter(|(field, _)| !is_github || *field != Field::Key);
            if let Some((field, _)) = known {
                put(&mut story, field, value);
            }
        }
    }
    story.kind_by_labels();
    story
}

/// Takes text, a number, the `name` of an object, or a list of these.
fn put(story: &mut IncomingStory, field: Field, value: &Value) {
    match value {
        Value::Null | Value::Bool(_) => {}
        Value::Number(number) => story.put(field, &number.to_string()),
        Value::String(text) if field == Field::Labels => story.label(text),
        Value::String(text) => story.put(field, text),
        Value::Array(values) => {
            // A list within a list is nothing we know.
            for value in values.iter().filter(|value| !value.is_array()) {
                put(story, field, value);
            }
        }
        Value::Object(object) => {
            if let Some(name @ Value::String(_)) = object.get("name") {
                put(story, field, name);
            }
        }
    }
}
