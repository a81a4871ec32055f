//! Exactly what is shown leaves, and nothing else.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::prompt::{
    Ask, Asked, MAX_FIELD_CHARS, Mask, Outgoing, Wish, Wording, numbered, request_body,
};
use floret::story::{Decision, DraftForm, OpenQuestion, Risk, Shape, Story};
use serde_json::Value;

const WORDING: Wording = Wording {
    role: "ROLE",
    names: "NAMES",
    answers: "ANSWERS",
    criteria: "CRITERIA",
    scenarios: "SCENARIOS",
    questions: "QUESTIONS",
    user_story: "USER STORY",
    bug_report: "BUG REPORT",
    title: "Title",
    description: "Description",
    why: "Why",
    acceptance: "Acceptance",
    dependencies: "Dependencies",
    asked: "Asked",
    answer: "Answer:",
};

fn story() -> Story {
    Story {
        title: String::from("Export for Acme"),
        description: String::from("The “clerks” at ACME\nexport \"lists\" \\ \u{1f966}."),
        why: String::from("Acme pays."),
        acceptance: String::from("- [ ] a file"),
        dependencies: String::from(" none "),
        key: String::from("KEY-1"),
        link: String::from("https://link.example"),
        labels: vec![String::from("LABEL")],
        needed: vec![String::from("NEEDED")],
        notes: String::from("NOTES"),
        questions: vec![OpenQuestion {
            text: String::from("OPEN"),
            owner: String::from("OWNER"),
            ..OpenQuestion::default()
        }],
        risks: vec![Risk {
            text: String::from("RISK"),
            ..Risk::default()
        }],
        decisions: vec![Decision {
            what: String::from("DECIDED"),
            ..Decision::default()
        }],
        ..Story::default()
    }
}

fn asked() -> Vec<Asked> {
    let one = |question: &str, answer: &str| Asked {
        question: question.to_owned(),
        answer: answer.to_owned(),
    };
    vec![
        one("Who at Acme?", "The clerks."),
        one("", "lost"),
        one("How many?", " "),
    ]
}

fn outgoing(wish: Wish, form: DraftForm, words: &[&str]) -> Outgoing {
    Ask::of(&story(), wish, form, asked()).outgoing(&WORDING, &Mask::of(words))
}

#[test]
fn a_question_reads_like_this() {
    let out = outgoing(Wish::Answers, DraftForm::default(), &["Acme"]);
    assert_eq!(
        out.text(),
        "ROLE NAMES\n\nANSWERS\n\n## Title\nExport for [[1]]\n\n## Description\nThe “clerks” at \
         [[1]]\nexport \"lists\" \\ \u{1f966}.\n\n## Why\n[[1]] pays.\n\n## Acceptance\n- [ ] a \
         file\n\n## Dependencies\nnone\n\n## Asked\n1. Who at [[1]]?\n   Answer: The clerks.\n2. \
         How many?"
    );
    assert_eq!(out.n_masked(), 1);
    assert_eq!(out.unmask("[[1]]’s clerks"), "Acme’s clerks");
}

#[test]
fn each_wish_has_its_own_sentence() {
    let first = |wish, shape, given_when_then| {
        let form = DraftForm {
            shape,
            given_when_then,
        };
        let out = outgoing(wish, form, &[]);
        out.user().lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(first(Wish::Answers, Shape::Story, true), "ANSWERS");
    assert_eq!(first(Wish::Questions, Shape::Bug, true), "QUESTIONS");
    assert_eq!(first(Wish::Criteria, Shape::Story, false), "CRITERIA");
    assert_eq!(
        first(Wish::Criteria, Shape::Story, true),
        "CRITERIA SCENARIOS"
    );
    assert_eq!(
        first(Wish::Draft, Shape::Story, true),
        "USER STORY SCENARIOS"
    );
    assert_eq!(first(Wish::Draft, Shape::Bug, false), "BUG REPORT");
}

#[test]
fn keys_links_people_and_notes_never_leave() {
    for wish in [Wish::Answers, Wish::Criteria, Wish::Questions, Wish::Draft] {
        let text = outgoing(wish, DraftForm::default(), &[]).text();
        for private in [
            "KEY-1",
            "link.example",
            "LABEL",
            "NEEDED",
            "NOTES",
            "OPEN",
            "OWNER",
            "RISK",
            "DECIDED",
        ] {
            assert!(!text.contains(private), "{private}");
        }
    }
}

#[test]
fn the_body_holds_exactly_the_text_that_is_shown() {
    let out = outgoing(Wish::Draft, DraftForm::default(), &["Acme", "role"]);
    let body: Value = serde_json::from_str(&request_body("small-1", &out)).unwrap();
    let content = |at: usize| body["messages"][at]["content"].as_str().unwrap().to_owned();
    assert_eq!([content(0), content(1)].join("\n\n"), out.text());
    assert_eq!(body["messages"][0]["role"], "system");
    assert_eq!(body["messages"][1]["role"], "user");
    assert_eq!(body["messages"].as_array().unwrap().len(), 2);
    assert_eq!(body["model"], "small-1");
    assert_eq!(body["stream"], true);
    assert_eq!(body.as_object().unwrap().len(), 3);
}

#[test]
fn without_a_name_the_server_takes_the_model_it_has() {
    let out = outgoing(Wish::Draft, DraftForm::default(), &[]);
    assert!(!request_body("", &out).contains("\"model\""));
}

#[test]
fn our_own_sentences_are_masked_too() {
    let out = outgoing(
        Wish::Answers,
        DraftForm::default(),
        &["ANSWERS", "Dependencies"],
    );
    assert!(
        out.text().starts_with("ROLE NAMES\n\n[[1]]\n"),
        "{}",
        out.text()
    );
    assert!(!out.text().contains("Dependencies"));
}

#[test]
fn no_confidential_word_is_in_the_bytes_that_leave() {
    let words = ["Acme", "clerks", "lists", "pays", "Export"];
    for wish in [Wish::Answers, Wish::Criteria, Wish::Questions, Wish::Draft] {
        let out = outgoing(wish, DraftForm::default(), &words);
        let body = request_body("m", &out).to_lowercase();
        for word in words {
            assert!(!body.contains(&word.to_lowercase()), "{word}");
        }
    }
}

#[test]
fn long_fields_are_cut_where_it_can_be_seen() {
    let mut ask = Ask::of(&story(), Wish::Draft, DraftForm::default(), Vec::new());
    ask.description = "ü".repeat(MAX_FIELD_CHARS + 1);
    let text = ask.outgoing(&WORDING, &Mask::default()).text();
    assert_eq!(text.matches('ü').count(), MAX_FIELD_CHARS);
    assert!(text.contains("ü…\n"));
}

#[test]
fn answers_are_told_apart_by_their_numbers() {
    let text = "Here you go:\n**1.** Clerks.\n\n2) Up to 300,\n1. at noon\n   3. not one\n3: yes\n2024 is no number\n0. nor this\n## 4. four";
    let found = numbered(text);
    let found: Vec<(usize, &str)> = found.iter().map(|(n, text)| (*n, text.as_str())).collect();
    assert_eq!(
        found,
        [
            (1, "Clerks.\n\nat noon\n   3. not one"),
            (2, "Up to 300,"),
            (3, "yes\n2024 is no number\n0. nor this"),
            (4, "four"),
        ]
    );
    assert!(numbered("No numbers at all.").is_empty());
    assert!(numbered("1.\n2.  \n").is_empty());
}
