//! Ways to the table and back as they are seen.

use super::ReplyOutcome;

/// The name form.
#[derive(Clone, Debug, PartialEq)]
pub struct NameView {
    /// Host (button `Continue`) or guest (button `Join`).
    pub purpose: NamePurpose,
    /// Remembered name, or what was typed before the program arrived.
    pub name: String,
    /// Host names of the trackers that `Join` asks for the table.
    pub trackers: Vec<String>,
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
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts of a wait, each its own"
)]
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
    /// The host knows this browser: the link opens by itself within seconds.
    pub is_expected: bool,
    /// The host knew this browser, and could not be reached so.
    pub is_known: bool,
    /// The host's browser may remember this one.
    pub remember: bool,
    /// The page also looks for the host by itself; the reply may not be needed.
    pub calls: bool,
    /// Waited long: show the advice for networks.
    pub is_long: bool,
}

/// A page on its way back to its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayBackView {
    /// The reply that leads back, once no door opened by itself.
    pub reply_link: Option<String>,
    /// Whether it is on the clipboard: not known yet, yes, or refused by the browser.
    pub copied: Option<bool>,
    /// `02:10`: how long it has been looked for.
    pub waited: String,
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
