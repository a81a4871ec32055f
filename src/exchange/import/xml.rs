//! Jira's XML: an RSS feed with an `item` for each issue. Forgiving, so that one damaged
//! item does not cost the others; declarations and entities of a file's own are not read.

use super::bounds::MAX_ROW_BYTES;
use super::cursor::Cursor;
use super::field::{Field, named, normal};
use super::incoming::IncomingStory;
use super::reading::Row;
use super::refused::{Refused, RefusedReason};
use crate::exchange::entities;
use crate::exchange::html;
use crate::exchange::markup::{Piece, Pieces, Tag, TagKind};

/// Elements open at once that are told apart; a Jira has six.
const MAX_DEPTH: usize = 32;

/// A feed that is being read.
pub(super) struct Items {
    cursor: Cursor,
    n_found: usize,
}

/// How an item ended.
enum End {
    Closed,
    /// By the next one, or by the end of the feed.
    Unclosed,
    CutOff,
}

impl Items {
    pub(super) fn begin() -> Self {
        Self {
            cursor: Cursor::START,
            n_found: 0,
        }
    }

    pub(super) fn done_bytes(&self) -> usize {
        self.cursor.at
    }

    /// The next item. A feed without any is refused as a whole.
    pub(super) fn next(&mut self, text: &str) -> Option<Row> {
        let mut pieces = Pieces::from(text, self.cursor.at);
        let start = loop {
            let at = pieces.at();
            match pieces.next() {
                Some(Piece::Tag(tag)) if tag.is("item") && tag.kind == TagKind::Open => break at,
                Some(_) => {}
                None => return self.end(text),
            }
        };
        self.cursor.walk(text, start);
        self.n_found += 1;
        let mut item = Item::at(self.cursor.line);
        let end = item.read(&mut pieces);
        let line = self.cursor.line;
        let stop = pieces.at();
        self.cursor.walk(text, stop);
        let raw = text.get(start..stop).unwrap_or_default();
        let bad = |reason| Some(Row::Bad(Refused::new(line, reason, &without_tags(raw))));
        match end {
            End::CutOff => bad(RefusedReason::CutOff),
            End::Unclosed => bad(RefusedReason::Damaged),
            End::Closed if raw.len() > MAX_ROW_BYTES => bad(RefusedReason::TooLong),
            End::Closed => Some(Row::Story(Box::new(item.story()), without_tags(raw))),
        }
    }

    fn end(&mut self, text: &str) -> Option<Row> {
        let is_first = self.n_found == 0;
        self.n_found += 1;
        self.cursor.walk(text, text.len());
        is_first.then(|| Row::Bad(Refused::new(1, RefusedReason::NotAStory, text)))
    }
}

/// The beginning of an item as a person reads it.
fn without_tags(raw: &str) -> String {
    let mut out = String::new();
    for piece in Pieces::from(raw, 0).take(40) {
        match piece {
            Piece::Text(text) => out.push_str(&entities::decoded(text)),
            Piece::Plain(text) => out.push_str(text),
            Piece::Tag(_) => out.push(' '),
        }
    }
    out
}

/// One item that is being read.
struct Item<'a> {
    story: IncomingStory,
    /// Names of the elements that are open within the item.
    open: Vec<&'a str>,
    text: String,
    /// `[ABC-1] Log in`, where there is no summary.
    title: String,
    custom_field: String,
    is_blocked_by: bool,
}

impl<'a> Item<'a> {
    fn at(line: u32) -> Self {
        Self {
            story: IncomingStory::at(line),
            open: Vec::new(),
            text: String::new(),
            title: String::new(),
            custom_field: String::new(),
            is_blocked_by: false,
        }
    }

    fn read(&mut self, pieces: &mut Pieces<'a>) -> End {
        loop {
            let at = pieces.at();
            let Some(piece) = pieces.next() else {
                return End::CutOff;
            };
            match piece {
                Piece::Text(text) => self.text.push_str(&entities::decoded(text)),
                Piece::Plain(text) => self.text.push_str(text),
                Piece::Tag(tag) if tag.is("item") && tag.kind == TagKind::Close => {
                    return End::Closed;
                }
                Piece::Tag(tag) if ["item", "channel", "rss"].iter().any(|name| tag.is(name)) => {
                    pieces.back_to(at);
                    return End::Unclosed;
                }
                Piece::Tag(tag) => self.tag(tag),
            }
        }
    }

    fn tag(&mut self, tag: Tag<'a>) {
        match tag.kind {
            TagKind::Empty => {}
            TagKind::Open => {
                if self.open.len() < MAX_DEPTH {
                    self.open.push(tag.name);
                }
                self.text.clear();
                if tag.is("inwardlinks") {
                    self.is_blocked_by =
                        tag.attribute("description").as_deref() == Some("is blocked by");
                }
            }
            TagKind::Close => {
                // What was left open inside ends with it.
                if let Some(at) = self.open.iter().rposition(|name| tag.is(name)) {
                    self.open.truncate(at + 1);
                    self.closed();
                    self.open.pop();
                }
                self.text.clear();
            }
        }
    }

    /// An element ends; its own text is in `text`.
    fn closed(&mut self) {
        let text = core::mem::take(&mut self.text);
        match self.open.as_slice() {
            ["title"] => text.trim().clone_into(&mut self.title),
            ["key"] => self.story.put(Field::Key, &text),
            ["summary"] => self.story.put(Field::Title, &text),
            ["link"] => self.story.put(Field::Link, &text),
            ["type"] => self.story.put(Field::Kind, &text),
            ["status"] => self.story.put(Field::TrackerStatus, &text),
            ["description"] => self.story.put(Field::Description, &html::markdown(&text)),
            ["labels", "label"] => self.story.label(&text),
            ["customfields", "customfield", "customfieldname"] => self.custom_field = normal(&text),
            ["customfields", "customfield", .., "customfieldvalue"] => self.custom_value(&text),
            ["issuelinks", .., "inwardlinks", "issuelink", "issuekey"] if self.is_blocked_by => {
                self.story.put(Field::Dependencies, &text);
            }
            _ => {}
        }
    }

    /// A field that the Jira's people added: its name is a header name.
    fn custom_value(&mut self, text: &str) {
        // What Jira itself has is not said again by a custom field of the same name.
        match named(&self.custom_field) {
            Some((Field::Acceptance, _)) => {
                self.story.put(Field::Acceptance, &html::markdown(text));
            }
            Some((Field::Estimate, _)) => self.story.put(Field::Estimate, text),
            Some(_) | None => {}
        }
    }

    /// The story, its title from the feed's where there is no summary.
    fn story(self) -> IncomingStory {
        let mut story = self.story;
        let framed = self.title.strip_prefix('[');
        let title = match framed.and_then(|rest| rest.split_once("] ")) {
            Some((key, title)) => {
                story.put(Field::Key, key);
                title
            }
            None => &self.title,
        };
        story.put(Field::Title, title);
        story
    }
}
