//! A native modal dialog: it traps the focus, closes on Escape and gives the focus back.

use super::{Icon, icon};
use crate::app::event::Event;
use crate::ui::Ui;
use leptos::html;
use leptos::prelude::*;

/// A dialog named by its title; `closed` is sent when the person closes it.
pub(in crate::ui) fn dialog(
    ui: Ui,
    title: String,
    class: &'static str,
    closed: Event,
    body: AnyView,
) -> AnyView {
    let node = NodeRef::<html::Dialog>::new();
    node.on_load(|dialog| {
        // Refused only for a dialog that is open or not on the page.
        let _ = dialog.show_modal();
    });
    on_cleanup(move || {
        if let Some(dialog) = node.try_get_untracked().flatten() {
            dialog.close();
        }
    });
    let close = StoredValue::new(closed);
    let leave = move || ui.send(close.get_value());
    view! {
        <dialog
            class=class
            aria-labelledby="dialog-title"
            node_ref=node
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    event.prevent_default();
                    event.stop_propagation();
                    leave();
                }
            }
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                leave();
            }
            on:mousedown=move |event| {
                let own = node.get_untracked().map(Into::into);
                if event.target() == own {
                    leave();
                }
            }
        >
            <div class="sheet">
                <h2 id="dialog-title" tabindex="-1" autofocus>{title}</h2>
                {body}
            </div>
        </dialog>
    }
    .into_any()
}

/// The body of a dialog, and the cross in its corner.
pub(in crate::ui) fn with_close(ui: Ui, body: Vec<AnyView>) -> AnyView {
    view! {
        <button
            type="button"
            class="icon-btn close"
            aria-label=ui.words.common.close
            on:click=move |_| ui.send(Event::PanelClosed)
        >
            {icon(Icon::Close)}
        </button>
        {body}
    }
    .into_any()
}
