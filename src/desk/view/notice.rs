//! Short messages of the desk, and sentences for screen readers.

/// A short message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskNotice {
    /// Names it for dismissal and undo.
    pub id: u32,
    /// What happened.
    pub text: DeskNoticeText,
    /// An `Undo` button is offered.
    pub can_undo: bool,
}

/// What a notice says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskNoticeText {
    /// Copied to the clipboard.
    Copied,
    /// The browser refused the clipboard.
    CopyRefused,
    /// The browser's storage is full; what is on screen is not kept. Export is offered.
    StorageFull,
    /// The browser refuses storage (private mode). Export is offered.
    StorageBlocked,
    /// So many kept texts are damaged; a copy is offered, nothing is overwritten.
    StorageDamaged(usize),
    /// Something kept is of a newer Floret and was left alone.
    StorageNewer,
    /// A story was deleted; its title.
    StoryDeleted(String),
}

/// A sentence for screen readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskSpoken {
    /// A story stands at this place, 1-based, of so many.
    Moved {
        /// Its title.
        title: String,
        /// Place.
        place: usize,
        /// Stories in the list.
        of: usize,
    },
    /// So many stories are shown after a search.
    Found(usize),
}
