//! Single keys: which keystrokes are told to the program.

use super::{Dispatch, boot, parts};
use crate::app::event::Event;
use crate::app::view::View;
use leptos::prelude::{ReadSignal, ReadUntracked};
use wasm_bindgen::JsCast;
use web_sys::{Event as DomEvent, HtmlElement, KeyboardEvent};

/// Listens on the whole page. Not told: keys that write text, keys with a modifier,
/// and, while a dialog is open, everything but F1 (dialogs close themselves on Escape).
pub(super) fn listen(root: &HtmlElement, view: ReadSignal<View>, dispatch: Dispatch) {
    let Some(page) = root.owner_document() else {
        return;
    };
    let told = move |event: DomEvent| {
        let event: KeyboardEvent = event.unchecked_into();
        let has_dialog = {
            let view = view.read_untracked();
            view.panel.is_some() || view.guard.is_some()
        };
        if is_told(&event, has_dialog) {
            // Help is ours; and N moves the focus to the title, where it must not be typed.
            if matches!(event.key().as_str(), "F1" | "n" | "N") {
                event.prevent_default();
            }
            dispatch.send(Event::Key(event.key()));
        }
    };
    parts::listen(&page, "keydown", Box::new(told));
}

fn is_told(event: &KeyboardEvent, has_dialog: bool) -> bool {
    let key = event.key();
    if event.default_prevented() || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return false;
    }
    if event.repeat() || event.is_composing() {
        return false;
    }
    // Some keyboards need Shift for digits.
    let is_digit = key.len() == 1 && key.bytes().all(|byte| byte.is_ascii_digit());
    if event.shift_key() && !is_digit {
        return false;
    }
    if has_dialog {
        return key == "F1";
    }
    let writes = event
        .target()
        .is_some_and(|target| boot::writes_text(&target));
    key == "F1" || (!writes && key != " " && key != "Enter" && key != "Tab")
}
