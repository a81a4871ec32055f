//! The desk: backlog, checklist, import, gate and the planned session, as one machine.
//!
//! `Desk::update(DeskEvent, &mut DeskCtx) -> Vec<DeskEffect>` and `Desk::view()`; reached
//! by the page only through one lazy door, so that the first load carries none of it.

mod assistant;
mod backlog;
mod boot;
mod checklist;
mod ctx;
mod definition;
pub mod effect;
mod estimates;
pub mod event;
mod export;
mod gate;
pub mod gate_says;
mod import;
mod kept;
mod list;
pub mod list_link;
pub mod list_words;
pub mod meeting_says;
mod met;
mod notices;
mod pack;
mod packed;
mod page;
mod plan;
mod prepare;
pub mod ready_link;
mod records;
mod shelf;
mod stage;
mod story;
pub mod story_says;
mod tickets;
pub mod view;

pub use boot::{Abilities, DeskBoot};
pub use ctx::DeskCtx;
pub use effect::{DeskCopy, DeskEffect, KeepProblem, PlannedStory, TablePlan};
pub use event::DeskEvent;
pub use page::DeskPage;
pub use stage::Desk;
pub use view::DeskView;
