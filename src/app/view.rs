//! What a person sees, as one value: made by `App::view`, drawn by `ui`.
//!
//! Numbers are already text in the person's language; sentences are enums that
//! `words` turns into text. Nothing secret is in here but the person's own hand.

pub use crate::room::SeatId;
pub use crate::words::Language;

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
    /// The named seat left during the reveal.
    RoundVoid(VoidView),
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// A new round began.
    NewRound,
    /// A story is on the table.
    Story(String),
    /// A person sat down.
    Joined(String),
    /// A person left or was lost.
    Left(String),
}

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableView {
    /// The seat of this person.
    pub me: SeatId,
    /// This browser holds the session.
    pub is_host: bool,
    /// May reveal, vote again, save and go on.
    pub may_run: bool,
    /// May change the settings of the session and remove seats.
    pub may_arrange: bool,
    /// Sees, does not vote.
    pub is_observer: bool,
    /// This seat is linked to the table; else nothing can be sent and controls are disabled.
    pub is_linked: bool,
    /// The story shown.
    pub story: StoryView,
    /// Everyone, in the order they sat down.
    pub seats: Vec<SeatView>,
    /// The hand, in deck order, add-ons last.
    pub hand: Vec<CardView>,
    /// A card can be picked now.
    pub can_vote: bool,
    /// What the round is doing.
    pub round: RoundView,
    /// Comments may ride with votes.
    pub comments: Option<CommentView>,
    /// The newest result of the story shown, if revealed.
    pub result: Option<ResultView>,
    /// Earlier rounds of the story shown, oldest first.
    pub earlier: Vec<ResultView>,
    /// Choosing the estimate; `None` before the first result of the story.
    pub estimate: Option<EstimateView>,
    /// All stories of the session, the current one last.
    pub stories: Vec<StoryLineView>,
    /// The shared timer.
    pub timer: TimerView,
    /// Session settings.
    pub rules: RulesView,
    /// The invite panel's content.
    pub invite: InviteView,
    /// Four emoji, equal on every honest screen, with their names.
    pub safety: Vec<(&'static str, &'static str)>,
}

/// The story shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryView {
    /// Title, may be empty.
    pub title: String,
    /// 1-based.
    pub number: usize,
    /// The title can be edited here and now.
    pub can_edit: bool,
    /// An earlier story is looked at; the vote on the current one goes on.
    pub is_past: bool,
    /// There is an earlier / a later story to look at.
    pub has_previous: bool,
    /// There is a later story to look at.
    pub has_next: bool,
    /// Bumped when the title box should take the focus.
    pub focus: u32,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatView {
    /// Which seat.
    pub id: SeatId,
    /// Name, unique at this table.
    pub name: String,
    /// One's own.
    pub is_me: bool,
    /// Holds the session.
    pub is_host: bool,
    /// Sees, does not vote.
    pub is_observer: bool,
    /// State of the link.
    pub link: LinkView,
    /// What lies before this seat.
    pub mark: Mark,
    /// Offered to explain its vote.
    pub explains: bool,
    /// In a named result: speaks first, because lowest or highest.
    pub speaks_first: Option<Extreme>,
    /// May be removed by this person.
    pub can_remove: bool,
}

/// State of a seat's link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkView {
    /// Linked.
    Linked,
    /// Quiet for 2.5 s and more.
    Slow,
    /// Lost.
    Lost,
}

/// What lies before a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// No vote yet.
    Empty,
    /// A card, face down.
    Voted,
    /// A card, face up (named rounds only).
    Card(String),
    /// Did not vote in the revealed round.
    NoVote,
    /// Revealed in an anonymous round: the card went to the middle.
    Secret,
    /// Observes.
    Observing,
    /// Came after this round began; votes in the next.
    NextRound,
}

/// Lowest or highest voter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extreme {
    /// Lowest.
    Low,
    /// Highest.
    High,
}

/// One card of the hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardView {
    /// Position in the hand.
    pub index: usize,
    /// What is printed on it; also its accessible name.
    pub label: String,
    /// The digit that picks it.
    pub key: Option<char>,
    /// Picked.
    pub is_picked: bool,
}

/// What the round is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundView {
    /// 1-based round of this story.
    pub number: usize,
    /// Votes in.
    pub n_voted: usize,
    /// Voters who are linked.
    pub n_voters: usize,
    /// Nobody will be named.
    pub is_anonymous: bool,
    /// Phase.
    pub phase: PhaseView,
}

/// Phase of the round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhaseView {
    /// Cards are picked.
    Voting,
    /// All are in; revealing in `seconds` unless somebody stops it.
    Countdown {
        /// Whole seconds left, 1 to 3.
        seconds: u32,
    },
    /// Ballots are being opened; `seconds` since then.
    Opening,
    /// Cards are turned.
    Revealed,
    /// The round cannot be counted.
    Void(VoidView),
}

/// Why a round cannot be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoidView {
    /// Named people left during the reveal.
    Left(Vec<String>),
    /// Named people sent something that does not match what they committed to.
    DoesNotMatch(Vec<String>),
    /// The sum cannot be; nobody can be named.
    ImpossibleSum,
    /// A seat's browser refused to open, because the list was not what it knew.
    Refused(String),
}

/// The comment box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentView {
    /// What was typed.
    pub text: String,
    /// Characters allowed.
    pub limit: usize,
}

