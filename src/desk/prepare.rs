//! Guided preparation of one story.

use crate::story::StoryId;

use super::ctx::DeskCtx;
use super::event::PrepareEvent;
use super::stage::Desk;
use super::view::PrepareView;

/// The preparation that is open.
#[derive(Debug, Default)]
pub(super) struct Prepare {
    story: Option<StoryId>,
}

impl Desk {
    pub(super) fn update_prepare(&mut self, event: PrepareEvent, ctx: &mut DeskCtx) {
        match event {
            PrepareEvent::Opened(story) => {
                self.prepare.story = Some(story);
                self.open_assistant(ctx);
            }
            PrepareEvent::Closed => {
                self.prepare.story = None;
                self.close_assistant(ctx);
            }
        }
    }

    pub(super) fn prepare_view(&self, shown: StoryId) -> Option<PrepareView> {
        let story = self.prepare.story.filter(|story| *story == shown)?;
        Some(PrepareView {
            story,
            assistant: self.assistant_view(story),
        })
    }
}
