//! Each question, with a story that is asked it and one that is not.

use floret::story::{
    Field, Kind, MAX_QUESTIONS, MIN_QUESTIONS, OpenQuestion, Question, QuestionRule as Q, Story,
    findings, questions,
};

use super::asking_bugs::bug;
use super::{Dice, of_kind, story};

fn has(story: &Story, rule: Q) -> bool {
    findings(story).iter().any(|question| question.rule == rule)
}

/// Stories that are asked, then stories that are not.
pub(super) fn holds(rule: Q, asked: &[Story], not_asked: &[Story]) {
    for story in asked {
        assert!(has(story, rule), "{rule:?} is not asked of {story:?}");
    }
    for story in not_asked {
        assert!(!has(story, rule), "{rule:?} is asked of {story:?}");
    }
}

fn accepting(title: &str, acceptance: &str) -> Story {
    Story {
        acceptance: acceptance.into(),
        ..story(title, "")
    }
}

#[test]
fn what_should_change_is_asked_where_a_title_only_names_a_thing() {
    let long =
        "Guests see the list of their orders with date and total, newest first, on one page.";
    holds(
        Q::OnlyAName,
        &[
            story("Export", ""),
            story("CSV-Export", "please"),
            story("", ""),
        ],
        &[
            story("Guests download their orders", ""),
            story("Export", long),
        ],
    );
}

#[test]
fn the_user_is_asked_where_nobody_is_named() {
    holds(
        Q::NoUser,
        &[story("Export the list", "A file with all rows.")],
        &[
            story("Export the list", "Customers want a file."),
            story("Liste exportieren", "Für Sachbearbeiterinnen."),
            Story {
                why: "As an operator I want to sleep".into(),
                ..story("Export", "")
            },
            of_kind(Kind::Task, "Update the server", ""),
        ],
    );
}

#[test]
fn the_reason_is_asked_where_there_is_none() {
    holds(
        Q::NoWhy,
        &[
            story("Export the list", "A file with all rows."),
            of_kind(Kind::Task, "Update", ""),
        ],
        &[
            story("Export the list", "so that Ana can send it"),
            story("Liste exportieren", "damit Ana sie verschicken kann"),
            Story {
                why: "Audit".into(),
                ..story("Export", "")
            },
            bug(""),
        ],
    );
}

#[test]
fn criteria_are_asked_where_there_are_none() {
    holds(
        Q::NoCriteria,
        &[story("Export", ""), accepting("Export", "TBD")],
        &[
            accepting("Export", "- a file"),
            story("Export", "## Akzeptanzkriterien\n- eine Datei"),
            of_kind(Kind::Task, "Export", ""),
        ],
    );
}

#[test]
fn the_end_is_asked_of_tasks_and_spikes() {
    holds(
        Q::NoDoneWhen,
        &[
            of_kind(Kind::Task, "Update", "soon"),
            of_kind(Kind::Spike, "Try it", ""),
        ],
        &[
            of_kind(Kind::Task, "Update", "Done when all servers run it."),
            of_kind(Kind::Spike, "Try it", "Ergebnis: eine Seite im Wiki"),
            story("Update", ""),
        ],
    );
}

#[test]
fn a_spike_is_asked_for_its_question_and_its_limit() {
    holds(
        Q::SpikeQuestion,
        &[of_kind(Kind::Spike, "Payment provider", "Look at it.")],
        &[
            of_kind(Kind::Spike, "Payment", "Can it do refunds?"),
            of_kind(Kind::Spike, "Zahlung", "Herausfinden, was es kostet"),
        ],
    );
    holds(
        Q::SpikeTimebox,
        &[of_kind(Kind::Spike, "Payment", "Can it do refunds?")],
        &[
            of_kind(Kind::Spike, "Payment", "Two days."),
            story("Payment", ""),
        ],
    );
}

#[test]
fn what_is_put_off_is_quoted() {
    holds(
        Q::PutOff,
        &[
            story("Tax rates", "TBD"),
            story("Steuer", "kommt später"),
            story("Tax", "rate: ???"),
        ],
        &[story("Tax rates", "`TBD` is a code. Really??")],
    );
    let found = findings(&story("Tax", "TBD or ???"));
    let question = found
        .iter()
        .find(|question| question.rule == Q::PutOff)
        .unwrap();
    assert_eq!(question.found, ["TBD", "???"]);
}

#[test]
fn two_stories_in_one_are_found() {
    let many = "- shows it\n".repeat(9);
    holds(
        Q::SeveralStories,
        &[
            story("Search and filter orders", ""),
            story("Suche und Filter", ""),
            story("Search", "It finds orders. And also it prints them."),
            story("Search", &"word ".repeat(700)),
            accepting("Search", &many),
        ],
        &[
            story("Drag and drop orders", "Search finds bread and butter."),
            accepting("Search", "- one\n- two"),
            bug("It opens and closes."),
        ],
    );
}

#[test]
fn vague_words_are_quoted_once() {
    holds(
        Q::VagueWords,
        &[
            story("Make the search fast", ""),
            story("Search", "by name, date, etc."),
            story("Suche", "Sie soll einfach sein, usw."),
            accepting("Search", "- some results are shown"),
        ],
        &[
            story(
                "Search",
                "Breakfast orders; see `fast` and fast-forward. Some like it.",
            ),
            story("Suche", "Der Frühling"),
        ],
    );
    let found = findings(&story("Fast search", "fast, easy, fast, simple, nice"));
    let question = found
        .iter()
        .find(|question| question.rule == Q::VagueWords)
        .unwrap();
    assert_eq!(question.found, ["Fast", "easy", "simple"]);
}

