//! English: the list of stories and one story.

use crate::words::{BacklogCounts, BacklogWords, Plural};

pub(super) const BACKLOG: BacklogWords = BacklogWords {
    title: "Backlog",
    stories: "Stories",
    add: "Add story",
    search: "Search stories",
    search_hint: "Title, key or text",
    import: "Import",
    export: "Export",
    empty_title: "No stories yet",
    empty_note: "Add the first one, or import them from your tracker. They stay in this browser.",
    none_found: "No story matches.",
    untitled: "Untitled story",
    more: "More for “{0}”",
    move_up: "Move up",
    move_down: "Move down",
    duplicate: "Duplicate",
    delete: "Delete",
    keys_note: "Drag a row, or press Alt with an arrow key, to change the order.",
    planned: "planned",
    story_title: "Title",
    gone_title: "This story is gone",
    gone_note: "It was deleted, here or in another tab.",
    kind_story: "Story",
    kind_bug: "Bug",
    kind_task: "Task",
    kind_spike: "Spike",
    status_draft: "Draft",
    status_gaps: "Gaps",
    status_fit: "Fit to vote",
    status_estimated: "Estimated",
    status_ready: "Ready",
    status_sent_back: "Sent back",
    clear: "clear",
    partly: "partly clear",
    unclear: "unclear",
};

pub(super) const BACKLOG_COUNTS: BacklogCounts = BacklogCounts {
    stories: Plural("1 story", "{0} stories"),
    found: Plural("1 story found", "{0} stories found"),
    questions: Plural("1 open question", "{0} open questions"),
    missing: Plural("1 point missing", "{0} points missing"),
};
