//! A meeting goes on, ends, goes on again, is forgotten: the ticks go with what is known of it.

use super::meeting::{A_LATER_MEETING, Held, unwrite};
use super::{Browser, named, row};
use floret::desk::event::{ChecklistEvent, Field, ItemField, PlanEvent, RecordEvent, StoryEvent};
use floret::desk::view::DeskNoticeText;
use floret::desk::{DeskEvent, DeskPage};
use floret::meeting::{NoteField, NoteKind};
use floret::saved::CHECKLIST_KEY;

#[test]
fn while_it_goes_on_only_what_stays_true_is_ticked() {
    let mut held = Held::new();
    held.record.meeting.agenda.ended_ms = None;
    held.tell_desk();
    let done = |held: &Held, name: &str| held.browser.row(name).is_done;
    for name in ["D1", "D2", "D3", "D5", "D15", "B24"] {
        assert!(done(&held, name), "{name}");
    }
    for name in ["D11", "D12", "D13", "D16", "D17", "D18"] {
        assert!(!done(&held, name), "{name}");
    }
    // What is on the clock now is not over.
    held.record.meeting.agenda.at = 0;
    held.tell_desk();
    assert!(!done(&held, "D2") && done(&held, "D3"));
    held.record.meeting.agenda.at = 5;
    held.end();
    assert!(done(&held, "D2") && done(&held, "D16"));
}

#[test]
fn a_table_that_was_only_tried_is_no_meeting() {
    let mut held = Held::new();
    held.record.meeting.agenda.began_ms = None;
    held.record.meeting.agenda.ended_ms = None;
    held.record.estimated.clear();
    held.tell_desk();
    assert!(held.browser.row("B24").is_done);
    assert!(!held.browser.row("D5").is_done && !held.browser.row("D1").is_done);
}

#[test]
fn the_record_of_another_meeting_says_nothing_here() {
    let mut held = Held::new();
    held.record.meeting.id = A_LATER_MEETING;
    held.end();
    for name in ["B24", "D1", "D2", "D3", "D5", "D11", "D12", "D13"] {
        assert!(!held.browser.row(name).is_done, "{name}");
    }
    for name in ["D15", "D16", "D17", "D18"] {
        assert!(!held.browser.row(name).is_done, "{name}");
    }
}

#[test]
fn the_next_refinement_begins_without_the_ticks_of_the_last_meeting() {
    let mut held = Held::new();
    held.end();
    held.browser.does(ChecklistEvent::Archived);
    assert!(!held.browser.row("D16").is_done && !held.browser.row("B24").is_done);
    let earlier = held.browser.view(0).earlier[0].archived_ms;
    held.browser.does(ChecklistEvent::EarlierOpened(earlier));
    let opened = held.browser.view(0).opened.unwrap();
    let row = row(&opened.board, "D16").unwrap();
    assert_eq!(
        (row.is_done, row.fact.as_str()),
        (true, "6 of 6 timeboxes were held.")
    );
    held.browser.undoes();
    assert!(held.browser.row("D16").is_done);
}

#[test]
fn a_hand_outweighs_the_record_and_a_tick_by_hand_outlives_it() {
    let mut held = Held::new();
    held.browser.ticks("D12");
    held.end();
    held.browser
        .does(ChecklistEvent::Ticked(named("D16"), false));
    let row = held.browser.row("D16");
    assert!(
        !row.is_done && row.fact.starts_with("You unticked this"),
        "{}",
        row.fact
    );
    assert!(held.browser.row("D12").is_done && held.browser.row("D18").is_done);
    // The record goes, and with it what it alone had ticked.
    held.browser.tell(0, DeskEvent::Opened(DeskPage::Records));
    let deleted = RecordEvent::Deleted(held.record.meeting.id);
    held.browser.tell(0, DeskEvent::Records(deleted));
    held.browser.tell(0, DeskEvent::Opened(DeskPage::Checklist));
    assert!(held.browser.row("D12").is_done, "by hand");
    assert!(!held.browser.row("D18").is_done);
    assert_eq!(held.browser.row("D16").fact, "");
    held.browser.undoes();
    assert!(held.browser.row("D18").is_done && !held.browser.row("D16").is_done);
}

#[test]
fn the_ticks_are_there_after_a_reload_and_in_another_tab() {
    let mut held = Held::new();
    let other = held.browser.open(DeskPage::Checklist);
    held.end();
    let board = held.browser.view(0).board;
    assert!(row(&board, "D18").unwrap().is_done);
    assert_eq!(held.browser.view(other).board, board);
    held.browser.reload();
    assert_eq!(held.browser.view(0).board, board);
}

#[test]
fn a_question_that_gets_its_date_after_the_meeting_ticks_then() {
    let mut held = Held::new();
    unwrite(&mut held.record, NoteKind::Question, NoteField::Due);
    held.end();
    assert!(!held.browser.row("A5").is_done);
    let dated = StoryEvent::ItemTyped {
        at: 0,
        field: ItemField::QuestionDue,
        text: String::from("2026-12-01"),
    };
    held.browser
        .tell(0, DeskEvent::Story(held.stories[0], dated));
    assert!(held.browser.row("A5").is_done);
    // A story that is taken in again waits no more.
    assert!(held.browser.row("A6").is_done);
    let back = StoryEvent::TakenBack;
    held.browser
        .tell(0, DeskEvent::Story(held.stories[1], back));
    assert!(!held.browser.row("A6").is_done);
}

#[test]
fn a_second_table_of_the_same_refinement_speaks_once_its_meeting_began() {
    let mut held = Held::new();
    held.end();
    held.browser.tell(
        0,
        DeskEvent::Story(held.stories[0], StoryEvent::MarkedReady(false)),
    );
    held.browser.plans(PlanEvent::TakenIn(held.stories[1]));
    let typed = StoryEvent::Typed(Field::Acceptance, String::from("- more"));
    held.browser
        .tell(0, DeskEvent::Story(held.stories[1], typed));
    let second = held.open_table();
    assert_ne!(second.id, held.record.meeting.id);
    assert!(
        held.browser.row("D16").is_done,
        "nothing is known of it yet"
    );
    held.record.meeting = second;
    held.record.estimated.clear();
    held.record.meeting.agenda.began_ms = Some(1);
    held.tell_desk();
    assert!(!held.browser.row("D16").is_done);
}

#[test]
fn nothing_is_opened_and_nothing_noted_where_no_story_may_be_voted_on() {
    let mut browser = Browser::with_tab();
    browser.plan_stories(1);
    browser.plans(PlanEvent::TableOpened);
    assert_eq!(
        browser.notices().last(),
        Some(&DeskNoticeText::NothingToVote)
    );
    let kept = browser.storage.get(CHECKLIST_KEY);
    assert!(!kept.is_some_and(|text| text.contains("meetings")));
}
