//! Records of meetings that are over: found, read, handed on, thrown away.
//!
//! The table keeps them; here they are only read. They are read when somebody wants to see
//! them, and again when something about them changed.

mod came;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::meeting::{Handout, Meeting, Record, Topic, TopicId};
use crate::saved::{Kept, RECORD_PREFIX, read_record, record_key, record_of_key};
use crate::words::DeskWords;

use super::checklist::Leaving;
use super::ctx::DeskCtx;
use super::effect::{DeskCopy, DeskEffect};
use super::event::RecordEvent;
use super::gate_says;
use super::meeting_says::{self, RecordFile, RecordForm, RecordParcel};
use super::page::DeskPage;
use super::stage::{Desk, Undo};
use super::view::{
    DeskNoticeText, DeskScreen, Paper, ParcelView, RecordParts, RecordRow, RecordView, RecordsView,
};

use came::Came;

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
    /// What became of the record that the address is.
    came: Came,
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
    /// As it leaves, once somebody has looked at it.
    parcel: OnceCell<RecordParcel>,
}

impl Entry {
    fn new(record: Record, words: &DeskWords) -> Self {
        let meeting = &record.meeting;
        let at_ms = begun_ms(meeting);
        let day = said_day(words, at_ms);
        let parts = RecordParts {
            text: meeting_says::record(&record),
            names: meeting.topics.iter().map(Topic::name).collect(),
        };
        // The day in the reader's language, names as they were written.
        let said = [&meeting.goal, &day, &parts.text.heading].map(String::as_str);
        let said = said
            .into_iter()
            .chain(parts.names.iter().map(String::as_str));
        let said: Vec<&str> = said.chain(parts.texts()).collect();
        let haystack = said.join("\n").to_lowercase();
        Self {
            record,
            at_ms,
            parts: Arc::new(parts),
            haystack,
            parcel: OnceCell::new(),
        }
    }

    fn goal(&self) -> &str {
        self.record.meeting.goal.trim()
    }

    /// What it is called.
    fn name(&self, words: &DeskWords) -> String {
        match self.goal() {
            "" => words.records.untitled.to_owned(),
            goal => goal.to_owned(),
        }
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

    /// A record as it leaves.
    fn parcel(&self, id: u64, base: &str) -> Option<&RecordParcel> {
        let Entry { record, parcel, .. } = self.entry(id)?;
        Some(parcel.get_or_init(|| meeting_says::parcel(record, base)))
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
                if let Some(entry) = self.records.entry(id) {
                    let text = entry.parts.text.markdown();
                    ctx.ask(DeskEffect::Copy { what, text });
                    self.copies(Leaving::Record(id, Handout::Text));
                }
            }
            RecordEvent::Saved(id) => self.save_record(id, RecordForm::Markdown, ctx),
            RecordEvent::CsvSaved(id) => self.save_record(id, RecordForm::Csv, ctx),
            RecordEvent::JiraSaved(id) => self.save_record(id, RecordForm::Jira, ctx),
            RecordEvent::JsonSaved(id) => self.save_record(id, RecordForm::Json, ctx),
            RecordEvent::LinkCopied(id) => self.copy_record_link(id, ctx),
            RecordEvent::FileSaved(id) => self.save_record_file(id, ctx),
            RecordEvent::Printed(id) => self.print_one(id, ctx),
            RecordEvent::CommentCopied(id, topic) => self.copy_comment_of(id, topic, ctx),
            RecordEvent::Deleted(id) => self.delete_record(id, ctx),
        }
    }

    fn save_record(&mut self, id: u64, form: RecordForm, ctx: &mut DeskCtx) {
        if let Some(entry) = self.records.entry(id) {
            let RecordFile { name, mime, text } = meeting_says::file(&entry.record, form);
            ctx.ask(DeskEffect::Download { name, mime, text });
            self.left(&Leaving::Record(id, form.handout()));
        }
    }

    fn print_one(&mut self, id: u64, ctx: &mut DeskCtx) {
        let paper = self.records.entry(id).map(|entry| Paper {
            heading: entry.parts.text.heading.clone(),
            parts: entry.parts.texts().map(str::to_owned).collect(),
        });
        if let Some(paper) = paper {
            self.print(paper, ctx);
            self.left(&Leaving::Record(id, Handout::Paper));
        }
    }

    fn copy_comment_of(&mut self, id: u64, topic: TopicId, ctx: &mut DeskCtx) {
        let Some(record) = self.records.entry(id).map(|entry| &entry.record) else {
            return;
        };
        let Some(story) = record.meeting.topic(topic).map(Topic::story_id) else {
            return;
        };
        let text = meeting_says::comment(record, topic);
        if text.trim().is_empty() {
            let text = DeskNoticeText::NothingToComment;
            self.notices.add(text, ctx.now_ms);
            return;
        }
        let what = DeskCopy::Comment(story);
        ctx.ask(DeskEffect::Copy { what, text });
        self.copies(Leaving::Record(id, Handout::Comment(topic)));
    }

    fn delete_record(&mut self, id: u64, ctx: &mut DeskCtx) {
        let key = record_key(id);
        let words = DeskWords::of(self.language);
        let name = self.records.entry(id).map(|entry| entry.name(words));
        let (Some(name), Some(text)) = (name, self.shelf.text(&key)) else {
            return;
        };
        let undo = Undo::Record(key.clone(), text.to_owned());
        self.shelf.forget(&key);
        self.records_changed();
        let notice = DeskNoticeText::RecordDeleted(name);
        self.notices.add_undo(notice, undo, ctx.now_ms);
        if matches!(self.page, DeskPage::Record(_) | DeskPage::Minutes(_)) {
            self.go_to(DeskPage::Records, ctx);
        }
    }

    pub(super) fn bring_back_record(&mut self, key: &str, text: String) {
        self.shelf.keep(key, text);
        self.records_changed();
    }

    /// One came, changed or went.
    pub(super) fn records_changed(&mut self) {
        self.records.forget_read();
        self.forget_met();
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
            n_stories: entry.parts.names.len(),
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
            goal: entry.goal().to_owned(),
            parts: Arc::clone(&entry.parts),
            parcel: match self.records.parcel(id, &self.base) {
                Some(RecordParcel::Link(url)) => ParcelView::Link(url.clone()),
                Some(RecordParcel::File(file)) => ParcelView::File(file.n_kb()),
                Some(RecordParcel::TooLong) | None => ParcelView::TooLong,
            },
            paper: self.export.paper(),
        }))
    }
}
