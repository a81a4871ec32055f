//! Ticks, notes, wording, order, facts; two tabs and reloads.

use super::{Browser, named, names, row};
use floret::desk::event::{ChecklistEvent, GateEvent, ListField, PlanEvent, StoryEvent};
use floret::desk::view::{AgendaStep, Direction, ListKind};
use floret::desk::{DeskEvent, DeskPage};

#[test]
fn a_new_desk_shows_all_items_and_nothing_is_ticked_or_kept() {
    let browser = Browser::with_tab();
    let view = browser.view(0);
    assert_eq!(view.board.progress.n_shown, 68);
    assert_eq!(view.board.percent, 0);
    let headings: Vec<_> = view.board.lists.iter().map(|list| &*list.heading).collect();
    let expected = ["Standing agreements", "Before", "During", "After"];
    assert_eq!(headings, expected);
    assert!(browser.storage.is_empty());
}

#[test]
fn ticks_notes_and_wording_survive_a_reload() {
    let mut browser = Browser::with_tab();
    browser.ticks("B11");
    browser.does(ChecklistEvent::NoteTyped(named("B9"), "Ask Bo".into()));
    browser.does(ChecklistEvent::Reworded(named("P1"), "Ana owns it".into()));
    browser.does(ChecklistEvent::TitleTyped("Sprint 14".into()));
    browser.does(ChecklistEvent::DatePicked("2026-11-30".into()));
    browser.does(ChecklistEvent::Added(ListKind::During, "Cake".into()));
    browser.does(ChecklistEvent::Hidden(named("A7"), true));
    let before = browser.view(0);
    browser.reload();
    let after = browser.view(0);
    assert_eq!(before.board, after.board);
    assert!(browser.row("B11").is_done);
    assert_eq!(browser.row("B9").note, "Ask Bo");
    assert_eq!(browser.row("P1").text, "Ana owns it");
    assert_eq!(after.board.heading, "Sprint 14 · 30 November 2026");
    assert_eq!(after.n_hidden, 1);
}

#[test]
fn two_tabs_working_in_turn_lose_nothing() {
    let mut browser = Browser::with_tab();
    let other = browser.open(DeskPage::Checklist);
    browser.ticks("B6");
    browser.in_tab(other, ChecklistEvent::Ticked(named("B8"), true));
    browser.does(ChecklistEvent::NoteTyped(named("B8"), "both".into()));
    browser.in_tab(other, ChecklistEvent::Hidden(named("B9"), true));
    assert_eq!(browser.view(0).board, browser.view(other).board);
    assert!(browser.row("B6").is_done && browser.row("B8").is_done);
    assert_eq!(browser.row("B8").note, "both");
    assert_eq!(browser.view(0).n_hidden, 1);
}

#[test]
fn what_is_hidden_or_removed_comes_back_with_undo() {
    let mut browser = Browser::with_tab();
    browser.does(ChecklistEvent::Added(ListKind::Before, "Coffee".into()));
    let own = names(&browser.view(0), ListKind::Before).pop().unwrap();
    browser.does(ChecklistEvent::Nudged(named(&own), Direction::Up));
    let before = browser.view(0).board;
    browser.does(ChecklistEvent::Removed(named(&own)));
    assert_eq!(row(&browser.view(0).board, &own), None);
    browser.undoes();
    assert_eq!(browser.view(0).board, before);
    browser.does(ChecklistEvent::Hidden(named("B1"), true));
    assert_eq!(row(&browser.view(0).board, "B1"), None);
    browser.does(ChecklistEvent::HiddenShown(true));
    assert!(browser.row("B1").is_hidden);
    browser.undoes();
    assert!(!browser.row("B1").is_hidden);
    browser.does(ChecklistEvent::Removed(named("B1")));
    assert!(
        row(&browser.view(0).board, "B1").is_some(),
        "built-in items stay"
    );
}