#[test]
fn criteria_that_nobody_can_check_are_quoted() {
    holds(
        Q::CriteriaNotCheckable,
        &[
            accepting("Search", "- user-friendly\n- corporate look"),
            accepting("Suche", "Stimmig im Bild"),
        ],
        &[
            accepting(
                "Search",
                "- finds 20 orders\n- corporate look\n- shows a message",
            ),
            accepting("Search", "Given an order\nWhen I search\nThen it is listed"),
            accepting("Suche", "- Treffer werden angezeigt"),
            story("Search", ""),
        ],
    );
}

#[test]
fn the_bad_case_is_asked_where_only_the_good_one_is_told() {
    holds(
        Q::NoErrorCase,
        &[story("Pay by card", "The customer pays.")],
        &[
            story("Pay by card", "An invalid card is rejected."),
            story("Mit Karte zahlen", "Sonst erscheint eine Warnung."),
            bug("The customer pays."),
        ],
    );
}

#[test]
fn a_picture_is_asked_where_a_screen_is_meant() {
    holds(
        Q::NoMockUp,
        &[
            story("Add a button", "On the start page."),
            story("Neue Maske", ""),
        ],
        &[
            story("Add a button", "![sketch](a.png)"),
            story("Add a button", "See the mock-up."),
            story("Send orders at night", ""),
            of_kind(Kind::Task, "Remove a button", ""),
        ],
    );
}

#[test]
fn what_exists_is_asked_where_it_is_touched() {
    holds(
        Q::ExistingData,
        &[
            story("Rename orders to purchases", ""),
            of_kind(Kind::Task, "Server umziehen", ""),
        ],
        &[
            story("Rename orders", "Existing links go on working."),
            story("Add orders", "They replace nothing."),
        ],
    );
}

#[test]
fn dependencies_are_asked_where_nothing_is_said() {
    holds(
        Q::NoDependency,
        &[story("Pay by card", "")],
        &[
            story("Pay by card", "Blocked by ABC-7."),
            story("Zahlen", "Setzt voraus, dass der Vertrag da ist."),
            Story {
                dependencies: "none".into(),
                ..story("Pay", "")
            },
            bug(""),
        ],
    );
}

#[test]
fn numbers_rights_limits_and_a_showing_are_asked_last() {
    holds(
        Q::NoVolume,
        &[story("List orders", "")],
        &[story("List orders", "At most 50 per page."), bug("")],
    );
    holds(
        Q::NoPermission,
        &[story("Delete orders", "")],
        &[
            story(
                "Delete orders",
                "Only with the right role: berechtigt sind Admins.",
            ),
            bug(""),
        ],
    );
    holds(
        Q::NotIncluded,
        &[story("List orders", "")],
        &[story("List orders", "Out of scope: printing"), bug("")],
    );
    holds(
        Q::HowToShow,
        &[story("List orders", "")],
        &[
            story("List orders", "Demo with the test shop"),
            of_kind(Kind::Spike, "Try", ""),
        ],
    );
}

#[test]
fn every_question_has_a_story_that_is_asked_it() {
    let bad: Vec<Question> = [
        story("Change", "TBD fast and also a button"),
        bug(""),
        accepting("Search", "nice"),
        of_kind(Kind::Spike, "Try it", ""),
    ]
    .iter()
    .flat_map(findings)
    .collect();
    let mut rules: Vec<Q> = bad.iter().map(|question| question.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    assert_eq!(rules.len(), 25);
}

#[test]
fn a_thin_story_is_asked_most_and_a_good_one_least() {
    assert_eq!(questions(&story("Search", "")).len(), MAX_QUESTIONS);
    let good = Story {
        why: "As a shopper I want to find a book, so that I buy it.".into(),
        acceptance: "- 20 results at most are shown\n- no results: an error is shown".into(),
        dependencies: "none".into(),
        ..story("Shoppers find books by title", "Signed-in or not.")
    };
    assert_eq!(questions(&good).len(), MIN_QUESTIONS);
}

#[test]
fn a_story_that_says_everything_is_asked_nothing() {
    let whole = Story {
        why: "As a shopper I want to find a book, so that I buy it.".into(),
        acceptance: "- 20 results at most are listed\n- no results: an error is shown".into(),
        dependencies: "none".into(),
        questions: vec![OpenQuestion::default()],
        ..story(
            "Shoppers find books by title",
            "Public, no role needed. Out of scope: authors. Demo with the test shop.",
        )
    };
    assert_eq!(questions(&whole), []);
}

#[test]
fn the_answer_to_each_question_has_a_field() {
    let found = findings(&story("Change", ""));
    let fills = |rule| {
        found
            .iter()
            .find(|question| question.rule == rule)
            .unwrap()
            .fills
    };
    assert_eq!(fills(Q::OnlyAName), Field::Title);
    assert_eq!(fills(Q::NoWhy), Field::Why);
    assert_eq!(fills(Q::NoCriteria), Field::Acceptance);
    assert_eq!(fills(Q::NoDependency), Field::Dependencies);
}

#[test]
fn any_text_is_asked_at_most_six_different_questions() {
    let mut dice = Dice(1);
    for _ in 0..400 {
        let story = dice.story();
        let asked = questions(&story);
        let found = findings(&story);
        let mut rules: Vec<Q> = asked.iter().map(|question| question.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        assert_eq!(rules.len(), asked.len());
        assert!(asked.len() <= MAX_QUESTIONS);
        assert!(asked.len() >= MIN_QUESTIONS.min(found.len()));
        assert!(
            asked
                .iter()
                .all(|question| question.found.len() <= 3 && found.contains(question))
        );
    }
}
