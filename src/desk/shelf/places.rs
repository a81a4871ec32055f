//! Which story is in which backlog, and where.

use std::collections::BTreeMap;

use crate::saved::{KeptBacklog, Slot};
use crate::story::{BacklogId, MAX_BACKLOG_NAME_CHARS, MAX_BACKLOGS, StoryId};

use super::Shelf;

impl Shelf {
    /// Puts stories of this shelf into a backlog, in their order, before a story there or
    /// at the end; they leave the backlog they were in.
    pub(in crate::desk) fn place_stories(
        &mut self,
        ids: &[StoryId],
        backlog: BacklogId,
        before: Option<StoryId>,
        now_ms: i64,
    ) {
        let ms = self.tick_after(ids.iter(), now_ms);
        for id in ids {
            self.note_slots(*id);
            for (other, kept) in &mut self.kept {
                if *other != backlog && kept.slots.get(id).is_some_and(|slot| slot.is_there) {
                    kept.remove(*id, ms);
                    self.pending.backlogs.insert(*other);
                }
            }
            self.note_slot(backlog, *id);
        }
        self.kept
            .entry(backlog)
            .or_default()
            .insert(ids, before, ms);
        self.pending.backlogs.insert(backlog);
        self.arrange();
    }

    /// Gives a backlog a new order. `order` has each of its stories once.
    pub(in crate::desk) fn set_order(
        &mut self,
        backlog: BacklogId,
        order: &[StoryId],
        now_ms: i64,
    ) {
        let ms = self.tick(now_ms);
        let shown = self.backlogs.get(&backlog);
        let shown = shown.map(|one| one.order.clone()).unwrap_or_default();
        let mut all: Vec<StoryId> = order.to_vec();
        let mut known = all.clone();
        known.sort_unstable();
        // Whatever came in meanwhile stays, at the end.
        all.extend(shown.iter().filter(|id| known.binary_search(id).is_err()));
        all.retain(|id| self.sheets.contains_key(id));
        self.kept.entry(backlog).or_default().set_order(&all, ms);
        self.pending.backlogs.insert(backlog);
        self.arrange();
    }

    /// Takes stories away.
    pub(in crate::desk) fn remove(&mut self, ids: &[StoryId], now_ms: i64) {
        let ms = self.tick_after(ids.iter(), now_ms);
        for id in ids {
            self.note_slots(*id);
            let Some(sheet) = self.sheets.remove(id) else {
                continue;
            };
            if let Some(journal) = &mut self.journal {
                journal.note_story(*id, Some(std::sync::Arc::clone(sheet.story())));
            }
            let ms = ms.max(sheet.story().changed_ms);
            self.removed.insert(*id, sheet);
            for (backlog, kept) in &mut self.kept {
                if kept.slots.get(id).is_some_and(|slot| slot.is_there) {
                    kept.remove(*id, ms);
                    self.pending.backlogs.insert(*backlog);
                }
            }
            self.pending.forget_story(*id);
        }
        self.arrange();
    }

    /// Makes a backlog; `None` if there are too many.
    pub(in crate::desk) fn create_backlog(
        &mut self,
        id: BacklogId,
        name: &str,
        now_ms: i64,
    ) -> bool {
        let has_room = self.backlogs.len() < MAX_BACKLOGS && !self.kept.contains_key(&id);
        if has_room {
            self.kept.insert(id, KeptBacklog::default());
            self.rename_backlog(id, name, now_ms);
        }
        has_room
    }

    /// Names a backlog.
    pub(in crate::desk) fn rename_backlog(&mut self, id: BacklogId, name: &str, now_ms: i64) {
        let ms = self.tick(now_ms);
        let Some(kept) = self.kept.get_mut(&id) else {
            return;
        };
        if let Some(journal) = &mut self.journal {
            journal.note_name(id, &kept.name);
        }
        let short = name.chars().take(MAX_BACKLOG_NAME_CHARS);
        kept.name = short.collect();
        kept.named_ms = ms.max(kept.named_ms + 1).max(kept.cleared_ms + 1);
        self.pending.backlogs.insert(id);
        self.arrange();
    }

    /// Takes a backlog away with all its stories.
    pub(in crate::desk) fn delete_backlog(&mut self, id: BacklogId, now_ms: i64) {
        let stories = self.backlogs.get(&id).map(|one| one.order.clone());
        let stories = stories.unwrap_or_default();
        for story in &stories {
            self.note_slots(*story);
        }
        let ms = self.tick(now_ms);
        if let Some(kept) = self.kept.get_mut(&id) {
            if let Some(journal) = &mut self.journal {
                journal.note_name(id, &kept.name);
            }
            kept.clear(ms);
            self.pending.backlogs.insert(id);
        }
        self.remove(&stories, ms);
        self.land();
    }

