//! Estimates on their way back from the table to their stories.

use crate::saved::{BACK_PREFIX, Kept, KeptEstimate, back_of_key, read_back};
use crate::story::{Status, StoryId};

use super::ctx::DeskCtx;
use super::stage::Desk;
use super::view::DeskNoticeText;

impl Desk {
    /// Everything that came back while the desk was closed.
    pub(super) fn take_estimates(&mut self, ctx: &mut DeskCtx) {
        let keys = self.shelf.keys(BACK_PREFIX);
        let came = keys.iter().filter(|key| self.take_estimate(key, ctx));
        let n_came = came.count();
        if n_came > 0 {
            let text = DeskNoticeText::EstimatesCame(n_came);
            self.notices.add(text, ctx.now_ms);
        }
    }

    /// One that came back; tells whether it was a story's.
    fn take_estimate(&mut self, key: &str, ctx: &mut DeskCtx) -> bool {
        let (Some(id), Some(text)) = (back_of_key(key), self.shelf.text(key)) else {
            return false;
        };
        match read_back(text) {
            Kept::Fine(estimate) => {
                self.shelf.forget(key);
                self.estimated(id, estimate, ctx)
            }
            Kept::Damaged => {
                self.shelf.set_aside(key, false);
                false
            }
            Kept::Newer => {
                self.shelf.set_aside(key, true);
                false
            }
        }
    }

    fn estimated(&mut self, id: StoryId, back: KeptEstimate, ctx: &mut DeskCtx) -> bool {
        self.shelf.edit(id, ctx.now_ms, |story| {
            story.estimate = back.estimate;
            story.is_voted = back.round.is_some();
            story.round = back.round;
            // It was on the table, so it is no longer sent back.
            story.sent_back = None;
            if story.status == Status::SentBack {
                story.status = Status::Draft;
            }
        })
    }
}
