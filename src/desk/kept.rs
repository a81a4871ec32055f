//! What the browser keeps, or does not: refusals, and what other tabs wrote.

use crate::saved::{
    BACK_PREFIX, CHECKLIST_KEY, HANDOUT_PREFIX, MET_KEY, MODEL_KEY, PACK_KEPT_KEY, PACKED_PREFIX,
    PLAN_KEY, PREPARATION_PREFIX, RECORD_PREFIX, TOKENS_KEY,
};

use super::ctx::DeskCtx;
use super::effect::KeepProblem;
use super::stage::Desk;
use super::view::DeskNoticeText;

impl Desk {
    /// Everything stays on the screen and in memory, and is tried again later.
    pub(super) fn not_kept(&mut self, key: String, problem: KeepProblem, ctx: &mut DeskCtx) {
        let text = match problem {
            KeepProblem::Full => DeskNoticeText::StorageFull,
            KeepProblem::Blocked => DeskNoticeText::StorageBlocked,
        };
        self.shelf.refused(key, ctx.now_ms);
        self.notices.add(text, ctx.now_ms);
    }

    pub(super) fn kept_elsewhere(&mut self, key: &str, value: Option<String>, ctx: &mut DeskCtx) {
        if self.shelf.kept_elsewhere(key, value) {
            self.warn_of_unreadable(ctx);
            return;
        }
        if key == PLAN_KEY {
            self.read_plan();
        } else if key == PACK_KEPT_KEY {
            self.read_packing();
        } else if key.starts_with(PACKED_PREFIX) {
            self.packed_elsewhere(key);
        } else if key == crate::saved::READY_KEY {
            self.read_definition();
        } else if key.starts_with(CHECKLIST_KEY) {
            self.read_lists(ctx);
        } else if key == MODEL_KEY {
            self.read_model_settings();
        } else if key == TOKENS_KEY {
            self.read_tokens();
        } else if key.starts_with(BACK_PREFIX) {
            self.take_estimates(ctx);
        } else if key.starts_with(RECORD_PREFIX) {
            self.records_changed();
        } else if key == MET_KEY {
            self.take_meeting(ctx);
        } else if key.starts_with(HANDOUT_PREFIX) {
            self.take_handouts();
        } else if key.starts_with(PREPARATION_PREFIX) {
            self.answers_elsewhere(key);
        }
        self.warn_of_unreadable(ctx);
    }

    /// What happened while the page slept.
    pub(super) fn resume(&mut self, kept: Vec<(String, String)>, ctx: &mut DeskCtx) {
        for (key, value) in self.shelf.missed(kept) {
            self.kept_elsewhere(&key, value, ctx);
        }
    }

    pub(super) fn warn_of_unreadable(&mut self, ctx: &mut DeskCtx) {
        let (n_damaged, n_newer) = self.shelf.n_unreadable();
        if self.shelf.take_warning(n_damaged, n_newer) {
            if n_damaged > 0 {
                let text = DeskNoticeText::StorageDamaged(n_damaged);
                self.notices.add(text, ctx.now_ms);
            }
            if n_newer > 0 {
                self.notices.add(DeskNoticeText::StorageNewer, ctx.now_ms);
            }
        }
    }
}