    /// Shows another backlog.
    pub(in crate::desk) fn turn_to(&mut self, id: BacklogId) {
        if self.backlogs.contains_key(&id) && self.open != id {
            self.open = id;
            self.pending.is_desk_due = true;
            self.order_version = self.order_version.wrapping_add(1);
        }
    }

    /// Some backlog is always shown; an empty one, if there is none.
    pub(super) fn land(&mut self) {
        if self.backlogs.contains_key(&self.open) {
            return;
        }
        let first = self.backlogs.keys().next().copied();
        self.open = first.unwrap_or_else(|| self.free_backlog());
        self.kept.entry(self.open).or_default();
        self.arrange();
    }

    /// A name that no backlog has, nor had.
    pub(super) fn free_backlog(&self) -> BacklogId {
        let is_free = |id: &BacklogId| {
            let key = crate::saved::backlog_key(*id);
            !self.kept.contains_key(id) && !self.unreadable.contains_key(&key)
        };
        (0..=u32::MAX)
            .map(BacklogId)
            .find(is_free)
            .unwrap_or_default()
    }

    /// What is shown of each backlog, made anew.
    pub(super) fn arrange(&mut self) {
        let homes = self.homes();
        self.bring_back_edited(&homes);
        for (id, _) in homes.iter().filter(|(_, (slot, _))| slot.is_there) {
            if let Some(sheet) = self.removed.remove(id) {
                self.sheets.entry(*id).or_insert(sheet);
                self.pending.stories.insert(*id);
            }
        }
        let mut backlogs = BTreeMap::new();
        for (id, kept) in &self.kept {
            if kept.is_deleted() {
                continue;
            }
            let mut backlog = kept.backlog();
            backlog.order.retain(|story| {
                let home = homes.get(story).map(|(_, home)| home);
                home == Some(id) && self.sheets.contains_key(story)
            });
            backlogs.insert(*id, backlog);
        }
        self.backlogs = backlogs;
        self.order_version = self.order_version.wrapping_add(1);
        self.version = self.version.wrapping_add(1);
    }

    /// Of each story what was said of its place last, and in which backlog.
    pub(super) fn homes(&self) -> BTreeMap<StoryId, (Slot, BacklogId)> {
        let mut homes = BTreeMap::new();
        for (backlog, kept) in &self.kept {
            for (story, slot) in &kept.slots {
                let home = homes.entry(*story).or_insert((*slot, *backlog));
                *home = (*home).max((*slot, *backlog));
            }
        }
        homes
    }

    /// A story that was changed after another tab had deleted it was not meant to go.
    fn bring_back_edited(&mut self, homes: &BTreeMap<StoryId, (Slot, BacklogId)>) {
        for (id, (slot, home)) in homes.iter().filter(|(_, (slot, _))| !slot.is_there) {
            let changed_ms = self.sheets.get(id).map(|one| one.story().changed_ms);
            let Some(changed_ms) = changed_ms.filter(|ms| *ms > slot.ms) else {
                continue;
            };
            if let Some(kept) = self.kept.get_mut(home) {
                kept.bring_back(*id, slot.place, changed_ms);
                self.pending.backlogs.insert(*home);
                self.pending.stories.insert(*id);
            }
        }
    }

    /// A new time, after everything that was said of the places of these stories.
    pub(super) fn tick_after<'a>(
        &mut self,
        ids: impl Iterator<Item = &'a StoryId>,
        now_ms: i64,
    ) -> i64 {
        let kept = &self.kept;
        let said = ids.flat_map(|id| kept.values().filter_map(|one| one.slots.get(id)));
        let newest = said.map(|slot| slot.ms + 1).max().unwrap_or_default();
        self.tick(now_ms.max(newest))
    }

    /// For an undo: where a story stands in every backlog.
    fn note_slots(&mut self, id: StoryId) {
        let holding = self.kept.iter();
        let holding = holding.filter(|(_, kept)| kept.slots.contains_key(&id));
        let holding: Vec<BacklogId> = holding.map(|(backlog, _)| *backlog).collect();
        for backlog in holding {
            self.note_slot(backlog, id);
        }
    }

    fn note_slot(&mut self, backlog: BacklogId, id: StoryId) {
        if let Some(journal) = &mut self.journal {
            let slot = self.kept.get(&backlog).and_then(|kept| kept.slots.get(&id));
            journal.note_slot(backlog, id, slot.copied());
        }
    }
}
