//! A draft adds what was answered and loses nothing that was written.

use floret::story::{
    Draft, DraftForm, DraftWords, Field, QuestionRule as Q, Shape, Story, changed_fields, draft,
    questions,
};
use floret::words::{DeskWords, Language};

use super::{Dice, story};

fn words() -> DraftWords<'static> {
    let words = &DeskWords::of(Language::English).gate.draft;
    DraftWords {
        as_a: words.as_a,
        i_want: words.i_want,
        so_that: words.so_that,
        given: words.given,
        when: words.when,
        then: words.then,
        steps: words.steps,
        expected: words.expected,
        actual: words.actual,
        who_is_hit: words.who_is_hit,
        environment: words.environment,
        since: words.since,
        question: words.question,
        timebox: words.timebox,
        settled: words.settled,
        scope: words.scope,
        permissions: words.permissions,
        existing: words.existing,
        mock_up: words.mock_up,
        showing: words.showing,
    }
}

const STORY: DraftForm = DraftForm {
    shape: Shape::Story,
    given_when_then: false,
};
const SCENARIOS: DraftForm = DraftForm {
    shape: Shape::Story,
    given_when_then: true,
};
const BUG: DraftForm = DraftForm {
    shape: Shape::Bug,
    given_when_then: false,
};

fn written(story: &Story, answers: &[(Q, &str)], form: DraftForm) -> Draft {
    let answers: Vec<(Q, String)> = answers
        .iter()
        .map(|(rule, text)| (*rule, (*text).into()))
        .collect();
    draft(story, &answers, form, &words())
}

#[test]
fn user_and_reason_become_a_user_story() {
    let story = story("Download the list", "All rows.");
    let draft = written(
        &story,
        &[
            (Q::NoUser, "As a shop owner"),
            (Q::NoWhy, "because the tax office asks"),
        ],
        STORY,
    );
    assert_eq!(
        draft.why,
        "**As** shop owner\n**I want** Download the list\n**so that** the tax office asks"
    );
    assert_eq!(changed_fields(&story, &draft), [Field::Why]);
}

#[test]
fn a_reason_alone_stays_a_sentence() {
    let draft = written(
        &story("Download the list", ""),
        &[(Q::NoWhy, "Taxes.")],
        STORY,
    );
    assert_eq!(draft.why, "Taxes.");
}

#[test]
fn answers_become_criteria_after_the_old_ones() {
    let story = Story {
        acceptance: "- a file is downloaded\n".into(),
        ..story("Fast download", "")
    };
    let draft = written(
        &story,
        &[
            (Q::VagueWords, "within 2 seconds"),
            (Q::NoErrorCase, "If it fails, a message\n- try again"),
        ],
        STORY,
    );
    assert_eq!(
        draft.acceptance,
        "- a file is downloaded\n- Fast: within 2 seconds\n- If it fails, a message\n- try again"
    );
}

#[test]
fn criteria_become_scenarios_where_wanted_and_nothing_is_made_up() {
    let answer = "a file is downloaded\nIf it fails, then a message is shown\nGiven a guest\nWhen \
                  she asks\nThen nothing";
    let draft = written(
        &story("Download", ""),
        &[(Q::NoCriteria, answer)],
        SCENARIOS,
    );
    assert_eq!(
        draft.acceptance,
        "- **Given** …\n  **When** …\n  **Then** a file is downloaded\n\
         - **Given** …\n  **When** it fails\n  **Then** a message is shown\n\
         - Given a guest\n  When she asks\n  Then nothing"
    );
}

#[test]
fn a_bug_becomes_a_report_in_its_order() {
    let story = story("Export broken", "Please fix.");
    let draft = written(
        &story,
        &[
            (Q::BugExpected, "A file."),
            (Q::BugSteps, "1. Open\n2. Press"),
            (Q::BugWho, " "),
        ],
        BUG,
    );
    assert_eq!(
        draft.description,
        "Please fix.\n\n### Steps\n\n1. Open\n2. Press\n\n### Expected\n\nA file."
    );
    assert_eq!(draft.acceptance, "- A file.");
    assert_eq!(
        changed_fields(&story, &draft),
        [Field::Description, Field::Acceptance]
    );
}

#[test]
fn a_title_that_only_names_a_thing_is_completed() {
    let answer = [(Q::OnlyAName, "Guests get their orders as a file")];
    assert_eq!(
        written(&story("Export", ""), &answer, STORY).title,
        "Export: Guests get their orders as a file"
    );
    let answer = [(Q::OnlyAName, "Guests export their orders\nand more")];
    let draft = written(&story("Export", "Old."), &answer, STORY);
    assert_eq!(
        (draft.title.as_str(), draft.description.as_str()),
        ("Guests export their orders", "Old.\n\nand more")
    );
    let long = "x".repeat(400);
    let draft = written(&story("Export", ""), &[(Q::OnlyAName, &long)], STORY);
    assert_eq!((draft.title.as_str(), draft.description), ("Export", long));
}

#[test]
fn what_was_put_off_is_settled_with_the_word_it_settles() {
    let draft = written(&story("Tax", "Rate: TBD"), &[(Q::PutOff, "19 %")], STORY);
    assert_eq!(draft.description, "Rate: TBD\n\n### Settled\n\nTBD: 19 %");
}

#[test]
fn without_answers_nothing_changes() {
    let mut dice = Dice(5);
    for form in [STORY, SCENARIOS, BUG] {
        let story = dice.story();
        let draft = written(&story, &[(Q::NoWhy, "  "), (Q::NoUser, "\n")], form);
        assert_eq!(changed_fields(&story, &draft), []);
    }
}

#[test]
fn an_applied_draft_changes_only_what_it_shows() {
    let before = Story {
        key: "ABC-1".into(),
        estimate: "5".into(),
        ..story("Export", "Old.")
    };
    let draft = written(&before, &[(Q::NoDependency, "none")], STORY);
    let mut after = before.clone();
    draft.apply(&mut after);
    assert_eq!(
        after,
        Story {
            dependencies: "none".into(),
            ..before
        }
    );
}

#[test]
fn no_old_line_is_lost_and_every_answer_is_in() {
    let mut dice = Dice(11);
    for round in 0..200 {
        let story = dice.story();
        let asked = questions(&story);
        let answers: Vec<(Q, String)> = asked
            .iter()
            .map(|question| (question.rule, format!("answer{} {}", round, dice.text())))
            .collect();
        let form = [STORY, SCENARIOS, BUG][dice.below(3)];
        let draft = draft(&story, &answers, form, &words());
        for field in Field::ALL {
            let (old, new) = (field.of(&story), draft.text(field));
            let lost = old.lines().find(|line| !new.contains(line.trim()));
            assert_eq!(
                lost.filter(|_| field != Field::Title),
                None,
                "{field:?}: {new}"
            );
        }
        for question in asked {
            let texts = Field::ALL.map(|field| draft.text(field)).concat();
            let is_in = texts.contains(&format!("answer{round}"));
            assert!(is_in, "{question:?}");
        }
    }
}

#[test]
fn a_field_that_would_grow_too_long_stays_as_it_was() {
    let before = story("Export the list", &"x".repeat(39_990));
    let draft = written(
        &before,
        &[(Q::NotIncluded, "printing"), (Q::NoWhy, "taxes")],
        STORY,
    );
    assert_eq!(changed_fields(&before, &draft), [Field::Why]);
}
