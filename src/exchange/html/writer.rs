//! Writes Markdown piece by piece: lines, lists, quotes and marks that begin and end
//! anywhere. Does not know HTML.

mod escape;
mod levels;

use escape::escaped;
use levels::Levels;

/// Marks open at once; deeper ones are their text.
const MAX_MARKS: usize = 32;

/// Text between two signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Strong,
    Emphasis,
    Code,
    Link,
}

/// A mark that is open.
struct Open {
    mark: Mark,
    opener: &'static str,
    closer: String,
    is_written: bool,
}

/// Markdown that is being written.
#[derive(Default)]
pub(super) struct Writer {
    out: String,
    /// Line ends that come before the next text.
    gap: usize,
    /// Whether nothing but a prefix stands on the line.
    is_line_start: bool,
    /// Whether a blank comes before the next text.
    has_blank: bool,
    levels: Levels,
    marks: Vec<Open>,
    /// Signs of the heading that begins with the next text.
    heading: String,
    is_in_heading: bool,
    /// Text of the open code, in a line or in a block.
    code: Option<String>,
    block: Option<String>,
}

impl Writer {
    /// Text as people read it; runs of blanks are one.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(code) = self.block.as_mut().or(self.code.as_mut()) {
            code.push_str(text);
            return;
        }
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let (word, behind) = rest.split_at(end);
            if !word.is_empty() {
                self.begin();
                let is_first = core::mem::take(&mut self.is_line_start);
                escaped(word, is_first, &mut self.out);
            }
            let next = behind.trim_start();
            self.has_blank |= next.len() < behind.len();
            rest = next;
        }
    }

    /// Signs that are Markdown.
    pub(super) fn raw(&mut self, signs: &str) {
        self.begin();
        self.out.push_str(signs);
    }

    /// Signs outside of any mark.
    fn bare(&mut self, signs: &str) {
        self.place();
        self.out.push_str(signs);
    }

    /// A new line within a paragraph.
    pub(super) fn line(&mut self) {
        if let Some(block) = &mut self.block {
            block.push('\n');
        } else if self.is_in_heading {
            self.has_blank = true;
        } else {
            self.gap(1);
        }
    }

    /// So many line ends before what comes next, at least.
    pub(super) fn gap(&mut self, lines: usize) {
        if self.block.is_some() {
            return;
        }
        self.end_code();
        if !self.levels.has_marker() {
            self.gap = self.gap.max(lines);
        }
    }

    pub(super) fn rule(&mut self) {
        self.gap(2);
        self.bare("---");
        self.gap(2);
    }

    pub(super) fn heading(&mut self, level: usize, opens: bool) {
        self.gap(2);
        self.is_in_heading = opens;
        self.heading.clear();
        if opens {
            self.heading = format!("{} ", "#".repeat(level.clamp(1, 6)));
        }
    }

    /// A list; ordered ones have the number of their first item.
    pub(super) fn list(&mut self, first: Option<u64>, opens: bool) {
        let is_nested = self.levels.is_in_list();
        self.gap(if is_nested { 1 } else { 2 });
        if opens {
            self.levels.open_list(first);
        } else {
            self.levels.close_list();
            self.gap(if self.levels.is_in_list() { 1 } else { 2 });
        }
    }

    pub(super) fn item(&mut self, opens: bool) {
        self.gap(1);
        if opens {
            if self.levels.open_item() {
                // Items of one list stand close, whatever ended the one before.
                self.gap = 1;
            }
        } else {
            self.levels.close_item();
        }
    }

    pub(super) fn quote(&mut self, opens: bool) {
        self.gap(2);
        if opens {
            self.levels.open_quote();
        } else {
            self.levels.close_quote();
        }
    }

    /// Code on lines of its own.
    pub(super) fn code_block(&mut self, opens: bool) {
        if opens {
            self.gap(2);
            self.block.get_or_insert_default();
        } else if let Some(block) = self.block.take() {
            let fence = "`".repeat(longest_run(&block).max(2) + 1);
            self.bare(&fence);
            for line in block.trim_matches(['\n', '\r']).lines().map(str::trim_end) {
                self.gap = 1;
                self.bare(line);
            }
            self.gap = 1;
            self.bare(&fence);
            self.gap(2);
        }
    }

    /// Bold, italic or code within a line.
    pub(super) fn mark(&mut self, mark: Mark, opens: bool) {
        if self.block.is_some() {
            return;
        }
        match (mark, opens) {
            (Mark::Code, true) => {
                self.code.get_or_insert_default();
            }
            (Mark::Code, false) => self.end_code(),
            (Mark::Strong, true) => self.open(mark, "**", "**".to_owned()),
            (Mark::Emphasis, true) => self.open(mark, "*", "*".to_owned()),
            (Mark::Link, true) => self.open(mark, "", String::new()),
            (Mark::Strong | Mark::Emphasis | Mark::Link, false) => self.close(mark),
        }
    }

    pub(super) fn is_in_link(&self) -> bool {
        let links = self.marks.iter().filter(|open| open.mark == Mark::Link);
        links.into_iter().any(|open| !open.opener.is_empty())
    }

    /// A link to here; without an address it is its text.
    pub(super) fn open_link(&mut self, href: Option<&str>) {
        if self.block.is_some() {
            return;
        }
        match href.filter(|_| !self.is_in_link()) {
            Some(href) => self.open(Mark::Link, "[", format!("]({href})")),
            None => self.mark(Mark::Link, true),
        }
    }

    fn open(&mut self, mark: Mark, opener: &'static str, closer: String) {
        self.end_code();
        if self.marks.len() >= MAX_MARKS {
            return;
        }
        // Bold in bold is bold.
        let is_twice = mark != Mark::Link && self.marks.iter().any(|open| open.mark == mark);
        self.marks.push(Open {
            mark,
            opener: if is_twice { "" } else { opener },
            closer: if is_twice { String::new() } else { closer },
            is_written: false,
        });
    }

    /// Ends the innermost mark of this sort; marks within it begin again behind it.
    fn close(&mut self, mark: Mark) {
        self.end_code();
        let Some(at) = self.marks.iter().rposition(|open| open.mark == mark) else {
            return;
        };
        self.unwrite(at);
        self.marks.remove(at);
    }

    /// Writes the closing signs of the marks from here on.
    fn unwrite(&mut self, from: usize) {
        for open in self.marks.iter_mut().skip(from).rev() {
            if open.is_written {
                self.out.push_str(&open.closer);
                open.is_written = false;
            }
        }
    }

    fn end_code(&mut self) {
        let Some(code) = self.code.take() else {
            return;
        };
        let words: Vec<&str> = code.split_whitespace().collect();
        if words.is_empty() {
            self.has_blank |= !code.is_empty();
            return;
        }
        self.has_blank |= code.starts_with(char::is_whitespace);
        let words = words.join(" ");
        let fence = "`".repeat(longest_run(&words) + 1);
        let touches = words.starts_with('`') || words.ends_with('`');
        let blank = if touches { " " } else { "" };
        self.raw(&format!("{fence}{blank}{words}{blank}{fence}"));
        self.has_blank |= code.ends_with(char::is_whitespace);
    }

    /// Gets to where the next text is written, and opens the marks it is in.
    fn begin(&mut self) {
        self.place();
        for open in self.marks.iter_mut().filter(|open| !open.is_written) {
            self.out.push_str(open.opener);
            open.is_written = true;
        }
    }

    /// Line ends, prefix and blank before the next text.
    fn place(&mut self) {
        let is_first = self.out.is_empty();
        if self.gap > 0 && !is_first {
            self.unwrite(0);
            for n in 0..self.gap {
                if n > 0 {
                    self.levels.push_blank(&mut self.out);
                }
                self.out.push('\n');
            }
        }
        self.is_line_start = self.gap > 0 || is_first;
        if self.is_line_start {
            self.levels.push_prefix(&mut self.out);
            self.out.push_str(&self.heading);
            self.heading.clear();
        } else if self.has_blank {
            self.out.push(' ');
        }
        self.gap = 0;
        self.has_blank = false;
    }

    /// Everything, without blanks at its ends.
    pub(super) fn finish(mut self) -> String {
        self.code_block(false);
        self.end_code();
        self.unwrite(0);
        self.out.truncate(self.out.trim_end().len());
        self.out
    }
}

/// Backticks that follow each other, at most.
fn longest_run(text: &str) -> usize {
    let runs = text.split(|c| c != '`').map(str::len);
    runs.max().unwrap_or(0)
}
