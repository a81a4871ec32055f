//! JSON lists: GitHub issues, Floret's own stories, lists of nobody in particular.
//! Finds the elements and reads one at a time; does not know a story's JSON names.

use serde_json::Value;

use super::bounds::{MAX_REFUSED_CHARS, MAX_ROW_BYTES};
use super::cursor::Cursor;
use super::dialect::Dialect;
use super::issue;
use super::reading::Row;
use super::refused::{Refused, RefusedReason};
use crate::exchange::json::{self, VERSION};

/// Names under which an object may hold its list: Floret, GitHub's search.
const LISTS: [&str; 2] = ["stories", "items"];

/// A list that is being read.
pub(super) struct List {
    dialect: Dialect,
    state: State,
    cursor: Cursor,
    /// Where to look on behind the list that is open.
    after: Option<usize>,
}

enum State {
    /// Between lists: files of several pages have one after the other.
    Outside,
    /// In a list.
    Inside,
    Done,
}

impl List {
    pub(super) fn begin(text: &str) -> Self {
        let is_ours = text.trim_start().starts_with('{') && json::is_ours(text);
        Self {
            dialect: if is_ours {
                Dialect::FloretJson
            } else {
                Dialect::Json
            },
            state: State::Outside,
            cursor: Cursor::START,
            after: None,
        }
    }

    pub(super) fn dialect(&self) -> Dialect {
        self.dialect
    }

    pub(super) fn done_bytes(&self) -> usize {
        self.cursor.at
    }

    pub(super) fn next(&mut self, text: &str) -> Option<Row> {
        loop {
            let start = blank_end(text, self.cursor.at);
            self.cursor.walk(text, start);
            let first = text.as_bytes().get(start).copied();
            match (&self.state, first) {
                (State::Done, _) | (State::Outside, None) => return None,
                (State::Inside, None) => {
                    self.state = State::Done;
                    return Some(self.bad(RefusedReason::CutOff, ""));
                }
                (State::Inside, Some(b']')) => {
                    self.state = State::Outside;
                    let behind = self.after.take().unwrap_or(start + 1);
                    self.cursor.walk(text, behind);
                }
                (State::Inside, Some(_)) => return Some(self.element(text)),
                (State::Outside, Some(b'[')) => {
                    self.state = State::Inside;
                    self.cursor.walk(text, start + 1);
                }
                (State::Outside, Some(b'{')) => {
                    if let Some(row) = self.object(text) {
                        return Some(row);
                    }
                }
                (State::Outside, Some(_)) => {
                    self.state = State::Done;
                    let rest = text.get(start..).unwrap_or_default();
                    return Some(self.bad(RefusedReason::Damaged, rest));
                }
            }
        }
    }

    /// An object at the top: one that holds a list, or an element by itself.
    fn object(&mut self, text: &str) -> Option<Row> {
        let start = self.cursor.at;
        let end = value_end(text, start);
        let whole = text
            .get(start..end.unwrap_or(text.len()))
            .unwrap_or_default();
        if let Some(newer) = json::version(whole).filter(|found| *found > VERSION) {
            self.cursor.walk(text, end.unwrap_or(text.len()));
            return Some(self.bad(RefusedReason::Newer, &newer.to_string()));
        }
        match list_in(whole) {
            Some(offset) => {
                self.cursor.walk(text, start + offset + 1);
                self.after = Some(end.unwrap_or(text.len()));
                self.state = State::Inside;
                None
            }
            None => Some(self.element(text)),
        }
    }

    fn element(&mut self, text: &str) -> Row {
        let start = self.cursor.at;
        let line = self.cursor.line;
        let Some(end) = value_end(text, start) else {
            let rest = text.get(start..).unwrap_or_default();
            let row = Row::Bad(Refused::new(line, RefusedReason::CutOff, rest));
            self.state = State::Done;
            self.cursor.walk(text, text.len());
            return row;
        };
        // A sign that begins no value is one broken element.
        let end = end.max(start + 1);
        self.cursor.walk(text, end);
        let raw = text.get(start..end).unwrap_or_default();
        let bad = |reason| Row::Bad(Refused::new(line, reason, raw));
        if raw.len() > MAX_ROW_BYTES {
            return bad(RefusedReason::TooLong);
        }
        let value = match serde_json::from_str(raw) {
            Ok(Value::Object(value)) => value,
            Ok(_) => return bad(RefusedReason::NotAStory),
            Err(_) => return bad(RefusedReason::Damaged),
        };
        if self.dialect == Dialect::FloretJson {
            return Row::Story(Box::new(json::story(line, &value)), beginning(raw));
        }
        if issue::is_pull_request(&value) {
            return bad(RefusedReason::PullRequest);
        }
        if issue::is_github(&value) {
            self.dialect = Dialect::GitHubJson;
        }
        Row::Story(Box::new(issue::story(line, &value)), beginning(raw))
    }

    fn bad(&self, reason: RefusedReason, text: &str) -> Row {
        Row::Bad(Refused::new(self.cursor.line, reason, text))
    }
}

/// As much of an element as a refusal shows, and some for its blanks.
fn beginning(raw: &str) -> String {
    raw.chars().take(4 * MAX_REFUSED_CHARS).collect()
}

/// Behind blanks and the commas between elements.
fn blank_end(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let is_blank = |b: &&u8| matches!(b, b' ' | b'\t' | b'\r' | b'\n' | b',');
    at + rest.iter().take_while(is_blank).count()
}

/// Where the value ends that begins here; `None`: not before the end of the text.
///
/// Counts brackets outside of strings; whether they match is the reader's to say.
fn value_end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut at = start;
    loop {
        match bytes.get(at)? {
            b'"' => {
                at = string_end(bytes, at)?;
                if depth == 0 {
                    return Some(at);
                }
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth <= 1 => return Some(if depth == 0 { at } else { at + 1 }),
            b'}' | b']' => depth -= 1,
            b',' | b' ' | b'\t' | b'\r' | b'\n' if depth == 0 => return Some(at),
            _ => {}
        }
        at += 1;
        if depth == 0 && at >= bytes.len() {
            return Some(at);
        }
    }
}

/// Behind the closing quote of the string that begins here.
fn string_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// Where the list begins that an object holds.
fn list_in(object: &str) -> Option<usize> {
    let mut at = 1;
    loop {
        at = blank_end(object, at);
        let end = string_end(object.as_bytes(), at)
            .filter(|_| object.as_bytes().get(at) == Some(&b'"'))?;
        let name = object.get(at + 1..end - 1)?;
        let colon = blank_end(object, end);
        let value = blank_end(object, colon + 1);
        if LISTS.contains(&name) && object.as_bytes().get(value) == Some(&b'[') {
            return Some(value);
        }
        at = value_end(object, value)?;
    }
}
