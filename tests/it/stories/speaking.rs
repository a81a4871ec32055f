//! Every point, reason and question has its words in every language.

use floret::story::Definition;
use floret::words::{Ask, DeskWords, Language, QuestionTexts};

const LANGUAGES: [Language; 2] = [Language::English, Language::German];

fn asks(texts: &QuestionTexts) -> [Ask; 25] {
    [
        texts.only_a_name,
        texts.bug_steps,
        texts.bug_actual,
        texts.bug_expected,
        texts.no_user,
        texts.no_why,
        texts.no_criteria,
        texts.no_done_when,
        texts.spike_question,
        texts.spike_timebox,
        texts.bug_who,
        texts.put_off,
        texts.several_stories,
        texts.vague_words,
        texts.criteria_not_checkable,
        texts.bug_where,
        texts.no_error_case,
        texts.no_mock_up,
        texts.existing_data,
        texts.no_dependency,
        texts.no_volume,
        texts.no_permission,
        texts.not_included,
        texts.bug_since,
        texts.how_to_show,
    ]
}

#[test]
fn every_built_in_point_has_its_wording() {
    for language in LANGUAGES {
        let points = &DeskWords::of(language).gate.points;
        for point in Definition::default().points {
            assert!(points.of(&point.name).is_some_and(|text| !text.is_empty()));
        }
        assert_eq!(points.of("T1"), None);
    }
}

#[test]
fn every_question_asks_and_says_why() {
    for language in LANGUAGES {
        for ask in asks(&DeskWords::of(language).gate.questions) {
            assert!(ask.question.contains(['?', '.']), "{}", ask.question);
            assert!(ask.reason.ends_with('.'), "{}", ask.reason);
        }
    }
}
