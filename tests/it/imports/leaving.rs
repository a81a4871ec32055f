//! What leaves: the record, the comment for a ticket, the tables.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::{
    EstimatedStory, RecordWords, RecordedStory, Section, csv, jira_csv, record, ticket_comment,
};
use floret::story::{Decision, Missing, OpenQuestion, Overruling, Risk, Round, Step, Story};

use super::samples::titled;

pub(crate) const WORDS: RecordWords<'_> = RecordWords {
    what: "What",
    why: "Why",
    acceptance: "Acceptance criteria",
    dependencies: "Depends on",
    status: "Status",
    estimate: "Estimate",
    votes: "Votes",
    agreement: "Agreement",
    rounds: "Rounds",
    time: "Time",
    decisions: "Decisions",
    instead_of: "instead of",
    questions: "Open questions",
    due: "by",
    risks: "Risks",
    blocks: "blocks the start",
    overruled: "Overruled",
    sent_back: "Sent back",
};

/// A story with everything in it.
pub(crate) fn full() -> Story {
    Story {
        description: "As a customer …\n\n# Notes\n\n```\n# code\n```".to_owned(),
        why: "Customers leave.".to_owned(),
        acceptance: "- works *once*".to_owned(),
        dependencies: "none".to_owned(),
        link: "https://jira.example/browse/ABC-1".to_owned(),
        estimate: "½".to_owned(),
        is_voted: true,
        round: Some(Round {
            n_rounds: 2,
            votes: vec![("½".to_owned(), 3), ("1".to_owned(), 1)],
            agreement: Some(75),
            average: Some("0.63".to_owned()),
            median: Some("0.5".to_owned()),
            lowest: Some("½".to_owned()),
            highest: Some("1".to_owned()),
            seconds: Some(95),
            voted_at_ms: Some(1_709_251_200_000),
        }),
        questions: vec![
            OpenQuestion {
                text: "Who pays?".to_owned(),
                owner: "Ana".to_owned(),
                due: "2026-11-30".to_owned(),
                stops_work: true,
                is_closed: false,
            },
            OpenQuestion {
                text: "Answered".to_owned(),
                is_closed: true,
                ..OpenQuestion::default()
            },
        ],
        risks: vec![Risk {
            text: "Bank is slow".to_owned(),
            owner: "Bo".to_owned(),
            blocks: false,
        }],
        decisions: vec![Decision {
            what: "Mail, not SMS".to_owned(),
            why: "costs nothing".to_owned(),
            who: "Ana".to_owned(),
            dropped: "SMS".to_owned(),
        }],
        overrulings: vec![Overruling {
            step: Step::Vote,
            who: "Cy".to_owned(),
            why: "known well".to_owned(),
            at_ms: 1,
            missing: vec!["R3".to_owned(), "R4".to_owned()],
        }],
        sent_back: Some(Missing {
            points: vec!["R2".to_owned()],
            note: "ask sales".to_owned(),
            at_ms: 2,
        }),
        notes: "mine".to_owned(),
        ..titled("ABC-1", "Log in <now>")
    }
}

#[test]
fn the_record_has_everything_in_its_order() {
    let story = full();
    let bare = titled("", "Bare");
    let stories = [
        RecordedStory {
            story: &story,
            status: "Ready",
            time: Some("6 of 5 min"),
        },
        RecordedStory {
            story: &bare,
            status: "",
            time: None,
        },
    ];
    let sections = [
        Section {
            heading: "Parking lot".to_owned(),
            lines: vec!["Caching – Ana and Bo".to_owned()],
        },
        Section {
            heading: "Empty".to_owned(),
            lines: Vec::new(),
        },
    ];
    let expected = "# Refinement\n\n\
        ## [ABC-1](https://jira.example/browse/ABC-1) Log in &lt;now&gt;\n\n\
        **Status:** Ready · **Estimate:** ½ · **Votes:** ½ × 3, 1 × 1 · **Agreement:** 75 % · \
        **Rounds:** 2 · **Time:** 6 of 5 min\n\n\
        **What:**\n\nAs a customer …\n\n#### Notes\n\n```\n# code\n```\n\n\
        **Why:**\n\nCustomers leave.\n\n\
        **Acceptance criteria:**\n\n- works *once*\n\n\
        **Depends on:**\n\nnone\n\n\
        **Decisions:**\n\n- Mail, not SMS — costs nothing (Ana; instead of: SMS)\n\n\
        **Open questions:**\n\n- Who pays? (Ana, by 2026-11-30; blocks the start)\n\n\
        **Risks:**\n\n- Bank is slow (Bo)\n\n\
        **Overruled:**\n\n- R3, R4 — known well (Cy)\n\n\
        **Sent back:**\n\n- R2 – ask sales\n\n\
        ## Bare\n\n\
        ## Parking lot\n\n- Caching – Ana and Bo\n";
    assert_eq!(record("Refinement", &stories, &sections, &WORDS), expected);
}

#[test]
fn a_comment_says_what_the_session_found() {
    let comment = ticket_comment(&full(), &WORDS);
    assert!(comment.starts_with("**Estimate:** ½ · **Votes:** ½ × 3, 1 × 1"));
    assert!(comment.contains("\n\n**Risks:**\n\n- Bank is slow (Bo)\n\n"));
    assert!(!comment.contains("As a customer"));
    assert_eq!(ticket_comment(&titled("A-1", "x"), &WORDS), "");
    let mut marked = titled("A-1", "x");
    marked.risks = vec![Risk {
        text: "*a*\n# b <script>".to_owned(),
        ..Risk::default()
    }];
    let comment = ticket_comment(&marked, &WORDS);
    assert!(
        comment.ends_with("- \\*a\\* # b &lt;script&gt;"),
        "{comment}"
    );
}

#[test]
fn jira_takes_numbers_and_the_rest_as_a_comment() {
    let shirt = Story {
        estimate: "XL".to_owned(),
        ..titled("ABC-2", "=cmd")
    };
    let full = full();
    let table = jira_csv(&[&full, &shirt], &WORDS);
    let expected = "Issue Key,Summary,Story Points,Comment\r\n\
        ABC-1,Log in <now>,0.5,\"Estimate: ½ · Votes: ½ × 3, 1 × 1 · Agreement: 75 % · Rounds: 2\n\n\
        Decisions:\n\n- Mail, not SMS — costs nothing (Ana; instead of: SMS)\n\n\
        Open questions:\n\n- Who pays? (Ana, by 2026-11-30; blocks the start)\n\n\
        Risks:\n\n- Bank is slow (Bo)\n\nOverruled:\n\n- R3, R4 — known well (Cy)\n\n\
        Sent back:\n\n- R2 – ask sales\"\r\n\
        ABC-2,'=cmd,,Estimate: XL\r\n";
    assert_eq!(table, expected);
}

#[test]
fn a_story_of_a_backlog_fills_the_table_of_estimates() {
    let table = csv(&[EstimatedStory::of_story(&full(), "Ready", Some(true))]);
    let row = table.lines().nth(1).unwrap_or_default();
    assert_eq!(
        row,
        "ABC-1,Log in <now>,0.5,Ready,yes,2024-03-01T00:00:00Z,4,0.63,0.5,0.5,1,75,2,95,,\
         \"Mail, not SMS — costs nothing\",\"Who pays? (@Ana, 2026-11-30)\",mine,\
         https://jira.example/browse/ABC-1"
    );
    let bare = EstimatedStory::of_story(&titled("", "x"), "Draft", None);
    assert_eq!(bare.key, None);
    assert_eq!(bare.n_votes, 0);
}
