//! English: around every screen of the desk.

use crate::words::{FrameCounts, FrameWords, Plural};

pub(super) const FRAME: FrameWords = FrameWords {
    home: "Floret, start page",
    pages: "Preparation",
    storage_full: "This browser has no room left, so the last change is not kept. Export what you need, then delete what you do not.",
    storage_blocked: "This browser does not let pages keep anything (private mode?). Export your work before you close the tab.",
    story_deleted: "“{0}” was deleted.",
    moved: "{0}: now {1} of {2}",
};

pub(super) const FRAME_COUNTS: FrameCounts = FrameCounts {
    damaged: Plural(
        "1 thing kept here is damaged. It was left as it is; you can download a copy.",
        "{0} things kept here are damaged. They were left as they are; you can download a copy.",
    ),
};
