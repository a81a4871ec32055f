//! Keeps the facts true, and says when they tick or untick something.

use std::sync::Arc;

use crate::checklist::{Checklist, ChecklistText, Facts, Handed, ItemName, State};
use crate::meeting::{Plan, Record};
use crate::saved::{Kept, MET_KEY, PLAN_KEY, read_record, record_key};
use crate::story::Definition;

use crate::desk::ctx::DeskCtx;
use crate::desk::stage::Desk;
use crate::desk::view::ListsSpoken;

use super::facts;

/// Everything that facts follow from, so that they are made only where it changed.
#[derive(Debug)]
pub(super) struct MadeOf {
    /// Of the backlogs and their stories.
    pub(super) versions: (u32, u32),
    pub(super) plan: Plan,
    pub(super) definition: Arc<Definition>,
    /// How many points the team's own Definition of Ready has.
    pub(super) n_agreed_points: Option<u32>,
    /// Whether anybody has touched the plan.
    pub(super) has_plan: bool,
    pub(super) met: Met,
    pub(super) handed: Handed,
}

/// What is known of the meetings whose tables were opened from these lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Met {
    /// Which meetings were looked for.
    of: Vec<u64>,
    /// The newest one that took place, as it is known now.
    pub(super) record: Option<Arc<Record>>,
    /// Somebody else came to one of the tables.
    pub(super) is_table_tried: bool,
}

impl MadeOf {
    fn is_same(&self, other: &Self) -> bool {
        let ptr = |made_of: &Self| made_of.met.record.as_ref().map(Arc::as_ptr);
        (self.versions, self.n_agreed_points, self.has_plan)
            == (other.versions, other.n_agreed_points, other.has_plan)
            && self.met.is_table_tried == other.met.is_table_tried
            && ptr(self) == ptr(other)
            && self.handed == other.handed
            && self.plan == other.plan
            && Arc::ptr_eq(&self.definition, &other.definition)
    }
}

impl Desk {
    /// Once per update, while the lists are on the screen.
    pub(in crate::desk) fn tend_lists(&mut self, ctx: &DeskCtx) {
        self.lists.utc_offset_min = ctx.utc_offset_min;
        let made_of = MadeOf {
            versions: self.shelf.versions(),
            plan: self.plan.plan().clone(),
            definition: Arc::clone(&self.definition),
            n_agreed_points: self.n_agreed_points(),
            has_plan: self.shelf.text(PLAN_KEY).is_some(),
            met: self.met().clone(),
            handed: self.lists.checklist.handed.clone(),
        };
        let known = self.lists.made_of.as_ref();
        if known.is_some_and(|known| known.is_same(&made_of)) {
            return;
        }
        let facts = facts::facts(&self.shelf, &made_of);
        let before = std::mem::replace(&mut self.lists.facts, facts);
        if self.lists.made_of.replace(made_of).is_some() {
            self.say_what_changed(&before);
        }
    }

    /// Records are read again when they are wanted: one came, changed or went.
    pub(in crate::desk) fn forget_met(&mut self) {
        self.lists.met = None;
    }

    /// What is known of the meetings of these lists; read where something changed.
    pub(super) fn met(&mut self) -> &Met {
        let of = &self.lists.checklist.meetings;
        let known = self.lists.met.take().filter(|met| met.of == *of);
        let met = known.unwrap_or_else(|| self.read_met());
        self.lists.met.insert(met)
    }

    /// Those that cannot be read are left alone.
    fn read_met(&self) -> Met {
        let of = self.lists.checklist.meetings.clone();
        let read = |key: &str| match read_record(self.shelf.text(key)?) {
            Kept::Fine(record) => Some(record),
            Kept::Damaged | Kept::Newer => None,
        };
        // What the table tells while it goes on; once it is over, only the record is left.
        let told = if of.is_empty() { None } else { read(MET_KEY) };
        let mut met = Met::default();
        for id in of.iter().rev() {
            let told = told.as_ref().filter(|told| told.meeting.id == *id);
            let newest = told.cloned().into_iter().chain(read(&record_key(*id)));
            let Some(record) = newest.max_by_key(|record| record.meeting.rev) else {
                continue;
            };
            met.is_table_tried |= record.meeting.people.len() > 1;
            if met.record.is_none() && took_place(&record) {
                met.record = Some(Arc::new(record));
            }
        }
        Met { of, ..met }
    }

    /// The first item that a fact has just ticked or unticked.
    fn say_what_changed(&mut self, before: &Facts) {
        let lists = &self.lists;
        let old = by_fact(&lists.checklist, before);
        let new = by_fact(&lists.checklist, &lists.facts);
        let words = self.list_words();
        let came = new.iter().find(|(name, _)| !has(&old, *name));
        let went = old.iter().find(|(name, _)| !has(&new, *name));
        let spoken = match (came, went) {
            (Some((name, state)), _) => ListsSpoken::TickedByFact {
                text: self.item_text(*name),
                fact: state.fact().map_or_else(String::new, |one| words.fact(one)),
            },
            (None, Some((name, _))) => ListsSpoken::UntickedByFact(self.item_text(*name)),
            (None, None) => return,
        };
        self.say_of_lists(spoken);
    }
}

/// A table that was only opened, to try it, was no meeting.
fn took_place(record: &Record) -> bool {
    record.meeting.agenda.began_ms.is_some() || !record.estimated.is_empty()
}

/// Items that facts tick.
fn by_fact(checklist: &Checklist, facts: &Facts) -> Vec<(ItemName, State)> {
    let items = checklist.lists().iter().flat_map(|list| &list.items);
    let items = items.filter(|item| item.is_shown());
    let states = items.map(|item| (item.name, item.state(facts)));
    let ticked = states.filter(|(_, state)| matches!(state, State::ByFact(_)));
    ticked.collect()
}

fn has(items: &[(ItemName, State)], name: ItemName) -> bool {
    items.iter().any(|(one, _)| *one == name)
}
