//! Estimated stories as a GitHub Markdown table. The words come from a language file.

use super::estimated::EstimatedStory;

/// Heading and column words in the person's language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MarkdownWords<'a> {
    /// Heading above the table.
    pub heading: &'a str,
    /// Column of the story keys; left out when no story has one.
    pub key: &'a str,
    /// Column of the titles.
    pub story: &'a str,
    /// Column of the estimates.
    pub estimate: &'a str,
    /// Column of the histograms.
    pub votes: &'a str,
    /// Column of the averages.
    pub average: &'a str,
    /// Column of the medians.
    pub median: &'a str,
    /// Column of the agreement.
    pub agreement: &'a str,
    /// Column of the number of rounds.
    pub rounds: &'a str,
    /// Decimal mark: `.` or `,`.
    pub decimal_mark: char,
}

/// A heading and a table with one row per story (GitHub Flavored Markdown,
/// "Tables"). What people wrote shows as they wrote it, on one line: nothing in
/// it is taken for Markdown or HTML.
pub fn markdown(stories: &[EstimatedStory], words: &MarkdownWords<'_>) -> String {
    let with_keys = stories.iter().any(|story| story.key.is_some());
    let mut names = vec![
        words.story,
        words.estimate,
        words.votes,
        words.average,
        words.median,
        words.agreement,
        words.rounds,
    ];
    if with_keys {
        names.insert(0, words.key);
    }
    let names: Vec<String> = names.into_iter().map(escaped).collect();
    let rule = vec!["---".to_owned(); names.len()];
    let rows = stories.iter().map(|story| {
        let key = with_keys.then(|| escaped(story.key.as_deref().unwrap_or_default()));
        row(key.into_iter().chain(cells(story, words.decimal_mark)))
    });
    let table: String = [row(names), row(rule)].into_iter().chain(rows).collect();
    format!("## {}\n\n{table}", escaped(words.heading))
}

fn cells(story: &EstimatedStory, decimal_mark: char) -> [String; 7] {
    let card = |label: Option<&String>| label.map(|l| escaped(l)).unwrap_or_default();
    let median = story.median.map(|v| v.format(decimal_mark));
    let average = story.average.map(|v| v.format(decimal_mark));
    let agreement = story.agreement.map(|percent| format!("{percent} %"));
    [
        escaped(&story.title),
        card(story.estimate.as_ref()),
        histogram(&story.histogram),
        average.unwrap_or_default(),
        median.unwrap_or_else(|| card(story.median_card.as_ref())),
        agreement.unwrap_or_default(),
        story.rounds.to_string(),
    ]
}

/// `5 × 3, 8 × 1`: each card and how often.
pub(super) fn histogram(bars: &[(String, u32)]) -> String {
    let bars: Vec<String> = bars
        .iter()
        .map(|(label, n)| format!("{} × {n}", escaped(label)))
        .collect();
    bars.join(", ")
}

fn row(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells.into_iter().collect();
    format!("| {} |\n", cells.join(" | "))
}

/// One line of plain text: HTML as entities, Markdown with backslashes, line
/// ends and other control characters as a blank.
pub(super) fn escaped(text: &str) -> String {
    let text = text.trim().replace("\r\n", "\n");
    let mut out = String::with_capacity(text.len() + 1);
    let sign = block_sign(&text);
    for (at, c) in text.char_indices() {
        if sign == Some(at) {
            out.push('\\');
        }
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '|' | '`' | '*' | '_' | '~' | '[' | ']' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Where the sign stands that would make a heading or a list of a line.
fn block_sign(text: &str) -> Option<usize> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = text.get(digits..)?;
    let behind = if digits == 0 {
        let hashes = rest.trim_start_matches('#');
        if hashes.len() == rest.len() {
            rest.strip_prefix(['-', '+'])?
        } else {
            hashes
        }
    } else {
        rest.strip_prefix(['.', ')'])?
    };
    let is_sign = behind.is_empty() || behind.starts_with(char::is_whitespace);
    is_sign.then_some(digits)
}
