//! Which of our rooms a file names, through `crate::`, `super::` and `floret::`.

use std::path::{Component, Path};

use super::{FOREIGN, Fault, ROOMS, code};

/// A path found in the code: the room, the item after it if there is one, and the line.
#[derive(Debug, PartialEq, Eq)]
struct Named {
    room: String,
    item: String,
    line: usize,
}

/// Names that a file may not use.
pub(super) fn faults(file: &Path, text: &str) -> Vec<Fault> {
    let Some(room) = room_of(file) else {
        return Vec::new();
    };
    let Some((_, allowed)) = ROOMS.iter().find(|(known, _)| *known == room) else {
        let rule =
            format!("`{room}` is a new room: add it to the list in tests/it/architecture.rs");
        return vec![Fault::new(file, 1, rule)];
    };
    let code = code::only(text);
    let ours = named(&code, depth_of(file)).into_iter().filter_map(
        |Named {
             room: other,
             item,
             line,
         }| {
            let may = other == room
                || allowed.contains(&other.as_str())
                || allowed.contains(&format!("{other}::{item}").as_str());
            let rule = format!(
                "`{room}` names `{other}`; it may name [{}]",
                allowed.join(", ")
            );
            (!may).then(|| Fault::new(file, line, rule))
        },
    );
    let foreign = FOREIGN
        .iter()
        .filter(|(known, _)| *known == room)
        .flat_map(|(_, banned)| *banned);
    let foreign = foreign.flat_map(|banned| {
        let lines = code
            .lines()
            .enumerate()
            .filter(|(_, line)| has_word(line, banned));
        lines
            .map(|(at, _)| Fault::new(file, at + 1, format!("`{room}` never names `{banned}`")))
            .collect::<Vec<_>>()
    });
    ours.chain(foreign).collect()
}

/// The room a file below `src` belongs to; none for `lib.rs` and `main.rs`.
fn room_of(file: &Path) -> Option<String> {
    let below = file.strip_prefix("src").ok()?;
    let Component::Normal(first) = below.components().next()? else {
        return None;
    };
    let first = first.to_string_lossy();
    let room = first.trim_end_matches(".rs");
    (room != "lib" && room != "main").then(|| room.to_owned())
}

/// How many modules deep a file is: 1 for `src/poker.rs`, 2 for `src/poker/deck.rs`.
fn depth_of(file: &Path) -> usize {
    file.components().count() - 1
}

/// All rooms that the code names. `depth` is the file's own.
fn named(code: &str, depth: usize) -> Vec<Named> {
    let mut found = Vec::new();
    for root in ["crate::", "floret::"] {
        for (at, _) in starts(code, root) {
            tree(code, at + root.len(), &mut found);
        }
    }
    let depths = depths(code, depth);
    for (at, _) in starts(code, "super::") {
        if code[..at].ends_with("super::") {
            continue;
        }
        let path = &code[at..];
        let supers = (path.len() - path.trim_start_matches("super::").len()) / "super::".len();
        let line = line_of(code, at);
        if supers >= depths[line - 1] {
            tree(code, at + supers * "super::".len(), &mut found);
        }
    }
    found
}

/// Places where a path begins with this.
fn starts<'a>(code: &'a str, root: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    code.match_indices(root)
        .filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// Reads `a::b` or `{a::b, c}` from here on.
fn tree(code: &str, at: usize, found: &mut Vec<Named>) {
    let rest = code[at..].trim_start();
    let at = code.len() - rest.len();
    let Some(inside) = rest.strip_prefix('{') else {
        found.extend(branch(code, at));
        return;
    };
    let start = code.len() - inside.len();
    for from in branches(inside) {
        tree(code, start + from, found);
    }
}

