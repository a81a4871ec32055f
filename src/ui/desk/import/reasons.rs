//! Why a row or a file is not taken, in words.

use crate::desk::event::FileProblem;
use crate::desk::view::{MAX_COLUMNS, MAX_IMPORT_BYTES, MAX_ROWS, RefusedReason};
use crate::ui::desk::DeskUi;
use crate::words::fill;

/// A file that could not be read.
pub(super) fn of_file(ui: DeskUi, problem: FileProblem) -> String {
    match problem {
        FileProblem::TooLong => of_row(ui, RefusedReason::TooManyBytes),
        FileProblem::Unreadable => ui.words.exchange.because_unreadable.to_owned(),
    }
}

/// A row that is refused.
pub(super) fn of_row(ui: DeskUi, reason: RefusedReason) -> String {
    let say = ui.words.exchange;
    let number = |n: usize| n.to_string();
    match reason {
        RefusedReason::NoTitle => say.because_no_title.to_owned(),
        RefusedReason::Duplicate { first_line } => {
            fill(say.because_duplicate, &[&first_line.to_string()])
        }
        RefusedReason::Header => say.because_header.to_owned(),
        RefusedReason::TooManyCells { n, of } => {
            fill(say.because_too_many_cells, &[&number(n), &number(of)])
        }
        RefusedReason::BrokenQuotes => say.because_broken_quotes.to_owned(),
        RefusedReason::TooLong => say.because_too_long.to_owned(),
        RefusedReason::PullRequest => say.because_pull_request.to_owned(),
        RefusedReason::Heading => say.because_heading.to_owned(),
        RefusedReason::Damaged => say.because_damaged.to_owned(),
        RefusedReason::CutOff => say.because_cut_off.to_owned(),
        RefusedReason::NotAStory => say.because_not_a_story.to_owned(),
        RefusedReason::TooManyRows => fill(say.because_too_many_rows, &[&number(MAX_ROWS)]),
        RefusedReason::TooManyColumns => {
            fill(say.because_too_many_columns, &[&number(MAX_COLUMNS)])
        }
        RefusedReason::TooManyBytes => {
            let megabytes = number(MAX_IMPORT_BYTES / 1_000_000);
            fill(say.because_too_many_bytes, &[&megabytes])
        }
        RefusedReason::NoText => say.because_no_text.to_owned(),
        RefusedReason::WebPage => say.because_web_page.to_owned(),
        RefusedReason::Newer => say.because_newer.to_owned(),
    }
}
