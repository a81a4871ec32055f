//! What is handed out: CSV that reads back and runs nothing, Markdown that stays a table.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::{CSV_HEADER, EstimatedStory, MarkdownWords, csv, markdown};
use floret::poker::{AddOns, Deck, DeckKind, Hand};

const WORDS: MarkdownWords<'_> = MarkdownWords {
    heading: "Estimates",
    key: "Key",
    story: "Story",
    estimate: "Estimate",
    votes: "Votes",
    average: "Average",
    median: "Median",
    agreement: "Agreement",
    rounds: "Rounds",
    decimal_mark: '.',
};

/// Reads RFC 4180, strictly: quotes only around whole cells, CRLF after each line.
fn read(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let (mut quoted, mut chars) = (false, text.chars().peekable());
    while let Some(c) = chars.next() {
        match (quoted, c) {
            (true, '"') if chars.next_if_eq(&'"').is_some() => cell.push('"'),
            (true, '"') => {
                quoted = false;
                assert!(
                    matches!(chars.peek(), Some(',' | '\r')),
                    "text after a quote"
                );
            }
            (false, '"') => {
                assert!(cell.is_empty(), "quote within a cell");
                quoted = true;
            }
            (false, ',') => row.push(std::mem::take(&mut cell)),
            (false, '\r') => {
                assert_eq!(chars.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (false, '\n') => assert!(quoted, "bare line feed"),
            (_, c) => cell.push(c),
        }
    }
    assert!(!quoted && cell.is_empty() && row.is_empty(), "cut off");
    rows
}

/// The cell of the first story under this column.
fn cell(story: EstimatedStory, column: &str) -> String {
    let rows = read(&csv(&[story]));
    let at = CSV_HEADER.iter().position(|name| *name == column);
    let cell = at.and_then(|at| rows.get(1)?.get(at).cloned());
    cell.unwrap_or_else(|| format!("no cell under {column}"))
}

fn titled(title: &str) -> EstimatedStory {
    EstimatedStory {
        title: title.to_owned(),
        ..EstimatedStory::default()
    }
}

/// A story with everything in it.
fn full() -> EstimatedStory {
    let deck = Deck::preset(DeckKind::ModifiedFibonacci);
    let votes = [("Ana", "½"), ("Bo", "1"), ("Cy", "?")];
    let story = EstimatedStory {
        key: Some("ABC-1".to_owned()),
        estimate: Some("½".to_owned()),
        status: Some("estimated".to_owned()),
        ready: Some(true),
        voted_at_ms: Some(1_709_251_200_123),
        rounds: 2,
        seconds_to_consensus: Some(95),
        individual_votes: Some(votes.map(|(n, c)| (n.to_owned(), c.to_owned())).to_vec()),
        decisions: vec!["Use mail, not SMS".to_owned(), "No \"later\"".to_owned()],
        open_questions: vec!["Who pays?".to_owned()],
        notes: Some("two\r\nlines".to_owned()),
        url: Some("https://tracker.example/ABC-1".to_owned()),
        ..titled("Log in")
    };
    story.with_tally(
        &Hand::of(&deck, AddOns::default()),
        &[0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    )
}

#[test]
fn the_header_is_the_promised_one() {
    let promised = "Issue key,Title,Final Estimate,Status,Ready,Voted At,Vote Count,Average,\
        Median,Min,Max,Agreement %,Rounds,Time to Consensus,Individual Votes,Decisions,\
        Open Questions,Notes,External URL\r\n";
    assert_eq!(csv(&[]), promised);
    assert_eq!(read(promised), [CSV_HEADER.map(str::to_owned).to_vec()]);
}

#[test]
fn a_full_story_reads_back_cell_by_cell() {
    let rows = read(&csv(&[full(), titled("Bare")]));
    let expected = [
        "ABC-1",
        "Log in",
        "0.5",
        "estimated",
        "yes",
        "2024-03-01T00:00:00Z",
        "3",
        "0.75",
        "0.75",
        "0.5",
        "1",
        "50",
        "2",
        "95",
        "Ana: 0.5; Bo: 1; Cy: ?",
        "Use mail, not SMS\nNo \"later\"",
        "Who pays?",
        "two\r\nlines",
        "https://tracker.example/ABC-1",
    ];
    let mut bare = [""; 19];
    (bare[1], bare[6], bare[12]) = ("Bare", "0", "0");
    assert_eq!(rows, [CSV_HEADER, expected, bare]);
}

#[test]
fn an_anonymous_round_has_no_individual_votes() {
    let mut story = full();
    story.individual_votes = None;
    assert_eq!(cell(story, "Individual Votes"), "");
}

#[test]
fn a_deck_without_numbers_gives_its_median_card() {
    let hand = Hand::of(&Deck::preset(DeckKind::TShirt), AddOns::NONE);
    let story = titled("Shirt").with_tally(&hand, &[0, 1, 1, 1]);
    assert_eq!(cell(story.clone(), "Median"), "M");
    assert_eq!(cell(story.clone(), "Average"), "");
    assert_eq!(cell(story, "Max"), "L");
}

#[test]
fn no_cell_starts_a_formula() {
    let table = [
        ("=1+1", "'=1+1"),
        ("+49 30 1234", "'+49 30 1234"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("=\"a\",\"b\"", "'=\"a\",\"b\""),
        // Plain negative numbers stay numbers; what only begins like one does not.
        ("-5", "-5"),
        ("-0.5", "-0.5"),
        ("-5+1", "'-5+1"),
        ("-", "'-"),
        ("-.5", "'-.5"),
        ("-1.", "'-1."),
        ("-1.2.3", "'-1.2.3"),
        ("--1", "'--1"),
        // Elsewhere in a cell these characters mean nothing.
        ("a=1", "a=1"),
        (" =1", " =1"),
        ("'quoted", "'quoted"),
        ("ok", "ok"),
    ];
    for (title, expected) in table {
        assert_eq!(cell(titled(title), "Title"), expected, "{title:?}");
    }
    let mut story = full();
    story.notes = Some("=NOTE()".to_owned());
    story.key = Some("@key".to_owned());
    story.estimate = Some("-1".to_owned());
    story.individual_votes = Some(vec![("=Eve()".to_owned(), "5".to_owned())]);
    assert_eq!(cell(story.clone(), "Notes"), "'=NOTE()");
    assert_eq!(cell(story.clone(), "Issue key"), "'@key");
    assert_eq!(cell(story.clone(), "Final Estimate"), "-1");
    assert_eq!(cell(story, "Individual Votes"), "'=Eve(): 5");
}

#[test]
fn markdown_is_a_table_with_one_row_per_story() {
    let expected = "## Estimates\n\n\
        | Key | Story | Estimate | Votes | Average | Median | Agreement | Rounds |\n\
        | --- | --- | --- | --- | --- | --- | --- | --- |\n\
        | ABC-1 | Log in | ½ | ½ × 1, 1 × 1, ? × 1 | 0.75 | 0.75 | 50 % | 2 |\n\
        |  | Bare |  |  |  |  |  | 0 |\n";
    assert_eq!(markdown(&[full(), titled("Bare")], &WORDS), expected);
}

#[test]
fn markdown_speaks_the_language_it_is_given() {
    let words = MarkdownWords {
        heading: "Schätzungen",
        story: "Geschichte",
        decimal_mark: ',',
        ..WORDS
    };
    let mut story = full();
    story.key = None;
    let text = markdown(&[story], &words);
    assert!(text.starts_with("## Schätzungen\n\n| Geschichte | Estimate |"));
    assert!(text.contains("| 0,75 | 0,75 | 50 % |"));
}

#[test]
fn nothing_a_person_wrote_breaks_out_of_its_cell() {
    let table = [
        ("a|b", r"a\|b"),
        (r"a\|b", r"a\\\|b"),
        ("a\nb\r\nc\td", "a b c d"),
        (
            "<img src=x onerror=alert(1)>",
            "&lt;img src=x onerror=alert(1)&gt;",
        ),
        ("R&D &lt;", "R&amp;D &amp;lt;"),
        ("[x](javascript:1)", r"\[x\](javascript:1)"),
        ("`*_~", r"\`\*\_\~"),
        ("  spaced  ", "spaced"),
    ];
    for (title, expected) in table {
        let text = markdown(&[titled(title)], &WORDS);
        let row = text.lines().last().unwrap_or_default();
        assert_eq!(
            row,
            format!("| {expected} |  |  |  |  |  | 0 |"),
            "{title:?}"
        );
    }
}
