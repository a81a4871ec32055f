//! Records of meetings that are over: found, read, handed on, thrown away.
//!
//! The table keeps them; here they are only read. They are read when somebody wants to see
//! them, and again when something about them changed.

mod parts;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::exchange::{EstimatedStory, csv, iso8601_utc, jira_csv, record_heading, ticket_comment};
use crate::meeting::{Meeting, Record};
use crate::saved::{Kept, RECORD_PREFIX, read_record, record_key, record_of_key, write_record};
use crate::story::{Status, Story};
use crate::words::DeskWords;

use super::ctx::DeskCtx;
use super::effect::{DeskCopy, DeskEffect};
use super::event::RecordEvent;
use super::export::{record_words, save};
use super::gate_says;
use super::page::DeskPage;
use super::stage::{Desk, Undo};
use super::story_says;
use super::view::{
    DeskNoticeText, DeskScreen, Paper, RecordParts, RecordRow, RecordView, RecordsView,
};

/// Longest search, in characters.
const MAX_SEARCH_CHARS: usize = 200;

/// Milliseconds in a minute.
const MINUTE_MS: i64 = 60_000;

/// All records of this browser.
#[derive(Debug, Default)]
pub(super) struct Records {
    search: String,
    /// By meeting; `None`: not read yet.
    entries: Option<BTreeMap<u64, Entry>>,
}

/// A record, and what is made of it.
#[derive(Debug)]
struct Entry {
    record: Record,
    /// When it was, on the clock of the place, in ms since 1970; 0: nobody knows.
    at_ms: i64,
    parts: Arc<RecordParts>,
    /// Everything in it, in small letters.
    haystack: String,
}

impl Entry {
    fn new(record: Record, words: &DeskWords) -> Self {
        let meeting = &record.meeting;
        let at_ms = begun_ms(meeting);
        let day = said_day(words, at_ms);
        let parts = parts::parts(&record, &day, words);
        let mut haystack = format!("{}\n{day}\n", meeting.goal).to_lowercase();
        for text in parts.texts() {
            haystack.push_str(&text.to_lowercase());
            haystack.push('\n');
        }
        Self {
            record,
            at_ms,
            parts: Arc::new(parts),
            haystack,
        }
    }

    fn goal(&self) -> &str {
        self.record.meeting.goal.trim()
    }

    /// What stands over it.
    fn heading(&self, words: &DeskWords) -> String {
        match self.goal() {
            "" => words.records.untitled.to_owned(),
            goal => goal.to_owned(),
        }
    }

    fn markdown(&self, words: &DeskWords) -> String {
        let heading = record_heading(&self.heading(words));
        let texts: Vec<&str> = core::iter::once(heading.as_str())
            .chain(self.parts.texts())
            .collect();
        format!("{}\n", texts.join("\n\n"))
    }
}

/// When a meeting began or at least ended, on the clock of the place.
fn begun_ms(meeting: &Meeting) -> i64 {
    let at_ms = meeting.agenda.began_ms.or(meeting.agenda.ended_ms);
    let offset_ms = i64::from(meeting.utc_offset_min).saturating_mul(MINUTE_MS);
    at_ms.map_or(0, |at_ms| at_ms.saturating_add(offset_ms))
}

fn said_day(words: &DeskWords, at_ms: i64) -> String {
    if at_ms > 0 {
        gate_says::day(words.gate, at_ms)
    } else {
        String::new()
    }
}

impl Records {
    fn entry(&self, id: u64) -> Option<&Entry> {
        self.entries.as_ref()?.get(&id)
    }

    /// Something about them changed: they are read again when they are wanted.
    pub(super) fn forget_read(&mut self) {
        self.entries = None;
    }
}

impl Desk {
    /// Reads all records, unless they were. Those that cannot be read are left alone.
    pub(super) fn tend_records(&mut self, ctx: &mut DeskCtx) {
        if self.records.entries.is_some() {
            return;
        }
        let words = DeskWords::of(self.language);
        let mut entries = BTreeMap::new();
        for key in self.shelf.keys(RECORD_PREFIX) {
            let (Some(id), Some(text)) = (record_of_key(&key), self.shelf.text(&key)) else {
                continue;
            };
            match read_record(text) {
                Kept::Fine(record) => {
                    entries.insert(id, Entry::new(record, words));
                }
                Kept::Damaged => self.shelf.set_aside(&key, false),
                Kept::Newer => self.shelf.set_aside(&key, true),
            }
        }
        self.records.entries = Some(entries);
        self.warn_of_unreadable(ctx);
    }

    pub(super) fn update_records(&mut self, event: RecordEvent, ctx: &mut DeskCtx) {
        match event {
            RecordEvent::Searched(text) => {
                self.records.search = text.chars().take(MAX_SEARCH_CHARS).collect();
            }
            RecordEvent::Copied(id) => {
                let what = DeskCopy::Markdown;
                if let Some(text) = self.record_markdown(id) {
                    ctx.ask(DeskEffect::Copy { what, text });
                }
            }
            RecordEvent::Saved(id) => {
                let text = self.record_markdown(id);
                self.save_of_record(id, ("record", "md"), text, ctx);
            }
            RecordEvent::CsvSaved(id) => {
                let text = self.record_stories(id).map(|stories| self.csv_of(&stories));
                self.save_of_record(id, ("estimates", "csv"), text, ctx);
            }
            RecordEvent::JiraSaved(id) => {
                let text = self
                    .record_stories(id)
                    .map(|stories| self.jira_of(&stories));
                self.save_of_record(id, ("jira", "csv"), text, ctx);
            }
            RecordEvent::JsonSaved(id) => {
                let text = self.records.entry(id).map(|entry| json_of(&entry.record));
                self.save_of_record(id, ("record", "json"), text, ctx);
            }
            RecordEvent::Printed(id) => self.print_one(id, ctx),
            RecordEvent::CommentCopied(id, at) => self.copy_comment_of(id, at, ctx),
            RecordEvent::Deleted(id) => self.delete_record(id, ctx),
        }
    }

