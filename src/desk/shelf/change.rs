//! What an update changed, and how it is taken back.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::saved::{Slot, revert_story};
use crate::story::{BacklogId, Story, StoryId};

use super::Shelf;

/// A story before and after; `None`: it was not there.
type Touched = (Option<Arc<Story>>, Option<Arc<Story>>);

/// Everything an update touched, as it was before; stories also as they were after.
#[derive(Clone, Debug, Default)]
pub(crate) struct Change {
    stories: BTreeMap<StoryId, Touched>,
    slots: BTreeMap<(BacklogId, StoryId), Option<Slot>>,
    names: BTreeMap<BacklogId, String>,
}

impl Change {
    /// What was done next, as one with this.
    pub(in crate::desk) fn go_on(&mut self, next: Self) {
        for (id, (before, after)) in next.stories {
            let touched = self.stories.entry(id).or_insert((before, None));
            touched.1 = after;
        }
        for (place, slot) in next.slots {
            self.slots.entry(place).or_insert(slot);
        }
        for (id, name) in next.names {
            self.names.entry(id).or_insert(name);
        }
    }

    pub(super) fn note_story(&mut self, id: StoryId, before: Option<Arc<Story>>) {
        self.stories.entry(id).or_insert((before, None));
    }

    pub(super) fn note_slot(&mut self, backlog: BacklogId, id: StoryId, before: Option<Slot>) {
        self.slots.entry((backlog, id)).or_insert(before);
    }

    pub(super) fn note_name(&mut self, id: BacklogId, before: &str) {
        self.names.entry(id).or_insert_with(|| before.to_owned());
    }
}

impl Shelf {
    /// Does something and remembers how it is taken back.
    pub(in crate::desk) fn record(&mut self, act: impl FnOnce(&mut Self)) -> Change {
        self.begin_record();
        act(self);
        self.end_record()
    }

    /// What is done from now on will be remembered.
    pub(in crate::desk) fn begin_record(&mut self) {
        self.journal = Some(Change::default());
    }

    /// How what was done since is taken back.
    pub(in crate::desk) fn end_record(&mut self) -> Change {
        let mut change = self.journal.take().unwrap_or_default();
        for (id, (_, after)) in &mut change.stories {
            *after = self.story(*id).cloned();
        }
        change
    }

    /// Takes a change back; what was done to the same stories since stays.
    pub(in crate::desk) fn undo(&mut self, change: &Change, now_ms: i64) {
        let mut new = Vec::new();
        for (id, (before, after)) in &change.stories {
            match (before, after, self.story(*id).cloned()) {
                (Some(before), Some(after), Some(now)) => {
                    let story = if now == *after {
                        Story::clone(before)
                    } else {
                        revert_story(before, after, &now)
                    };
                    self.put(*id, story, now_ms);
                }
                (Some(before), None, None) => {
                    self.put(*id, Story::clone(before), now_ms);
                }
                (None, _, Some(_)) => new.push(*id),
                (Some(_) | None, _, _) => {}
            }
        }
        // All at once: each removal arranges every backlog anew.
        self.remove(&new, now_ms);
        let ids: Vec<StoryId> = change.slots.keys().map(|(_, id)| *id).collect();
        let ms = self.tick_after(ids.iter(), now_ms);
        // What another tab has deleted meanwhile has no place any more.
        let there =
            |((_, id), _): &(&(BacklogId, StoryId), &Option<Slot>)| self.sheets.contains_key(id);
        for ((backlog, id), slot) in change.slots.iter().filter(there) {
            let kept = self.kept.entry(*backlog).or_default();
            match slot {
                Some(slot) if slot.is_there => kept.bring_back(*id, slot.place, ms),
                Some(_) | None => kept.remove(*id, ms),
            }
            self.pending.backlogs.insert(*backlog);
        }
        for (id, name) in &change.names {
            self.rename_backlog(*id, name, ms);
        }
        self.arrange();
    }
}
