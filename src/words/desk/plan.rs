//! The shape of the words of the planned session.

use crate::words::sections::section;

section! {
    /// Words of the planned session.
    PlanWords: &'static str {
        title
    }
}
