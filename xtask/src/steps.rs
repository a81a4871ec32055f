//! `cargo xtask test`: everything that must hold, step by step.
//!
//! A failing step fails the command; later steps that do not need it still run.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::tally::{self, Tally};
use crate::{browsers, build, e2e, house, netlab, npm, run, table, tools};

/// The page's own target.
const WASM: &str = "wasm32-unknown-unknown";

/// One step by its name.
struct Step {
    name: &'static str,
    about: &'static str,
    run: fn(&mut Tally) -> Result<bool>,
}

const STEPS: &[Step] = &[
    Step {
        name: "fmt",
        about: "formatting",
        run: fmt,
    },
    Step {
        name: "lint",
        about: "clippy, native",
        run: lint,
    },
    Step {
        name: "lint-wasm",
        about: "clippy, wasm",
        run: lint_wasm,
    },
    Step {
        name: "unit",
        about: "tests, native",
        run: unit,
    },
    Step {
        name: "wasm",
        about: "the same tests in wasm, in Node.js",
        run: wasm,
    },
    Step {
        name: "edge",
        about: "the browser edge, in Chromium",
        run: edge,
    },
    Step {
        name: "docs",
        about: "documentation without warnings",
        run: docs,
    },
    Step {
        name: "build",
        about: "the release files",
        run: release,
    },
    Step {
        name: "e2e",
        about: "people in browsers",
        run: people,
    },
    Step {
        name: "netlab",
        about: "people behind routers",
        run: routers,
    },
];

/// Steps that need the release files.
const NEED_BUILD: [&str; 2] = ["e2e", "netlab"];

/// What became of a step.
struct Outcome {
    name: &'static str,
    passed: bool,
    word: &'static str,
    tests: Tally,
    took: Duration,
}

/// Runs all steps, or the one that is named; prints table and counts.
///
/// # Errors
/// When there is no step of that name.
pub(crate) fn run(only: Option<&str>) -> Result<bool> {
    let chosen: Vec<&Step> = STEPS
        .iter()
        .filter(|step| only.is_none_or(|name| name == step.name))
        .collect();
    if chosen.is_empty() {
        let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!(
            "no step `{}`; there are {}",
            only.unwrap_or_default(),
            names.join(", ")
        );
    }
    let mut outcomes: Vec<Outcome> = Vec::new();
    for step in chosen {
        let unbuilt = outcomes
            .iter()
            .any(|outcome| outcome.name == "build" && !outcome.passed);
        outcomes.push(if unbuilt && NEED_BUILD.contains(&step.name) {
            not_run(step)
        } else {
            one(step)
        });
    }
    Ok(conclude(&outcomes))
}

fn one(step: &Step) -> Outcome {
    println!("\n── {}: {}", step.name, step.about);
    let mut tests = Tally::default();
    let started = now();
    let passed = (step.run)(&mut tests).unwrap_or_else(|error| {
        println!("{}: {error:#}", step.name);
        false
    });
    let word = if passed { "ok" } else { "FAILED" };
    Outcome {
        name: step.name,
        passed,
        word,
        tests,
        took: started.elapsed(),
    }
}

fn not_run(step: &Step) -> Outcome {
    println!("\n── {}: not run, there is no build", step.name);
    Outcome {
        name: step.name,
        passed: false,
        word: "not run",
        tests: Tally::default(),
        took: Duration::ZERO,
    }
}

fn conclude(outcomes: &[Outcome]) -> bool {
    let mut rows = vec![
        ["step", "outcome", "passed", "failed", "seconds"]
            .map(str::to_owned)
            .to_vec(),
    ];
    let mut sum = Tally::default();
    for outcome in outcomes {
        let Outcome {
            name,
            word,
            tests,
            took,
            ..
        } = outcome;
        sum.add(*tests);
        rows.push(vec![
            (*name).to_owned(),
            (*word).to_owned(),
            tests.passed.to_string(),
            tests.failed.to_string(),
            format!("{:.1}", took.as_secs_f64()),
        ]);
    }
    println!("\n{}\n", table::text(&rows));
    let failed: Vec<&str> = outcomes
        .iter()
        .filter(|outcome| !outcome.passed)
        .map(|outcome| outcome.name)
        .collect();
    if !failed.is_empty() {
        println!("Failed steps: {}", failed.join(", "));
    }
    // The last line: how many tests really ran, for whoever counts them.
    println!("{sum}");
    failed.is_empty()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the tooling measures real time; the page is told it"
)]
fn now() -> Instant {
    Instant::now()
}

fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = run::command("cargo", &[]);
    cargo.args(arguments).current_dir(house::root());
    cargo
}

fn fmt(_: &mut Tally) -> Result<bool> {
    run::succeeds(&mut cargo(&["fmt", "--all", "--check"]))
}

fn lint(_: &mut Tally) -> Result<bool> {
    run::succeeds(&mut cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

fn lint_wasm(_: &mut Tally) -> Result<bool> {
    let mut clippy = cargo(&[
        "clippy",
        "--package",
        "floret",
        "--all-targets",
        "--target",
        WASM,
    ]);
    run::succeeds(clippy.args(["--", "-D", "warnings"]))
}

fn unit(tally: &mut Tally) -> Result<bool> {
    counted(
        &mut cargo(&["test", "--workspace", "--no-fail-fast"]),
        tally,
    )
}

fn wasm(tally: &mut Tally) -> Result<bool> {
    let dirs = tools::for_wasm_tests()?;
    let mut test = cargo(&[
        "test",
        "--package",
        "floret",
        "--target",
        WASM,
        "--test",
        "it",
    ]);
    counted(test.env("PATH", run::path_with(&dirs)), tally)
}

fn edge(tally: &mut Tally) -> Result<bool> {
    if !house::root()
        .join("tests")
        .join("browser_edge.rs")
        .is_file()
    {
        println!("there is no tests/browser_edge.rs");
        return Ok(true);
    }
    let dirs = tools::for_wasm_tests()?;
    let (chromium, driver) = browsers::chromium_and_driver()?;
    let mut test = cargo(&[
        "test",
        "--package",
        "floret",
        "--target",
        WASM,
        "--test",
        "browser_edge",
    ]);
    test.env("PATH", run::path_with(&dirs))
        .env("CHROMEDRIVER", driver)
        .env(
            "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
            browsers::webdriver_json(&chromium)?,
        )
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    counted(&mut test, tally)
}

fn docs(_: &mut Tally) -> Result<bool> {
    let mut doc = cargo(&[
        "doc",
        "--package",
        "floret",
        "--lib",
        "--no-deps",
        "--document-private-items",
    ]);
    run::succeeds(
        doc.args(["--target", WASM])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn release(_: &mut Tally) -> Result<bool> {
    build::release(false)?;
    Ok(true)
}

fn people(tally: &mut Tally) -> Result<bool> {
    npm::e2e_packages()?;
    e2e::playwright(&[], tally)
}

fn routers(tally: &mut Tally) -> Result<bool> {
    netlab::lab(&["--quick".to_owned()], tally)
}

/// Runs a test runner and adds what it counts.
fn counted(command: &mut Command, tally: &mut Tally) -> Result<bool> {
    run::overheard(command, |line| {
        if let Some(tests) = tally::of_line(line) {
            tally.add(tests);
        }
    })
}
