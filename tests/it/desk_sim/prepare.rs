//! A refinement with oneself: asked, answered, drafted, taken over, and nothing lost.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{Field, PrepareEvent, StoryEvent};
use floret::desk::view::{
    DeskNoticeText, DeskScreen, DraftPart, PrepareView, QuestionRule as Q, Shape,
};
use floret::desk::{DeskEvent, DeskPage};
use floret::saved::{Kept, preparation_key, read_preparation, write_preparation};
use floret::story::{Kind, Story, StoryId};
use floret::words::Language;

use super::browser::Browser;

const PREPARATION_1: &str = include_str!("../saved/preparation-1.json");

/// A browser in which a story of this title is being prepared.
fn preparing(title: &str) -> (Browser, StoryId) {
    let mut browser = Browser::with_tab(40);
    let id = browser.add(0, title);
    browser.tell(0, DeskEvent::Opened(DeskPage::Story(id)));
    tell(&mut browser, PrepareEvent::Opened(id));
    (browser, id)
}

fn tell(browser: &mut Browser, event: PrepareEvent) {
    browser.tell(0, DeskEvent::Prepare(event));
}

fn answer(browser: &mut Browser, rule: Q, text: &str) {
    tell(browser, PrepareEvent::Answered(rule, text.to_owned()));
}

fn shown(browser: &Browser, tab: usize) -> PrepareView {
    let DeskScreen::Prepare(view) = browser.view(tab).screen else {
        panic!("no preparation");
    };
    *view
}

fn rules(browser: &Browser) -> Vec<Q> {
    shown(browser, 0).asks.iter().map(|ask| ask.rule).collect()
}

fn parts(browser: &Browser) -> Vec<DraftPart> {
    shown(browser, 0).draft.iter().map(|row| row.part).collect()
}

fn new(browser: &Browser, part: DraftPart) -> String {
    let draft = shown(browser, 0).draft;
    let row = draft.into_iter().find(|row| row.part == part);
    row.expect("the part").new
}

fn story(browser: &Browser) -> Story {
    Story::clone(&shown(browser, 0).story)
}

#[test]
fn a_vague_story_is_asked_about_with_reasons() {
    let (browser, _) = preparing("Search");
    let view = shown(&browser, 0);
    assert!((3..=6).contains(&view.asks.len()), "{:?}", view.asks);
    for ask in &view.asks {
        assert!(ask.question.contains(['?', '.']), "{}", ask.question);
        assert!(ask.reason.ends_with('.'), "{}", ask.reason);
    }
    assert_eq!(view.draft, []);
    assert!(!view.vote.is_passed);
}

#[test]
fn answers_grow_a_draft_and_change_nothing_until_a_part_is_taken_over() {
    let (mut browser, _) = preparing("Search");
    let before = story(&browser);
    answer(&mut browser, Q::NoUser, "shop owners");
    answer(&mut browser, Q::NoCriteria, "Typing shows matches");
    assert_eq!(parts(&browser), [DraftPart::Why, DraftPart::Acceptance]);
    assert_eq!(story(&browser), before);
    let why = new(&browser, DraftPart::Why);
    tell(&mut browser, PrepareEvent::TakenOver(DraftPart::Why));
    assert_eq!(story(&browser).why, why);
    assert_eq!(parts(&browser), [DraftPart::Acceptance]);
    let view = shown(&browser, 0);
    assert!(!rules(&browser).contains(&Q::NoUser));
    assert_eq!(view.done.len(), 1);
    assert_eq!(view.done[0].1, "shop owners");
}

