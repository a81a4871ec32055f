//! The meeting: what is planned for it. Knows no file, no screen, no language, no clock.

mod plan;

pub use plan::{
    AgendaItem, AgendaStep, MAX_FOLLOW_UPS, MAX_LINE_CHARS, MAX_MINUTES, MAX_PLANNED, OwnFollowUp,
    Plan, SLOT_MINUTES,
};
