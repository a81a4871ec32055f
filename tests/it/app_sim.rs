//! Whole programs on pretended browsers: people open links, paste replies, vote and
//! leave; what they see is asked of the view.

mod browser;
mod joining;
mod kept;
mod leaving;
mod monkey;
mod replies;
mod rounds;
mod tabs;
mod world;
