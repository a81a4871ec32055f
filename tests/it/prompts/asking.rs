//! A question to a model: shown first, sent on a press, stopped, slow, refused, answered.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{
    AssistantEvent, DictationOffer, Field, ModelId, ModelNews, ModelOffer, ModelTrouble, ModelWay,
    PrepareEvent,
};
use floret::desk::view::{AskEnd, AskingView, Failure, WayView};
use floret::desk::{Abilities, DeskEffect, DeskEvent, DeskPage};
use floret::words::Language;

use super::page::Page;

fn data(text: &str) -> ModelNews {
    let line = format!("data: {{\"choices\":[{{\"delta\":{{\"content\":\"{text}\"}}}}]}}\n\n");
    ModelNews::Bytes(line.into_bytes())
}

fn over(page: &Page) -> (String, AskEnd) {
    match page.helper().asking {
        AskingView::Over { said, end, .. } => (said, end),
        other => panic!("{other:?}"),
    }
}

fn said(page: &Page) -> String {
    match page.helper().asking {
        AskingView::Waiting { said, .. } => said,
        other => panic!("{other:?}"),
    }
}

fn is_slow(page: &Page) -> bool {
    matches!(
        page.helper().asking,
        AskingView::Waiting { is_slow: true, .. }
    )
}

#[test]
fn without_a_model_and_without_dictation_there_is_nothing_to_press() {
    let mut page = Page::with(Abilities::default(), Vec::new());
    assert_eq!(page.open(), []);
    let helper = page.helper();
    assert_eq!((helper.way, helper.dictation), (None, None));
    assert_eq!(page.press_ask(), []);
    assert_eq!(page.helper().asking, AskingView::Nothing);
}

#[test]
fn a_browser_is_asked_once_what_it_has_and_again_in_another_language() {
    let mut page = Page::new();
    let sought = |language| vec![DeskEffect::SeekHelp { language }];
    assert_eq!(page.open(), sought(Language::English));
    page.found(ModelOffer::Ready, DictationOffer::OnDevice);
    page.tell(DeskEvent::Prepare(PrepareEvent::Closed));
    let story = page.story;
    assert_eq!(page.prepare(story), []);
    assert!(page.helper().way.is_some());
    let changed = page.tell(DeskEvent::LanguageChanged(Language::German));
    assert_eq!(changed, sought(Language::German));
    assert_eq!((page.helper().way, page.helper().dictation), (None, None));
}