    fn record_stories(&self, id: u64) -> Option<Vec<Story>> {
        Some(self.records.entry(id)?.record.stories())
    }

    fn record_markdown(&self, id: u64) -> Option<String> {
        let words = DeskWords::of(self.language);
        Some(self.records.entry(id)?.markdown(words))
    }

    fn csv_of(&self, stories: &[Story]) -> String {
        let words = DeskWords::of(self.language).backlog;
        let stories = stories.iter().map(|story| {
            let status = story_says::status(words, story.status);
            EstimatedStory::of_story(story, status, Some(story.status == Status::Ready))
        });
        csv(&stories.collect::<Vec<_>>())
    }

    /// Without a key Jira would make a new issue of a story.
    fn jira_of(&self, stories: &[Story]) -> String {
        let known: Vec<&Story> = stories.iter().filter(|one| !one.key.is_empty()).collect();
        let words = DeskWords::of(self.language).exchange;
        jira_csv(&known, &record_words(words))
    }

    /// A file is named by the day of its meeting.
    fn save_of_record(
        &self,
        id: u64,
        (what, ending): (&str, &str),
        text: Option<String>,
        ctx: &mut DeskCtx,
    ) {
        if let (Some(text), Some(entry)) = (text, self.records.entry(id)) {
            save(what, ending, &iso8601_utc(entry.at_ms), text, ctx);
        }
    }

    fn print_one(&mut self, id: u64, ctx: &mut DeskCtx) {
        let words = DeskWords::of(self.language);
        let paper = self.records.entry(id).map(|entry| Paper {
            heading: entry.heading(words),
            parts: entry.parts.texts().map(str::to_owned).collect(),
        });
        if let Some(paper) = paper {
            self.print(paper, ctx);
        }
    }

    fn copy_comment_of(&mut self, id: u64, at: usize, ctx: &mut DeskCtx) {
        let stories = self.record_stories(id).unwrap_or_default();
        let Some(story) = stories.get(at) else {
            return;
        };
        let text = ticket_comment(story, &record_words(DeskWords::of(self.language).exchange));
        if text.trim().is_empty() {
            let text = DeskNoticeText::NothingToComment;
            self.notices.add(text, ctx.now_ms);
            return;
        }
        let what = DeskCopy::Comment(story_id(&self.records, id, at));
        ctx.ask(DeskEffect::Copy { what, text });
    }

    fn delete_record(&mut self, id: u64, ctx: &mut DeskCtx) {
        let key = record_key(id);
        let words = DeskWords::of(self.language);
        let heading = self.records.entry(id).map(|entry| entry.heading(words));
        let (Some(heading), Some(text)) = (heading, self.shelf.text(&key)) else {
            return;
        };
        let undo = Undo::Record(key.clone(), text.to_owned());
        self.shelf.forget(&key);
        self.records.forget_read();
        let notice = DeskNoticeText::RecordDeleted(heading);
        self.notices.add_undo(notice, undo, ctx.now_ms);
        if self.page == DeskPage::Record(id) {
            self.go_to(DeskPage::Records, ctx);
        }
    }

    pub(super) fn bring_back_record(&mut self, key: &str, text: String) {
        self.shelf.keep(key, text);
        self.records.forget_read();
    }

    pub(super) fn records_view(&self) -> RecordsView {
        let words = DeskWords::of(self.language);
        let wanted = self.records.search.to_lowercase();
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        let entries = self.records.entries.iter().flatten();
        let mut shown: Vec<(&u64, &Entry)> = entries
            .filter(|(_, entry)| wanted.iter().all(|word| entry.haystack.contains(word)))
            .collect();
        shown.sort_by_key(|(id, entry)| (core::cmp::Reverse(entry.at_ms), **id));
        let rows = shown.into_iter().map(|(id, entry)| RecordRow {
            id: *id,
            day: said_day(words, entry.at_ms),
            goal: entry.goal().to_owned(),
            n_stories: entry.parts.stories.len(),
        });
        RecordsView {
            search: self.records.search.clone(),
            n_all: self.records.entries.as_ref().map_or(0, BTreeMap::len),
            rows: rows.collect(),
        }
    }

    pub(super) fn record_screen(&self, id: u64) -> DeskScreen {
        let Some(entry) = self.records.entry(id) else {
            return DeskScreen::NoRecord;
        };
        DeskScreen::Record(Box::new(RecordView {
            id,
            day: said_day(DeskWords::of(self.language), entry.at_ms),
            goal: entry.goal().to_owned(),
            parts: Arc::clone(&entry.parts),
            paper: self.export.paper(),
        }))
    }
}

/// The name at the desk of a story of a record.
fn story_id(records: &Records, id: u64, at: usize) -> crate::story::StoryId {
    let topic = records
        .entry(id)
        .and_then(|entry| entry.record.meeting.topics.get(at));
    topic
        .map(crate::meeting::Topic::story_id)
        .unwrap_or_default()
}

/// Everything, without what was taken away again.
fn json_of(record: &Record) -> String {
    let mut record = record.clone();
    record.meeting.notes.retain(crate::meeting::Note::is_kept);
    let mut text = write_record(&record);
    text.push('\n');
    text
}
