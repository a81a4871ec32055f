//! The four lists of a refinement: one's own, an archived one, or what came as a link.

mod after;
mod board;
mod calendar;
mod item;
mod menu;
mod read;
mod ring;

use super::DeskUi;
use crate::desk::DeskEvent;
use crate::desk::event::ChecklistEvent;
use crate::desk::view::{
    Board, ChecklistView, DeskScreen, DeskView, ItemName, ItemRow, ListKind, ListView, ListsNotice,
    ListsSpoken, SharedView,
};
use crate::ui::parts::{El, region};
use crate::words::fill;

/// The whole page.
pub(super) fn checklist(ui: DeskUi) -> El {
    let opened = ui.checklist(|shown| shown.opened.as_ref().map(|one| one.archived_ms));
    region(opened, move |opened| match opened {
        Some(_) => read::earlier(ui),
        None => board::board(ui),
    })
}

/// A list that came as a link.
pub(super) fn shared(ui: DeskUi) -> El {
    region(ui.shared(|shown| shown.fragment.clone()), move |_| {
        read::shared(ui)
    })
}

impl DeskUi {
    /// Something happened to the four lists.
    fn tick(self, event: ChecklistEvent) {
        self.send(DeskEvent::Checklist(event));
    }
}

/// The four lists, while they are shown.
fn lists_of(view: &DeskView) -> Option<&ChecklistView> {
    match &view.screen {
        DeskScreen::Checklist(lists) => Some(lists),
        DeskScreen::Backlog(_)
        | DeskScreen::Story(_)
        | DeskScreen::Prepare(_)
        | DeskScreen::NoStory
        | DeskScreen::Plan(_)
        | DeskScreen::Records(_)
        | DeskScreen::Record(_)
        | DeskScreen::NoRecord
        | DeskScreen::BadRecord(_)
        | DeskScreen::Ready(_)
        | DeskScreen::Shared(_)
        | DeskScreen::SharedReady(_)
        | DeskScreen::Packed(_) => None,
    }
}

/// Something of one list; the default while it is not shown.
fn of_list<T: Default + 'static>(
    ui: DeskUi,
    kind: ListKind,
    pick: fn(&ListView) -> T,
) -> impl Fn() -> T + Copy + 'static {
    move || {
        let view = ui.look();
        let lists = lists_of(&view).map(|shown| shown.board.lists.iter());
        let list = lists.and_then(|mut lists| lists.find(|list| list.kind == kind));
        list.map(pick).unwrap_or_default()
    }
}

/// Something of one item; the default while it is not shown.
fn of_item<T: Default + 'static>(
    ui: DeskUi,
    name: ItemName,
    pick: fn(&ItemRow) -> T,
) -> impl Fn() -> T + Copy + 'static {
    move || {
        let view = ui.look();
        let lists = lists_of(&view).map(|shown| shown.board.lists.iter());
        let mut rows = lists.into_iter().flatten().flat_map(|list| &list.rows);
        let row = rows.find(|row| row.name == name);
        row.map(pick).unwrap_or_default()
    }
}

/// A short message that offers to undo something.
pub(super) fn notice(ui: DeskUi, what: &ListsNotice) -> String {
    let say = &ui.words.checklist.said;
    match what {
        ListsNotice::Hidden(text) => fill(say.hidden, &[text]),
        ListsNotice::Removed(text) => fill(say.removed, &[text]),
        ListsNotice::Archived => say.archived.to_owned(),
        ListsNotice::EarlierDeleted => say.deleted.to_owned(),
        ListsNotice::Taken => ui.words.checklist.shared.taken.to_owned(),
    }
}

/// A sentence for screen readers.
pub(super) fn spoken(ui: DeskUi, what: &ListsSpoken) -> String {
    let say = &ui.words.checklist.said;
    match what {
        ListsSpoken::Moved { text, place, of } => {
            fill(say.moved, &[text, &place.to_string(), &of.to_string()])
        }
        ListsSpoken::MovedTo { text, list } => fill(say.moved_to, &[text, list]),
        ListsSpoken::Unhidden(text) => fill(say.unhidden, &[text]),
        ListsSpoken::Added(text) => fill(say.added, &[text]),
        ListsSpoken::TickedByFact { text, fact } => fill(say.ticked_by_fact, &[text, fact]),
        ListsSpoken::UntickedByFact(text) => fill(say.unticked_by_fact, &[text]),
    }
}
