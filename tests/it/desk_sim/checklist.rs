//! People work on their four lists: over reloads, in two tabs, from one desk to another.

mod handed;
mod handed_on;
mod meeting;
mod met;
mod while_met;
mod work;

use std::collections::BTreeMap;

use floret::desk::event::{BacklogEvent, ChecklistEvent, PlanEvent};
use floret::desk::view::{
    Board, ChecklistView, DeskNoticeText, DeskScreen, ItemName, ItemRow, ListKind, StoryId,
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

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "what is not kept is a wish, whatever it is"
    )]
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

    /// The table of this browser keeps a value.
    fn table_writes(&mut self, key: &str, text: &str) {
        self.storage.insert(key.to_owned(), text.to_owned());
        for tab in 0..self.tabs.len() {
            let (key, value) = (key.to_owned(), Some(text.to_owned()));
            self.tell(tab, DeskEvent::KeptElsewhere { key, value });
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
