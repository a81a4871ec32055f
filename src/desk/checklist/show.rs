//! The four lists as they are seen.

use crate::checklist::{Archived, Facts, ItemName, ListKind, Sheet, SheetList, SheetRow};
use crate::words::{ChecklistWords, DeskWords, fill};

use crate::desk::stage::Desk;
use crate::desk::view::{
    Board, ChecklistView, EarlierRow, EarlierView, ItemRow, ListView, SharedContent, SharedView,
};

use super::hand_on::{as_shared, shared};

/// The item to which the calendar file belongs: a fixed slot in mid-sprint (P9).
const SLOT_ITEM: ItemName = ItemName::BuiltIn(ListKind::Standing, 9);

impl Desk {
    fn checklist_words(&self) -> &'static ChecklistWords {
        DeskWords::of(self.language).checklist
    }

    pub(in crate::desk) fn checklist_view(&self) -> ChecklistView {
        let (lists, words) = (&self.lists, self.list_words());
        let sheet = lists.checklist.sheet(&lists.facts, &words);
        let opened = lists.opened.and_then(|ms| lists.earlier.get(&ms));
        ChecklistView {
            title: lists.checklist.title.clone(),
            date: lists.checklist.date.clone(),
            n_hidden: sheet.lists.iter().map(|list| list.n_hidden).sum(),
            board: self.board(&sheet, lists.shows_hidden),
            shows_hidden: lists.shows_hidden,
            link: lists.link.clone(),
            can_share: self.abilities.can_share,
            slot_minutes: self.plan.plan().slot_minutes,
            earlier: self.earlier_rows(),
            opened: opened.map(|archived| self.earlier_view(archived)),
        }
    }

    fn earlier_rows(&self) -> Vec<EarlierRow> {
        let words = self.list_words();
        let row = |(ms, archived): (&i64, &Archived)| {
            let sheet = archived.sheet(&words);
            EarlierRow {
                archived_ms: *ms,
                day: said_day(&sheet.date, self.checklist_words()),
                title: sheet.title,
                progress_said: sheet.progress_said,
            }
        };
        self.lists.earlier.iter().rev().map(row).collect()
    }

    fn earlier_view(&self, archived: &Archived) -> EarlierView {
        let day = self.day_of(archived.archived_ms);
        let sheet = archived.sheet(&self.list_words());
        EarlierView {
            archived_ms: archived.archived_ms,
            archived_on: said_day(&day, self.checklist_words()),
            board: self.board(&sheet, false),
        }
    }

    /// What came as a link: `c=…` or `d=…`.
    pub(in crate::desk) fn shared_view(&self, fragment: &str) -> SharedView {
        let content = match shared(fragment) {
            Ok((title, lines)) => {
                let words = self.list_words();
                let checklist = as_shared(&title, &lines, &words);
                let sheet = checklist.sheet(&Facts::default(), &words);
                SharedContent::Lists(self.board(&sheet, false))
            }
            Err(problem) => SharedContent::Broken(problem),
        };
        SharedView {
            fragment: fragment.to_owned(),
            content,
        }
    }

    fn board(&self, sheet: &Sheet, shows_hidden: bool) -> Board {
        let words = self.checklist_words();
        let day = said_day(&sheet.date, words);
        let heading = if day.is_empty() {
            sheet.title.clone()
        } else {
            [sheet.title.as_str(), &day].join(" · ")
        };
        let lists = sheet.lists.iter();
        Board {
            heading,
            progress: sheet.progress,
            percent: sheet.progress.percent(),
            progress_said: sheet.progress_said.clone(),
            lists: lists
                .map(|list| list_view(list, shows_hidden, words))
                .collect(),
        }
    }
}

fn list_view(list: &SheetList, shows_hidden: bool, words: &ChecklistWords) -> ListView {
    let mut was_participants = false;
    let shown = list
        .rows
        .iter()
        .filter(|row| shows_hidden || !row.is_hidden);
    let rows = shown.map(|row| {
        let is_participants = row.name.is_participants_own();
        let begins_part = is_participants && !was_participants;
        was_participants = is_participants;
        ItemRow {
            begins_part,
            ..item_row(row, words)
        }
    });
    ListView {
        kind: list.kind,
        heading: list.heading.clone(),
        progress: list.progress,
        percent: list.progress.percent(),
        progress_said: list.progress_said.clone(),
        rows: rows.collect(),
    }
}

fn item_row(row: &SheetRow, words: &ChecklistWords) -> ItemRow {
    let is_against = !row.is_done && !row.fact.is_empty();
    ItemRow {
        name: row.name,
        text: row.text.clone(),
        is_done: row.is_done,
        fact: if is_against {
            fill(words.screen.against_fact, &[&row.fact])
        } else {
            row.fact.clone()
        },
        can_tick: row.name.has_rule() && !row.is_done && !is_against,
        note: row.note.clone(),
        is_hidden: row.is_hidden,
        is_own: row.name.is_own(),
        begins_part: false,
        has_calendar: row.name == SLOT_ITEM,
    }
}

/// `2026-11-30` as people say it; empty for anything else.
pub(in crate::desk) fn said_day(date: &str, words: &ChecklistWords) -> String {
    let mut parts = date.split('-');
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return String::new();
    };
    let at = month.parse::<usize>().ok().and_then(|at| at.checked_sub(1));
    let month = at.and_then(|at| words.months.get(at)).copied();
    let day = day.trim_start_matches('0');
    month.map_or_else(String::new, |month| {
        fill(words.screen.day_said, &[day, month, year])
    })
}
