//! Search and filter over a backlog, fast enough for thousands of stories at each keystroke.

use super::{Kind, Status, Story, Understanding};

/// What a search looks through: made once per story and again when the story changes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Haystack {
    /// Key, title, labels and description in small letters, a line each.
    text: String,
    /// Whether the vote gate is closed.
    pub has_gaps: bool,
}

impl Haystack {
    /// Of a story; `has_gaps` says that its vote gate is closed.
    pub fn new(story: &Story, has_gaps: bool) -> Self {
        let mut text = String::with_capacity(story.title.len() + story.description.len() + 32);
        let labels = story.labels.iter().map(String::as_str);
        for part in [story.key.as_str(), &story.title].into_iter().chain(labels) {
            lower_into(part, &mut text);
        }
        lower_into(&story.description, &mut text);
        Self { text, has_gaps }
    }
}

fn lower_into(part: &str, text: &mut String) {
    text.extend(part.chars().flat_map(char::to_lowercase));
    text.push('\n');
}

/// Which stories are shown; what is `None`, empty or off lets every story through.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Filter {
    words: Vec<String>,
    /// Where the story stands.
    pub status: Option<Status>,
    /// What sort of work it is.
    pub kind: Option<Kind>,
    /// How well it is understood; `Some(None)`: nobody said.
    pub understanding: Option<Option<Understanding>>,
    /// A label, in any case.
    pub label: Option<String>,
    /// Only stories whose vote gate is closed.
    pub only_gaps: bool,
}

impl Filter {
    /// Looks for stories that have all words of the text somewhere, in any case.
    pub fn look_for(&mut self, text: &str) {
        let words = text.split_whitespace();
        self.words = words
            .map(|word| word.chars().flat_map(char::to_lowercase).collect())
            .collect();
    }

    /// Whether it lets every story through.
    pub fn is_idle(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it lets a story through; allocates nothing.
    pub fn lets_through(&self, story: &Story, hay: &Haystack) -> bool {
        let fits = |wanted: &str| story.labels.iter().any(|label| is_label(label, wanted));
        (!self.only_gaps || hay.has_gaps)
            && self.status.is_none_or(|status| status == story.status)
            && self.kind.is_none_or(|kind| kind == story.kind)
            && self
                .understanding
                .is_none_or(|clear| clear == story.understanding)
            && self.label.as_deref().is_none_or(fits)
            && self
                .words
                .iter()
                .all(|word| hay.text.contains(word.as_str()))
    }
}

fn is_label(label: &str, wanted: &str) -> bool {
    let small = |text| str::chars(text).flat_map(char::to_lowercase);
    small(label).eq(small(wanted))
}
