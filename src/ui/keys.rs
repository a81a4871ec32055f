//! Single keys: which keystrokes are told to the program.

use super::{Dispatch, boot};
use crate::app::event::Event;
use crate::app::view::View;
use leptos::ev;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Listens on the whole page. Not told: keys that write text, keys with a modifier,
/// and, while a dialog is open, everything but F1 (dialogs close themselves on Escape).
pub(super) fn listen(view: ReadSignal<View>, dispatch: Dispatch) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let has_dialog = view.with_untracked(|view| view.panel.is_some() || view.guard.is_some());
        if is_told(&event, has_dialog) {
            // Help is ours; and N moves the focus to the title, where it must not be typed.
            if matches!(event.key().as_str(), "F1" | "n" | "N") {
                event.prevent_default();
            }
            dispatch.send(Event::Key(event.key()));
        }
    });
    on_cleanup(move || handle.remove());
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
