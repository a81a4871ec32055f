//! German: the desk.

mod assistant;
mod backlog;
mod checklist;
mod exchange;
mod gate;
mod plan;

use crate::words::{DeskWords, Language};

pub(in crate::words) const DESK: DeskWords = DeskWords {
    language: Language::German,
    assistant: &assistant::ASSISTANT,
    backlog: &backlog::BACKLOG,
    checklist: &checklist::CHECKLIST,
    exchange: &exchange::EXCHANGE,
    gate: &gate::GATE,
    plan: &plan::PLAN,
};
