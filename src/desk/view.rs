//! What a person sees of the desk, as one value: made by `Desk::view`, drawn by `ui`.
//!
//! Sentences are enums that `words` turns into text.

mod assistant;
mod backlog;
mod checklist;
mod gate;
mod import;
mod notice;
mod plan;
mod prepare;
mod story;

pub use crate::story::StoryId;
pub use crate::words::Language;
pub use assistant::{
    AddressProblem, AskEnd, AskingView, AssistantView, DictationView, DraftForm, Failure,
    ListeningView, ModelSettingsView, Password, SettingsProblem, Shape, WayView, Wish,
};
pub use backlog::{BacklogLine, BacklogView, Reveal, StoryRow};
pub use checklist::{ChecklistView, SharedView};
pub use gate::GateView;
pub use import::ImportView;
pub use notice::{DeskNotice, DeskNoticeText, DeskSpoken};
pub use plan::{CandidateRow, PlanCount, PlanRow, PlanView, QuestionRow, SentBackRow};
pub use prepare::PrepareView;
pub use story::{GateLine, StoryScreen};

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
    /// No such story (any more).
    NoStory,
    /// The four lists.
    Checklist(Box<ChecklistView>),
    /// The planned session.
    Plan(Box<PlanView>),
    /// The Definition of Ready.
    Ready(Box<GateView>),
    /// Something that came as a link.
    Shared(Box<SharedView>),
}
