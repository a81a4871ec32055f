//! Archives, links, Markdown, calendars; lists that cannot be read.

use super::{Browser, named, names, row};
use floret::desk::event::{CalendarSlot, ChecklistEvent};
use floret::desk::view::{
    DeskNoticeText, DeskScreen, ListKind, ListLink, ListsNotice, SharedContent, SharedProblem,
    Weekday,
};
use floret::desk::{DeskEffect, DeskEvent, DeskPage};

#[test]
fn an_archived_refinement_is_read_again_and_the_next_begins() {
    let mut browser = Browser::with_tab();
    browser.plan_stories(7);
    browser.ticks("P1");
    browser.ticks("B9");
    browser.does(ChecklistEvent::TitleTyped("Sprint 14".into()));
    browser.does(ChecklistEvent::Archived);
    assert!(browser.row("P1").is_done, "agreements stand");
    assert!(!browser.row("B9").is_done);
    browser.reload();
    let earlier = browser.view(0).earlier;
    assert_eq!(earlier.len(), 1);
    assert_eq!(earlier[0].title, "Sprint 14");
    assert_eq!(earlier[0].day, "2 February 2026");
    let ms = earlier[0].archived_ms;
    browser.does(ChecklistEvent::EarlierOpened(ms));
    let opened = browser.view(0).opened.unwrap().board;
    assert!(row(&opened, "B9").unwrap().is_done);
    assert!(row(&opened, "B2").unwrap().fact.contains('7'));
    browser.does(ChecklistEvent::EarlierDeleted(ms));
    assert!(browser.view(0).opened.is_none() && browser.view(0).earlier.is_empty());
    browser.undoes();
    assert_eq!(browser.view(0).earlier.len(), 1);
}

#[test]
fn archiving_is_taken_back_whole() {
    let mut browser = Browser::with_tab();
    browser.ticks("B9");
    let before = browser.view(0);
    browser.does(ChecklistEvent::Archived);
    let archived = DeskNoticeText::Lists(ListsNotice::Archived);
    assert!(browser.notices().contains(&archived));
    browser.undoes();
    assert_eq!(browser.view(0), before);
    browser.reload();
    assert_eq!(browser.view(0).board, before.board);
}

#[test]
fn a_shared_link_opens_at_another_desk_and_keeps_its_ticks() {
    let mut ana = Browser::with_tab();
    ana.does(ChecklistEvent::Hidden(named("B20"), true));
    ana.does(ChecklistEvent::Added(
        ListKind::After,
        "Water plants".into(),
    ));
    ana.does(ChecklistEvent::Reworded(
        named("D4"),
        "Why before how".into(),
    ));
    ana.does(ChecklistEvent::NoteTyped(named("D4"), "secret".into()));
    ana.does(ChecklistEvent::LinkWanted);
    let Some(ListLink::Ready(url)) = ana.view(0).link else {
        panic!("no link");
    };
    assert!(url.starts_with("https://floret.example/#c="), "{url}");
    let fragment = url.split_once('#').unwrap().1;
    let page = DeskPage::of_fragment(fragment).unwrap();

    let mut bo = Browser::new();
    bo.open(DeskPage::Checklist);
    bo.ticks("B11");
    bo.ticks("D4");
    bo.tell(0, DeskEvent::FragmentChanged(fragment.to_owned()));
    assert_eq!(bo.tabs[0].0.view().page, page);
    let DeskScreen::Shared(shared) = bo.screen(0) else {
        panic!("nothing shared on the screen");
    };
    let SharedContent::Lists(board) = shared.content else {
        panic!("no lists in the link");
    };
    assert_eq!(row(&board, "D4").unwrap().text, "Why before how");
    assert_eq!(row(&board, "D4").unwrap().note, "");
    assert_eq!(row(&board, "B20"), None);
    bo.does(ChecklistEvent::SharedTaken);
    assert_eq!(bo.row("D4").text, "Why before how");
    assert!(bo.row("D4").is_done && bo.row("B11").is_done);
    assert_eq!(bo.view(0).n_hidden, 1);
    assert!(names(&bo.view(0), ListKind::After).len() == 12);
    bo.undoes();
    assert_eq!(bo.view(0).n_hidden, 0);
    assert!(bo.row("B11").is_done);
}

#[test]
fn a_link_that_lost_its_end_says_so() {
    let mut browser = Browser::with_tab();
    browser.does(ChecklistEvent::LinkWanted);
    let Some(ListLink::Ready(url)) = browser.view(0).link else {
        panic!("no link");
    };
    let fragment = url.split_once('#').unwrap().1;
    let cut = &fragment[..fragment.len() - 9];
    browser.tell(0, DeskEvent::FragmentChanged(cut.to_owned()));
    let DeskScreen::Shared(shared) = browser.screen(0) else {
        panic!("nothing shared on the screen");
    };
    let SharedContent::Broken(problem) = shared.content else {
        panic!("a cut link was read");
    };
    assert!(matches!(
        problem,
        SharedProblem::Truncated | SharedProblem::Damaged
    ));
}

#[test]
fn a_link_on_the_screen_follows_the_lists() {
    let mut browser = Browser::with_tab();
    browser.does(ChecklistEvent::LinkWanted);
    let before = browser.view(0).link;
    browser.does(ChecklistEvent::Added(ListKind::After, "Tea".into()));
    assert_ne!(browser.view(0).link, before);
    browser.does(ChecklistEvent::LinkCopied);
    let copied = browser.wishes.last().cloned();
    let Some(DeskEffect::Copy { text, .. }) = copied else {
        panic!("nothing was copied");
    };
    assert_eq!(browser.view(0).link, Some(ListLink::Ready(text)));
}

#[test]
fn the_calendar_file_has_a_rule_and_the_agenda() {
    let mut browser = Browser::with_tab();
    browser.does(ChecklistEvent::CalendarWanted(CalendarSlot {
        weekday: Weekday::Wednesday,
        time: "10:30".into(),
        every_weeks: 2,
        minutes: 60,
    }));
    let Some(DeskEffect::Download { name, text, .. }) = browser.wishes.last() else {
        panic!("no file");
    };
    assert_eq!(name, "floret-refinement.ics");
    assert!(
        text.contains("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        "{text}"
    );
    assert!(text.contains("T103000"), "{text}");
    assert!(text.contains("Silent reading (10 min)"), "{text}");
}

#[test]
fn damaged_lists_are_left_alone_and_said() {
    let mut browser = Browser::new();
    let key = String::from("floret.checklist");
    browser
        .storage
        .insert(key.clone(), "{\"version\":1,".into());
    browser.open(DeskPage::Checklist);
    assert!(
        browser
            .notices()
            .contains(&DeskNoticeText::StorageDamaged(1))
    );
    browser.ticks("B1");
    assert!(browser.row("B1").is_done);
    assert_eq!(browser.storage[&key], "{\"version\":1,");
}

#[test]
fn markdown_of_the_page_is_copied() {
    let mut browser = Browser::with_tab();
    browser.ticks("B11");
    browser.does(ChecklistEvent::MarkdownWanted);
    let Some(DeskEffect::Copy { text, .. }) = browser.wishes.last() else {
        panic!("nothing was copied");
    };
    assert!(text.contains("## Before"), "{text}");
    assert!(text.contains("- [x] "), "{text}");
}
