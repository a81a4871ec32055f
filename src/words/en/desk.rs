//! English: the desk.

mod assistant;
mod backlog;
mod checklist;
mod exchange;
mod frame;
mod gate;
mod pack;
mod plan;
mod prepare;
mod records;
mod story;
mod tickets;

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
    exchange_count: &exchange::COUNTS,
    gate: &gate::GATE,
    pack: &pack::PACK,
    pack_count: &pack::PACK_COUNTS,
    plan: &plan::PLAN,
    plan_count: &plan::PLAN_COUNTS,
    prepare: &prepare::PREPARE,
    prepare_count: &prepare::PREPARE_COUNTS,
    records: &records::RECORDS,
    records_count: &records::COUNTS,
    story: &story::STORY,
    story_count: &story::STORY_COUNTS,
    tickets: &tickets::TICKETS,
};
