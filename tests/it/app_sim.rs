//! Whole programs on pretended browsers: people open links, paste replies, vote and
//! leave; what they see is asked of the view.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a test ends at whatever it did not expect"
)]

mod ahead;
mod browser;
mod churn;
mod deputies;
mod desk;
mod evening;
mod handouts;
mod hostile;
// An hour of ticks takes minutes in WebAssembly without optimisation.
#[cfg(not(target_arch = "wasm32"))]
mod hour;
mod joining;
mod kept;
mod leaving;
mod links;
mod met_again;
mod monkey;
mod network;
mod one_screen;
mod outages;
mod people;
#[cfg(not(target_arch = "wasm32"))]
mod picked_again;
mod planned;
mod played;
mod polls;
mod probe;
mod rendezvous;
mod replies;
mod returning;
mod rounds;
mod slow;
mod tabs;
mod trackers;
mod typing;
mod undone;
mod world;
