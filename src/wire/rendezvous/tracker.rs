//! The words of a tracker for web peers, as JSON (`docs/wire.md` §12).
//!
//! A tracker is a stranger, and passes on what other strangers say: whatever is
//! not one of the few words needed here is `None`, and nothing read is trusted.
//! Fields that are not ours are skipped, because every tracker adds its own.

use serde::{Deserialize, Serialize};

use super::ID_CHARS;

/// Longest message read or sent, in bytes: what the trackers in use take.
pub const MAX_TEXT_BYTES: usize = 64 * 1024;
/// Longest complaint of a tracker that is kept, in characters.
const MAX_REASON_CHARS: usize = 200;

/// One sealed copy of an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedOffer {
    /// Names this copy.
    pub offer_id: String,
    /// [`super::Rendezvous::seal_offer`] for that name.
    pub sealed: String,
}

/// Whether a peer comes, stays or goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// First word on a socket.
    Comes,
    /// Still there.
    Stays,
    /// Last word.
    Goes,
}

/// Who speaks: to a tracker, somebody who has all and somebody who wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Waits for offers.
    Host,
    /// Makes offers.
    Guest,
}

/// What a tracker says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It took an announce; the next is welcome after this time, in seconds.
    Interval(u32),
    /// Somebody offers.
    Offer {
        /// Who, to the tracker.
        peer_id: String,
        /// Names the offer.
        offer_id: String,
        /// Sealed text.
        sealed: String,
    },
    /// Somebody answers.
    Answer {
        /// The offer that is answered.
        offer_id: String,
        /// Sealed text.
        sealed: String,
    },
    /// It does not do what it was asked; its words, for the log.
    Refused(String),
}

#[derive(Serialize)]
struct Announce<'a> {
    action: &'static str,
    info_hash: &'a str,
    peer_id: &'a str,
    numwant: usize,
    uploaded: u8,
    downloaded: u8,
    left: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'static str>,
    offers: Vec<Offered<'a>>,
}

#[derive(Serialize)]
struct Offered<'a> {
    offer_id: &'a str,
    offer: Described<'a>,
}

#[derive(Serialize)]
struct Answered<'a> {
    action: &'static str,
    info_hash: &'a str,
    peer_id: &'a str,
    to_peer_id: &'a str,
    offer_id: &'a str,
    answer: Described<'a>,
}

/// What trackers take for a session description.
#[derive(Serialize)]
struct Described<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    sdp: &'a str,
}

/// Says that one is there, with offers to hand out to others. A tracker gives
/// each to another, random member.
pub fn announce(
    info_hash: &str,
    peer_id: &str,
    side: Side,
    presence: Presence,
    offers: &[SealedOffer],
) -> String {
    text(&Announce {
        action: "announce",
        info_hash,
        peer_id,
        numwant: offers.len(),
        uploaded: 0,
        downloaded: 0,
        left: match side {
            Side::Host => 0,
            Side::Guest => 1,
        },
        event: match presence {
            Presence::Comes => Some("started"),
            Presence::Stays => None,
            Presence::Goes => Some("stopped"),
        },
        offers: offers
            .iter()
            .map(|one| Offered {
                offer_id: &one.offer_id,
                offer: Described {
                    kind: "offer",
                    sdp: &one.sealed,
                },
            })
            .collect(),
    })
}

/// Answers an offer. There is no `event` in it: one tracker in use takes a
/// message with an event for an announce and drops the answer.
pub fn answer(
    info_hash: &str,
    peer_id: &str,
    to_peer_id: &str,
    offer_id: &str,
    sealed: &str,
) -> String {
    text(&Answered {
        action: "announce",
        info_hash,
        peer_id,
        to_peer_id,
        offer_id,
        answer: Described {
            kind: "answer",
            sdp: sealed,
        },
    })
}

fn text(said: &impl Serialize) -> String {
    serde_json::to_string(said).unwrap_or_default()
}

#[derive(Deserialize)]
struct Words {
    info_hash: Option<String>,
    peer_id: Option<String>,
    offer_id: Option<String>,
    offer: Option<Sealed>,
    answer: Option<Sealed>,
    interval: Option<u32>,
    #[serde(rename = "failure reason")]
    failure: Option<String>,
}

#[derive(Deserialize)]
struct Sealed {
    sdp: String,
}

/// Reads what a tracker says about this room; `None` for everything else.
pub fn read(text: &str, info_hash: &str) -> Option<Heard> {
    if text.len() > MAX_TEXT_BYTES {
        return None;
    }
    let words: Words = serde_json::from_str(text).ok()?;
    if let Some(reason) = words.failure {
        return Some(Heard::Refused(
            reason.chars().take(MAX_REASON_CHARS).collect(),
        ));
    }
    if words.info_hash? != info_hash {
        return None;
    }
    if let Some(answer) = words.answer {
        return Some(Heard::Answer {
            offer_id: words.offer_id.filter(|id| is_id(id))?,
            sealed: answer.sdp,
        });
    }
    if let Some(offer) = words.offer {
        return Some(Heard::Offer {
            peer_id: words.peer_id.filter(|id| is_id(id))?,
            offer_id: words.offer_id.filter(|id| is_id(id))?,
            sealed: offer.sdp,
        });
    }
    words.interval.map(Heard::Interval)
}

/// Twenty bytes, each written as one character.
fn is_id(id: &str) -> bool {
    id.chars().count() == ID_CHARS && id.chars().all(|c| u32::from(c) <= 0xff)
}
