//! One browser: a storage, and tabs with a desk in each, in virtual time.

use std::collections::{BTreeMap, VecDeque};

use floret::desk::event::{BacklogEvent, Field, PlanEvent, StoryEvent};
use floret::desk::view::{
    BacklogView, DeskNoticeText, DeskScreen, DeskView, PlanView, StoryScreen,
};
use floret::desk::{
    Abilities, Desk, DeskBoot, DeskCtx, DeskEffect, DeskEvent, DeskPage, KeepProblem, TablePlan,
};
use floret::story::StoryId;
use floret::words::Language;
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

/// A tab with a desk in it.
pub(super) struct Tab {
    pub(super) desk: Desk,
    ctx: DeskCtx,
    /// What other tabs have written, not heard yet.
    pub(super) coming: VecDeque<DeskEvent>,
    pub(super) is_open: bool,
    pub(super) files: Vec<(String, String)>,
    pub(super) tables: Vec<TablePlan>,
    pub(super) fragment: String,
    pub(super) copied: String,
    pub(super) n_prints: usize,
    wakes: usize,
}

pub(super) struct Browser {
    pub(super) now: i64,
    pub(super) rng: ChaCha20Rng,
    pub(super) storage: BTreeMap<String, String>,
    pub(super) tabs: Vec<Tab>,
    /// Nothing is kept.
    pub(super) refuses: Option<KeepProblem>,
    pub(super) n_writes: usize,
    /// Tabs hear of each other at once.
    pub(super) is_quick: bool,
}

