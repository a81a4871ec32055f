//! Estimated stories as CSV (RFC 4180), safe to open in a spreadsheet.

use super::date::iso8601_utc;
use super::estimated::EstimatedStory;
use crate::poker::Value;

/// The columns, in order.
pub const CSV_HEADER: [&str; 19] = [
    "Issue key",
    "Title",
    "Final Estimate",
    "Status",
    "Ready",
    "Voted At",
    "Vote Count",
    "Average",
    "Median",
    "Min",
    "Max",
    "Agreement %",
    "Rounds",
    "Time to Consensus",
    "Individual Votes",
    "Decisions",
    "Open Questions",
    "Notes",
    "External URL",
];

/// One header line and one line per story, RFC 4180: comma, CRLF, quotes where
/// needed; UTF-8 without a byte order mark.
///
/// Numbers have a decimal point, and a card `½` is written 0.5. `Ready` is `yes`,
/// `no` or empty; `Voted At` ISO 8601 in UTC; `Time to Consensus` whole seconds;
/// `Individual Votes` is `Ana: 5; Bo: 8`, empty for an anonymous round;
/// decisions and open questions stand on a line each within their cell.
///
/// A cell that starts with `=`, `+`, `-`, `@`, tab or CR gets a leading `'`, so
/// that no spreadsheet runs it as a formula; plain negative numbers are left.
pub fn csv(stories: &[EstimatedStory]) -> String {
    let header = CSV_HEADER.map(str::to_owned);
    let rows = stories.iter().map(cells);
    let lines = core::iter::once(header).chain(rows);
    lines.map(|cells| line(cells.to_vec())).collect()
}

fn cells(story: &EstimatedStory) -> [String; CSV_HEADER.len()] {
    let median = story.median.map(|v| v.format('.'));
    [
        text(story.key.as_ref()),
        story.title.clone(),
        card(story.estimate.as_ref()),
        text(story.status.as_ref()),
        text(story.ready.map(|ready| if ready { "yes" } else { "no" })),
        text(story.voted_at_ms.map(iso8601_utc)),
        story.n_votes.to_string(),
        text(story.average),
        median.unwrap_or_else(|| card(story.median_card.as_ref())),
        card(story.lowest.as_ref()),
        card(story.highest.as_ref()),
        text(story.agreement),
        story.rounds.to_string(),
        text(story.seconds_to_consensus),
        individual_votes(story),
        story.decisions.join("\n"),
        story.open_questions.join("\n"),
        text(story.notes.as_ref()),
        text(story.url.as_ref()),
    ]
}

fn text(value: Option<impl ToString>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}

/// A card in data: a number where it is one, else its text.
fn card(label: Option<&String>) -> String {
    label.map(|l| card_text(l)).unwrap_or_default()
}

fn card_text(label: &str) -> String {
    Value::parse(label).map_or_else(|_| label.to_owned(), |value| value.format('.'))
}

fn individual_votes(story: &EstimatedStory) -> String {
    let votes = story.individual_votes.iter().flatten();
    let votes: Vec<String> = votes
        .map(|(name, label)| format!("{name}: {}", card_text(label)))
        .collect();
    votes.join("; ")
}

/// One line of a table, each cell guarded and quoted where it needs to be.
pub(super) fn line(cells: Vec<String>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|c| quoted(guarded(c))).collect();
    format!("{}\r\n", cells.join(","))
}

/// Puts a `'` before what a spreadsheet would take for a formula
/// (OWASP, "CSV Injection"), and before what looks as if it had been guarded already, so
/// that a reader takes off exactly one.
fn guarded(cell: String) -> String {
    let sign = cell.trim_start_matches('\'');
    if sign.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_negative_number(&cell) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// `-` and digits, with or without a decimal part: `-5`, `-0.5`.
fn is_negative_number(cell: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let Some(size) = cell.strip_prefix('-') else {
        return false;
    };
    match size.split_once('.') {
        Some((whole, decimals)) => digits(whole) && digits(decimals),
        None => digits(size),
    }
}

/// RFC 4180 §2, rules 6 and 7.
fn quoted(cell: String) -> String {
    if cell.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}
