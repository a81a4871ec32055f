//! The desk: backlog, checklist, import, gate and the planned session, as one machine.
//!
//! `Desk::update(DeskEvent, &mut DeskCtx) -> Vec<DeskEffect>` and `Desk::view()`; reached
//! by the page only through one lazy door, so that the first load carries none of it.

pub mod list_link;
pub mod list_words;
