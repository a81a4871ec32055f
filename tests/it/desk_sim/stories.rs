//! One story: every field is typed, kept and limited.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{Field, ItemField, ListField, StoryEvent};
use floret::desk::view::DeskNoticeText;
use floret::desk::{DeskEvent, DeskPage};
use floret::story::{Kind, MAX_TITLE_CHARS, Status, Step, Story, StoryId, Understanding};

use super::browser::Browser;

fn opened() -> (Browser, StoryId) {
    let mut browser = Browser::with_tab(10);
    let id = browser.add(0, "A story");
    browser.tell(0, DeskEvent::Opened(DeskPage::Story(id)));
    (browser, id)
}

fn story(browser: &Browser) -> Story {
    Story::clone(&browser.story_screen(browser.tabs.len() - 1).story)
}

/// Says everything of a story that can be said.
pub(super) fn say_everything(browser: &mut Browser, tab: usize, id: StoryId) {
    let texts = [
        (Field::Key, "ABC-1"),
        (Field::Title, "Pay by invoice"),
        (
            Field::Description,
            "Company customers \"pay\" later.\n\n- list",
        ),
        (Field::Why, "Accounting asks"),
        (Field::Acceptance, "Given … when … then …"),
        (Field::Dependencies, "none"),
        (Field::Link, "https://tracker.example/ABC-1"),
        (Field::Estimate, "½"),
        (Field::Notes, "mine alone"),
    ];
    for (field, text) in texts {
        browser.type_in(tab, id, field, text);
    }
    let item = |at, field, text: &str| StoryEvent::ItemTyped {
        at,
        field,
        text: text.to_owned(),
    };
    let events = [
        StoryEvent::Kind(Kind::Spike),
        StoryEvent::Understanding(Some(Understanding::Partly)),
        StoryEvent::Placed(true),
        StoryEvent::WordAdded(ListField::Needed, "Ana; Bo, ana".into()),
        StoryEvent::WordAdded(ListField::Labels, "pay".into()),
        StoryEvent::ItemAdded(ListField::Questions),
        item(0, ItemField::QuestionText, "Which tax?"),
        item(0, ItemField::QuestionOwner, "Cy"),
        item(0, ItemField::QuestionDue, "2026-11-30"),
        StoryEvent::QuestionStops(0, true),
        StoryEvent::QuestionClosed(0, true),
        StoryEvent::ItemAdded(ListField::Risks),
        item(0, ItemField::RiskText, "The bank is slow"),
        item(0, ItemField::RiskOwner, "Di"),
        StoryEvent::RiskBlocks(0, true),
        StoryEvent::ItemAdded(ListField::Decisions),
        item(0, ItemField::DecisionWhat, "Invoice by mail"),
        item(0, ItemField::DecisionWhy, "Cheapest"),
        item(0, ItemField::DecisionWho, "Ana"),
        item(0, ItemField::DecisionDropped, "Letters"),
        StoryEvent::Said("R1".into(), Some(true)),
        StoryEvent::Said("R2".into(), Some(false)),
    ];
    for event in events {
        browser.story(tab, id, event);
    }
}

#[test]
fn everything_that_is_typed_is_there_after_a_restart() {
    let (mut browser, id) = opened();
    say_everything(&mut browser, 0, id);
    let why = String::from("we know it by heart");
    let overruled = StoryEvent::Overruled {
        step: Step::Vote,
        who: "Ana".into(),
        why,
    };
    browser.story(0, id, overruled);
    browser.story(0, id, StoryEvent::SentBack("next time".into()));
    let before = story(&browser);
    assert_eq!(before.needed, ["Ana", "Bo"]);
    assert_eq!(before.questions[0].owner, "Cy");
    assert_eq!(before.overrulings[0].missing, ["R2", "R5"]);
    assert_eq!(before.status, Status::SentBack);
    assert_eq!(before.sent_back.as_ref().unwrap().points, ["R2", "R5"]);
    let view = browser.view(0).screen;
    let tab = browser.restart(0);
    assert_eq!(story(&browser), before);
    assert_eq!(browser.view(tab).screen, view);
}

#[test]
fn a_keystroke_writes_one_story_and_nothing_else() {
    let (mut browser, id) = opened();
    let n_before = browser.n_writes;
    browser.type_in(0, id, Field::Description, "W");
    assert_eq!(browser.n_writes, n_before + 1);
    // The same text again is nothing new.
    browser.type_in(0, id, Field::Description, "W");
    assert_eq!(browser.n_writes, n_before + 1);
}

#[test]
fn an_estimate_typed_by_one_person_is_no_vote() {
    let (mut browser, id) = opened();
    browser.type_in(0, id, Field::Estimate, "13");
    let story = story(&browser);
    assert_eq!((story.estimate.as_str(), story.is_voted), ("13", false));
    assert_eq!(story.status, Status::Estimated);
}

#[test]
fn a_title_is_one_line_of_bounded_length() {
    let (mut browser, id) = opened();
    let long = format!("two\nlines {}", "x".repeat(500));
    browser.type_in(0, id, Field::Title, &long);
    let title = story(&browser).title;
    assert!(title.starts_with("two lines x"));
    assert_eq!(title.chars().count(), MAX_TITLE_CHARS);
}

#[test]
fn a_story_is_marked_ready_only_through_its_gate() {
    let (mut browser, id) = opened();
    browser.story(0, id, StoryEvent::MarkedReady(true));
    assert_eq!(story(&browser).status, Status::Draft);
    let is_not_ready = |text: &DeskNoticeText| matches!(text, DeskNoticeText::NotReady(_));
    assert!(browser.notice(0, is_not_ready).is_some());
    let overruled = StoryEvent::Overruled {
        step: Step::Ready,
        who: "Ana".into(),
        why: "it is tiny".into(),
    };
    browser.story(0, id, overruled);
    browser.story(0, id, StoryEvent::MarkedReady(true));
    assert_eq!(story(&browser).status, Status::Ready);
    assert!(
        story(&browser).overrulings[0]
            .missing
            .contains(&"R9".into())
    );
    browser.story(0, id, StoryEvent::MarkedReady(false));
    assert_ne!(story(&browser).status, Status::Ready);
}

#[test]
fn a_removed_question_comes_back_and_what_was_typed_meanwhile_stays() {
    let (mut browser, id) = opened();
    say_everything(&mut browser, 0, id);
    let before = story(&browser).questions;
    browser.story(0, id, StoryEvent::ItemRemoved(ListField::Questions, 0));
    assert!(story(&browser).questions.is_empty());
    browser.type_in(0, id, Field::Why, "typed after");
    browser.undo(0);
    assert_eq!(story(&browser).questions, before);
    assert_eq!(story(&browser).why, "typed after");
}

#[test]
fn what_is_said_of_nothing_is_ignored() {
    let (mut browser, id) = opened();
    let before = story(&browser);
    for event in [
        StoryEvent::ItemRemoved(ListField::Risks, 7),
        StoryEvent::WordRemoved(ListField::Needed, 7),
        StoryEvent::QuestionStops(7, true),
        StoryEvent::WordAdded(ListField::Labels, " , ;".into()),
        StoryEvent::Said("R9".into(), None),
        StoryEvent::TakenBack,
    ] {
        browser.story(0, id, event);
    }
    browser.type_in(0, StoryId(7), Field::Title, "nobody");
    assert_eq!(story(&browser), before);
    assert!(browser.view(0).notices.is_empty());
}
