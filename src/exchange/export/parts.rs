//! Parts of a story as text: the estimate, and lists of decisions, questions and risks.
//! The same for a record, a comment and a cell; does not know which.

use super::RecordWords;
use crate::exchange::markdown::{escaped, histogram};
use crate::story::{Decision, OpenQuestion, Overruling, Risk, Story};

/// How text is written.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// Sign around a label.
    bold: &'static str,
    /// A text of a person on one line.
    text: fn(&str) -> String,
    /// Each card and how often.
    bars: fn(&[(String, u32)]) -> String,
}

/// Markdown, in which nothing that a person wrote is a mark.
pub(super) const MARKDOWN: Style = Style {
    bold: "**",
    text: escaped,
    bars: histogram,
};

/// Text without marks.
pub(super) const PLAIN: Style = Style {
    bold: "",
    text: one_line,
    bars: plain_histogram,
};

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain_histogram(bars: &[(String, u32)]) -> String {
    let bars = bars.iter().map(|(card, n)| format!("{card} × {n}"));
    bars.collect::<Vec<_>>().join(", ")
}

/// A story as a comment for its ticket, in Markdown: estimate, votes, decisions, open
/// questions with owner and date, risks. Empty where there is nothing to say.
pub fn ticket_comment(story: &Story, words: &RecordWords<'_>) -> String {
    comment(story, words, MARKDOWN).join("\n")
}

/// The lines of a comment.
pub(super) fn comment(story: &Story, words: &RecordWords<'_>, style: Style) -> Vec<String> {
    let mut lines = Vec::new();
    let estimate = estimate(story, words, style);
    let has_estimate = !estimate.is_empty();
    lines.extend(Some(estimate).filter(|_| has_estimate));
    lines.extend(lists(story, words, style));
    lines
}

/// `Estimate: 5 · Votes: 5 × 3, 8 × 1 · Agreement: 75 % · Rounds: 2`, as far as known.
pub(super) fn estimate(story: &Story, words: &RecordWords<'_>, style: Style) -> String {
    let mut said = Vec::new();
    let mut say = |label: &str, value: String| {
        if !value.is_empty() {
            said.push(format!("{} {value}", labelled(label, style)));
        }
    };
    say(words.estimate, (style.text)(&story.estimate));
    if let Some(round) = &story.round {
        say(words.votes, (style.bars)(&round.votes));
        let agreement = round.agreement.map(|percent| format!("{percent} %"));
        say(words.agreement, agreement.unwrap_or_default());
        if round.n_rounds > 0 {
            say(words.rounds, round.n_rounds.to_string());
        }
    }
    said.join(" · ")
}

/// Decisions, open questions, risks, overrulings and what is missing, each under its label
/// with an empty line before it.
pub(super) fn lists(story: &Story, words: &RecordWords<'_>, style: Style) -> Vec<String> {
    let open = story
        .questions
        .iter()
        .filter(|question| !question.is_closed);
    let sent_back = story.sent_back.iter().map(|missing| {
        let points = missing.points.join(", ");
        joined(&[&points, &(style.text)(&missing.note)], " – ")
    });
    let lists: [(&str, Vec<String>); 5] = [
        (
            words.decisions,
            story
                .decisions
                .iter()
                .map(|d| decision(d, words, style))
                .collect(),
        ),
        (
            words.questions,
            open.map(|q| question(q, words, style)).collect(),
        ),
        (
            words.risks,
            story.risks.iter().map(|r| risk(r, words, style)).collect(),
        ),
        (
            words.overruled,
            story
                .overrulings
                .iter()
                .map(|o| overruling(o, style))
                .collect(),
        ),
        (words.sent_back, sent_back.collect()),
    ];
    let mut lines = Vec::new();
    for (label, entries) in lists.into_iter().filter(|(_, entries)| !entries.is_empty()) {
        lines.extend([String::new(), labelled(label, style), String::new()]);
        lines.extend(entries.iter().map(|entry| format!("- {entry}")));
    }
    lines
}

pub(super) fn labelled(label: &str, style: Style) -> String {
    format!("{0}{label}:{0}", style.bold)
}

/// Texts that are not empty with a sign between them.
pub(super) fn joined(texts: &[&str], gap: &str) -> String {
    let texts: Vec<&str> = texts
        .iter()
        .copied()
        .filter(|text| !text.is_empty())
        .collect();
    texts.join(gap)
}

/// ` (…)`, or nothing.
pub(super) fn framed(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!(" ({text})")
    }
}

/// `Mail — costs nothing (Ana; instead of: SMS)`
fn decision(decision: &Decision, words: &RecordWords<'_>, style: Style) -> String {
    let text = style.text;
    let dropped = text(&decision.dropped);
    let dropped = if dropped.is_empty() {
        dropped
    } else {
        format!("{}: {dropped}", words.instead_of)
    };
    let said = joined(&[&text(&decision.what), &text(&decision.why)], " — ");
    let more = joined(&[&text(&decision.who), &dropped], "; ");
    format!("{said}{}", framed(&more))
}

/// `Who pays? (Ana, until 2026-11-30; blocks the start)`
fn question(question: &OpenQuestion, words: &RecordWords<'_>, style: Style) -> String {
    let text = style.text;
    let due = text(&question.due);
    let due = if due.is_empty() {
        due
    } else {
        format!("{} {due}", words.due)
    };
    let blocks = if question.stops_work {
        words.blocks
    } else {
        ""
    };
    let who = joined(&[&text(&question.owner), &due], ", ");
    let more = joined(&[&who, blocks], "; ");
    format!("{}{}", text(&question.text), framed(&more))
}

/// `The other team moves (Bo; blocks the start)`
fn risk(risk: &Risk, words: &RecordWords<'_>, style: Style) -> String {
    let blocks = if risk.blocks { words.blocks } else { "" };
    let more = joined(&[&(style.text)(&risk.owner), blocks], "; ");
    format!("{}{}", (style.text)(&risk.text), framed(&more))
}

/// `R3, R4 — nobody else can (Ana)`
fn overruling(overruling: &Overruling, style: Style) -> String {
    let missing = overruling.missing.join(", ");
    let said = joined(&[&missing, &(style.text)(&overruling.why)], " — ");
    format!("{said}{}", framed(&(style.text)(&overruling.who)))
}
