//! The program as a value: told events, it answers with effects; it knows no browser.

pub mod event;
pub mod view;

pub use event::{Boot, CopyWhat, Effect, Event, KeepProblem, PeerId, PeerNews};
pub use view::View;
