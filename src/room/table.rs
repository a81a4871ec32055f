//! What everybody at the table sees, as one value.

use litemap::LiteMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::ballot::{Commitment, Mode, Opening, PublicKey, Terms};
use crate::meeting::{Meeting, Purpose};
use crate::order::ascending;
use crate::poker::{AddOns, Deck, DeckKind, Hand};

use super::outcome::Outcome;

/// Names a seat at one table; given by the host, never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SeatId(pub u32);

/// Everything shared at one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Names the session; derived from the room secret.
    pub session: [u8; 16],
    /// How votes are taken.
    pub rules: Rules,
    /// Everyone, lost seats included, by seat.
    #[serde(deserialize_with = "crate::order::read_map")]
    pub seats: LiteMap<SeatId, Seat>,
    /// The next seat gets this number.
    pub next_seat: u32,
    /// Stories in the order they came; the last is the current one. Never empty.
    pub stories: Vec<Story>,
    /// The vote on the current story.
    pub round: Round,
    /// The shared timer, if it runs.
    pub timer: Option<Timer>,
    /// Counts the hosts of this session, from 1; of two hosts the later one holds.
    pub epoch: u32,
    /// Takes over when the host is lost.
    pub deputy: Option<SeatId>,
    /// Opened the table.
    pub founder: SeatId,
    /// What the session is for, may be empty.
    pub goal: String,
    /// The meeting, if the table was opened for one.
    pub meeting: Option<Box<Meeting>>,
    /// Counted votes that were no estimates, oldest first.
    pub polls: Vec<Poll>,
}

/// A counted vote that was no estimate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// What was asked.
    pub purpose: Purpose,
    /// Number of the story it was about, 1-based.
    pub story: u32,
    /// What came of it.
    pub outcome: Outcome,
}

/// How votes are taken; every seat sees it before it votes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent switches of one session"
)]
pub struct Rules {
    /// Cards.
    pub deck: Deck,
    /// `∞`, `?`, `☕`.
    pub add_ons: AddOns,
    /// Nobody can split the tally into names.
    pub is_anonymous: bool,
    /// Everyone may reveal, vote again, save and go on; else the facilitator.
    pub everyone_runs: bool,
    /// Reveal by itself when all votes are in.
    pub auto_reveal: bool,
    /// Comments ride with votes.
    pub comments: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            deck: Deck::preset(DeckKind::Fibonacci),
            add_ons: AddOns::default(),
            is_anonymous: true,
            everyone_runs: true,
            auto_reveal: false,
            comments: false,
        }
    }
}

impl Rules {
    /// Whether a vote cast under one of the two means the same under the other.
    pub fn votes_like(&self, other: &Self) -> bool {
        self.deck == other.deck
            && self.add_ons == other.add_ons
            && self.is_anonymous == other.is_anonymous
            && self.comments == other.comments
    }
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts about one person"
)]
pub struct Seat {
    /// Unique at this table.
    pub name: String,
    /// X25519 key of this session.
    pub key: PublicKey,
    /// Holds the session; the facilitator.
    pub is_host: bool,
    /// Sees, does not vote.
    pub is_observer: bool,
    /// As the host sees it.
    pub link: Link,
    /// Removed, but can still be brought back.
    pub is_removed: bool,
    /// Could hold the table in the host's place.
    pub may_deputise: bool,
    /// Has no browser of its own; the host's holds it.
    pub is_held: bool,
}

/// State of a seat's link to the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Link {
    /// Heard within the last seconds.
    Linked,
    /// Quiet for [`super::SLOW_AFTER_MS`].
    Slow,
    /// Gone, or quiet for [`super::LOST_AFTER_MS`].
    Lost,
}

/// One story.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// May be empty.
    pub title: String,
    /// What the team settled on.
    pub estimate: Option<String>,
    /// Counted rounds, oldest first.
    pub rounds: Vec<Outcome>,
    /// When it came on the table, ms since 1970, host's clock.
    pub began_ms: i64,
    /// When the estimate was saved.
    pub estimated_ms: Option<i64>,
    /// Where it lives in the tracker, as somebody gave it; may be empty.
    pub link: String,
}

/// One vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Counts up over the whole session, from 1.
    pub number: u32,
    /// Counts up whenever the roll or the terms change before the list is published.
    pub attempt: u32,
    /// Who votes, ordered by key.
    pub roll: Vec<RollEntry>,
    /// What is asked.
    pub purpose: Purpose,
    /// Where it stands.
    pub phase: Phase,
    /// Seats that offered to explain their vote.
    pub explains: Vec<SeatId>,
    /// When the cards turn by themselves, ms since 1970, host's clock.
    pub countdown_ends_ms: Option<i64>,
}

/// A seat on the roll; outlives the seat itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollEntry {
    /// Which seat.
    pub seat: SeatId,
    /// Its key.
    pub key: PublicKey,
    /// Its name when the roll was called.
    pub name: String,
}

/// Where a round stands (docs/ballot.md).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phase {
    /// Cards are picked, changed, taken back.
    Voting {
        /// Who committed to what.
        #[serde(deserialize_with = "crate::order::read_map")]
        commitments: LiteMap<SeatId, Commitment>,
    },
    /// The reveal was asked for; seats without a card commit to "no vote".
    Closing {
        /// Who committed to what.
        #[serde(deserialize_with = "crate::order::read_map")]
        commitments: LiteMap<SeatId, Commitment>,
    },
    /// The complete list is published; seats check it and open.
    Opening {
        /// Commitments in roll order.
        list: Vec<Commitment>,
    },
    /// Counted; the result is the last of the story's rounds.
    Revealed {
        /// Commitments in roll order.
        list: Vec<Commitment>,
        /// Openings in roll order.
        openings: Vec<Opening>,
    },
    /// Cannot be counted.
    Void {
        /// Why.
        reason: VoidReason,
    },
}

