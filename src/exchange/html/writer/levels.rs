//! What a line of Markdown begins with: the quotes, lists and items it is in.

/// Levels that are written; deeper ones stand at the last of them.
const MAX_WRITTEN: usize = 12;

/// Levels that are remembered.
const MAX_LEVELS: usize = 100;

enum Level {
    Quote,
    /// A list, and the number of its next item if it has numbers.
    List {
        next: Option<u64>,
        n_items: usize,
    },
    /// An item: its mark until it is written, then as many blanks.
    Item {
        marker: String,
        is_written: bool,
    },
}

/// The open levels, outermost first.
#[derive(Default)]
pub(super) struct Levels(Vec<Level>);

impl Levels {
    fn push(&mut self, level: Level) {
        if self.0.len() < MAX_LEVELS {
            self.0.push(level);
        }
    }

    pub(super) fn open_quote(&mut self) {
        self.push(Level::Quote);
    }

    pub(super) fn close_quote(&mut self) {
        self.close(|level| matches!(level, Level::Quote));
    }

    pub(super) fn open_list(&mut self, next: Option<u64>) {
        self.push(Level::List { next, n_items: 0 });
    }

    pub(super) fn close_list(&mut self) {
        self.close(|level| matches!(level, Level::List { .. }));
    }

    /// Begins an item of the innermost list; the one before ends. Whether there was one.
    pub(super) fn open_item(&mut self) -> bool {
        let list = self
            .0
            .iter()
            .rposition(|level| matches!(level, Level::List { .. }));
        if let Some(at) = list {
            self.0.truncate(at + 1);
        }
        let (marker, is_next) = match self.0.last_mut() {
            Some(Level::List { next, n_items }) => {
                *n_items += 1;
                let marker = match next {
                    Some(number) => {
                        let marker = format!("{number}. ");
                        *number = number.saturating_add(1);
                        marker
                    }
                    None => "- ".to_owned(),
                };
                (marker, *n_items > 1)
            }
            Some(Level::Quote | Level::Item { .. }) | None => ("- ".to_owned(), false),
        };
        self.push(Level::Item {
            marker,
            is_written: false,
        });
        is_next
    }

    pub(super) fn close_item(&mut self) {
        self.close(|level| matches!(level, Level::Item { .. }));
    }

    /// Ends the innermost level of this sort and everything in it.
    fn close(&mut self, is_it: fn(&Level) -> bool) {
        if let Some(at) = self.0.iter().rposition(is_it) {
            self.0.truncate(at);
        }
    }

    pub(super) fn is_in_list(&self) -> bool {
        self.0
            .iter()
            .any(|level| matches!(level, Level::List { .. }))
    }

    /// Whether an item begins with the next text.
    pub(super) fn has_marker(&self) -> bool {
        self.0.iter().take(MAX_WRITTEN).any(|level| {
            matches!(
                level,
                Level::Item {
                    is_written: false,
                    ..
                }
            )
        })
    }

    /// Writes the beginning of a line with text.
    pub(super) fn push_prefix(&mut self, out: &mut String) {
        for level in self.0.iter_mut().take(MAX_WRITTEN) {
            match level {
                Level::Quote => out.push_str("> "),
                Level::List { .. } => {}
                Level::Item { marker, is_written } if *is_written => {
                    out.push_str(&" ".repeat(marker.len()));
                }
                Level::Item { marker, is_written } => {
                    out.push_str(marker);
                    *is_written = true;
                }
            }
        }
    }

    /// Writes the beginning of an empty line: only quotes go on through it.
    pub(super) fn push_blank(&self, out: &mut String) {
        let written = self.0.iter().take(MAX_WRITTEN);
        let last = written
            .clone()
            .filter(|level| matches!(level, Level::Quote));
        if last.count() == 0 {
            return;
        }
        let mut line = String::new();
        for level in written {
            match level {
                Level::Quote => line.push_str("> "),
                Level::List { .. } => {}
                Level::Item { marker, .. } => line.push_str(&" ".repeat(marker.len())),
            }
        }
        out.push_str(line.trim_end());
    }
}
