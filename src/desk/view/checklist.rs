//! The four lists as they are seen, and what came as a link.

pub use crate::checklist::{Direction, ItemName, ListKind, Progress};
pub use crate::exchange::Weekday;

/// The four lists.
#[derive(Clone, Debug, PartialEq)]
pub struct ChecklistView {
    /// Name of the refinement as typed, may be empty.
    pub title: String,
    /// Its day, `2026-11-30`, may be empty.
    pub date: String,
    /// The lists, as they are now.
    pub board: Board,
    /// Hidden items stand among the others.
    pub shows_hidden: bool,
    /// Hidden items.
    pub n_hidden: usize,
    /// The link to these lists, once it was asked for.
    pub link: Option<ListLink>,
    /// The system has a share sheet.
    pub can_share: bool,
    /// Usual length of a session, in minutes.
    pub slot_minutes: u32,
    /// Archived refinements, newest first.
    pub earlier: Vec<EarlierRow>,
    /// The archived refinement that is looked at.
    pub opened: Option<EarlierView>,
}

/// The link to one's own lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListLink {
    /// The address.
    Ready(String),
    /// There is too much in the lists for a link.
    TooLong,
}

/// Four lists to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// What the refinement is called, with its day in words.
    pub heading: String,
    /// Over all lists.
    pub progress: Progress,
    /// In whole percent.
    pub percent: usize,
    /// The same in words.
    pub progress_said: String,
    /// The lists in their order.
    pub lists: Vec<ListView>,
}

/// One list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListView {
    /// Which one.
    pub kind: ListKind,
    /// Its heading.
    pub heading: String,
    /// How far it is.
    pub progress: Progress,
    /// In whole percent.
    pub percent: usize,
    /// The same in words.
    pub progress_said: String,
    /// Its items in order.
    pub rows: Vec<ItemRow>,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing to be seen, and none excludes another"
)]
pub struct ItemRow {
    /// Which one.
    pub name: ItemName,
    /// Its words.
    pub text: String,
    /// It is done.
    pub is_done: bool,
    /// A sentence about what Floret knows of it, may be empty.
    pub fact: String,
    /// Floret may come to tick it by itself, and has not yet.
    pub can_tick: bool,
    /// Its note, may be empty.
    pub note: String,
    /// It is hidden.
    pub is_hidden: bool,
    /// Somebody's own, which can be removed.
    pub is_own: bool,
    /// The first of those that everybody who takes part ticks for themselves.
    pub begins_part: bool,
    /// The calendar file belongs to it.
    pub has_calendar: bool,
}

/// An archived refinement in the list of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierRow {
    /// When it was archived, in ms since 1970 UTC; names it.
    pub archived_ms: i64,
    /// What it was called.
    pub title: String,
    /// Its day in words.
    pub day: String,
    /// How much of it was done, in words.
    pub progress_said: String,
}

/// An archived refinement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierView {
    /// When it was archived, in ms since 1970 UTC; names it.
    pub archived_ms: i64,
    /// That day in words.
    pub archived_on: String,
    /// Its lists as they were.
    pub board: Board,
}

/// Something that came as a link.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedView {
    /// The whole fragment, without `#`.
    pub fragment: String,
    /// What is in it.
    pub content: SharedContent,
}

/// What is in a link.
#[derive(Clone, Debug, PartialEq)]
pub enum SharedContent {
    /// Lists, hidden items left out; nothing in them is ticked.
    Lists(Board),
    /// Nothing that can be read.
    Broken(SharedProblem),
}

/// Why a link cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedProblem {
    /// Its end is missing.
    Truncated,
    /// It was changed on its way.
    Damaged,
    /// A newer program made it.
    TooNew,
    /// It is nothing of ours.
    Foreign,
}

/// A short message on the four lists that offers to undo something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListsNotice {
    /// An item was hidden; its words.
    Hidden(String),
    /// An item of one's own was removed; its words.
    Removed(String),
    /// The refinement was archived.
    Archived,
    /// An archived refinement was deleted.
    EarlierDeleted,
    /// The lists of a link are the person's own now.
    Taken,
}

/// A sentence on the four lists for screen readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListsSpoken {
    /// An item stands at this place, 1-based, of so many shown.
    Moved {
        /// Its words.
        text: String,
        /// Place.
        place: usize,
        /// Items shown in its list.
        of: usize,
    },
    /// An item stands in another list now.
    MovedTo {
        /// Its words.
        text: String,
        /// Heading of the list.
        list: String,
    },
    /// An item is shown again; its words.
    Unhidden(String),
    /// An item was added; its words.
    Added(String),
    /// A fact ticked an item.
    TickedByFact {
        /// Its words.
        text: String,
        /// The fact.
        fact: String,
    },
    /// A fact is gone, and the tick with it; the item's words.
    UntickedByFact(String),
}
