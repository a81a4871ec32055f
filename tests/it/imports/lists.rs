//! Plain text: a story a line.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::{Dialect, RefusedReason, read};

use super::samples::{LIST, pasted, refusals, whole};

/// Key, title and link of each story.
fn stories(text: impl AsRef<[u8]>) -> Vec<[String; 3]> {
    let list = pasted(text);
    assert_eq!(list.dialect, Dialect::Text);
    let parts =
        |row: floret::exchange::IncomingStory| [row.story.key, row.story.title, row.story.link];
    list.rows.into_iter().map(parts).collect()
}

#[test]
fn every_form_of_a_line_is_a_story() {
    let expected = [
        ["ABC-123", "Log in with a passkey", ""],
        ["ABC-124", "Log out everywhere", ""],
        ["", "Show the last login", ""],
        ["ABC-125", "Remember the device", ""],
        ["#12", "Sort the list", ""],
        ["", "UTF-8 in file names", ""],
        ["ABC-126", "ABC-126", "https://jira.example/browse/ABC-126"],
        ["#77", "#77", "https://github.com/acme/shop/issues/77"],
        [
            "ENG-12",
            "paste pictures into comments",
            "https://linear.app/acme/issue/ENG-12/paste-pictures-into-comments",
        ],
        [
            "#9",
            "Undo a delete",
            "https://gitlab.example/a/b/-/issues/9",
        ],
        ["", "Move https://old.example/a to the new server", ""],
        [
            "1301",
            "Print a label",
            "https://dev.azure.com/acme/Shop/_workitems/edit/1301",
        ],
        ["ABC-127", "ABC-127", ""],
    ];
    assert_eq!(stories(LIST), expected);
    let list = whole(read(LIST, Some("stories.txt")));
    assert_eq!(
        refusals(&list),
        [(1, RefusedReason::Heading), (16, RefusedReason::NoTitle)]
    );
}

#[test]
fn lines_that_only_look_like_keys_or_lists_are_titles() {
    let table = [
        ("3.5 mm jack", "3.5 mm jack"),
        ("-5 degrees", "-5 degrees"),
        ("2026 budget", "2026 budget"),
        ("COVID-19 page", "COVID-19 page"),
        ("*bold* start", "*bold* start"),
        ("#hashtag wall", "#hashtag wall"),
        ("ftp://files.example", "ftp://files.example"),
        ("https://", "https://"),
        ("日本語", "日本語"),
        ("🥦", "🥦"),
    ];
    for (line, title) in table {
        assert_eq!(stories(line), [["", title, ""]], "{line}");
    }
}

#[test]
fn addresses_stand_before_or_behind_the_title() {
    let table = [
        (
            "https://a.example/browse/A-1: Log in",
            ["A-1", "Log in", "https://a.example/browse/A-1"],
        ),
        (
            "Log in (https://a.example/x)",
            ["", "Log in", "https://a.example/x"],
        ),
        (
            "A-2: Log in - <https://a.example/x>",
            ["A-2", "Log in", "https://a.example/x"],
        ),
        (
            "https://a.example/jira/boards/1?selectedIssue=A-3&x=1",
            [
                "A-3",
                "A-3",
                "https://a.example/jira/boards/1?selectedIssue=A-3&x=1",
            ],
        ),
        (
            "https://a.example/some/page",
            [
                "",
                "https://a.example/some/page",
                "https://a.example/some/page",
            ],
        ),
    ];
    for (line, expected) in table {
        assert_eq!(stories(line), [expected], "{line}");
    }
}

#[test]
fn lines_are_counted_whatever_ends_them() {
    for end in ["\n", "\r\n", "\r"] {
        let list = pasted(["# a", "", "# b", "c"].join(end));
        let lines: Vec<u32> = list.refused.iter().map(|refused| refused.line).collect();
        assert_eq!(lines, [1, 3], "{end:?}");
        assert_eq!(list.rows[0].line, 4);
    }
}

#[test]
fn nothing_pasted_is_no_story() {
    for text in ["", " \n\t\n", "\u{feff}", "\r\n"] {
        assert_eq!(pasted(text).n_rows, 0, "{text:?}");
    }
}
