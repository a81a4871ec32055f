//! The program as a value: told events, it answers with effects; it knows no browser.
//!
//! [`App::update`] is the only way in, [`App::view`] the only way to the screen.

mod at_table;
mod ctx;
mod door;
pub mod event;
mod handing;
mod hosting;
mod joining;
mod keys;
mod line;
mod local;
mod news;
mod notices;
mod prefs;
mod record;
mod rules;
mod seated;
mod show;
mod show_place;
mod show_result;
mod stage;
mod tabs;
pub mod view;
mod ways;

pub use ctx::Ctx;
pub use event::{Boot, CopyWhat, Effect, Event, KeepProblem, PeerId, PeerNews};
pub use stage::App;
pub use view::View;

pub use crate::saved::KEY_PREFIX;
