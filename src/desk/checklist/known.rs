//! Keeps the facts true, and says when they tick or untick something.

use std::sync::Arc;

use crate::checklist::{Checklist, ChecklistText, Facts, ItemName, State};
use crate::saved::PLAN_KEY;

use crate::desk::ctx::DeskCtx;
use crate::desk::stage::Desk;
use crate::desk::view::ListsSpoken;

use super::facts;

impl Desk {
    /// Once per update, while the lists are on the screen.
    pub(in crate::desk) fn tend_lists(&mut self, ctx: &DeskCtx) {
        self.lists.utc_offset_min = ctx.utc_offset_min;
        let n_agreed = self.n_agreed_points();
        let has_plan = self.shelf.text(PLAN_KEY).is_some();
        let definition = Arc::clone(&self.definition);
        let (versions, plan) = (self.shelf.versions(), self.plan.plan());
        let is_known = self.lists.made_of.as_ref().is_some_and(|made_of| {
            (made_of.0, made_of.3, made_of.4) == (versions, n_agreed, has_plan)
                && made_of.1 == *plan
                && Arc::ptr_eq(&made_of.2, &definition)
        });
        if is_known {
            return;
        }
        let facts = facts::facts(&self.shelf, plan, &definition, (n_agreed, has_plan));
        let plan = plan.clone();
        let before = std::mem::replace(&mut self.lists.facts, facts);
        let made_of = (versions, plan, definition, n_agreed, has_plan);
        if self.lists.made_of.replace(made_of).is_some() {
            self.say_what_changed(&before);
        }
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
