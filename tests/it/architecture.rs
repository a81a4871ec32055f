//! Keeps the house in order: reads the sources and fails with file and line.
//!
//! Who may name whom is in `ROOMS`; the other rules are in `files` and `pins`.

mod code;
mod files;
mod paths;
mod pins;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with what it may name of ours: a room, or one item of a room.
const ROOMS: &[(&str, &[&str])] = &[
    ("order", &[]),
    ("ballot", &["order"]),
    ("poker", &["order"]),
    ("words", &[]),
    ("story", &[]),
    ("web", &[]),
    ("checklist", &["story"]),
    ("prompt", &["story", "web"]),
    ("meeting", &["poker", "story"]),
    ("sprint", &["meeting"]),
    ("exchange", &["story", "web", "meeting", "poker", "sprint"]),
    ("room", &["order", "ballot", "poker", "story", "meeting"]),
    (
        "wire",
        &["order", "ballot", "poker", "story", "meeting", "room"],
    ),
    (
        "saved",
        &[
            "order",
            "ballot",
            "poker",
            "story",
            "checklist",
            "meeting",
            "sprint",
            "exchange",
            "room",
        ],
    ),
    (
        "app",
        &[
            "order",
            "ballot",
            "poker",
            "words",
            "story",
            "checklist",
            "meeting",
            "sprint",
            "exchange",
            "room",
            "wire",
            "saved",
        ],
    ),
    (
        "desk",
        &[
            "order",
            "poker",
            "words",
            "story",
            "checklist",
            "prompt",
            "meeting",
            "sprint",
            "exchange",
            "web",
            "wire",
            "saved",
        ],
    ),
    ("browser", &[]),
    ("shell", &["app", "desk", "browser", "words", "ui"]),
    ("ui", &["app", "desk", "words", "shell::Dispatch"]),
];

/// Names that a room may not use though they are not ours.
const FOREIGN: &[(&str, &[&str])] = &[
    ("browser", &["leptos", "leptos_router"]),
    // Components take DOM events and elements as they come; how to get hold of the page is `browser`'s.
    ("ui", &["js_sys", "gloo_storage"]),
];

/// A rule broken at a place.
pub(crate) struct Fault {
    file: PathBuf,
    line: usize,
    rule: String,
}

impl Fault {
    fn new(file: &Path, line: usize, rule: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line,
            rule: rule.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.rule)
    }
}

/// The top directory of the project.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files below a directory of the project, with their text; paths from the top.
fn sources(below: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![root().join(below)];
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(&dir).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root()).unwrap().to_owned(), text));
            }
        }
    }
    found.sort();
    found
}

fn assert_none(faults: &[Fault]) {
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
}

#[test]
fn a_room_names_only_rooms_above_it() {
    let sources = sources("src");
    assert!(!sources.is_empty());
    let faults: Vec<Fault> = sources
        .iter()
        .flat_map(|(file, text)| paths::faults(file, text))
        .collect();
    assert_none(&faults);
}

#[test]
fn every_file_is_small_says_what_it_is_for_and_is_finished() {
    let all = ["src", "xtask/src", "tests", "benches"]
        .iter()
        .flat_map(|below| sources(below));
    let faults: Vec<Fault> = all
        .flat_map(|(file, text)| files::faults(&file, &text))
        .collect();
    assert_none(&faults);
}

#[test]
fn pinned_versions_agree_with_the_lock_file() {
    assert_none(&pins::faults());
}
