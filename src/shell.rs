//! The one loop.
/// Starts the page.
pub fn start() {}
