//! Everything that can happen, and everything the program may ask of its edge.
//!
//! One closed `Event`, one closed `Effect`; both plain values, so that a whole
//! meeting can be played in a test.

use super::view::{IceView, Language, Panel, SeatId, Theme};

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
    /// Everything kept, as one file.
    BackupPressed,
    /// The text of a backup.
    RestoreGiven(String),
    /// Download the damaged text that was set aside.
    DamagedCopyPressed,

    /// News of a connection.
    Peer(PeerId, PeerNews),
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
}

/// What the page knows when it begins.
#[derive(Clone, Debug, PartialEq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts about the browser, each its own"
)]
pub struct Boot {
    /// Address without fragment.
    pub base: String,
    /// Fragment with `#`, or empty.
    pub fragment: String,
    /// Everything kept: key and text.
    pub kept: Vec<(String, String)>,
    /// The browser refuses storage.
    pub storage_blocked: bool,
    /// Languages the person prefers, best first (`de-AT`).
    pub languages: Vec<String>,
    /// `RTCPeerConnection` exists.
    pub has_webrtc: bool,
    /// Firefox needs one more candidate while it waits.
    pub is_firefox: bool,
    /// The system share sheet exists.
    pub can_share: bool,
    /// The name typed before the program arrived, if the form was open.
    pub typed_name: Option<String>,
    /// The form was already sent before the program arrived.
    pub name_sent: bool,
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

/// Something the edge is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep a text under a key.
    Keep {
        /// Storage key.
        key: String,
        /// Text.
        text: String,
    },
    /// Forget a key.
    Forget {
        /// Storage key.
        key: String,
    },
    /// Make a connection that will be answered.
    MakeOffer {
        /// Its name.
        peer: PeerId,
        /// STUN and TURN addresses.
        ice: Vec<String>,
    },
    /// Make a connection that answers.
    MakeAnswer {
        /// Its name.
        peer: PeerId,
        /// STUN and TURN addresses.
        ice: Vec<String>,
        /// The far side's description.
        offer_sdp: String,
        /// The far side's candidates.
        candidates: Vec<String>,
    },
    /// Apply the far side's answer.
    AcceptAnswer {
        /// Which connection.
        peer: PeerId,
        /// The far side's description.
        answer_sdp: String,
        /// The far side's candidates.
        candidates: Vec<String>,
    },
    /// Add a candidate of the far side.
    AddCandidate {
        /// Which connection.
        peer: PeerId,
        /// `candidate:…` text.
        line: String,
    },
    /// Send a frame.
    SendFrame {
        /// Which connection.
        peer: PeerId,
        /// At most `MAX_FRAME_BYTES`.
        bytes: Vec<u8>,
    },
    /// Close a connection.
    ClosePeer {
        /// Which connection.
        peer: PeerId,
    },
    /// Copy a text; answered by `Event::Copied`.
    Copy {
        /// What it is.
        what: CopyWhat,
        /// Text.
        text: String,
    },
    /// Open the system share sheet.
    Share {
        /// Title.
        title: String,
        /// Address.
        url: String,
    },
    /// Offer a file.
    Download {
        /// File name.
        name: String,
        /// MIME type.
        mime: &'static str,
        /// Content.
        text: String,
    },
    /// Tell the other tabs of this browser.
    TellTabs(Vec<u8>),
    /// Replace the address's fragment (empty removes it).
    SetFragment(String),
    /// Hold a lock with this name (none: give it back); answered by `Event::Lock`.
    Lock(Option<String>),
    /// Ask before the page is left.
    WarnBeforeLeaving(bool),
    /// Load the page anew, at the same address.
    Reload,
    /// Write a line to the browser's console, debug level.
    Log(String),
}
