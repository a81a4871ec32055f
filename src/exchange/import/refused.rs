//! Rows that did not go in, and why. Knows no language.

use super::bounds::MAX_REFUSED_CHARS;

/// Why a row, or all of a file, is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusedReason {
    /// It has no title.
    NoTitle,
    /// Another row of the same file has its key.
    Duplicate {
        /// Line of that row.
        first_line: u32,
    },
    /// It repeats the header, as files do that were put together.
    Header,
    /// It has more cells than the header.
    TooManyCells {
        /// Cells in the row.
        n: usize,
        /// Cells in the header.
        of: usize,
    },
    /// A quote is opened and not closed, or closed in the middle of a cell.
    BrokenQuotes,
    /// It is longer than 1 MB.
    TooLong,
    /// It is a pull request.
    PullRequest,
    /// It is a heading of a text.
    Heading,
    /// It cannot be read as JSON or XML.
    Damaged,
    /// The file ends in the middle of it.
    CutOff,
    /// It is something else than a story.
    NotAStory,
    /// Rows beyond [`MAX_ROWS`](super::MAX_ROWS); one entry stands for all of them.
    TooManyRows,
    /// The header has more than [`MAX_COLUMNS`](super::MAX_COLUMNS) columns.
    TooManyColumns,
    /// The file is larger than [`MAX_IMPORT_BYTES`](super::MAX_IMPORT_BYTES).
    TooManyBytes,
    /// The file is no text: a workbook, a PDF, a picture.
    NoText,
    /// The file is a web page.
    WebPage,
    /// The file was written by a newer Floret.
    Newer,
}

/// A row that did not go in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its line in the file, from 1.
    pub line: u32,
    /// Why.
    pub reason: RefusedReason,
    /// How it begins, one line of at most 80 characters.
    pub text: String,
    /// Rows that this entry stands for: 1, or more for [`RefusedReason::TooManyRows`].
    pub n_rows: u32,
}

impl Refused {
    /// One row; of its text the beginning is kept.
    pub(super) fn new(line: u32, reason: RefusedReason, text: &str) -> Self {
        let mut words = String::new();
        let mut n = 0;
        for word in text.split_whitespace() {
            let gap = usize::from(n > 0);
            let room = (MAX_REFUSED_CHARS - n).saturating_sub(gap);
            if room == 0 {
                break;
            }
            if gap == 1 {
                words.push(' ');
            }
            let before = words.len();
            words.extend(word.chars().take(room));
            n += gap + words.get(before..).map_or(0, |new| new.chars().count());
        }
        Self {
            line,
            reason,
            text: words,
            n_rows: 1,
        }
    }
}
