//! Plain text: a story a line, as `ABC-123: title`, an address, or a Markdown list.
//! Does not know Markdown beyond the marks at the ends of a line.

use super::field::Field;
use super::incoming::IncomingStory;
use super::reading::Row;
use super::refused::{Refused, RefusedReason};
use super::url;

/// Text that is being read.
pub(super) struct Lines {
    at: usize,
    line: u32,
}

impl Lines {
    pub(super) fn begin() -> Self {
        Self { at: 0, line: 0 }
    }

    pub(super) fn done_bytes(&self) -> usize {
        self.at
    }

    /// The next line with a sign in it.
    pub(super) fn next(&mut self, text: &str) -> Option<Row> {
        loop {
            let rest = text.get(self.at..).filter(|rest| !rest.is_empty())?;
            let line = rest.split_inclusive(['\n', '\r']).next()?;
            self.at += line.len();
            let is_second_half = line == "\n" && text.get(..self.at)?.ends_with("\r\n");
            if !is_second_half {
                self.line = self.line.saturating_add(1);
            }
            let line = line.trim();
            if !line.is_empty() {
                return Some(self.row(line));
            }
        }
    }

    fn row(&self, line: &str) -> Row {
        let bad = |reason| Row::Bad(Refused::new(self.line, reason, line));
        if is_heading(line) {
            return bad(RefusedReason::Heading);
        }
        let words = without_marker(line);
        // A rule, a frame of a table, an empty box.
        if !words.chars().any(|c| c.is_alphanumeric() || !c.is_ascii()) {
            return bad(RefusedReason::NoTitle);
        }
        Row::Story(Box::new(story(self.line, words)), line.to_owned())
    }
}

fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    rest.len() < line.len() && (rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// The line without the mark of a list item and its box.
fn without_marker(line: &str) -> &str {
    let bullet = line.strip_prefix(['-', '*', '+', '•', '–', '·']);
    let item = bullet.or_else(|| {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let mark = rest.strip_prefix(['.', ')']);
        mark.filter(|_| rest.len() < line.len())
    });
    let item = match item {
        Some(item) if item.is_empty() || item.starts_with([' ', '\t']) => item.trim_start(),
        Some(_) | None => line,
    };
    let boxes = ["[ ]", "[x]", "[X]", "[]"];
    let inside = boxes.iter().find_map(|mark| item.strip_prefix(mark));
    inside.map_or(item, str::trim_start)
}

/// The story of a line without its marks.
fn story(line: u32, words: &str) -> IncomingStory {
    let mut story = IncomingStory::at(line);
    let (title, address) = linked(words);
    let (key, title) = keyed(title);
    let place = address.map(url::place);
    story.put(Field::Link, address.unwrap_or_default());
    let told = place.as_ref().and_then(|place| place.key.as_deref());
    story.put(Field::Key, key.or(told).unwrap_or_default());
    story.put(Field::Title, title);
    // An address alone is called by its last words, else by its key.
    if let Some(place) = &place {
        story.put(Field::Title, place.title.as_deref().unwrap_or_default());
    }
    if !story.has(Field::Title) {
        let key = story.story.key.clone();
        story.put(Field::Title, &key);
    }
    story.put(Field::Title, words);
    story
}

/// Text and address of `[text](address)`, `text address`, `address text` or `address`.
fn linked(words: &str) -> (&str, Option<&str>) {
    let inside = words
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(')'));
    if let Some((text, link)) = inside.and_then(|inside| inside.split_once("]("))
        && url::is_web(link)
        && !link.contains([' ', '('])
    {
        return (text.trim(), Some(link));
    }
    let ends = "<>()";
    if let Some((text, last)) = words.rsplit_once([' ', '\t']) {
        let link = last.trim_matches(|c| ends.contains(c));
        if url::is_web(link) {
            let text = text.trim_end_matches([' ', '\t', ':', '-', '–', '—', '|']);
            return (text, Some(link));
        }
    }
    let (first, text) = words.split_once([' ', '\t']).unwrap_or((words, ""));
    let link = first.trim_matches(|c| ends.contains(c));
    let link = link.trim_end_matches([':', ',', ';']);
    if url::is_web(link) {
        (
            text.trim_start_matches([' ', '\t', ':', '-', '–', '—', '|']),
            Some(link),
        )
    } else {
        (words, None)
    }
}

/// Key and title of `ABC-123: title`, `ABC-123 - title`, `[ABC-123] title`, `#12 title`.
fn keyed(words: &str) -> (Option<&str>, &str) {
    let framed = words
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'));
    if let Some((key, title)) = framed
        && is_key(key)
    {
        return (
            Some(key),
            title.trim_start_matches([' ', ':', '-', '–', '—']),
        );
    }
    let end = words
        .find([' ', '\t', ':', ',', ';', '|'])
        .unwrap_or(words.len());
    let (key, rest) = words.split_at(end);
    if !is_key(key) {
        return (None, words);
    }
    let title = rest.trim_start_matches([' ', '\t', ':', ',', ';', '|', '-', '–', '—']);
    let gap = rest.len() - title.len();
    let has_sign = rest
        .get(..gap)
        .is_some_and(|gap| !gap.trim_matches(' ').is_empty());
    // `UTF-8 in file names` begins with no key; `#12` can be nothing else.
    if has_sign || title.is_empty() || key.starts_with('#') {
        (Some(key), title)
    } else {
        (None, words)
    }
}

/// `ABC-123`, `#12`.
fn is_key(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if let Some(number) = word.strip_prefix('#') {
        return digits(number);
    }
    let Some((project, number)) = word.rsplit_once('-') else {
        return false;
    };
    let is_project = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_';
    digits(number)
        && project.bytes().all(is_project)
        && project.starts_with(|c: char| c.is_ascii_uppercase())
}
