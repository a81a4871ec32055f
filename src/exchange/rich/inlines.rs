//! A paragraph into its parts (`CommonMark`, section 6; GitHub Flavored Markdown,
//! "Autolinks"). Does not know blocks.

use super::Inline;
use super::emphasis::{MAX_RUNS, Piece, Run, paired};
use crate::exchange::entities;
use crate::exchange::href::safe_href;
use crate::exchange::markup::near;

mod links;

/// Longest run of backticks that can begin code.
const MAX_TICKS: usize = 32;

/// Longest tag, address in angles and comment within a line, in bytes.
const MAX_TAG_BYTES: usize = 2_000;

/// The parts of a text; its line ends are breaks.
pub(super) fn of(text: &str) -> Vec<Inline> {
    scan(text, false)
}

fn scan(text: &str, is_in_link: bool) -> Vec<Inline> {
    let mut scanner = Scanner {
        text,
        at: 0,
        before: ' ',
        is_in_link,
        words: String::new(),
        pieces: Vec::new(),
        n_runs: 0,
        no_ticks: [false; MAX_TICKS],
    };
    while let Some(c) = scanner.rest().chars().next() {
        scanner.sign(c);
    }
    scanner.end_words();
    paired(scanner.pieces)
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// The sign before `at`.
    before: char,
    is_in_link: bool,
    /// Text that is not yet a piece.
    words: String,
    pieces: Vec<Piece>,
    n_runs: usize,
    /// Lengths of backticks that are known not to come again.
    no_ticks: [bool; MAX_TICKS],
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip(&mut self, length: usize) {
        let passed = self.rest().get(..length).unwrap_or_default();
        self.before = passed.chars().next_back().unwrap_or(self.before);
        self.at += length.max(1);
    }

    fn sign(&mut self, c: char) {
        match c {
            '\\' => self.backslash(),
            '`' => self.code(),
            '&' => self.entity(),
            '<' => self.angle(),
            '!' | '[' => self.bracket(c),
            '*' | '_' | '~' => self.run(c),
            '\n' => self.line_end(1),
            'h' | 'H' => self.address(),
            _ => self.literal(c),
        }
    }

    fn literal(&mut self, c: char) {
        self.words.push(c);
        self.skip(c.len_utf8());
    }

    fn end_words(&mut self) {
        if !self.words.is_empty() {
            let words = core::mem::take(&mut self.words);
            self.pieces.push(Piece::Done(Inline::Text(words), 0));
        }
    }

    fn push(&mut self, part: Inline, depth: usize) {
        self.end_words();
        self.pieces.push(Piece::Done(part, depth));
    }

    fn line_end(&mut self, length: usize) {
        self.words.truncate(self.words.trim_end().len());
        self.push(Inline::Break, 0);
        self.skip(length);
        self.before = ' ';
        let blanks = self.rest().len() - self.rest().trim_start_matches(' ').len();
        self.at += blanks;
    }

    fn backslash(&mut self) {
        match self.rest().chars().nth(1) {
            Some('\n') => self.line_end(2),
            Some(next) if next.is_ascii_punctuation() => {
                self.words.push(next);
                self.skip(2);
            }
            Some(_) | None => self.literal('\\'),
        }
    }

    /// Text between two runs of backticks of the same length.
    fn code(&mut self) {
        let rest = self.rest();
        let inside = rest.trim_start_matches('`');
        let n = rest.len() - inside.len();
        let ticks = rest.get(..n).unwrap_or_default();
        let known = self.no_ticks.get(n - 1).copied().unwrap_or(true);
        let end = if known { None } else { closing(inside, n) };
        let Some(end) = end else {
            if let Some(none) = self.no_ticks.get_mut(n - 1) {
                *none = true;
            }
            self.words.push_str(ticks);
            self.skip(n);
            return;
        };
        let code = inside.get(..end).unwrap_or_default().replace('\n', " ");
        let framed = code
            .strip_prefix(' ')
            .and_then(|code| code.strip_suffix(' '));
        let code = match framed {
            Some(inner) if !code.trim().is_empty() => inner.to_owned(),
            Some(_) | None => code,
        };
        self.push(Inline::Code(code), 0);
        self.skip(n + end + n);
    }

    fn entity(&mut self) {
        match entities::entity(self.rest()) {
            Some((sign, length)) => {
                sign.push_to(&mut self.words);
                self.skip(length);
            }
            None => self.literal('&'),
        }
    }

    /// Comments are nothing, `<br>` is a line end, `<https://…>` is a link; every other tag
    /// is text.
    fn angle(&mut self) {
        let rest = self.rest();
        if let Some(end) = rest
            .strip_prefix("<!--")
            .and_then(|rest| near(rest, "-->", MAX_TAG_BYTES))
        {
            self.skip(end + 7);
            return;
        }
        let inside = rest
            .get(1..)
            .and_then(|rest| rest.get(..near(rest, ">", MAX_TAG_BYTES)?));
        let Some(inside) = inside else {
            return self.literal('<');
        };
        let name = inside.trim_end_matches('/').trim_end();
        if name.eq_ignore_ascii_case("br") {
            return self.line_end(inside.len() + 2);
        }
        match safe_href(inside) {
            Some(href) if !self.is_in_link && !inside.contains(char::is_whitespace) => {
                let shown = inside.strip_prefix("mailto:").unwrap_or(inside);
                let text = vec![Inline::Text(shown.to_owned())];
                self.push(Inline::Link { href, text }, 1);
                self.skip(inside.len() + 2);
            }
            Some(_) | None => self.literal('<'),
        }
    }

    /// A link or a picture; one that goes nowhere we go is text.
    fn bracket(&mut self, c: char) {
        let is_picture = c == '!';
        let rest = self.rest();
        let link = rest.get(usize::from(is_picture)..).and_then(links::link);
        let Some(link) = link.filter(|_| !self.is_in_link) else {
            return self.literal(c);
        };
        let Some(href) = safe_href(&link.target) else {
            return self.literal(c);
        };
        let text = match (is_picture, link.text.trim()) {
            (true, "") => {
                let name = href.rsplit('/').next().unwrap_or_default();
                vec![Inline::Text(name.to_owned())]
            }
            (true, alt) => vec![Inline::Text(alt.to_owned())],
            (false, "") => vec![Inline::Text(link.target.clone())],
            (false, text) => scan(text, true),
        };
        self.push(Inline::Link { href, text }, 1);
        self.skip(link.length + usize::from(is_picture));
    }

    /// An address without any mark.
    fn address(&mut self) {
        let c = self.rest().chars().next().unwrap_or('h');
        if self.before.is_alphanumeric() || self.is_in_link {
            return self.literal(c);
        }
        let Some(length) = links::address(self.rest()) else {
            return self.literal(c);
        };
        let shown = self.rest().get(..length).unwrap_or_default();
        match safe_href(shown) {
            Some(href) => {
                let text = vec![Inline::Text(shown.to_owned())];
                self.push(Inline::Link { href, text }, 1);
                self.skip(length);
            }
            None => self.literal(c),
        }
    }

    fn run(&mut self, sign: char) {
        let rest = self.rest();
        let behind = rest.trim_start_matches(sign);
        let n = rest.len() - behind.len();
        self.n_runs += 1;
        if self.n_runs > MAX_RUNS {
            self.words.push_str(rest.get(..n).unwrap_or_default());
        } else {
            let after = behind.chars().next().unwrap_or(' ');
            let run = Run::new(sign, n, self.before, after);
            self.end_words();
            self.pieces.push(Piece::Run(run));
        }
        self.skip(n);
    }
}

/// Where the run of exactly so many backticks begins that ends the code.
fn closing(inside: &str, n: usize) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = inside.get(at..)?;
        let start = at + rest.find('`')?;
        let ticks = inside.get(start..)?;
        let length = ticks.len() - ticks.trim_start_matches('`').len();
        if length == n {
            return Some(start);
        }
        at = start + length;
    }
}