#[test]
fn keys_move_an_item_over_the_end_of_its_list_into_the_next() {
    let mut browser = Browser::with_tab();
    browser.does(ChecklistEvent::Nudged(named("B27"), Direction::Down));
    assert_eq!(names(&browser.view(0), ListKind::During)[0], "B27");
    browser.does(ChecklistEvent::Nudged(named("B27"), Direction::Up));
    assert_eq!(names(&browser.view(0), ListKind::Before)[26], "B27");
    browser.does(ChecklistEvent::Nudged(named("P1"), Direction::Up));
    assert_eq!(names(&browser.view(0), ListKind::Standing)[0], "P1");
    browser.does(ChecklistEvent::Placed {
        item: named("A1"),
        list: ListKind::Before,
        before: Some(named("B3")),
    });
    assert_eq!(names(&browser.view(0), ListKind::Before)[2], "A1");
}

#[test]
fn items_tick_and_untick_with_the_planned_session() {
    let mut browser = Browser::with_tab();
    assert!(!browser.row("B22").is_done, "nobody has planned anything");
    let ids = browser.plan_stories(5);
    let picked = browser.row("B2");
    assert!(picked.is_done);
    assert!(picked.fact.contains('5'), "{}", picked.fact);
    assert!(browser.row("B22").is_done && browser.row("B21").is_done);
    browser.plans(PlanEvent::ModeratorTyped("Mia".into()));
    assert!(browser.row("B17").fact.contains("Mia"));
    browser.plans(PlanEvent::GoalTyped("Payments".into()));
    assert!(!browser.row("B1").is_done, "no limits yet");
    browser.plans(PlanEvent::LimitsTyped("No refunds".into()));
    assert!(browser.row("B1").is_done);
    for id in &ids {
        let needed = StoryEvent::WordAdded(ListField::Needed, "Bo".into());
        assert!(!browser.row("B14").is_done);
        browser.tell(0, DeskEvent::Story(*id, needed));
    }
    assert!(browser.row("B14").is_done);
    browser.plans(PlanEvent::TakenOut(ids[0]));
    assert!(!browser.row("B2").is_done);
    assert_eq!(browser.row("B2").fact, "");
}

#[test]
fn an_agreed_definition_ticks_that_ready_is_agreed_in_writing() {
    let mut browser = Browser::with_tab();
    assert!(!browser.row("P2").is_done, "it is as it came");
    browser.tell(0, DeskEvent::Gate(GateEvent::Agreed));
    let row = browser.row("P2");
    assert!(
        row.is_done && row.fact.contains("10 points"),
        "{}",
        row.fact
    );
    browser.tell(0, DeskEvent::Gate(GateEvent::Switched("R12".into(), true)));
    assert!(browser.row("P2").fact.contains("11 points"));
    browser.reload();
    assert!(browser.row("P2").is_done);
}

#[test]
fn stories_sent_a_day_ahead_with_a_word_for_comments_tick_themselves() {
    let mut browser = Browser::with_tab();
    browser.plan_stories(5);
    browser.plans(PlanEvent::BeginsTyped("2026-12-01T10:00".into()));
    assert!(
        !browser.row("B19").is_done,
        "nobody said when they went out"
    );
    browser.plans(PlanEvent::SentAheadTyped("2026-11-30T10:01".into()));
    assert!(!browser.row("B19").is_done, "too late to be read");
    browser.plans(PlanEvent::SentAheadTyped("2026-11-28T09:00".into()));
    let sent = browser.row("B19");
    assert!(
        sent.is_done && sent.fact.contains("3 days"),
        "{}",
        sent.fact
    );
    assert!(!browser.row("B20").is_done);
    browser.plans(PlanEvent::CommentsAsked(true));
    let asked = browser.row("B20");
    assert!(
        asked.is_done && asked.fact.contains("Comments"),
        "{}",
        asked.fact
    );
    browser.plans(PlanEvent::StepSwitched(AgendaStep::SilentReading, false));
    let reading = browser.row("B21");
    assert!(reading.is_done, "nothing to make up for");
    browser.plans(PlanEvent::BeginsTyped(String::new()));
    assert!(!browser.row("B19").is_done && !browser.row("B21").is_done);
}

#[test]
fn a_hand_outweighs_a_fact_and_says_so() {
    let mut browser = Browser::with_tab();
    browser.plan_stories(6);
    browser.does(ChecklistEvent::Ticked(named("B2"), false));
    let row = browser.row("B2");
    assert!(!row.is_done);
    assert!(row.fact.starts_with("You unticked this"), "{}", row.fact);
    browser.reload();
    assert!(!browser.row("B2").is_done);
}
