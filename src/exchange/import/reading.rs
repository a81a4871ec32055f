//! Reading a file of stories, a slice at a time. Does not know what is here already.

use std::collections::BTreeMap;
use std::fmt;

use super::bounds::{MAX_IMPORT_BYTES, MAX_ROWS};
use super::compare::{Identity, identity};
use super::dialect::{Dialect, Shape, shape_of};
use super::encoding::{Encoding, decoded};
use super::field::Field;
use super::incoming::IncomingStory;
use super::json::List;
use super::lines::Lines;
use super::refused::{Refused, RefusedReason};
use super::table::Table;
use super::xml::Items;

/// A column of a table and where it goes; columns of one name are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub header: String,
    /// Its field; `None`: it is left out.
    pub to: Option<Field>,
}

/// How far reading has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of text that are read.
    pub done_bytes: usize,
    /// Bytes of text in all.
    pub total_bytes: usize,
    /// Rows found so far.
    pub n_rows: usize,
    /// Whether everything is read.
    pub is_done: bool,
}

/// What a file has in it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Imported {
    /// Which tool wrote it.
    pub dialect: Dialect,
    /// How its bytes were read.
    pub encoding: Encoding,
    /// The sign between cells, of a table.
    pub delimiter: Option<char>,
    /// The columns of a table in their order; empty for other files, whose fields have one
    /// meaning only.
    pub mapping: Vec<Column>,
    /// Stories, in the order of the file.
    pub rows: Vec<IncomingStory>,
    /// Rows that are not taken, in the order of the file.
    pub refused: Vec<Refused>,
    /// Rows in the file: those taken and those refused.
    pub n_rows: usize,
    /// Whether the file was read to its end.
    pub is_complete: bool,
}

/// A row of any file; a story comes with its text, should it be refused.
pub(super) enum Row {
    Story(Box<IncomingStory>, String),
    Bad(Refused),
}

/// A file that is being read.
pub struct Reading {
    text: String,
    encoding: Encoding,
    source: Source,
    taken: Taken,
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut told = f.debug_struct("Reading");
        told.field("n_rows", &self.taken.n_rows);
        told.finish_non_exhaustive()
    }
}

enum Source {
    Table(Box<Table>),
    Json(List),
    Xml(Items),
    Lines(Lines),
    Nothing,
}

impl Reading {
    /// Begins to read a file, or what was pasted. Nothing is too strange: what cannot be
    /// read is refused with a reason.
    pub fn begin(bytes: &[u8], file_name: Option<&str>) -> Self {
        Self::begin_with(bytes, file_name, &[])
    }

    /// The same with a mapping that a person changed: columns by the names of their headers.
    /// Columns that are not in it go where they go by themselves.
    pub fn begin_with(bytes: &[u8], file_name: Option<&str>, mapping: &[Column]) -> Self {
        let mut reading = Self {
            text: String::new(),
            encoding: Encoding::Utf8,
            source: Source::Nothing,
            taken: Taken::default(),
        };
        let name = file_name.unwrap_or_default();
        if bytes.len() > MAX_IMPORT_BYTES {
            let refused = Refused::new(1, RefusedReason::TooManyBytes, name);
            reading.taken.refuse(refused);
            return reading;
        }
        let Some((text, encoding)) = decoded(bytes) else {
            reading
                .taken
                .refuse(Refused::new(1, RefusedReason::NoText, name));
            return reading;
        };
        reading.text = text;
        reading.encoding = encoding;
        reading.open(file_name, mapping);
        reading
    }

    fn open(&mut self, file_name: Option<&str>, mapping: &[Column]) {
        let text = &self.text;
        self.source = match shape_of(text, file_name) {
            Shape::Table => match Table::begin(text, mapping) {
                Ok(table) => Source::Table(Box::new(table)),
                Err(refused) => return self.taken.refuse(refused),
            },
            Shape::Json => Source::Json(List::begin(text)),
            Shape::Xml => Source::Xml(Items::begin()),
            Shape::Lines => Source::Lines(Lines::begin()),
            Shape::WebPage => {
                let refused = Refused::new(1, RefusedReason::WebPage, text);
                return self.taken.refuse(refused);
            }
        };
    }

