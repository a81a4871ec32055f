//! The shape of the desk's words, by screen: backlog, checklist, gate, import, plan.
//!
//! Reached only from the desk, so that the first load carries none of it.

mod assistant;
mod backlog;
mod checklist;
mod exchange;
mod frame;
mod gate;
mod pack;
mod plan;
mod prepare;
mod records;
mod story;
mod tickets;

pub use assistant::*;
pub use backlog::*;
pub use checklist::*;
pub use exchange::*;
pub use frame::*;
pub use gate::*;
pub use pack::*;
pub use plan::*;
pub use prepare::*;
pub use records::*;
pub use story::*;
pub use tickets::*;

use super::{Language, de, en};

/// All texts of the desk in one language.
#[derive(Debug)]
pub struct DeskWords {
    /// Which language.
    pub language: Language,
    /// Texts of the language model and of dictation.
    pub assistant: &'static AssistantWords,
    /// Texts around every screen.
    pub frame: &'static FrameWords,
    /// Texts around every screen that count.
    pub frame_count: &'static FrameCounts,
    /// Texts of the list of stories and one story.
    pub backlog: &'static BacklogWords,
    /// Texts of the list of stories that count.
    pub backlog_count: &'static BacklogCounts,
    /// Texts of the four lists.
    pub checklist: &'static ChecklistWords,
    /// Texts of import and export.
    pub exchange: &'static ExchangeWords,
    /// Texts of import and export that count.
    pub exchange_count: &'static ExchangeCounts,
    /// Texts of the Definition of Ready and guided preparation.
    pub gate: &'static GateWords,
    /// Texts of the pack.
    pub pack: &'static PackWords,
    /// Texts of the pack that count.
    pub pack_count: &'static PackCounts,
    /// Texts of the planned session.
    pub plan: &'static PlanWords,
    /// Texts of the planned session that count.
    pub plan_count: &'static PlanCounts,
    /// Texts of guided preparation.
    pub prepare: &'static PrepareWords,
    /// Texts of guided preparation that count.
    pub prepare_count: &'static PrepareCounts,
    /// Texts of records of meetings.
    pub records: &'static RecordsWords,
    /// Texts of records that count.
    pub records_count: &'static RecordsCounts,
    /// Texts of one story.
    pub story: &'static StoryWords,
    /// Texts of one story that count.
    pub story_count: &'static StoryCounts,
    /// Texts of writing back to a tracker.
    pub tickets: &'static TicketWords,
}

impl DeskWords {
    /// The texts of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &en::DESK,
            Language::German => &de::DESK,
        }
    }
}
