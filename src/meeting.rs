//! The meeting: what is planned for it, and what is said before it. Knows no file, no screen,
//! no language, no clock.

mod answers;
mod pack;
mod plan;
mod wall_clock;

pub use answers::{
    Ahead, Answer, MAX_ANSWERED, MAX_ASKED, MAX_COMMENT_CHARS, MAX_REPLIERS, MAX_SEAL_BYTES,
    Replier, ReplierId, Replies, Reply,
};
pub use pack::{
    MAX_CARD_CHARS, MAX_PACK_CARDS, MAX_PACK_QUESTIONS, MAX_PERSON_CHARS, Pack, PackKey,
    PackSecret, PackStory, line, lines,
};
pub use plan::{
    AgendaItem, AgendaStep, MAX_FOLLOW_UPS, MAX_LINE_CHARS, MAX_MINUTES, MAX_PLANNED, OwnFollowUp,
    Plan, SLOT_MINUTES,
};
pub use wall_clock::{NotAWallClock, WallClock};
