//! What people write into a checklist, brought into bounds.

/// Longest wording of an item, in characters: a sentence or two; more is cut.
pub const MAX_ITEM_CHARS: usize = 300;

/// Longest note, in characters; more is cut.
pub const MAX_NOTE_CHARS: usize = 4_000;

/// Longest title of a checklist, in characters; more is cut.
pub const MAX_TITLE_CHARS: usize = 100;

/// The text on one line of at most `max_chars` characters: line ends and tabs as blanks,
/// no other control characters and none that turn the reading direction around it.
///
/// ```
/// assert_eq!(floret::checklist::one_line(" Tests\n run ", 8), "Tests  r");
/// ```
pub fn one_line(text: &str, max_chars: usize) -> String {
    let blank = |c: char| if matches!(c, '\n' | '\t') { ' ' } else { c };
    let line = printable(text).map(blank).take(max_chars);
    line.collect::<String>().trim_end().to_owned()
}

/// The text in lines, at most `max_chars` characters.
pub(super) fn lines(text: &str, max_chars: usize) -> String {
    let text: String = printable(text).take(max_chars).collect();
    text.trim_end().to_owned()
}

fn printable(text: &str) -> impl Iterator<Item = char> {
    text.trim().chars().filter(|&c| {
        matches!(c, '\n' | '\t')
            || !c.is_control() && !matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}
