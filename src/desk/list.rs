//! The list of stories: search, filter, window, order.

use rand_core::Rng;

use crate::story::{Story, StoryId};

use super::ctx::DeskCtx;
use super::event::{BacklogEvent, StoryFilter};
use super::stage::{Desk, Undo};
use super::view::{BacklogLine, BacklogView, DeskNoticeText, StoryRow};

/// Rows shown before the screen has told how many it holds.
const FIRST_ROWS: usize = 30;

/// How the list is looked at.
#[derive(Debug)]
pub(super) struct List {
    search: String,
    filter: StoryFilter,
    first: usize,
    n_rows: usize,
}

impl Default for List {
    fn default() -> Self {
        Self {
            search: String::new(),
            filter: StoryFilter::default(),
            first: 0,
            n_rows: FIRST_ROWS,
        }
    }
}

impl Desk {
    pub(super) fn update_backlog(&mut self, event: BacklogEvent, ctx: &mut DeskCtx) {
        match event {
            BacklogEvent::StoryAdded(title) => self.add_story(title, ctx),
            BacklogEvent::StoryDeleted(id) => self.delete_story(id, ctx),
            BacklogEvent::Searched(text) => self.list.search = text,
            BacklogEvent::Filtered(filter) => self.list.filter = filter,
            BacklogEvent::RowsInSight { first, n } => {
                (self.list.first, self.list.n_rows) = (first, n);
            }
            BacklogEvent::Created(_)
            | BacklogEvent::Renamed(..)
            | BacklogEvent::Deleted(_)
            | BacklogEvent::Switched(_)
            | BacklogEvent::StoryDuplicated(_)
            | BacklogEvent::StorySent(..)
            | BacklogEvent::Moved { .. }
            | BacklogEvent::Shifted { .. }
            | BacklogEvent::OrderProposed
            | BacklogEvent::DamagedCopyPressed => {}
        }
    }

    fn add_story(&mut self, title: String, ctx: &mut DeskCtx) {
        let id = StoryId(ctx.rng.next_u64());
        let story = Story {
            title,
            changed_ms: ctx.now_ms,
            ..Story::default()
        };
        self.shelf.stories.insert(id, story.into());
        if let Some(backlog) = self.shelf.backlogs.get_mut(&self.shelf.open) {
            backlog.order.push(id);
        }
    }

    fn delete_story(&mut self, id: StoryId, ctx: &mut DeskCtx) {
        let Some(story) = self.shelf.stories.remove(&id) else {
            return;
        };
        for backlog in self.shelf.backlogs.values_mut() {
            backlog.order.retain(|one| *one != id);
        }
        let text = DeskNoticeText::StoryDeleted(story.title.clone());
        self.notices
            .add_undo(text, Undo::Story(id, story), ctx.now_ms);
    }

    pub(super) fn backlog_lines(&self) -> Vec<BacklogLine> {
        let backlogs = self.shelf.backlogs.iter();
        let line =
            |(id, backlog): (&crate::story::BacklogId, &crate::story::Backlog)| BacklogLine {
                id: *id,
                name: backlog.name.clone(),
                n_stories: backlog.order.len(),
                is_open: *id == self.shelf.open,
            };
        backlogs.map(line).collect()
    }

    pub(super) fn backlog_view(&self) -> BacklogView {
        let order = self.shelf.backlogs.get(&self.shelf.open);
        let order = order.map(|one| one.order.as_slice()).unwrap_or_default();
        let window = order.iter().enumerate().skip(self.list.first);
        let rows = window.take(self.list.n_rows);
        BacklogView {
            backlogs: self.backlog_lines(),
            n_stories: order.len(),
            n_found: order.len(),
            search: self.list.search.clone(),
            filter: self.list.filter,
            first: self.list.first,
            rows: rows.filter_map(|(at, id)| self.row(at, *id)).collect(),
            import: self.import_view(),
        }
    }

    fn row(&self, at: usize, id: StoryId) -> Option<StoryRow> {
        let story = self.shelf.story(id)?;
        Some(StoryRow {
            id,
            place: at + 1,
            key: story.key.clone(),
            title: story.title.clone(),
            kind: story.kind,
            status: story.status,
            estimate: story.estimate.clone(),
            understanding: story.understanding,
            n_open_questions: story.questions.iter().filter(|one| !one.is_closed).count(),
            n_missing: 0,
            is_placed: story.is_placed,
            is_planned: false,
        })
    }
}
