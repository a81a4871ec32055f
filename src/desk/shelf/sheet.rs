//! One story at hand: what is kept of it, and what was found out about it.

use std::sync::Arc;

use crate::desk::view::GateMark;
use crate::saved::{KeptStory, merge_stories};
use crate::story::{Definition, GateState, Haystack, Story, judge, status};

/// A story at hand.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    kept: KeptStory,
    seen: Option<Seen>,
}

/// What was found out.
#[derive(Clone, Debug)]
struct Seen {
    hay: Haystack,
    /// The vote gate and the ready gate.
    gates: (GateMark, GateMark),
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
        Self { kept, seen: None }
    }

    pub(crate) fn story(&self) -> &Arc<Story> {
        &self.kept.story
    }

    pub(super) fn kept(&self) -> &KeptStory {
        &self.kept
    }

    /// This tab made a new version.
    pub(super) fn change(&mut self, kept: KeptStory) {
        self.kept = kept;
        self.seen = None;
    }

    /// Another tab made a new version; tells whether the two came to what it has already.
    pub(super) fn merge(&mut self, theirs: &KeptStory) -> bool {
        let (kept, is_theirs) = merge_stories(&self.kept, theirs);
        self.kept = kept;
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
        self.seen = Some(Seen {
            hay: Haystack::new(&story, !judged.vote.is_passed()),
            gates: (mark(&judged.vote), mark(&judged.ready)),
        });
        let status = status(&story, &judged);
        if status != story.status {
            Arc::make_mut(&mut self.kept.story).status = status;
        }
    }

    /// How the vote gate and the ready gate stand; `None`: nobody has looked yet.
    pub(crate) fn gates(&self) -> Option<(GateMark, GateMark)> {
        self.seen.as_ref().map(|seen| seen.gates)
    }

    /// What a search looks through.
    pub(crate) fn hay(&self) -> Option<&Haystack> {
        self.seen.as_ref().map(|seen| &seen.hay)
    }
}

fn mark(gate: &GateState<'_>) -> GateMark {
    GateMark {
        is_passed: gate.is_passed(),
        is_overruled: matches!(gate, GateState::Overruled { .. }),
        n_missing: gate.missing().len(),
    }
}
