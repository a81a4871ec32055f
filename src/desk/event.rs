//! Everything that can happen at the desk.

mod assistant;
mod backlog;
mod checklist;
mod export;
mod gate;
mod import;
mod model;
mod pack;
mod plan;
mod prepare;
mod record;
mod speech;
mod story;
mod ticket;

use crate::story::StoryId;
use crate::words::Language;

use super::effect::{DeskCopy, KeepProblem};
use super::page::DeskPage;

pub use assistant::AssistantEvent;
pub use backlog::{BacklogEvent, StoryFilter};
pub use checklist::{CalendarSlot, ChecklistEvent};
pub use export::ExportEvent;
pub use gate::GateEvent;
pub use import::{FileProblem, GivenFile, ImportEvent};
pub use model::{
    DictationOffer, HelpFound, ModelId, ModelNews, ModelOffer, ModelTrouble, ModelWay,
};
pub use pack::{PackEvent, PackedEvent};
pub use plan::PlanEvent;
pub use prepare::PrepareEvent;
pub use record::RecordEvent;
pub use speech::{SpeechId, SpeechNews, SpeechTrouble, SpokenInto};
pub use story::{Field, ItemField, ListField, StoryEvent};
pub use ticket::{Answered, MAX_ANSWER_BYTES, TicketEvent, TicketId, TicketNews};

/// Something happened.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskEvent {
    /// A page is wanted.
    Opened(DeskPage),
    /// The list of stories.
    Backlog(BacklogEvent),
    /// One story, wherever it is shown.
    Story(StoryId, StoryEvent),
    /// The import.
    Import(ImportEvent),
    /// Getting stories out.
    Export(ExportEvent),
    /// The Definition of Ready.
    Gate(GateEvent),
    /// Guided preparation.
    Prepare(PrepareEvent),
    /// The language model and dictation.
    Assistant(AssistantEvent),
    /// What the browser has to help with; answers `DeskEffect::SeekHelp`.
    HelpFound(HelpFound),
    /// A language model reports; answers `DeskEffect::AskModel`.
    Model(ModelId, ModelNews),
    /// A dictation reports; answers `DeskEffect::Dictate`.
    Speech(SpeechId, SpeechNews),
    /// Writing back to trackers.
    Ticket(TicketEvent),
    /// A tracker answers; answers `DeskEffect::AskTracker`.
    Tracker(TicketId, TicketNews),
    /// The four lists.
    Checklist(ChecklistEvent),
    /// The planned session.
    Plan(PlanEvent),
    /// The pack of the planned session.
    Pack(PackEvent),
    /// A pack that came from somebody.
    Packed(PackedEvent),
    /// Records of meetings.
    Records(RecordEvent),

    /// The clipboard answered.
    Copied {
        /// What was to be copied.
        what: DeskCopy,
        /// Whether it was.
        ok: bool,
    },
    /// The browser could not keep a value.
    NotKept {
        /// Storage key.
        key: String,
        /// Why.
        problem: KeepProblem,
    },
    /// A kept value was changed by another tab, or by the table on this page.
    KeptElsewhere {
        /// Storage key.
        key: String,
        /// New value; `None` if removed.
        value: Option<String>,
    },
    /// The page slept and heard of nothing; this is everything the desk keeps now.
    Resumed(Vec<(String, String)>),
    /// `Undo` on a notice.
    Undo(u32),
    /// Undo the last thing that can be undone.
    UndoLast,
    /// A notice is closed.
    NoticeDismissed(u32),
    /// The page speaks another language.
    LanguageChanged(Language),
    /// A second has passed, or the time of `DeskEffect::Wake`.
    Tick,
    /// Back to the start page.
    LeavePressed,
    /// The address's fragment changed: a link, or the browser's Back.
    FragmentChanged(String),
}
