//! Records on their way: one that came as a link or a file is kept with the others; one that
//! is here leaves in the same shape.

use crate::desk::ctx::DeskCtx;
use crate::desk::effect::{DeskCopy, DeskEffect};
use crate::desk::meeting_says::{RecordFile, RecordParcel};
use crate::desk::page::DeskPage;
use crate::desk::stage::Desk;
use crate::desk::view::{DeskScreen, PackError};
use crate::meeting::Record;
use crate::saved::{Kept, record_key, write_record};
use crate::wire::record::{RECORD_KEY, read_record};

/// What became of the record that the address is.
#[derive(Debug, Default)]
pub(in crate::desk) enum Came {
    /// It is none.
    #[default]
    Nothing,
    /// It is kept as the record of this meeting.
    Kept(u64),
    /// It cannot be read.
    Unreadable(PackError),
}

impl Desk {
    /// The address is a record, perhaps.
    pub(in crate::desk) fn open_came(&mut self) {
        self.records.came = Came::Nothing;
        let DeskPage::Minutes(fragment) = self.page.clone() else {
            return;
        };
        self.records.came = match read_record(&fragment) {
            Ok(record) => Came::Kept(self.keep_came(&record)),
            Err(error) => Came::Unreadable(error),
        };
    }

    /// A record came as a file.
    pub(in crate::desk) fn open_record_file(&mut self, text: &str, ctx: &mut DeskCtx) {
        match read_record(text) {
            Ok(record) => {
                let id = self.keep_came(&record);
                self.go_to(DeskPage::Record(id), ctx);
            }
            Err(error) => {
                self.go_to(DeskPage::Minutes(format!("{RECORD_KEY}=0")), ctx);
                self.records.came = Came::Unreadable(error);
            }
        }
    }

    /// Keeps a record, unless as much is known of its meeting already; answers which.
    fn keep_came(&mut self, record: &Record) -> u64 {
        let id = record.meeting.id;
        let key = record_key(id);
        let known = self.shelf.text(&key).map(crate::saved::read_record);
        let is_known = match known {
            Some(Kept::Fine(known)) => !record.is_newer_than(&known),
            // What cannot be read is set aside, and stays.
            Some(Kept::Damaged | Kept::Newer) | None => false,
        };
        if !is_known {
            self.shelf.keep(&key, write_record(record));
            self.records.forget_read();
        }
        id
    }

    pub(in crate::desk) fn came_screen(&self) -> DeskScreen {
        match self.records.came {
            Came::Kept(id) => self.record_screen(id),
            Came::Unreadable(error) => DeskScreen::BadRecord(error),
            Came::Nothing => DeskScreen::NoRecord,
        }
    }

    pub(super) fn copy_record_link(&self, id: u64, ctx: &mut DeskCtx) {
        if let Some(RecordParcel::Link(url)) = self.records.parcel(id, &self.base) {
            let (what, text) = (DeskCopy::Link, url.clone());
            ctx.ask(DeskEffect::Copy { what, text });
        }
    }

    pub(super) fn save_record_file(&self, id: u64, ctx: &mut DeskCtx) {
        if let Some(RecordParcel::File(file)) = self.records.parcel(id, &self.base) {
            let RecordFile { name, mime, text } = file.clone();
            ctx.ask(DeskEffect::Download { name, mime, text });
        }
    }
}
