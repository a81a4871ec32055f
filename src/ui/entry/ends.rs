//! Screens with no way on by themselves: a handed reply, a closed way.

use super::sheet;
use crate::app::event::{CopyWhat, Event};
use crate::app::view::{HandedView, Screen, Stop, View};
use crate::ui::parts::{act, read_only};
use crate::ui::{Ui, say};
use leptos::prelude::*;

/// A tab opened by a reply link.
pub(in crate::ui) fn handed(ui: Ui) -> AnyView {
    let state = ui.slice(handed_view);
    let content = move || state.get().map(|state| handed_text(ui, state));
    sheet(ui, content.into_any())
}

fn handed_text(ui: Ui, state: HandedView) -> AnyView {
    let say = &ui.words.handed;
    let (title, text, link) = match state {
        HandedView::Searching => (say.searching.into(), say.searching_note.into(), None),
        HandedView::Seated(name) => (
            crate::words::fill(say.seated, &[&name]),
            say.seated_note.into(),
            None,
        ),
        HandedView::Told(outcome) => (say.told.into(), say::reply(ui.words, &outcome), None),
        HandedView::NoTable { reply_link } => (
            say.no_table.into(),
            say.no_table_note.into(),
            Some(reply_link),
        ),
    };
    title_and_text(title, text, link.map(|link| reply(ui, link)))
}

fn title_and_text(title: String, text: String, more: Option<AnyView>) -> AnyView {
    view! {
        <h1 data-start tabindex="-1">{title}</h1>
        <p class="lead" role="status">{text}</p>
        {more}
    }
    .into_any()
}

fn reply(ui: Ui, link: String) -> AnyView {
    let copy = Event::CopyPressed(CopyWhat::Reply);
    let text = Signal::stored(link);
    view! {
        {read_only(ui.words.handed.reply_link, "reply-link", text, "")}
        <div class="row">
            {act(ui, "btn primary", ui.words.waiting.copy_reply, copy)}
            {act(ui, "btn quiet", ui.words.stop.to_start, Event::GoToStart)}
        </div>
    }
    .into_any()
}

fn handed_view(view: &View) -> Option<HandedView> {
    match &view.screen {
        Screen::Handed(handed) => Some(handed.clone()),
        Screen::Start(_)
        | Screen::Name(_)
        | Screen::Waiting(_)
        | Screen::Table(_)
        | Screen::Stopped(_) => None,
    }
}

/// The way is closed: why, and what to do.
pub(in crate::ui) fn stopped(ui: Ui) -> AnyView {
    let why = ui.slice(stop);
    let content = move || why.get().map(|why| stop_text(ui, &why));
    sheet(ui, content.into_any())
}

fn stop_text(ui: Ui, why: &Stop) -> AnyView {
    let (title, advice) = say::stop(ui.words, why);
    let again = matches!(why, Stop::LostHost { .. } | Stop::Left).then(|| {
        act(
            ui,
            "btn primary",
            ui.words.stop.open_invite,
            Event::JoinAgain,
        )
    });
    let reload = match why {
        Stop::LinkTooNew
        | Stop::OtherVersion { we_are_older: true }
        | Stop::OpenElsewhere
        | Stop::Unseated => Some(ui.words.stop.reload),
        Stop::LostHost { .. }
        | Stop::NoWebRtc
        | Stop::LinkTruncated
        | Stop::LinkDamaged
        | Stop::LinkForeign
        | Stop::Ended
        | Stop::Removed
        | Stop::Left
        | Stop::Full { .. }
        | Stop::OtherVersion {
            we_are_older: false,
        } => None,
    };
    let more = view! {
        <div class="row">
            {again}
            {reload.map(|label| act(ui, "btn primary", label, Event::ReloadPressed))}
            {act(ui, "btn", ui.words.stop.to_start, Event::GoToStart)}
        </div>
    };
    title_and_text(title.into(), advice, Some(more.into_any()))
}

fn stop(view: &View) -> Option<Stop> {
    match &view.screen {
        Screen::Stopped(why) => Some(why.clone()),
        Screen::Start(_)
        | Screen::Name(_)
        | Screen::Waiting(_)
        | Screen::Table(_)
        | Screen::Handed(_) => None,
    }
}
