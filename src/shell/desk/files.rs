//! Files that a person picks or drops at the desk, as events.

use std::rc::Rc;

use crate::browser::Listener;
use crate::browser::files::{self, DropArea, FileError, ReadFile};
use crate::browser::page::Child;
use crate::desk::DeskEvent;
use crate::desk::event::{FileProblem, GivenFile, ImportEvent};
use crate::desk::view::MAX_IMPORT_BYTES;

use super::{DeskShell, tell};

/// Listens for files as long as it lives.
pub(super) struct FileEars {
    _picked: Option<Listener>,
    _dropped: DropArea,
}

impl FileEars {
    /// `place`: where the desk is drawn.
    pub(super) fn open(shell: &Rc<DeskShell>, place: Option<&Child>) -> Self {
        let max_bytes = u32::try_from(MAX_IMPORT_BYTES).unwrap_or(u32::MAX);
        let (picking, dropping) = (Rc::downgrade(shell), Rc::downgrade(shell));
        let picked = place.map(|place| {
            files::on_pick(place.element(), max_bytes, move |file| {
                tell(&picking, given(file));
            })
        });
        Self {
            _picked: picked,
            _dropped: files::on_drop(max_bytes, move |file| tell(&dropping, given(file))),
        }
    }
}

fn given(file: ReadFile) -> DeskEvent {
    let (name, content) = match file {
        Ok(file) => (file.name, Ok(file.bytes)),
        Err(FileError::TooLong { name, .. }) => (name, Err(FileProblem::TooLong)),
        Err(FileError::Unreadable { name, .. }) => (name, Err(FileProblem::Unreadable)),
    };
    DeskEvent::Import(ImportEvent::FileGiven(GivenFile { name, content }))
}
