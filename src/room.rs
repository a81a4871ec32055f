//! The table: seats, rounds, who may do what; host and guest as two machines over one log.
//!
//! The host is the order: seats send [`Intent`]s, the host answers with numbered
//! [`TableEvent`]s, everybody applies the same pure reducer ([`Table::apply`]).
//! This room knows neither bytes nor connections (docs/wire.md §11).

mod acting;
mod answer;
mod deputy;
mod ends;
mod following;
mod guest;
mod handover;
mod hearing;
mod held;
mod host;
mod kept;
mod links;
mod listening;
mod meeting;
mod message;
mod outcome;
mod reducer;
mod relay;
mod rights;
mod sealing;
mod seating;
mod settle;
mod standby;
mod table;
mod told;
mod voter;
mod waiting;

pub use guest::{Guest, GuestNews, GuestOut};
pub use host::{Host, HostNews, LinkId, Out};
pub use kept::{SavedGuest, SavedHost};
pub use message::{Intent, Refusal, TableEvent, ToGuest, ToHost, Told};
pub use outcome::{NamedVote, Outcome, Remark};
pub use reducer::MAX_POLLS;
pub use table::{
    Link, Phase, Poll, RollEntry, Round, Rules, Seat, SeatId, Story, Table, Timer, VoidReason,
};
pub use voter::{SavedVoter, Voter};

/// Version of the messages between seats; the first byte of each.
pub const MESSAGE_VERSION: u8 = 4;

/// Seats at one table by default (docs/wire.md §11.6).
pub const MAX_SEATS: usize = 40;

/// Characters in a name.
pub const MAX_NAME_CHARS: usize = 40;

/// Characters in a story's title.
pub const MAX_TITLE_CHARS: usize = 300;

/// Characters in the goal of a session.
pub const MAX_GOAL_CHARS: usize = 300;

/// Characters in a story's address; a longer one is left out, since a part of it leads nowhere.
pub const MAX_LINK_CHARS: usize = 2_000;

/// Characters in a comment that rides with a vote; fits its 256-byte slot.
pub const MAX_COMMENT_CHARS: usize = 60;

/// Stories one table keeps.
pub const MAX_STORIES: usize = 500;

/// A seat that was not heard for this long is shown as slow, in ms.
pub const SLOW_AFTER_MS: i64 = 2_500;

/// A seat that was not heard for this long no longer blocks a round, in ms.
pub const LOST_AFTER_MS: i64 = 6_000;

/// A seat whose link closed may come back for this long before it counts as lost, in ms.
pub const RETURN_GRACE_MS: i64 = 4_000;

/// Whose card lies on the table is waited for this long, silent or without a link, before
/// it counts as lost, in ms: a vote shown as cast is not dropped for a slow way back.
pub const VOTED_GRACE_MS: i64 = 10_000;

/// Both sides speak at least this often, in ms.
pub const BEAT_EVERY_MS: i64 = 1_000;

/// A host whose link closed is lost after this time, in ms.
pub const HOST_GRACE_MS: i64 = 2_500;

/// A host that was not heard for this long is lost, in ms.
pub const HOST_LOST_AFTER_MS: i64 = 5_000;

/// Bytes that one seat may send another through the host at once.
pub const MAX_RELAY_BYTES: usize = 8 * 1024;

/// A removed seat can be brought back for this long, in ms.
pub const UNDO_REMOVAL_MS: i64 = 10_000;

/// From all votes in to the automatic reveal, in ms.
pub const COUNTDOWN_MS: i64 = 3_000;

/// A name as it may stand at the table: trimmed, inner whitespace and control
/// characters as single spaces.
///
/// # Errors
/// The number of characters, if it is 0 or more than [`MAX_NAME_CHARS`].
pub fn tidy_name(name: &str) -> Result<String, usize> {
    let tidy = tidy_line(name);
    match tidy.chars().count() {
        n @ 1..=MAX_NAME_CHARS => {
            debug_assert!(n > 0);
            Ok(tidy)
        }
        n => Err(n),
    }
}

/// One line of text: control characters and runs of space become one space.
pub fn tidy_line(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if !word.is_empty() {
            if !tidy.is_empty() {
                tidy.push(' ');
            }
            tidy.push_str(word);
        }
    }
    tidy
}
