//! One comment to one ticket: shown first, sent once, and what came of it is told.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{Field, TicketEvent, TicketId, TicketNews};
use floret::desk::view::{DeskNoticeText, EstimateView, TicketStep};
use floret::desk::{DeskEffect, DeskEvent, DeskPage};
use floret::exchange::Trouble;

use super::page::{COMMENT, GITHUB, GITLAB, Page, asked};

const POSTED: &str =
    "{\"id\":1,\"body\":\"x\",\"html_url\":\"https://github.com/o/r/issues/7#c-1\"}";

#[test]
fn what_is_shown_is_what_leaves() {
    let mut page = Page::ready(GITHUB);
    let shown = page.press();
    assert_eq!(shown.text, COMMENT);
    assert_eq!((shown.estimate, shown.earlier), (EstimateView::Stays, None));
    // Whatever becomes of the story meanwhile.
    page.write(Field::Estimate, "8");
    let (_, request) = page.send();
    assert_eq!(request.url, shown.url);
    assert_eq!(request.body, format!("{{\"body\":\"{COMMENT}\"}}"));
}

#[test]
fn a_second_press_sends_nothing() {
    let mut page = Page::ready(GITHUB);
    page.press();
    let (id, _) = page.send();
    assert_eq!(asked(&page.act(TicketEvent::SendPressed)), None);
    assert!(page.ticket().is_busy);
    page.act(TicketEvent::Pressed(page.story));
    page.act(TicketEvent::PutAway);
    assert!(page.ticket().is_busy, "only Stop ends it");
    assert_eq!(asked(&page.answer(id, 201, POSTED)), None);
    let there = Ok(String::from("https://github.com/o/r/issues/7#c-1"));
    assert_eq!(page.over(), (there, None));
    assert_eq!(asked(&page.act(TicketEvent::SendPressed)), None);
    page.act(TicketEvent::PutAway);
    assert_eq!(page.ticket().step, TicketStep::Nothing);
}

#[test]
fn the_same_comment_is_not_sent_twice_without_a_word() {
    let mut page = Page::ready(GITHUB);
    page.press();
    let (id, _) = page.send();
    page.answer(id, 201, POSTED);
    assert!(page.press().earlier.expect("a word").is_certain);
    let mut again = page.reload();
    assert!(again.press().earlier.expect("a word").is_certain);
    // Another text is another comment, and so is another ticket.
    again.write(Field::Estimate, "8");
    assert_eq!(again.press().earlier, None);
    page.write(Field::Link, GITLAB);
    assert_eq!(page.press().earlier, None);
}

#[test]
fn a_page_that_goes_before_the_answer_knows_that_it_does_not_know() {
    let mut page = Page::ready(GITHUB);
    page.press();
    page.send();
    assert!(!page.reload().press().earlier.expect("a word").is_certain);
}

#[test]
fn what_is_refused_was_not_sent() {
    let mut page = Page::ready(GITHUB);
    for (status, trouble) in [(401, Trouble::Token), (404, Trouble::NotFound)] {
        page.press();
        let (id, _) = page.send();
        page.answer(id, status, "{}");
        assert_eq!(page.over().0, Err(trouble));
        assert_eq!(page.press().earlier, None);
    }
    page.press();
    let (id, _) = page.send();
    page.tell(DeskEvent::Tracker(id, TicketNews::Unreachable));
    assert_eq!(page.over().0, Err(Trouble::Unreachable));
    assert!(!page.press().earlier.expect("a word").is_certain);
}

#[test]
fn silence_is_told_of_and_then_given_up() {
    let mut page = Page::ready(GITHUB);
    page.press();
    let (id, _) = page.send();
    assert_eq!(page.seconds(4), []);
    assert!(matches!(
        page.ticket().step,
        TicketStep::Sending { is_slow: false, .. }
    ));
    page.seconds(2);
    assert!(matches!(
        page.ticket().step,
        TicketStep::Sending { is_slow: true, .. }
    ));
    let effects = page.seconds(30);
    assert!(effects.contains(&DeskEffect::StopTracker { id }));
    assert_eq!(page.over().0, Err(Trouble::Slow));
    // Too late.
    page.answer(id, 201, POSTED);
    assert_eq!(page.over().0, Err(Trouble::Slow));
}

