//! One story as a file has it, and what it changes in a story that is here. Knows no format.

use super::bounds::{MAX_LIST, MAX_WORD_CHARS};
use super::field::Field;
use super::points;
use crate::exchange::lines::{decision_of, question_of};
use crate::story::{Kind, MAX_KEY_CHARS, MAX_TEXT_CHARS, MAX_TITLE_CHARS, Risk, Story, StoryId};

/// A story of a file.
///
/// An empty cell says nothing: a field is present only where the file has something in it,
/// so that an update never empties what was written here.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct IncomingStory {
    /// Line in the file where it begins, from 1.
    pub line: u32,
    /// Its name in a browser, where the file is Floret's own.
    pub id: Option<StoryId>,
    /// The values; of a field that is not present, the default.
    pub story: Story,
    /// Which fields the file has for it, in the order they were found.
    pub fields: Vec<Field>,
    /// Fields that were longer than a story holds, and were cut.
    pub cut: Vec<Field>,
}

impl IncomingStory {
    pub(in crate::exchange) fn at(line: u32) -> Self {
        Self {
            line,
            ..Self::default()
        }
    }

    /// Whether the file has something for this field.
    pub fn has(&self, field: Field) -> bool {
        self.fields.contains(&field)
    }

    /// Takes text for a field; of several texts the first counts, or all together where the
    /// field can hold them. Fields that only Floret's own JSON has are left.
    pub(super) fn put(&mut self, field: Field, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        match field {
            Field::Key => self.word(field, text, MAX_KEY_CHARS, |story| &mut story.key),
            Field::Title => self.word(field, &one_line(text), MAX_TITLE_CHARS, |story| {
                &mut story.title
            }),
            Field::Kind => self.put_kind(text),
            Field::Link => self.word(field, text, MAX_TEXT_CHARS, |story| &mut story.link),
            Field::TrackerStatus => self.word(field, text, MAX_WORD_CHARS, |story| {
                &mut story.tracker_status
            }),
            Field::Estimate => {
                let card = points::estimate(text);
                self.word(field, &card, MAX_WORD_CHARS, |story| &mut story.estimate);
            }
            Field::Description => self.text(field, text, "\n\n", |story| &mut story.description),
            Field::Why => self.text(field, text, "\n\n", |story| &mut story.why),
            Field::Acceptance => self.text(field, text, "\n\n", |story| &mut story.acceptance),
            Field::Notes => self.text(field, text, "\n\n", |story| &mut story.notes),
            Field::Dependencies => self.text(field, text, ", ", |story| &mut story.dependencies),
            Field::Labels => self.put_words(field, text, |story| &mut story.labels),
            Field::Needed => self.put_words(field, text, |story| &mut story.needed),
            Field::Questions => self.put_lines(field, text, question_of, |s| &mut s.questions),
            Field::Decisions => self.put_lines(field, text, decision_of, |s| &mut s.decisions),
            Field::Risks => self.put_lines(field, text, risk_of, |story| &mut story.risks),
            Field::Understanding
            | Field::Status
            | Field::Placed
            | Field::Said
            | Field::Overrulings
            | Field::SentBack => {}
        }
    }

    /// One more label, not split.
    pub(super) fn label(&mut self, label: &str) {
        self.list_word(Field::Labels, label, |story| &mut story.labels);
    }

    /// Takes the sort of work from the labels, for trackers without types.
    pub(super) fn kind_by_labels(&mut self) {
        let sort = self
            .story
            .labels
            .iter()
            .find_map(|l| points::kind_of_label(l));
        if let (Some(sort), false) = (sort, self.has(Field::Kind)) {
            self.story.kind = sort;
            self.mark(Field::Kind);
        }
    }

    /// A tracker's word that is none of ours is a story with the word as a label.
    fn put_kind(&mut self, word: &str) {
        if self.has(Field::Kind) {
            return;
        }
        self.mark(Field::Kind);
        let known = points::kind(word);
        self.story.kind = known.unwrap_or(Kind::Story);
        if known.is_none() {
            self.label(word);
        }
    }

    /// A field with one value: the first that came.
    fn word(&mut self, field: Field, text: &str, max_chars: usize, at: At<String>) {
        if text.is_empty() || self.has(field) {
            return;
        }
        let (text, is_cut) = shortened(text, max_chars);
        at(&mut self.story).push_str(text);
        self.mark(field);
        self.mark_cut(field, is_cut);
    }

    /// A field with room for several texts, each once.
    fn text(&mut self, field: Field, text: &str, gap: &str, at: At<String>) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let all = at(&mut self.story);
        if all.split(gap).any(|part| part == text) {
            return;
        }
        if !all.is_empty() {
            all.push_str(gap);
        }
        all.push_str(&text);
        let is_cut = cut(all, MAX_TEXT_CHARS);
        self.mark(field);
        self.mark_cut(field, is_cut);
    }

    fn put_words(&mut self, field: Field, text: &str, at: At<Vec<String>>) {
        for word in text.split([',', ';', '\n']) {
            self.list_word(field, word, at);
        }
    }

    fn list_word(&mut self, field: Field, word: &str, at: At<Vec<String>>) {
        let (word, mut is_cut) = shortened(word.trim(), MAX_WORD_CHARS);
        let list = at(&mut self.story);
        if word.is_empty() || list.iter().any(|known| known == word) {
            return;
        }
        is_cut |= !pushed(list, word.to_owned());
        self.mark(field);
        self.mark_cut(field, is_cut);
    }

    fn put_lines<T>(&mut self, field: Field, text: &str, of: fn(&str) -> T, at: At<Vec<T>>) {
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let is_cut = !pushed(at(&mut self.story), of(line));
            self.mark(field);
            self.mark_cut(field, is_cut);
        }
    }

    pub(in crate::exchange) fn mark(&mut self, field: Field) {
        if !self.has(field) {
            self.fields.push(field);
        }
    }

    pub(in crate::exchange) fn mark_cut(&mut self, field: Field, is_cut: bool) {
        if is_cut && !self.cut.contains(&field) {
            self.cut.push(field);
        }
    }
}

/// Where in a story a field is.
type At<T> = fn(&mut Story) -> &mut T;

fn risk_of(line: &str) -> Risk {
    Risk {
        text: line.to_owned(),
        ..Risk::default()
    }
}

/// Adds an entry unless the list is full.
fn pushed<T>(list: &mut Vec<T>, entry: T) -> bool {
    let has_room = list.len() < MAX_LIST;
    if has_room {
        list.push(entry);
    }
    has_room
}

/// Line ends and other runs of blanks as one blank.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At most so many characters, and whether there were more.
fn shortened(text: &str, max_chars: usize) -> (&str, bool) {
    match text.char_indices().nth(max_chars) {
        Some((end, _)) => (text.get(..end).unwrap_or_default(), true),
        None => (text, false),
    }
}

/// Cuts a text to so many characters; whether it was longer.
pub(in crate::exchange) fn cut(text: &mut String, max_chars: usize) -> bool {
    let end = shortened(text, max_chars).0.len();
    let is_cut = end < text.len();
    text.truncate(end);
    is_cut
}
