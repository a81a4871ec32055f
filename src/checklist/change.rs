//! What a person does to a checklist. Each step says whether it changed anything, so that
//! nothing is written, and nothing can be undone, where nothing happened. Undoing is the
//! caller's: it keeps the checklist of before, or what was removed.

use super::text::{MAX_ITEM_CHARS, MAX_NOTE_CHARS, MAX_TITLE_CHARS, lines, one_line};
use super::{Checklist, Facts, Item, ItemName, ListKind, MAX_OWN_ITEMS, Tick, fact};

/// Towards which end of its list an item goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the top.
    Up,
    /// Towards the bottom.
    Down,
}

/// An item of one's own that was taken out, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// The list it stood in.
    pub list: ListKind,
    /// Its place there, from 0.
    pub at: usize,
    /// The item.
    pub item: Item,
}

impl Checklist {
    /// Names the refinement.
    pub fn entitle(&mut self, title: &str) -> bool {
        let title = one_line(title, MAX_TITLE_CHARS);
        replace(&mut self.title, title)
    }

    /// Says on which day the refinement is, `2026-11-30`; empty: not known yet. Another
    /// text than a day changes nothing.
    pub fn set_date(&mut self, date: &str) -> bool {
        let date = date.trim();
        (date.is_empty() || is_date(date)) && replace(&mut self.date, date.to_owned())
    }

    /// Ticks or unticks an item by hand. Unticking where a fact says it is done is
    /// remembered, so that the fact does not tick it again; without such a fact the item
    /// is as if nobody had said anything, and a later fact may tick it.
    pub fn tick(&mut self, name: ItemName, is_done: bool, facts: &Facts, now_ms: i64) -> bool {
        let has_fact = fact(name, facts).is_some();
        let Some(item) = self.item_mut(name) else {
            return false;
        };
        let is_said = match item.tick {
            Tick::Unsaid => !is_done && !has_fact,
            Tick::ByHand { .. } => is_done,
            Tick::UntickedByHand { .. } => !is_done,
        };
        if is_said {
            return false;
        }
        item.tick = match (is_done, has_fact) {
            (true, _) => Tick::ByHand { at_ms: now_ms },
            (false, true) => Tick::UntickedByHand { at_ms: now_ms },
            (false, false) => Tick::Unsaid,
        };
        true
    }

    /// Writes the note of an item; empty: none.
    pub fn note(&mut self, name: ItemName, note: &str) -> bool {
        let note = lines(note, MAX_NOTE_CHARS);
        self.item_mut(name)
            .is_some_and(|item| replace(&mut item.note, note))
    }

    /// Puts an item out of sight, or back.
    pub fn hide(&mut self, name: ItemName, is_hidden: bool) -> bool {
        self.item_mut(name)
            .is_some_and(|item| replace(&mut item.is_hidden, is_hidden))
    }

    /// Gives an item a wording of one's own. Empty, or the same as `built_in`, goes back to
    /// the built-in wording; an own item has none and keeps the one it has.
    pub fn reword(&mut self, name: ItemName, text: &str, built_in: Option<&str>) -> bool {
        let text = one_line(text, MAX_ITEM_CHARS);
        let own_text = (!text.is_empty() && Some(text.as_str()) != built_in).then_some(text);
        if own_text.is_none() && name.is_own() {
            return false;
        }
        self.item_mut(name)
            .is_some_and(|item| replace(&mut item.own_text, own_text))
    }

    /// Adds an item at the end of a list. `None` if it has no words, if there are
    /// [`MAX_OWN_ITEMS`] already, or if `id` is taken.
    pub fn add(&mut self, list: ListKind, id: u64, text: &str) -> Option<ItemName> {
        let name = ItemName::Own(id);
        let text = one_line(text, MAX_ITEM_CHARS);
        if text.is_empty() || self.n_own() >= MAX_OWN_ITEMS || self.item(name).is_some() {
            return None;
        }
        let mut item = Item::new(name);
        item.own_text = Some(text);
        self.list_mut(list).items.push(item);
        Some(name)
    }

    /// Takes out an item of one's own. `None` for a built-in one: that can only be hidden.
    pub fn remove(&mut self, name: ItemName) -> Option<Removed> {
        if name.is_own() { self.take(name) } else { None }
    }

    /// Puts back what was taken out. Nothing happens if it is there.
    pub fn put_back(&mut self, removed: Removed) -> bool {
        if self.item(removed.item.name).is_some() {
            return false;
        }
        let items = &mut self.list_mut(removed.list).items;
        items.insert(removed.at.min(items.len()), removed.item);
        true
    }

    /// Moves an item so that it stands directly before another one, or at the end, of a
    /// list, be it its own or another: what a drag ends in.
    pub fn place(&mut self, name: ItemName, list: ListKind, before: Option<ItemName>) -> bool {
        if before == Some(name) {
            return false;
        }
        let Some(taken) = self.take(name) else {
            return false;
        };
        let items = &mut self.list_mut(list).items;
        let before = items.iter().position(|item| Some(item.name) == before);
        let at = before.unwrap_or(items.len());
        items.insert(at, taken.item);
        (taken.list, taken.at) != (list, at)
    }

    /// Moves an item past its nearest neighbour that is shown: what a key does. Its new
    /// place among those shown, from 0; `None` at the end of the list.
    pub fn nudge(&mut self, name: ItemName, direction: Direction) -> Option<usize> {
        let mut lists = self.lists.iter_mut();
        let list = lists.find(|list| list.items.iter().any(|item| item.name == name))?;
        let at = list.items.iter().position(|item| item.name == name)?;
        let shown = |(_, item): &(usize, &Item)| item.is_shown();
        let (to, _) = match direction {
            Direction::Up => list.items.iter().enumerate().take(at).rfind(shown),
            Direction::Down => list.items.iter().enumerate().skip(at + 1).find(shown),
        }?;
        let item = list.items.remove(at);
        list.items.insert(to, item);
        let above = list.items.iter().take(to);
        Some(above.filter(|item| item.is_shown()).count())
    }

    /// How many items are somebody's own.
    pub(super) fn n_own(&self) -> usize {
        self.items().filter(|item| item.name.is_own()).count()
    }

    fn take(&mut self, name: ItemName) -> Option<Removed> {
        self.lists.iter_mut().find_map(|list| {
            let at = list.items.iter().position(|item| item.name == name)?;
            Some(Removed {
                list: list.kind,
                at,
                item: list.items.remove(at),
            })
        })
    }
}

/// Whether the value was another one.
fn replace<T: PartialEq>(place: &mut T, value: T) -> bool {
    let is_other = *place != value;
    *place = value;
    is_other
}

/// Whether a text has the form of a day, `2026-11-30` (ISO 8601). Which days a month has is
/// left to the field it is typed into.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-').map(|part| {
        let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
        (
            part.len(),
            is_number.then(|| part.parse::<u16>().ok()).flatten(),
        )
    });
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    matches!(year, Some((4, Some(_))))
        && matches!(month, Some((2, Some(1..=12))))
        && matches!(day, Some((2, Some(1..=31))))
        && parts.next().is_none()
}
