//! The acceptance criteria of a story, one by one, wherever they are written.

use super::Story;
use super::prose::{is_filler, under};

/// Headings under which criteria stand in a description, `|` between them.
const HEADINGS: &str = "\
    acceptance criteria|acceptance criterion|acceptance|definition of done|success criteria|done when|\
    akzeptanzkriterien|akzeptanzkriterium|abnahmekriterien|fertig wenn";

/// Words that begin a scenario, the widest first; the lines after them belong to it.
const BEGINNINGS: [&[&str]; 3] = [
    &["scenario", "szenario"],
    &["given", "angenommen", "gegeben"],
    &["when", "wenn"],
];
const THENS: [&str; 2] = ["then", "dann"];

/// The criteria of a story: its list items, else its scenarios, else its lines, without marks.
///
/// Read from the field; where that is empty, from a section of the description that is headed so.
pub fn criteria(story: &Story) -> Vec<&str> {
    let lines = if story.acceptance.trim().is_empty() {
        under(&story.description, HEADINGS).unwrap_or_default()
    } else {
        story.acceptance.lines().collect()
    };
    let said: Vec<&str> = lines
        .into_iter()
        .map(str::trim)
        .filter(|line| !line.starts_with('#') && !is_filler(unmarked(line).unwrap_or(line)))
        .collect();
    let items: Vec<&str> = said.iter().filter_map(|line| unmarked(line)).collect();
    if !items.is_empty() {
        return items;
    }
    if said.iter().any(|line| begins(line, &THENS)) {
        for words in BEGINNINGS {
            let begun: Vec<&str> = said
                .iter()
                .copied()
                .filter(|line| begins(line, words))
                .collect();
            if !begun.is_empty() {
                return begun;
            }
        }
    }
    said
}

/// Whether the first word of a line, without its marks, is one of these.
pub(super) fn begins(line: &str, words: &[&str]) -> bool {
    let first = line
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty());
    first.is_some_and(|first| words.contains(&first.to_lowercase().as_str()))
}

/// The text of a list item without its mark; `None` where the line is none.
pub fn unmarked(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let bare = line
        .strip_prefix(['-', '*', '+', '•'])
        .or_else(|| numbered(line))?;
    let text = bare.strip_prefix(char::is_whitespace)?.trim();
    let boxed = ["[ ]", "[x]", "[X]"]
        .iter()
        .find_map(|mark| text.strip_prefix(mark));
    Some(boxed.unwrap_or(text).trim())
}

/// What follows `1.` or `1)`.
pub(super) fn numbered(line: &str) -> Option<&str> {
    let bare = line.trim_start_matches(|c: char| c.is_ascii_digit());
    (bare.len() < line.len())
        .then(|| bare.strip_prefix(['.', ')']))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::{Story, criteria};

    fn of(acceptance: &str) -> Vec<String> {
        let story = Story {
            acceptance: acceptance.into(),
            ..Story::default()
        };
        criteria(&story).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn list_items_are_criteria_and_their_introduction_is_not() {
        assert_eq!(
            of("It works:\n- [ ] one\n* two\n3) three\n-"),
            ["one", "two", "three"]
        );
    }

    #[test]
    fn a_scenario_counts_once() {
        assert_eq!(
            of("Given a\nWhen b\nThen c\n\n**Given** d\nWhen e\nThen f").len(),
            2
        );
        assert_eq!(of("Scenario: x\nGiven a\nWhen b\nThen c").len(), 1);
    }

    #[test]
    fn a_section_of_the_description_stands_in_for_the_field() {
        let story = Story {
            description: "Text\n## Acceptance Criteria\n- one\n- two\n## Notes\n- three".into(),
            ..Story::default()
        };
        assert_eq!(criteria(&story), ["one", "two"]);
        assert!(of("TBD").is_empty());
        assert_eq!(of("It opens.\nIt closes."), ["It opens.", "It closes."]);
    }
}
