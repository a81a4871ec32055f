//! What a person does with the four lists.

use crate::checklist::{Direction, ItemName, ListKind};
use crate::exchange::Weekday;

/// Something happened to the four lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChecklistEvent {
    /// The name of the refinement, as typed.
    TitleTyped(String),
    /// Its day, `2026-11-30`; empty: not known.
    DatePicked(String),

    /// An item was ticked or unticked by hand.
    Ticked(ItemName, bool),
    /// The note to an item, as typed.
    NoteTyped(ItemName, String),
    /// Another wording; empty: the built-in one again.
    Reworded(ItemName, String),
    /// An item is put out of sight (can be undone), or back.
    Hidden(ItemName, bool),
    /// Hidden items are shown for now, or not.
    HiddenShown(bool),
    /// An item goes one place up or down; over the end of its list, into the next list.
    Nudged(ItemName, Direction),
    /// An item is put into a list, before another one or at the end.
    Placed {
        /// Which.
        item: ItemName,
        /// Into which list.
        list: ListKind,
        /// Before which; `None`: at the end.
        before: Option<ItemName>,
    },
    /// An item of one's own, at the end of a list.
    Added(ListKind, String),
    /// An item of one's own goes (can be undone).
    Removed(ItemName),

    /// `Archive and start the next` (can be undone).
    Archived,
    /// An archived refinement is looked at: the moment in ms at which it was archived.
    EarlierOpened(i64),
    /// Back to the one that is being prepared.
    EarlierClosed,
    /// An archived refinement goes (can be undone).
    EarlierDeleted(i64),

    /// `Copy as Markdown`: of what is on the page.
    MarkdownWanted,
    /// `Print` was pressed.
    PrintPressed,
    /// `Share as a link` was pressed.
    LinkWanted,
    /// The link is to be copied.
    LinkCopied,
    /// The link is to be handed to the system's share sheet.
    LinkSent,
    /// `Use these lists`, of a link that was opened (can be undone).
    SharedTaken,
    /// `Keep mine`.
    SharedLeft,
    /// A calendar file for this slot.
    CalendarWanted(CalendarSlot),
}

/// A slot that comes again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarSlot {
    /// On which day.
    pub weekday: Weekday,
    /// Of the local clock, `10:00`.
    pub time: String,
    /// Every so many weeks.
    pub every_weeks: u8,
    /// How long, in minutes.
    pub minutes: u16,
}