#[test]
fn one_undo_gives_the_story_its_texts_and_the_draft_its_answers_back() {
    let (mut browser, _) = preparing("Search");
    answer(&mut browser, Q::OnlyAName, "finds a customer by any word");
    answer(&mut browser, Q::NoUser, "clerks");
    answer(&mut browser, Q::NoWhy, "they scroll for minutes");
    answer(&mut browser, Q::NoCriteria, "Two letters show matches");
    let (before, draft) = (story(&browser), shown(&browser, 0).draft);
    let asked = rules(&browser);
    assert_eq!(draft.len(), 3);
    tell(&mut browser, PrepareEvent::AllTakenOver);
    let after = story(&browser);
    assert_eq!(after.title, "Search: finds a customer by any word");
    assert_eq!(after.acceptance, "- Two letters show matches");
    assert_eq!(parts(&browser), []);
    assert!(
        browser
            .notice(0, |text| *text == DeskNoticeText::DraftTaken(3))
            .is_some()
    );
    browser.undo(0);
    let undone = story(&browser);
    assert_eq!(
        (undone.title, undone.why, undone.acceptance),
        (before.title, before.why, before.acceptance)
    );
    assert_eq!(shown(&browser, 0).draft, draft);
    assert_eq!(rules(&browser), asked);
}

#[test]
fn what_was_answered_and_taken_over_is_not_asked_again() {
    let (mut browser, id) = preparing("Search");
    answer(&mut browser, Q::NoUser, "clerks");
    tell(&mut browser, PrepareEvent::AllTakenOver);
    // Even if somebody takes it out of the story again.
    browser.type_in(0, id, Field::Why, "");
    assert!(!rules(&browser).contains(&Q::NoUser));
    tell(&mut browser, PrepareEvent::MoreWanted);
    assert!(!rules(&browser).contains(&Q::NoUser));
}

#[test]
fn half_an_answer_that_was_taken_over_waits_with_its_question() {
    let (mut browser, id) = preparing("Orders on the list");
    browser.story(0, id, StoryEvent::Kind(Kind::Bug));
    answer(&mut browser, Q::BugExpected, "All orders are listed");
    assert_eq!(
        parts(&browser),
        [DraftPart::Description, DraftPart::Acceptance]
    );
    tell(
        &mut browser,
        PrepareEvent::TakenOver(DraftPart::Description),
    );
    assert!(rules(&browser).contains(&Q::BugExpected));
    assert_eq!(parts(&browser), [DraftPart::Acceptance]);
    tell(&mut browser, PrepareEvent::TakenOver(DraftPart::Acceptance));
    assert!(!rules(&browser).contains(&Q::BugExpected));
    assert_eq!(story(&browser).acceptance, "- All orders are listed");
}

#[test]
fn a_skipped_question_is_out_of_the_draft_and_can_be_answered_after_all() {
    let (mut browser, _) = preparing("Search");
    answer(&mut browser, Q::NoUser, "clerks");
    tell(&mut browser, PrepareEvent::Skipped(Q::NoUser, true));
    assert_eq!(parts(&browser), []);
    let view = shown(&browser, 0);
    let ask = view.asks.iter().find(|ask| ask.rule == Q::NoUser);
    assert!(ask.is_some_and(|ask| ask.is_skipped && !ask.is_answered()));
    tell(&mut browser, PrepareEvent::Skipped(Q::NoUser, false));
    assert_eq!(parts(&browser), [DraftPart::Why]);
}

#[test]
fn more_questions_come_when_they_are_wanted_and_none_twice() {
    let (mut browser, _) = preparing("Search");
    let first = rules(&browser);
    for rule in &first {
        tell(&mut browser, PrepareEvent::Skipped(*rule, true));
    }
    assert_eq!(rules(&browser), first);
    let n_more = shown(&browser, 0).n_more;
    assert!((1..=3).contains(&n_more));
    tell(&mut browser, PrepareEvent::MoreWanted);
    let all = rules(&browser);
    assert_eq!(all.len(), first.len() + n_more);
    let mut unique = all.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), all.len());
}