/// One `room` or `room::item` or `room::{item, item}`.
fn branch(code: &str, at: usize) -> Vec<Named> {
    let (room, rest) = word(&code[at..]);
    let line = line_of(code, at);
    let one = |item: &str| Named {
        room: room.to_owned(),
        item: item.to_owned(),
        line,
    };
    if room.is_empty() {
        // `*`: everything, so no room in particular is allowed.
        return if rest.starts_with('*') {
            vec![Named {
                room: "*".into(),
                ..one("")
            }]
        } else {
            Vec::new()
        };
    }
    let Some(rest) = rest.strip_prefix("::") else {
        return vec![one("")];
    };
    match rest.strip_prefix('{') {
        Some(inside) => branches(inside)
            .map(|from| one(word(inside[from..].trim_start()).0))
            .collect(),
        None => vec![one(word(rest).0)],
    }
}

/// Where the parts of a `{…}` begin, given the text after its `{`.
fn branches(inside: &str) -> impl Iterator<Item = usize> {
    let mut depth = 1;
    let mut starts = vec![0];
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => starts.push(at + 1),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    starts.into_iter()
}

fn word(text: &str) -> (&str, &str) {
    text.split_at(
        text.find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(text.len()),
    )
}

fn has_word(line: &str, wanted: &str) -> bool {
    line.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .any(|word| word == wanted)
}

fn line_of(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

/// Module depth at each line: inline modules count while they are open.
fn depths(code: &str, file: usize) -> Vec<usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut depths = Vec::new();
    for line in code.lines() {
        let indent = line.len() - line.trim_start().len();
        if line.trim_start().starts_with('}') && open.last() == Some(&indent) {
            open.pop();
        }
        depths.push(file + open.len());
        let opens = line.trim_end().ends_with('{')
            && has_word(line.split('{').next().unwrap_or(line), "mod");
        if opens {
            open.push(indent);
        }
    }
    depths
}

#[cfg(test)]
mod tests {
    use super::{Path, faults};

    fn said(file: &str, text: &str) -> Vec<String> {
        faults(Path::new(file), text)
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_room_below_is_named_with_file_and_line() {
        let said = said(
            "src/poker/deck.rs",
            "//! x\nuse std::fmt;\nuse crate::wire::Frame;\n",
        );
        assert_eq!(
            said,
            ["src/poker/deck.rs:3: `poker` names `wire`; it may name [order]"]
        );
    }

    #[test]
    fn groups_over_several_lines_are_read() {
        let text = "use crate::{\n    ballot::{Key, Mask},\n    app::View,\n};";
        assert_eq!(said("src/room.rs", text).len(), 1);
    }

    #[test]
    fn paths_in_the_middle_of_code_count() {
        assert_eq!(
            said("src/ballot.rs", "fn f() { crate::poker::go() }").len(),
            1
        );
    }

    #[test]
    fn one_item_can_be_allowed_alone() {
        assert!(said("src/ui/table.rs", "use crate::shell::Dispatch;").is_empty());
        assert_eq!(
            said("src/ui/table.rs", "use crate::shell::{Dispatch, start};").len(),
            1
        );
    }

    #[test]
    fn super_out_of_the_room_is_found_and_inside_is_not() {
        assert_eq!(
            said("src/poker/deck.rs", "use super::super::wire::Frame;").len(),
            1
        );
        assert!(said("src/poker/deck.rs", "use super::Card;").is_empty());
        let tests = "mod tests {\n    use super::*;\n}\nuse super::wire;";
        assert_eq!(said("src/poker.rs", tests).len(), 1);
    }

    #[test]
    fn comments_and_strings_name_nothing() {
        assert!(said("src/poker.rs", "// crate::wire\nlet x = \"crate::wire\";").is_empty());
    }

    #[test]
    fn everything_at_once_is_too_much() {
        assert_eq!(said("src/app.rs", "use crate::*;").len(), 1);
    }

    #[test]
    fn the_browser_never_names_leptos() {
        assert_eq!(
            said("src/browser/tabs.rs", "//! x\nuse leptos::prelude::*;").len(),
            1
        );
    }

    #[test]
    fn a_new_room_is_asked_onto_the_list() {
        assert!(said("src/cellar.rs", "")[0].contains("add it to the list"));
    }
}
