//! What comes from other tools and what leaves for them, as text: tables, JSON, XML,
//! Markdown, calendars. Does not know files, clipboards, languages or where stories live.

mod csv;
mod date;
mod entities;
mod estimated;
mod export;
mod href;
mod html;
mod ics;
mod import;
mod json;
mod lines;
mod markdown;
mod markup;
pub mod rich;
mod ticket;

pub use csv::{CSV_HEADER, csv};
pub use date::iso8601_utc;
pub use estimated::EstimatedStory;
pub use export::{
    JIRA_HEADER, MeetingRecord, MeetingRecordWords, RecordWords, RecordedStory, Section, jira_csv,
    meeting_csv, meeting_jira_csv, meeting_record, record, recorded, recorded_section,
    ticket_comment,
};
pub use href::safe_href;
pub use html::markdown as html_to_markdown;
pub use ics::{Slot, Weekday, ics};
pub use import::{
    Column, Dialect, Encoding, Field, Imported, IncomingStory, MAX_COLUMNS, MAX_IMPORT_BYTES,
    MAX_ROWS, Progress, Reading, Refused, RefusedReason, RowFate, compare, read,
};
pub use json::write as write_json;
pub use markdown::{MarkdownWords, markdown};
pub use ticket::{
    Answered, MAX_ANSWER_BYTES, Request as TicketRequest, Ticket, Tracker, Trouble, Writing,
    tracker_host,
};
