//! Bytes to values and back: the invite, the reply, the session descriptions
//! rebuilt from them, the frames of a data channel, what is said at a tracker,
//! the pack that is read before a session, and the record of one (`docs/wire.md`).
//!
//! Everything read here was written by somebody else. Reading answers with a
//! value or an error; it never panics, never allocates more than a named
//! bound, and lets nothing through that could break out of the text it is
//! later put into. It knows no browser and no clock.

mod bytes;
pub mod candidate;
pub mod code;
pub mod credentials;
pub mod frame;
pub mod ice;
pub mod invite;
pub mod link;
pub mod message;
pub mod pack;
pub mod record;
pub mod rendezvous;
pub mod reply;
pub mod sdp;
pub mod secret;
pub mod sheet;
pub mod slots;
pub mod ticket;
pub mod trackers;

pub use candidate::{Address, Candidate, CandidateKind, dummy, revive, with_lan_address};
pub use code::{CodeKind, EncodeError, LinkError};
pub use credentials::Credentials;
pub use ice::IceSettings;
pub use invite::Invite;
pub use link::{Fragment, find_invites, find_replies, invite_url, read_fragment, reply_url};
pub use pack::{PackError, PackId, PackedKind, Parcel};
pub use rendezvous::Rendezvous;
pub use reply::{Reply, ReplyError, ReplyId, ReplySlot};
pub use sdp::{LocalDescription, SdpError, Setup, answer_sdp, offer_sdp, read_local};
pub use secret::RoomSecret;
pub use sheet::{SharedLine, SharedSheet, SheetKind, find_sheet, sheet_url};
pub use slots::Slot;
pub use ticket::{Ticket, agreed_credentials};
