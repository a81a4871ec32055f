//! What seats say to each other: intents up, numbered events down.
//!
//! These are border types: they travel as they are (docs/wire.md §11).

use serde::{Deserialize, Serialize};

use crate::ballot::{Commitment, Opening, PublicKey};
use crate::meeting::{Act, Purpose};

use super::table::{Link, Rules, SeatId, Table, VoidReason};
pub use super::told::{Refusal, Told};

/// From a guest to the host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToHost {
    /// The first message: who sits down.
    Hello {
        /// Name, at most [`super::MAX_NAME_CHARS`].
        name: String,
        /// X25519 key of this session.
        key: PublicKey,
        /// Shows that the key is the sender's own (docs/ballot.md, seat proof).
        proof: [u8; 16],
        /// Sees, does not vote.
        is_observer: bool,
        /// Names the page, over reloads: the numbers of its intents go on.
        page: i64,
        /// Could hold the table in the host's place.
        may_deputise: bool,
    },
    /// Something a seat wants; numbered from 1 without gaps, so that it arrives once.
    Intent {
        /// Number.
        id: u32,
        /// What.
        intent: Intent,
    },
    /// Still here, at this event.
    Beat {
        /// Last event applied.
        seq: u32,
        /// The newest time of the host's clock that was heard.
        echo_ms: i64,
    },
    /// Events are missing from this one on; 0 asks for everything.
    NeedFrom {
        /// First missing event.
        seq: u32,
    },
    /// Leaves.
    Bye,
    /// Something for another seat, which the host passes on without looking.
    Relay {
        /// To whom.
        to: SeatId,
        /// At most [`super::MAX_RELAY_BYTES`].
        bytes: Vec<u8>,
    },
    /// The deputy's links to everybody stand.
    Warm,
    /// To a deputy: this seat lost the host too, and hears no other for a while.
    Support {
        /// Of the claim.
        epoch: u32,
    },
    /// To somebody who was the host: this seat follows a later one.
    Deposed {
        /// Of the later one.
        epoch: u32,
    },
}

/// From the host to a guest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToGuest {
    /// The host's key, so that a returning seat can prove itself. First message.
    Greeting {
        /// X25519 key of the host's seat.
        key: PublicKey,
        /// Names the session.
        session: [u8; 16],
        /// Counts the hosts of the session.
        epoch: u32,
        /// The host knows of a later epoch and is sure that nobody else holds the table.
        insists: bool,
    },
    /// The whole state.
    Snapshot {
        /// The receiver's seat.
        seat: SeatId,
        /// Last event contained.
        seq: u32,
        /// Last intent of this seat that was taken.
        acked: u32,
        /// Host's clock, ms since 1970.
        now_ms: i64,
        /// State.
        table: Box<Table>,
    },
    /// News, numbered without gaps.
    Events {
        /// Number of the first.
        first: u32,
        /// In order.
        events: Vec<TableEvent>,
        /// Last intent of the receiver that was taken.
        acked: u32,
        /// Counts the hosts of the session.
        epoch: u32,
    },
    /// Still here.
    Beat {
        /// Last event published.
        seq: u32,
        /// Digest of the state after it.
        digest: u64,
        /// Last intent of the receiver that was taken.
        acked: u32,
        /// Host's clock, ms since 1970.
        now_ms: i64,
        /// Counts the hosts of the session.
        epoch: u32,
    },
    /// A word to this seat alone.
    Told(Told),
    /// Something another seat sent through the host.
    Relayed {
        /// From whom.
        from: SeatId,
        /// At most [`super::MAX_RELAY_BYTES`].
        bytes: Vec<u8>,
    },
    /// From a deputy: still here, in this epoch.
    Standing {
        /// The deputy's.
        epoch: u32,
    },
    /// From a deputy that lost the host: it would hold the table from now on.
    Claim {
        /// One more than the lost host's.
        epoch: u32,
    },
    /// From a host: the deputy holds the table from now on.
    Resigned {
        /// The host's own.
        epoch: u32,
    },
}

