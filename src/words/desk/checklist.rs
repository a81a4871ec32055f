//! The shape of the words of the four lists.

use crate::words::sections::section;

section! {
    /// Words of the four lists.
    ChecklistWords: &'static str {
        title
    }
}
