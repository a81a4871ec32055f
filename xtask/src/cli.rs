//! The command line: words in, one [`Command`] out.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
cargo xtask <command>

  setup                 get every tool and browser the other commands need
  build                 release files in dist/ (--precompress adds .br and .gz)
  single                build, then dist/floret-single.html: one file, opens by double click
  serve                 build and serve on http://localhost:8080
                        --port N · --dir DIR (serve it as it is) · --no-build · --no-open
  test                  everything; --only STEP runs one step of
                        fmt lint lint-wasm unit wasm edge docs build e2e netlab
  e2e [ARGS]            people in browsers (--no-build first; ARGS go to Playwright)
  bench [ARGS]          benches/desk.rs, and tests/e2e/bench.mjs against the release build
                        (--no-build first, then --quick, --seats N,M,
                        --only load|start|desk|table)
  netlab [ARGS]         people behind routers of their own; writes docs/network.md
                        (Linux; --no-build first, then --only NETWORK, --way WAY, --pair PAIR)
  endurance [ARGS]      eight seats, one coming back every 20 s
                        (--no-build first, then --minutes N, --every SECONDS)";

/// One command with its wishes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Setup,
    Build { precompress: bool },
    Single { build: bool },
    Serve(ServeWish),
    Test { only: Option<String> },
    E2e { build: bool, rest: Vec<String> },
    Bench { build: bool, rest: Vec<String> },
    Netlab { build: bool, rest: Vec<String> },
    Endurance { build: bool, rest: Vec<String> },
}

/// How `serve` should behave.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ServeWish {
    /// First port to try; the next free one is taken when it is busy.
    pub(crate) port: u16,
    /// A directory to serve as it is, instead of building `dist/`.
    pub(crate) dir: Option<PathBuf>,
    pub(crate) build: bool,
    pub(crate) open: bool,
}

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// Names the first word that is not understood.
pub(crate) fn read(words: &[String]) -> Result<Command> {
    let mut words = words.iter().map(String::as_str);
    let Some(command) = words.next() else {
        return Ok(Command::Help);
    };
    let rest: Vec<&str> = words.collect();
    match command {
        "help" | "--help" | "-h" => Ok(Command::Help),
        "setup" => no_more(&rest).map(|()| Command::Setup),
        "build" => Ok(Command::Build {
            precompress: switch(&rest, "--precompress")?,
        }),
        "single" => Ok(Command::Single {
            build: !switch(&rest, "--no-build")?,
        }),
        "serve" => serve(&rest),
        "test" => test(&rest),
        "e2e" => {
            let (build, rest) = passing_on(&rest);
            Ok(Command::E2e { build, rest })
        }
        "bench" => {
            let (build, rest) = passing_on(&rest);
            Ok(Command::Bench { build, rest })
        }
        "netlab" => {
            let (build, rest) = passing_on(&rest);
            Ok(Command::Netlab { build, rest })
        }
        "endurance" => {
            let (build, rest) = passing_on(&rest);
            Ok(Command::Endurance { build, rest })
        }
        other => bail!("no command `{other}`\n\n{HELP}"),
    }
}

fn no_more(rest: &[&str]) -> Result<()> {
    match rest.first() {
        None => Ok(()),
        Some(word) => bail!("`{word}` is not understood here\n\n{HELP}"),
    }
}

/// Whether the one allowed switch is there.
fn switch(rest: &[&str], name: &str) -> Result<bool> {
    match rest {
        [] => Ok(false),
        [first, more @ ..] if *first == name => no_more(more).map(|()| true),
        other => no_more(other).map(|()| false),
    }
}

fn serve(rest: &[&str]) -> Result<Command> {
    let mut wish = ServeWish {
        port: 8080,
        dir: None,
        build: true,
        open: true,
    };
    let mut words = rest.iter();
    while let Some(&word) = words.next() {
        match word {
            "--port" => {
                let port = words.next().context("--port needs a number")?;
                wish.port = port
                    .parse()
                    .with_context(|| format!("`{port}` is no port"))?;
            }
            "--dir" => wish.dir = Some(words.next().context("--dir needs a directory")?.into()),
            "--no-build" => wish.build = false,
            "--no-open" => wish.open = false,
            other => no_more(&[other])?,
        }
    }
    Ok(Command::Serve(wish))
}

fn test(rest: &[&str]) -> Result<Command> {
    match rest {
        [] => Ok(Command::Test { only: None }),
        ["--only", step] => Ok(Command::Test {
            only: Some((*step).to_owned()),
        }),
        other => no_more(other).map(|()| Command::Help),
    }
}

/// Splits a leading `--no-build` from what goes on to the tool behind.
fn passing_on(rest: &[&str]) -> (bool, Vec<String>) {
    let (build, rest) = match rest {
        ["--no-build", more @ ..] => (false, more),
        all => (true, all),
    };
    (build, rest.iter().map(|&word| word.to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn serve_takes_its_switches_in_any_order() {
        let wish = ServeWish {
            port: 9000,
            dir: None,
            build: false,
            open: false,
        };
        let line = "serve --no-open --port 9000 --no-build";
        assert_eq!(read(&words(line)).unwrap(), Command::Serve(wish));
    }

    #[test]
    fn e2e_passes_unknown_words_on() {
        let rest = words("--grep reveal");
        let read = read(&words("e2e --no-build --grep reveal")).unwrap();
        assert_eq!(read, Command::E2e { build: false, rest });
    }

    #[test]
    fn a_word_not_understood_is_named() {
        let error = read(&words("build --fast")).unwrap_err().to_string();
        assert!(error.contains("--fast"), "{error}");
    }
}
