//! Whole tables on a seeded network in memory, with virtual time: one host, many
//! guests, messages as bytes, delay, loss, duplicates and disorder.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a test ends at whatever it did not expect"
)]

mod air;
mod by_hand;
mod calm;
mod deputies;
mod held;
mod hosts;
mod liars;
mod lies;
mod meeting;
mod mesh;
mod mesh_air;
mod mesh_outs;
mod net;
mod pages;
mod polls;
mod random;
mod returning;
mod seats;
mod secrecy;
mod storms;
mod truth;
mod witness;
