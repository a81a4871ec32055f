//! English: around every screen of the desk.

use crate::words::{FrameCounts, FrameWords, Plural};

pub(super) const FRAME: FrameWords = FrameWords {
    home: "Floret, start page",
    pages: "Preparation",
    storage_full: "This browser has no room left, so the last change is not kept. Export what you need, then delete what you do not.",
    storage_blocked: "This browser does not let pages keep anything (private mode?). Export your work before you close the tab.",
    story_deleted: "“{0}” was deleted.",
    story_sent: "“{0}” is in {1} now.",
    unnamed_backlog: "the unnamed backlog",
    story_moved: "“{0}” is number {1} now.",
    order_proposed: "{0} On top: {1}.",
    order_is_good: "The stories already stand in the order that would be proposed.",
    backlog_full: "This backlog has no room for more stories.",
    too_many_backlogs: "There is no room for another backlog.",
    item_removed: "Removed.",
    not_ready: "Not ready yet: {0}.",
    no_story_to_propose: "No story is left to propose.",
    story_taken_out: "“{0}” is no longer planned.",
    story_sent_back: "“{0}” goes to the next session, with what it lacks.",
    follow_up_removed: "The follow-up was removed.",
    plan_begun_anew: "A new session. What is still open was carried over.",
    nothing_to_vote: "None of the planned stories may be voted on yet.",
    moved: "{0}: now {1} of {2}",
    added: "Added: {0}",
    remove: "Remove {0}",
};

pub(super) const FRAME_COUNTS: FrameCounts = FrameCounts {
    damaged: Plural(
        "1 thing kept here is damaged. It was left as it is; you can download a copy.",
        "{0} things kept here are damaged. They were left as they are; you can download a copy.",
    ),
    damaged_dropped: Plural(
        "1 damaged text was forgotten.",
        "{0} damaged texts were forgotten.",
    ),
    backlog_deleted: Plural("It held 1 story.", "It held {0} stories."),
    stories_moved: Plural("1 story changed places.", "{0} stories changed places."),
    estimates_came: Plural(
        "1 estimate came back from the table.",
        "{0} estimates came back from the table.",
    ),
    meeting_came: Plural(
        "The meeting is over: what it made of 1 story is here.",
        "The meeting is over: what it made of {0} stories is here.",
    ),
    stories_proposed: Plural("1 story was proposed.", "{0} stories were proposed."),
};
