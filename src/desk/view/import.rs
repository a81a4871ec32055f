//! The import as it is seen.

/// The import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportView {}
