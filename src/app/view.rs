//! What a person sees, as one value: made by `App::view`, drawn by `ui`.
//!
//! Numbers are already text in the person's language; sentences are enums that
//! `words` turns into text. Nothing secret is in here but the person's own hand.

use serde::{Deserialize, Serialize};

mod result;
mod rules;
mod table;

pub use crate::room::SeatId;
pub use crate::words::Language;
pub use result::{BarView, EstimateView, Exposed, ResultView, TalkView};
pub use rules::{DeckLine, DeckName, DeckProblem, InviteView, RulesView};
pub use table::{
    CardView, CommentView, Extreme, LinkView, Mark, PhaseView, RoundView, SeatView, StoryLineView,
    StoryView, TableView, TimerView, VoidView,
};

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

/// The name form.
#[derive(Clone, Debug, PartialEq)]
pub struct NameView {
    /// Host (button `Continue`) or guest (button `Join`).
    pub purpose: NamePurpose,
    /// Remembered name, or what was typed before the program arrived.
    pub name: String,
    /// What is wrong with the name that was given.
    pub problem: Option<NameProblem>,
}

/// Why a name is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamePurpose {
    /// To open a table.
    Host,
    /// To join one.
    Guest,
}

/// What is wrong with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameProblem {
    /// Nothing but space.
    Empty,
    /// More than `limit` characters; `length` were given.
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters allowed.
        limit: usize,
    },
}

/// A guest waiting to be let in.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitingView {
    /// The guest's name.
    pub name: String,
    /// The reply link, as soon as it exists.
    pub reply_link: Option<String>,
    /// Whether the link is on the clipboard: not known yet, yes, or refused by the browser.
    pub copied: Option<bool>,
    /// `02:10`: how long the reply has been out.
    pub waited: String,
    /// The table's tab was found in this very browser, so no reply is needed.
    pub same_browser: bool,
    /// Waited long: show the advice for networks.
    pub is_long: bool,
}

/// A tab opened by a reply link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandedView {
    /// Looking for the table's tab.
    Searching,
    /// The table took it: this person is at the table.
    Seated(String),
    /// The table answered something else.
    Told(ReplyOutcome),
    /// No tab of this browser holds a table; the reply can be copied and sent on.
    NoTable {
        /// The reply link, to be sent to the host.
        reply_link: String,
    },
}

/// Why there is no way on, each with one sentence and one thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The browser has no WebRTC.
    NoWebRtc,
    /// The link was cut off on its way.
    LinkTruncated,
    /// The link was changed on its way.
    LinkDamaged,
    /// The link is of a newer Floret.
    LinkTooNew,
    /// This is no link of Floret's.
    LinkForeign,
    /// The host ended the session.
    Ended,
    /// The facilitator removed this seat.
    Removed,
    /// This person left.
    Left,
    /// The table is full.
    Full {
        /// Seats at most.
        limit: usize,
    },
    /// The link to the host is gone; the invite link leads back.
    LostHost {
        /// The invite to open again.
        invite_link: String,
    },
    /// The two sides speak different versions; true if this page is the older one.
    OtherVersion {
        /// This page is the older of the two.
        we_are_older: bool,
    },
    /// This table is open in another tab of this browser.
    OpenElsewhere,
    /// The host refused this seat for sending too much or nonsense.
    Unseated,
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

/// The person's own settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsView {
    /// Chosen language; `None` follows the browser.
    pub language: Option<Language>,
    /// Chosen colours.
    pub theme: Theme,
    /// Single keys act (1…9, V, R, N, P, T).
    pub single_keys: bool,
    /// The name remembered in this browser.
    pub name: String,
    /// Servers that help browsers find each other.
    pub ice: IceView,
    /// Own list as typed, one address a line.
    pub own_servers: String,
    /// A line of the own list that is no STUN or TURN address.
    pub ice_problem: Option<String>,
    /// Host names of the two public servers.
    pub public_servers: Vec<String>,
    /// Custom decks kept here.
    pub decks: Vec<DeckLine>,
    /// State of the storage.
    pub storage: StorageView,
}

/// Which servers help browsers find each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IceView {
    /// Two public STUN servers.
    Public,
    /// None: only people on this network.
    LanOnly,
    /// An own list.
    Own,
}

/// State of the browser's storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageView {
    /// All is kept.
    Fine,
    /// Nothing more fits.
    Full,
    /// The browser refuses.
    Blocked,
    /// A kept value is damaged and was set aside.
    Damaged,
    /// A kept value is of a newer Floret.
    Newer,
}
