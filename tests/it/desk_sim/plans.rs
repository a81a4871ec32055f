//! The planned session: stories, people, time, the gate, and the table.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{Field, ItemField, ListField, PlanEvent, StoryEvent};
use floret::desk::view::{DeskNoticeText, PlanCount};
use floret::desk::{DeskEvent, DeskPage};
use floret::meeting::AgendaStep;
use floret::story::{Step, StoryId};

use super::browser::Browser;

/// A browser whose stories miss nothing before the vote.
fn prepared(n: usize) -> (Browser, Vec<StoryId>) {
    let mut browser = Browser::with_tab(20);
    let mut ids = Vec::new();
    for at in 0..n {
        let id = browser.add(0, &format!("s{at}"));
        fill(&mut browser, id);
        ids.push(id);
    }
    (browser, ids)
}

fn fill(browser: &mut Browser, id: StoryId) {
    browser.type_in(0, id, Field::Acceptance, "- it works");
    browser.type_in(0, id, Field::Dependencies, "none");
    browser.story(0, id, StoryEvent::Placed(true));
    for point in ["R1", "R2", "R5"] {
        browser.story(0, id, StoryEvent::Said(point.into(), Some(true)));
    }
}

#[test]
fn stories_are_proposed_up_to_seven_and_the_number_is_judged() {
    let (mut browser, _) = prepared(9);
    assert_eq!(browser.plan(0).count, PlanCount::None);
    browser.planning(0, PlanEvent::Proposed);
    let plan = browser.plan(0);
    assert_eq!((plan.stories.len(), plan.count), (7, PlanCount::Usual));
    assert_eq!(plan.n_votable, 7);
    assert_eq!(plan.candidates.len(), 2);
    browser.planning(0, PlanEvent::TakenIn(plan.candidates[0].id));
    assert_eq!(browser.plan(0).count, PlanCount::Many);
    browser.planning(0, PlanEvent::Proposed);
    let is_none = |text: &DeskNoticeText| *text == DeskNoticeText::NoStoryToPropose;
    assert!(browser.notice(0, is_none).is_some());
    for id in plan.stories.iter().take(4).map(|row| row.id) {
        browser.planning(0, PlanEvent::TakenOut(id));
    }
    assert_eq!(browser.plan(0).count, PlanCount::Few);
    browser.undo(0);
    assert_eq!(browser.plan(0).stories.len(), 5);
}

#[test]
fn a_planned_session_is_there_after_a_restart() {
    let (mut browser, ids) = prepared(3);
    for id in &ids {
        browser.planning(0, PlanEvent::TakenIn(*id));
    }
    for event in [
        PlanEvent::GoalTyped("Fit to plan".into()),
        PlanEvent::LimitsTyped("No bugs".into()),
        PlanEvent::ModeratorTyped("Ana".into()),
        PlanEvent::ScribeTyped("Bo".into()),
        PlanEvent::SlotTyped(45),
        PlanEvent::MinutesTyped(AgendaStep::WalkThrough, 15),
        PlanEvent::StepSwitched(AgendaStep::SilentReading, false),
        PlanEvent::Shifted {
            story: ids[2],
            by: -2,
        },
        PlanEvent::Moved {
            story: ids[0],
            before: None,
        },
        PlanEvent::PrepareWith(ids[1], "Cy".into()),
        PlanEvent::FollowUpAdded("Ask the bank".into()),
    ] {
        browser.planning(0, event);
    }
    let plan = browser.plan(0);
    let order: Vec<&str> = plan.stories.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(order, ["s2", "s1", "s0"]);
    assert_eq!((plan.minutes, plan.slot_minutes), (45, 45));
    assert_eq!(plan.stories[1].helper, "Cy");
    let tab = browser.restart(0);
    assert_eq!(browser.plan(tab), plan);
}

