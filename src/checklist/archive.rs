//! Putting one refinement away and beginning the next.

use super::{Checklist, ChecklistText, Facts, Handed, Item, ItemName, ListKind, State, Tick};

/// A refinement that is over. Its facts are kept as they were said on that day, because
/// the backlog that they came from has moved on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archived {
    /// The checklist as it was.
    pub checklist: Checklist,
    /// When it was put away, in ms since 1970 UTC.
    pub archived_ms: i64,
    /// Items that facts had ticked, in their order, each with the sentence it showed.
    pub facts: Vec<(ItemName, String)>,
}

impl Checklist {
    /// Puts this refinement away and begins the next.
    pub fn archive(
        self,
        facts: &Facts,
        words: &dyn ChecklistText,
        now_ms: i64,
    ) -> (Archived, Self) {
        let said = |item: &Item| match item.state(facts) {
            State::ByFact(fact) => Some((item.name, words.fact(&fact))),
            State::Open | State::ByHand { .. } | State::Against(_) => None,
        };
        let archived = Archived {
            facts: self.items().filter_map(said).collect(),
            archived_ms: now_ms,
            checklist: self,
        };
        let next = archived.checklist.next(now_ms);
        (archived, next)
    }

    /// The checklist of the next refinement. Own items, wording, order and what is hidden
    /// carry over; so do ticks and notes of what stands in the list of standing agreements.
    #[must_use]
    pub fn next(&self, now_ms: i64) -> Self {
        let mut next = Self {
            title: String::new(),
            date: String::new(),
            began_ms: now_ms,
            meetings: Vec::new(),
            handed: Handed::default(),
            lists: self.lists.clone(),
        };
        let lists = next.lists.iter_mut();
        for list in lists.filter(|list| list.kind != ListKind::Standing) {
            for item in &mut list.items {
                item.tick = Tick::Unsaid;
                item.note = String::new();
            }
        }
        next
    }
}

impl Archived {
    /// The sentence of the fact that had ticked an item.
    pub fn fact(&self, name: ItemName) -> Option<&str> {
        let (_, said) = self.facts.iter().find(|(of, _)| *of == name)?;
        Some(said)
    }
}