#[test]
fn a_bug_report_asks_what_a_bug_needs_and_makes_the_story_a_bug() {
    let (mut browser, _) = preparing("Orders on the list");
    answer(&mut browser, Q::NoWhy, "Clerks cannot work");
    tell(&mut browser, PrepareEvent::ShapeChosen(Shape::Bug));
    let asked = rules(&browser);
    assert!(asked.contains(&Q::BugSteps), "{asked:?}");
    // What was answered stays, what nobody touched goes.
    assert!(asked.contains(&Q::NoWhy) && !asked.contains(&Q::NoUser));
    assert!(asked.len() <= 6);
    answer(&mut browser, Q::BugSteps, "Open the orders");
    assert_eq!(
        parts(&browser),
        [DraftPart::Kind, DraftPart::Description, DraftPart::Why]
    );
    assert_eq!(new(&browser, DraftPart::Kind), "Bug");
    tell(&mut browser, PrepareEvent::AllTakenOver);
    assert_eq!(story(&browser).kind, Kind::Bug);
    assert!(story(&browser).description.contains("### Steps"));
    browser.undo(0);
    assert_eq!(story(&browser).kind, Kind::Story);
}

#[test]
fn criteria_become_scenarios_where_wanted() {
    let (mut browser, _) = preparing("Search");
    answer(
        &mut browser,
        Q::NoCriteria,
        "If nothing fits, a message says so",
    );
    tell(&mut browser, PrepareEvent::ScenariosSwitched(true));
    assert_eq!(
        new(&browser, DraftPart::Acceptance),
        "- **Given** …\n  **When** nothing fits\n  **Then** a message says so"
    );
    tell(&mut browser, PrepareEvent::ScenariosSwitched(false));
    assert!(new(&browser, DraftPart::Acceptance).starts_with("- If nothing"));
}

#[test]
fn a_restart_loses_no_answer_and_opens_where_it_was() {
    let (mut browser, id) = preparing("Search");
    assert_eq!(browser.tabs[0].fragment, format!("prepare={id}"));
    answer(&mut browser, Q::NoUser, "clerks");
    tell(&mut browser, PrepareEvent::Skipped(Q::NoWhy, true));
    tell(&mut browser, PrepareEvent::ScenariosSwitched(true));
    let before = shown(&browser, 0);
    let tab = browser.restart(0);
    assert_eq!(shown(&browser, tab), before);
}

#[test]
fn a_story_nobody_answered_about_writes_nothing() {
    let (mut browser, id) = preparing("Search");
    answer(&mut browser, Q::NoUser, "c");
    assert!(browser.storage.contains_key(&preparation_key(id)));
    answer(&mut browser, Q::NoUser, "");
    assert!(!browser.storage.contains_key(&preparation_key(id)));
}

#[test]
fn two_tabs_prepare_one_story_and_both_answers_count() {
    let (mut browser, id) = preparing("Search");
    let second = browser.open_at(DeskPage::Prepare(id));
    answer(&mut browser, Q::NoUser, "clerks");
    let why = PrepareEvent::Answered(Q::NoWhy, String::from("they scroll"));
    browser.tell(second, DeskEvent::Prepare(why));
    for tab in [0, second] {
        let asks = shown(&browser, tab).asks;
        let n_answered = asks.iter().filter(|ask| ask.is_answered()).count();
        assert_eq!(n_answered, 2, "tab {tab}");
    }
}

#[test]
fn answers_about_a_story_that_is_gone_are_forgotten_with_the_next_start() {
    let (mut browser, id) = preparing("Search");
    answer(&mut browser, Q::NoUser, "clerks");
    tell(&mut browser, PrepareEvent::Closed);
    let deleted = floret::desk::event::BacklogEvent::StoryDeleted(id);
    browser.backlog(0, deleted);
    browser.undo(0);
    tell(&mut browser, PrepareEvent::Opened(id));
    assert_eq!(parts(&browser), [DraftPart::Why]);
    let deleted = floret::desk::event::BacklogEvent::StoryDeleted(id);
    browser.backlog(0, deleted);
    assert!(matches!(
        browser.view(0).screen,
        DeskScreen::NoStory | DeskScreen::Backlog(_)
    ));
    browser.tell(0, DeskEvent::Opened(DeskPage::Backlog));
    browser.restart(0);
    assert!(!browser.storage.contains_key(&preparation_key(id)));
}

