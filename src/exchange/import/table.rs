//! Tables: comma, semicolon or tab between cells, RFC 4180 quotes, a header line.
//! Does not know what a tool writes into its cells.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::bounds::{MAX_COLUMNS, MAX_REFUSED_CHARS, MAX_REPAIRS, MAX_ROW_BYTES};
use super::cells::Cells;
use super::cursor::Cursor;
use super::dialect::{self, Dialect};
use super::field::{named, normal};
use super::reading::{Column, Row};
use super::refused::{Refused, RefusedReason};

/// Signs between cells, the most usual first.
const DELIMITERS: [char; 3] = [',', ';', '\t'];

/// A table that is being read.
pub(super) struct Table {
    delimiter: char,
    dialect: Dialect,
    header: Vec<String>,
    cells: Cells,
    records: Records,
    repairs_left: usize,
    /// Up to here a row is taken only when it is as wide as the header: it may be a line in
    /// the middle of a row that was refused.
    suspect_until: usize,
}

/// One record as it stands in the file.
struct Record {
    line: u32,
    start: usize,
    cells: Vec<String>,
    flaw: Option<RefusedReason>,
}

impl Table {
    /// Reads the header. What a person said about a column of this name goes before.
    pub(super) fn begin(text: &str, mapping: &[Column]) -> Result<Self, Refused> {
        let (delimiter, at, line) = delimiter_of(text);
        let mut records = Records::new(text, delimiter, at, line);
        let header = match records.next(text) {
            Some(Record {
                flaw: Some(flaw), ..
            }) => return Err(Refused::new(line, flaw, text)),
            Some(record) => record.cells,
            None => Vec::new(),
        };
        if header.len() > MAX_COLUMNS {
            let all = header.join(" ");
            return Err(Refused::new(line, RefusedReason::TooManyColumns, &all));
        }
        let names: Vec<String> = header.iter().map(|name| normal(name)).collect();
        let dialect = dialect::of_headers(&names);
        Ok(Self {
            delimiter,
            dialect,
            cells: Cells::of(dialect, &header, mapping),
            header,
            records,
            repairs_left: MAX_REPAIRS,
            suspect_until: 0,
        })
    }

    pub(super) fn delimiter(&self) -> char {
        self.delimiter
    }

    pub(super) fn dialect(&self) -> Dialect {
        self.dialect
    }

    pub(super) fn done_bytes(&self) -> usize {
        self.records.cursor.at
    }

    pub(super) fn into_columns(self) -> Vec<Column> {
        self.cells.into_columns()
    }

    /// The next row; `None` at the end. Rows without a word in them are none.
    pub(super) fn next(&mut self, text: &str) -> Option<Row> {
        loop {
            let record = self.records.next(text)?;
            if let Some(flaw) = record.flaw {
                return Some(Row::Bad(self.broken(text, &record, flaw)));
            }
            if record.cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Some(self.row(&record));
            }
        }
    }

    fn row(&self, record: &Record) -> Row {
        let more = record.cells.iter().skip(self.header.len());
        let bad = |reason| Row::Bad(Refused::new(record.line, reason, &beginning(record)));
        if more.clone().any(|cell| !cell.trim().is_empty()) {
            let (n, of) = (record.cells.len(), self.header.len());
            return bad(RefusedReason::TooManyCells { n, of });
        }
        if record.start < self.suspect_until && record.cells.len() < self.header.len() {
            return bad(RefusedReason::BrokenQuotes);
        }
        if record.cells == self.header {
            return bad(RefusedReason::Header);
        }
        let story = self.cells.story(record.line, &record.cells);
        Row::Story(Box::new(story), beginning(record))
    }

    /// Refuses the first line of a broken row and reads on behind it: one sign too many
    /// must not swallow the rest of the file.
    fn broken(&mut self, text: &str, record: &Record, flaw: RefusedReason) -> Refused {
        let line = text.get(record.start..).unwrap_or_default().lines().next();
        let refused = Refused::new(record.line, flaw, line.unwrap_or_default());
        if self.repairs_left > 0 {
            self.repairs_left -= 1;
            self.suspect_until = self.suspect_until.max(self.records.cursor.at);
            self.records.skip_line(text, record);
        }
        refused
    }
}

/// The first cells with a word, as a person recognises the row by.
fn beginning(record: &Record) -> String {
    let words = record.cells.iter().filter(|cell| !cell.trim().is_empty());
    let words = words
        .take(6)
        .map(|cell| cell.chars().take(MAX_REFUSED_CHARS).collect());
    words.collect::<Vec<String>>().join(" ")
}

/// Walks over the records of a text.
struct Records {
    reader: Reader,
    delimiter: u8,
    cursor: Cursor,
    out: Vec<u8>,
    ends: Vec<usize>,
}

/// How a record ended.
enum End {
    Whole,
    TooLong,
    Unclosed,
}

impl Records {
    fn new(text: &str, delimiter: char, at: usize, line: u32) -> Self {
        let delimiter = u8::try_from(delimiter).unwrap_or(b',');
        Self {
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            delimiter,
            cursor: Cursor { at, line },
            // No record is longer than its text.
            out: vec![0; text.len().min(MAX_ROW_BYTES) + 1],
            // One more than a header may have, so that more is noticed.
            ends: vec![0; MAX_COLUMNS + 1],
        }
    }

