//! One backlog as kept: its name, and the place of each of its stories.
//!
//! A place is a number of its own with the time it was given, so that two tabs that add,
//! move and delete at once come to the same order and lose no story.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::story::{Backlog, BacklogId, StoryId};

use super::versions::FAR;
use super::{Kept, VERSION, read};

/// Keys of backlogs begin so; the rest is the backlog's name.
pub const BACKLOG_PREFIX: &str = "floret.backlog.";

/// Between two neighbours whose places were given in one go.
const STEP: i64 = 1 << 16;

/// Where a story stands, or that it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// When this was said, in ms since 1970.
    pub ms: i64,
    /// It is there; else it was deleted, or went to another backlog.
    pub is_there: bool,
    /// Lower comes first; equal ones go by name.
    pub place: i64,
}

/// A backlog as kept.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct KeptBacklog {
    /// Its name.
    pub name: String,
    /// When it was named, in ms since 1970.
    pub named_ms: i64,
    /// When the whole order was given; places without a time are from then.
    pub ordered_ms: i64,
    /// When everything in it was deleted; 0: never.
    pub cleared_ms: i64,
    /// Places by story, those that went included.
    pub slots: BTreeMap<StoryId, Slot>,
}

#[derive(Serialize, Deserialize)]
struct BacklogText {
    version: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default)]
    named: i64,
    #[serde(default)]
    ordered: i64,
    #[serde(default)]
    cleared: i64,
    /// `id`, `id:place` unless it is one step behind, `@ms` unless it is as of `ordered`.
    order: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    gone: String,
}

/// The key of a backlog.
pub fn backlog_key(id: BacklogId) -> String {
    format!("{BACKLOG_PREFIX}{id}")
}

/// The backlog that a key belongs to.
pub fn backlog_of_key(key: &str) -> Option<BacklogId> {
    key.strip_prefix(BACKLOG_PREFIX)?.parse().ok()
}

/// Reads a backlog.
pub fn read_backlog(text: &str) -> Kept<KeptBacklog> {
    read::<BacklogText>(text).and_then(|text| {
        let times = [text.named, text.ordered, text.cleared];
        if times.iter().any(|ms| !(0..FAR).contains(ms)) {
            return None;
        }
        let mut backlog = KeptBacklog {
            name: text.name,
            named_ms: text.named,
            ordered_ms: text.ordered,
            cleared_ms: text.cleared,
            slots: BTreeMap::new(),
        };
        backlog.read_slots(&text.order, true)?;
        backlog.read_slots(&text.gone, false)?;
        backlog.settle();
        Some(backlog)
    })
}

/// Writes a backlog.
pub fn write_backlog(backlog: &KeptBacklog) -> String {
    let text = BacklogText {
        version: VERSION,
        name: backlog.name.clone(),
        named: backlog.named_ms,
        ordered: backlog.ordered_ms,
        cleared: backlog.cleared_ms,
        order: backlog.slot_text(true),
        gone: backlog.slot_text(false),
    };
    serde_json::to_string(&text).unwrap_or_default()
}

impl KeptBacklog {
    /// Its name and its stories in order.
    pub fn backlog(&self) -> Backlog {
        let order = self.places().into_iter().map(|(_, id)| id);
        Backlog {
            name: self.name.clone(),
            order: order.collect(),
        }
    }

    /// Places of the stories that are there, in order.
    fn places(&self) -> Vec<(i64, StoryId)> {
        let there = self.slots.iter().filter(|(_, slot)| slot.is_there);
        let mut places: Vec<_> = there.map(|(id, slot)| (slot.place, *id)).collect();
        places.sort_unstable();
        places
    }

    /// Nothing is left of it but that it was deleted.
    pub fn is_deleted(&self) -> bool {
        self.cleared_ms > 0
            && self.named_ms <= self.cleared_ms
            && self.slots.values().all(|slot| !slot.is_there)
    }

    /// Puts stories, in their order, before a story of this backlog, or at the end.
    pub fn insert(&mut self, ids: &[StoryId], before: Option<StoryId>, now_ms: i64) {
        let Some((mut place, step)) = self.gap(ids, before) else {
            let mut order = self.backlog().order;
            order.retain(|id| !ids.contains(id));
            let at = before.and_then(|before| order.iter().position(|id| *id == before));
            let at = at.unwrap_or(order.len());
            order.splice(at..at, ids.iter().copied());
            self.set_order(&order, now_ms);
            return;
        };
        for id in ids {
            place += step;
            self.put(*id, true, place, now_ms);
        }
    }

