//! Everything that can happen, and everything the program may ask of its edge.
//!
//! One closed `Event`, one closed `Effect`; both plain values, so that a whole
//! meeting can be played in a test.

mod boot;
mod desk;
mod effect;
mod meeting;
mod socket;

use super::paths::Path;
use super::view::{IceView, Language, Panel, Password, SeatId, Theme};

pub use boot::Boot;
pub use desk::{DeskNews, DoorNews, PlannedStory, PlannedTable};
pub use effect::Effect;
pub use meeting::MeetingEvent;
pub use socket::{SocketId, SocketNews};

/// Names one connection of this page; never reused.
pub type PeerId = u32;

/// Something happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The page began. First event, once.
    Started(Box<Boot>),
    /// A second, or a part of it, has passed.
    Tick,
    /// The address's fragment changed (a link was opened in this tab).
    FragmentChanged(String),
    /// The page is going away.
    Leaving,
    /// A key without modifier, outside text fields.
    Key(String),
    /// A kept value was changed by another tab.
    KeptElsewhere {
        /// Storage key.
        key: String,
        /// New value; `None` if removed.
        value: Option<String>,
    },

    /// `Start a poker round`.
    StartPoker,
    /// The name form was sent.
    NameGiven(String),
    /// Back to the start page.
    GoToStart,
    /// Open the kept table again.
    ReopenTable,
    /// Forget the kept table (can be undone).
    ForgetTable,

    /// A card of the hand, by position.
    CardPicked(usize),
    /// The vote is taken back.
    VoteTakenBack,
    /// The comment box changed.
    CommentTyped(String),
    /// `Reveal`.
    RevealPressed,
    /// The question was answered with yes.
    GuardConfirmed,
    /// The question was answered with no.
    GuardDismissed,
    /// Stop the countdown.
    CountdownStopped,
    /// `Vote again`.
    VoteAgain,
    /// `Next story`.
    NextStory,
    /// The title box changed.
    TitleTyped(String),
    /// Look at the story before; the vote goes on.
    LookBack,
    /// Look at the story after.
    LookForward,
    /// Look at a story by its 1-based number.
    LookAt(usize),
    /// `Save estimate` with this card.
    EstimateSaved(String),
    /// `I will explain mine`, on or off.
    Explain(bool),
    /// Something in the meeting.
    Meeting(MeetingEvent),
    /// Start or stop the timer.
    TimerToggled,
    /// Length of the timer in minutes.
    TimerLength(u32),

    /// A deck was chosen by its position in the list of decks.
    DeckChosen(usize),
    /// A custom deck was typed.
    CustomDeck {
        /// Its name.
        name: String,
        /// Its cards as typed.
        text: String,
    },
    /// A custom deck is deleted, by its position among the custom decks.
    DeckDeleted(usize),
    /// `∞`, `?`, `☕` by position, on or off.
    AddOn(usize, bool),
    /// Anonymous or named.
    Anonymous(bool),
    /// Everyone runs the round, or the facilitator.
    EveryoneRuns(bool),
    /// Reveal by itself.
    AutoReveal(bool),
    /// Comments with votes.
    Comments(bool),

    /// A new name for oneself.
    Renamed(String),
    /// Observe, or vote.
    Observe(bool),
    /// Remove a seat.
    SeatRemoved(SeatId),
    /// `Undo` on a notice.
    Undo(u32),
    /// A notice is closed.
    NoticeDismissed(u32),
    /// `Leave`.
    LeavePressed,
    /// The host's browser may remember this one, or not.
    RememberMe(bool),
    /// Somebody known is forgotten, by the position in the list shown.
    PersonForgotten(usize),
    /// A seat on this very screen, for somebody whose browser finds no way (facilitator).
    SeatHere(String),
    /// Whose hand is shown: one's own, or that of a seat on this screen.
    HandOf(SeatId),
    /// This seat goes on, should the host be lost (facilitator).
    DeputyChosen(SeatId),
    /// The table comes back to the browser that opened it.
    TakeTableBack,
    /// Hand the table to the deputy and leave, in place of ending it.
    HandOverAndLeave,
    /// A host that hears too few seats goes on without the others.
    GoOnWithout,
    /// A new table here, with what is on the screen of one that is lost.
    CarryOnHere,
    /// Open the invite again that led to this seat.
    JoinAgain,
    /// Load the page anew, at the same address.
    ReloadPressed,

    /// Open a dialog.
    PanelOpened(Panel),
    /// Close it.
    PanelClosed,
    /// Copy something.
    CopyPressed(CopyWhat),
    /// The system share sheet for the invite.
    SharePressed,
    /// Text was given to `Paste replies`.
    RepliesGiven(String),
    /// Stop the network test.
    ProbeStopped,
    /// Run it anew.
    ProbeAgain,
    /// `LAN address of this computer`; empty: none.
    LanAddressGiven(String),
    /// `Download round transcript` of the round shown.
    DownloadTranscript,
    /// The running list as a file.
    DownloadCsv,

    /// Language; `None` follows the browser.
    LanguageChosen(Option<Language>),
    /// Colours.
    ThemeChosen(Theme),
    /// Single keys.
    SingleKeys(bool),
    /// Servers.
    IceChosen(IceView),
    /// The own list of servers as typed.
    OwnServers(String),
    /// People come in by the link alone, through the trackers given.
    RendezvousChosen(bool),
    /// The trackers as typed, one a line.
    TrackersGiven(String),
    /// This browser's own TURN server as typed; no address: none.
    TurnGiven {
        /// Its address.
        url: String,
        /// Its credentials.
        user: String,
        /// Not said aloud.
        password: Password,
    },
    /// Everything kept, as one file.
    BackupPressed,
    /// The text of a backup.
    RestoreGiven(String),
    /// Download the damaged text that was set aside.
    DamagedCopyPressed,

    /// News of a connection.
    Peer(PeerId, PeerNews),
    /// News of a WebSocket.
    Socket(SocketId, SocketNews),
    /// Bytes from another tab of this browser.
    Tab(Vec<u8>),
    /// The clipboard answered.
    Copied {
        /// What was to be copied.
        what: CopyWhat,
        /// Whether it was.
        ok: bool,
    },
    /// The browser could not keep a value.
    NotKept(KeepProblem),
    /// The lock on the table was given, or another tab holds it.
    Lock(bool),
    /// The network came or went.
    Online(bool),
    /// Everything the desk keeps, key and text; answers `Effect::ReadDesk`.
    DeskRead(Vec<(String, String)>),

    /// News of the desk.
    Desk(DoorNews),
    /// `Try again`: the desk could not be loaded.
    DeskAgain,
}

/// What a copy button copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyWhat {
    /// The invite link.
    Invite,
    /// The reply link.
    Reply,
    /// The running list as Markdown.
    Markdown,
    /// The running list as CSV.
    Csv,
    /// Something of the meeting.
    Meeting,
}

/// News of one connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeerNews {
    /// The browser made its own description.
    Local {
        /// SDP text.
        sdp: String,
    },
    /// A candidate was found.
    Candidate {
        /// `candidate:…` text.
        line: String,
    },
    /// No more candidates will come.
    Gathered,
    /// The channel is open.
    Opened,
    /// A frame.
    Frame(Vec<u8>),
    /// The channel is gone for good.
    Closed,
    /// The way that the link takes; answers `Effect::AskPath`.
    Path(Path),
    /// The browser refused a step.
    Refused {
        /// Its words, for the log.
        reason: String,
    },
}

/// Why a value was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepProblem {
    /// No room.
    Full,
    /// Forbidden.
    Blocked,
}
