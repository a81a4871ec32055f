//! What lies over the screen: one panel, or one question.

mod connection;
mod help;
mod invite;
mod lan;
mod network;
mod one_screen;
mod people;
mod probe;
mod qr;
mod restore;
mod rules;
mod settings;
mod stories;

pub(super) use lan::lan;
pub(super) use stories::story_list;

use super::parts::{El, act, dialog, group, para, region, tag, with_close};
use super::{Ui, say};
use crate::app::event::Event;
use crate::app::view::{Guard, Panel};

/// The open panel and the open question, if any.
pub(super) fn dialogs(ui: Ui) -> El {
    group([
        region(ui.part(|view| view.panel), move |open| {
            open.map(|which| panel(ui, which))
        }),
        region(ui.part(|view| view.guard), move |open| {
            open.map(|which| guard(ui, which))
        }),
    ])
}

fn panel(ui: Ui, which: Panel) -> El {
    let words = ui.words;
    let (title, body) = match which {
        Panel::Invite => (words.invite.title, invite::invite(ui)),
        Panel::TableSettings => (words.rules.title, rules::rules(ui)),
        Panel::Settings => (words.settings.title, settings::settings(ui)),
        Panel::Help => (words.help.title, help::help(ui)),
        Panel::Probe => (words.probe.title, probe::probe(ui)),
        Panel::Connection => (words.connection.title, connection::connection(ui)),
        Panel::Stories => (words.table.stories, story_list(ui)),
    };
    dialog(ui, title, "panel", Event::PanelClosed, with_close(ui, body))
}

fn guard(ui: Ui, which: Guard) -> El {
    let (title, note, yes, no) = say::guard(ui.words, which);
    let has_deputy = matches!(
        which,
        Guard::HostLeaves {
            has_deputy: true,
            ..
        }
    );
    let hand_over = ui.words.back.hand_over;
    let hand_over = has_deputy.then(|| act(ui, "btn primary", hand_over, Event::HandOverAndLeave));
    let kind = if has_deputy { "btn" } else { "btn primary" };
    let answers = tag("div", "row")
        .add(hand_over)
        .add(act(ui, kind, yes, Event::GuardConfirmed))
        .add(act(ui, "btn", no, Event::GuardDismissed));
    dialog(
        ui,
        &title,
        "guard",
        Event::GuardDismissed,
        [para("", note), answers],
    )
}
