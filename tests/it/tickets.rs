//! What is written back to trackers: what leaves, what is believed, and that it leaves once.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a test ends at whatever it did not expect"
)]

mod answers;
mod kept;
mod page;
mod requests;
mod sending;
mod tokens;
