//! A backup chosen or dropped: its text is read and told to the program.

use crate::app::event::Event;
use crate::ui::Ui;
use crate::ui::parts::{El, el, labels, para, tag};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DragEvent, File, FileReader, HtmlInputElement};

/// Bytes of a backup read at most; a browser keeps about five million characters.
const MAX_BACKUP_BYTES: f64 = 16_000_000.0;

/// A box for a file, by choosing or by dropping.
pub(super) fn restore(ui: Ui) -> El {
    let say = &ui.words.settings;
    let input = el("input").attrs(&[
        ("type", "file"),
        ("id", "restore"),
        ("accept", ".json,application/json"),
        ("aria-describedby", "restore-note"),
    ]);
    let own = input.as_js::<HtmlInputElement>().clone();
    let input = input.on("change", move |_| {
        let file = own.files().and_then(|files| files.get(0));
        own.set_value("");
        read(ui, file);
    });
    tag("div", "drop")
        .on("dragover", |event| event.prevent_default())
        .on("drop", move |event| {
            event.prevent_default();
            let drag: DragEvent = event.unchecked_into();
            let files = drag.data_transfer().and_then(|data| data.files());
            read(ui, files.and_then(|files| files.get(0)));
        })
        .add([
            labels("restore", say.restore),
            input,
            para("note", say.restore_note).attr("id", "restore-note"),
        ])
}

fn read(ui: Ui, file: Option<File>) {
    let Some(file) = file else { return };
    let reader = match FileReader::new() {
        Ok(reader) if file.size() <= MAX_BACKUP_BYTES => reader,
        Ok(_) | Err(_) => return ui.send(Event::RestoreGiven(String::new())),
    };
    let source = reader.clone();
    let done = Closure::once_into_js(move || {
        let text = source.result().ok().and_then(|text| text.as_string());
        ui.send(Event::RestoreGiven(text.unwrap_or_default()));
    });
    reader.set_onloadend(Some(done.unchecked_ref()));
    if reader.read_as_text(&file).is_err() {
        ui.send(Event::RestoreGiven(String::new()));
    }
}
