//! The project's own commands: set-up, build, serve, test, bench.
fn main() {}