/// Something a seat wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Intent {
    /// Commit to a (still secret) vote; replaces the seat's earlier one.
    Commit {
        /// Round meant.
        round: u32,
        /// Attempt meant.
        attempt: u32,
        /// Commitment.
        commitment: Commitment,
    },
    /// Take the vote back.
    Withdraw {
        /// Round meant.
        round: u32,
        /// Attempt meant.
        attempt: u32,
    },
    /// Open the commitment.
    Open {
        /// Round meant.
        round: u32,
        /// Attempt meant.
        attempt: u32,
        /// Opening.
        opening: Opening,
    },
    /// Refuse to open: the published list is not what this seat knows.
    Refuse {
        /// Round meant.
        round: u32,
    },
    /// Turn the cards.
    Reveal {
        /// Round meant.
        round: u32,
    },
    /// Stop the countdown.
    StopCountdown {
        /// Round meant.
        round: u32,
    },
    /// A new round on the same story.
    VoteAgain {
        /// Round that is over.
        round: u32,
    },
    /// A new story.
    NextStory {
        /// Number of the current story, 1-based.
        after: u32,
        /// Its title, may be empty.
        title: String,
    },
    /// Title of the current story.
    Title {
        /// Number of the story meant, 1-based.
        story: u32,
        /// New title.
        title: String,
    },
    /// Save the estimate of the current story.
    Save {
        /// Number of the story meant, 1-based.
        story: u32,
        /// A card's label.
        estimate: String,
    },
    /// Offer to explain one's vote, or take the offer back.
    Explain {
        /// Offer.
        on: bool,
    },
    /// Start the timer with this many seconds; 0 stops it.
    Timer {
        /// Seconds.
        length_s: u32,
    },
    /// A new name.
    Rename {
        /// Name.
        name: String,
    },
    /// Observe, or vote.
    Observe {
        /// Observe.
        on: bool,
    },
    /// New rules (facilitator).
    SetRules(Box<Rules>),
    /// Remove a seat (facilitator).
    Remove {
        /// Which.
        seat: SeatId,
    },
    /// Bring a removed seat back (facilitator).
    Restore {
        /// Which.
        seat: SeatId,
    },
    /// A reply somebody pasted at this seat, for the host to take.
    Forward {
        /// The reply's code.
        code: String,
    },
    /// This seat is to be the deputy (facilitator).
    Appoint {
        /// Which.
        seat: SeatId,
    },
    /// This seat is to hold the table (facilitator).
    HandOver {
        /// Which.
        seat: SeatId,
    },
    /// The seat that opened the table wants to hold it again.
    TakeBack,
    /// A planned story comes on the table (facilitator).
    Bring {
        /// Number of the story meant, 1-based.
        story: u32,
        /// Its title.
        title: String,
        /// Where it lives in the tracker, may be empty.
        link: String,
    },
    /// Something is done in the meeting.
    Meet(Act),
    /// A vote on something else.
    Ask {
        /// Round that is over, or open without a card.
        round: u32,
        /// On what.
        purpose: Purpose,
    },
}

/// Something that happened at the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TableEvent {
    /// A seat was taken.
    Sat {
        /// Number.
        seat: SeatId,
        /// Name.
        name: String,
        /// Key.
        key: PublicKey,
        /// Holds the session.
        is_host: bool,
        /// Sees, does not vote.
        is_observer: bool,
        /// Could hold the table in the host's place.
        may_deputise: bool,
        /// Has no browser of its own; the host's holds it.
        is_held: bool,
    },
    /// A seat is gone for good.
    Gone(SeatId),
    /// A seat's link changed.
    Linked(SeatId, Link),
    /// A seat has another name.
    Renamed(SeatId, String),
    /// A seat observes, or votes.
    Observes(SeatId, bool),
    /// A seat was removed (`true`) or brought back.
    Removed(SeatId, bool),
    /// A new attempt with this roll, ordered by key.
    RollCalled(Vec<SeatId>),
    /// A seat committed.
    Committed(SeatId, Commitment),
    /// A seat took its vote back.
    Withdrew(SeatId),
    /// Cards turn at this time, ms since 1970, host's clock.
    CountdownBegan(i64),
    /// They do not.
    CountdownStopped,
    /// The reveal was asked for.
    ClosingBegan,
    /// The complete list, in roll order.
    ListPublished(Vec<Commitment>),
    /// All openings, in roll order.
    OpeningsPublished(Vec<Opening>),
    /// The round cannot be counted.
    Voided(VoidReason),
    /// A new round on the same story.
    RoundBegan,
    /// A new story.
    StoryBegan {
        /// Title, may be empty.
        title: String,
        /// Host's clock, ms since 1970.
        now_ms: i64,
    },
    /// The current story has this title.
    Titled(String),
    /// The current story has this estimate.
    Estimated {
        /// A card's label.
        estimate: String,
        /// Host's clock, ms since 1970.
        now_ms: i64,
    },
    /// A seat offers to explain, or not.
    Explains(SeatId, bool),
    /// New rules; votes that are out are cleared.
    RulesChanged(Box<Rules>),
    /// The timer ends at this time (host's clock) after so many seconds.
    TimerBegan {
        /// ms since 1970.
        ends_ms: i64,
        /// Seconds.
        length_s: u32,
    },
    /// The timer stopped.
    TimerStopped,
    /// This seat takes over when the host is lost.
    DeputyIs(Option<SeatId>),
    /// The current story is a planned one.
    Brought {
        /// Its title.
        title: String,
        /// Where it lives in the tracker, may be empty.
        link: String,
    },
    /// Something was done in the meeting.
    Met {
        /// By whom.
        seat: SeatId,
        /// What.
        act: Act,
        /// Host's clock, ms since 1970.
        now_ms: i64,
    },
    /// A new round, in which this is asked.
    Asked(Purpose),
}

impl Intent {
    /// Whether a voter sends it by itself, looking at the table.
    pub(super) fn is_of_ballot(&self) -> bool {
        matches!(
            self,
            Self::Commit { .. } | Self::Withdraw { .. } | Self::Open { .. } | Self::Refuse { .. }
        )
    }
}
