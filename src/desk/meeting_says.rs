//! A meeting in the words of a language: its record as text, and its stories before their
//! gates. Decides nothing, keeps nothing.

use crate::exchange::{
    MeetingRecord, MeetingRecordWords, iso8601_utc, meeting_csv, meeting_jira_csv, meeting_record,
    ticket_comment,
};
use crate::meeting::{Handout, Note, Record, TopicId};
use crate::saved::write_record;
use crate::wire::pack::packed_url;
use crate::wire::record::record_parcel;
use crate::wire::{PackedKind, Parcel};
use crate::words::{GateWords, Language, MeetingWords, fill};

use super::export::record_words;
use super::gate::story_gates;
use super::gate_says;
use super::pack::in_words;
use super::view::StoryGateView;

/// Bytes in the kB that a file is said to have.
const KB: usize = 1_000;

/// Milliseconds of a minute.
const MINUTE_MS: i64 = 60_000;

/// The sorts of files in which a record leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordForm {
    /// All of it, to read.
    Markdown,
    /// The table of estimates.
    Csv,
    /// The table with which Jira updates its issues.
    Jira,
    /// Everything, for programs.
    Json,
}

impl RecordForm {
    /// What it is that leaves.
    pub fn handout(self) -> Handout {
        match self {
            Self::Markdown => Handout::Text,
            Self::Csv => Handout::Table,
            Self::Jira => Handout::ForJira,
            Self::Json => Handout::Data,
        }
    }
}

/// A file of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordFile {
    /// Suggested name.
    pub name: String,
    /// Media type.
    pub mime: &'static str,
    /// Content.
    pub text: String,
}

impl RecordFile {
    /// How long it is, in kB.
    pub fn n_kb(&self) -> usize {
        self.text.len().div_ceil(KB)
    }
}

/// A record on its way to somebody who was not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordParcel {
    /// A link; the whole address.
    Link(String),
    /// A file: it is too long for a link.
    File(RecordFile),
    /// Too long even for a file.
    TooLong,
}

/// A record in the shorter of its two shapes, for whoever was not there: the same from every
/// seat and from the desk. `base` is the page's address.
pub fn parcel(record: &Record, base: &str) -> RecordParcel {
    match record_parcel(record) {
        Ok(Parcel::Link(code)) => RecordParcel::Link(packed_url(base, PackedKind::Record, &code)),
        Ok(Parcel::File(text)) => RecordParcel::File(RecordFile {
            name: format!("{}-floret.txt", file_name(record)),
            mime: "text/plain",
            text: in_words(words_of(record).notes.record_file_words, base, &text),
        }),
        Err(_) => RecordParcel::TooLong,
    }
}

/// A record as a file: the same from the table and from the desk.
pub fn file(record: &Record, form: RecordForm) -> RecordFile {
    let (ending, mime, text) = match form {
        RecordForm::Markdown => (".md", "text/markdown", self::record(record).markdown()),
        RecordForm::Csv => (".csv", "text/csv", csv(record)),
        RecordForm::Jira => ("-jira.csv", "text/csv", jira_csv(record)),
        RecordForm::Json => (".json", "application/json", json(record)),
    };
    let name = format!("{}{ending}", file_name(record));
    RecordFile { name, mime, text }
}

/// The record in the language of the meeting, whoever reads it: the same on every seat.
pub fn record(record: &Record) -> MeetingRecord {
    let words = words_of(record);
    meeting_record(record, &heading(record, words), &texts(words))
}

/// The stories as a table.
pub fn csv(record: &Record) -> String {
    meeting_csv(record, &texts(words_of(record)))
}

/// The stories with a key as an update for Jira.
pub fn jira_csv(record: &Record) -> String {
    meeting_jira_csv(record, &texts(words_of(record)))
}

/// Everything but what was taken away again; `saved::read_record` takes it.
pub fn json(record: &Record) -> String {
    let mut record = record.clone();
    record.meeting.notes.retain(Note::is_kept);
    write_record(&record)
}

