//! Which runs of `*`, `_` and `~` belong together (`CommonMark`, section 6.2). Does not read
//! text.

use super::{Inline, MAX_DEPTH};

/// Runs of one paragraph that can be marks; later ones are text.
pub(super) const MAX_RUNS: usize = 400;

/// A part of a paragraph before its marks are paired.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    /// Something finished, and how deep it is.
    Done(Inline, usize),
    /// A run of signs.
    Run(Run),
}

/// Signs of one kind that follow each other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    sign: char,
    n: usize,
    /// Its length before any of it was used.
    length: usize,
    opens: bool,
    closes: bool,
}

impl Run {
    /// A run between these two signs of the text.
    pub(super) fn new(sign: char, n: usize, before: char, after: char) -> Self {
        let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
        let left = !after.is_whitespace()
            && (!is_mark(after) || before.is_whitespace() || is_mark(before));
        let right = !before.is_whitespace()
            && (!is_mark(before) || after.is_whitespace() || is_mark(after));
        let (opens, closes) = match sign {
            '_' => (
                left && (!right || is_mark(before)),
                right && (!left || is_mark(after)),
            ),
            '~' => (left && n == 2, right && n == 2),
            _ => (left, right),
        };
        Self {
            sign,
            n,
            length: n,
            opens,
            closes,
        }
    }

    /// Rule of three: `**a*b**` is not closed by its middle sign.
    fn opens_for(&self, closer: &Self) -> bool {
        let is_odd = (self.closes || closer.opens)
            && (self.length + closer.length).is_multiple_of(3)
            && !(self.length.is_multiple_of(3) && closer.length.is_multiple_of(3));
        self.opens && self.sign == closer.sign && !is_odd
    }

    fn text(self) -> Inline {
        Inline::Text(core::iter::repeat_n(self.sign, self.n).collect())
    }
}

/// The parts with their marks paired.
pub(super) fn paired(pieces: Vec<Piece>) -> Vec<Inline> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Run(run) if run.closes => close(run, &mut out),
            Piece::Run(_) | Piece::Done(..) => out.push(piece),
        }
    }
    finished(out).0
}

/// Pairs a run with openers before it as long as there are any.
fn close(mut run: Run, out: &mut Vec<Piece>) {
    while run.n > 0 {
        let opener = out.iter().rposition(|piece| match piece {
            Piece::Run(opener) => opener.opens_for(&run),
            Piece::Done(..) => false,
        });
        let Some(at) = opener else { break };
        let (inside, depth) = finished(out.split_off(at + 1));
        let Some(Piece::Run(mut opener)) = out.pop() else {
            break;
        };
        let n = if opener.n >= 2 && run.n >= 2 { 2 } else { 1 };
        opener.n -= n;
        run.n -= n;
        if opener.n > 0 {
            out.push(Piece::Run(opener));
        }
        if depth < MAX_DEPTH {
            let node = match (run.sign, n) {
                ('~', _) => Inline::Struck(inside),
                (_, 2) => Inline::Strong(inside),
                _ => Inline::Emphasis(inside),
            };
            out.push(Piece::Done(node, depth + 1));
        } else {
            out.extend(inside.into_iter().map(|part| Piece::Done(part, depth)));
        }
    }
    if run.n > 0 {
        out.push(Piece::Run(Run {
            closes: false,
            ..run
        }));
    }
}

/// Parts in which nothing is paired any more: runs are text, texts that touch are one.
fn finished(pieces: Vec<Piece>) -> (Vec<Inline>, usize) {
    let mut parts: Vec<Inline> = Vec::new();
    let mut depth = 0;
    for piece in pieces {
        let part = match piece {
            Piece::Done(part, deep) => {
                depth = depth.max(deep);
                part
            }
            Piece::Run(run) => run.text(),
        };
        match (parts.last_mut(), part) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, part) => parts.push(part),
        }
    }
    (parts, depth)
}
