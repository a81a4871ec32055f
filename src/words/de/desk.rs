//! German: the desk.

mod backlog;
mod checklist;
mod exchange;
mod gate;
mod plan;

use crate::words::{DeskWords, Language};

pub(in crate::words) const DESK: DeskWords = DeskWords {
    language: Language::German,
    backlog: &backlog::BACKLOG,
    checklist: &checklist::CHECKLIST,
    exchange: &exchange::EXCHANGE,
    exchange_count: &exchange::COUNTS,
    gate: &gate::GATE,
    plan: &plan::PLAN,
};