/// A story as a comment for its ticket; empty where there is nothing to say.
pub fn comment(record: &Record, topic: TopicId) -> String {
    let words = texts(words_of(record));
    let stories = record.stories();
    let story = stories.get(usize::from(topic.0));
    story.map_or_else(String::new, |story| ticket_comment(story, &words.story))
}

/// Name of a file without its ending: `refinement-2026-11-30`.
pub fn file_name(record: &Record) -> String {
    match moment(record, record.meeting.agenda.began_ms) {
        Some((day, _)) => format!("refinement-{day}"),
        None => String::from("refinement"),
    }
}

/// A story of the meeting before the team's two gates.
pub fn gates(words: &'static GateWords, record: &Record, topic: TopicId) -> Option<StoryGateView> {
    let meeting = &record.meeting;
    let one = meeting.topic(topic)?;
    let mut estimated = record.estimated.iter();
    let estimated = estimated.find(|estimated| estimated.topic == topic);
    let story = meeting.story(topic, one, estimated);
    let definition = meeting.asks();
    Some(story_gates(words, &definition, one.story_id(), &story))
}

fn words_of(record: &Record) -> &'static MeetingWords {
    let german = Language::German;
    let is_german = record.meeting.language == german.tag();
    MeetingWords::of(if is_german { german } else { Language::English })
}

/// Day and time on the clock of the place: `2026-11-30`, `10:05`.
fn moment(record: &Record, at_ms: Option<i64>) -> Option<(String, String)> {
    let text = iso8601_utc(local_ms(record, at_ms?));
    let (day, time) = text.split_once('T')?;
    Some((day.to_owned(), time.get(..5)?.to_owned()))
}

fn local_ms(record: &Record, at_ms: i64) -> i64 {
    let ahead_ms = i64::from(record.meeting.utc_offset_min) * MINUTE_MS;
    at_ms.saturating_add(ahead_ms)
}

/// `Refinement, 30 November 2026, 10:05–11:00`
fn heading(record: &Record, words: &MeetingWords) -> String {
    let agenda = &record.meeting.agenda;
    let began = agenda.began_ms.zip(moment(record, agenda.began_ms));
    let Some((began_ms, (day, from))) = began else {
        return words.notes.record_plain.to_owned();
    };
    let date = gate_says::day(words.gate, local_ms(record, began_ms));
    let ended = moment(record, agenda.ended_ms);
    // Behind midnight an end alone would read as if it came first.
    let ended = ended.filter(|(last, _)| *last == day);
    let time = ended.map_or_else(|| from.clone(), |(_, to)| format!("{from}–{to}"));
    fill(words.notes.record_heading, &[&date, &time])
}

fn texts(words: &'static MeetingWords) -> MeetingRecordWords<'static> {
    let (say, people, frame) = (words.notes, words.people, words.frame);
    MeetingRecordWords {
        story: record_words(words.exchange),
        decimal_mark: match words.language {
            Language::English => '.',
            Language::German => ',',
        },
        goal: say.record_goal,
        people: say.record_people,
        facilitator: people.facilitator,
        product_owner: people.product_owner,
        scribe: people.scribe,
        open: say.record_open,
        estimated: say.record_estimated,
        ready: say.record_ready,
        sent_back: say.record_sent_back,
        beside: say.record_beside,
        polls: say.polls,
        confidence: say.poll_confidence,
        ready_poll: say.poll_ready,
        closing: say.poll_closing,
        average: say.record_average,
        follow_ups: frame.follow_ups,
        closed: say.record_closed,
        carried_over: say.record_carried,
        parked: say.parked,
        agenda: frame.agenda,
        silent_reading: frame.silent_reading,
        walk_through: frame.walk_through,
        estimate: frame.estimate,
        risks: frame.risks,
        mark_ready: frame.mark_ready,
        minutes: say.record_minutes,
        of: say.record_of,
        planned: say.record_planned,
        taken: say.record_taken,
        together: say.record_together,
    }
}
