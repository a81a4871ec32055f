//! The page's promises, tested natively.

mod index_words;