#[test]
fn nothing_leaves_before_it_was_shown_and_send_was_pressed() {
    let mut page = Page::with_address();
    assert_eq!(page.assist(AssistantEvent::SendPressed), []);
    assert_eq!(page.press_ask(), []);
    let AskingView::Shown {
        text,
        n_masked,
        way,
        ..
    } = page.helper().asking
    else {
        panic!("nothing is shown");
    };
    assert!(
        text.contains("Export for [[1]]") && !text.contains("Acme"),
        "{text}"
    );
    assert_eq!(n_masked, 1);
    let host = String::from("api.example.org");
    assert_eq!(way, WayView::Address { host });
    let sent = page.assist(AssistantEvent::SendPressed);
    let [
        DeskEffect::AskModel {
            via: ModelWay::Address { url, key, body },
            ..
        },
    ] = sent.as_slice()
    else {
        panic!("{sent:?}");
    };
    assert_eq!(url, "https://api.example.org/v1/chat/completions");
    assert_eq!(key.0, "sk-secret");
    let body: serde_json::Value = serde_json::from_str(body).expect("JSON");
    let content = |at: usize| {
        body["messages"][at]["content"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!([content(0), content(1)].join("\n\n"), text);
    assert!(!format!("{sent:?}").contains("sk-secret"));
    assert_eq!(page.assist(AssistantEvent::SendPressed), []);
}

#[test]
fn the_answer_streams_in_with_the_masked_words_put_back() {
    let mut page = Page::with_address();
    let id = page.ask();
    assert_eq!(said(&page), "");
    page.news(id, ModelNews::Began(200));
    page.news(id, data("An export for [["));
    assert_eq!(said(&page), "An export for [[");
    page.news(id, data("1]]s clerks"));
    assert_eq!(said(&page), "An export for Acmes clerks");
    let done = page.news(id, ModelNews::Bytes(b"data: [DONE]\n\n".to_vec()));
    assert_eq!(done, [DeskEffect::StopModel { id }]);
    assert_eq!(
        over(&page),
        (String::from("An export for Acmes clerks"), AskEnd::Whole)
    );
    assert_eq!(page.screen().story.title, "Export for Acme");
    page.assist(AssistantEvent::PutAway);
    assert_eq!(page.helper().asking, AskingView::Nothing);
}

#[test]
fn an_answer_in_one_piece_is_understood_too() {
    let mut page = Page::with_address();
    let id = page.ask();
    page.news(id, ModelNews::Began(200));
    let whole = b"{\"choices\":[{\"message\":{\"content\":\"For [[1]].\"}}]}".to_vec();
    page.news(id, ModelNews::Bytes(whole));
    assert_eq!(said(&page), "");
    page.news(id, ModelNews::Ended);
    assert_eq!(over(&page), (String::from("For Acme."), AskEnd::Whole));
}

#[test]
fn the_browsers_own_model_is_asked_where_there_is_no_address() {
    let mut page = Page::new();
    page.open();
    page.found(ModelOffer::ToFetch, DictationOffer::None);
    assert_eq!(
        page.helper().way,
        Some(WayView::BuiltIn { is_to_fetch: true })
    );
    page.press_ask();
    let sent = page.assist(AssistantEvent::SendPressed);
    let [
        DeskEffect::AskModel {
            id,
            via: ModelWay::BuiltIn { language, user, .. },
        },
    ] = sent.as_slice()
    else {
        panic!("{sent:?}");
    };
    assert_eq!(*language, Language::English);
    assert!(user.contains("Export for Acme"));
    let fetched = |page: &Page| match page.helper().asking {
        AskingView::Waiting { fetched, .. } => fetched,
        other => panic!("{other:?}"),
    };
    page.news(*id, ModelNews::Downloading(12));
    assert_eq!(fetched(&page), Some(12));
    page.news(*id, ModelNews::Downloading(100));
    assert_eq!(fetched(&page), None);
    page.news(*id, ModelNews::Text(String::from("Yes.")));
    page.news(*id, ModelNews::Ended);
    assert_eq!(over(&page), (String::from("Yes."), AskEnd::Whole));
}

#[test]
fn an_address_that_is_switched_on_goes_before_the_browsers_model() {
    let mut page = Page::with_address();
    page.found(ModelOffer::Ready, DictationOffer::None);
    assert!(matches!(page.helper().way, Some(WayView::Address { .. })));
    page.assist(AssistantEvent::Switched(false));
    assert!(matches!(page.helper().way, Some(WayView::BuiltIn { .. })));
}

#[test]
fn stop_keeps_what_was_said_and_nothing_after_it_is_heard() {
    let mut page = Page::with_address();
    let id = page.ask();
    page.news(id, ModelNews::Began(200));
    page.news(id, data("Half"));
    assert_eq!(
        page.assist(AssistantEvent::StopPressed),
        [DeskEffect::StopModel { id }]
    );
    let half = (String::from("Half"), AskEnd::Stopped);
    assert_eq!(over(&page), half);
    for late in [
        data(" late"),
        ModelNews::Ended,
        ModelNews::Failed(ModelTrouble::Lost),
    ] {
        assert_eq!(page.news(id, late), []);
    }
    assert_eq!(over(&page), half);
}

#[test]
fn news_of_an_older_question_is_not_heard() {
    let mut page = Page::with_address();
    let old = page.ask();
    page.assist(AssistantEvent::PutAway);
    let new = page.ask();
    assert_ne!(old, new);
    page.news(old, ModelNews::Text(String::from("old")));
    page.news(ModelId(99), ModelNews::Ended);
    assert_eq!(said(&page), "");
}

#[test]
fn after_twenty_seconds_without_a_word_it_is_slow_and_after_two_minutes_given_up() {
    let mut page = Page::with_address();
    let id = page.ask();
    page.seconds(19);
    assert!(!is_slow(&page));
    page.seconds(1);
    assert!(is_slow(&page));
    page.news(id, ModelNews::Began(200));
    assert!(!is_slow(&page));
    assert_eq!(page.seconds(119), []);
    assert!(is_slow(&page));
    assert_eq!(page.seconds(1), [DeskEffect::StopModel { id }]);
    assert_eq!(over(&page), (String::new(), AskEnd::Failed(Failure::Slow)));
}

#[test]
fn a_line_that_is_kept_open_for_ever_is_given_up_too() {
    let mut page = Page::with_address();
    let id = page.ask();
    page.news(id, ModelNews::Began(200));
    page.news(id, data("So"));
    let mut n_stopped = 0;
    for _ in 0..100 {
        n_stopped += page.seconds(10).len();
        page.news(id, ModelNews::Bytes(b": ping\n\n".to_vec()));
    }
    assert_eq!(n_stopped, 1);
    assert_eq!(
        over(&page),
        (String::from("So"), AskEnd::Failed(Failure::Slow))
    );
}

#[test]
fn each_failure_is_told_and_what_was_said_stays() {
    let refused = |status, message: &str| Failure::Refused {
        status,
        message: message.to_owned(),
    };
    let html = b"<html><script>alert(1)</script>".to_vec();
    for (status, last, failure) in [
        (401, vec![ModelNews::Ended], refused(Some(401), "")),
        (
            429,
            vec![
                ModelNews::Bytes(b"{\"error\":\"slowly\"}".to_vec()),
                ModelNews::Ended,
            ],
            refused(Some(429), "slowly"),
        ),
        (200, vec![ModelNews::Bytes(html)], Failure::Broken),
        (200, vec![ModelNews::Ended], Failure::Nothing),
        (
            200,
            vec![ModelNews::Failed(ModelTrouble::Lost)],
            Failure::Lost,
        ),
        (
            200,
            vec![ModelNews::Failed(ModelTrouble::Unreachable)],
            Failure::Unreachable,
        ),
        (
            200,
            vec![ModelNews::Failed(ModelTrouble::Absent)],
            Failure::Absent,
        ),
        (
            200,
            vec![ModelNews::Failed(ModelTrouble::TooMuch)],
            Failure::TooMuch,
        ),
        (
            200,
            vec![ModelNews::Failed(ModelTrouble::Refused(String::from("no")))],
            refused(None, "no"),
        ),
    ] {
        let mut page = Page::with_address();
        let id = page.ask();
        page.news(id, ModelNews::Began(status));
        for news in last {
            page.news(id, news);
        }
        assert_eq!(over(&page), (String::new(), AskEnd::Failed(failure)));
    }
    let mut page = Page::with_address();
    let id = page.ask();
    page.news(id, ModelNews::Began(200));
    page.news(id, data("Half"));
    page.news(id, ModelNews::Failed(ModelTrouble::Lost));
    assert_eq!(
        over(&page),
        (String::from("Half"), AskEnd::Failed(Failure::Lost))
    );
}

#[test]
fn a_model_that_does_not_end_is_stopped() {
    let mut page = Page::with_address();
    let id = page.ask();
    page.news(id, ModelNews::Began(200));
    let word = data(&"word ".repeat(200));
    let n_stops: usize = (0..100).map(|_| page.news(id, word.clone()).len()).sum();
    assert_eq!(n_stops, 1);
    let (said, end) = over(&page);
    assert_eq!(end, AskEnd::Failed(Failure::TooLong));
    assert!(said.starts_with("word word") && said.len() <= 20_000);
}

#[test]
fn other_settings_take_a_question_back_that_was_shown() {
    let mut page = Page::with_address();
    page.press_ask();
    page.set("https://other.example/v1", "");
    assert_eq!(page.helper().asking, AskingView::Nothing);
    assert_eq!(page.assist(AssistantEvent::SendPressed), []);
}

#[test]
fn leaving_stops_the_model_and_coming_back_finds_what_was_said() {
    let mut page = Page::with_address();
    let id = page.ask();
    page.news(id, ModelNews::Began(200));
    page.news(id, data("Half"));
    let left = page.tell(DeskEvent::Opened(DeskPage::Backlog));
    assert!(left.contains(&DeskEffect::StopModel { id }), "{left:?}");
    page.open();
    assert_eq!(over(&page), (String::from("Half"), AskEnd::Stopped));
    let id = page.ask();
    let left = page.tell(DeskEvent::LeavePressed);
    assert_eq!(left, [DeskEffect::StopModel { id }, DeskEffect::GoHome]);
}

#[test]
fn an_answer_is_shown_beside_its_own_story_only() {
    let mut page = Page::with_address();
    page.ask();
    page.type_into(Field::Title, "Changed meanwhile");
    assert_eq!(said(&page), "");
    page.story.0 ^= 1;
    let story = page.story;
    page.prepare(story);
    assert_eq!(page.press_ask(), []);
}
