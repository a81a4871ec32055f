//! What a person does with the four lists.

/// Something happened to the four lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChecklistEvent {
    /// `Print` was pressed.
    PrintPressed,
}
