//! Sentences of the desk: the view's enums as text in its language.

use super::DeskUi;
use crate::desk::view::{DeskNoticeText, DeskSpoken};
use crate::story::{Kind, Status, Understanding};
use crate::words::fill;

/// A short message.
pub(super) fn notice(ui: DeskUi, text: &DeskNoticeText) -> String {
    let (say, page) = (&ui.words.frame, &ui.page_words().notice);
    match text {
        DeskNoticeText::Copied => page.copied.to_owned(),
        DeskNoticeText::CopyRefused => page.copy_refused.to_owned(),
        DeskNoticeText::StorageFull => say.storage_full.to_owned(),
        DeskNoticeText::StorageBlocked => say.storage_blocked.to_owned(),
        DeskNoticeText::StorageDamaged(n) => ui.words.frame_count.damaged.of(*n),
        DeskNoticeText::StorageNewer => page.storage_newer.to_owned(),
        DeskNoticeText::StoryDeleted(title) => fill(say.story_deleted, &[titled(ui, title)]),
    }
}

/// A sentence for screen readers.
pub(super) fn spoken(ui: DeskUi, what: &DeskSpoken) -> String {
    match what {
        DeskSpoken::Moved { title, place, of } => fill(
            ui.words.frame.moved,
            &[titled(ui, title), &place.to_string(), &of.to_string()],
        ),
        DeskSpoken::Found(n) => ui.words.backlog_count.found.of(*n),
    }
}

/// A story's title, or a word for one without.
pub(super) fn titled(ui: DeskUi, title: &str) -> &str {
    if title.is_empty() {
        ui.words.backlog.untitled
    } else {
        title
    }
}

/// What sort of work.
pub(super) fn kind(ui: DeskUi, kind: Kind) -> &'static str {
    let say = ui.words.backlog;
    match kind {
        Kind::Story => say.kind_story,
        Kind::Bug => say.kind_bug,
        Kind::Task => say.kind_task,
        Kind::Spike => say.kind_spike,
    }
}

/// Where a story stands.
pub(super) fn status(ui: DeskUi, status: Status) -> &'static str {
    let say = ui.words.backlog;
    match status {
        Status::Draft => say.status_draft,
        Status::Gaps => say.status_gaps,
        Status::FitToVote => say.status_fit,
        Status::Estimated => say.status_estimated,
        Status::Ready => say.status_ready,
        Status::SentBack => say.status_sent_back,
    }
}

/// How well a story is understood.
pub(super) fn understanding(ui: DeskUi, how: Understanding) -> &'static str {
    let say = ui.words.backlog;
    match how {
        Understanding::Clear => say.clear,
        Understanding::Partly => say.partly,
        Understanding::Unclear => say.unclear,
    }
}
