//! One story: its fields as they are typed.

use std::sync::Arc;

use crate::story::{Backlog, BacklogId, StoryId};

use super::ctx::DeskCtx;
use super::event::{Field, StoryEvent};
use super::stage::Desk;
use super::view::{DeskScreen, StoryScreen};

impl Desk {
    pub(super) fn update_story(&mut self, id: StoryId, event: StoryEvent, ctx: &mut DeskCtx) {
        let Some(story) = self.shelf.stories.get_mut(&id) else {
            return;
        };
        let story = Arc::make_mut(story);
        match event {
            StoryEvent::Typed(field, text) => match field {
                Field::Key => story.key = text,
                Field::Title => story.title = text,
                Field::Description => story.description = text,
                Field::Why => story.why = text,
                Field::Acceptance => story.acceptance = text,
                Field::Dependencies => story.dependencies = text,
                Field::Link => story.link = text,
                Field::Estimate => story.estimate = text,
                Field::Notes => story.notes = text,
            },
            StoryEvent::Kind(kind) => story.kind = kind,
            StoryEvent::Understanding(level) => story.understanding = level,
            StoryEvent::Status(status) => story.status = status,
            StoryEvent::Placed(is_placed) => story.is_placed = is_placed,
            StoryEvent::WordAdded(..)
            | StoryEvent::WordRemoved(..)
            | StoryEvent::ItemAdded(_)
            | StoryEvent::ItemTyped { .. }
            | StoryEvent::QuestionStops(..)
            | StoryEvent::QuestionClosed(..)
            | StoryEvent::RiskBlocks(..)
            | StoryEvent::ItemRemoved(..)
            | StoryEvent::Said(..)
            | StoryEvent::Overruled { .. }
            | StoryEvent::SentBack(_)
            | StoryEvent::TakenBack => {}
        }
        story.changed_ms = ctx.now_ms;
    }

    pub(super) fn story_screen(&self, id: StoryId) -> DeskScreen {
        let mut backlogs = self.shelf.backlogs.iter();
        let found = backlogs.find_map(|(backlog, content)| place(*backlog, content, id));
        let (Some((backlog, at, order)), Some(story)) = (found, self.shelf.story(id)) else {
            return DeskScreen::NoStory;
        };
        DeskScreen::Story(Box::new(StoryScreen {
            id,
            story: Arc::clone(story),
            backlog,
            backlogs: self.backlog_lines(),
            place: at + 1,
            n_stories: order.len(),
            previous: at.checked_sub(1).and_then(|at| order.get(at)).copied(),
            next: order.get(at + 1).copied(),
            prepare: self.prepare_view(id),
        }))
    }
}

fn place(
    backlog: BacklogId,
    content: &Backlog,
    id: StoryId,
) -> Option<(BacklogId, usize, &[StoryId])> {
    let at = content.order.iter().position(|one| *one == id)?;
    Some((backlog, at, content.order.as_slice()))
}