    /// Reads on, at most so many rows.
    pub fn step(&mut self, n_rows: usize) -> Progress {
        let mut is_done = false;
        for _ in 0..n_rows {
            let Some(row) = self.source.next(&self.text) else {
                is_done = true;
                break;
            };
            self.taken.take(row);
        }
        Progress {
            done_bytes: if is_done {
                self.text.len()
            } else {
                self.source.done_bytes()
            },
            total_bytes: self.text.len(),
            n_rows: self.taken.n_rows,
            is_done,
        }
    }

    /// What was read up to here.
    pub fn finish(mut self) -> Imported {
        let delimiter = self.source.delimiter();
        let dialect = self.source.dialect();
        let is_complete = self.source.next(&self.text).is_none();
        Imported {
            dialect,
            encoding: self.encoding,
            delimiter,
            mapping: self.source.into_columns(),
            rows: self.taken.rows,
            refused: self.taken.refused,
            n_rows: self.taken.n_rows,
            is_complete,
        }
    }
}

/// Reads a whole file at once.
pub fn read(bytes: &[u8], file_name: Option<&str>) -> Imported {
    let mut reading = Reading::begin(bytes, file_name);
    reading.step(usize::MAX);
    reading.finish()
}

impl Source {
    fn next(&mut self, text: &str) -> Option<Row> {
        match self {
            Self::Table(table) => table.next(text),
            Self::Json(list) => list.next(text),
            Self::Xml(items) => items.next(text),
            Self::Lines(lines) => lines.next(text),
            Self::Nothing => None,
        }
    }

    fn done_bytes(&self) -> usize {
        match self {
            Self::Table(table) => table.done_bytes(),
            Self::Json(list) => list.done_bytes(),
            Self::Xml(items) => items.done_bytes(),
            Self::Lines(lines) => lines.done_bytes(),
            Self::Nothing => 0,
        }
    }

    fn dialect(&self) -> Dialect {
        match self {
            Self::Table(table) => table.dialect(),
            Self::Json(list) => list.dialect(),
            Self::Xml(_) => Dialect::JiraXml,
            Self::Lines(_) => Dialect::Text,
            Self::Nothing => Dialect::Unknown,
        }
    }

    fn delimiter(&self) -> Option<char> {
        match self {
            Self::Table(table) => Some(table.delimiter()),
            Self::Json(_) | Self::Xml(_) | Self::Lines(_) | Self::Nothing => None,
        }
    }

    fn into_columns(self) -> Vec<Column> {
        match self {
            Self::Table(table) => table.into_columns(),
            Self::Json(_) | Self::Xml(_) | Self::Lines(_) | Self::Nothing => Vec::new(),
        }
    }
}

/// What was found so far.
#[derive(Default)]
struct Taken {
    rows: Vec<IncomingStory>,
    refused: Vec<Refused>,
    /// Line of each key.
    seen: BTreeMap<Identity, u32>,
    n_rows: usize,
}

impl Taken {
    fn take(&mut self, row: Row) {
        if self.rows.len() + self.refused.len() >= MAX_ROWS {
            return self.overflow(row);
        }
        match row {
            Row::Bad(refused) => self.refuse(refused),
            Row::Story(story, text) => {
                let refused = |reason| Refused::new(story.line, reason, &text);
                if story.story.title.is_empty() {
                    return self.refuse(refused(RefusedReason::NoTitle));
                }
                let name = identity(&story.story);
                if let Some(first_line) = name.as_ref().and_then(|name| self.seen.get(name)) {
                    let first_line = *first_line;
                    return self.refuse(refused(RefusedReason::Duplicate { first_line }));
                }
                if let Some(name) = name {
                    self.seen.insert(name, story.line);
                }
                self.n_rows += 1;
                self.rows.push(*story);
            }
        }
    }

    fn refuse(&mut self, refused: Refused) {
        self.n_rows += 1;
        self.refused.push(refused);
    }

    /// Counts a row beyond the limit.
    fn overflow(&mut self, row: Row) {
        match self.refused.last_mut() {
            Some(last) if last.reason == RefusedReason::TooManyRows => {
                last.n_rows = last.n_rows.saturating_add(1);
                self.n_rows += 1;
            }
            Some(_) | None => {
                let refused = match row {
                    Row::Story(story, text) => {
                        Refused::new(story.line, RefusedReason::TooManyRows, &text)
                    }
                    Row::Bad(refused) => Refused {
                        reason: RefusedReason::TooManyRows,
                        ..refused
                    },
                };
                self.refuse(refused);
            }
        }
    }
}
