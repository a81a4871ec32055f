//! Stories and backlogs of this browser, and what else the desk keeps: one text for each.
//!
//! Knows when something changed and what has to be written; not why, and no screen.

mod change;
mod elsewhere;
mod opening;
mod pending;
mod places;
mod sheet;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::saved::{KeptBacklog, KeptStory, Moment, restamp, story_key};
use crate::story::{Backlog, BacklogId, Story, StoryId};

pub(super) use change::Change;
use pending::Pending;
pub(super) use sheet::Sheet;

/// All stories and backlogs of this browser.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    sheets: BTreeMap<StoryId, Sheet>,
    /// Stories that went since the page began: what was known of them, should one return.
    removed: BTreeMap<StoryId, Sheet>,
    kept: BTreeMap<BacklogId, KeptBacklog>,
    /// Made of the above: what is shown of each backlog.
    backlogs: BTreeMap<BacklogId, Backlog>,
    open: BacklogId,
    /// Other kept texts, by key, as they were read or written last.
    texts: BTreeMap<String, String>,
    /// Damaged texts and those of a newer program, by key: never overwritten.
    unreadable: BTreeMap<String, Unreadable>,
    pending: Pending,
    /// What was said of unreadable texts: damaged ones, newer ones.
    warned: (usize, usize),
    /// What the update that is going on has changed so far.
    journal: Option<Change>,
    /// Time of the last change, in ms since 1970: no two changes of a tab have the same.
    last_ms: i64,
    /// Tells this tab from others that change something at the same moment.
    salt: u16,
    /// Bumped when an order changed.
    order_version: u32,
    /// Bumped when anything that a list shows changed.
    version: u32,
}

/// A text that this program cannot read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unreadable {
    text: String,
    is_newer: bool,
}

impl Shelf {
    /// A story.
    pub(super) fn story(&self, id: StoryId) -> Option<&Arc<Story>> {
        self.sheets.get(&id).map(Sheet::story)
    }

    /// Whether there is no such story, not even one that cannot be read.
    pub(super) fn is_unknown(&self, id: StoryId) -> bool {
        let key = crate::saved::story_key(id);
        !self.sheets.contains_key(&id) && !self.unreadable.contains_key(&key)
    }

    /// A story with what was found out about it.
    pub(super) fn sheet(&self, id: StoryId) -> Option<&Sheet> {
        self.sheets.get(&id)
    }

    /// All backlogs with the stories shown in each, in order.
    pub(super) fn backlogs(&self) -> &BTreeMap<BacklogId, Backlog> {
        &self.backlogs
    }

    /// The backlog that is shown.
    pub(super) fn open_id(&self) -> BacklogId {
        self.open
    }

    /// Stories of the backlog that is shown, in order.
    pub(super) fn order(&self) -> &[StoryId] {
        let open = self.backlogs.get(&self.open);
        open.map(|backlog| backlog.order.as_slice())
            .unwrap_or_default()
    }

    /// Stories of the backlog that is shown, in order, with their content.
    pub(super) fn stories(&self) -> impl Iterator<Item = (StoryId, &Arc<Story>)> {
        let ids = self.order().iter();
        ids.filter_map(|id| Some((*id, self.story(*id)?)))
    }

    /// The backlog a story is in, and its place there, from 0.
    pub(super) fn place(&self, id: StoryId) -> Option<(BacklogId, usize)> {
        self.backlogs.iter().find_map(|(backlog, content)| {
            let at = content.order.iter().position(|one| *one == id)?;
            Some((*backlog, at))
        })
    }

    /// Whether no story of this browser has this name, not even one that cannot be read.
    pub(super) fn is_free(&self, id: StoryId) -> bool {
        !self.sheets.contains_key(&id) && !self.unreadable.contains_key(&story_key(id))
    }

    /// Bumped when an order changed; and when anything that a list shows changed.
    pub(super) fn versions(&self) -> (u32, u32) {
        (self.order_version, self.version)
    }

    /// Takes a story as it is now; tells whether anything about it changed. One that is
    /// not in a backlog yet is not shown.
    pub(super) fn put(&mut self, id: StoryId, story: Story, now_ms: i64) -> bool {
        let ms = self.tick(now_ms);
        let returning = self.removed.remove(&id);
        let is_new = !self.sheets.contains_key(&id);
        if let Some(sheet) = returning.filter(|_| is_new) {
            self.sheets.insert(id, sheet);
        }
        if let Some(sheet) = self.sheets.get_mut(&id) {
            let before = Arc::clone(sheet.story());
            let mut kept = KeptStory {
                story: Arc::new(Story {
                    changed_ms: ms.max(before.changed_ms + 1),
                    ..story
                }),
                ..sheet.kept().clone()
            };
            let moment = Moment {
                ms,
                salt: self.salt,
            };
            if !restamp(&before, &mut kept, moment) && !is_new {
                return false;
            }
            sheet.change(kept);
            if let Some(journal) = &mut self.journal {
                journal.note_story(id, (!is_new).then_some(before));
            }
        } else {
            let story = Story {
                changed_ms: ms,
                ..story
            };
            self.sheets.insert(id, Sheet::new(story));
            if let Some(journal) = &mut self.journal {
                journal.note_story(id, None);
            }
        }
        self.pending.stories.insert(id);
        self.version = self.version.wrapping_add(1);
        true
    }

    /// Changes a story; tells whether anything about it changed.
    pub(super) fn edit(&mut self, id: StoryId, now_ms: i64, edit: impl FnOnce(&mut Story)) -> bool {
        let Some(story) = self.story(id) else {
            return false;
        };
        let mut story = Story::clone(story);
        edit(&mut story);
        self.put(id, story, now_ms)
    }

    /// What is found out about a story, if it is not known yet.
    pub(super) fn look(&mut self, id: StoryId, definition: &crate::story::Definition) {
        if let Some(sheet) = self.sheets.get_mut(&id) {
            sheet.look(definition);
        }
    }

    /// Looks at some stories that were not looked at; tells whether there are more.
    pub(super) fn look_at_some(&mut self, n: usize, definition: &crate::story::Definition) -> bool {
        let mut unseen = self.sheets.values_mut().filter(|sheet| !sheet.is_seen());
        for sheet in unseen.by_ref().take(n) {
            sheet.look(definition);
        }
        unseen.next().is_some()
    }

    /// Everything has to be looked at again: the team asks for something else now.
    pub(super) fn forget_looks(&mut self) {
        for sheet in self.sheets.values_mut() {
            sheet.forget_look();
        }
        self.version = self.version.wrapping_add(1);
    }

    /// A moment that no other change has.
    pub(super) fn moment(&mut self, now_ms: i64) -> Moment {
        Moment {
            ms: self.tick(now_ms),
            salt: self.salt,
        }
    }

    /// A time that was never given before.
    fn tick(&mut self, now_ms: i64) -> i64 {
        self.last_ms = now_ms.max(self.last_ms + 1);
        self.last_ms
    }
}