    /// The next record; lines without a sign are none.
    fn next(&mut self, text: &str) -> Option<Record> {
        let blank = text.as_bytes().get(self.cursor.at..)?.iter();
        let blank = blank.take_while(|b| matches!(b, b'\r' | b'\n')).count();
        self.cursor.walk(text, self.cursor.at + blank);
        let start = self.cursor.at;
        if start >= text.len() {
            return None;
        }
        let rest = text.as_bytes().get(start..)?;
        let (end, n_in, n_out, n_cells) = self.read(rest);
        let line = self.cursor.line;
        self.cursor.walk(text, start + n_in);
        let raw = rest.get(..n_in).unwrap_or_default();
        let flaw = match end {
            End::Whole if quotes_are_whole(raw, self.delimiter) => None,
            End::Whole | End::Unclosed => Some(RefusedReason::BrokenQuotes),
            End::TooLong => Some(RefusedReason::TooLong),
        };
        Some(Record {
            line,
            start,
            cells: self.cells(n_out, n_cells),
            flaw,
        })
    }

    /// Reads one record from the beginning of these bytes: how it ended, bytes read, bytes
    /// and cells written.
    fn read(&mut self, rest: &[u8]) -> (End, usize, usize, usize) {
        self.reader.reset();
        let window = rest.get(..MAX_ROW_BYTES).unwrap_or(rest);
        let (said, n_in, n_out, n_cells) =
            self.reader
                .read_record(window, &mut self.out, &mut self.ends);
        match said {
            ReadRecordResult::Record => (End::Whole, n_in, n_out, n_cells),
            // As many cells as a header may have, and more: the rest is not looked at.
            ReadRecordResult::OutputEndsFull => (End::Whole, line_end(rest, n_in), n_out, n_cells),
            ReadRecordResult::OutputFull | ReadRecordResult::End => {
                (End::TooLong, line_end(rest, window.len()), 0, 0)
            }
            ReadRecordResult::InputEmpty if window.len() < rest.len() => {
                (End::TooLong, line_end(rest, window.len()), 0, 0)
            }
            ReadRecordResult::InputEmpty => self.last(n_in, n_out, n_cells),
        }
    }

    /// The record at the end of the text: outside of quotes a line end closes it.
    fn last(&mut self, n_in: usize, n_out: usize, n_cells: usize) -> (End, usize, usize, usize) {
        let out = self.out.get_mut(n_out..).unwrap_or_default();
        let ends = self.ends.get_mut(n_cells..).unwrap_or_default();
        match self.reader.read_record(b"\n", out, ends) {
            (ReadRecordResult::Record, _, more, cells) => {
                (End::Whole, n_in, n_out + more, n_cells + cells)
            }
            _ => (End::Unclosed, n_in, 0, 0),
        }
    }

    /// Goes on behind the first line of a record.
    fn skip_line(&mut self, text: &str, record: &Record) {
        self.cursor.line = record.line;
        self.cursor.at = record.start;
        self.cursor
            .walk(text, line_end(text.as_bytes(), record.start));
    }

    fn cells(&self, n_out: usize, n_cells: usize) -> Vec<String> {
        let mut start = 0;
        let ends = self.ends.iter().take(n_cells).map(|end| (*end).min(n_out));
        ends.map(|end| {
            let cell = self.out.get(start..end).unwrap_or_default();
            start = end;
            String::from_utf8_lossy(cell).into_owned()
        })
        .collect()
    }
}

/// Where the line ends that goes on here.
fn line_end(text: &[u8], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len())
}

/// Whether every cell that begins with a quote ends with one (RFC 4180, section 2, rule 5);
/// quotes within other cells are signs like any other.
fn quotes_are_whole(raw: &[u8], delimiter: u8) -> bool {
    let mut bytes = raw.iter().copied().peekable();
    loop {
        if bytes.next_if_eq(&b'"').is_some() {
            while let Some(byte) = bytes.next() {
                if byte == b'"' && bytes.next_if_eq(&b'"').is_none() {
                    break;
                }
            }
            while bytes.next_if(|b| *b == b' ' && *b != delimiter).is_some() {}
            if !matches!(bytes.peek(), None | Some(b'\r' | b'\n'))
                && bytes.peek() != Some(&delimiter)
            {
                return false;
            }
        }
        if !bytes.any(|b| b == delimiter) {
            return true;
        }
    }
}

/// The sign between cells, and where and on which line the header begins.
///
/// A first line `sep=;` (Excel) says it. Else the sign with which the header has the most
/// known names, and of these the one with the most columns.
fn delimiter_of(text: &str) -> (char, usize, u32) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(sign) = first.trim_end().strip_prefix("sep=") {
        let said = DELIMITERS.iter().find(|known| sign.starts_with(**known));
        // `trim_end` takes the tab.
        let delimiter = said.copied().unwrap_or('\t');
        return (delimiter, first.len(), 1);
    }
    let best = DELIMITERS.into_iter().rev().max_by_key(|sign| {
        let header = Records::new(text, *sign, 0, 1).next(text);
        let names = header.map_or_else(Vec::new, |record| record.cells);
        (n_known(&names), names.len())
    });
    (best.unwrap_or(','), 0, 1)
}

fn n_known(header: &[String]) -> usize {
    header
        .iter()
        .filter(|name| named(&normal(name)).is_some())
        .count()
}

/// Whether a text without a telling file name is a table: two header names that we know, or
/// one and a second line of equal width, or lines of equal width with semicolons or tabs.
pub(super) fn is_table(text: &str) -> bool {
    let (delimiter, at, line) = delimiter_of(text);
    let mut records = Records::new(text, delimiter, at, line);
    let mut width = || {
        let record = records.next(text)?;
        record.flaw.is_none().then_some(record.cells)
    };
    let Some(header) = width() else {
        return false;
    };
    match n_known(&header) {
        0 => delimiter != ',' && header.len() > 1 && is_as_wide(&header, width()),
        1 => header.len() == 1 || is_as_wide(&header, width()),
        _ => true,
    }
}

fn is_as_wide(header: &[String], next: Option<Vec<String>>) -> bool {
    next.is_some_and(|next| next.len() == header.len())
}