#[test]
fn stop_ends_it_and_other_answers_are_not_heard() {
    let mut page = Page::ready(GITHUB);
    page.press();
    let (id, _) = page.send();
    page.answer(TicketId(id.0 + 1), 201, POSTED);
    assert!(page.ticket().is_busy);
    let effects = page.act(TicketEvent::StopPressed);
    assert!(effects.contains(&DeskEffect::StopTracker { id }));
    assert_eq!(page.over().0, Err(Trouble::Stopped));
    assert_eq!(asked(&page.act(TicketEvent::StopPressed)), None);
}

#[test]
fn the_estimate_follows_the_comment_if_that_is_wanted() {
    let mut page = Page::ready(GITHUB);
    page.act(TicketEvent::EstimateSwitched(true));
    let label = |estimate: &str| EstimateView::Label(format!("points: {estimate}"), None);
    assert_eq!(page.press().estimate, label("5"));
    let (id, _) = page.send();
    let (second, request) = asked(&page.answer(id, 201, POSTED)).expect("the label");
    assert_eq!(request.body, "{\"labels\":[\"points: 5\"]}");
    page.answer(second, 200, "[{\"name\":\"points: 5\"}]");
    assert_eq!(page.over().1, Some(true));
    // A later estimate adds another label; the old one is told of, even after a reload.
    let mut page = page.reload();
    page.write(Field::Estimate, "8");
    let old = Some(String::from("points: 5"));
    assert_eq!(
        page.press().estimate,
        EstimateView::Label(String::from("points: 8"), old)
    );
}

#[test]
fn an_estimate_that_fails_leaves_the_comment_where_it_is() {
    let mut page = Page::ready(GITLAB);
    page.act(TicketEvent::EstimateSwitched(true));
    assert_eq!(page.press().estimate, EstimateView::Weight(5));
    let (id, _) = page.send();
    let (second, request) =
        asked(&page.answer(id, 201, "{\"id\":3,\"body\":\"x\"}")).expect("the weight");
    assert_eq!(
        (request.method, request.body.as_str()),
        ("PUT", "{\"weight\":5}")
    );
    page.answer(second, 200, "{\"iid\":7,\"weight\":null}");
    assert_eq!(page.over(), (Ok(format!("{GITLAB}#note_3")), Some(false)));
    assert!(page.press().earlier.expect("a word").is_certain);
}

#[test]
fn a_comment_that_fails_takes_no_estimate_along() {
    let mut page = Page::ready(GITLAB);
    page.act(TicketEvent::EstimateSwitched(true));
    page.press();
    let (id, _) = page.send();
    assert_eq!(asked(&page.answer(id, 404, "{}")), None);
    assert_eq!(page.over(), (Err(Trouble::NotFound), None));
    page.write(Field::Estimate, "½");
    assert_eq!(
        page.press().estimate,
        EstimateView::NotWhole(String::from("½"))
    );
    let (id, _) = page.send();
    assert_eq!(
        asked(&page.answer(id, 201, "{\"id\":3,\"body\":\"x\"}")),
        None
    );
}

#[test]
fn a_token_that_goes_meanwhile_is_not_used() {
    let mut page = Page::ready(GITHUB);
    page.act(TicketEvent::EstimateSwitched(true));
    page.press();
    let (id, _) = page.send();
    page.act(TicketEvent::TokenForgotten(String::from("github.com")));
    assert_eq!(asked(&page.answer(id, 201, POSTED)), None);
    assert_eq!(page.over().1, Some(false));
}

#[test]
fn without_anything_to_say_nothing_is_shown() {
    let mut page = Page::ready(GITHUB);
    page.write(Field::Estimate, "");
    page.act(TicketEvent::Pressed(page.story));
    assert_eq!(page.ticket().step, TicketStep::Nothing);
    assert_eq!(page.notices(), [DeskNoticeText::NothingToComment]);
}

#[test]
fn who_has_turned_the_page_is_told_by_a_message() {
    let mut page = Page::ready(GITHUB);
    page.press();
    page.tell(DeskEvent::Opened(DeskPage::Plan));
    assert_eq!(
        asked(&page.act(TicketEvent::SendPressed)),
        None,
        "shown no more"
    );
    for (status, is_there) in [(201, true), (404, false)] {
        page.open();
        page.press();
        let (id, _) = page.send();
        page.tell(DeskEvent::Opened(DeskPage::Plan));
        page.answer(id, status, POSTED);
        let title = String::from("Pay by invoice");
        let said = if is_there {
            DeskNoticeText::WrittenBack(title)
        } else {
            DeskNoticeText::NotWrittenBack(title)
        };
        assert!(page.notices().contains(&said), "{status}");
    }
}
