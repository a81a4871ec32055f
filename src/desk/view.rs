//! What a person sees of the desk, as one value: made by `Desk::view`, drawn by `ui`.
//!
//! Sentences are enums that `words` turns into text.

mod assistant;
mod backlog;
mod checklist;
mod gate;
mod import;
mod notice;
mod pack;
mod plan;
mod prepare;
mod record;
mod story;
mod ticket;

pub use crate::exchange::{
    Column as ImportColumn, Dialect, Encoding, Field as ImportField, MAX_COLUMNS, MAX_IMPORT_BYTES,
    MAX_ROWS, MeetingRecord, Refused, RefusedReason, rich, safe_href,
};
pub use crate::meeting::{AgendaItem, AgendaStep};
pub use crate::story::{BacklogId, Kind, Status, Story, StoryId, Understanding};
pub use crate::words::Language;
pub use assistant::{
    AddressProblem, AskEnd, AskingView, AssistantView, DictationView, DraftForm, Failure,
    ListeningView, ModelSettingsView, Password, SettingsProblem, Shape, WayView, Wish,
};
pub use backlog::{BacklogLine, BacklogView, Paper, Reveal, StoryRow};
pub use checklist::{
    Board, ChecklistView, Direction, EarlierRow, EarlierView, ItemName, ItemRow, ListKind,
    ListLink, ListView, ListsNotice, ListsSpoken, Progress, SharedContent, SharedProblem,
    SharedView, Weekday,
};
pub use gate::{
    Agreed, GateSide, GateView, Overruling, Point, PointRow, PointVerdict, ReadyLink, SentBackView,
    SharedReadyView, State, Step, StoryGateView,
};
pub use import::{ImportFound, ImportGroup, ImportPhase, ImportRow, ImportView};
pub use notice::{DeskNotice, DeskNoticeText, DeskSpoken};
pub use pack::{
    AheadView, AskedRow, DraftAnswer, HeardRow, N_PACK_DECKS, Pack, PackError, PackStory, PackView,
    PackedContent, PackedView, ParcelView, PersonRow, ReplierId, ReplyOutcome,
};
pub use plan::{CandidateRow, PlanCount, PlanRow, PlanView, QuestionRow, SentBackRow};
pub use prepare::{AskRow, DraftPart, DraftRow, PrepareView, QuestionRule};
pub use record::{RecordParts, RecordRow, RecordView, RecordsView};
pub use story::{GateLine, GateMark, StoryScreen};
pub use ticket::{
    EstimateView, LeavingView, SentBefore, TicketStep, TicketView, TicketWay, TokenProblem,
    TokensView, Tracker, Trouble,
};

use super::page::DeskPage;

/// The whole desk.
#[derive(Clone, Debug, PartialEq)]
pub struct DeskView {
    /// Which page.
    pub page: DeskPage,
    /// Language of every word on the page.
    pub language: Language,
    /// Short messages, oldest first.
    pub notices: Vec<DeskNotice>,
    /// The newest sentence for screen readers; the number makes repeats audible.
    pub spoken: (u32, Option<DeskSpoken>),
    /// Something on this page is not kept: the storage is full or blocked.
    pub has_unkept: bool,
    /// The gates of the story that is looked at in a list.
    pub looked: Option<Box<StoryGateView>>,
    /// The page's own content.
    pub screen: DeskScreen,
}

/// One screen at a time.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskScreen {
    /// The list of stories.
    Backlog(Box<BacklogView>),
    /// One story.
    Story(Box<StoryScreen>),
    /// Guided preparation of one story.
    Prepare(Box<PrepareView>),
    /// No such story (any more).
    NoStory,
    /// The four lists.
    Checklist(Box<ChecklistView>),
    /// The planned session.
    Plan(Box<PlanView>),
    /// Records of meetings.
    Records(Box<RecordsView>),
    /// One record.
    Record(Box<RecordView>),
    /// No such record (any more).
    NoRecord,
    /// A record that came and cannot be read.
    BadRecord(PackError),
    /// The Definition of Ready.
    Ready(Box<GateView>),
    /// Something that came as a link.
    Shared(Box<SharedView>),
    /// A Definition of Ready that came as a link.
    SharedReady(Box<SharedReadyView>),
    /// A pack that came from somebody.
    Packed(Box<PackedView>),
}
