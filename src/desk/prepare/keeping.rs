//! Answers as they are kept: read when a story is prepared, written as they are typed.

use std::sync::Arc;

use crate::desk::ctx::DeskCtx;
use crate::desk::stage::Desk;
use crate::saved::{
    Kept, KeptPreparation, PREPARATION_PREFIX, preparation_key, preparation_of_key,
    read_preparation, write_preparation,
};
use crate::story::{Story, StoryId};

use super::answers::{Answers, kind_of};

impl Desk {
    /// Answers about stories that are gone are of no use.
    pub(in crate::desk) fn forget_old_answers(&mut self) {
        for key in self.shelf.keys(PREPARATION_PREFIX) {
            let story = preparation_of_key(&key);
            if story.is_some_and(|id| self.shelf.is_unknown(id)) {
                self.shelf.forget(&key);
            }
        }
    }

    /// Reads what was answered about a story, unless this page knows it.
    pub(super) fn read_answers(&mut self, id: StoryId, ctx: &mut DeskCtx) {
        if self.prepare.answers.contains_key(&id) {
            return;
        }
        let kept = self.kept_answers(id).unwrap_or_default();
        self.prepare.answers.insert(id, Answers { kept });
        self.warn_of_unreadable(ctx);
    }

    /// Another tab has kept other answers, or none any more.
    pub(in crate::desk) fn answers_elsewhere(&mut self, key: &str) {
        let Some(id) = preparation_of_key(key) else {
            return;
        };
        if !self.prepare.answers.contains_key(&id) {
            return;
        }
        let theirs = self.kept_answers(id).unwrap_or_default();
        if let Some(answers) = self.prepare.answers.get_mut(&id) {
            answers.merge(theirs);
            self.prepare.version = self.prepare.version.wrapping_add(1);
        }
    }

    fn kept_answers(&mut self, id: StoryId) -> Option<KeptPreparation> {
        let key = preparation_key(id);
        match read_preparation(self.shelf.text(&key)?) {
            Kept::Fine(kept) => Some(kept),
            Kept::Damaged => {
                self.shelf.set_aside(&key, false);
                None
            }
            Kept::Newer => {
                self.shelf.set_aside(&key, true);
                None
            }
        }
    }

    /// Changes what was answered about a story, and keeps it.
    pub(super) fn change_answers(&mut self, id: StoryId, change: impl FnOnce(&mut Answers)) {
        if self.shelf.story(id).is_none() {
            return;
        }
        let answers = self.prepare.answers.entry(id).or_default();
        change(answers);
        self.prepare.version = self.prepare.version.wrapping_add(1);
        let key = preparation_key(id);
        if answers.is_worth_keeping() {
            self.shelf.keep(&key, write_preparation(&answers.kept));
        } else {
            self.shelf.forget(&key);
        }
    }

    /// A story as of the sort that its draft is of: that is what is asked about.
    pub(super) fn story_as_drafted(&self, id: StoryId) -> Option<Arc<Story>> {
        let story = self.shelf.story(id)?;
        let answers = self.prepare.answers.get(&id)?;
        let kind = kind_of(answers.form(story).shape, story.kind);
        if kind == story.kind {
            return Some(Arc::clone(story));
        }
        let story = Story::clone(story);
        Some(Arc::new(Story { kind, ..story }))
    }
}
