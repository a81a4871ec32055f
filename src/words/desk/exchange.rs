//! The shape of the words of import and export.

use crate::words::sections::section;

section! {
    /// Words of import and export.
    ExchangeWords: &'static str {
        title
    }
}