/// Why a round cannot be counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VoidReason {
    /// These left, or did not open in time, after the list was published.
    Left(Vec<String>),
    /// These opened something else than they committed to.
    DoesNotMatch(Vec<String>),
    /// The sum cannot be; nobody can be named.
    ImpossibleSum,
    /// This seat refused to open, because the list was not what it knew.
    Refused(String),
}

/// The shared timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timer {
    /// When it is used up, ms since 1970, host's clock.
    pub ends_ms: i64,
    /// Its length in seconds.
    pub length_s: u32,
}

impl Story {
    /// The empty place of a story that is on the table again, under another number.
    pub fn is_vacant(&self) -> bool {
        *self == Self::default()
    }
}

impl Table {
    /// An empty table with its first story and no seat.
    pub fn new(session: [u8; 16], rules: Rules, now_ms: i64) -> Self {
        let story = Story {
            began_ms: now_ms,
            ..Story::default()
        };
        Self {
            session,
            rules,
            seats: LiteMap::new_vec(),
            next_seat: 1,
            stories: vec![story],
            round: Round {
                number: 1,
                attempt: 0,
                roll: Vec::new(),
                purpose: Purpose::Estimate,
                phase: Phase::Voting {
                    commitments: LiteMap::new_vec(),
                },
                explains: Vec::new(),
                countdown_ends_ms: None,
            },
            timer: None,
            epoch: 1,
            deputy: None,
            founder: SeatId(1),
            goal: String::new(),
            meeting: None,
            polls: Vec::new(),
        }
    }

    /// The cards of this round.
    pub fn hand(&self) -> Hand {
        let (deck, add_ons) = self.cards();
        Hand::of(&deck, add_ons)
    }

    /// The deck of this round and its add-ons: the session's for an estimate, fixed ones
    /// for everything else that is asked.
    pub(super) fn cards(&self) -> (Deck, AddOns) {
        let kind = match self.round.purpose {
            Purpose::Estimate => return (self.rules.deck.clone(), self.rules.add_ons),
            Purpose::Confidence | Purpose::Closing => DeckKind::FiveFingers,
            Purpose::Ready => DeckKind::Ready,
        };
        let none = AddOns {
            infinity: false,
            unsure: false,
            coffee: false,
        };
        (Deck::preset(kind), none)
    }

    /// What everybody agrees on before this round's vote; `None` while nobody votes.
    pub fn terms(&self) -> Option<Terms> {
        let hand = self.hand();
        let mode = if self.rules.is_anonymous {
            Mode::Anonymous
        } else {
            Mode::Named
        };
        Terms::new(
            self.session,
            self.round.number,
            self.round.attempt,
            hand.digest(),
            u16::try_from(hand.n_choices()).ok()?,
            mode,
            self.rules.comments,
            self.round.roll.iter().map(|entry| entry.key).collect(),
        )
        .ok()
    }

    /// The story on the table.
    pub fn story(&self) -> Option<&Story> {
        self.stories.last()
    }

    /// The result shown, if the round is revealed.
    pub fn outcome(&self) -> Option<&Outcome> {
        match self.round.phase {
            Phase::Revealed { .. } if self.round.purpose == Purpose::Estimate => {
                self.story()?.rounds.last()
            }
            Phase::Revealed { .. } => self.polls.last().map(|poll| &poll.outcome),
            Phase::Voting { .. }
            | Phase::Closing { .. }
            | Phase::Opening { .. }
            | Phase::Void { .. } => None,
        }
    }

    /// Seats that vote when a roll is called now, ordered by key.
    pub fn voters(&self) -> Vec<SeatId> {
        let voters = self
            .seats
            .iter()
            .filter(|(_, seat)| !seat.is_observer && !seat.is_removed && seat.link != Link::Lost)
            .map(|(id, seat)| (seat.key, *id));
        ascending(voters).into_iter().map(|(_, id)| id).collect()
    }

    /// Seats that could follow a deputy if the host were lost: all with a browser of
    /// their own that are not the host's, removed or lost.
    pub fn followers(&self) -> Vec<SeatId> {
        let follows = |seat: &Seat| {
            !seat.is_host && !seat.is_removed && !seat.is_held && seat.link != Link::Lost
        };
        let seats = self.seats.iter().filter(|(_, seat)| follows(seat));
        seats.map(|(id, _)| *id).collect()
    }

    /// Seats of the current roll.
    pub fn roll_seats(&self) -> Vec<SeatId> {
        self.round.roll.iter().map(|entry| entry.seat).collect()
    }

    /// Whether this seat has committed in the current attempt.
    pub fn has_voted(&self, seat: SeatId) -> bool {
        self.commitments()
            .is_some_and(|commitments| commitments.contains_key(&seat))
    }

    /// Commitments so far, while they are still being made.
    pub fn commitments(&self) -> Option<&LiteMap<SeatId, Commitment>> {
        match &self.round.phase {
            Phase::Voting { commitments } | Phase::Closing { commitments } => Some(commitments),
            Phase::Opening { .. } | Phase::Revealed { .. } | Phase::Void { .. } => None,
        }
    }

    /// A short digest of the whole state, to notice when two seats differ.
    pub fn digest(&self) -> u64 {
        let bytes = postcard::to_allocvec(self).unwrap_or_default();
        let hash = Sha256::digest(&bytes);
        hash.iter()
            .take(8)
            .fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
    }
}
