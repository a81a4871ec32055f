//! What a person does with import and export.

/// Something happened to import or export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportEvent {
    /// `Import` was pressed.
    Opened,
    /// It is left; nothing was written.
    Closed,
}
