//! Import, while it is open: what was given, how far it is, and what is done about it.
//!
//! Nothing is written before it is taken in. Long work goes in slices: `reading` finds out
//! what would come in, `taking` writes it.

mod reading;
mod show;
mod taking;

use std::sync::Arc;

use crate::exchange::{Column, Field, Reading};

use super::ctx::DeskCtx;
use super::effect::DeskEffect;
use super::event::{FileProblem, GivenFile, ImportEvent};
use super::page::DeskPage;
use super::stage::Desk;
use super::view::{DeskNoticeText, ImportFound, ImportPhase, ImportView};

use reading::Compared;
use taking::Taking;

/// Text is read when nobody has typed for so long, in ms.
const PAUSE_MS: u32 = 300;

/// The import, if it is open.
#[derive(Debug, Default)]
pub(super) struct Import {
    open: Option<Box<Open>>,
}

/// An import that is open.
#[derive(Debug, Default)]
struct Open {
    source: Source,
    problem: Option<FileProblem>,
    /// As they are shown.
    columns: Arc<Vec<Column>>,
    /// A hand has said where columns go.
    is_mapped: bool,
    /// What was found last.
    shown: Option<Arc<ImportFound>>,
    work: Work,
}

/// What was given.
#[derive(Debug, Default)]
enum Source {
    #[default]
    Nothing,
    Text(Arc<str>),
    File {
        name: String,
        bytes: Vec<u8>,
    },
}

/// What is being done.
#[derive(Debug, Default)]
enum Work {
    #[default]
    Nothing,
    /// Somebody types; it is read at this time.
    Due { at_ms: i64 },
    /// It is read; percent.
    Reading(Box<Reading>, u8),
    /// It is compared with the stories that are here.
    Comparing(Box<Compared>),
    /// It waits to be taken in.
    Ready(Box<Compared>),
    /// It is taken in.
    Taking(Box<Taking>),
}

impl Desk {
    pub(super) fn update_import(&mut self, event: ImportEvent, ctx: &mut DeskCtx) {
        match event {
            ImportEvent::Opened => {
                self.import.open.get_or_insert_default();
            }
            ImportEvent::Closed => {
                self.take_back(ctx);
                self.import.open = None;
            }
            ImportEvent::Typed(text) => self.read_soon(text, ctx),
            ImportEvent::FileGiven(file) => self.take_file(file, ctx),
            ImportEvent::Mapped { column, to } => self.map_column(column, to, ctx),
            ImportEvent::Stopped => self.stop_import(ctx),
            ImportEvent::ReadAgain => self.read_again(ctx),
            ImportEvent::Taken => self.begin_taking(ctx),
        }
    }

    fn read_soon(&mut self, text: String, ctx: &mut DeskCtx) {
        let Some(open) = self.import.at_hand() else {
            return;
        };
        open.problem = None;
        if text.trim().is_empty() {
            *open = Open::default();
            return;
        }
        // What a hand said of a text's columns stays while it is changed.
        open.is_mapped &= matches!(open.source, Source::Text(_));
        open.source = Source::Text(text.into());
        let is_awaited = matches!(open.work, Work::Due { .. });
        let at_ms = ctx.now_ms + i64::from(PAUSE_MS);
        open.work = Work::Due { at_ms };
        if !is_awaited {
            let after_ms = PAUSE_MS;
            ctx.ask(DeskEffect::Wake { after_ms });
        }
    }

    /// A file that is dropped anywhere at the desk opens the import, unless it is a pack or
    /// a reply to one.
    fn take_file(&mut self, file: GivenFile, ctx: &mut DeskCtx) {
        if self.take_packed_file(&file, ctx) {
            return;
        }
        self.go_to(DeskPage::Backlog, ctx);
        self.import.open.get_or_insert_default();
        let Some(open) = self.import.at_hand() else {
            return;
        };
        *open = Open::default();
        let name = file.name;
        match file.content {
            Ok(bytes) => open.source = Source::File { name, bytes },
            Err(problem) => {
                open.problem = Some(problem);
                let bytes = Vec::new();
                open.source = Source::File { name, bytes };
                return;
            }
        }
        self.read_again(ctx);
    }

    fn map_column(&mut self, column: usize, to: Option<Field>, ctx: &mut DeskCtx) {
        let Some(open) = self.import.at_hand() else {
            return;
        };
        let columns = Arc::make_mut(&mut open.columns);
        let Some(column) = columns.get_mut(column).filter(|one| one.to != to) else {
            return;
        };
        column.to = to;
        open.is_mapped = true;
        self.read_again(ctx);
    }

    fn read_again(&mut self, ctx: &mut DeskCtx) {
        if let Some(open) = self.import.at_hand() {
            open.begin();
            self.work(0, ctx);
        }
    }

    fn stop_import(&mut self, ctx: &mut DeskCtx) {
        if self.take_back(ctx) {
            let text = DeskNoticeText::ImportTakenBack;
            self.notices.add(text, ctx.now_ms);
            self.read_again(ctx);
        } else if let Some(open) = self.import.at_hand() {
            open.finish_reading();
            self.work(0, ctx);
        }
    }

    pub(super) fn import_view(&self) -> Option<ImportView> {
        let open = self.import.open.as_deref()?;
        let (text, file) = match &open.source {
            Source::Nothing => (Arc::default(), None),
            Source::Text(text) => (Arc::clone(text), None),
            Source::File { name, .. } => (Arc::default(), Some(name.clone())),
        };
        Some(ImportView {
            text,
            file,
            problem: open.problem,
            phase: open.phase(),
            columns: Arc::clone(&open.columns),
            found: open.shown.clone(),
        })
    }
}

impl Import {
    /// The open import, unless it is being taken in: then nothing else is done with it.
    fn at_hand(&mut self) -> Option<&mut Open> {
        let open = self.open.as_deref_mut();
        open.filter(|open| !matches!(open.work, Work::Taking(_)))
    }
}

impl Open {
    fn phase(&self) -> ImportPhase {
        match &self.work {
            Work::Nothing | Work::Due { .. } => ImportPhase::Waiting,
            Work::Reading(_, percent) => ImportPhase::Reading(*percent),
            Work::Comparing(compared) => ImportPhase::Reading(compared.percent()),
            Work::Ready(_) => ImportPhase::Ready,
            Work::Taking(taking) => ImportPhase::Taking(taking.percent()),
        }
    }
}
