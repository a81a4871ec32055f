//! The shape of the words of the Definition of Ready and guided preparation.

use crate::words::sections::section;

section! {
    /// Words of the Definition of Ready and guided preparation.
    GateWords: &'static str {
        title
    }
}
