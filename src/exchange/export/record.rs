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
    let mut parts = vec![record_heading(heading)];
    for story in stories {
        parts.extend(story_parts(story, words));
    }
    parts.extend(sections.iter().filter_map(recorded_section));
    format!("{}\n", parts.join("\n\n"))
}

/// What stands over a record.
pub fn record_heading(heading: &str) -> String {
    format!("# {}", escaped(heading))
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
    let facts: Vec<String> = [status, estimate]
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

/// Markdown whose headings stand below those of the record.
fn demoted(text: &str) -> String {
    let mut is_code = false;
    let lines = text.lines().map(|line| {
        let start = line.trim_start();
        if start.starts_with("```") || start.starts_with("~~~") {
            is_code = !is_code;
        }
        let level = start.len() - start.trim_start_matches('#').len();
        let behind = start.get(level..).unwrap_or_default();
        if is_code || !(1..=6).contains(&level) || !behind.starts_with([' ', '\t']) {
            return line.to_owned();
        }
        format!("{}{behind}", "#".repeat((level + DEMOTION).min(6)))
    });
    lines.collect::<Vec<_>>().join("\n")
}
