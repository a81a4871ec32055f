//! How far a reader has come, and on which line that is.

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    /// Bytes behind it.
    pub(super) at: usize,
    /// Its line, from 1.
    pub(super) line: u32,
}

impl Cursor {
    /// The beginning of a text.
    pub(super) const START: Self = Self { at: 0, line: 1 };

    /// Goes forward to this byte.
    pub(super) fn walk(&mut self, text: &str, to: usize) {
        let passed = text.as_bytes().get(self.at..to).unwrap_or_default();
        let n = passed.split(|b| *b == b'\n').count() - 1;
        self.line = self.line.saturating_add(u32::try_from(n).unwrap_or(0));
        self.at = to.max(self.at);
    }
}
