//! Whole tables on a seeded network in memory, with virtual time: one host, many
//! guests, messages as bytes, delay, loss, duplicates and disorder.

mod net;
mod random;
mod truth;
