//! The tests that need more than one room, and those that are promises.

mod wire;
mod wire_browsers;
mod wire_damage;
mod wire_frame;
mod wire_link;
mod wire_samples;
mod wire_sdp;
mod wire_vectors;
