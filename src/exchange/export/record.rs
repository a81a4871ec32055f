//! The record of stories as Markdown, for a file or the clipboard.

use super::RecordWords;
use super::parts::{MARKDOWN, estimate, labelled, lists};
use crate::exchange::href::safe_href;
use crate::exchange::markdown::escaped;
use crate::story::Story;

/// Levels by which headings within a description stand below its story's.
const DEMOTION: usize = 3;

/// A story of a record.
#[derive(Clone, Copy, Debug)]
pub struct RecordedStory<'a> {
    /// The story.
    pub story: &'a Story,
    /// Its status in the person's language; empty: not said.
    pub status: &'a str,
    /// What it took, in the person's language, `6 of 5 min`; `None`: not said.
    pub time: Option<&'a str>,
}

/// A part of a record behind the stories: follow-ups, parking lot, agenda.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// Its entries, one line each.
    pub lines: Vec<String>,
}

/// A heading, each story with what is known of it, then the sections. Sections without
/// entries are left out. Descriptions and criteria stay the Markdown they are, their
/// headings below the story's; everything else shows as it was written.
pub fn record(
    heading: &str,
    stories: &[RecordedStory<'_>],
    sections: &[Section],
    words: &RecordWords<'_>,
) -> String {
    let mut parts = vec![format!("# {}", escaped(heading))];
    for story in stories {
        parts.extend(story_parts(story, words));
    }
    parts.extend(sections.iter().filter_map(recorded_section));
    format!("{}\n", parts.join("\n\n"))
}

/// A section as it stands in a record; `None` where it has no entries.
pub fn recorded_section(section: &Section) -> Option<String> {
    let lines = section.lines.iter();
    let lines = lines.map(|line| format!("- {}", escaped(line)));
    let lines = lines.collect::<Vec<_>>().join("\n");
    let heading = escaped(&section.heading);
    (!lines.is_empty()).then(|| format!("## {heading}\n\n{lines}"))
}

/// One story as it stands in a record.
pub fn recorded(story: &RecordedStory<'_>, words: &RecordWords<'_>) -> String {
    story_parts(story, words).join("\n\n")
}

/// The paragraphs of one story.
fn story_parts(recorded: &RecordedStory<'_>, words: &RecordWords<'_>) -> Vec<String> {
    let story = recorded.story;
    let mut parts = vec![format!("## {}", title(story))];
    let estimate = estimate(story, words, MARKDOWN);
    let status = match recorded.status {
        "" => String::new(),
        status => format!("{} {}", labelled(words.status, MARKDOWN), escaped(status)),
    };
    let time = recorded.time.map_or_else(String::new, |time| {
        format!("{} {}", labelled(words.time, MARKDOWN), escaped(time))
    });
    let facts: Vec<String> = [status, estimate, time]
        .into_iter()
        .filter(|s| !s.is_empty())
        .collect();
    if !facts.is_empty() {
        parts.push(facts.join(" · "));
    }
    let texts = [
        (words.what, &story.description),
        (words.why, &story.why),
        (words.acceptance, &story.acceptance),
        (words.dependencies, &story.dependencies),
    ];
    for (label, text) in texts {
        if !text.trim().is_empty() {
            parts.push(labelled(label, MARKDOWN));
            parts.push(demoted(text.trim()));
        }
    }
    let lists = lists(story, words, MARKDOWN).join("\n");
    if !lists.is_empty() {
        parts.push(lists.trim().to_owned());
    }
    parts
}

/// Key and title; the key is a link where the story has one.
fn title(story: &Story) -> String {
    let title = escaped(&story.title);
    let key = escaped(&story.key);
    match (key.as_str(), safe_href(&story.link)) {
        ("", None) => title,
        ("", Some(href)) => format!("[{title}]({href})"),
        (key, None) => format!("{key} {title}"),
        (key, Some(href)) => format!("[{key}]({href}) {title}"),
    }
}

/// Markdown whose headings stand below those of the record, and which ends where it ends:
/// code and comments that were left open hide nothing behind them.
fn demoted(text: &str) -> String {
    let mut open: Option<Fence> = None;
    let lines = text.lines().map(|line| {
        let start = line.trim_start();
        let fence = Fence::of(start);
        if let Some(code) = open {
            if fence.is_some_and(|fence| fence.closes(code)) {
                open = None;
            }
            return line.to_owned();
        }
        open = fence;
        let line = line.replace("<!--", "&lt;!--");
        let level = start.len() - start.trim_start_matches('#').len();
        let behind = start.get(level..).unwrap_or_default();
        if !(1..=6).contains(&level) || !behind.starts_with([' ', '\t']) {
            return line;
        }
        let behind = behind.replace("<!--", "&lt;!--");
        format!("{}{behind}", "#".repeat((level + DEMOTION).min(6)))
    });
    let mut lines: Vec<String> = lines.collect();
    lines.extend(open.map(|code| code.sign.repeat(code.length)));
    lines.join("\n")
}

/// The line over or under code (`CommonMark` 0.31, "Fenced code blocks").
#[derive(Clone, Copy)]
struct Fence {
    sign: &'static str,
    length: usize,
    /// Nothing stands behind it.
    is_bare: bool,
}

impl Fence {
    fn of(line: &str) -> Option<Self> {
        let sign = ["`", "~"].into_iter().find(|sign| line.starts_with(sign))?;
        let behind = line.trim_start_matches(sign);
        let length = line.len() - behind.len();
        // What stands behind back ticks holds none: else it is code within a line.
        let is_fence = length >= 3 && (sign == "~" || !behind.contains('`'));
        is_fence.then(|| Self {
            sign,
            length,
            is_bare: behind.trim().is_empty(),
        })
    }

    fn closes(self, open: Self) -> bool {
        self.sign == open.sign && self.length >= open.length && self.is_bare
    }
}
