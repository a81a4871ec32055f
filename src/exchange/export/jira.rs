//! A table with which Jira updates its issues ("Import issues from CSV").

use super::RecordWords;
use super::parts::{PLAIN, comment};
use crate::exchange::csv::line;
use crate::poker::Value;
use crate::story::Story;

/// The columns, in order.
pub const JIRA_HEADER: [&str; 4] = ["Issue Key", "Summary", "Story Points", "Comment"];

/// One header line and one line per story, written as [`csv`](crate::exchange::csv()) writes.
///
/// Story points are numbers with a point, as Jira's field takes no other; a shirt size stands
/// in the comment alone, with votes, decisions, questions and risks.
pub fn jira_csv(stories: &[&Story], words: &RecordWords<'_>) -> String {
    let header = JIRA_HEADER.map(str::to_owned).to_vec();
    let rows = stories.iter().map(|story| {
        let points = Value::parse(&story.estimate).map(|points| points.format('.'));
        vec![
            story.key.clone(),
            story.title.clone(),
            points.unwrap_or_default(),
            comment(story, words, PLAIN).join("\n").trim().to_owned(),
        ]
    });
    core::iter::once(header).chain(rows).map(line).collect()
}