#[test]
fn a_plan_says_when_it_is_and_the_next_one_does_not() {
    let (mut browser, _) = prepared(1);
    for event in [
        PlanEvent::BeginsTyped("2026-12-01T10:00:00".into()),
        PlanEvent::SentAheadTyped("2026-11-30T09:30".into()),
        PlanEvent::CommentsAsked(true),
        PlanEvent::BeginsTyped("tomorrow".into()),
    ] {
        browser.planning(0, event);
    }
    let tab = browser.restart(0);
    let plan = browser.plan(tab);
    assert_eq!(plan.begins, "2026-12-01T10:00");
    assert_eq!(plan.sent_ahead, "2026-11-30T09:30");
    assert!(plan.is_comment_asked);
    browser.planning(tab, PlanEvent::SentAheadTyped(" ".into()));
    assert_eq!(browser.plan(tab).sent_ahead, "");
    browser.planning(tab, PlanEvent::BegunAnew);
    let next = browser.plan(tab);
    assert_eq!((next.begins.as_str(), next.is_comment_asked), ("", false));
    browser.undo(tab);
    assert_eq!(browser.plan(tab).begins, "2026-12-01T10:00");
}

#[test]
fn two_tabs_that_plan_at_once_lose_neither_time() {
    let (mut browser, _) = prepared(1);
    let other = browser.open_at(DeskPage::Plan);
    browser.is_quick = false;
    browser.planning(0, PlanEvent::BeginsTyped("2026-12-01T10:00".into()));
    browser.planning(other, PlanEvent::SentAheadTyped("2026-11-30T10:00".into()));
    browser.planning(other, PlanEvent::CommentsAsked(true));
    browser.is_quick = true;
    browser.settle();
    for tab in [0, other] {
        let plan = browser.plan(tab);
        assert_eq!(plan.begins, "2026-12-01T10:00");
        assert_eq!(plan.sent_ahead, "2026-11-30T10:00");
        assert!(plan.is_comment_asked);
    }
}

#[test]
fn a_story_that_fails_the_gate_stays_outside_the_table() {
    let (mut browser, ids) = prepared(2);
    let thin = browser.add(0, "thin");
    for id in [ids[0], thin, ids[1]] {
        browser.planning(0, PlanEvent::TakenIn(id));
    }
    browser.planning(0, PlanEvent::GoalTyped("Vote".into()));
    browser.type_in(0, ids[0], Field::Link, "https://tracker.example/1");
    let row = browser.plan(0).stories[1].clone();
    assert!(!row.gate.is_passed);
    assert_eq!(row.gate.missing, ["R1", "R2", "R3", "R4", "R5", "R6"]);
    browser.planning(0, PlanEvent::TableOpened);
    let table = browser.tabs[0].tables[0].clone();
    assert_eq!(table.goal, "Vote");
    let on_table: Vec<StoryId> = table.stories.iter().map(|story| story.id).collect();
    assert_eq!(on_table, ids);
    assert_eq!(table.stories[0].link, "https://tracker.example/1");
    // Overruled, it goes along, and its record says so.
    let overruled = StoryEvent::Overruled {
        step: Step::Vote,
        who: "Ana".into(),
        why: "it is tiny".into(),
    };
    browser.story(0, thin, overruled);
    let row = browser.plan(0).stories[1].clone();
    assert!(row.gate.is_passed && row.gate.is_overruled);
    browser.planning(0, PlanEvent::TableOpened);
    assert_eq!(browser.tabs[0].tables[1].stories.len(), 3);
}

#[test]
fn a_table_without_a_story_is_not_opened() {
    let mut browser = Browser::with_tab(21);
    let thin = browser.add(0, "thin");
    browser.planning(0, PlanEvent::TakenIn(thin));
    browser.planning(0, PlanEvent::TableOpened);
    assert!(browser.tabs[0].tables.is_empty());
    let is_none = |text: &DeskNoticeText| *text == DeskNoticeText::NothingToVote;
    assert!(browser.notice(0, is_none).is_some());
}

