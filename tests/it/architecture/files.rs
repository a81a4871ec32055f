//! Rules of a single file: its first line, its length, its name, its marks.

use std::path::Path;

use super::{Fault, code};

/// Longest file, in lines; about half of it is usual.
const MAX_LINES: usize = 400;

/// Words that say a file is not finished.
const MARKS: [&str; 4] = ["TODO", "FIXME", "XXX", "HACK"];

/// What is wrong with a file.
pub(super) fn faults(file: &Path, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fault = |line, rule: &str| faults.push(Fault::new(file, line, rule));
    if !text.starts_with("//!") {
        fault(
            1,
            "the first line is a `//!`: what the file is for and what it does not know",
        );
    }
    let lines = text.lines().count();
    if lines > MAX_LINES {
        fault(lines, "a file has at most 400 lines");
    }
    if file.file_name().is_some_and(|name| name == "mod.rs") {
        fault(1, "`foo.rs` beside `foo/`, no `mod.rs`");
    }
    // This file and its like name the marks in order to find them.
    let names_them = file.starts_with("tests/it/architecture");
    for (at, (line, code)) in text.lines().zip(code::only(text).lines()).enumerate() {
        if words(code).any(|word| word == "unsafe") {
            fault(at + 1, "no `unsafe`");
        }
        if !names_them && words(line).any(|word| MARKS.contains(&word)) {
            fault(
                at + 1,
                "nothing is left for later in the sources: do it or file it",
            );
        }
    }
    faults
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !(c.is_alphanumeric() || c == '_'))
}

#[test]
fn each_rule_names_its_line() {
    let text = "fn a() {}\n// TODO later\nunsafe fn b() {}\n";
    let lines: Vec<usize> = faults(Path::new("src/x/mod.rs"), text)
        .iter()
        .map(|fault| fault.line)
        .collect();
    assert_eq!(lines, [1, 1, 2, 3]);
}

#[test]
fn a_tidy_file_has_no_faults() {
    assert!(faults(Path::new("src/x.rs"), "//! What it is for.\nfn a() {}\n").is_empty());
}
