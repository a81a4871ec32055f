//! A checklist as it is read: every shown item with its words, its tick, its fact and its
//! note. What the screen, the print and the Markdown are made of.

use super::{
    Archived, Checklist, FactSaid, Facts, Item, ItemName, ListKind, Progress, State, Tick,
};

/// The words of a checklist in one language.
pub trait ChecklistText {
    /// What a checklist without a title is called.
    fn untitled(&self) -> &str;
    /// The heading of a list.
    fn heading(&self, list: ListKind) -> &str;
    /// The wording of a built-in item; `None` for others.
    fn item(&self, name: ItemName) -> Option<&str>;
    /// The sentence of a fact.
    fn fact(&self, fact: &FactSaid) -> String;
    /// `3 of 12 done`.
    fn progress(&self, progress: Progress) -> String;
}

/// A checklist as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its title, or what it is called without.
    pub title: String,
    /// The day of the refinement, `2026-11-30`; empty: not known.
    pub date: String,
    /// The progress over all lists.
    pub progress: Progress,
    /// The same in words.
    pub progress_said: String,
    /// The four lists.
    pub lists: Vec<SheetList>,
}

/// One list as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetList {
    /// Which one.
    pub kind: ListKind,
    /// Its heading.
    pub heading: String,
    /// Its progress.
    pub progress: Progress,
    /// The same in words.
    pub progress_said: String,
    /// Its items; those without words are left out.
    pub rows: Vec<SheetRow>,
    /// How many of them are hidden.
    pub n_hidden: usize,
}

/// One item as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Its name.
    pub name: ItemName,
    /// Its words.
    pub text: String,
    /// Whether it is done.
    pub is_done: bool,
    /// Whether a fact ticked it, not a hand.
    pub is_by_fact: bool,
    /// The sentence of the fact that says it is done, believed or not; empty: none.
    pub fact: String,
    /// When it was ticked by hand, in ms since 1970 UTC.
    pub by_hand_ms: Option<i64>,
    /// Its note; empty: none.
    pub note: String,
    /// Whether it is hidden; a print and the Markdown leave it out.
    pub is_hidden: bool,
}

impl Checklist {
    /// This checklist as it is read now.
    pub fn sheet(&self, facts: &Facts, words: &dyn ChecklistText) -> Sheet {
        let read = |item: &Item, text: String| {
            let state = item.state(facts);
            let fact = state.fact().map(|fact| words.fact(fact));
            let by_fact = matches!(state, State::ByFact(_));
            row(
                item,
                text,
                state.is_done(),
                by_fact,
                fact.unwrap_or_default(),
            )
        };
        read_as(self, words, &read)
    }
}

impl Archived {
    /// This refinement as it was when it was put away; its facts in the language of then.
    pub fn sheet(&self, words: &dyn ChecklistText) -> Sheet {
        let read = |item: &Item, text: String| {
            let by_hand = matches!(item.tick, Tick::ByHand { .. });
            let fact = self.fact(item.name);
            let is_done = by_hand || fact.is_some();
            let by_fact = is_done && !by_hand;
            row(
                item,
                text,
                is_done,
                by_fact,
                fact.unwrap_or_default().to_owned(),
            )
        };
        read_as(&self.checklist, words, &read)
    }
}

fn row(item: &Item, text: String, is_done: bool, is_by_fact: bool, fact: String) -> SheetRow {
    SheetRow {
        name: item.name,
        text,
        is_done,
        is_by_fact,
        fact,
        by_hand_ms: match item.tick {
            Tick::ByHand { at_ms } => Some(at_ms),
            Tick::Unsaid | Tick::UntickedByHand { .. } => None,
        },
        note: item.note.clone(),
        is_hidden: item.is_hidden,
    }
}

fn read_as(
    checklist: &Checklist,
    words: &dyn ChecklistText,
    read: &dyn Fn(&Item, String) -> SheetRow,
) -> Sheet {
    let mut all = Progress::default();
    let lists = checklist.lists().iter().map(|list| {
        let rows = list.items.iter().filter_map(|item| {
            let built_in = || words.item(item.name).map(str::to_owned);
            Some(read(item, item.own_text.clone().or_else(built_in)?))
        });
        let rows: Vec<SheetRow> = rows.collect();
        let shown = rows.iter().filter(|row| !row.is_hidden);
        let progress = Progress {
            n_done: shown.clone().filter(|row| row.is_done).count(),
            n_shown: shown.count(),
        };
        all.n_done += progress.n_done;
        all.n_shown += progress.n_shown;
        SheetList {
            kind: list.kind,
            heading: words.heading(list.kind).to_owned(),
            progress,
            progress_said: words.progress(progress),
            n_hidden: rows.len() - progress.n_shown,
            rows,
        }
    });
    let lists = lists.collect();
    let title = Some(checklist.title.as_str()).filter(|title| !title.is_empty());
    Sheet {
        title: title.unwrap_or_else(|| words.untitled()).to_owned(),
        date: checklist.date.clone(),
        progress: all,
        progress_said: words.progress(all),
        lists,
    }
}
