//! People work on their four lists: over reloads, in two tabs, from one desk to another.

use std::collections::BTreeMap;

use floret::desk::event::{
    BacklogEvent, CalendarSlot, ChecklistEvent, ListField, PlanEvent, StoryEvent,
};
use floret::desk::view::{
    Board, ChecklistView, DeskNoticeText, DeskScreen, Direction, ItemName, ItemRow, ListKind,
    ListLink, ListsNotice, SharedContent, SharedProblem, StoryId, Weekday,
};
use floret::desk::{Abilities, Desk, DeskBoot, DeskCtx, DeskEffect, DeskEvent, DeskPage};
use floret::words::Language;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

const NOW: i64 = 1_770_000_000_000;

/// Tabs of one browser, which hear of each other at once.
struct Browser {
    storage: BTreeMap<String, String>,
    tabs: Vec<(Desk, DeskCtx)>,
    wishes: Vec<DeskEffect>,
    now: i64,
}

impl Browser {
    fn new() -> Self {
        Self {
            storage: BTreeMap::new(),
            tabs: Vec::new(),
            wishes: Vec::new(),
            now: NOW,
        }
    }

    fn with_tab() -> Self {
        let mut browser = Self::new();
        browser.open(DeskPage::Checklist);
        browser
    }

    fn open(&mut self, page: DeskPage) -> usize {
        let boot = DeskBoot {
            page,
            language: Language::English,
            kept: self.storage.clone().into_iter().collect(),
            storage_blocked: false,
            base: String::from("https://floret.example/"),
            abilities: Abilities::default(),
        };
        let seed = u64::try_from(self.tabs.len()).unwrap() + 7;
        let mut ctx = DeskCtx::new(ChaCha20Rng::seed_from_u64(seed));
        ctx.now_ms = self.now;
        let desk = Desk::open(boot, &mut ctx);
        self.tabs.push((desk, ctx));
        let tab = self.tabs.len() - 1;
        self.tell(tab, DeskEvent::Tick);
        tab
    }

    /// The tab is closed and another one opened.
    fn reload(&mut self) {
        self.tabs.clear();
        self.open(DeskPage::Checklist);
    }

    fn tell(&mut self, tab: usize, event: DeskEvent) {
        self.now += 5;
        let (desk, ctx) = &mut self.tabs[tab];
        ctx.now_ms = self.now;
        for effect in desk.update(event, ctx) {
            let (key, value) = match effect {
                DeskEffect::Keep { key, text } => (key, Some(text)),
                DeskEffect::Forget { key } => (key, None),
                other => {
                    self.wishes.push(other);
                    continue;
                }
            };
            match &value {
                Some(text) => self.storage.insert(key.clone(), text.clone()),
                None => self.storage.remove(&key),
            };
            for other in (0..self.tabs.len()).filter(|other| *other != tab) {
                let (key, value) = (key.clone(), value.clone());
                self.tell(other, DeskEvent::KeptElsewhere { key, value });
            }
        }
    }

    fn does(&mut self, event: ChecklistEvent) {
        self.in_tab(0, event);
    }

    fn in_tab(&mut self, tab: usize, event: ChecklistEvent) {
        self.tell(tab, DeskEvent::Checklist(event));
    }

    fn ticks(&mut self, name: &str) {
        self.does(ChecklistEvent::Ticked(named(name), true));
    }

    fn plans(&mut self, event: PlanEvent) {
        self.tell(0, DeskEvent::Plan(event));
    }

    fn screen(&self, tab: usize) -> DeskScreen {
        self.tabs[tab].0.view().screen
    }

    fn view(&self, tab: usize) -> ChecklistView {
        let DeskScreen::Checklist(view) = self.screen(tab) else {
            panic!("no checklist on the screen");
        };
        *view
    }

    fn row(&self, name: &str) -> ItemRow {
        row(&self.view(0).board, name).unwrap()
    }

    /// Takes back what the newest message offers.
    fn undoes(&mut self) {
        self.tell(0, DeskEvent::UndoLast);
    }

    fn notices(&self) -> Vec<DeskNoticeText> {
        let notices = self.tabs[0].0.view().notices.into_iter();
        notices.map(|notice| notice.text).collect()
    }

    /// Adds stories and takes them into the session.
    fn plan_stories(&mut self, n: usize) -> Vec<StoryId> {
        let ids: Vec<StoryId> = (0..n)
            .map(|at| self.story(&format!("Story {at}")))
            .collect();
        for id in &ids {
            self.plans(PlanEvent::TakenIn(*id));
        }
        ids
    }

    fn story(&mut self, title: &str) -> StoryId {
        let add = BacklogEvent::StoryAdded(title.to_owned());
        self.tell(0, DeskEvent::Opened(DeskPage::Backlog));
        self.tell(0, DeskEvent::Backlog(add));
        let DeskScreen::Backlog(list) = self.screen(0) else {
            panic!("no list on the screen");
        };
        self.tell(0, DeskEvent::Opened(DeskPage::Checklist));
        list.rows.last().unwrap().id
    }
}

fn named(name: &str) -> ItemName {
    name.parse().unwrap()
}

fn row(board: &Board, name: &str) -> Option<ItemRow> {
    let mut rows = board.lists.iter().flat_map(|list| &list.rows);
    rows.find(|row| row.name == named(name)).cloned()
}

fn names(view: &ChecklistView, list: ListKind) -> Vec<String> {
    let list = view.board.lists.iter().find(|one| one.kind == list);
    let rows = &list.unwrap().rows;
    rows.iter().map(|row| row.name.to_string()).collect()
}

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
