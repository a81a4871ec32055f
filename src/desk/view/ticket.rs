//! Writing back to a tracker as it is seen.

use crate::web::AddressProblem;

pub use crate::exchange::{Tracker, Trouble};

/// Writing one story back; everything that cannot be done is not shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TicketView {
    /// The person's own settings.
    pub settings: TokensView,
    /// The story's ticket, if it may be written to.
    pub way: Option<TicketWay>,
    /// The host of the story's ticket, whether it may be written to or not; empty: no ticket.
    pub host: String,
    /// Something is on its way, to this ticket or another.
    pub is_busy: bool,
    /// Where it stands with this story.
    pub step: TicketStep,
}

/// Settings; no token is among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokensView {
    /// Trackers may be written to.
    pub is_on: bool,
    /// The estimate goes there, too.
    pub sends_estimate: bool,
    /// Hosts that there is a token for.
    pub hosts: Vec<String>,
    /// What is wrong with what was given last.
    pub problem: Option<TokenProblem>,
    /// Counts what was saved, so that saving again is heard again.
    pub n_saved: u32,
    /// The kept settings cannot be read and stay: what is set here is not kept.
    pub is_unreadable: bool,
}

/// What is wrong with a token or its host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenProblem {
    /// The host.
    Host(AddressProblem),
    /// There is no token, or it has letters that no token has.
    Token,
    /// There is room for so many.
    TooMany(usize),
}

/// A ticket that may be written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketWay {
    /// Which tracker.
    pub tracker: Tracker,
    /// Host and port.
    pub host: String,
    /// As people write it, `owner/repository#7`.
    pub name: String,
}

/// Where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TicketStep {
    /// Nothing is to be sent.
    #[default]
    Nothing,
    /// This would leave; it has not.
    Shown(Box<LeavingView>),
    /// It has left.
    Sending {
        /// To whom.
        way: TicketWay,
        /// No answer for a while.
        is_slow: bool,
    },
    /// It is over.
    Over {
        /// To whom it went.
        way: TicketWay,
        /// Where the comment is, or why it is not there.
        comment: Result<String, Trouble>,
        /// What came of the estimate; `None`: it was not sent.
        estimate: Option<Result<(), Trouble>>,
    },
}

/// Everything that leaves, to the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeavingView {
    /// To whom.
    pub way: TicketWay,
    /// Where the comment is posted.
    pub url: String,
    /// The comment.
    pub text: String,
    /// What becomes of the estimate.
    pub estimate: EstimateView,
    /// This very comment was sent before.
    pub earlier: Option<SentBefore>,
}

/// What becomes of the estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EstimateView {
    /// Nothing: it is switched off, or there is none.
    Stays,
    /// It becomes a label; the one of last time, if it was another, stays.
    Label(String, Option<String>),
    /// It becomes the weight.
    Weight(u32),
    /// It is not a whole number, and the tracker takes no other.
    NotWhole(String),
}

/// This very comment was sent before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentBefore {
    /// When, in ms since 1970.
    pub at_ms: i64,
    /// It is there; otherwise nobody knows.
    pub is_certain: bool,
}
