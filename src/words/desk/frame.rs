//! The shape of the words around every screen of the desk.

use crate::words::Plural;
use crate::words::sections::section;

section! {
    /// Words around every screen of the desk.
    FrameWords: &'static str {
        home pages storage_full storage_blocked story_deleted moved
    }
}
section! {
    /// Texts around every screen of the desk that count.
    FrameCounts: Plural {
        damaged
    }
}
