//! The four lists of a refinement, as the person works on them.

mod earlier;
mod facts;
mod hand_on;
mod handed;
mod known;
mod met;
mod show;

pub(super) use handed::Leaving;
pub(super) use show::said_day;

use std::collections::BTreeMap;

use rand_core::Rng;

use crate::checklist::{
    Archived, Checklist, ChecklistText, Direction, Facts, ItemName, ListKind, MAX_OWN_ITEMS,
    Removed,
};
use crate::saved::{CHECKLIST_KEY, Kept, read_checklist, write_checklist};
use crate::words::DeskWords;

use super::ctx::DeskCtx;
use super::effect::DeskEffect;
use super::event::ChecklistEvent;
use super::list_words::ListWords;
use super::page::DeskPage;
use super::stage::{Desk, Undo};
use super::view::{DeskNoticeText, DeskSpoken, ListLink, ListsNotice, ListsSpoken};

use known::{MadeOf, Met};

/// The four lists, as this page has them.
#[derive(Debug)]
pub(super) struct Lists {
    /// The refinement that is being prepared.
    checklist: Checklist,
    facts: Facts,
    /// Of what the facts were made.
    made_of: Option<MadeOf>,
    /// What is known of its meetings; `None`: not read since something changed.
    met: Option<Met>,
    /// On its way into the clipboard.
    copying: Option<Leaving>,
    /// Archived refinements, by the moment in ms.
    earlier: BTreeMap<i64, Archived>,
    opened: Option<i64>,
    shows_hidden: bool,
    link: Option<ListLink>,
    utc_offset_min: i32,
}

/// What `Undo` brings back in the four lists.
#[derive(Clone, Debug)]
pub(super) enum ListsUndo {
    /// An item that was hidden.
    Hidden(ItemName),
    /// An item of one's own.
    Removed(Removed),
    /// The refinement as it was before it was archived at this moment, in ms.
    Archived(i64, Checklist),
    /// An archived refinement: its moment and its text.
    Earlier(i64, String),
    /// The lists as they were before others were taken over.
    Taken(Checklist),
}

impl Lists {
    /// Nothing ticked, nothing kept.
    pub(super) fn begin(ctx: &DeskCtx) -> Self {
        Self {
            checklist: Checklist::begin(ctx.now_ms),
            facts: Facts::default(),
            made_of: None,
            met: None,
            copying: None,
            earlier: BTreeMap::new(),
            opened: None,
            shows_hidden: false,
            link: None,
            utc_offset_min: ctx.utc_offset_min,
        }
    }

    /// The list in which an item stands.
    fn list_of(&self, name: ItemName) -> Option<ListKind> {
        let mut lists = self.checklist.lists().iter();
        let list = lists.find(|list| list.items.iter().any(|item| item.name == name))?;
        Some(list.kind)
    }
}

impl Desk {
    /// Reads what was kept, or what another tab has just kept: that stands, and what is
    /// done here next is done to it.
    pub(super) fn read_lists(&mut self, ctx: &DeskCtx) {
        match self.shelf.text(CHECKLIST_KEY).map(read_checklist) {
            Some(Kept::Fine(checklist)) => self.lists.checklist = checklist,
            Some(Kept::Damaged) => self.shelf.set_aside(CHECKLIST_KEY, false),
            Some(Kept::Newer) => self.shelf.set_aside(CHECKLIST_KEY, true),
            None => self.lists.checklist = Checklist::begin(ctx.now_ms),
        }
        self.read_earlier();
        self.renew_link();
    }

    fn keep_lists(&mut self) {
        let text = write_checklist(&self.lists.checklist);
        self.shelf.keep(CHECKLIST_KEY, text);
        self.renew_link();
    }

    /// Does something to the lists and keeps them; tells whether anything changed.
    fn change_lists(&mut self, change: impl FnOnce(&mut Checklist) -> bool) -> bool {
        let is_changed = change(&mut self.lists.checklist);
        if is_changed {
            self.keep_lists();
        }
        is_changed
    }

