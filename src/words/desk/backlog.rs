//! The shape of the words of the list of stories and one story.

use crate::words::sections::section;

section! {
    /// Words of the list of stories and one story.
    BacklogWords: &'static str {
        title
    }
}
