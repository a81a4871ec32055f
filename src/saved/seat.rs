//! A seat at a table that goes on, as kept: what lets a page that was loaded anew
//! continue where it was. The machine is in the wire's own encoding and belongs to
//! one version of it; another version's is damaged, and nothing but that seat is lost.

use base64ct::{Base64, Encoding};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::room::{MESSAGE_VERSION, SavedGuest, SavedHost, SeatId};

use super::{Kept, VERSION, read};

/// Keys of kept seats begin so; the rest names the room.
pub const SEAT_PREFIX: &str = "floret.seat.";

/// Key of the session this browser hosts.
pub const SESSION_KEY: &str = "floret.session";

/// Tickets kept with one seat.
const MAX_TICKETS: usize = 64;

/// A guest's seat.
#[derive(Clone, Debug)]
pub struct KeptSeat {
    /// When it was kept, ms since 1970.
    pub at_ms: i64,
    /// Newest invite known.
    pub invite: String,
    /// Codes of tickets, by the seat that waits.
    pub tickets: Vec<(SeatId, String)>,
    /// The guest itself.
    pub guest: SavedGuest,
}

/// A session as its host keeps it.
#[derive(Clone, Debug)]
pub struct KeptSession {
    /// When it was kept, ms since 1970.
    pub at_ms: i64,
    /// The room's secret.
    pub secret: [u8; 16],
    /// Codes of tickets, by the seat that waits.
    pub tickets: Vec<(SeatId, String)>,
    /// Trackers that its invite names.
    pub trackers: Vec<String>,
    /// Invite of the deputy's door.
    pub deputy_invite: Option<String>,
    /// The host itself.
    pub host: SavedHost,
}

#[derive(Serialize, Deserialize)]
struct SeatText {
    version: u32,
    at_ms: i64,
    invite: String,
    tickets: Vec<(u32, String)>,
    wire: u8,
    machine: String,
}

#[derive(Serialize, Deserialize)]
struct SessionText {
    version: u32,
    at_ms: i64,
    secret: String,
    tickets: Vec<(u32, String)>,
    #[serde(default)]
    trackers: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    deputy_invite: Option<String>,
    wire: u8,
    machine: String,
}

/// Reads a guest's seat.
pub fn read_seat(text: &str) -> Kept<KeptSeat> {
    read::<SeatText>(text).and_then(|kept| {
        Some(KeptSeat {
            at_ms: kept.at_ms,
            invite: kept.invite,
            tickets: tickets(kept.tickets),
            guest: machine(kept.wire, &kept.machine)?,
        })
    })
}

/// Writes a guest's seat.
pub fn write_seat(kept: &KeptSeat) -> String {
    let text = SeatText {
        version: VERSION,
        at_ms: kept.at_ms,
        invite: kept.invite.clone(),
        tickets: ticket_texts(&kept.tickets),
        wire: MESSAGE_VERSION,
        machine: machine_text(&kept.guest),
    };
    serde_json::to_string(&text).unwrap_or_default()
}

/// Reads a session.
pub fn read_session(text: &str) -> Kept<KeptSession> {
    read::<SessionText>(text).and_then(|kept| {
        let secret = base16ct::lower::decode_vec(&kept.secret).ok()?;
        Some(KeptSession {
            at_ms: kept.at_ms,
            secret: secret.try_into().ok()?,
            tickets: tickets(kept.tickets),
            trackers: kept.trackers,
            deputy_invite: kept.deputy_invite,
            host: machine(kept.wire, &kept.machine)?,
        })
    })
}

/// Writes a session.
pub fn write_session(kept: &KeptSession) -> String {
    let text = SessionText {
        version: VERSION,
        at_ms: kept.at_ms,
        secret: base16ct::lower::encode_string(&kept.secret),
        tickets: ticket_texts(&kept.tickets),
        trackers: kept.trackers.clone(),
        deputy_invite: kept.deputy_invite.clone(),
        wire: MESSAGE_VERSION,
        machine: machine_text(&kept.host),
    };
    serde_json::to_string(&text).unwrap_or_default()
}

fn machine<T: DeserializeOwned>(wire: u8, text: &str) -> Option<T> {
    if wire != MESSAGE_VERSION {
        return None;
    }
    postcard::from_bytes(&Base64::decode_vec(text).ok()?).ok()
}

fn machine_text<T: Serialize>(machine: &T) -> String {
    let bytes = postcard::to_allocvec(machine).unwrap_or_default();
    Base64::encode_string(&bytes)
}

fn tickets(texts: Vec<(u32, String)>) -> Vec<(SeatId, String)> {
    let texts = texts.into_iter().take(MAX_TICKETS);
    texts.map(|(seat, code)| (SeatId(seat), code)).collect()
}

fn ticket_texts(tickets: &[(SeatId, String)]) -> Vec<(u32, String)> {
    let texts = tickets.iter().take(MAX_TICKETS);
    texts.map(|(seat, code)| (seat.0, code.clone())).collect()
}