    /// A table was opened for the refinement that these lists are about.
    pub(super) fn lists_meet(&mut self, meeting: u64) {
        self.change_lists(|lists| {
            lists.open_meeting(meeting);
            true
        });
    }

    fn list_words(&self) -> ListWords {
        ListWords(DeskWords::of(self.language).checklist)
    }

    /// The words of an item.
    fn item_text(&self, name: ItemName) -> String {
        let item = self.lists.checklist.item(name);
        let own = item.and_then(|item| item.own_text.clone());
        let built_in = || self.list_words().item(name).map(str::to_owned);
        own.or_else(built_in).unwrap_or_default()
    }

    pub(super) fn update_checklist(&mut self, event: ChecklistEvent, ctx: &mut DeskCtx) {
        match event {
            ChecklistEvent::TitleTyped(title) => {
                self.change_lists(|lists| lists.entitle(&title));
            }
            ChecklistEvent::DatePicked(date) => {
                self.change_lists(|lists| lists.set_date(&date));
            }
            ChecklistEvent::Ticked(name, is_done) => {
                let now_ms = ctx.now_ms;
                let Lists {
                    checklist, facts, ..
                } = &mut self.lists;
                if checklist.tick(name, is_done, facts, now_ms) {
                    self.keep_lists();
                }
            }
            ChecklistEvent::NoteTyped(name, note) => {
                self.change_lists(|lists| lists.note(name, &note));
            }
            ChecklistEvent::Reworded(name, text) => self.reword(name, &text),
            ChecklistEvent::Hidden(name, is_hidden) => self.hide(name, is_hidden, ctx),
            ChecklistEvent::HiddenShown(is_shown) => self.lists.shows_hidden = is_shown,
            ChecklistEvent::Nudged(name, direction) => self.nudge(name, direction),
            ChecklistEvent::Placed { item, list, before } => self.place_item(item, list, before),
            ChecklistEvent::Added(list, text) => self.add_item(list, &text, ctx),
            ChecklistEvent::Removed(name) => self.remove_own(name, ctx),
            ChecklistEvent::Archived => self.archive(ctx),
            ChecklistEvent::EarlierOpened(ms) => self.lists.opened = Some(ms),
            ChecklistEvent::EarlierClosed => self.lists.opened = None,
            ChecklistEvent::EarlierDeleted(ms) => self.delete_earlier(ms, ctx),
            ChecklistEvent::MarkdownWanted => self.copy_markdown(ctx),
            ChecklistEvent::PrintPressed => ctx.ask(DeskEffect::Print),
            ChecklistEvent::LinkWanted => self.lists.link = Some(self.link()),
            ChecklistEvent::LinkCopied => self.copy_link(ctx),
            ChecklistEvent::LinkSent => self.send_link(ctx),
            ChecklistEvent::SharedTaken => self.take_shared(ctx),
            ChecklistEvent::SharedLeft => self.go_to(DeskPage::Checklist, ctx),
            ChecklistEvent::CalendarWanted(slot) => self.download_calendar(&slot, ctx),
        }
    }

    fn reword(&mut self, name: ItemName, text: &str) {
        let words = self.list_words();
        self.change_lists(|lists| lists.reword(name, text, words.item(name)));
    }

    fn hide(&mut self, name: ItemName, is_hidden: bool, ctx: &mut DeskCtx) {
        if !self.change_lists(|lists| lists.hide(name, is_hidden)) {
            return;
        }
        let text = self.item_text(name);
        if is_hidden {
            let undo = ListsUndo::Hidden(name);
            self.offer_undo(ListsNotice::Hidden(text), undo, ctx);
        } else {
            self.say_of_lists(ListsSpoken::Unhidden(text));
        }
    }

