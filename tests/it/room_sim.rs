//! Whole tables on a seeded network in memory, with virtual time: one host, many
//! guests, messages as bytes, delay, loss, duplicates and disorder.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a test ends at whatever it did not expect"
)]

mod air;
mod calm;
mod hosts;
mod liars;
mod net;
mod random;
mod seats;
mod secrecy;
mod truth;
