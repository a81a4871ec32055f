//! What was kept, read when the desk opens.

use crate::saved::{
    DESK_KEY, Kept, backlog_key, backlog_of_key, read_backlog, read_desk, read_story, story_of_key,
};
use crate::story::{BacklogId, StoryId};

use super::sheet::Sheet;
use super::{Shelf, Unreadable};

/// Other tabs know of a deletion after this time, in ms.
const REMEMBER_GONE_MS: i64 = 24 * 60 * 60 * 1_000;

impl Shelf {
    /// Reads what was kept. Nothing that cannot be read is shown or overwritten.
    pub(in crate::desk) fn read(kept: Vec<(String, String)>, now_ms: i64, salt: u16) -> Self {
        let mut shelf = Self {
            last_ms: now_ms,
            salt,
            ..Self::default()
        };
        let mut open = None;
        for (key, text) in kept {
            shelf.pending.weigh(&key, key.len() + text.len());
            let problem = if let Some(id) = story_of_key(&key) {
                take(read_story(&text), |kept| {
                    shelf.sheets.insert(id, Sheet::read(kept));
                })
            } else if let Some(id) = backlog_of_key(&key) {
                take(read_backlog(&text), |kept| {
                    shelf.kept.insert(id, kept);
                })
            } else if key == DESK_KEY {
                take(read_desk(&text), |desk| open = Some(desk.open))
            } else {
                shelf.texts.insert(key, text);
                continue;
            };
            if let Some(is_newer) = problem {
                shelf.unreadable.insert(key, Unreadable { text, is_newer });
            }
        }
        shelf.begin(open, now_ms);
        shelf
    }

    fn begin(&mut self, open: Option<BacklogId>, now_ms: i64) {
        self.drop_old(now_ms - REMEMBER_GONE_MS);
        self.open = open.unwrap_or_default();
        self.arrange();
        self.land();
        let homes = self.homes();
        let (mut lost, mut dead) = (Vec::new(), Vec::new());
        for (id, sheet) in &self.sheets {
            match homes.get(id) {
                None => lost.push(*id),
                Some((slot, _)) if !slot.is_there => {
                    debug_assert!(sheet.story().changed_ms <= slot.ms);
                    dead.push(*id);
                }
                Some(_) => {}
            }
        }
        for id in &dead {
            self.sheets.remove(id);
            self.pending.forget_story(*id);
        }
        self.adopt(&lost, now_ms);
    }

    /// Stories that no backlog names: the page was closed between two writings, or their
    /// backlog's text is damaged.
    fn adopt(&mut self, lost: &[StoryId], now_ms: i64) {
        if lost.is_empty() {
            self.arrange();
        } else {
            self.place_stories(lost, self.open, None, now_ms);
        }
    }

    fn drop_old(&mut self, before_ms: i64) {
        let is_old =
            |kept: &crate::saved::KeptBacklog| kept.is_deleted() && kept.cleared_ms < before_ms;
        let old = self.kept.iter().filter(|(_, kept)| is_old(kept));
        let old: Vec<BacklogId> = old.map(|(id, _)| *id).collect();
        for id in old {
            self.kept.remove(&id);
            self.pending.forget(backlog_key(id));
        }
        for kept in self.kept.values_mut() {
            kept.forget_gone(before_ms);
        }
    }
}

/// Hands a good text on; otherwise tells what is wrong: `true` for a newer program's.
pub(super) fn take<T>(kept: Kept<T>, hand_on: impl FnOnce(T)) -> Option<bool> {
    match kept {
        Kept::Fine(value) => {
            hand_on(value);
            None
        }
        Kept::Damaged => Some(false),
        Kept::Newer => Some(true),
    }
}
