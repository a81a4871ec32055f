//! The desk: backlog, checklist, import, gate and the planned session, as one machine.
//!
//! `Desk::update(DeskEvent, &mut DeskCtx) -> Vec<DeskEffect>` and `Desk::view()`; reached
//! by the page only through one lazy door, so that the first load carries none of it.

mod assistant;
mod boot;
mod checklist;
mod ctx;
pub mod effect;
pub mod event;
mod gate;
mod import;
mod list;
mod notices;
mod page;
mod plan;
mod prepare;
mod shelf;
mod stage;
mod story;
pub mod view;

pub use boot::{Abilities, DeskBoot};
pub use ctx::DeskCtx;
pub use effect::{DeskCopy, DeskEffect, KeepProblem, PlannedStory, TablePlan};
pub use event::DeskEvent;
pub use page::DeskPage;
pub use stage::Desk;
pub use view::DeskView;