    /// The place before the gap and the step in it; `None` if there is no room.
    fn gap(&self, ids: &[StoryId], before: Option<StoryId>) -> Option<(i64, i64)> {
        let mut places = self.places();
        places.retain(|(_, id)| !ids.contains(id));
        let at = before.and_then(|before| places.iter().position(|(_, id)| *id == before));
        let Some(at) = at else {
            return Some((places.last().map_or(0, |(place, _)| *place), STEP));
        };
        let (high, _) = *places.get(at)?;
        let n = i64::try_from(ids.len()).ok()? + 1;
        let Some((low, _)) = at.checked_sub(1).and_then(|at| places.get(at)) else {
            return Some((high - n * STEP, STEP));
        };
        let step = (high - low) / n;
        (step > 0).then_some((*low, step))
    }

    /// Gives the whole order anew; stories that are not in it keep what is said of them.
    pub fn set_order(&mut self, order: &[StoryId], now_ms: i64) {
        let now_ms = now_ms.max(self.ordered_ms + 1);
        let mut place = 0;
        for id in order {
            place += STEP;
            self.put(*id, true, place, now_ms);
        }
        self.ordered_ms = now_ms;
        self.settle();
    }

    /// A story goes; its place is remembered.
    pub fn remove(&mut self, id: StoryId, now_ms: i64) {
        let place = self.slots.get(&id).map_or(0, |slot| slot.place);
        self.put(id, false, place, now_ms);
    }

    /// Puts a story back where it was.
    pub fn bring_back(&mut self, id: StoryId, place: i64, now_ms: i64) {
        self.put(id, true, place, now_ms);
    }

    /// Everything goes.
    pub fn clear(&mut self, now_ms: i64) {
        let newest = self.slots.values().map(|slot| slot.ms).max();
        let newest = newest.unwrap_or_default().max(self.named_ms);
        self.cleared_ms = now_ms.max(newest + 1);
        self.settle();
    }

    fn put(&mut self, id: StoryId, is_there: bool, place: i64, now_ms: i64) {
        let last_ms = self.slots.get(&id).map_or(0, |slot| slot.ms);
        let slot = Slot {
            ms: now_ms.max(last_ms + 1).max(self.cleared_ms + 1),
            is_there,
            place,
        };
        self.slots.insert(id, slot);
    }

    /// What went so long ago that no other tab can have missed it is forgotten.
    pub fn forget_gone(&mut self, before_ms: i64) {
        self.slots
            .retain(|_, slot| slot.is_there || slot.ms >= before_ms);
    }

    /// Brings in what another tab has kept of the same backlog.
    pub fn merge(&mut self, other: &Self) {
        let newer = (other.named_ms, &other.name) > (self.named_ms, &self.name);
        if newer {
            self.name.clone_from(&other.name);
            self.named_ms = other.named_ms;
        }
        self.ordered_ms = self.ordered_ms.max(other.ordered_ms);
        self.cleared_ms = self.cleared_ms.max(other.cleared_ms);
        for (id, slot) in &other.slots {
            let mine = self.slots.entry(*id).or_insert(*slot);
            *mine = (*mine).max(*slot);
        }
        self.settle();
    }

    /// Older than the clearing is gone; older than the order is as of it.
    fn settle(&mut self) {
        for slot in self.slots.values_mut() {
            if slot.is_there && slot.ms < self.cleared_ms {
                (slot.ms, slot.is_there) = (self.cleared_ms, false);
            } else if slot.is_there {
                slot.ms = slot.ms.max(self.ordered_ms);
            }
        }
    }

    fn read_slots(&mut self, text: &str, is_there: bool) -> Option<()> {
        let mut last = 0;
        for word in text.split_ascii_whitespace() {
            let (word, ms) = match word.split_once('@') {
                Some((word, ms)) => (word, number(ms)?),
                None => (word, self.ordered_ms),
            };
            let (id, place) = match word.split_once(':') {
                Some((id, place)) => (id, number(place)?),
                None => (word, last + STEP),
            };
            last = place;
            let slot = Slot {
                ms,
                is_there,
                place,
            };
            self.slots.insert(id.parse().ok()?, slot);
        }
        Some(())
    }

    fn slot_text(&self, is_there: bool) -> String {
        use std::fmt::Write;
        let slots = self
            .slots
            .iter()
            .filter(|(_, slot)| slot.is_there == is_there);
        let mut slots: Vec<_> = slots.collect();
        slots.sort_unstable_by_key(|(id, slot)| (slot.place, **id));
        let mut text = String::with_capacity(slots.len() * 17);
        let mut last = 0;
        for (id, slot) in slots {
            if !text.is_empty() {
                text.push(' ');
            }
            // Writing to a text cannot fail.
            let _ = write!(text, "{id}");
            if slot.place != last + STEP {
                let _ = write!(text, ":{}", slot.place);
            }
            if slot.ms != self.ordered_ms {
                let _ = write!(text, "@{}", slot.ms);
            }
            last = slot.place;
        }
        text
    }
}

fn number(text: &str) -> Option<i64> {
    let number: i64 = text.parse().ok()?;
    (-FAR..FAR).contains(&number).then_some(number)
}
