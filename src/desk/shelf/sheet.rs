//! One story at hand: what is kept of it, what it came from, what was found out about it.

use std::sync::Arc;

use crate::saved::{KeptStory, MergedStory, merge_stories};
use crate::story::{Definition, Haystack, Story, judge, status};

/// Earlier versions kept for when another tab answers to one of them.
const MAX_TRAIL: usize = 8;

/// A story at hand.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    kept: KeptStory,
    /// The newest version of another tab's, or the one that was read.
    base: Arc<Story>,
    /// Versions of this tab's own since, oldest first.
    trail: Vec<Arc<Story>>,
    seen: Option<Seen>,
}

/// What was found out.
#[derive(Clone, Debug)]
struct Seen {
    hay: Haystack,
    n_missing: usize,
}

impl Sheet {
    /// A new story.
    pub(super) fn new(story: Story) -> Self {
        Self::read(KeptStory {
            story: Arc::new(story),
            ..KeptStory::default()
        })
    }

    /// A story that was kept.
    pub(super) fn read(kept: KeptStory) -> Self {
        Self {
            base: Arc::clone(&kept.story),
            kept,
            trail: Vec::new(),
            seen: None,
        }
    }

    pub(crate) fn story(&self) -> &Arc<Story> {
        &self.kept.story
    }

    pub(super) fn kept(&self) -> &KeptStory {
        &self.kept
    }

    /// This tab made a new version.
    pub(super) fn change(&mut self, kept: KeptStory) {
        if self.trail.len() == MAX_TRAIL {
            self.trail.remove(0);
        }
        let before = std::mem::replace(&mut self.kept, kept);
        self.trail.push(before.story);
        self.seen = None;
    }

    /// Another tab made a new version; tells whether the two came to what it has already.
    pub(super) fn merge(&mut self, theirs: &KeptStory) -> bool {
        let own = self.trail.iter().chain([&self.kept.story]);
        let known = own.filter(|one| one.changed_ms == theirs.from_ms).last();
        let base = known.unwrap_or(&self.base);
        let MergedStory { kept, is_theirs } = merge_stories(base, &self.kept, theirs);
        self.kept = kept;
        self.base = Arc::clone(&theirs.story);
        self.seen = None;
        is_theirs
    }

    pub(super) fn is_seen(&self) -> bool {
        self.seen.is_some()
    }

    pub(super) fn forget_look(&mut self) {
        self.seen = None;
    }

    /// Judges it, and makes it ready to be searched. Its status follows.
    pub(super) fn look(&mut self, definition: &Definition) {
        if self.seen.is_some() {
            return;
        }
        let story = Arc::clone(&self.kept.story);
        let judged = judge(&story, definition);
        let n_missing = judged.ready.missing().len();
        self.seen = Some(Seen {
            hay: Haystack::new(&story, !judged.vote.is_passed()),
            n_missing,
        });
        let status = status(&story, &judged);
        if status != story.status {
            Arc::make_mut(&mut self.kept.story).status = status;
        }
    }

    /// Points of the Definition of Ready that are missing.
    pub(crate) fn n_missing(&self) -> usize {
        self.seen.as_ref().map_or(0, |seen| seen.n_missing)
    }

    /// What a search looks through.
    pub(crate) fn hay(&self) -> Option<&Haystack> {
        self.seen.as_ref().map(|seen| &seen.hay)
    }
}
