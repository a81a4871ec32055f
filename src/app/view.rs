//! What a person sees, as one value: made by `App::view`, drawn by `ui`.
//!
//! Numbers are already text in the person's language; sentences are enums that
//! `words` turns into text. Nothing secret is in here but the person's own hand.

use serde::{Deserialize, Serialize};

mod meeting;
mod net;
mod probe;
mod result;
mod rules;
mod settings;
mod table;
mod ways;

pub use crate::room::SeatId;
pub use crate::words::Language;
pub use meeting::{
    Act, AgendaStep, Duty, Estimated, Fate, Handout, Meeting, MeetingNow, Note, NoteField, NoteId,
    NoteKind, NoteState, PersonId, Place, Poll, Purpose, Record, Time, Timebox, Topic, TopicField,
    TopicId, carry_caret, time,
};
pub use net::{
    ConnectionView, IceProblem, LanView, OwnLink, Password, PathView, RendezvousView, TurnProblem,
    TurnView, WayView,
};
pub use probe::{Advice, CheckName, CheckView, Finding, ProbeState, ProbeView, Verdict};
pub use result::{BarView, EstimateView, Exposed, ResultView, TalkView};
pub use rules::{DeckLine, DeckName, DeckProblem, InviteView, RulesView};
pub use settings::{IceView, SettingsView, StorageView};
pub use table::{
    AgendaView, CardView, CommentView, Extreme, HandView, LinkView, Mark, PhaseView, RoundView,
    SeatView, StoryLineView, StoryView, TableView, TimerView, VoidView,
};
pub use ways::{HandedView, NameProblem, NamePurpose, NameView, Stop, WaitingView, WayBackView};

/// The whole page.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Language of every word on the page.
    pub language: Language,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// The screen shown.
    pub screen: Screen,
    /// The dialog over the screen, if one is open.
    pub panel: Option<Panel>,
    /// The question asked before something is lost, if one is.
    pub guard: Option<Guard>,
    /// Short messages, oldest first.
    pub notices: Vec<Notice>,
    /// The newest sentence for screen readers; the number makes repeats audible.
    pub announcement: (u32, Option<Announcement>),
    /// The person's own settings (panel `Settings`).
    pub settings: SettingsView,
    /// The typed address of this computer.
    pub lan: LanView,
    /// The network test, while its panel is open.
    pub probe: Option<ProbeView>,
}

/// Colours of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// One screen at a time.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// The start page.
    Start(StartView),
    /// A name is asked for.
    Name(NameView),
    /// A guest waits for the host to take its reply.
    Waiting(WaitingView),
    /// At the table.
    Table(Box<TableView>),
    /// A tab that handed a reply to the table's tab.
    Handed(HandedView),
    /// The way in is closed; says why and what to do.
    Stopped(Stop),
    /// The desk's place; what is on it is its own.
    Desk(DoorView),
}

/// The door to the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoorView {
    /// The desk is being loaded.
    Opening,
    /// It is on the screen.
    Open,
    /// It could not be loaded.
    Shut,
}

/// The start page.
#[derive(Clone, Debug, PartialEq)]
pub struct StartView {
    /// A table of this browser that can be opened again.
    pub kept_table: Option<KeptTableView>,
}

/// A table kept in this browser.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptTableView {
    /// How many stories have an estimate.
    pub n_estimates: usize,
    /// The current story, may be empty.
    pub title: String,
}

/// A dialog over the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Link, code, replies.
    Invite,
    /// Deck and rules of this session.
    TableSettings,
    /// This person's own settings.
    Settings,
    /// Keys and how votes stay secret.
    Help,
    /// The running list of stories.
    Stories,
    /// How this screen is linked to the others.
    Connection,
    /// What this network lets browsers do.
    Probe,
}

/// A question before something is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// `n` have not voted. Reveal anyway?
    Reveal {
        /// Votes missing.
        missing: usize,
    },
    /// Votes are in and not revealed. Go on anyway?
    NextStory {
        /// Votes in.
        votes: usize,
    },
    /// The host leaves: everybody's session ends.
    HostLeaves {
        /// Other people at the table.
        others: usize,
        /// A deputy can go on.
        has_deputy: bool,
    },
}

/// A short message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Names it for dismissal and undo.
    pub id: u32,
    /// What happened.
    pub text: NoticeText,
    /// An `Undo` button is offered.
    pub can_undo: bool,
}

/// What a notice says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeText {
    /// A person was removed.
    SeatRemoved(String),
    /// A custom deck was deleted.
    DeckDeleted(String),
    /// The kept table was forgotten.
    TableForgotten,
    /// The host is gone: this browser holds the table now.
    TookOver,
    /// A known person was forgotten.
    PersonForgotten(String),
    /// A new table took the place of the kept one.
    TableReplaced,
    /// The deck or rules changed while votes were out: they were cleared.
    VotesCleared,
    /// The browser's storage is full; what is on screen is not kept.
    StorageFull,
    /// The browser's storage is nearly full.
    StorageNearlyFull,
    /// The browser refuses storage (private mode).
    StorageBlocked,
    /// Something kept was damaged; a copy can be downloaded in Settings.
    StorageDamaged,
    /// Something kept is of a newer Floret and was left alone.
    StorageNewer,
    /// A reply was taken, or not.
    Reply(ReplyOutcome),
    /// Copied to the clipboard.
    Copied,
    /// The browser refused the clipboard.
    CopyRefused,
    /// A backup was read.
    Restored,
    /// A text is no backup of Floret's.
    RestoreRefused,
    /// The table refused: too many messages.
    SlowDown,
    /// No network.
    Offline,
    /// Two comments met in one slot: send this person's again.
    CommentLost,
    /// The list the host published is not what this browser sent.
    HostListWrong,
    /// A card that was kept with a pack was played.
    PlayedAhead(String),
}

/// What became of a reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReplyOutcome {
    /// Taken; the link is being made.
    Taken(String),
    /// At the table.
    Seated(String),
    /// This very reply was taken before.
    Twice(String),
    /// For another table.
    OtherTable,
    /// Cut off or changed on its way.
    Damaged,
    /// Every place it answers is used up: the person opens the newest invite link again.
    TooLate(String),
    /// No way to that person's browser was found in two minutes.
    Unreachable(String),
    /// Of a newer Floret.
    TooNew,
    /// The table is full.
    Full(String),
    /// The pasted text holds no reply.
    NoneFound,
}

/// A sentence for screen readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// Votes in of votes expected.
    Votes(usize, usize),
    /// Cards turned; `text` is the short result.
    Revealed(String),
    /// The round cannot be counted.
    Void(VoidView),
    /// A new round began.
    NewRound,
    /// A story is on the table.
    Story(String),
    /// A person sat down.
    Joined(String),
    /// A person left or was lost.
    Left(String),
}
