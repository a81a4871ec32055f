//! The table as it is seen: story, seats, hand, round, timer.

use super::meeting::{MeetingNow, Purpose};
use super::net::ConnectionView;
use super::result::{EstimateView, ResultView};
use super::rules::{InviteView, RulesView};
use super::{SeatId, WayBackView};

/// The table.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "marks on the screen, each its own"
)]
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
    /// What the session is for, may be empty.
    pub goal: String,
    /// The story shown.
    pub story: StoryView,
    /// Where the shown story stands among those planned for this table, on the screen of
    /// whoever opened it.
    pub agenda: Option<AgendaView>,
    /// The meeting that is held at this table.
    pub meeting: Option<MeetingNow>,
    /// What the round asks.
    pub purpose: Purpose,
    /// Everyone, in the order they sat down.
    pub seats: Vec<SeatView>,
    /// The hand, in deck order, add-ons last.
    pub hand: Vec<CardView>,
    /// Whose hands are at this screen, if there are several.
    pub hands: Vec<HandView>,
    /// The cards rest: people read, or settle what is open from last time.
    pub cards_rest: bool,
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
    /// This person opened the table, and another browser holds it now.
    pub can_take_back: bool,
    /// A host that hears so few seats that it waits.
    pub is_holding: bool,
    /// The way back to the table, while it is looked for.
    pub way_back: Option<WayBackView>,
    /// How this screen is linked to the others.
    pub connection: ConnectionView,
    /// Four emoji, equal on every honest screen, with their names.
    pub safety: Vec<(&'static str, &'static str)>,
}

/// The story shown.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "marks on the screen, each its own"
)]
pub struct StoryView {
    /// Title, may be empty.
    pub title: String,
    /// Where it lives in the tracker, if that is an address a browser may follow.
    pub link: Option<String>,
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

/// Stories planned for the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaView {
    /// The story shown, 1-based; `None`: it was not planned.
    pub at: Option<usize>,
    /// How many were planned.
    pub of: usize,
    /// Title of the one that comes next; `None`: all have been on the table.
    pub next: Option<String>,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "marks on the screen, each its own"
)]
pub struct SeatView {
    /// Which seat.
    pub id: SeatId,
    /// Name, unique at this table.
    pub name: String,
    /// One's own.
    pub is_me: bool,
    /// Holds the session.
    pub is_host: bool,
    /// Sits at the host's screen: the facilitator enters its votes.
    pub is_held: bool,
    /// Goes on with the table, should the host be lost.
    pub is_deputy: bool,
    /// May be chosen for that by this person.
    pub can_deputise: bool,
    /// Sees, does not vote.
    pub is_observer: bool,
    /// State of the link.
    pub link: LinkView,
    /// `0:12`: how long a lost seat has been trying to come back; `None` when nobody
    /// expects it any more.
    pub waited: Option<String>,
    /// What lies before this seat.
    pub mark: Mark,
    /// Offered to explain its vote.
    pub explains: bool,
    /// In a named result: speaks first, because lowest or highest.
    pub speaks_first: Option<Extreme>,
    /// May be removed by this person.
    pub can_remove: bool,
}

/// One of several hands at one screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandView {
    /// Whose.
    pub seat: SeatId,
    /// Name at the table.
    pub name: String,
    /// The one on the screen now.
    pub is_shown: bool,
    /// A card of it lies on the table.
    pub has_voted: bool,
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
