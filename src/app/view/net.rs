//! The network as it is seen: servers, ways to the others, what this network allows.

use super::LinkView;
pub use crate::saved::Password;

/// What is wrong with a line of one's own list of servers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IceProblem {
    /// It is no address of a STUN server.
    NoAddress(String),
    /// A TURN server needs credentials, and so has a box of its own.
    IsTurn(String),
}

/// This browser's own TURN server, as given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurnView {
    /// Its address, empty: none.
    pub url: String,
    /// User name there.
    pub user: String,
    /// Password there.
    pub password: Password,
    /// New connections are given it.
    pub is_used: bool,
    /// Why they are not.
    pub problem: Option<TurnProblem>,
}

/// Why a TURN server cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TurnProblem {
    /// This is no address of a TURN server.
    NoAddress(String),
    /// User name or password is missing.
    NoCredentials,
}

/// How this screen is linked to the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectionView {
    /// A guest's link to the table; a host has none.
    pub own: Option<OwnLink>,
    /// The links of this browser, one for each seat it is linked to.
    pub ways: Vec<WayView>,
}

/// A guest's link to the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnLink {
    /// Its state.
    pub link: LinkView,
    /// How long it has been trying to come back.
    pub waited: Option<String>,
}

/// One link of this browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayView {
    /// Who is at the far end.
    pub name: String,
    /// Its state.
    pub link: LinkView,
    /// How long it has been trying to come back.
    pub waited: Option<String>,
    /// What the browser says of it.
    pub path: Option<PathView>,
}

impl WayView {
    /// Bytes pass.
    pub fn is_linked(&self) -> bool {
        self.link != LinkView::Lost
    }
}

/// The way that a link takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathView {
    /// A TURN server passes the bytes on.
    pub is_relayed: bool,
    /// There and back in ms, if the browser knows.
    pub round_trip_ms: Option<String>,
}

/// The address of this computer, as its person typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LanView {
    /// It stands in the own invite or reply.
    pub in_use: Option<String>,
    /// What was typed, if nobody can be reached there.
    pub problem: Option<String>,
}

/// People come in by the link alone: as set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RendezvousView {
    /// It is switched on; without a good line in `trackers` nothing happens.
    pub is_on: bool,
    /// Trackers as typed, one address a line.
    pub trackers: String,
    /// The first line that is no address of a tracker.
    pub problem: Option<String>,
}
