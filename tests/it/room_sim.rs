//! Whole tables on a seeded network in memory, with virtual time: one host, many
//! guests, messages as bytes, delay, loss, duplicates and disorder.

mod air;
mod calm;
mod hosts;
mod liars;
mod net;
mod random;
mod seats;
mod secrecy;
mod truth;
