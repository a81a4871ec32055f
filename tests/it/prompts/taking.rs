//! What a model said goes where the person takes it: answers to questions, the rest into
//! the draft, and nothing into the story by itself.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{
    AssistantEvent, DictationOffer, ModelNews, ModelOffer, PrepareEvent, SpeechNews, SpokenInto,
};
use floret::desk::view::{AskingView, DeskSpoken, DraftPart, QuestionRule as Q};
use floret::desk::{DeskEffect, DeskEvent};
use floret::prompt::Wish;
use floret::story::DraftForm;

use super::page::Page;

fn tell(page: &mut Page, event: PrepareEvent) {
    page.tell(DeskEvent::Prepare(event));
}

/// Asks the browser's model, which says this, and takes it.
fn taken(page: &mut Page, wish: Wish, said: &str) {
    page.found(ModelOffer::Ready, DictationOffer::None);
    page.assist(AssistantEvent::AskPressed {
        story: page.story,
        wish,
        form: DraftForm::default(),
    });
    let sent = page.assist(AssistantEvent::SendPressed);
    let [DeskEffect::AskModel { id, .. }] = sent.as_slice() else {
        panic!("{sent:?}");
    };
    page.news(*id, ModelNews::Text(said.to_owned()));
    page.news(*id, ModelNews::Ended);
    tell(page, PrepareEvent::ModelTaken);
    assert_eq!(page.helper().asking, AskingView::Nothing);
}

fn opened() -> Page {
    let mut page = Page::new();
    page.open();
    page
}

fn new(page: &Page, part: DraftPart) -> Option<String> {
    let rows = page.screen().draft.into_iter();
    let mut rows = rows.filter(|row| row.part == part);
    rows.next().map(|row| row.new)
}

fn answer(page: &Page, rule: Q) -> String {
    let asks = page.screen().asks;
    let ask = asks.into_iter().find(|ask| ask.rule == rule);
    ask.expect("the question").answer
}

#[test]
fn numbered_answers_go_to_their_questions_as_they_were_numbered_when_asked() {
    let mut page = opened();
    let rules: Vec<Q> = page.screen().asks.iter().map(|ask| ask.rule).collect();
    tell(
        &mut page,
        PrepareEvent::Answered(rules[1], String::from("Mine.")),
    );
    tell(&mut page, PrepareEvent::Skipped(rules[0], true));
    taken(
        &mut page,
        Wish::Answers,
        "Sure:\n1. First\n2) Second\n99. Nobody",
    );
    // The skipped one was not asked about: the second question is number 1.
    assert_eq!(answer(&page, rules[0]), "");
    assert_eq!(answer(&page, rules[1]), "Mine.\nFirst");
    assert_eq!(answer(&page, rules[2]), "Second");
    assert_eq!(page.view().spoken.1, Some(DeskSpoken::AnswersFilledIn(2)));
    assert_eq!(page.screen().story.why, "");
}

#[test]
fn answers_without_numbers_are_not_lost() {
    let mut page = opened();
    taken(&mut page, Wish::Answers, "It depends.");
    assert_eq!(
        new(&page, DraftPart::Description).as_deref(),
        Some("It depends.")
    );
}

#[test]
fn criteria_come_below_those_of_the_draft_and_can_be_left_out_again() {
    let mut page = opened();
    let answered = PrepareEvent::Answered(Q::NoCriteria, String::from("A file comes"));
    tell(&mut page, answered);
    taken(
        &mut page,
        Wish::Criteria,
        "- An empty list gives an empty file",
    );
    let both = "- A file comes\n- An empty list gives an empty file";
    assert_eq!(new(&page, DraftPart::Acceptance).as_deref(), Some(both));
    tell(
        &mut page,
        PrepareEvent::ProposalDropped(DraftPart::Acceptance),
    );
    let own = new(&page, DraftPart::Acceptance);
    assert_eq!(own.as_deref(), Some("- A file comes"));
}

#[test]
fn a_whole_text_stands_beside_the_description_until_it_is_taken_over() {
    let mut page = opened();
    taken(&mut page, Wish::Draft, "# Export\n\nOnce a day.");
    assert_eq!(page.screen().story.description, "");
    assert!(page.screen().draft.iter().any(|row| row.is_proposed));
    tell(&mut page, PrepareEvent::AllTakenOver);
    assert_eq!(page.screen().story.description, "# Export\n\nOnce a day.");
    assert_eq!(new(&page, DraftPart::Description), None);
    page.tell(DeskEvent::UndoLast);
    assert_eq!(page.screen().story.description, "");
    assert!(new(&page, DraftPart::Description).is_some());
}

#[test]
fn questions_become_open_questions_of_the_story() {
    let mut page = opened();
    taken(
        &mut page,
        Wish::Questions,
        "1. **Who pays?** It changes the design.\n\n- How many?",
    );
    tell(&mut page, PrepareEvent::TakenOver(DraftPart::Questions));
    let story = page.screen().story;
    let texts = story.questions.iter().map(|one| one.text.as_str());
    let texts: Vec<&str> = texts.collect();
    assert_eq!(texts, ["Who pays? It changes the design.", "How many?"]);
    assert!(story.questions.iter().all(|one| !one.stops_work));
}

#[test]
fn the_questions_and_answers_so_far_are_told_to_the_model() {
    let mut page = Page::with_address();
    let answered = PrepareEvent::Answered(Q::NoUser, String::from("clerks of Acme"));
    tell(&mut page, answered);
    page.press_ask();
    let AskingView::Shown { text, .. } = page.helper().asking else {
        panic!("nothing is shown");
    };
    assert!(text.contains("Who will use this?"), "{text}");
    assert!(text.contains("Answer: clerks of [[1]]"), "{text}");
}

#[test]
fn dictated_words_go_behind_an_answer_and_into_its_box() {
    let mut page = opened();
    page.found(ModelOffer::None, DictationOffer::OnDevice);
    let typed = PrepareEvent::Answered(Q::NoUser, String::from("Clerks"));
    tell(&mut page, typed);
    let before = page.screen().n_written;
    let into = SpokenInto::Answer(page.story, Q::NoUser);
    let pressed = page.assist(AssistantEvent::DictatePressed(into));
    let [DeskEffect::Dictate { id, .. }] = pressed.as_slice() else {
        panic!("{pressed:?}");
    };
    page.speech(*id, SpeechNews::Final(String::from("and their boss")));
    assert_eq!(answer(&page, Q::NoUser), "Clerks and their boss");
    assert_ne!(page.screen().n_written, before);
}

#[test]
fn another_page_closes_the_microphone_and_keeps_the_answer() {
    let mut page = opened();
    page.found(ModelOffer::None, DictationOffer::OnDevice);
    let into = SpokenInto::Answer(page.story, Q::NoUser);
    page.assist(AssistantEvent::DictatePressed(into));
    let left = page.tell(DeskEvent::Prepare(PrepareEvent::Closed));
    let is_closed = |effect: &DeskEffect| matches!(effect, DeskEffect::StopDictation { .. });
    assert!(left.iter().any(is_closed), "{left:?}");
}
