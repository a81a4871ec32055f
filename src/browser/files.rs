//! Files: saved by the person, picked by the person, dropped on the page.

use core::fmt;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, File, FileList, HtmlAnchorElement, HtmlElement,
    HtmlInputElement, Url,
};

use super::{BrowserError, Listener, cast, describe, document, spawn, timeout, window};

/// How long a download's address stays good: slow disks and "save as" dialogs
/// take their time, and the text is freed afterwards.
const DOWNLOAD_ADDRESS_LIFE_MS: i32 = 60_000;

/// Offers `text` to the person as a file called `name` of type `mime`.
///
/// # Errors
/// When the browser refuses to make the file.
pub fn download(name: &str, mime: &str, text: &str) -> Result<(), BrowserError> {
    const STEP: &str = "download";
    let refused = |thrown: JsValue| BrowserError::refused(STEP, &thrown);
    let document = document().ok_or(BrowserError::Missing("document"))?;
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind).map_err(refused)?;
    let link: HtmlAnchorElement = document
        .create_element("a")
        .map_err(refused)?
        .unchecked_into();
    let address = Url::create_object_url_with_blob(&blob).map_err(refused)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    spawn(async move {
        drop(JsFuture::from(timeout(DOWNLOAD_ADDRESS_LIFE_MS)).await);
        drop(Url::revoke_object_url(&address));
    });
    Ok(())
}

/// A file that the person gave to the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenFile {
    /// Its name, without folders.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq)]
pub enum FileError {
    /// It is longer than the caller allows; nothing was read.
    TooLong {
        /// Its name.
        name: String,
        /// Its length in bytes, whole.
        n_bytes: f64,
        /// The longest allowed, in bytes.
        max_bytes: u32,
    },
    /// The browser could not read it, in its own words.
    Unreadable {
        /// Its name.
        name: String,
        /// The browser's words.
        reason: String,
    },
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong {
                name, max_bytes, ..
            } => {
                f.write_str(name)?;
                f.write_str(" is longer than ")?;
                fmt::Display::fmt(max_bytes, f)?;
                f.write_str(" bytes")
            }
            Self::Unreadable { name, reason } => {
                f.write_str(name)?;
                f.write_str(" could not be read: ")?;
                f.write_str(reason)
            }
        }
    }
}

impl core::error::Error for FileError {}

/// What became of a file.
pub type ReadFile = Result<GivenFile, FileError>;

/// Reads `file` if it has at most `max_bytes` bytes; `done` always hears after this call
/// has returned.
pub fn read_bytes(file: File, max_bytes: u32, done: impl FnOnce(ReadFile) + 'static) {
    spawn(async move { done(read(&file, max_bytes).await) });
}

/// Reports the file that the person picks with any file box within `root`, read as by
/// [`read_bytes`]. The box is empty again at once, so that the same file can be picked twice.
pub fn on_pick(root: &HtmlElement, max_bytes: u32, on: impl Fn(ReadFile) + 'static) -> Listener {
    let on = Rc::new(on);
    let root = root.clone();
    Listener::on(Some(root.into()), "change", move |event| {
        let target = event.target().map(JsValue::from);
        let Some(input) = target.and_then(cast::<HtmlInputElement>) else {
            return;
        };
        if let Some(file) = first(input.files()) {
            input.set_value("");
            let on = Rc::clone(&on);
            read_bytes(file, max_bytes, move |outcome| on(outcome));
        }
    })
}

/// Takes files dropped anywhere on the page, one at a time, as long as the
/// guards live; without them the browser would leave the page to show the file.
#[must_use = "files are no longer taken when this is dropped"]
pub struct DropArea {
    _over: Listener,
    _dropped: Listener,
}

/// Reports the first file of every drop, read as by [`read_bytes`].
pub fn on_drop(max_bytes: u32, on: impl Fn(ReadFile) + 'static) -> DropArea {
    let on = Rc::new(on);
    let target = || window().map(Into::into);
    DropArea {
        _over: Listener::on(target(), "dragover", |event| {
            if dropped_files(event.clone().into()).is_some() {
                event.prevent_default();
            }
        }),
        _dropped: Listener::on(target(), "drop", move |event| {
            let Some(files) = dropped_files(event.clone().into()) else {
                return;
            };
            event.prevent_default();
            if let Some(file) = first(Some(files)) {
                let on = Rc::clone(&on);
                read_bytes(file, max_bytes, move |outcome| on(outcome));
            }
        }),
    }
}

/// The files of a drag, if what is dragged are files and not text.
fn dropped_files(event: JsValue) -> Option<FileList> {
    let data = cast::<DragEvent>(event)?.data_transfer()?;
    let holds_files = data.types().includes(&JsValue::from_str("Files"), 0);
    data.files().filter(|_| holds_files)
}

fn first(files: Option<FileList>) -> Option<File> {
    files?.get(0)
}

async fn read(file: &File, max_bytes: u32) -> ReadFile {
    let name = file.name();
    let n_bytes = file.size();
    if n_bytes > f64::from(max_bytes) {
        return Err(FileError::TooLong {
            name,
            n_bytes,
            max_bytes,
        });
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(GivenFile {
            name,
            bytes: Uint8Array::new(&buffer).to_vec(),
        }),
        Err(thrown) => Err(FileError::Unreadable {
            name,
            reason: describe(&thrown),
        }),
    }
}
