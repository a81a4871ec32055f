//! Sentences of the desk: the view's enums as text in its language.

use super::DeskUi;
use crate::desk::story_says;
use crate::desk::view::{DeskNoticeText, DeskSpoken};
use crate::desk::view::{Kind, Status, Understanding};
use crate::words::fill;

/// A short message.
pub(super) fn notice(ui: DeskUi, text: &DeskNoticeText) -> String {
    let (say, count) = (ui.words.frame, ui.words.frame_count);
    let (page, gate) = (&ui.page_words().notice, ui.words.gate);
    match text {
        DeskNoticeText::Copied => page.copied.to_owned(),
        DeskNoticeText::CopyRefused => page.copy_refused.to_owned(),
        DeskNoticeText::StorageFull => say.storage_full.to_owned(),
        DeskNoticeText::StorageNearlyFull => page.storage_nearly_full.to_owned(),
        DeskNoticeText::StorageBlocked => say.storage_blocked.to_owned(),
        DeskNoticeText::StorageDamaged(n) => count.damaged.of(*n),
        DeskNoticeText::StorageNewer => page.storage_newer.to_owned(),
        DeskNoticeText::DamagedDropped(n) => count.damaged_dropped.of(*n),
        DeskNoticeText::StoryDeleted(title) => fill(say.story_deleted, &[titled(ui, title)]),
        DeskNoticeText::StorySent { title, backlog } => {
            fill(say.story_sent, &[titled(ui, title), named(ui, backlog)])
        }
        DeskNoticeText::StoryMoved { title, place } => {
            fill(say.story_moved, &[titled(ui, title), &place.to_string()])
        }
        DeskNoticeText::BacklogDeleted { name, n_stories } => {
            let deleted = fill(say.story_deleted, &[named(ui, name)]);
            [deleted, count.backlog_deleted.of(*n_stories)].join(" ")
        }
        DeskNoticeText::OrderProposed { n_moved, first } => {
            let first: Vec<_> = first.iter().map(|title| titled(ui, title)).collect();
            let moved = count.stories_moved.of(*n_moved);
            fill(say.order_proposed, &[&moved, &first.join(", ")])
        }
        DeskNoticeText::OrderIsGood => say.order_is_good.to_owned(),
        DeskNoticeText::BacklogFull => say.backlog_full.to_owned(),
        DeskNoticeText::TooManyBacklogs => say.too_many_backlogs.to_owned(),
        DeskNoticeText::ItemRemoved => say.item_removed.to_owned(),
        DeskNoticeText::NotReady(points) => fill(say.not_ready, &[&points.join(", ")]),
        DeskNoticeText::MeetingCame(n) => count.meeting_came.of(*n),
        DeskNoticeText::EstimatesCame(n) => count.estimates_came.of(*n),
        DeskNoticeText::Imported {
            n_new,
            n_changed,
            n_no_room,
        } => super::import::taken(ui, *n_new, *n_changed, *n_no_room),
        DeskNoticeText::ImportTakenBack => ui.words.exchange.taken_back.to_owned(),
        DeskNoticeText::NothingToComment => ui.words.exchange.export_no_comment.to_owned(),
        DeskNoticeText::WrittenBack(title) => {
            fill(ui.words.tickets.outcome.written, &[titled(ui, title)])
        }
        DeskNoticeText::NotWrittenBack(title) => {
            fill(ui.words.tickets.outcome.not_written, &[titled(ui, title)])
        }
        DeskNoticeText::StoriesProposed(n) => count.stories_proposed.of(*n),
        DeskNoticeText::NoStoryToPropose => say.no_story_to_propose.to_owned(),
        DeskNoticeText::StoryTakenOut(title) => fill(say.story_taken_out, &[titled(ui, title)]),
        DeskNoticeText::StorySentBack(title) => fill(say.story_sent_back, &[titled(ui, title)]),
        DeskNoticeText::FollowUpRemoved => say.follow_up_removed.to_owned(),
        DeskNoticeText::RecordDeleted(goal) => fill(ui.words.records.deleted, &[goal]),
        DeskNoticeText::PlanBegunAnew => say.plan_begun_anew.to_owned(),
        DeskNoticeText::NothingToVote => say.nothing_to_vote.to_owned(),
        DeskNoticeText::AgendaSorted => ui.words.pack.sorted.to_owned(),
        DeskNoticeText::AgendaIsSorted => ui.words.pack.is_sorted.to_owned(),
        DeskNoticeText::QuestionTaken => ui.words.pack.question_taken.to_owned(),
        DeskNoticeText::Lists(what) => super::checklist::notice(ui, what),
        DeskNoticeText::ListsFull(n) => fill(ui.words.checklist.screen.add_full, &[&n.to_string()]),
        DeskNoticeText::PointRemoved(wording) => fill(gate.screen.point_removed, &[wording]),
        DeskNoticeText::DefinitionTaken => gate.screen.taken.to_owned(),
        DeskNoticeText::DefinitionReset => gate.screen.reset_done.to_owned(),
        DeskNoticeText::GateOverruled(title) => {
            fill(gate.story.said_overruled, &[titled(ui, title)])
        }
        DeskNoticeText::DraftTaken(n) => ui.words.prepare_count.taken.of(*n),
    }
}

/// A sentence for screen readers.
pub(super) fn spoken(ui: DeskUi, what: &DeskSpoken) -> String {
    let say = ui.words.frame;
    match what {
        DeskSpoken::Moved { title, place, of } => fill(
            say.moved,
            &[titled(ui, title), &place.to_string(), &of.to_string()],
        ),
        DeskSpoken::Found(n) => ui.words.backlog_count.found.of(*n),
        DeskSpoken::Added(title) => fill(say.added, &[titled(ui, title)]),
        DeskSpoken::Lists(what) => super::checklist::spoken(ui, what),
        DeskSpoken::AnswersFilledIn(n) => ui.words.prepare_count.filled_in.of(*n),
        DeskSpoken::DraftGrew => ui.words.prepare.draft_grew.to_owned(),
    }
}

/// A backlog's name, or words for one without.
pub(super) fn named(ui: DeskUi, name: &str) -> &str {
    if name.is_empty() {
        ui.words.frame.unnamed_backlog
    } else {
        name
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
    story_says::status(ui.words.backlog, status)
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

/// Colour of the status; the word beside it says the same.
pub(super) fn mark(status: Status) -> &'static str {
    match status {
        Status::Draft => "draft",
        Status::Gaps | Status::SentBack => "gaps",
        Status::FitToVote | Status::Estimated => "fit",
        Status::Ready => "ready",
    }
}