    fn nudge(&mut self, name: ItemName, direction: Direction) {
        let Some(kind) = self.lists.list_of(name) else {
            return;
        };
        if let Some(at) = self.lists.checklist.nudge(name, direction) {
            self.keep_lists();
            self.say_place(name, at);
            return;
        }
        // Over the end of its list: what a mouse can do, keys can do too.
        let all = ListKind::ALL;
        let at = all.iter().position(|one| *one == kind).unwrap_or_default();
        let next = match direction {
            Direction::Up => at.checked_sub(1).and_then(|at| all.get(at)),
            Direction::Down => all.get(at + 1),
        };
        if let Some(list) = next.copied() {
            let first = self.lists.checklist.list(list).items.first();
            let before = match direction {
                Direction::Up => None,
                Direction::Down => first.map(|item| item.name),
            };
            self.place_item(name, list, before);
        }
    }

    fn say_place(&mut self, name: ItemName, at: usize) {
        let Some(kind) = self.lists.list_of(name) else {
            return;
        };
        let items = self.lists.checklist.list(kind).items.iter();
        let spoken = ListsSpoken::Moved {
            text: self.item_text(name),
            place: at + 1,
            of: items.filter(|item| item.is_shown()).count(),
        };
        self.say_of_lists(spoken);
    }

    fn place_item(&mut self, name: ItemName, list: ListKind, before: Option<ItemName>) {
        let from = self.lists.list_of(name);
        if !self.change_lists(|lists| lists.place(name, list, before)) {
            return;
        }
        if from == Some(list) {
            let items = self.lists.checklist.list(list).items.iter();
            let above = items.take_while(|item| item.name != name);
            let at = above.filter(|item| item.is_shown()).count();
            self.say_place(name, at);
        } else {
            let spoken = ListsSpoken::MovedTo {
                text: self.item_text(name),
                list: self.list_words().heading(list).to_owned(),
            };
            self.say_of_lists(spoken);
        }
    }

    fn add_item(&mut self, list: ListKind, text: &str, ctx: &mut DeskCtx) {
        let id = ctx.rng.next_u64();
        if let Some(name) = self.lists.checklist.add(list, id, text) {
            self.keep_lists();
            let text = self.item_text(name);
            self.say_of_lists(ListsSpoken::Added(text));
        } else if !text.trim().is_empty() {
            let text = DeskNoticeText::ListsFull(MAX_OWN_ITEMS);
            self.notices.add(text, ctx.now_ms);
        }
    }

    fn remove_own(&mut self, name: ItemName, ctx: &mut DeskCtx) {
        let text = self.item_text(name);
        if let Some(removed) = self.lists.checklist.remove(name) {
            self.keep_lists();
            let undo = ListsUndo::Removed(removed);
            self.offer_undo(ListsNotice::Removed(text), undo, ctx);
        }
    }

    fn offer_undo(&mut self, text: ListsNotice, undo: ListsUndo, ctx: &DeskCtx) {
        let (text, undo) = (DeskNoticeText::Lists(text), Undo::Lists(Box::new(undo)));
        self.notices.add_undo(text, undo, ctx.now_ms);
    }

    fn say_of_lists(&mut self, spoken: ListsSpoken) {
        self.notices.say(DeskSpoken::Lists(spoken));
    }

    /// Takes something back; what was done to other items since stays where it can.
    pub(super) fn undo_lists(&mut self, undo: ListsUndo, ctx: &DeskCtx) {
        match undo {
            ListsUndo::Hidden(name) => {
                self.change_lists(|lists| lists.hide(name, false));
            }
            ListsUndo::Removed(removed) => {
                self.change_lists(|lists| lists.put_back(removed));
            }
            ListsUndo::Archived(ms, before) => {
                self.forget_earlier(ms);
                self.lists.checklist = before;
                self.keep_lists();
            }
            ListsUndo::Earlier(ms, text) => self.put_back_earlier(ms, text),
            ListsUndo::Taken(before) => {
                self.lists.checklist = before;
                self.keep_lists();
            }
        }
        self.lists.utc_offset_min = ctx.utc_offset_min;
    }
}
