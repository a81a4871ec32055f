//! The project's own commands: set-up, build, serve, test, bench.
//!
//! Knows the tools around the page, nothing of what the page does.

mod bench;
mod browsers;
mod build;
mod cache;
mod cli;
mod debian;
mod deflated;
mod e2e;
mod endurance;
mod house;
mod netlab;
mod npm;
mod opener;
mod run;
mod server;
mod setup;
mod single;
mod sizes;
mod split;
mod steps;
mod table;
mod tags;
mod tally;
mod tools;
mod versions;

use std::process::ExitCode;

use cli::Command;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match cli::read(&arguments).and_then(obey) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one command; `Ok(false)` when it ran to its end and found a failure.
fn obey(command: Command) -> anyhow::Result<bool> {
    match command {
        Command::Help => println!("{}", cli::HELP),
        Command::Setup => setup::everything()?,
        Command::Build { precompress } => build::release(precompress)?,
        Command::Single { build } => single::write(build)?,
        Command::Serve(wish) => server::serve(&wish)?,
        Command::Test { only } => return steps::run(only.as_deref()),
        Command::E2e { build, rest } => return e2e::run(build, &rest),
        Command::Bench { build, rest } => return bench::run(build, &rest),
        Command::Netlab { build, rest } => return netlab::run(build, &rest),
        Command::Endurance { build, rest } => return endurance::run(build, &rest),
    }
    Ok(true)
}