#[test]
fn a_story_sent_back_is_a_follow_up_with_its_missing_points() {
    let mut browser = Browser::with_tab(22);
    let thin = browser.add(0, "thin");
    browser.planning(0, PlanEvent::TakenIn(thin));
    browser.planning(0, PlanEvent::SentBack(thin, "ask sales".into()));
    let plan = browser.plan(0);
    assert!(plan.stories.is_empty());
    let back = plan.sent_back[0].clone();
    assert_eq!((back.id, back.note.as_str()), (thin, "ask sales"));
    assert_eq!(back.points, ["R1", "R2", "R3", "R4", "R5", "R6"]);
    browser.undo(0);
    let plan = browser.plan(0);
    assert_eq!((plan.stories.len(), plan.sent_back.len()), (1, 0));
    browser.planning(0, PlanEvent::SentBack(thin, String::new()));
    fill(&mut browser, thin);
    let back = browser.plan(0).sent_back[0].clone();
    assert!(back.still_missing.is_empty() && back.points.len() == 6);
    // Taken in again, it stands in both places until somebody says that it is settled.
    browser.planning(0, PlanEvent::TakenIn(thin));
    assert!(browser.plan(0).sent_back[0].is_planned);
    browser.story(0, thin, StoryEvent::TakenBack);
    assert!(browser.plan(0).sent_back.is_empty());
}

#[test]
fn open_questions_with_an_owner_or_a_date_are_follow_ups() {
    let (mut browser, ids) = prepared(1);
    let item = |at, field, text: &str| StoryEvent::ItemTyped {
        at,
        field,
        text: text.to_owned(),
    };
    for at in 0..4 {
        browser.story(0, ids[0], StoryEvent::ItemAdded(ListField::Questions));
        let text = format!("q{at}");
        browser.story(0, ids[0], item(at, ItemField::QuestionText, &text));
    }
    browser.story(0, ids[0], item(1, ItemField::QuestionOwner, "Ana"));
    browser.story(0, ids[0], item(2, ItemField::QuestionDue, "2026-11-30"));
    browser.story(0, ids[0], item(3, ItemField::QuestionOwner, "Bo"));
    browser.story(0, ids[0], StoryEvent::QuestionClosed(3, true));
    let questions = browser.plan(0).questions;
    let texts: Vec<&str> = questions.iter().map(|row| row.text.as_str()).collect();
    assert_eq!(texts, ["q2", "q1"]);
    assert_eq!(questions[0].at, 2);
}

#[test]
fn a_new_session_carries_over_what_is_open() {
    let (mut browser, ids) = prepared(2);
    for event in [
        PlanEvent::TakenIn(ids[0]),
        PlanEvent::GoalTyped("old".into()),
        PlanEvent::ModeratorTyped("Ana".into()),
        PlanEvent::FollowUpAdded("done".into()),
        PlanEvent::FollowUpAdded("open".into()),
        PlanEvent::FollowUpClosed(0, true),
        PlanEvent::BegunAnew,
    ] {
        browser.planning(0, event);
    }
    let plan = browser.plan(0);
    assert!(plan.stories.is_empty() && plan.goal.is_empty());
    assert_eq!(plan.moderator, "Ana");
    assert_eq!(plan.follow_ups.len(), 1);
    browser.undo(0);
    assert_eq!(browser.plan(0).goal, "old");
}

#[test]
fn a_story_that_is_deleted_leaves_the_plan_and_comes_back_to_it() {
    let (mut browser, ids) = prepared(2);
    browser.planning(0, PlanEvent::TakenIn(ids[0]));
    browser.planning(0, PlanEvent::TakenIn(ids[1]));
    browser.tell(0, DeskEvent::Opened(DeskPage::Backlog));
    let deleted = floret::desk::event::BacklogEvent::StoryDeleted(ids[0]);
    browser.backlog(0, deleted);
    assert_eq!(browser.plan(0).stories.len(), 1);
    browser.undo(0);
    assert_eq!(browser.plan(0).stories.len(), 2);
}
