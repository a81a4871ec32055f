//! English: the desk.

mod assistant;
mod backlog;
mod checklist;
mod exchange;
mod frame;
mod gate;
mod plan;

use crate::words::{DeskWords, Language};

pub(in crate::words) const DESK: DeskWords = DeskWords {
    language: Language::English,
    assistant: &assistant::ASSISTANT,
    frame: &frame::FRAME,
    frame_count: &frame::FRAME_COUNTS,
    backlog: &backlog::BACKLOG,
    backlog_count: &backlog::BACKLOG_COUNTS,
    checklist: &checklist::CHECKLIST,
    exchange: &exchange::EXCHANGE,
    gate: &gate::GATE,
    plan: &plan::PLAN,
};
