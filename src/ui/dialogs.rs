//! What lies over the screen: one panel, or one question.

mod help;
mod invite;
mod qr;
mod restore;
mod rules;
mod settings;
mod stories;

pub(super) use stories::story_list;

use super::parts::{act, dialog, para, with_close};
use super::{Ui, say};
use crate::app::event::Event;
use crate::app::view::{Guard, Panel};
use leptos::prelude::*;

/// The open panel and the open question, if any.
pub(super) fn dialogs(ui: Ui) -> impl IntoView {
    let open = ui.slice(|view| view.panel);
    let question = ui.slice(|view| view.guard);
    view! {
        {move || open.get().map(|which| panel(ui, which))}
        {move || question.get().map(|which| guard(ui, which))}
    }
}

fn panel(ui: Ui, which: Panel) -> AnyView {
    let words = ui.words;
    let (title, body) = match which {
        Panel::Invite => (words.invite.title, invite::invite(ui)),
        Panel::TableSettings => (words.rules.title, rules::rules(ui)),
        Panel::Settings => (words.settings.title, settings::settings(ui)),
        Panel::Help => (words.help.title, help::help(ui)),
        Panel::Stories => (words.table.stories, vec![story_list(ui)]),
    };
    dialog(
        ui,
        title.into(),
        "panel",
        Event::PanelClosed,
        with_close(ui, body),
    )
}

fn guard(ui: Ui, which: Guard) -> AnyView {
    let (title, note, yes, no) = say::guard(ui.words, which);
    let body = view! {
        {para("", note)}
        <div class="row">
            {act(ui, "btn primary", yes, Event::GuardConfirmed)}
            {act(ui, "btn", no, Event::GuardDismissed)}
        </div>
    };
    dialog(ui, title, "guard", Event::GuardDismissed, body.into_any())
}
