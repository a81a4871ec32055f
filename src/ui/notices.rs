//! Short messages at the edge, and the sentence for screen readers.

use super::parts::{Icon, act, icon};
use super::{Ui, say};
use crate::app::event::Event;
use crate::app::view::Notice;
use leptos::prelude::*;

/// The stack of messages; each stays until it is dismissed by hand or by the program.
pub(super) fn notices(ui: Ui) -> impl IntoView {
    let notices = ui.part(|view| view.notices.clone());
    view! {
        <section class="notices" aria-label=ui.words.notice.label aria-live="polite">
            <For each=move || notices.get() key=|notice| notice.id let:notice>
                {one(ui, &notice)}
            </For>
        </section>
    }
}

fn one(ui: Ui, notice: &Notice) -> impl IntoView + use<> {
    let id = notice.id;
    let undo = notice
        .can_undo
        .then(|| act(ui, "btn quiet", ui.words.common.undo, Event::Undo(id)));
    view! {
        <div class="notice">
            <p>{say::notice(ui.words, &notice.text)}</p>
            {undo}
            <button
                type="button"
                class="icon-btn"
                aria-label=ui.words.common.dismiss
                on:click=move |_| ui.send(Event::NoticeDismissed(id))
            >
                {icon(Icon::Close)}
            </button>
        </div>
    }
}

/// A polite live region; a repeated sentence changes its place, so that it is read again.
pub(super) fn spoken(ui: Ui) -> impl IntoView {
    let newest = ui.slice(|view| view.announcement.clone());
    let text = move |is_odd: bool| {
        newest.with(|(number, what)| match what {
            Some(what) if (number % 2 == 1) == is_odd => say::announcement(ui.words, what),
            _ => String::new(),
        })
    };
    view! {
        <div class="vh" aria-live="polite">
            <p>{move || text(false)}</p>
            <p>{move || text(true)}</p>
        </div>
    }
}
