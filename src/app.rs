//! The program as a value: told events, it answers with effects; it knows no browser.
//!
//! [`App::update`] is the only way in, [`App::view`] the only way to the screen.

mod agenda;
mod ahead;
mod at_desk;
mod at_table;
mod ctx;
mod door;
pub mod event;
mod handing;
mod handout;
mod hosting;
mod ice;
mod joining;
mod keys;
mod knock;
mod lan;
mod line;
mod local;
mod meeting;
mod news;
mod notices;
mod one_screen;
mod own;
mod own_table;
mod paths;
mod people;
mod prefs;
mod probe;
mod record;
mod rendezvous;
mod returning;
mod rules;
mod seated;
mod show;
mod show_place;
mod show_result;
mod signal;
mod stage;
mod standby;
mod tabs;
mod ties;
mod typing;
pub mod view;
mod way_back;
mod ways;

pub use at_desk::leads_to_desk;
pub use ctx::Ctx;
pub use event::{
    Boot, CopyWhat, DeskNews, DoorNews, Effect, Event, KeepProblem, MeetingEvent, PeerId, PeerNews,
    PlannedStory, PlannedTable, SocketId, SocketNews,
};
pub use ice::IceServer;
pub use paths::Path;
pub use stage::App;
pub use view::View;

pub use crate::saved::{KEY_PREFIX, is_of_table};