impl Browser {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            now: 1_700_000_000_000,
            rng: ChaCha20Rng::seed_from_u64(seed),
            storage: BTreeMap::new(),
            tabs: Vec::new(),
            refuses: None,
            n_writes: 0,
            is_quick: true,
        }
    }

    /// A browser with one tab on the list of stories.
    pub(super) fn with_tab(seed: u64) -> Self {
        let mut browser = Self::new(seed);
        browser.open();
        browser
    }

    pub(super) fn open(&mut self) -> usize {
        self.open_at(DeskPage::Backlog)
    }

    pub(super) fn open_at(&mut self, page: DeskPage) -> usize {
        let boot = DeskBoot {
            page,
            language: Language::English,
            kept: self.storage.clone().into_iter().collect(),
            storage_blocked: self.refuses == Some(KeepProblem::Blocked),
            base: String::from("https://floret.example/"),
            abilities: Abilities::default(),
        };
        let mut ctx = DeskCtx::new(ChaCha20Rng::from_rng(&mut self.rng));
        ctx.now_ms = self.now;
        let desk = Desk::open(boot, &mut ctx);
        self.tabs.push(Tab {
            desk,
            ctx,
            coming: VecDeque::new(),
            is_open: true,
            files: Vec::new(),
            tables: Vec::new(),
            fragment: String::new(),
            copied: String::new(),
            n_prints: 0,
            wakes: 0,
        });
        let tab = self.tabs.len() - 1;
        self.tell(tab, DeskEvent::Tick);
        tab
    }

    /// Closes the tab and opens another one in its place.
    pub(super) fn restart(&mut self, tab: usize) -> usize {
        let page = self.view(tab).page;
        self.tabs[tab].is_open = false;
        self.open_at(page)
    }

    pub(super) fn tell(&mut self, tab: usize, event: DeskEvent) {
        self.now += 3;
        let now = self.now;
        let one = &mut self.tabs[tab];
        one.ctx.now_ms = now;
        let effects = one.desk.update(event, &mut one.ctx);
        for effect in effects {
            self.carry_out(tab, effect);
        }
        if self.is_quick {
            self.settle();
        }
    }

    fn carry_out(&mut self, tab: usize, effect: DeskEffect) {
        match effect {
            DeskEffect::Keep { key, text } => self.keep(tab, key, Some(&text)),
            DeskEffect::Forget { key } => self.keep(tab, key, None),
            DeskEffect::Download { name, text, .. } => self.tabs[tab].files.push((name, text)),
            DeskEffect::OpenTable(plan) => self.tabs[tab].tables.push(*plan),
            DeskEffect::SetFragment(fragment) => self.tabs[tab].fragment = fragment,
            DeskEffect::Wake { .. } => self.tabs[tab].wakes += 1,
            DeskEffect::Copy { text, .. } => self.tabs[tab].copied = text,
            DeskEffect::Print => self.tabs[tab].n_prints += 1,
            DeskEffect::Share { .. }
            | DeskEffect::GoHome
            | DeskEffect::SeekHelp { .. }
            | DeskEffect::AskModel { .. }
            | DeskEffect::StopModel { .. }
            | DeskEffect::AskTracker { .. }
            | DeskEffect::StopTracker { .. }
            | DeskEffect::Dictate { .. }
            | DeskEffect::StopDictation { .. } => {}
        }
    }

    fn keep(&mut self, tab: usize, key: String, value: Option<&str>) {
        self.n_writes += 1;
        if let (Some(problem), Some(_)) = (self.refuses, value) {
            let event = DeskEvent::NotKept { key, problem };
            self.tabs[tab].coming.push_back(event);
            return;
        }
        if self.storage.get(&key).map(String::as_str) == value {
            return;
        }
        match value {
            Some(text) => self.storage.insert(key.clone(), text.to_owned()),
            None => self.storage.remove(&key),
        };
        for other in 0..self.tabs.len() {
            if other != tab && self.tabs[other].is_open {
                let (key, value) = (key.clone(), value.map(str::to_owned));
                let event = DeskEvent::KeptElsewhere { key, value };
                self.tabs[other].coming.push_back(event);
            }
        }
    }

    /// A tab hears one thing; tells whether there was one.
    pub(super) fn hear(&mut self, tab: usize) -> bool {
        let next = self.tabs[tab].coming.pop_front();
        let has_heard = next.is_some();
        if let Some(event) = next {
            let was_quick = std::mem::replace(&mut self.is_quick, false);
            self.tell(tab, event);
            self.is_quick = was_quick;
        }
        has_heard
    }

    /// Until nobody has anything to say to anybody.
    pub(super) fn settle(&mut self) {
        for round in 0.. {
            assert!(round < 10_000, "two tabs answer each other for ever");
            let mut has_heard = false;
            for tab in 0..self.tabs.len() {
                has_heard |= self.tabs[tab].is_open && self.hear(tab);
            }
            if !has_heard {
                return;
            }
        }
    }

    /// Slices of long work are done as long as the desk asks for them.
    pub(super) fn work(&mut self, tab: usize) -> usize {
        let mut n_slices = 0;
        while self.work_once(tab) > 0 {
            n_slices += 1;
        }
        n_slices
    }

    /// One slice of long work, if the desk asks for one; tells how many that were.
    pub(super) fn work_once(&mut self, tab: usize) -> usize {
        let is_awake = std::mem::take(&mut self.tabs[tab].wakes) > 0;
        if is_awake {
            self.tell(tab, DeskEvent::Tick);
        }
        usize::from(is_awake)
    }

    /// Lets time pass, second by second.
    pub(super) fn wait(&mut self, seconds: i64) {
        for _ in 0..seconds {
            self.now += 1_000;
            for tab in 0..self.tabs.len() {
                if self.tabs[tab].is_open {
                    self.tell(tab, DeskEvent::Tick);
                }
            }
        }
    }

    pub(super) fn view(&self, tab: usize) -> DeskView {
        self.tabs[tab].desk.view()
    }

    pub(super) fn list(&self, tab: usize) -> BacklogView {
        let DeskScreen::Backlog(view) = self.view(tab).screen else {
            panic!("not the list");
        };
        *view
    }

    pub(super) fn story_screen(&self, tab: usize) -> StoryScreen {
        let DeskScreen::Story(view) = self.view(tab).screen else {
            panic!("not a story");
        };
        *view
    }

    pub(super) fn plan(&mut self, tab: usize) -> PlanView {
        self.tell(tab, DeskEvent::Opened(DeskPage::Plan));
        let DeskScreen::Plan(view) = self.view(tab).screen else {
            panic!("not the plan");
        };
        *view
    }

    /// Titles in sight, in order.
    pub(super) fn titles(&self, tab: usize) -> Vec<String> {
        let rows = self.list(tab).rows;
        rows.into_iter().map(|row| row.title).collect()
    }

    pub(super) fn id(&self, tab: usize, title: &str) -> StoryId {
        let rows = self.list(tab).rows;
        let found = rows.iter().find(|row| row.title == title);
        found.unwrap_or_else(|| panic!("no story {title}")).id
    }

    pub(super) fn backlog(&mut self, tab: usize, event: BacklogEvent) {
        self.tell(tab, DeskEvent::Backlog(event));
    }

    pub(super) fn story(&mut self, tab: usize, id: StoryId, event: StoryEvent) {
        self.tell(tab, DeskEvent::Story(id, event));
    }

    pub(super) fn planning(&mut self, tab: usize, event: PlanEvent) {
        self.tell(tab, DeskEvent::Plan(event));
    }

    pub(super) fn add(&mut self, tab: usize, title: &str) -> StoryId {
        self.backlog(tab, BacklogEvent::StoryAdded(title.to_owned()));
        self.id(tab, title)
    }

    /// A new story without a title; it is on the screen.
    pub(super) fn add_at_end(&mut self, tab: usize) -> StoryId {
        self.backlog(tab, BacklogEvent::StoryAdded(String::new()));
        self.story_screen(tab).id
    }

    pub(super) fn type_in(&mut self, tab: usize, id: StoryId, field: Field, text: &str) {
        self.story(tab, id, StoryEvent::Typed(field, text.to_owned()));
    }

    /// The number of the notice that says this.
    pub(super) fn notice(&self, tab: usize, is: impl Fn(&DeskNoticeText) -> bool) -> Option<u32> {
        let notices = self.view(tab).notices;
        let found = notices.into_iter().find(|notice| is(&notice.text));
        found.map(|notice| notice.id)
    }

    pub(super) fn undo(&mut self, tab: usize) {
        self.tell(tab, DeskEvent::UndoLast);
    }

    /// A number below `n`.
    pub(super) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.rng.next_u32()).unwrap() % n.max(1)
    }
}
