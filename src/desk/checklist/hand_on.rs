//! The lists on their way to others: Markdown, a link, a calendar; and a link from others.

use crate::checklist::{Checklist, ChecklistText, Line, markdown};
use crate::exchange::{Slot, ics};
use crate::meeting::AgendaStep;
use crate::wire::{LinkError, SharedSheet, SheetKind, find_sheet, sheet_url};
use crate::words::{CalendarWords, DeskWords, fill};

use crate::desk::ctx::DeskCtx;
use crate::desk::effect::{DeskCopy, DeskEffect};
use crate::desk::event::CalendarSlot;
use crate::desk::list_link::{lists_of, shared_lists};
use crate::desk::page::DeskPage;
use crate::desk::stage::Desk;
use crate::desk::view::{ListLink, ListsNotice, SharedProblem};

use super::ListsUndo;

/// Name of the calendar file.
const CALENDAR_FILE: &str = "floret-refinement.ics";

/// Longest slot, in minutes: a working day.
const MAX_SLOT_MIN: u16 = 480;

/// Most weeks between two slots.
const MAX_WEEKS: u8 = 8;

impl Desk {
    /// Of what is on the page: an archived refinement, if that is looked at.
    pub(super) fn copy_markdown(&self, ctx: &mut DeskCtx) {
        let (lists, words) = (&self.lists, self.list_words());
        let opened = lists.opened.and_then(|ms| lists.earlier.get(&ms));
        let sheet = opened.map_or_else(
            || lists.checklist.sheet(&lists.facts, &words),
            |archived| archived.sheet(&words),
        );
        ctx.ask(DeskEffect::Copy {
            what: DeskCopy::Markdown,
            text: markdown(&sheet),
        });
    }

    /// The link to the lists as they are now.
    pub(super) fn link(&self) -> ListLink {
        let code = shared_lists(&self.lists.checklist).encode();
        code.map_or(ListLink::TooLong, |code| {
            ListLink::Ready(sheet_url(&self.base, SheetKind::Checklist, &code))
        })
    }

    /// A link that is on the screen is never an old one.
    pub(super) fn renew_link(&mut self) {
        if self.lists.link.is_some() {
            self.lists.link = Some(self.link());
        }
    }

    pub(super) fn copy_link(&self, ctx: &mut DeskCtx) {
        if let Some(ListLink::Ready(url)) = &self.lists.link {
            ctx.ask(DeskEffect::Copy {
                what: DeskCopy::Link,
                text: url.clone(),
            });
        }
    }

    pub(super) fn send_link(&self, ctx: &mut DeskCtx) {
        if let Some(ListLink::Ready(url)) = &self.lists.link {
            let title = DeskWords::of(self.language).checklist.title;
            ctx.ask(DeskEffect::Share {
                title: title.to_owned(),
                url: url.clone(),
            });
        }
    }

    /// `Use these lists`: their layout, with one's own ticks, notes and items.
    pub(super) fn take_shared(&mut self, ctx: &mut DeskCtx) {
        let DeskPage::Shared(fragment) = &self.page else {
            return;
        };
        let Ok((_, lines)) = shared(fragment) else {
            return;
        };
        let laid = self.lists.checklist.laid_out(&lines);
        let before = std::mem::replace(&mut self.lists.checklist, laid);
        self.keep_lists();
        self.lists.opened = None;
        self.go_to(DeskPage::Checklist, ctx);
        self.offer_undo(ListsNotice::Taken, ListsUndo::Taken(before), ctx);
    }

    /// The calendar file, with the agenda of the planned session.
    pub(super) fn download_calendar(&self, wish: &CalendarSlot, ctx: &mut DeskCtx) {
        let Some((hour, minute)) = clock(&wish.time) else {
            return;
        };
        let say = &DeskWords::of(self.language).checklist.calendar;
        let parts = self.plan.plan().agenda.iter().filter(|item| item.is_on);
        let agenda: Vec<String> = parts
            .map(|item| fill(say.part, &[step(say, item.step), &item.minutes.to_string()]))
            .collect();
        let every_weeks = wish.every_weeks.clamp(1, MAX_WEEKS);
        let day = wish.weekday as u8;
        let slot = Slot {
            weekday: wish.weekday,
            hour,
            minute,
            every_weeks,
            duration_min: wish.minutes.clamp(1, MAX_SLOT_MIN),
            title: say.event,
            agenda: &agenda,
            uid: &format!("refinement-{day}-{hour:02}{minute:02}-{every_weeks}@floret"),
            now_ms: ctx.now_ms,
            utc_offset_min: ctx.utc_offset_min,
        };
        ctx.ask(DeskEffect::Download {
            name: String::from(CALENDAR_FILE),
            mime: "text/calendar",
            text: ics(&slot),
        });
    }
}

/// Hour and minute of `10:00`.
fn clock(time: &str) -> Option<(u8, u8)> {
    let (hour, minute) = time.trim().split_once(':')?;
    // Some browsers add seconds.
    let minute = minute.split(':').next()?;
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

fn step(say: &CalendarWords, step: AgendaStep) -> &'static str {
    match step {
        AgendaStep::SilentReading => say.silent_reading,
        AgendaStep::FollowUps => say.follow_ups,
        AgendaStep::WalkThrough => say.walk_through,
        AgendaStep::Estimate => say.estimate,
        AgendaStep::Risks => say.risks,
        AgendaStep::MarkReady => say.mark_ready,
    }
}

/// Reads a fragment with lists in it: what they are called, may be empty, and their layout.
pub(super) fn shared(fragment: &str) -> Result<(String, Vec<Line>), SharedProblem> {
    match find_sheet(fragment) {
        Some((SheetKind::Checklist, code)) => {
            let sheet = SharedSheet::decode(SheetKind::Checklist, &code)
                .map_err(|error| problem(&error))?;
            let (lines, _) = lists_of(&sheet);
            Ok((sheet.title, lines))
        }
        // A Definition of Ready has a page of its own.
        Some((SheetKind::Definition, _)) | None => Err(SharedProblem::Foreign),
    }
}

fn problem(error: &LinkError) -> SharedProblem {
    match error {
        LinkError::Truncated => SharedProblem::Truncated,
        LinkError::Damaged => SharedProblem::Damaged,
        LinkError::TooNew { .. } => SharedProblem::TooNew,
        LinkError::NotALink | LinkError::WrongKind { .. } | LinkError::TooLong => {
            SharedProblem::Foreign
        }
    }
}

/// The lists of a link as a checklist that nobody has worked on.
pub(super) fn as_shared(title: &str, lines: &[Line], words: &dyn ChecklistText) -> Checklist {
    let mut checklist = Checklist::begin(0).laid_out(lines);
    let title = if title.is_empty() {
        words.untitled()
    } else {
        title
    };
    checklist.entitle(title);
    checklist
}
