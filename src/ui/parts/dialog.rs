//! A native modal dialog: it traps the focus, closes on Escape and gives the focus back.

use super::follow::keep;
use super::{El, Icon, Part, el, icon, tag};
use crate::app::event::Event;
use crate::ui::Ui;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, KeyboardEvent};

/// A dialog named by its title; `closed` is sent when the person closes it.
pub(in crate::ui) fn dialog<V, E: Clone, W>(
    ui: Ui<V, E, W>,
    title: &str,
    class: &str,
    closed: E,
    body: impl Part,
) -> El {
    let (on_escape, on_cancel) = (closed.clone(), closed.clone());
    let heading = el("h2")
        .attrs(&[
            ("id", "dialog-title"),
            ("tabindex", "-1"),
            ("autofocus", ""),
        ])
        .add(title);
    let dialog = tag("dialog", class)
        .attr("aria-labelledby", "dialog-title")
        .on("keydown", move |event| {
            let key = event.dyn_ref().map(KeyboardEvent::key);
            if key.as_deref() == Some("Escape") {
                event.prevent_default();
                event.stop_propagation();
                ui.send(on_escape.clone());
            }
        })
        .on("cancel", move |event| {
            event.prevent_default();
            ui.send(on_cancel.clone());
        })
        .on("mousedown", move |event| {
            // Beside the sheet: the dialog itself is what is pressed.
            if event.target() == event.current_target() {
                ui.send(closed.clone());
            }
        })
        .add(tag("div", "sheet").add(heading).add(body));
    open(dialog.as_js::<HtmlDialogElement>().clone());
    dialog
}

/// Opens it as soon as it is on the page, closes it before it goes.
fn open(dialog: HtmlDialogElement) {
    let shown = dialog.clone();
    leptos::prelude::queue_microtask(move || {
        // Refused only for a dialog that is open or not on the page.
        let _ = shown.show_modal();
    });
    keep(Box::new(Open(dialog)));
}

struct Open(HtmlDialogElement);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// The body of a dialog, and the cross in its corner.
pub(in crate::ui) fn with_close(ui: Ui, body: impl Part) -> El {
    let label = ui.words.common.close;
    let close = tag("button", "icon-btn close")
        .attrs(&[("type", "button"), ("aria-label", label)])
        .sends(ui, Event::PanelClosed)
        .add(icon(Icon::Close));
    super::group(close).add(body)
}