#[test]
fn damaged_answers_stay_as_they_are() {
    let (mut browser, id) = preparing("Search");
    tell(&mut browser, PrepareEvent::Closed);
    let key = preparation_key(id);
    browser.storage.insert(
        key.clone(),
        String::from("{\"version\":1,\"answers\":[{}]}"),
    );
    let tab = browser.restart(0);
    browser.tell(tab, DeskEvent::Prepare(PrepareEvent::Opened(id)));
    let answered = PrepareEvent::Answered(Q::NoUser, String::from("clerks"));
    browser.tell(tab, DeskEvent::Prepare(answered));
    assert_eq!(shown(&browser, tab).draft.len(), 1);
    assert!(browser.storage[&key].contains("[{}]"));
    let is_told = |text: &DeskNoticeText| matches!(text, DeskNoticeText::StorageDamaged(1));
    assert!(browser.notice(tab, is_told).is_some());
}

#[test]
fn the_address_leads_there_and_back_leads_to_the_button() {
    let (mut browser, id) = preparing("Search");
    tell(&mut browser, PrepareEvent::Closed);
    assert_eq!(browser.tabs[0].fragment, format!("story={id}"));
    assert!(browser.story_screen(0).is_back);
    browser.tell(0, DeskEvent::FragmentChanged(format!("prepare={id}")));
    assert_eq!(shown(&browser, 0).id, id);
    browser.tell(0, DeskEvent::FragmentChanged(format!("story={id}")));
    assert!(browser.story_screen(0).is_back);
    browser.tell(0, DeskEvent::Opened(DeskPage::Backlog));
    browser.tell(0, DeskEvent::Opened(DeskPage::Story(id)));
    assert!(!browser.story_screen(0).is_back);
    let nobody = DeskPage::Prepare(StoryId(1));
    browser.tell(0, DeskEvent::Opened(nobody));
    assert_eq!(browser.view(0).screen, DeskScreen::NoStory);
}

#[test]
fn questions_and_draft_speak_the_language_of_the_page() {
    let (mut browser, _) = preparing("Suche");
    answer(&mut browser, Q::NoUser, "Verkäufer");
    browser.tell(0, DeskEvent::LanguageChanged(Language::German));
    let view = shown(&browser, 0);
    let ask = view.asks.iter().find(|ask| ask.rule == Q::NoUser);
    assert!(ask.is_some_and(|ask| ask.question.contains("Wer benutzt")));
    assert!(new(&browser, DraftPart::Why).starts_with("**Als** Verkäufer"));
}

#[test]
fn a_story_that_was_prepared_passes_its_vote_gate() {
    let (mut browser, id) = preparing("Search");
    answer(&mut browser, Q::NoCriteria, "Two letters show matches");
    tell(&mut browser, PrepareEvent::AllTakenOver);
    browser.type_in(0, id, Field::Dependencies, "none");
    for point in ["R1", "R2", "R5"] {
        browser.story(0, id, StoryEvent::Said(point.to_owned(), Some(true)));
    }
    browser.story(0, id, StoryEvent::Placed(true));
    assert!(shown(&browser, 0).vote.is_passed);
}

#[test]
fn released_answers_are_written_as_they_were_read() {
    let Kept::Fine(kept) = read_preparation(PREPARATION_1) else {
        panic!("a released form cannot be read");
    };
    assert_eq!(write_preparation(&kept), PREPARATION_1.trim_end());
    assert_eq!(kept.answers[0].rule, Q::VagueWords);
    let damaged = "{\"version\":1,\"answers\":[{\"rule\":\"nobody-asks\"}]}";
    assert_eq!(read_preparation(damaged), Kept::Damaged);
    assert_eq!(read_preparation("{\"version\":2}"), Kept::Newer);
}
