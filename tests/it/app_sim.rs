//! Whole programs on pretended browsers: people open links, paste replies, vote and
//! leave; what they see is asked of the view.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a test ends at whatever it did not expect"
)]

mod browser;
mod hostile;
mod joining;
mod kept;
mod leaving;
mod monkey;
mod people;
mod replies;
mod rounds;
mod tabs;
mod world;
