//! Markdown as a small closed set of blocks, for the screen. A subset of `CommonMark` 0.31 and
//! GitHub Flavored Markdown; knows no element of a page.
//!
//! Nothing of the source becomes HTML: tags are shown as text, links go to the web and to
//! mail only, pictures are links. Line ends are kept, as people mean them in a tracker.
//! Left out: code by indentation, link definitions, HTML blocks.

mod blocks;
mod emphasis;
mod inlines;
mod lists;
mod tables;

/// Longest text that is laid out, in bytes: 40,000 characters of any script.
pub const MAX_RICH_BYTES: usize = 160_000;

/// Quotes and lists within each other, and marks within each other; deeper ones are text.
const MAX_DEPTH: usize = 8;

/// A block of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its text.
        text: Vec<Inline>,
    },
    /// A list.
    List {
        /// The number of the first item; `None`: without numbers.
        first: Option<u32>,
        /// Its items.
        items: Vec<Item>,
    },
    /// A quote.
    Quote(Vec<Self>),
    /// Lines of code, as they are.
    Code(String),
    /// A table; every row has as many cells as the head.
    Table {
        /// Cells of the head.
        head: Vec<Vec<Inline>>,
        /// Rows of cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A line across.
    Rule,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its box: ticked or not; `None`: it has none.
    pub checked: Option<bool>,
    /// What is in it; a short one has a paragraph only.
    pub blocks: Vec<Block>,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Text.
    Text(String),
    /// Bold.
    Strong(Vec<Self>),
    /// Italic.
    Emphasis(Vec<Self>),
    /// Struck through.
    Struck(Vec<Self>),
    /// Code.
    Code(String),
    /// A link to the web or to mail.
    Link {
        /// Where to: begins with `http://`, `https://` or `mailto:`.
        href: String,
        /// Its text, without links.
        text: Vec<Self>,
    },
    /// The end of a line.
    Break,
}

/// Lays out a text. What is longer than [`MAX_RICH_BYTES`] is left out behind a `…`.
pub fn parse(text: &str) -> Vec<Block> {
    let mut end = text.len().min(MAX_RICH_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let (shown, rest) = text.split_at(end);
    let lines: Vec<&str> = shown.lines().collect();
    let mut blocks = blocks::of(&lines, 0);
    if !rest.is_empty() {
        blocks.push(Block::Paragraph(vec![Inline::Text("…".to_owned())]));
    }
    blocks
}
