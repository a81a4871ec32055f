//! A backup chosen or dropped: its text is read and told to the program.

use crate::app::event::Event;
use crate::ui::Ui;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DragEvent, File, FileReader};

/// Bytes of a backup read at most; a browser keeps about five million characters.
const MAX_BACKUP_BYTES: f64 = 16_000_000.0;

/// A box for a file, by choosing or by dropping.
pub(super) fn restore(ui: Ui) -> AnyView {
    let say = &ui.words.settings;
    let node = NodeRef::<html::Input>::new();
    let chosen = move |_| {
        if let Some(input) = node.get_untracked() {
            let file = input.files().and_then(|files| files.get(0));
            input.set_value("");
            read(ui, file);
        }
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        let files = event.data_transfer().and_then(|data| data.files());
        read(ui, files.and_then(|files| files.get(0)));
    };
    view! {
        <div class="drop" on:dragover=|event| event.prevent_default() on:drop=dropped>
            <label class="label" for="restore">{say.restore}</label>
            <input
                type="file"
                id="restore"
                accept=".json,application/json"
                aria-describedby="restore-note"
                node_ref=node
                on:change=chosen
            />
            <p class="note" id="restore-note">{say.restore_note}</p>
        </div>
    }
    .into_any()
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
