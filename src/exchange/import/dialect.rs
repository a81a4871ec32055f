//! Which tool a file comes from. Looks at its beginning, not at its rows.

use super::field::{Field, named, normal};

/// How stories are written in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Dialect {
    /// A table of nobody in particular.
    Csv,
    /// Jira, "Export CSV".
    JiraCsv,
    /// Azure DevOps, "Export to CSV".
    AzureCsv,
    /// Linear, "Export data".
    LinearCsv,
    /// GitLab, "Export as CSV".
    GitLabCsv,
    /// Floret's own table of estimates.
    FloretCsv,
    /// GitHub issues, by `gh issue list --json` or the REST interface.
    GitHubJson,
    /// A JSON list of nobody in particular.
    Json,
    /// Floret's own JSON.
    FloretJson,
    /// Jira, "Export XML" or RSS.
    JiraXml,
    /// A story a line.
    Text,
    /// No stories that we can read.
    #[default]
    Unknown,
}

/// How a file is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Table,
    Json,
    Xml,
    WebPage,
    Lines,
}

/// How this text is laid out, by its beginning and by its file name.
pub(super) fn shape_of(text: &str, file_name: Option<&str>) -> Shape {
    let start = text.trim_start();
    let mut letters = start.chars().filter(|c| !c.is_whitespace());
    match (letters.next(), letters.next()) {
        (Some('['), Some('{' | ']')) | (Some('{'), Some('"' | '}')) => return Shape::Json,
        (Some('<'), Some(_)) if is_web_page(start) => return Shape::WebPage,
        (Some('<'), Some(_)) if is_feed(start) => return Shape::Xml,
        (Some(_) | None, _) => {}
    }
    let ending = file_name.and_then(|name| name.rsplit_once('.'));
    let ending = ending.map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("csv" | "tsv") => Shape::Table,
        Some("md" | "markdown") => Shape::Lines,
        Some("json") => Shape::Json,
        Some(_) | None if super::table::is_table(text) => Shape::Table,
        Some(_) | None => Shape::Lines,
    }
}

fn is_feed(start: &str) -> bool {
    let begins = ["<?xml", "<!--", "<rss", "<channel", "<item"];
    begins.iter().any(|begin| start.starts_with(begin))
}

fn is_web_page(start: &str) -> bool {
    let head = start.get(..start.len().min(15)).unwrap_or_default();
    let head = head.to_ascii_lowercase();
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

/// Whose table this is; headers in [`normal`] form.
pub(super) fn of_headers(headers: &[String]) -> Dialect {
    let has = |name: &str| headers.iter().any(|header| header == name);
    if has("final estimate") && has("time to consensus") {
        Dialect::FloretCsv
    } else if has("work item type") {
        Dialect::AzureCsv
    } else if has("issue key") && has("summary") || has("issue id") && has("issue type") {
        Dialect::JiraCsv
    } else if has("team") && has("title") && has("id") && (has("cycle number") || has("creator")) {
        Dialect::LinearCsv
    } else if has("title") && (has("issue id") || has("iid")) && has("author username") {
        Dialect::GitLabCsv
    } else {
        Dialect::Csv
    }
}

/// The field that a header of a table means, and its rank among the names of that field.
pub(super) fn field_of(dialect: Dialect, header: &str) -> Option<(Field, usize)> {
    let header = normal(header);
    match (dialect, header.as_str()) {
        // What GitLab calls so everybody else calls key and points.
        (Dialect::GitLabCsv, "issue id" | "iid") => Some((Field::Key, 0)),
        (Dialect::GitLabCsv, "id") | (Dialect::FloretCsv, "status") => None,
        // A tree of work items has a column for each level.
        (Dialect::AzureCsv, level) if level.strip_prefix("title ").is_some_and(is_number) => {
            Some((Field::Title, 0))
        }
        (Dialect::FloretCsv, "final estimate") | (Dialect::GitLabCsv, "weight") => {
            Some((Field::Estimate, 0))
        }
        (Dialect::FloretCsv, "external url") => Some((Field::Link, 0)),
        (Dialect::FloretCsv, "decisions") => Some((Field::Decisions, 0)),
        (Dialect::FloretCsv, "open questions") => Some((Field::Questions, 0)),
        (Dialect::FloretCsv, "notes") => Some((Field::Notes, 0)),
        (_, header) => named(header),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
