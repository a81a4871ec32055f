//! The personal checklist: four lists, their items, and the facts that tick them.
//!
//! Pure values and rules; knows no file, no screen, no language and no clock. One
//! [`Checklist`] stands for one refinement; [`Checklist::archive`] puts it away and begins
//! the next. What the program ticks is never stored: it follows from [`Facts`] each time.

mod archive;
mod change;
mod facts;
mod handed;
mod item;
mod layout;
mod markdown;
mod name;
mod rules;
mod sheet;
mod text;

pub use archive::Archived;
pub use change::{Direction, Removed};
pub use facts::{Facts, MeetingFacts, OutcomeFacts, PlanFacts, Share, TeamFacts};
pub use handed::Handed;
pub use item::{Item, State, Tick};
pub use layout::Line;
pub use markdown::{escaped, markdown};
pub use name::{ItemName, ListKind, NotAnItem};
pub use rules::{EARLY_ENOUGH_MS, FactSaid, N_SIGNALS, PICKED_STORIES, READING_MINUTES, fact};
pub use sheet::{ChecklistText, Sheet, SheetList, SheetRow};
pub use text::{MAX_ITEM_CHARS, MAX_NOTE_CHARS, MAX_TITLE_CHARS, one_line};

/// Items of one's own in one checklist: enough for every team, little enough for one screen.
pub const MAX_OWN_ITEMS: usize = 100;

/// The four lists of one refinement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// What the refinement is called, one line; empty: it has no name.
    pub title: String,
    /// The day it takes place, `2026-11-30`; empty: not known yet.
    pub date: String,
    /// When it was begun, in ms since 1970 UTC.
    pub began_ms: i64,
    /// The meetings whose tables were opened from it, oldest first.
    pub meetings: Vec<u64>,
    /// What left of their results.
    pub handed: Handed,
    /// The lists in their order.
    lists: [List; 4],
}

/// One of the four lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Which one.
    pub kind: ListKind,
    /// Its items in the person's order.
    pub items: Vec<Item>,
}

/// How many of the items that are shown are done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Progress {
    /// Done.
    pub n_done: usize,
    /// Shown; hidden ones do not count.
    pub n_shown: usize,
}

impl Checklist {
    /// A checklist with every built-in item, nothing ticked.
    pub fn begin(now_ms: i64) -> Self {
        let mut checklist = Self::bare(now_ms);
        checklist.complete();
        checklist
    }

    /// A checklist whose lists are empty.
    fn bare(now_ms: i64) -> Self {
        Self {
            title: String::new(),
            date: String::new(),
            began_ms: now_ms,
            meetings: Vec::new(),
            handed: Handed::default(),
            lists: ListKind::ALL.map(|kind| List {
                kind,
                items: Vec::new(),
            }),
        }
    }

    /// The four lists in their order.
    pub fn lists(&self) -> &[List; 4] {
        &self.lists
    }

    /// One list.
    pub fn list(&self, kind: ListKind) -> &List {
        let [standing, before, during, after] = &self.lists;
        match kind {
            ListKind::Standing => standing,
            ListKind::Before => before,
            ListKind::During => during,
            ListKind::After => after,
        }
    }

    fn list_mut(&mut self, kind: ListKind) -> &mut List {
        let [standing, before, during, after] = &mut self.lists;
        match kind {
            ListKind::Standing => standing,
            ListKind::Before => before,
            ListKind::During => during,
            ListKind::After => after,
        }
    }

    /// The item with this name.
    pub fn item(&self, name: ItemName) -> Option<&Item> {
        self.items().find(|item| item.name == name)
    }

    fn item_mut(&mut self, name: ItemName) -> Option<&mut Item> {
        let mut items = self.lists.iter_mut().flat_map(|list| &mut list.items);
        items.find(|item| item.name == name)
    }

    fn items(&self) -> impl Iterator<Item = &Item> {
        self.lists.iter().flat_map(|list| &list.items)
    }

    /// The progress over all four lists.
    pub fn progress(&self, facts: &Facts) -> Progress {
        Progress::over(self.items().map(|item| (item, item.state(facts))))
    }
}

impl List {
    /// The progress of this list.
    pub fn progress(&self, facts: &Facts) -> Progress {
        Progress::over(self.items.iter().map(|item| (item, item.state(facts))))
    }
}

impl Progress {
    fn over<'a>(items: impl Iterator<Item = (&'a Item, State)>) -> Self {
        items
            .filter(|(item, _)| item.is_shown())
            .fold(Self::default(), |progress, (_, state)| Self {
                n_done: progress.n_done + usize::from(state.is_done()),
                n_shown: progress.n_shown + 1,
            })
    }

    /// Done items in whole percent, rounded down, so that 100 means all; 100 of nothing.
    pub fn percent(self) -> usize {
        (self.n_done * 100).checked_div(self.n_shown).unwrap_or(100)
    }
}
