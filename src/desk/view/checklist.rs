//! The four lists as they are seen, one's own or come as a link.

/// The four lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChecklistView {}

/// Something that came as a link.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedView {
    /// The fragment it came in.
    pub fragment: String,
}
