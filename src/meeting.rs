//! The meeting: what is planned for it. Knows no file, no screen, no language, no clock.

mod plan;
mod wall_clock;

pub use plan::{
    AgendaItem, AgendaStep, MAX_FOLLOW_UPS, MAX_LINE_CHARS, MAX_MINUTES, MAX_PLANNED, OwnFollowUp,
    Plan, SLOT_MINUTES,
};
pub use wall_clock::{NotAWallClock, WallClock};