/// A revealed round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultView {
    /// 1-based round of the story.
    pub number: usize,
    /// One bar per card that got votes, deck order, add-ons last.
    pub bars: Vec<BarView>,
    /// `None` where the deck has no numbers.
    pub average: Option<String>,
    /// Number or card.
    pub median: Option<String>,
    /// Lowest card.
    pub lowest: Option<String>,
    /// Highest card.
    pub highest: Option<String>,
    /// Whole per cent, as a number.
    pub agreement: Option<u8>,
    /// Deck steps between lowest and highest, and what that means.
    pub spread: Option<(u16, TalkView)>,
    /// Card suggested as the estimate.
    pub suggestion: Option<String>,
    /// Ballots cast (no-votes not counted).
    pub n_votes: u32,
    /// Ballots checked of ballots published: `5 of 5 ballots verified`.
    pub verified: (usize, usize),
    /// Why this result hides nobody, if so.
    pub exposed: Option<Exposed>,
    /// In an anonymous round with a spread: how many lowest, how many highest.
    pub extremes: Option<(u32, u32)>,
    /// Comments (name only in named rounds).
    pub comments: Vec<(Option<String>, String)>,
    /// This person may offer to explain; `Some(true)` if it did.
    pub explain: Option<bool>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarView {
    /// Card.
    pub label: String,
    /// Votes.
    pub count: u32,
    /// 0 to 100, of the largest bar.
    pub length: u8,
    /// Among the most frequent.
    pub is_mode: bool,
    /// An add-on card.
    pub is_add_on: bool,
    /// Who (named rounds only).
    pub names: Vec<String>,
}

/// What a spread means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TalkView {
    /// All on one card.
    Consensus,
    /// One step.
    Close,
    /// Two or more: talk.
    Talk,
}

/// Why a result hides nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exposed {
    /// One voter.
    Alone,
    /// Two voters: each knows the other's card.
    Two,
    /// All on one card.
    Unanimous,
}

/// Choosing the estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EstimateView {
    /// Cards to choose from.
    pub options: Vec<String>,
    /// Suggested, never set by itself.
    pub suggestion: Option<String>,
    /// Saved before.
    pub saved: Option<String>,
    /// May be saved by this person.
    pub can_save: bool,
}

/// One line of the running list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryLineView {
    /// 1-based.
    pub number: usize,
    /// May be empty.
    pub title: String,
    /// Saved estimate.
    pub estimate: Option<String>,
    /// Rounds voted.
    pub n_rounds: usize,
    /// Whole per cent in the last round.
    pub agreement: Option<u8>,
    /// On the table now.
    pub is_current: bool,
}

/// The shared timer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimerView {
    /// `02:59`; when off, the length that would start.
    pub text: String,
    /// Runs.
    pub is_running: bool,
    /// Four fifths are used.
    pub is_late: bool,
    /// Used up.
    pub is_over: bool,
    /// Length in minutes that `T` starts.
    pub minutes: u32,
}

/// Rules of the session.
#[derive(Clone, Debug, PartialEq)]
pub struct RulesView {
    /// Decks to choose from, presets first.
    pub decks: Vec<DeckLine>,
    /// Position of the deck in use; `None` if it is a custom deck not saved here.
    pub deck: Option<usize>,
    /// Name and cards of the deck in use.
    pub deck_in_use: DeckLine,
    /// `∞`, `?`, `☕` are on.
    pub add_ons: [bool; 3],
    /// Votes are anonymous.
    pub is_anonymous: bool,
    /// Everyone may reveal and go on, not only the facilitator.
    pub everyone_runs: bool,
    /// Reveal by itself when all are in.
    pub auto_reveal: bool,
    /// Comments may ride with votes.
    pub comments: bool,
    /// What is wrong with the custom deck that was typed.
    pub deck_problem: Option<DeckProblem>,
    /// Bumped when a custom deck was saved, so that the form empties.
    pub decks_saved: u32,
}

/// A deck to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeckLine {
    /// Which.
    pub name: DeckName,
    /// Cards, joined by a space.
    pub cards: String,
}

/// Name of a deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeckName {
    /// 0 1 2 3 5 8 …
    Fibonacci,
    /// 1 to 21.
    ShortFibonacci,
    /// With ½, 20, 40, 100.
    ModifiedFibonacci,
    /// XS to XXL.
    TShirt,
    /// 1 to 64.
    PowersOfTwo,
    /// 1 to 40.
    Hours,
    /// Confidence.
    FiveFingers,
    /// Ready, not ready.
    Ready,
    /// A deck of the person's own.
    Custom(String),
}

/// What is wrong with a custom deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeckProblem {
    /// Fewer than 3 cards.
    TooFew(usize),
    /// More than 20 cards.
    TooMany(usize),
    /// A card longer than 10 characters.
    CardTooLong(String),
    /// The same card twice.
    Twice(String),
    /// A value that is no number.
    NotANumber(String),
    /// No name was given.
    NoName,
    /// A card clashes with an add-on card.
    AddOn(String),
}

/// The invite panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteView {
    /// The link, as soon as it exists (hosts), or the one this guest came by.
    pub link: Option<String>,
    /// Host names of the STUN servers asked, empty when only this network is used.
    pub stun: Vec<String>,
    /// What became of the replies pasted last, newest first.
    pub outcomes: Vec<ReplyOutcome>,
    /// Bumped when a paste was used up, so that the box empties.
    pub pastes: u32,
    /// The system share sheet exists.
    pub can_share: bool,
    /// The browser cannot link to others at all.
    pub no_webrtc: bool,
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
