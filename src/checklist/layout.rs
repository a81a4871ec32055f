//! Which items stand where, without what was ticked and noted: what a kept file and a
//! shared list have in common. Built-in items that a layout does not name come to their place.

use super::text::{MAX_ITEM_CHARS, one_line};
use super::{Checklist, Item, ItemName, ListKind, MAX_OWN_ITEMS};

/// One item as it is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The list it stands in.
    pub list: ListKind,
    /// Its name.
    pub name: ItemName,
    /// A wording other than the built-in one.
    pub own_text: Option<String>,
    /// Whether it is put out of sight.
    pub is_hidden: bool,
}

impl Checklist {
    /// Every item where it stands, list by list.
    pub fn layout(&self) -> Vec<Line> {
        let line = |list, item: &Item| Line {
            list,
            name: item.name,
            own_text: item.own_text.clone(),
            is_hidden: item.is_hidden,
        };
        let lists = self.lists.iter();
        let lines = lists.flat_map(|list| list.items.iter().map(move |item| line(list.kind, item)));
        lines.collect()
    }

    /// This checklist laid out in another way: order, wording, own and hidden items as in
    /// `lines`; title, ticks, notes and meetings as they are here. Nothing is lost: own items that
    /// `lines` does not have stay, at the end of their list.
    #[must_use]
    pub fn laid_out(&self, lines: &[Line]) -> Self {
        let mut laid = Self {
            title: self.title.clone(),
            date: self.date.clone(),
            meetings: self.meetings.clone(),
            handed: self.handed.clone(),
            ..Self::bare(self.began_ms)
        };
        for line in lines {
            let mut item = self
                .item(line.name)
                .cloned()
                .unwrap_or_else(|| Item::new(line.name));
            let own_text = line.own_text.as_deref();
            let own_text = own_text.map(|text| one_line(text, MAX_ITEM_CHARS));
            item.own_text = own_text.filter(|text| !text.is_empty());
            item.is_hidden = line.is_hidden;
            laid.push(line.list, item);
        }
        for list in &self.lists {
            for own in list.items.iter().filter(|item| item.name.is_own()) {
                laid.push(list.kind, own.clone());
            }
        }
        laid.complete();
        laid
    }

    /// A checklist of items as they were kept, which may be doubled or missing: `placed` in
    /// their order, `others` wherever built-in items stand.
    pub fn of_items(
        began_ms: i64,
        placed: impl IntoIterator<Item = (ListKind, Item)>,
        others: impl IntoIterator<Item = Item>,
    ) -> Self {
        let mut checklist = Self::bare(began_ms);
        for (list, item) in placed {
            checklist.push(list, item);
        }
        for item in others {
            checklist.settle(item);
        }
        checklist.complete();
        checklist
    }

    /// Takes out own items without words or beyond [`MAX_OWN_ITEMS`], and puts in built-in
    /// items that are missing.
    pub(super) fn complete(&mut self) {
        let mut n_own = 0;
        for list in &mut self.lists {
            list.items.retain(|item| {
                let is_own = item.name.is_own();
                n_own += usize::from(is_own && item.own_text.is_some());
                !is_own || item.own_text.is_some() && n_own <= MAX_OWN_ITEMS
            });
        }
        for name in ListKind::ALL.into_iter().flat_map(ListKind::built_in) {
            self.settle(Item::new(name));
        }
    }

    /// Puts an item at the end of a list, unless it stands somewhere.
    fn push(&mut self, list: ListKind, item: Item) {
        if self.item(item.name).is_none() {
            self.list_mut(list).items.push(item);
        }
    }

    /// Puts an item into its home, behind the nearest item that is before it by number,
    /// unless it stands somewhere.
    fn settle(&mut self, item: Item) {
        if self.item(item.name).is_some() {
            return;
        }
        let home = item.name.home().unwrap_or(ListKind::Before);
        let items = &mut self.list_mut(home).items;
        let earlier = |other: &&Item| other.name.home() == Some(home) && other.name < item.name;
        let nearest = items.iter().filter(earlier).map(|other| other.name).max();
        let at = nearest.and_then(|name| items.iter().position(|other| other.name == name));
        items.insert(at.map_or(0, |at| at + 1), item);
    }
}
